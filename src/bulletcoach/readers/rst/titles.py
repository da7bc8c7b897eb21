"""reStructuredText's titles: text with a line of signs below it, or above and below."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from bulletcoach.readers.levels import lift
from bulletcoach.readers.rst.signs import EXPLICIT, ITEM
from bulletcoach.readers.rst.tables import SIMPLE
from bulletcoach.readers.source_lines import SourceLine

_ADORNMENT = re.compile(r"([!-/:-@\[-`{-~])\1*$")
_SHORTEST = 3
_SHORT_TITLE = 4


class Title(Struct, frozen=True):
    """Its style, one sign or two of them where there is one above; the line of its text; the number of that behind."""

    style: str
    text: SourceLine
    behind: int


def title_at(lines: Sequence[SourceLine], at: int) -> Title | None:
    """The title that begins on a line."""
    line = lines[at]
    below = lines[at + 1] if at + 1 < len(lines) else None
    if below is None or below.is_blank:
        return None
    sign = adornment(line)
    if sign:
        under = lines[at + 2] if at + 2 < len(lines) else None
        if under is not None and adornment(under) == sign and not adornment(below):
            return Title(sign * 2, below.content(), at + 3)
        return None
    sign = adornment(below)
    is_long_enough = len(below.text) >= min(len(line.text), _SHORT_TITLE) and not line.text[0].isspace()
    if not sign or not is_long_enough or ITEM.match(line.text) or EXPLICIT.match(line.text):
        return None
    if sign in "|+" and SIMPLE.match(below.text):
        return None
    return Title(sign, line, at + 2)


def adornment(line: SourceLine) -> str:
    """The sign that a line is made of; empty where it is no adornment."""
    found = _ADORNMENT.match(line.text)
    return found[1] if found and len(line.text) >= _SHORTEST else ""


def levels_of(lines: Sequence[SourceLine]) -> dict[str, int]:
    """The level of each style of titles, by the order in which they come."""
    found = [title.style for title in _titles(lines)]
    styles = {style: level for level, style in enumerate(dict.fromkeys(found), start=1)}
    lifted = lift(styles[style] for style in found)
    return {style: level + lifted for style, level in styles.items()}


def _titles(lines: Sequence[SourceLine]) -> Iterator[Title]:
    at = 0
    while at < len(lines):
        title = None if lines[at].is_blank else title_at(lines, at)
        if title is not None:
            yield title
        at = title.behind if title is not None else at + 1
