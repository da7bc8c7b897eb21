"""Title, employer, place and dates from the arguments of a command.

Templates have an order, and people swap: an argument is taken for what its content says, and for what its place says
only where the content leaves it open.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from bulletcoach.model.document import SectionKind
from bulletcoach.readers.asides import without_asides
from bulletcoach.readers.cleaning import plain
from bulletcoach.readers.dates import DateRange, merged
from bulletcoach.readers.headers import AT, EDGE, entry_dates, without_dates
from bulletcoach.readers.latex.vocabulary import IN_ROWS
from bulletcoach.readers.posts import Header, parse
from bulletcoach.readers.shapes import has_employer, has_title, is_place, mentions_title
from bulletcoach.readers.words import ResumeWords

Line = tuple[str, str]
"""What an argument is by its place (“title”, “employer”, “place”, “dates” or “text”), and what it says."""
_NAMED = ("title", "employer")
_SOME_YEAR = "2000 – "
_LONGEST_NOW = 20  # characters
_CROSSED = IN_ROWS[2:] + IN_ROWS[:2]


class _Found(Struct):
    """What the arguments say by their places and content; `names` are the title and the employer."""

    names: dict[str, str] = field(default_factory=dict)
    place: str | None = None
    dates: list[DateRange] = field(default_factory=list)


def post_of(lines: Sequence[Line], words: ResumeWords, *, same_employer: bool = False) -> Header | None:
    """The post that `lines` name.

    Where no place says “title” and “employer”, the lines are read like those of a text; None if they do not say all.
    `same_employer`: the command names further posts with the employer above, as one with an empty place for it does.
    """
    until_now = next((number for number, (_, text) in enumerate(lines) if _is_now(text, words)), None)
    if until_now is not None:
        others = [*lines[:until_now], *lines[until_now + 1 :]]
        told = post_of(others, words, same_employer=same_employer) or _read(others, words)
        return replace(told, end=None, current=True) if told.start is not None else told
    if _are_crossed(lines, words):
        lines = [(kind, text) for kind, (_, text) in zip(_CROSSED, lines, strict=True)]
    found = _found(lines, words)
    title, employer = found.names.get("title"), found.names.get("employer")
    start, end, current = merged(found.dates)
    if title is not None and employer is None and (same_employer or ("employer", "") in lines):
        return Header(title, None, found.place, start, end, current, has_title(title, words), same_employer=True)
    if title is None and employer is not None and ("title", "") in lines and not mentions_title(employer, words):
        return Header(None, employer, found.place, start, end, current)
    if title is None or employer is None:
        told = _read(lines, words)
        if told.is_titled and told.employer is None and not lines[0][1]:
            return replace(told, same_employer=True)
        is_whole = told.is_titled and told.employer is not None and told.current is not None
        return told if is_whole else None
    if _are_swapped(title, employer, words):
        title, employer = employer, title
    is_titled = has_title(title, words) or _read([("title", title)], words).is_titled
    return Header(title, employer, found.place, start, end, current, is_titled)


def _found(lines: Sequence[Line], words: ResumeWords) -> _Found:
    found = _Found()
    for kind, text in lines:
        dates = entry_dates(text, words)
        found.dates += dates
        rest = without_asides(without_dates(text, dates)).strip(EDGE)
        if not rest:
            continue
        if (kind == "place" and not has_title(rest, words)) or (
            is_place(rest, words) and kind != "title" and not (kind == "employer" and has_employer(rest, words))
        ):
            found.place = found.place or plain(rest)
        elif dates and kind not in _NAMED:
            found.place = found.place or (plain(rest) if is_place(rest, words) else None)
        elif kind in _NAMED and kind not in found.names:
            found.names[kind] = plain(rest)
        elif kind in ("dates", "place"):
            found.names.setdefault("title" if has_title(rest, words) else "employer", plain(rest))
    parts = AT.split(found.names.get("title", ""))
    if len(parts) == 2:
        found.place = found.place or found.names.get("employer")
        found.names = dict(zip(_NAMED, (plain(part.strip(EDGE)) for part in parts), strict=True))
    return found


def _read(lines: Sequence[Line], words: ResumeWords) -> Header:
    """The post, as running text with these lines would name it."""
    return parse([text for _, text in lines if text], SectionKind.UNKNOWN, words)


def _is_now(text: str, words: ResumeWords) -> bool:
    """“Present”, which stands apart from the date at which the post began."""
    if not 0 < len(text) <= _LONGEST_NOW or entry_dates(text, words):
        return False
    return any(
        each.is_open and each.span.end == len(_SOME_YEAR + text) for each in entry_dates(_SOME_YEAR + text, words)
    )


def _are_swapped(title: str, employer: str, words: ResumeWords) -> bool:
    """Whether their nouns say that each stands in the other's place."""
    if has_title(title, words):
        return False
    return has_title(employer, words) or (has_employer(title, words) and not has_employer(employer, words))


def _are_crossed(lines: Sequence[Line], words: ResumeWords) -> bool:
    """Whether dates stand where the place should, and none where they should: sb2nov's order, employer first."""
    if tuple(kind for kind, _ in lines) != IN_ROWS:
        return False
    (_, beside_first), (_, beside_second) = lines[1], lines[3]
    has_place = not entry_dates(beside_first, words) and not has_employer(beside_first, words)
    return has_place and bool(entry_dates(beside_second, words))
