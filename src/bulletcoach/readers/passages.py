"""A passage of several source lines that is read as one, and the inline markup in it.

A format gives a Grammar: a pattern that finds the next piece of markup, and what each of its matches is read as.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from itertools import accumulate

from msgspec import Struct

from bulletcoach.model.text import Span
from bulletcoach.readers.rendering import Renderer, Rendering
from bulletcoach.readers.source_lines import SourceLine

_MOST_NESTED = 8
"""Marks nested deeper than this stand as they are."""


class Said(Struct, frozen=True):
    """A piece of markup that is read as `text`."""

    text: str


class Marked(Struct, frozen=True):
    """Text from `start` to `end` between two marks; read as it stands where it `is_literal`."""

    start: int
    end: int
    is_literal: bool = False


class Grammar(Struct, frozen=True):
    """`pattern` finds markup; `found` says what a match is, None for text. Matches must not be empty."""

    pattern: re.Pattern[str]
    found: Callable[[re.Match[str]], Said | Marked | None]


class Passage:
    """The text of `lines` with a line break between them, and where each character stands in the source."""

    def __init__(self, source: str, lines: Sequence[SourceLine]) -> None:
        self.text = "\n".join(line.text for line in lines)
        self._source = source
        self._lines = lines
        self._starts = list(accumulate((len(line.text) + 1 for line in lines), initial=0))[:-1]

    @property
    def span(self) -> Span:
        """Its range in the source."""
        return Span(self._lines[0].start, self._lines[-1].end) if self._lines else Span(0, 0)

    def rendering(self, grammar: Grammar, *, soft: str) -> Rendering:
        """The passage as it is read; `soft` stands for its line breaks."""
        renderer = Renderer(self._source)
        self._tell(renderer, grammar, Span(0, len(self.text)), soft, 0)
        return renderer.rendering()

    def _tell(self, renderer: Renderer, grammar: Grammar, span: Span, soft: str, depth: int) -> None:
        at = span.start
        while match := grammar.pattern.search(self.text, at, span.end):
            found = grammar.found(match) if depth < _MOST_NESTED else None
            if found is None:
                self._copy(renderer, Span(at, match.start() + 1), soft)
                at = match.start() + 1
                continue
            self._copy(renderer, Span(at, match.start()), soft)
            at = match.end()
            if isinstance(found, Said):
                where = self._placed(*match.span())
                renderer.stand_for(found.text, where.start, where.end)
                continue
            renderer.mark(self._placed(match.start(), found.start), self._placed(found.end, match.end()))
            inner = Span(found.start, found.end)
            if found.is_literal:
                self._copy(renderer, inner, soft)
            else:
                self._tell(renderer, grammar, inner, soft, depth + 1)
        self._copy(renderer, Span(at, span.end), soft)

    def _copy(self, renderer: Renderer, span: Span, soft: str) -> None:
        """Text as it stands, with `soft` for each line break."""
        at = span.start
        while at < span.end:
            line = self._line(at)
            line_end = self._starts[line] + len(self._lines[line].text)
            stop = min(span.end, line_end)
            if at < stop:
                renderer.copy(self._at(at), self._at(at) + stop - at)
            if stop < span.end:
                renderer.say(soft, self._lines[line].end, self._lines[line + 1].start)
                stop += 1
            at = stop

    def _placed(self, start: int, end: int) -> Span:
        """The source range of a stretch."""
        if start >= end:
            return Span(self._at(start), self._at(start))
        return Span(self._at(start), self._at(end - 1) + 1)

    def _at(self, offset: int) -> int:
        line = self._line(offset)
        return min(self._lines[line].end, self._lines[line].start + offset - self._starts[line])

    def _line(self, offset: int) -> int:
        return max(0, bisect_right(self._starts, offset) - 1)


def append(renderer: Renderer, rendering: Rendering) -> None:
    """Tells a renderer what another one was told, which must stand behind it in the source."""
    for run in rendering.source_map.runs:
        renderer.say(run.clean.of(rendering.text), run.source.start, run.source.end)
    for pair in rendering.marks:
        renderer.mark(pair.opening, pair.closing)
