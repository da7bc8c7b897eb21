"""Stand-ins for the analysis, which workers find by their names: quick, and faulty on demand."""

from __future__ import annotations

import hashlib
import os
import signal
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from bulletcoach.errors import LexiconError, ModelError
from bulletcoach.lexicon.lexicon import Lexicon
from bulletcoach.model.facts import Build, Facts, Mark, MarkKind
from bulletcoach.model.text import Span
from bulletcoach.workers.program import Analyse, analysis_of

CRASH = "die of this"
FAULT = "fail at this"
SLEEP = "sleep over this"
HANG = "hang, deaf to everything"
TOIL = "toil for 0.3 s"
PROCESS = "which process?"
LEXICON = "which lexicon?"
THREADS = "how many threads?"


def fact(text: str, note: str = "") -> Facts:
    """Facts that tell something in a mark."""
    return Facts(text, Build.FRAGMENT, marks=(Mark(MarkKind.WIN, Span(0, len(text)), note),))


def note_of(facts: object) -> str:
    assert isinstance(facts, Facts)
    return facts.marks[0].phrase


def quick(lexicon: Lexicon) -> Analyse:
    """Reads texts at once, and does what some of them say."""

    def analyse(texts: Sequence[str]) -> Iterator[Facts]:
        for text in texts:
            if CRASH in text:
                os._exit(9) if os.name == "nt" else os.kill(os.getpid(), signal.SIGKILL)
            if text == FAULT:
                raise LookupError("not\nknown")
            if text == SLEEP:
                time.sleep(60)
            if text == HANG:
                os.kill(os.getpid(), signal.SIGSTOP)
            rest = time.process_time() + 0.3
            while text == TOIL and time.process_time() < rest:
                pass
            yield fact(text, _note(text, lexicon))

    return analyse


def _note(text: str, lexicon: Lexicon) -> str:
    if text == PROCESS:
        time.sleep(0.05)  # so that nobody reads all pieces before the others are there
        return str(os.getpid())
    return digest(lexicon) if text == LEXICON else text * 3


def digest(lexicon: Lexicon) -> str:
    return hashlib.sha256(repr(lexicon).encode()).hexdigest()


def as_it_is(lexicon: Lexicon) -> Analyse:
    """The analysis proper, which also counts the threads that there were before any worker was forked."""
    read = analysis_of(lexicon)
    threads = len(list(Path("/proc/self/task").glob("*")))

    def analyse(texts: Sequence[str]) -> Iterator[Facts]:
        if list(texts) == [THREADS]:
            yield fact(THREADS, str(threads))
        else:
            yield from read(texts)

    return analyse


def without_model(_: Lexicon) -> Analyse:
    raise ModelError("the model is missing; install it")


def without_lexicon(_: Lexicon) -> Analyse:
    raise LexiconError("own.toml:3: what is this?")


def stillborn(_: Lexicon) -> Analyse:
    os._exit(3)
