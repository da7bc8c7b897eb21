"""A program on a pseudo-terminal of its own, typed to and read as a person does. POSIX only."""

from __future__ import annotations

import os
import re
import select
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from cli.commandline import environment

_ESCAPES = re.compile(r"\x1b(?:\[[0-9;?]*[A-Za-z]|\][^\x07]*\x07|[=>])")
_PATIENCE = 30.0  # seconds; the language model is loaded in this time
CTRL_C = "\x03"
CTRL_D = "\x04"


class Terminal:
    """The near end of a pseudo-terminal. `seen` is all that was shown so far, without what moves and colours."""

    def __init__(self, process: subprocess.Popen[bytes], end: int) -> None:
        self._process = process
        self._end = end
        self._raw = b""
        self._read = 0

    @property
    def seen(self) -> str:
        return _ESCAPES.sub("", self.written)

    @property
    def written(self) -> str:
        """All that the program has written so far, as it came."""
        return self._raw.decode("utf-8", "replace").replace("\r\n", "\n")

    def wait_for(self, text: str) -> str:
        """What is shown from the last place waited for up to `text`."""
        limit = time.monotonic() + _PATIENCE
        while (place := self.seen.find(text, self._read)) < 0:
            assert self._more(limit), f"waited for {text!r} and saw {self.seen[self._read :]!r}"
        start, self._read = self._read, place + len(text)
        return self.seen[start : self._read]

    def reply(self, question: str, reply: str) -> None:
        """Wait for a question and the sign behind it, and type the reply."""
        self.wait_for(question)
        self.wait_for(">")
        time.sleep(0.3)  # a line editor that has just begun may drop what comes too early
        self.type(f"{reply}\r")

    def type(self, keys: str) -> None:
        os.write(self._end, keys.encode())

    def interrupt(self) -> None:
        """Press Ctrl-C, and again where nothing comes of it.

        A key that is pressed just before a program sits down to read its terminal is only noticed at the next one.
        """
        time.sleep(0.5)
        for _ in range(4):
            self.type(CTRL_C)
            limit = time.monotonic() + _PATIENCE / 4
            while self._process.poll() is None and time.monotonic() < limit:
                if not self._more(time.monotonic() + 0.2):
                    time.sleep(0.1)
            if self._process.poll() is not None:
                return

    def end(self) -> tuple[int, str]:
        """The exit code, and all that was shown."""
        limit = time.monotonic() + _PATIENCE
        while self._more(limit):
            pass
        return self._process.wait(_PATIENCE), self.seen

    def _more(self, limit: float) -> bool:
        """Read on; False at the end of the program or of our patience."""
        ready, _, _ = select.select([self._end], [], [], max(0.0, limit - time.monotonic()))
        try:
            found = os.read(self._end, 65_536) if ready else b""
        except OSError:  # Linux says so when the other end is closed
            return False
        self._raw += found
        return bool(found)


@contextmanager
def on_terminal(*arguments: str | Path, cwd: Path, **variables: str) -> Iterator[Terminal]:
    """`bulletcoach` with these arguments on a terminal that is 100 columns wide."""
    import fcntl
    import pty
    import struct
    import termios

    def take_terminal() -> None:
        fcntl.ioctl(0, termios.TIOCSCTTY, 0)
        signal.signal(signal.SIGINT, signal.SIG_DFL)  # what runs in the background is started with Ctrl-C switched off

    near, far = pty.openpty()
    fcntl.ioctl(far, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 100, 0, 0))
    process = subprocess.Popen(
        [sys.executable, "-m", "bulletcoach", *map(str, arguments)],
        stdin=far, stdout=far, stderr=far, cwd=cwd, start_new_session=True, preexec_fn=take_terminal,
        env=environment(**{"TERM": "xterm", "PROMPT_TOOLKIT_NO_CPR": "1", **variables}),
    )  # fmt: skip
    os.close(far)
    try:
        yield Terminal(process, near)
    finally:
        process.kill()
        process.wait()
        os.close(near)
