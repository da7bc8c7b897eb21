"""Title, employer, place and dates from the arguments of a command.

Templates have an order, and people swap: an argument is taken for what its content says, and for what its place says
only where the content leaves it open.
"""

from __future__ import annotations

from collections.abc import Sequence

from bulletcoach.model.document import SectionKind
from bulletcoach.readers.cleaning import plain
from bulletcoach.readers.dates import merged
from bulletcoach.readers.headers import EDGE, entry_dates, without_dates
from bulletcoach.readers.posts import Header, parse
from bulletcoach.readers.shapes import has_employer, has_title, is_place
from bulletcoach.readers.words import ResumeWords

_NAMED = ("title", "employer")


def post_of(lines: Sequence[tuple[str, str]], words: ResumeWords) -> Header | None:
    """The post that `lines` name: what each is by its place, and its text.

    Where no place says “title” and “employer”, the lines are read like those of a text; None if they do not say all.
    """
    dates = []
    place = None
    names: dict[str, str] = {}
    for kind, text in lines:
        found = entry_dates(text, words)
        dates += found
        rest = without_dates(text, found).strip(EDGE)
        if not rest:
            continue
        if (kind == "place" and not has_title(rest, words)) or (
            is_place(rest, words) and kind != "title" and not (kind == "employer" and has_employer(rest, words))
        ):
            place = place or plain(rest)
        elif found and kind not in _NAMED:
            place = place or (plain(rest) if is_place(rest, words) else None)
        elif kind in _NAMED and kind not in names:
            names[kind] = plain(rest)
        elif kind in ("dates", "place"):
            names.setdefault("title" if has_title(rest, words) else "employer", plain(rest))
    title, employer = names.get("title"), names.get("employer")
    start, end, current = merged(dates)
    if title is not None and employer is None and ("employer", "") in lines:
        return Header(title, None, place, start, end, current, has_title(title, words), same_employer=True)
    if title is None or employer is None:
        told = parse([text for _, text in lines if text], SectionKind.UNKNOWN, words)
        is_whole = told.is_titled and told.employer is not None and told.current is not None
        return told if is_whole else None
    if (has_title(employer, words) and not has_title(title, words)) or (
        has_employer(title, words) and not has_title(title, words) and not has_employer(employer, words)
    ):
        title, employer = employer, title
    told = parse([title], SectionKind.UNKNOWN, words)
    return Header(title, employer, place, start, end, current, is_titled=has_title(title, words) or told.is_titled)
