"""Which rows look like the headings of this file.

A heading that the lexicon knows shows how headings are set here; every row set so is one then, even if nobody has
heard of it. Where headings look like the text or like the names of entries, their looks say nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from bulletcoach.readers.headers import entry_dates
from bulletcoach.readers.pdf.rows import Row
from bulletcoach.readers.shapes import has_title, is_contact
from bulletcoach.readers.titles import kind_of
from bulletcoach.readers.words import ResumeWords

_MOST_WORDS = 6
_MOST_OTHERS = 0.34  # of the rows of a style may be no headings

Look = tuple[str, float, bool, int, bool]


def look_of(row: Row) -> Look:
    """How a row is set: font, size, weight, colour, and whether in capitals."""
    style = row.style
    return (style.font, style.size, style.is_bold, style.color, row.text.isupper())


def heading_looks(rows: Sequence[Row], words: ResumeWords) -> frozenset[Look]:
    """The looks of headings in a file."""
    known = Counter(look_of(row) for row in rows if is_heading_text(row, words))
    text: Counter[Look] = Counter()
    others: Counter[Look] = Counter()
    for row in rows:
        look = look_of(row)
        text[look] += len(row.text)
        others[look] += _is_other(row, words)
    usual = text.most_common(1)[0][0] if text else None
    return frozenset(
        look
        for look, count in known.items()
        if look != usual and count >= 2 and others[look] <= _MOST_OTHERS * (count + others[look])
    )


def is_heading_text(row: Row, words: ResumeWords) -> bool:
    return not row.has_tab and kind_of(row.text, words) is not None


def may_be_heading(row: Row, words: ResumeWords) -> bool:
    """Whether a row that is set like a heading may be one by its words."""
    if row.has_tab or len(row.words) > _MOST_WORDS or not any(map(str.isalpha, row.text)):
        return False
    return not _is_other(row, words)


def _is_other(row: Row, words: ResumeWords) -> bool:
    """Whether a row is surely no heading: dates, a job title, an address, a sentence."""
    if kind_of(row.text, words) is not None:
        return False
    return (
        len(row.words) > _MOST_WORDS
        or bool(entry_dates(row.text, words))
        or has_title(row.text, words)
        or is_contact(row.text, words)
        or row.text.endswith((".", ",", ";"))
    )
