"""Wrapping: styled text in lines that fit the page, measured in the cells of a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import groupby

from msgspec import Struct

from bulletcoach.report.page import Part
from bulletcoach.report.visible import visible_character, width


class Cell(Struct, frozen=True):
    """A character as shown: itself or its escape, how many cells it takes, and the name of its style."""

    shown: str
    width: int
    style: str = ""


def cells_of(text: str, style: str = "") -> Iterator[Cell]:
    """The characters of `text`, made safe to show."""
    return (cell_of(character, style) for character in text)


@lru_cache(maxsize=1_000)  # the characters of a language, in a few styles
def cell_of(character: str, style: str = "") -> Cell:
    """One character, made safe to show."""
    shown = visible_character(character)
    return Cell(shown, sum(map(width, shown)), style)


def broken(cells: Sequence[Cell], columns: int) -> Iterator[Sequence[Cell]]:
    """The cells in lines of at most `columns`, broken at spaces, or anywhere in a word that is longer than a line."""
    start = 0
    while start < len(cells):
        end, used, space = start, 0, start
        while end < len(cells) and used + cells[end].width <= columns:
            used += cells[end].width
            space = end if cells[end].shown == " " else space
            end += 1
        if end < len(cells) and cells[end].shown != " " and space > start:
            end = space
        end = max(end, start + 1)
        yield cells[start:end]
        start = end + (end < len(cells) and cells[end].shown == " ")


def hanging(lead: str, parts: Iterable[Part], columns: int) -> Iterator[tuple[Part, ...]]:
    """The parts in lines of at most `columns`: the first behind `lead`, the others indented by as much."""
    cells = [cell for part in parts for cell in cells_of(*_styled(part))]
    indent = sum(map(width, lead))
    for line in broken(cells, max(1, columns - indent)):
        yield (lead, *_parts(line))
        lead = " " * indent


def _styled(part: Part) -> tuple[str, str]:
    return (part, "") if isinstance(part, str) else part


def _parts(line: Sequence[Cell]) -> Iterator[Part]:
    for style, cells in groupby(line, key=lambda cell: cell.style):
        yield "".join(cell.shown for cell in cells), style
