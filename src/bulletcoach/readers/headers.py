"""The lines above an entry's bullets: title, employer, place and dates, in whatever order they stand.

Dates and places are known by their shape, titles and employers by their head nouns; what is left goes by position:
before “at” stands a title, behind it an employer, and of two unknown names the first is the title.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bulletcoach.model.document import SectionKind
from bulletcoach.model.text import Span
from bulletcoach.readers.cleaning import plain
from bulletcoach.readers.dates import DateRange, merged
from bulletcoach.readers.shapes import (
    has_employer,
    has_title,
    is_contact,
    is_list,
    is_place,
    is_region,
    is_sentence,
    is_title_case,
    label_of,
    mentions_employer,
    mentions_title,
    opens_like_bullet,
    word_count,
    words_of,
)
from bulletcoach.readers.words import ResumeWords, folded

_LONGEST = 240
_STRONG = re.compile(
    r"\t+|\s{2,}|\s*[|│¦]+\s*|\s+[•·●∙▪◆~»>]\s+|\s*(?:—|--+)\s*|\s+[–-]\s+|\s*–\s+|\s+–\s*|\s*;\s*|\s+@\s+"
)
_AT = re.compile(r"\s+(?:at|bei|chez)\s+(?=[A-Z0-9])")
_EMPTY = re.compile(r"\(\s*\)|\[\s*\]|`+|\*{2,}|__")
_EDGE = " \t\u00a0,;:|–—-•·*_#`~()[]/"
_PARENTHESIS = re.compile(r"\(([^()]{2,60})\)\s*$")
_MARKDOWN_HEADING = re.compile(r"#{1,6}\s+(?=\S)")
_IN_SENTENCE = re.compile(r"\b(?:in|of|by|from|during|until|for|since|the|on|to)\s*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Header:
    """What the lines above an entry's bullets say; anything they do not say is None."""

    title: str | None = None
    employer: str | None = None
    place: str | None = None
    start: str | None = None
    end: str | None = None
    current: bool | None = None


@dataclass(frozen=True, slots=True)
class _Part:
    text: str
    after_at: bool = False


def entry_dates(text: str, words: ResumeWords) -> list[DateRange]:
    """The dates of a line that stand as an entry's dates do, and not inside a sentence (“in 2021”)."""
    if len(text) > _LONGEST:
        return []
    found = words.dates.find(text)
    return [
        each for each in found if (each.is_firm and len(found) > 1) or not _IN_SENTENCE.search(text[: each.span.start])
    ]


def is_dates_only(text: str, words: ResumeWords) -> bool:
    """Whether a line holds dates and at most a place or a length of time beside them."""
    found = entry_dates(text, words)
    if not found:
        return False
    rest = _without(text, found).strip(_EDGE)
    return not rest or is_place(rest, words) or (word_count(rest) <= 3 and any(c.isdigit() for c in rest))


def is_header(text: str, words: ResumeWords) -> bool:
    """Whether a line without a marker can be one of an entry's header lines."""
    if len(text) > _LONGEST or is_contact(text, words):
        return False
    if is_dates_only(text, words):
        return True
    dates = entry_dates(text, words)
    rest = _without(text, dates).strip(_EDGE) if dates else text
    if _MARKDOWN_HEADING.match(text):
        return True
    parts = [part for part in _STRONG.split(rest) if part.strip(_EDGE)]
    if dates:
        return not is_sentence(parts[0] if parts else rest, words) or _is_named(parts[0] if parts else rest, words)
    if is_place(rest, words):
        return True
    if len(parts) > 1 and not is_sentence(parts[0], words) and all(word_count(part) <= 9 for part in parts):
        return is_title_case(rest, words) or any(has_title(part, words) or is_place(part, words) for part in parts)
    if is_sentence(rest, words):
        return _is_named(rest, words)
    if is_title_case(rest, words):
        return word_count(rest) <= 12
    return has_title(rest, words) and word_count(rest) <= 6


def is_strong_header(text: str, words: ResumeWords) -> bool:
    """A header line that shows it by a date, a job title or an employer's form, not by its capitals alone."""
    if not is_header(text, words):
        return False
    return (
        bool(entry_dates(text, words)) or has_title(text, words) or has_employer(text, words) or is_place(text, words)
    )


