"""Excerpt: a bullet's text with the words that are meant underlined, wrapped, and shortened where it is long."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bulletcoach.model.text import Span
from bulletcoach.report.visible import visible_character, width

_MOST_LINES = 3
_GAP = "…"


@dataclass(frozen=True, slots=True)
class ExcerptLine:
    """One line of an excerpt; `marks` are the carets that stand below it, empty where nothing is marked."""

    text: str
    marks: str


@dataclass(frozen=True, slots=True)
class _Cell:
    """A character as shown: itself or its escape, and whether it is marked."""

    shown: str
    width: int
    marked: bool


def excerpt(text: str, spans: Iterable[Span], columns: int) -> list[ExcerptLine]:
    """`text` in lines of at most `columns` cells, with carets under `spans`.

    A text of more than three lines keeps its beginning and the lines with marks; what is left out shows as “…”.
    """
    marked = {offset for span in spans for offset in range(span.start, span.end)}
    cells = [_cell(character, offset in marked) for offset, character in enumerate(text)]
    lines = list(_wrapped(cells, columns - 2))
    return [ExcerptLine(_text(line), _marks(line)) for line in _shortened(lines)]


def _cell(character: str, marked: bool) -> _Cell:
    shown = visible_character(character)
    return _Cell(shown, sum(map(width, shown)), marked)


def _wrapped(cells: Sequence[_Cell], columns: int) -> Iterable[Sequence[_Cell]]:
    """The cells in lines, broken at spaces, or anywhere in a word that is longer than a line."""
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


def _shortened(lines: Sequence[Sequence[_Cell]]) -> list[Sequence[_Cell]]:
    if len(lines) <= _MOST_LINES:
        return list(lines)
    marked = [number for number, line in enumerate(lines) if any(cell.marked for cell in line)]
    kept = sorted({0, *marked[: _MOST_LINES - 1]}) if marked else [0]
    gap = _Cell(_GAP, 1, False)
    shown: list[Sequence[_Cell]] = []
    for number, following in zip(kept, [*kept[1:], len(lines)], strict=True):
        shown.append(lines[number] if following == number + 1 else [*lines[number], _Cell(" ", 1, False), gap])
    return shown


def _text(line: Sequence[_Cell]) -> str:
    return "".join(cell.shown for cell in line)


def _marks(line: Sequence[_Cell]) -> str:
    return "".join(("^" if cell.marked else " ") * cell.width for cell in line).rstrip()
