"""Dates of an entry in data: in one field, in two, or in pieces; an end that is left out means “until today”."""

from __future__ import annotations

import re
from collections.abc import Sequence as Items

from bulletcoach.readers.dates import DateRange, merged
from bulletcoach.readers.schema.keys import role_of
from bulletcoach.readers.schema.nodes import Kind, Mapping, Node, Scalar, Sequence
from bulletcoach.readers.words import ResumeWords

Dates = tuple[str | None, str | None, bool | None]
_TIME_OF_DAY = re.compile(r"(\d{4}-\d\d-\d\d)[Tt ]\d\d.*", re.DOTALL)
_SHORT_ISO = re.compile(r"\b((?:19|20)\d\d)-(\d)\b(?!-?\d)")
_OPEN = re.compile(r"[\s\-–—.…?]*")
_LONGEST = 100


def date_text(node: Node | None, words: ResumeWords) -> str:
    """What a date says: “2021-03”, or the same of a mapping with year and month, or of both ends in a list.

    Empty for null and the like.
    """
    if isinstance(node, Mapping):
        parts = {role_of(key.text, words): value.text for key, value in node.pairs if isinstance(value, Scalar)}
        year, month = parts.get("dates", ""), parts.get("month", "").lstrip("-")
        if year and month.isdigit() and len(month) <= 2:
            return f"{year}-{int(month):02}"
        return f"{month} {year}".strip() if year else ""
    if isinstance(node, Sequence):
        return " – ".join(date_text(each, words) for each in node.items[:2] if not isinstance(each, Sequence))
    if not isinstance(node, Scalar) or node.kind in (Kind.TRUE, Kind.FALSE):
        return ""
    text = node.text.strip()[:_LONGEST]
    text = _TIME_OF_DAY.sub(r"\1", text)
    return _SHORT_ISO.sub(r"\1-0\2", text)


def between(start: str, end: str, current: bool | None, words: ResumeWords) -> Dates:
    """Start, end and “still held” of a post with these two dates; an empty `end` is none, or one that is left open."""
    if not start:
        return _at(end, current, words)
    if current or not _OPEN.sub("", end):
        first = _first(words.dates.find(start)) or _first(words.dates.find(f"{start} – 2099"))
        if first is None:
            return None, None, current
        return first, None, True if current is None else current
    both = words.dates.find(f"{start} – {end}")
    if len(both) == 1 and both[0].span.end > len(start):
        return merged(both)
    first = _first(words.dates.find(start))
    last = words.dates.find(end)
    if not last:
        return first, None, None
    return first, None if last[-1].is_open else last[-1].end, last[-1].is_open


def within(text: str, current: bool | None, words: ResumeWords) -> Dates:
    """The same of dates in one field: “Jan 2019 – Present”."""
    start, end, is_open = merged(words.dates.find(text))
    return (start, None, True) if current and start else (start, end, is_open)


def flagged(nodes: Items[Node]) -> bool | None:
    """Whether a post is held, by fields like “current: true”; a text in such a field says nothing."""
    kinds = [node.kind for node in nodes if isinstance(node, Scalar)]
    if Kind.TRUE in kinds:
        return True
    return False if Kind.FALSE in kinds else None


def _at(end: str, current: bool | None, words: ResumeWords) -> Dates:
    found = words.dates.find(end)
    return None, found[-1].end if found else None, current if current or not found else False


def _first(found: Items[DateRange]) -> str | None:
    return found[0].start or found[0].end if found else None
