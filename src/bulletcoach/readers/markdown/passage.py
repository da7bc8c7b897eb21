"""A stretch of text that may stand on several lines of a file, between what leads these lines in.

The text of a list item or of a quotation is cut out of its file line by line: indentation and `>` are no part of it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from bulletcoach.model.text import Span


class Passage:
    """The stretches `lines` of a source, in order, as one text with line breaks between them.

    `columns` are those at which the lines begin in the source.
    """

    def __init__(self, source: str, lines: Sequence[Span], columns: Sequence[int] = ()) -> None:
        self.lines = tuple(lines)
        self.columns = tuple(columns) or (0,) * len(self.lines)
        self.text = "\n".join(span.of(source) for span in self.lines)
        self._starts = list(accumulate((len(span) + 1 for span in self.lines[:-1]), initial=0))

    @property
    def span(self) -> Span:
        """The source range from its first line to its last."""
        return Span(self.lines[0].start, self.lines[-1].end)

    def source_span(self, start: int, end: int) -> Span:
        """Where the text from `start` to `end` stands in the source; a line break there takes in what leads the next
        line in."""
        first = self._at(start)
        return Span(first, self._at(end - 1, behind=True) if end > start else first)

    def line_of(self, offset: int) -> int:
        """The number of the line that an offset of the text stands on, from 0."""
        return bisect_right(self._starts, offset) - 1

    def lines_of(self, first: int, last: int, source: str) -> Passage:
        """The passage of its lines from `first` up to `last`."""
        if first == 0 and last >= len(self.lines):
            return self
        return Passage(source, self.lines[first:last], self.columns[first:last])

    def _at(self, offset: int, *, behind: bool = False) -> int:
        number = self.line_of(offset)
        line = self.lines[number]
        inside = offset - self._starts[number]
        if inside < len(line):
            return line.start + inside + behind
        return self.lines[number + 1].start if behind and number + 1 < len(self.lines) else line.end
