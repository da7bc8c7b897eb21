"""What is read as one line: a paragraph, or several that stand side by side."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from bulletcoach.readers.wordprocessor.flow import BREAK, Paragraph

LONGEST_NAME = 100
"""Characters; a longer paragraph is more than names and dates."""


class Strip(Struct, frozen=True):
    """What is read as one line: a paragraph, or several that stand side by side, with `joint` between them.

    `is_apart`: a gap is above it. `is_entry`: the table says that it names an entry.
    """

    paragraphs: tuple[Paragraph, ...]
    is_apart: bool = False
    joint: str = "\t"
    is_entry: bool = False

    @property
    def first(self) -> Paragraph:
        return self.paragraphs[0]

    @property
    def text(self) -> str:
        return self.joint.join(each.text.replace(BREAK, " ") for each in self.paragraphs)

    @property
    def is_names(self) -> bool:
        """Whether it may be names and dates: no bullet, no heading, no sequence of lines, not long."""
        return all(
            each.place is None and BREAK not in each.text.strip() and len(each.text) <= LONGEST_NAME
            for each in self.paragraphs
        )


def joined(strips: Sequence[Strip]) -> Strip:
    """Strips that stand side by side, as one."""
    return Strip(tuple(each for strip in strips for each in strip.paragraphs), any(strip.is_apart for strip in strips))
