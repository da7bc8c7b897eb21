"""The lines of Org that are more than text, by the signs that they begin with or are made of."""

from __future__ import annotations

import re

from bulletcoach.readers.source_lines import SourceLine

KEYWORD = re.compile(r"[ \t]*#\+([\w-]+):[ \t]*(.*)")
BEGIN = re.compile(r"[ \t]*#\+begin_([\w-]+)[ \t]*(\S*)", re.IGNORECASE)
END = re.compile(r"[ \t]*#\+end_([\w-]+)", re.IGNORECASE)
ITEM = re.compile(r"[ \t]*(?P<marker>[-+]|\d{1,9}[.)]|(?<=[ \t])\*|[a-z][.)](?=[ \t]+\S))(?:[ \t]+|$)")
COMMENT = re.compile(r"[ \t]*#(?:[ \t]|$)")
DRAWER = re.compile(r"[ \t]*:(?!end:)[\w-]+:[ \t]*$", re.IGNORECASE)
END_DRAWER = re.compile(r"[ \t]*:end:[ \t]*$", re.IGNORECASE)

_RULE = re.compile(r"[ \t]*(?:-{5,}|\|[-+|]+\|?)$")
_PLANNING = re.compile(r"[ \t]*(?:SCHEDULED|DEADLINE|CLOSED|CLOCK):")
_FOOTNOTE = re.compile(r"\[fn:[^\]]+\]")
_FIXED = re.compile(r"[ \t]*:(?=[ \t]|$)")
_COUNTER = re.compile(r"\[@\w+\][ \t]*")
_BOX = re.compile(r"\[[ X-]\](?:[ \t]+|$)", re.IGNORECASE)


def parts(text: str) -> bool:
    """Whether a line is none itself, but a break between what stands above and below."""
    return any(pattern.match(text) for pattern in (KEYWORD, END, _RULE, END_DRAWER))


def is_aside(text: str) -> bool:
    """Whether a line says something that is not read."""
    return bool(_PLANNING.match(text) or _FOOTNOTE.match(text))


def unfixed(line: SourceLine) -> SourceLine | None:
    """What a line behind a colon (`: as it stands`) says; None for any other line."""
    found = _FIXED.match(line.text)
    return line.part(found.end()) if found else None


def item_text(line: SourceLine) -> SourceLine:
    """The text of an item without the counter and the box at its head."""
    for pattern in (_COUNTER, _BOX):
        if lead := pattern.match(line.text):
            line = line.part(lead.end())
    return line


def stars(line: SourceLine) -> int:
    """How many stars stand at the head of a line."""
    return len(line.text) - len(line.text.lstrip("*"))
