"""Positions: spans of clean text, the map back to the source, lines and columns.

Three coordinate systems meet here, all counted in Unicode code points:

- *clean* offsets, into the text of one bullet as a reader would say it aloud;
- *source* offsets, into the decoded text of the whole file;
- *lines and columns* of the source, both from 1, as editors show them.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from msgspec import Struct

_LINE_END = re.compile(r"\r\n|\n|\r")


class Span(Struct, frozen=True, order=True, array_like=True, gc=False):
    """A half-open range of code points: `start` is in it, `end` is not."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The part of `text` that the span covers."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end


class Run(Struct, frozen=True):
    """One stretch of clean text and the stretch of source it was read from.

    Where both have the same length they correspond character by character. Where they differ (a ligature, a line
    break that became a space, an escape) every clean character stands for the whole source range.
    """

    clean: Span
    source: Span

    @property
    def is_literal(self) -> bool:
        return len(self.clean) == len(self.source)


class SourceMap(Struct, frozen=True):
    """Where each character of a clean text stands in its source.

    The runs follow one another without gap or overlap in the clean text, and rise in the source.
    """

    runs: tuple[Run, ...]

    def source_span(self, clean: Span) -> Span:
        """The smallest source range that holds the given clean range; an empty span maps to an empty one.

        Raises IndexError for a span outside the clean text.
        """
        if clean.start == clean.end:
            at = self._at(clean.start, ending=clean.start > 0)
            return Span(at, at)
        first = self.character(clean.start)
        last = self.character(clean.end - 1)
        return Span(first.start, last.end)

    def character(self, offset: int) -> Span:
        """The source range of the clean character at `offset`. Raises IndexError where there is none."""
        run = self._run(offset)
        if run.is_literal:
            at = run.source.start + offset - run.clean.start
            return Span(at, at + 1)
        return run.source

    def _run(self, offset: int) -> Run:
        index = bisect_right(self.runs, offset, key=lambda run: run.clean.start) - 1
        if index < 0 or offset >= self.runs[index].clean.end:
            raise IndexError(f"no clean character at offset {offset}")
        return self.runs[index]

    def _at(self, offset: int, *, ending: bool) -> int:
        if not self.runs:
            raise IndexError("the clean text is empty")
        return self.character(offset - 1).end if ending else self.character(offset).start


class MarkPair(Struct, frozen=True, order=True):
    """Two marks of markup, as source ranges, and between them the words that they are about: `**` and `**`,
    `\\textbf{` and `}`, `[` and `](https://…)`. What stands in a mark is read by nobody."""

    opening: Span
    closing: Span


class LineIndex:
    """Lines of a text, for turning offsets into line and column. A line ends at CR LF, LF or CR."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(end.end() for end in _LINE_END.finditer(text))]

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset, both from 1, the column in code points."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1
