"""AsciiDoc's titles: behind signs (`== Experience`), above a line of them, and those of blocks (`.Experience`)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from bulletcoach.readers.asciidoc.signs import ABOUT_BLOCK, ATTRIBUTE, COMMENT, ITEM
from bulletcoach.readers.source_lines import SourceLine

_TITLE = re.compile(r"(={1,6}|#{1,6})[ \t]+(?=\S)")
_CLOSING = re.compile(r"[ \t]+={1,6}$")
_LEVELS = {"=": 1, "-": 2, "~": 3, "^": 4, "+": 5}
_BLOCK_TITLE = re.compile(r"\.(?=[^\s.])")


class Title(Struct, frozen=True):
    """The line of its text alone, its level from 1, and the number of the line behind it."""

    text: SourceLine
    level: int
    behind: int


def title_at(lines: Sequence[SourceLine], at: int) -> Title | None:
    """The title that begins on a line with signs."""
    line = lines[at]
    found = _TITLE.match(line.text)
    if found is None:
        return None
    text = line.part(found.end())
    if closing := _CLOSING.search(text.text):
        text = text.part(0, closing.start())
    return Title(text, len(found[1]), at + 1)


def underlined_at(lines: Sequence[SourceLine], at: int) -> Title | None:
    """The title on a line that a line of signs stands below."""
    if not is_underline(lines, at + 1):
        return None
    return Title(lines[at], _LEVELS[lines[at + 1].text[0]], at + 2)


def block_title(line: SourceLine) -> SourceLine | None:
    """The title of a block, which is no heading."""
    is_title = _BLOCK_TITLE.match(line.text) and not ITEM.match(line.text)
    return line.part(1) if is_title else None


def is_underline(lines: Sequence[SourceLine], at: int) -> bool:
    """Whether a line is the underline of the title above it."""
    if not 0 < at < len(lines):
        return False
    text, above = lines[at].text, lines[at - 1].text
    if not text or text[0] not in _LEVELS or text.strip(text[0]) or len(text) < 2:
        return False
    is_plain = bool(re.match(r"\w", above)) and not ATTRIBUTE.match(above)
    return is_plain and abs(len(text) - len(above)) <= 2 and (at < 2 or _parts(lines[at - 2]))


def _parts(line: SourceLine) -> bool:
    """Whether what stands below a line begins something new."""
    return line.is_blank or any(pattern.match(line.text) for pattern in (ABOUT_BLOCK, COMMENT, ATTRIBUTE))
