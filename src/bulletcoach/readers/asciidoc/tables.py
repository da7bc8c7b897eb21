"""AsciiDoc's tables: their cells, each a few parts of lines."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from bulletcoach.readers.source_lines import SourceLine

EDGE = re.compile(r"[|!,:]={3,}$")
_CELL = re.compile(r"(?<!\\)(?:(?<![^\s|])(?:\d+(?:\.\d+)?[*+]|\.\d+\+)?(?:[<^>]?(?:\.[<^>])?)?[adehlmsv]?)?\|")


class Cell(Struct, frozen=True):
    """A cell, and whether it is the first on its line."""

    lines: tuple[SourceLine, ...]
    is_first: bool


def cells_of(lines: Sequence[SourceLine]) -> list[Cell]:
    """The cells between the two edges of a table."""
    found: list[Cell] = []
    current: list[SourceLine] = []
    is_open = is_first = False
    for line in lines:
        at = 0
        for count, match in enumerate(_CELL.finditer(line.text)):
            if is_open:
                current.append(line.part(at, match.start()))
                found.append(Cell(tuple(current), is_first))
            current, is_open, is_first = [], True, count == 0
            at = match.end()
        if is_open:
            current.append(line.part(at))
    if is_open:
        found.append(Cell(tuple(current), is_first))
    return found
