"""Running text: paragraphs below one another that only their words tell about, gathered to one block."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bulletcoach.model.text import Span
from bulletcoach.readers.blocks import Block, Kind
from bulletcoach.readers.rendering import Renderer
from bulletcoach.readers.wordprocessor.flow import BREAK, Paragraph, Sheet
from bulletcoach.readers.wordprocessor.strips import Strip


class Running:
    """Gathers strips; paragraphs that stand side by side become one line."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self._renderer: Renderer | None = None
        self._start = self._end = 0
        self._gap = False

    def takes(self, strip: Strip) -> bool:
        """Whether the strip can be told next: what is told must rise in the file."""
        return self._sheet.span(_rising(strip)[0]).start >= self._end

    def add(self, strip: Strip, *, is_apart: bool) -> None:
        """The next strip; `is_apart`: blank space stands above it."""
        at = self._sheet.span(_rising(strip)[0]).start
        if self._renderer is None:
            self._renderer = Renderer(self._sheet.text)
            self._start = self._end = at
            self._gap = is_apart
        else:
            self._renderer.say("\n\n" if is_apart else "\n", self._end, at)
        for number, paragraph in enumerate(_rising(strip)):
            span = self._sheet.span(paragraph)
            if number:
                self._renderer.say(strip.joint, self._end, span.start)
            _tell(self._renderer, paragraph, span, " " if len(strip.paragraphs) > 1 else "\n")
            self._end = span.end

    def taken(self, kind: Kind = Kind.TEXT) -> Iterator[Block]:
        """The block of all that was gathered, if there was any."""
        if self._renderer is not None:
            span = Span(self._start, self._end)
            yield Block(kind, self._renderer.rendering(), span, gap=self._gap)
        self._renderer, self._end = None, 0


def _rising(strip: Strip) -> Sequence[Paragraph]:
    return sorted(strip.paragraphs, key=lambda each: each.number)


def _tell(renderer: Renderer, paragraph: Paragraph, span: Span, line_break: str) -> None:
    at = span.start
    for match in re.finditer(BREAK, paragraph.text):
        here = span.start + match.start()
        renderer.copy(at, here)
        renderer.say(line_break, here, here + 1)
        at = here + 1
    renderer.copy(at, span.end)
