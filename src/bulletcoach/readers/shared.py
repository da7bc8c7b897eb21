"""Several posts under one employer: the line that names it is no entry of its own, and each post gets its name."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from bulletcoach.model.document import Entry
from bulletcoach.readers.shapes import has_employer, words_of
from bulletcoach.readers.words import ResumeWords, folded


class Listed(Struct, frozen=True):
    """An entry and how its employer is given.

    `employer_first`: on a line of its own above the title, so that further titles may follow below it.
    `is_employer_only`: there is no title and no claim, at most a sentence on what the employer does. `same_employer`:
    the format has a place for it, which is empty.
    """

    entry: Entry
    employer_first: bool
    is_employer_only: bool
    same_employer: bool = False


def with_shared_employers(listed: Sequence[Listed], words: ResumeWords) -> tuple[Entry, ...]:
    """The entries, each with the employer that stands above it and perhaps above others."""
    shared: Entry | None = None
    kept: list[Entry] = []
    entries = _with_titles_by_dates(listed, words)
    for position, (one, entry) in enumerate(zip(listed, entries, strict=True)):
        after = entries[position + 1] if position + 1 < len(listed) else None
        if one.same_employer and kept and kept[-1].employer:
            kept.append(replace(entry, employer=kept[-1].employer, place=entry.place or kept[-1].place))
        elif one.is_employer_only and after is not None and after.title and not after.employer:
            shared = _named_by_guess(entry)
        elif shared is not None and entry.title and not entry.employer and not _is_own_master(entry.title, words):
            is_lone = listed[position - 1].is_employer_only and (after is None or bool(after.employer))
            dated = _dated_by(entry, shared) if is_lone else entry
            kept.append(replace(dated, employer=shared.employer, place=entry.place or shared.place))
        else:
            shared = entry if one.employer_first else None
            kept.append(entry)
    return tuple(kept)


def _with_titles_by_dates(listed: Sequence[Listed], words: ResumeWords) -> list[Entry]:
    """The entries; a lone name beside dates, right below a line that names an employer without dates, is a title."""
    entries = [one.entry for one in listed]
    for position, (above, one) in enumerate(pairwise(listed), start=1):
        entry = one.entry
        is_below_employer = above.is_employer_only and above.entry.current is None
        is_lone_name = entry.title is None and entry.employer is not None and entry.current is not None
        if is_below_employer and is_lone_name and not has_employer(entry.employer or "", words):
            entries[position] = replace(entry, title=entry.employer, employer=None)
    return entries


def _named_by_guess(entry: Entry) -> Entry:
    """The entry of a line that turned out to be an employer's: what was guessed to be its title is the name."""
    if entry.title is None:
        return entry
    return replace(entry, title=None, employer=entry.title, place=entry.place or entry.employer)


def _dated_by(entry: Entry, shared: Entry) -> Entry:
    """The only post of an employer: the dates beside the employer are its own, where it has none."""
    if entry.current is not None:
        return entry
    return replace(entry, start=shared.start, end=shared.end, current=shared.current)


def _is_own_master(title: str, words: ResumeWords) -> bool:
    return any(folded(word) in words.self_employed for word in words_of(title))
