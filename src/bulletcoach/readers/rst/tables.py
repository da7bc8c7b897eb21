"""reStructuredText's tables: their cells, each a few parts of lines."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from bulletcoach.readers.source_lines import SourceLine

GRID = re.compile(r"[ \t]*\+(?:[-=]+\+)+$")
SIMPLE = re.compile(r"[ \t]*=+(?:[ \t]+=+)+$")
_PARTED = re.compile(r"\+[-=]+\+")
_SPAN_RULE = re.compile(r"[ \t]*-+(?:[ \t]+-+)*$")
_FILLED = re.compile(r"[-=]+")

_MOST_LINES = 400
"""A simple table is no longer."""

Cell = list[SourceLine]
Row = list[Cell]


class Table(Struct, frozen=True):
    """The rows of a table, and the number of the line behind it."""

    rows: Sequence[Row]
    behind: int


def grid_at(lines: Sequence[SourceLine], at: int) -> Table:
    """The grid table that begins on a line, which GRID matches."""
    end = at
    while end < len(lines) and lines[end].text.lstrip().startswith(("+", "|")):
        end += 1
    return Table(grid_rows(lines[at:end]), end)


def simple_at(lines: Sequence[SourceLine], at: int) -> Table | None:
    """The simple table that begins on a line; one with a head has a third rule."""
    if not SIMPLE.match(lines[at].text):
        return None
    rules = [number for number in range(at, min(len(lines), at + _MOST_LINES)) if SIMPLE.match(lines[number].text)]
    has_head = len(rules) > 2 and not any(line.is_blank for line in lines[rules[1] + 1 : rules[2]])
    end = rules[2] if has_head else rules[min(1, len(rules) - 1)]
    return Table([], at + 1) if end == at else Table(simple_rows(lines[at:end]), end + 1)


def grid_rows(lines: Sequence[SourceLine]) -> list[Row]:
    """The rows of a grid table, whose cells may span several of its columns or rows.

    A cell counts to the row in which it ends, and is as its lines are: without the frame.
    """
    edges = sorted({at for line in lines if _PARTED.search(line.text) for at in _edges(line.text)})
    cells: dict[int, Cell] = {}
    rows: list[Row] = []
    for line in lines:
        ended: list[tuple[int, Cell]] = []
        at = 0
        while at + 1 < len(edges):
            stop = at + 1
            while stop + 1 < len(edges) and line.text[edges[stop] : edges[stop] + 1] not in ("|", "+", ""):
                stop += 1
            segment = line.part(edges[at] + 1, edges[stop])
            if _FILLED.fullmatch(segment.text) and len(segment.text) == edges[stop] - edges[at] - 1:
                for column in range(at, stop):
                    if cell := cells.pop(column, None):
                        ended.append((column, cell))
            else:
                cells.setdefault(at, []).append(segment)
            at = stop
        if ended:
            rows.append([cell for _, cell in sorted(ended, key=lambda each: each[0])])
    if cells:
        rows.append([cell for _, cell in sorted(cells.items())])
    return rows


def simple_rows(lines: Sequence[SourceLine]) -> list[Row]:
    """The rows of a simple table; `lines` begin with its first rule. A row begins where the first column is filled."""
    columns = [match.span() for match in re.finditer(r"=+", lines[0].text)]
    rows: list[Row] = []
    for line in lines[1:]:
        if SIMPLE.match(line.text) or (_SPAN_RULE.match(line.text) and len(line.text) > 2):
            rows.append([])
            continue
        if line.is_blank:
            continue
        stops = [start for start, _ in columns[1:]] + [None]
        parts = [line.part(start, stop) for (start, _), stop in zip(columns, stops, strict=True)]
        if parts[0].text.strip() or not rows or not rows[-1]:
            rows.append([[] for _ in columns])
        for cell, part in zip(rows[-1], parts, strict=True):
            cell.append(part)
    return [row for row in rows if row]


def list_rows(lines: Sequence[SourceLine]) -> list[Row]:
    """The rows of a `list-table`, written as a list of lists."""
    rows: list[Row] = []
    indent = -1
    for line in lines:
        if opening := re.match(r"([ \t]*)\*[ \t]+-(?:[ \t]+|$)", line.text):
            rows.append([[line.part(opening.end())]])
            indent = re.match(r"[ \t]*\*[ \t]+", line.text).end()  # type: ignore[union-attr]
        elif rows and (cell := re.match(r"[ \t]*-(?:[ \t]+|$)", line.text)) and line.indent == indent:
            rows[-1].append([line.part(cell.end())])
        elif rows:
            rows[-1][-1].append(line)
    return rows


def _edges(text: str) -> list[int]:
    return [at for at, sign in enumerate(text) if sign == "+"]
