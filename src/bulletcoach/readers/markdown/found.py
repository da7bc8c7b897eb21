"""What is found in a text on one way through it."""

from __future__ import annotations

from msgspec import Struct, field

from bulletcoach.readers.markdown.emphasis import Run

Stretch = tuple[int, int]
"""Two offsets in a text."""


class Found(Struct):
    """Stretches that are read as something else (empty: not at all) by their starts, pairs of marks, runs of signs."""

    said: dict[int, tuple[int, str]] = field(default_factory=dict)
    pairs: list[tuple[Stretch, Stretch]] = field(default_factory=list)
    runs: list[Run] = field(default_factory=list)

    def say(self, start: int, end: int, said: str = "") -> int:
        """The text from `start` to `end`, where one goes on, is read as `said`."""
        self.said[start] = (end, said)
        return end
