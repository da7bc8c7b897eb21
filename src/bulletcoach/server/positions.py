"""Positions: offsets into a text, counted in code points, and the lines and characters that an editor counts in."""

from __future__ import annotations

import re
from bisect import bisect_right

from lsprotocol.types import Position, PositionEncodingKind, Range

from bulletcoach.model.text import Span

_LINE_END = re.compile(r"\r\n|\n|\r")
# How many bytes a unit has, in the encoding that a unit is one of.
_UNITS = {
    PositionEncodingKind.Utf8: ("utf-8", 1),
    PositionEncodingKind.Utf16: ("utf-16-le", 2),
    PositionEncodingKind.Utf32: ("utf-32-le", 4),
}


class Lines:
    """The lines of a text, in the units that were agreed on with the client: those of UTF-16 where it did not ask."""

    def __init__(self, text: str, encoding: PositionEncodingKind | str | None = None) -> None:
        self._text = text
        self._starts = [0]
        self._ends: list[int] = []
        for end in _LINE_END.finditer(text):
            self._ends.append(end.start())
            self._starts.append(end.end())
        self._ends.append(len(text))
        self._codec, self._size = _UNITS[PositionEncodingKind(encoding or PositionEncodingKind.Utf16)]

    def position(self, offset: int) -> Position:
        """Where an offset is."""
        line = bisect_right(self._starts, offset) - 1
        return Position(line, self._length(self._text[self._starts[line] : offset]))

    def range(self, span: Span) -> Range:
        """Where a span is."""
        return Range(self.position(span.start), self.position(span.end))

    def offset(self, position: Position) -> int:
        """The offset of a position; of one behind the end of its line, that of the end."""
        if position.line >= len(self._starts):
            return len(self._text)
        start, end = self._starts[position.line], self._ends[position.line]
        units = 0
        for offset in range(start, end):
            if units >= position.character:
                return offset
            units += self._length(self._text[offset])
        return end

    def span(self, range: Range) -> Span:
        """The span of a range."""
        return Span(self.offset(range.start), self.offset(range.end))

    def whole(self, span: Span) -> Span:
        """All of the lines that a span touches."""
        first, last = (bisect_right(self._starts, offset) - 1 for offset in (span.start, span.end))
        return Span(self._starts[first], self._ends[last])

    def first_words(self) -> Span:
        """The first line that is not empty, without blanks round it: where a remark about the whole text is put."""
        for start, end in zip(self._starts, self._ends, strict=True):
            line = self._text[start:end]
            if line.strip():
                return Span(start + len(line) - len(line.lstrip()), start + len(line.rstrip()))
        return Span(0, 0)

    def _length(self, text: str) -> int:
        return len(text.encode(self._codec, "surrogatepass")) // self._size
