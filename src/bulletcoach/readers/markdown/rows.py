"""Rows of pipe tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bulletcoach.readers.blocks import Block
from bulletcoach.readers.html.blocks import kind_of_strip
from bulletcoach.readers.html.cutting import cut, extent, trimmed
from bulletcoach.readers.html.layout import Strip
from bulletcoach.readers.html.rows import row_of
from bulletcoach.readers.rendering import Rendering
from bulletcoach.readers.words import ResumeWords


def blocks_of_row(cells: Iterable[Rendering], words: ResumeWords, quoting: str, *, gap: bool) -> Iterator[Block]:
    """The blocks of a row with these cells, the quoting of which is `quoting`; `gap`: blank lines stand above it."""
    strips = [Strip(line, row=1, cell=number) for number, cell in enumerate(cells, 1) for line in _lines(cell)]
    for strip in row_of(strips, words):
        yield Block(kind_of_strip(strip), strip.rendering, extent(strip.rendering), quoting=quoting, gap=gap)
        gap = False


def _lines(rendering: Rendering) -> Iterator[Rendering]:
    """The lines of a rendering that hold anything."""
    at = 0
    for line in rendering.text.split("\n"):
        part = trimmed(cut(rendering, at, at + len(line)))
        if part.text:
            yield part
        at += len(line) + 1
