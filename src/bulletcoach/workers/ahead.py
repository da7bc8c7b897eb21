"""Handing work out some steps before its results are needed."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

Item = TypeVar("Item")
Handed = TypeVar("Handed")


def ahead(items: Iterable[Item], submit: Callable[[Item], Handed], depth: int) -> Iterator[tuple[Item, Handed]]:
    """Each item with what `submit` made of it, in order; up to `depth` more are submitted by then, and not one further.

    So few items are held at a time, however many there are.
    """
    waiting: deque[tuple[Item, Handed]] = deque()
    for item in items:
        waiting.append((item, submit(item)))
        if len(waiting) > depth:
            yield waiting.popleft()
    while waiting:
        yield waiting.popleft()
