"""What was found out lately, for those who ask about the same thing again."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

Asked = TypeVar("Asked")
Value = TypeVar("Value")
_MOST = 256


class Recent(Generic[Asked, Value]):
    """What was found out about the objects asked about last: those of a résumé or two, however many there are in all.

    An object is told by itself and not by what it is equal to, so it must not change.
    """

    def __init__(self) -> None:
        self._known: dict[int, tuple[Asked, Value]] = {}  # with the object, so that its id stays its own

    def of(self, asked: Asked, find: Callable[[Asked], Value]) -> Value:
        """What `find` finds out about an object, or found before."""
        known = self._known.get(id(asked))
        if known is None:
            if len(self._known) >= _MOST:
                self._known.clear()
            known = self._known[id(asked)] = (asked, find(asked))
        return known[1]
