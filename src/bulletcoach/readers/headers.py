"""Which lines can stand above an entry's bullets: those with dates, a title, an employer or a place, and no sentence.

What such lines say is read in `posts`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bulletcoach.readers.asides import without_asides
from bulletcoach.readers.dates import DateRange
from bulletcoach.readers.labels import labelled
from bulletcoach.readers.once import once
from bulletcoach.readers.shapes import (
    has_employer,
    has_legal_form,
    has_title,
    is_contact,
    is_length_of_time,
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
)
from bulletcoach.readers.words import ResumeWords, folded

_STRONG_BREAK = re.compile(r"\t+|\s{2,}|\s*[|│¦]+\s*|\s+[•·●∙▪◆~»>@–-]\s+|\s*(?:—|--+)\s*|\s*–\s+|\s+–\s*|\s*;\s*")
_BREAK_HINT = re.compile(r"[\t|~>@;-]|\s\s")  # nothing parts a text in ASCII without one of these
AT = re.compile(r"\s+(?:at|bei|chez)\s+(?=[A-Z0-9])")
EDGE = " \t\u00a0,;:|–—-•·*_#`~()[]/"
MARKDOWN_HEADING = re.compile(r"#{1,6}\s+(?=\S)")
_LONGEST = 240
_FIRST_YEAR = "1940"
_EMPTY = re.compile(r"\(\s*\)|\[\s*\]|`+|\*{2,}|__")
_IN_SENTENCE = re.compile(r"\b(?:in|of|by|from|during|until|for|since|the|on|to)\s*$", re.IGNORECASE)


@once
def entry_dates(text: str, words: ResumeWords) -> tuple[DateRange, ...]:
    """The dates of a line that stand as an entry's dates do, and not inside a sentence (“in 2021”)."""
    if len(text) > _LONGEST:
        return ()
    found = words.dates.find(text)
    return tuple(
        each
        for each in found
        if ((each.is_firm and len(found) > 1) or not _IN_SENTENCE.search(text[: each.span.start]))
        and not _is_of_a_name(each)
    )


def _is_of_a_name(date: DateRange) -> bool:
    """“Café Vienna 1907”: a bare year so long ago belongs to a name."""
    return not date.is_firm and (date.start or "") < _FIRST_YEAR


@once
def is_dates_only(text: str, words: ResumeWords) -> bool:
    """Whether a line holds dates and at most a place, a length of time or an aside beside them."""
    found = entry_dates(text, words)
    if not found:
        return False
    rest = without_asides(without_dates(text, found)).strip(EDGE)
    if not rest or is_place(rest, words) or is_length_of_time(rest, words):
        return True
    return word_count(rest) <= 3 and any(c.isdigit() for c in rest)


@once
def is_header(text: str, words: ResumeWords) -> bool:
    """Whether a line without a marker can be one of an entry's header lines."""
    if len(text) > _LONGEST:
        return False
    if labelled(text, words) is not None:
        return True
    if is_contact(text, words):
        return False
    if is_dates_only(text, words):
        return True
    dates = entry_dates(text, words)
    rest = without_asides(without_dates(text, dates).strip(EDGE) if dates else text)
    if MARKDOWN_HEADING.match(text):
        return True
    parts = [part for part in columns_of(rest) if part.strip(EDGE)]
    if dates:
        return not is_sentence(parts[0] if parts else rest, words) or _is_named(parts[0] if parts else rest, words)
    if is_place(rest, words):
        return True
    if len(parts) > 1 and not is_sentence(parts[0], words) and all(word_count(part) <= 9 for part in parts):
        if is_title_case(rest, words):
            return True
        tells = rest.rstrip().endswith(".") and is_sentence(rest, words)  # “Maker of tiles; 300 employees.”
        return not tells and any(has_title(part, words) or is_place(part, words) for part in parts)
    if is_sentence(rest, words):
        return _is_named(rest, words)
    if is_title_case(rest, words):
        return word_count(rest) <= 12
    return (has_title(rest, words) or has_legal_form(rest, words)) and word_count(rest) <= 6


def is_strong_header(text: str, words: ResumeWords) -> bool:
    """A header line that shows it by a date, a job title or an employer's form, not by its capitals alone."""
    if not is_header(text, words):
        return False
    rest = without_asides(text)
    return (
        bool(entry_dates(text, words)) or has_title(rest, words) or has_employer(rest, words) or is_place(rest, words)
    )


def is_loose_list(text: str, words: ResumeWords) -> bool:
    """A list of names with nothing in it of a header: no title, employer, place or date."""
    if not is_list(text, words) or (entry_dates(text, words) and label_of(text) is None):
        return False
    pieces = [piece.strip(EDGE) for piece in text.split(",")]
    if any(is_region(piece, words) or folded(piece) in words.workplaces for piece in pieces[1:]):
        return False
    return label_of(text) is not None or (
        len(pieces) >= 3 and not mentions_title(text, words) and not mentions_employer(text, words)
    )


def columns_of(text: str) -> list[str]:
    """The columns of a header line, by what parts them; a comma parts less."""
    return _STRONG_BREAK.split(text) if not text.isascii() or _BREAK_HINT.search(text) else [text]


def without_dates(text: str, dates: Sequence[DateRange]) -> str:
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
        is_title_case(AT.split(text)[0], words)
        and has_title(AT.split(text)[0], words)
        and not text.rstrip().endswith(".")
    )
