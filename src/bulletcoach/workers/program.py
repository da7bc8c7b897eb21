"""What runs in the processes: a worker's loop, and the server that workers are forked from.

Whoever loses the other end of its line ends at once, in the middle of its work if need be: the process that asked is
gone, or has had enough. Ctrl-C is not for us.
"""

from __future__ import annotations

import gc
import os
import signal
import socket
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from importlib import import_module
from queue import SimpleQueue
from threading import Thread
from typing import NoReturn

from msgspec import Raw

from bulletcoach.errors import BulletcoachError
from bulletcoach.lexicon.lexicon import Lexicon
from bulletcoach.model.facts import Facts
from bulletcoach.workers.faults import TextFault
from bulletcoach.workers.messages import (
    Reading,
    Ready,
    Refused,
    commission_in,
    encoded,
    receive,
    send,
    texts_in,
)

# After so many new objects Python looks for cycles among them: after a piece of work or so, not many times in each.
_OBJECTS = 50_000

Analyse = Callable[[Sequence[str]], Iterable[Facts]]
MakeAnalysis = Callable[[Lexicon], Analyse]


def analysis_of(lexicon: Lexicon) -> Analyse:
    """The analysis proper. Raises ModelError where there is no language model."""
    from bulletcoach.analysis.analyser import Analyser

    return Analyser(lexicon).analyse


def work_alone() -> NoReturn:
    """Be a worker: its commission and its texts come from standard input, its answers go to standard output."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    incoming, outgoing = os.dup(0), os.dup(1)
    nowhere = os.open(os.devnull, os.O_RDWR)
    for standard in (0, 1):  # what a library prints must not come between the frames
        os.dup2(nowhere, standard)
    frame = receive(incoming)
    if frame is not None:
        _work(incoming, outgoing, _prepared(frame))
    os._exit(0)


def fork_workers(control: int) -> NoReturn:
    """Be the server of workers: make the analysis once, and fork a worker for each pair of sockets sent to `control`.

    There must be one thread only, so the libraries for linear algebra are told to start none. A worker shares the
    memory of the language model with all others.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if (frame := receive(0)) is not None:
        prepared = _prepared(frame)
        with socket.socket(fileno=control) as requests:
            while sockets := socket.recv_fds(requests, 1, 2)[1]:
                if _forked():
                    requests.close()
                    incoming, outgoing = sockets
                    _work(incoming, outgoing, prepared)
                for end in sockets:
                    os.close(end)
    with suppress(ChildProcessError):
        while True:
            os.wait()  # their time is counted as ours, and ours as that of who started us
    os._exit(0)


def _forked() -> bool:
    """Whether this is the new process of two. Where there cannot be more, who asked for it sees its line closed."""
    try:
        return os.fork() == 0
    except OSError:
        return False


def _prepared(frame: bytes) -> Analyse | Refused:
    """The analysis that the commission in `frame` asks for, or why there is none."""
    commission = commission_in(frame)
    module, _, name = commission.make.partition(":")
    make: MakeAnalysis = getattr(import_module(module), name)
    try:
        analyse = make(commission.lexicon)
    except BulletcoachError as error:
        return Refused.because(error)
    gc.set_threshold(_OBJECTS)
    gc.collect()
    gc.freeze()  # the model is not looked through again and again, nor its pages copied for that
    return analyse


def _work(incoming: int, outgoing: int, prepared: Analyse | Refused) -> NoReturn:
    """Answer lists of texts until nobody asks any more."""
    try:
        send(outgoing, encoded(prepared if isinstance(prepared, Refused) else Ready()))
        if not isinstance(prepared, Refused):
            asked: SimpleQueue[list[str]] = SimpleQueue()
            Thread(target=_listen, args=(incoming, asked), daemon=True).start()
            while True:
                # All of an answer is sent before the next texts are begun, so that it is known of which one we die.
                send(outgoing, encoded(_reading(prepared, asked.get())))
    finally:
        os._exit(0)


def _listen(incoming: int, asked: SimpleQueue[list[str]]) -> None:
    """Take what is sent at any time, so that the sender never waits, and notice its end."""
    while (frame := receive(incoming)) is not None:
        asked.put(texts_in(frame))
    os._exit(0)


def _reading(analyse: Analyse, texts: Sequence[str]) -> Reading:
    """The Facts of the texts; where one is at fault, the others' all the same."""
    try:
        return Reading(Raw(encoded(list(analyse(texts)))))
    except Exception:
        facts: list[Raw | None] = []
        faults: dict[int, str] = {}
        for number, text in enumerate(texts):
            try:
                facts += [Raw(encoded(found)) for found in analyse([text])]
            except Exception as fault:
                facts.append(None)
                faults[number] = TextFault.of(fault).message
        return Reading(Raw(encoded(facts)), faults)
