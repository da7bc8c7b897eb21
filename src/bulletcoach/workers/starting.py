"""How the processes are started and ended: forked where that is sound, else one by one.

Forked workers share the language model: each needs some 25 MB of its own instead of 85, and starts in milliseconds
instead of a second. The server that forks them is a process of its own, with one thread. On macOS the system's
libraries do not stand being forked, and Windows cannot fork.

All stand in a process group of their own, so that Ctrl-C in a terminal reaches none of them, and hold nothing of ours
open but their lines. When we are gone, however that came about, they find the lines' ends and end.
"""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from contextlib import suppress
from threading import Thread
from time import monotonic
from typing import IO, Any, Protocol

from msgspec import Struct

from bulletcoach.workers.messages import send

# One thread each is all that the model uses, and who has several must not fork.
_ONE_THREAD = dict.fromkeys(
    ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS", "VECLIB_MAXIMUM_THREADS"), "1"
)
_PROGRAM = "import sys; sys.path[:] = sys.argv[1:]; from bulletcoach.workers import program; program.{}"


class Line(Struct, frozen=True):
    """Our ends of the line to a worker: its answers come by `incoming`, texts go by `outgoing`."""

    incoming: int
    outgoing: int


class Starter(Protocol):
    """Starts workers, all with one commission. `worth` is how many pieces of work each is to have, to be worth it."""

    worth: int

    def start(self) -> Line:
        """The line to a new worker, open as long as it lives. Raises OSError where none can be started."""

    def end(self, patience: float) -> None:
        """Return when no worker lives any more: at once, or given `patience` seconds to heed that its line is closed.

        Those that end by themselves are counted in the processor's time that the system says we took.
        """


class ForkServer:
    """Has workers forked from one process, which has made the analysis."""

    worth = 1

    def __init__(self, commission: bytes) -> None:
        """Raises OSError where no process can be started."""
        self._requests, theirs = socket.socketpair()
        with theirs:
            call = f"fork_workers({theirs.fileno()})"
            try:
                self._process = _python(call, stdout=subprocess.DEVNULL, pass_fds=(theirs.fileno(),))
            except OSError:
                self._requests.close()
                raise
        _tell(self._process, commission)

    def start(self) -> Line:
        # Sockets take more than pipes before who writes has to wait for who reads.
        incoming, answers = socket.socketpair()
        outgoing, texts = socket.socketpair()
        with incoming, answers, outgoing, texts:
            socket.send_fds(self._requests, [b"+"], [texts.fileno(), answers.fileno()])
            return Line(incoming.detach(), outgoing.detach())

    def end(self, patience: float) -> None:
        self._requests.close()
        if not _ends(self._process, patience):
            with suppress(ProcessLookupError):
                os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait()


class Launcher:
    """Starts each worker as a process that makes an analysis of its own."""

    worth = 4  # some 0.6 s of work against a second until it is ready

    def __init__(self, commission: bytes) -> None:
        self._commission = commission
        self._processes: list[subprocess.Popen[bytes]] = []

    def start(self) -> Line:
        process = _python("work_alone()", stdout=subprocess.PIPE)
        self._processes.append(process)
        assert process.stdin is not None
        assert process.stdout is not None
        with process.stdout as answers:
            line = Line(os.dup(answers.fileno()), os.dup(process.stdin.fileno()))
        _tell(process, self._commission)
        return line

    def end(self, patience: float) -> None:
        limit = monotonic() + patience
        lasting = [process for process in self._processes if not _ends(process, limit - monotonic())]
        for process in lasting:
            process.kill()
        for process in lasting:
            process.wait()


def starter_here(commission: bytes) -> Starter:
    """The best way to start workers on this system. Raises OSError where there is none."""
    if not sys.executable or getattr(sys, "frozen", False):
        raise OSError("there is no Python to start")
    return ForkServer(commission) if sys.platform == "linux" else Launcher(commission)


def _python(call: str, **options: Any) -> subprocess.Popen[bytes]:
    """A Python process, importing from where we do, that calls something of `program`; what it may say is not heard."""
    if sys.platform == "win32":
        options["creationflags"] = subprocess.CREATE_NEW_PROCESS_GROUP | subprocess.CREATE_NO_WINDOW
    else:
        options["process_group"] = 0
    command = [sys.executable, "-c", _PROGRAM.format(call), *sys.path]
    surroundings = {**os.environ, **_ONE_THREAD}
    return subprocess.Popen(
        command, stdin=subprocess.PIPE, stderr=subprocess.DEVNULL, env=surroundings, bufsize=0, **options
    )


def _ends(process: subprocess.Popen[bytes], patience: float) -> bool:
    """Whether the process ends within so many seconds."""
    if patience <= 0:
        return False
    try:
        process.wait(patience)
    except subprocess.TimeoutExpired:
        return False
    return True


def _tell(process: subprocess.Popen[bytes], commission: bytes) -> None:
    """Send the commission while we go on: it does not fit into the pipe, and they are not there yet to read it."""
    assert process.stdin is not None
    Thread(target=_send_all, args=(process.stdin, commission), daemon=True).start()


def _send_all(stream: IO[bytes], frame: bytes) -> None:
    with suppress(OSError), stream:  # who has died will be missed soon
        send(stream.fileno(), frame)