def is_loose_list(text: str, words: ResumeWords) -> bool:
    """A list of names with nothing in it of a header: no title, employer, place or date."""
    if not is_list(text, words) or (entry_dates(text, words) and label_of(text) is None):
        return False
    pieces = [piece.strip() for piece in text.split(",")]
    if any(is_region(piece, words) or folded(piece) in words.workplaces for piece in pieces[1:]):
        return False
    return label_of(text) is not None or (
        len(pieces) >= 3 and not mentions_title(text, words) and not mentions_employer(text, words)
    )


def parse(texts: Sequence[str], kind: SectionKind, words: ResumeWords) -> Header:
    """Read the header lines of one entry."""
    dates: list[DateRange] = []
    parts: list[_Part] = []
    place: str | None = None
    for text in texts:
        text = _MARKDOWN_HEADING.sub("", text, count=1)
        found = entry_dates(text, words)
        dates.extend(found)
        for part in _parts(_EMPTY.sub(" ", _without(text, found))):
            rest, part_place = _split_place(part.text, words)
            place = place or part_place
            parts.extend(_Part(piece, part.after_at) for piece in _pieces(rest, words))
    title, employer = _assigned(parts, kind, words)
    start, end, current = merged(dates)
    return Header(title, employer, place, start, end, current)


def _without(text: str, dates: Sequence[DateRange]) -> str:
    """`text` with a tab, which separates, in place of each date."""
    at, kept = 0, []
    for each in dates:
        kept.append(text[at : each.span.start])
        at = each.span.end
    return _EMPTY.sub(" ", "\t".join([*kept, text[at:]]))


def _is_named(text: str, words: ResumeWords) -> bool:
    """“Led Designer at Acme”: looks like a sentence, but its head noun is a job title's and its case a name's."""
    if opens_like_bullet(text, words) and not is_title_case(text, words):
        return False
    return (
        is_title_case(_AT.split(text)[0], words)
        and has_title(_AT.split(text)[0], words)
        and not text.rstrip().endswith(".")
    )


def _parts(text: str) -> list[_Part]:
    parts: list[_Part] = []
    for strong in _STRONG.split(text):
        for number, part in enumerate(_AT.split(strong)):
            if number == 0 and folded(part).startswith("at "):
                part, number = part.strip()[3:], 1
            part = part.strip(" \t,;")
            if (found := _PARENTHESIS.search(part)) and part[: found.start()].strip(_EDGE):
                parts.append(_Part(part[: found.start()].strip(_EDGE), number > 0))
                part = found[1]
                number = 0
            if part.strip(_EDGE):
                parts.append(_Part(part.strip(_EDGE), number > 0))
    return parts


def _split_place(text: str, words: ResumeWords) -> tuple[str, str | None]:
    """A part without the place at its end, and the place."""
    if is_place(text, words) and not has_employer(text.split(",")[0], words):
        return "", plain(text)
    pieces = [piece.strip() for piece in text.split(",")]
    if len(pieces) < 2:
        return text, None
    last = pieces[-1]
    if folded(last) in words.workplaces:
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
    """A part cut at its commas, legal forms and levels left with the name that they belong to."""
    pieces: list[str] = []
    for piece in (each.strip(" \t,") for each in text.split(",")):
        if not piece:
            continue
        low = folded(piece)
        if pieces and (low in words.legal_forms or low.split(" ")[0] in ("tier", "level", "grade")):
            pieces[-1] += f", {piece}"
        else:
            pieces.append(piece)
    return pieces


def _assigned(parts: Sequence[_Part], kind: SectionKind, words: ResumeWords) -> tuple[str | None, str | None]:
    """Which part is the title and which the employer."""
    title = employer = None
    is_project = kind is SectionKind.PROJECTS  # its name may hold any word, and links and tools stand behind it
    unknown: list[str] = []
    for part in parts:
        if part.after_at and employer is None:
            employer = part.text
        elif title is None and (is_project or has_title(part.text, words)):
            title = part.text
        elif employer is None and has_employer(part.text, words):
            employer = part.text
        elif words_of(part.text):
            unknown.append(part.text)
    if title is None and (weak := next((text for text in unknown if mentions_title(text, words)), None)):
        title = weak
        unknown.remove(weak)
    if title is None and unknown and (employer is not None or len(unknown) > 1 or kind is not SectionKind.EXPERIENCE):
        title = unknown.pop(0)
    if employer is None and unknown and not is_project:
        employer = unknown[0]
    return (plain(title) or None if title else None), (plain(employer) or None if employer else None)


def span_of(lines: Sequence[tuple[int, int]]) -> Span:
    """The source range from the first to the last of these lines."""
    return Span(lines[0][0], lines[-1][1])
