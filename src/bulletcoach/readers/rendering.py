"""A stretch of source as one reads it: without markup, each character mapped back.

A reader of a marked-up format goes through its source once and tells a Renderer what it comes by: characters that
stand for themselves, escapes and commands that are read as something else, and pairs of marks that are not read at all.
"""

from __future__ import annotations

from msgspec import Struct

from bulletcoach.model.text import MarkPair, Run, SourceMap, Span


class Rendering(Struct, frozen=True):
    """What is read, the map from its characters to the source, and the pairs of marks in and round it, in order."""

    text: str
    source_map: SourceMap
    marks: tuple[MarkPair, ...] = ()

    @classmethod
    def as_it_stands(cls, source: str, span: Span) -> Rendering:
        """The source itself."""
        text = span.of(source)
        return cls(text, SourceMap((Run(Span(0, len(text)), span),) if text else ()))


class Renderer:
    """Builds a Rendering. What it is told must rise in the source.

    The run that may still grow is kept as plain numbers: most are told piece by piece, words and blanks in turns.
    """

    def __init__(self, source: str) -> None:
        self._source = source
        self._parts: list[str] = []
        self._runs: list[Run] = []
        self._marks: list[MarkPair] = []
        self._length = 0
        self._begins = 0  # in what is read
        self._source_begins = 0
        self._source_ends = 0
        self._is_literal = False

    @property
    def is_empty(self) -> bool:
        return not self._length

    @property
    def last(self) -> str:
        """The last character so far, empty where there is none."""
        return self._parts[-1][-1] if self._parts else ""

    def copy(self, start: int, end: int) -> None:
        """The source from `start` to `end` is read as it stands."""
        if start < end:
            self._add(self._source[start:end], start, end)

    def say(self, text: str, start: int, end: int) -> None:
        """The source from `start` to `end` is read as `text`; an empty text is nothing."""
        if text:
            self._add(text, start, end)

    def stand_for(self, text: str, start: int, end: int) -> None:
        """The source from `start` to `end` is a name for `text`: no character of the one is any of the other.

        Where both are of the same length, `say` would take them for one another.
        """
        if len(text) == end - start and text != self._source[start:end] and len(text) > 1:
            self.say(text[:-1], start, end)
            self.say(text[-1], end, end)
        else:
            self.say(text, start, end)

    def mark(self, opening: Span, closing: Span) -> None:
        """A pair of marks stands there. Pairs may be told in any order."""
        self._marks.append(MarkPair(opening, closing))

    def rendering(self) -> Rendering:
        """What was told so far."""
        runs = (*self._runs, self._run()) if self._parts else ()
        return Rendering("".join(self._parts), SourceMap(runs), tuple(sorted(self._marks)))

    def _add(self, text: str, start: int, end: int) -> None:
        is_literal = len(text) == end - start
        goes_on = is_literal and self._is_literal and start == self._source_ends
        if not (goes_on and self._source.startswith(text, start)):
            if self._parts:
                self._runs.append(self._run())
            self._begins, self._source_begins, self._is_literal = self._length, start, is_literal
        self._source_ends = end
        self._parts.append(text)
        self._length += len(text)

    def _run(self) -> Run:
        """The run that was told last."""
        return Run(Span(self._begins, self._length), Span(self._source_begins, self._source_ends))
