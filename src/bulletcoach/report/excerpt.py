"""Excerpt: a bullet's text with the words that are meant underlined, wrapped, and shortened where it is long."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct

from bulletcoach.model.text import Span
from bulletcoach.report.wrapping import Cell, broken, cell_of

_MOST_LINES = 3
_MARKED = "mark"
_GAP = (Cell(" ", 1), Cell("…", 1))


class ExcerptLine(Struct, frozen=True):
    """One line of an excerpt; `marks` are the carets that stand below it, empty where nothing is marked."""

    text: str
    marks: str


def shortened(text: str, most: int) -> str:
    """A text of more than `most` characters up to a word's end before that, with “…” for the rest."""
    return text if len(text) <= most else text[:most].rsplit(" ", 1)[0] + " …"


def excerpt(text: str, spans: Iterable[Span], columns: int) -> list[ExcerptLine]:
    """`text` in lines of at most `columns` cells, with carets under `spans`.

    A text of more than three lines keeps its beginning and the lines with marks; what is left out shows as “…”.
    """
    marked = {offset for span in spans for offset in range(span.start, span.end)}
    cells = [cell_of(character, _MARKED if at in marked else "") for at, character in enumerate(text)]
    lines = list(broken(cells, columns - len(_GAP)))
    return [ExcerptLine(_text(line), _marks(line)) for line in _shortened(lines)]


def _shortened(lines: Sequence[Sequence[Cell]]) -> list[Sequence[Cell]]:
    if len(lines) <= _MOST_LINES:
        return list(lines)
    marked = [number for number, line in enumerate(lines) if any(cell.style for cell in line)]
    kept = sorted({0, *marked[: _MOST_LINES - 1]}) if marked else [0]
    shown: list[Sequence[Cell]] = []
    for number, following in zip(kept, [*kept[1:], len(lines)], strict=True):
        shown.append(lines[number] if following == number + 1 else [*lines[number], *_GAP])
    return shown


def _text(line: Sequence[Cell]) -> str:
    return "".join(cell.shown for cell in line)


def _marks(line: Sequence[Cell]) -> str:
    return "".join(("^" if cell.style else " ") * cell.width for cell in line).rstrip()
