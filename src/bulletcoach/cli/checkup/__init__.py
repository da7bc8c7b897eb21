"""Checkup: what bulletcoach needs and finds on this machine. Nothing is changed, and nothing is fetched.

piece.py    one piece of it, and how it is
machine.py  Python, packages, extras, the terminal
kept.py     the cache
reading.py  the language model and the lexicons
here.py     the configuration of this folder, and what it names
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from bulletcoach.cli.checkup import here, kept, machine, reading
from bulletcoach.cli.checkup.piece import Piece, Status, reason_of

__all__ = ["Piece", "Status", "examine"]

_PIECES: dict[str, Callable[[], Iterator[Piece]]] = {
    "bulletcoach": machine.itself,
    "python": machine.python,
    "packages": machine.packages,
    "model": reading.model,
    "analysis": reading.analysis,
    "lexicons": reading.lexicons,
    "cache": kept.cache,
    "extras": machine.extras,
    "configuration": here.configuration,
    "terminal": machine.terminal,
}


def examine() -> Iterator[Piece]:
    """Every piece, one after the other. A fault in one does not keep the others from being looked at."""
    for name, look in _PIECES.items():
        try:
            yield from look()
        except Exception as fault:
            found = f"cannot be looked at: {reason_of(fault)}"
            yield Piece(name, Status.FAIL, found, "This is a fault in bulletcoach; please report it.")
