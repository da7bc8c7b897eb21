"""Which rows begin with a bullet: a sign of the lexicon, a picture from a symbol font, or a letter that stands for one.

Word processors write the bullets of Wingdings and Symbol as letters (“§”, “v”, “Ÿ”), and TeX has fonts of signs without
names; such a letter is known by its font, or by standing alone in another font than the text behind it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from msgspec import Struct

from bulletcoach.readers.headers import entry_dates, is_header, is_strong_header
from bulletcoach.readers.pdf.glyphs import UNREADABLE
from bulletcoach.readers.pdf.rows import Row, separator
from bulletcoach.readers.shapes import is_contact
from bulletcoach.readers.titles import kind_of
from bulletcoach.readers.words import ResumeWords

PLAIN = "•"
"""Stands for a bullet that has no sign of its own in Unicode."""
_LONGEST = 2
_LARGE = 1.15  # of the size of the text
_APART = 0.2  # em between a letter that is a bullet and the text


class Firsts(Struct, frozen=True):
    """How many rows begin with a word in a font, and how many of these with a letter that stands alone in its font."""

    all: Counter[tuple[str, str]]
    lone: Counter[tuple[str, str]]

    @classmethod
    def of(cls, rows: Sequence[Row]) -> Firsts:
        return cls(
            Counter((row.words[0].text, row.words[0].style.font) for row in rows),
            Counter((row.words[0].text, row.words[0].style.font) for row in rows if _is_lone(row)),
        )


class Head(Struct, frozen=True):
    """The bullet at the head of a row: its sign, where it and the text behind it stand on the page, and where that text
    begins in `Row.text`. `is_picture` tells a sign that the lexicon does not know."""

    glyph: str
    x0: float
    text_x: float
    length: int
    is_number: bool = False
    is_picture: bool = False


def without_icons(rows: Sequence[Row], words: ResumeWords) -> list[Row]:
    """`rows` without the pictures in front of dates, addresses, headings and names, which are no bullets."""
    firsts = Firsts.of(rows)
    sizes = sorted(row.size for row in rows)
    large = _LARGE * sizes[len(sizes) // 2] if sizes else 0.0
    rows = [Row.of(row.words[1:], row.page) if _heads_with_icon(row, large, words) else row for row in rows]
    return [Row.of(row.words[1:], row.page) if _has_icon(row, firsts, words) else row for row in rows]


def _heads_with_icon(row: Row, large: float, words: ResumeWords) -> bool:
    """Whether a drawn dot or a sign stands in front of the heading of a section, which is larger than the text."""
    if len(row.words) < 2 or len(row.words[0].text) > 1 or row.words[0].text.isalnum():
        return False
    return row.size >= large and kind_of(Row.of(row.words[1:], row.page).text, words) is not None


def _has_icon(row: Row, firsts: Firsts, words: ResumeWords) -> bool:
    head = head_of(row, firsts, words)
    if head is None or not head.is_picture:
        return False
    first = row.words[0]
    rest = row.text[head.length :].strip()
    if first.style.is_picture and (firsts.all[first.text, first.style.font] < 2 or is_strong_header(rest, words)):
        return True
    is_dated = bool(entry_dates(rest, words)) and is_header(rest, words)
    return is_dated or is_contact(rest, words) or kind_of(rest, words) is not None


def head_of(row: Row, firsts: Firsts, words: ResumeWords) -> Head | None:
    """The bullet at the head of `row`, if it has one; `firsts` tells how the other rows of the file begin."""
    first = row.words[0]
    behind = row.words[1] if len(row.words) > 1 else None
    found = words.markers.match(row.text, 0, len(row.text))
    if found is not None:
        is_picture = first.style.is_symbol and not found.is_number and behind is not None and first.text != PLAIN
        return Head(found.text, row.x0, _text_x(row, found.end), found.end, found.is_number, is_picture)
    if len(first.text) > _LONGEST or behind is None:
        return None
    is_alike = _is_lone(row) and firsts.lone[first.text, first.style.font] > 1
    if is_alike or first.style.is_symbol or first.text[0] == UNREADABLE:
        length = len(first.text) + len(separator(first, behind))
        return Head(PLAIN, first.x0, behind.x0, length, is_picture=True)
    return None


def _text_x(row: Row, offset: int) -> float:
    """Where on the page the text at `offset` of a row stands."""
    at = 0
    before = None
    for word in row.words:
        if before is not None:
            at += len(separator(before, word))
        if at + len(word.text) > offset:
            inside = max(0, offset - at)
            return word.x0 + (word.x1 - word.x0) * inside / max(1, len(word.text))
        at += len(word.text)
        before = word
    return row.x1


def _is_lone(row: Row) -> bool:
    """Whether a row begins with one letter in a font of its own that stands apart from the text."""
    if len(row.words) < 2:
        return False
    first, behind = row.words[0], row.words[1]
    if len(first.text) > 1 or first.style.font == behind.style.font:
        return False
    if first.text.isdigit() or first.text in "AI“”\"'([":
        return False
    return (behind.x0 - first.x1) / first.size >= _APART
