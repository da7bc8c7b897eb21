"""The lines of a source, with blanks where its comments are."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable

from bulletcoach.model.text import Span

_LINE_END = re.compile(r"\r\n|\n|\r")
_NOT_BREAK = re.compile(r"[^\r\n]")
_INDENT = re.compile(r"[ \t]*")


class SourceLines:
    """Looks things up by offset. What was found is kept: a file may have as many comments as lines."""

    def __init__(self, text: str, comments: Iterable[Span]) -> None:
        self._starts = [0, *(end.end() for end in _LINE_END.finditer(text))]
        self._bare = _without(text, comments)
        self._is_bare: dict[int, bool] = {}
        self._reach: dict[tuple[re.Pattern[str], int], int] = {}
        self._before: dict[tuple[int, int], int] = {}

    def around(self, offset: int) -> Span:
        """The line at `offset`, with its line break."""
        at = bisect_right(self._starts, offset)
        return Span(self._starts[at - 1], self._starts[at] if at < len(self._starts) else len(self._bare))

    def column(self, offset: int) -> int:
        """The column of an offset, from 0."""
        return offset - self.around(offset).start

    def indent(self, offset: int) -> int:
        """The column, from 0, of the first sign on the line at `offset`."""
        match = _INDENT.match(self._bare, self.around(offset).start)
        return len(match[0]) if match else 0

    def is_bare(self, offset: int) -> bool:
        """Whether nothing but comments stands on the line at `offset`."""
        line = self.around(offset)
        if line.start not in self._is_bare:
            self._is_bare[line.start] = not line.of(self._bare).strip()
        return self._is_bare[line.start]

    def reach(self, pattern: re.Pattern[str], offset: int) -> int:
        """Where the match of `pattern` from `offset` ends, comments being blanks."""
        key = pattern, offset
        if key not in self._reach:
            match = pattern.match(self._bare, offset)
            self._reach[key] = match.end() if match else offset
        return self._reach[key]

    def blank_before(self, offset: int, floor: int) -> int:
        """Where the blanks and comments in front of an offset begin, not below `floor`."""
        key = offset, floor
        if key not in self._before:
            self._before[key] = floor + len(self._bare[floor:offset].rstrip())
        return self._before[key]


def _without(text: str, spans: Iterable[Span]) -> str:
    parts: list[str] = []
    at = 0
    for span in sorted(spans):
        start = max(at, span.start)
        if start < span.end:
            parts += (text[at:start], _NOT_BREAK.sub(" ", text[start : span.end]))
            at = span.end
    return "".join((*parts, text[at:]))
