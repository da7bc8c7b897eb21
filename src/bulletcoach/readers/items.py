"""Lines joined to items: bullets with their wrapped lines, and paragraphs.

The hard question is whether a line without a marker carries on the bullet above it. In the order of their weight:
how the bullet ends and how the line begins (“and”, a small letter), hanging indentation, what the line is (a date, a
title, a heading), and whether its first word would have fitted on the line above, in which case nobody wrapped it.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from msgspec import Struct

from bulletcoach.model.text import Span
from bulletcoach.readers.headers import entry_dates, is_dates_only, is_header, is_strong_header
from bulletcoach.readers.lines import Line, Role
from bulletcoach.readers.markers import Marker
from bulletcoach.readers.shapes import (
    ends_open,
    is_contact,
    is_list,
    is_sentence,
    is_title_case,
    opens_like_bullet,
    word_count,
)
from bulletcoach.readers.titles import is_sub_heading
from bulletcoach.readers.words import ResumeWords

_CARRIES_ON = tuple(",;:)&+%/")
_LABEL_WORDS = 3
_HEADER_LINES = 3  # title, employer and place may stand on lines of their own above the dates

_TELLING_LINES = 6  # fewer say nothing about how long lines are
_SOLE_BY = 15  # columns; where text is wrapped, the lines differ by a word


class Item(Struct, frozen=True):
    """A bullet or a paragraph: its lines, and what the first of them says of it.

    `head` is the text of its first line that has any, without the marker.
    """

    lines: tuple[Line, ...]
    head: str
    marker: Marker | None
    role: Role | None
    indent: int
    gap: int

    @classmethod
    def of(cls, *lines: Line) -> Item:
        """The item that `lines`, at least one, make up."""
        first = lines[0]
        head = next((line.body_text for line in lines if line.body < line.end), "")
        return cls(lines, head, first.marker, first.role, first.indent, first.gap)

    @property
    def span(self) -> Span:
        """The source range of its text, without the marker."""
        first = self.lines[0]
        if first.body >= first.end and len(self.lines) > 1:  # a glyph alone on its line
            return Span(self.lines[1].start, self.lines[-1].end)
        return Span(min(first.body, first.end), self.lines[-1].end)


def read_items(lines: Sequence[Line], width: int, words: ResumeWords) -> list[Item]:
    """Join `lines`, wrapped at column `width`, to items. A line whose role is known is one by itself."""
    items: list[Item] = []
    for is_known, group in groupby(lines, key=lambda line: line.role is not None):
        run = list(group)
        items += [Item.of(line) for line in run] if is_known else _joined(run, width, words)
    return items


def _joined(lines: Sequence[Line], width: int, words: ResumeWords) -> list[Item]:
    items: list[Item] = []
    open_lines: list[Line] = []
    bare_width = _bare_width(lines, width)
    for index, line in enumerate(lines):
        if open_lines and line.marker is None:
            own_width = width if open_lines[0].marker else bare_width
            if _carries_on(open_lines, line, lines, index, own_width, words):
                open_lines.append(line)
                continue
        if open_lines:
            items.append(Item.of(*open_lines))
        open_lines = [line]
    if open_lines:
        items.append(Item.of(*open_lines))
    return items


def _carries_on(
    above: Sequence[Line], line: Line, lines: Sequence[Line], index: int, width: int, words: ResumeWords
) -> bool:
    first, last = above[0], above[-1]
    if first.marker is not None and first.body >= first.end and len(above) == 1:
        return line.gap <= 1  # the glyph stood alone
    if line.gap:
        is_rest = line.gap == 1 and line.text[0].islower() and not _has_ended(last)
        return is_rest and first.marker is not None and not is_dates_only(line.text, words)
    if first.marker is None:
        return _paragraph_carries_on(above, line, width, words)
    if is_dates_only(line.text, words) or is_sub_heading(line.text, words):
        return False
    if _is_label(line):
        return False
    if _begins_inside(line) or ends_open(last.text, words):
        return True
    if line.indent > first.indent:
        return not _is_dated_header(line, words)
    if _is_dated_header(line, words) or _heads_entry(lines, index, words):
        return False
    if _would_have_fitted(last, line, width):
        return not is_header(line.text, words) and not opens_like_bullet(line.text, words) and not _has_ended(last)
    return not (_has_ended(last) and (opens_like_bullet(line.text, words) or is_strong_header(line.text, words)))


def _paragraph_carries_on(above: Sequence[Line], line: Line, width: int, words: ResumeWords) -> bool:
    first, last = above[0], above[-1]
    if not is_sentence(first.text, words) or _is_dated_header(first, words):
        return False
    if is_list(first.text, words) and not ends_open(last.text, words):
        return _begins_inside(line)
    if is_dates_only(line.text, words) or is_contact(line.text, words) or _is_dated_header(line, words):
        return False
    if _begins_inside(line) or ends_open(last.text, words) or line.indent > first.indent + 1:
        return not last.text.endswith(":")
    if (opens_like_bullet(line.text, words) and not is_title_case(line.text, words)) or is_strong_header(
        line.text, words
    ):
        return False
    return last.right <= width and not _would_have_fitted(last, line, width)


def _bare_width(lines: Sequence[Line], width: int) -> int:
    """The width at which lines without markers were wrapped: one line that is far longer than all others was not."""
    rights = sorted(line.right for line in lines if line.marker is None)
    is_sole = len(rights) >= _TELLING_LINES and rights[-1] - rights[-2] > _SOLE_BY
    return min(width, rights[-2]) if is_sole else width


def _is_label(line: Line) -> bool:
    """“Tools:” on a line of its own."""
    return line.text.endswith(":") and line.text[0].isupper() and word_count(line.text) <= _LABEL_WORDS


def _begins_inside(line: Line) -> bool:
    """Whether a line begins as only the middle of a sentence does."""
    return line.text[0].islower() or line.text.startswith(_CARRIES_ON)


def _has_ended(line: Line) -> bool:
    return line.text.endswith((".", "!", "?", ";", ":"))


def _is_dated_header(line: Line, words: ResumeWords) -> bool:
    return bool(entry_dates(line.text, words)) and not line.text[0].islower() and is_header(line.text, words)


def _heads_entry(lines: Sequence[Line], index: int, words: ResumeWords) -> bool:
    """Whether a line of names is followed by the dates of an entry, with nothing but names between."""
    if not is_header(lines[index].text, words):
        return False
    for line in lines[index + 1 : index + 1 + _HEADER_LINES]:
        if line.marker is not None:
            return False
        if entry_dates(line.text, words) and is_header(line.text, words):
            return True
        if not is_header(line.text, words):
            return False
    return False


def _would_have_fitted(last: Line, line: Line, width: int) -> bool:
    """Whether the first word of `line` had room on the line above: then the break was meant."""
    first_word = line.text.split(None, 1)[0]
    return last.right + 1 + len(first_word) < width
