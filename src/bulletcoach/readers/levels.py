"""The levels of headings: on the first stands the name of the person, or else the sections do."""

from __future__ import annotations

from collections.abc import Iterable


def lift(levels: Iterable[int]) -> int:
    """What is added to the levels of a file's headings: where several stand on the first, it is that of sections."""
    return 1 if sum(level == 1 for level in levels) > 1 else 0
