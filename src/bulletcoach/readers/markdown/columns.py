"""Names side by side that only their markup sets apart: `**Agent** *Acme*`."""

from __future__ import annotations

import re
from collections.abc import Mapping

_COLUMN = re.compile(r"[ \t]+(?=(?:<[^<>]{1,80}>)?[\[*_`(]*[A-Z0-9])")
_CAPITAL = re.compile(r"[A-Z]|\d\d")
_LONGEST_HEADER = 240


def columns(text: str, marks: Mapping[int, int]) -> dict[int, int]:
    """The blanks that part names by their markup, `**Agent** *Acme*`: those behind a closing mark, before a capital.

    The line must begin with a mark, or another one stand behind the blanks.
    """
    found: dict[int, int] = {}
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        if len(line) <= _LONGEST_HEADER:
            inside = [mark for mark in range(start, end) if mark in marks]
            for behind in (marks[mark] for mark in inside):
                match = _COLUMN.match(text, behind, end)
                if match is not None and (match.end() in marks or inside[0] == start):
                    found[match.start()] = match.end()
            for mark in inside:
                if text[mark] == "<" and text[mark - 1 : mark].islower() and _CAPITAL.match(text, marks[mark], end):
                    found[marks[mark]] = marks[mark]  # “Agent<span>2019”, set apart by its style
        start = end + 1
    return found
