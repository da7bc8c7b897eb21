"""The lines of a source, for formats that are read line by line."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
_TAB = 8


class SourceLine(Struct, frozen=True):
    """A line, or a part of one such as a table's cell: its text, and where in the source it begins.

    `left` is the column of its beginning, 0 unless it is a part. There is no white space at its end.
    """

    text: str
    start: int
    left: int = 0

    @property
    def end(self) -> int:
        return self.start + len(self.text)

    @property
    def is_blank(self) -> bool:
        return not self.text or self.text.isspace()

    @property
    def indent(self) -> int:
        """The width of the white space at its head."""
        head = self.text[: len(self.text) - len(self.text.lstrip())]
        return len(head.expandtabs(_TAB)) if "\t" in head else len(head)

    def part(self, start: int, end: int | None = None) -> SourceLine:
        """The part from `start` to `end`, offsets in `text`."""
        piece = self.text[start:end].rstrip()
        return SourceLine(piece, self.start + start, self.left + start)

    def content(self) -> SourceLine:
        """The line without the white space at its head."""
        return self.part(len(self.text) - len(self.text.lstrip()))


def source_lines(text: str) -> list[SourceLine]:
    """All lines of a text, the blank ones too."""
    return list(_lines(text))


def _lines(text: str) -> Iterator[SourceLine]:
    for found in _LINE.finditer(text):
        if found.start() < len(text):
            yield SourceLine(found[0].rstrip(), found.start())
