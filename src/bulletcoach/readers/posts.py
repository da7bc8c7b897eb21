"""What the lines above an entry's bullets say: title, employer, place and dates, in whatever order they stand.

The lines are cut into parts here; which part is whose name is settled in `naming`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from bulletcoach.model.document import SectionKind
from bulletcoach.readers.asides import split_asides
from bulletcoach.readers.cleaning import plain
from bulletcoach.readers.dates import DateRange, merged
from bulletcoach.readers.headers import AT, EDGE, MARKDOWN_HEADING, columns_of, entry_dates, without_dates
from bulletcoach.readers.labels import labelled
from bulletcoach.readers.naming import Part, holds_title, named
from bulletcoach.readers.once import once
from bulletcoach.readers.pictures import without_pictures
from bulletcoach.readers.shapes import (
    has_employer,
    has_title,
    is_department,
    is_length_of_time,
    is_place,
    is_region,
    is_title_case,
    is_town_and_region,
    label_of,
    mentions_title,
)
from bulletcoach.readers.words import ResumeWords, folded

_LABEL_END = re.compile(r"\s*:\s+")
_TOWN_BEHIND = r"(?P<name>\w\S*(?:\s+\S+)+)-(?P<place>[^\W\d_][^-,]*,[^,]+)"  # rare: compiled where it may stand
_SLASH = re.compile(r"\s+/\s+")


class Header(Struct, frozen=True):
    """What the lines above an entry's bullets say; anything they do not say is None.

    `is_titled` tells a title with a title's noun or label from one that was guessed by its position. `same_employer`
    tells that the employer is left out on purpose: it is that of the entry above. `title_leads` is that of Names.
    """

    title: str | None = None
    employer: str | None = None
    place: str | None = None
    start: str | None = None
    end: str | None = None
    current: bool | None = None
    is_titled: bool = False
    same_employer: bool = False
    title_leads: bool | None = None


class _Told(Struct, frozen=True):
    """What one of the lines says. Its `parts` are numbered as those of a lone line; `columns` is how many it has.

    `is_placed` tells of a place in a column of its own.
    """

    dates: tuple[DateRange, ...]
    parts: tuple[Part, ...]
    columns: int
    place: str | None
    is_placed: bool


def parse(texts: Sequence[str], kind: SectionKind, words: ResumeWords) -> Header:
    """Read the header lines of one entry."""
    return _parsed((tuple(texts), kind), words)


def is_dated(texts: Sequence[str], words: ResumeWords) -> bool:
    """Whether header lines hold dates: then their Header says whether the post is held, and only then."""
    return any(_told(text, words).dates for text in texts)


def is_titled(text: str, kind: SectionKind, words: ResumeWords) -> bool:
    """`is_titled` of the Header of a single line."""
    return holds_title(_told(text, words).parts, kind, words)


@once
def _parsed(header: tuple[tuple[str, ...], SectionKind], words: ResumeWords) -> Header:
    texts, kind = header
    lines = [_told(text, words) for text in texts]
    parts: list[Part] = []
    group = 0
    for number, line in enumerate(lines):
        parts.extend(replace(part, line=number, group=group + part.group) for part in line.parts)
        group += line.columns
    dated = {number for number, line in enumerate(lines) if line.dates}
    placed = {number for number, line in enumerate(lines) if line.is_placed}
    names = named(parts, kind, words, dated, placed)
    start, end, current = merged(each for line in lines for each in line.dates)
    place = next((line.place for line in lines if line.place), names.place)
    return Header(
        names.title, names.employer, place, start, end, current, names.is_titled, title_leads=names.title_leads
    )


@once
def _told(text: str, words: ResumeWords) -> _Told:
    """What one line says; the lines of an entry are read again with each one that may or may not belong to them."""
    text = without_pictures(MARKDOWN_HEADING.sub("", text, count=1))
    dates = entry_dates(text, words)
    rest, asides = split_asides(without_dates(text, dates))
    columns = [each for each in _strong_parts(_closed_up(rest, words), words) if not _is_about_time(each[0], words)]
    is_titled = any(has_title(strong, words) for strong, _ in columns)
    columns += _telling(asides, is_titled, words)
    parts: list[Part] = []
    place: str | None = None
    is_placed = False
    for group, (strong, after_at) in enumerate(columns, start=1):
        field = labelled(strong, words)
        if field is not None:
            strong = field.value
        outside, part_place = (strong, None) if field and field.field == "title" else _split_place(strong, words)
        if field is not None and field.field == "place":
            outside, part_place = "", plain(strong)
        if field is not None and field.field == "employer" and not outside:
            outside, part_place = strong.split(",")[0], plain(strong.partition(",")[2]) or None  # “Harbor, USA”
        place = place or part_place
        is_placed = is_placed or (not outside and bool(part_place))
        name = field.field if field else ""
        if name != "dates":
            pieces = [outside] if name in ("title", "project") else _pieces(outside, words)
            parts.extend(
                Part(piece, 0, group, number, after_at, "" if number else name, part_place is not None)
                for number, piece in enumerate(pieces)
            )
    return _Told(dates, tuple(parts), len(columns), place, is_placed)


def _closed_up(text: str, words: ResumeWords) -> str:
    """“Client:⇥Harbor Ltd”: no column begins right behind a label."""
    return _LABEL_END.sub(": ", text, count=1) if label_of(text) in words.fields else text


def _strong_parts(text: str, words: ResumeWords) -> Iterator[tuple[str, bool]]:
    """The columns of a line, each with whether “at” stands in front of it."""
    for strong in (part for column in columns_of(text) for part in _at_slash(column, words)):
        for number, part in enumerate(AT.split(strong)):
            if number == 0 and folded(part).startswith("at "):
                part, number = part.strip()[3:], 1
            if part := part.strip(EDGE):
                yield part, number > 0


def _at_slash(text: str, words: ResumeWords) -> Sequence[str]:
    """“Art Teacher / Willow Center, Burnaby, BC” in two; “Cook / Kitchen Porter” is one title."""
    parts = _SLASH.split(text)
    if len(parts) != 2 or has_title(parts[0], words) == has_title(parts[1], words):
        return [text]
    other = parts[1] if has_title(parts[0], words) else parts[0]
    is_employer = has_employer(other.split(",")[0], words) or _split_place(other, words)[1] is not None
    return parts if is_employer and not is_department(other, words) else [text]


def _is_about_time(text: str, words: ResumeWords) -> bool:
    """What is left beside dates: the label “Start date”, the length “2 yrs 3 mos”."""
    return words.fields.get(folded(text)) == "dates" or is_length_of_time(text, words)


def _telling(asides: Sequence[str], is_titled: bool, words: ResumeWords) -> Iterator[tuple[str, bool]]:
    """The asides that say more than “part-time”: a place, an employer, or a title where the line has no other."""
    for aside in asides:
        is_title = not is_titled and has_title(aside, words)
        is_name = is_title_case(aside, words) and (has_employer(aside, words) or is_title)
        if is_name or is_place(aside, words):
            yield aside, False


def _split_place(text: str, words: ResumeWords) -> tuple[str, str | None]:
    """A part without the place at its end, and the place."""
    glued = "-" in text and re.fullmatch(_TOWN_BEHIND, text)  # “Caring Hands of Dayton-Dayton, OH” of Indeed
    if glued and glued["place"][0].isupper() and is_place(glued["place"], words):
        return glued["name"], plain(glued["place"])
    if is_place(text, words) and not has_employer(text.split(",")[0], words):
        return "", plain(text)
    pieces = [piece.strip() for piece in text.split(",")]
    if len(pieces) < 2:
        return text, None
    last = pieces[-1]
    if folded(last) in words.workplaces or is_town_and_region(last, words):
        return ", ".join(pieces[:-1]), plain(last)
    if is_region(last, words):
        if len(pieces) > 2 and is_region(pieces[-2], words):
            pieces[-2:] = [", ".join(pieces[-2:])]
        town = pieces[-2]
        is_name = has_title(town, words) or (has_employer(town, words) and len(pieces) == 2)
        keep = 1 if is_name or (len(pieces) < 3 and mentions_title(town, words)) else 2
        return ", ".join(pieces[:-keep]), plain(", ".join(pieces[-keep:]))
    return text, None


def _pieces(text: str, words: ResumeWords) -> list[str]:
    """A part cut at its commas; legal forms and levels, and the university behind its department, left with the name
    that they belong to."""
    pieces: list[str] = []
    for piece in (each.strip(" \t,") for each in text.split(",")):
        if not piece:
            continue
        low = folded(piece)
        is_tail = low in words.legal_forms or low.split(" ")[0] in ("tier", "level", "grade")
        if pieces and (is_tail or (_names_department(pieces[-1], words) and has_employer(piece, words))):
            pieces[-1] += f", {piece}"
        else:
            pieces.append(piece)
    return pieces


def _names_department(text: str, words: ResumeWords) -> bool:
    """“Department of Chemistry”"""
    first, _, rest = folded(text).partition(" ")
    return first in words.department_nouns and rest.startswith("of ")
