"""What the keys of a résumé's data mean: the roles of lexicons/keys.toml, however the key is spelled."""

from __future__ import annotations

import re

from msgspec import Struct

from bulletcoach.model.document import SectionKind
from bulletcoach.readers.shapes import has_employer, has_title
from bulletcoach.readers.titles import kind_of
from bulletcoach.readers.words import ResumeWords, unhyphened

SECTION = "section-"
_LONGEST = 80
_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_JOINTS = re.compile(r"[_.\-\s]+")


class Section(Struct, frozen=True):
    """A section by its key or title: the title to show, one that the lexicon knows if `is_known`."""

    title: str
    kind: SectionKind
    is_known: bool


def humanised(key: str) -> str:
    """“startDate”, “start_date”, “start-date”: “start date”; names with spaces keep their capitals."""
    if len(key) > _LONGEST:
        return key[:_LONGEST]
    if " " in key.strip():
        return key.replace("_", " ").strip()
    return _JOINTS.sub(" ", _HUMP.sub(" ", key)).strip()


def role_of(key: str, words: ResumeWords) -> str:
    """What stands behind `key`, empty where the lexicon does not say."""
    return words.keys.get(unhyphened(humanised(key)), "")


def section_of(key: str, words: ResumeWords) -> Section:
    """The section that a key, or the title of a section, names."""
    title = humanised(key)
    role = role_of(key, words)
    kind = SectionKind(role.removeprefix(SECTION)) if role.startswith(SECTION) else kind_of(title, words)
    if kind is None and role == "posts":
        kind = SectionKind.EXPERIENCE
    shown = title[:1].upper() + title[1:]
    if kind is None:
        heads_nothing = _looks_like_entry(title, words)
        return Section(_usual(SectionKind.UNKNOWN, words) if heads_nothing else shown, SectionKind.UNKNOWN, False)
    if kind_of(shown, words) is not kind:
        shown = _usual(kind, words)
    return Section(shown, kind, True)


def _looks_like_entry(title: str, words: ResumeWords) -> bool:
    """Whether a heading of this text would be taken for a post or an employer."""
    return has_title(title, words) or has_employer(title, words) or bool(words.dates.find(title))


def _usual(kind: SectionKind, words: ResumeWords) -> str:
    """A title of such a section that the lexicon knows."""
    titles = (title for title, each in words.headings.items() if each is kind and kind_of(title, words) is kind)
    return next(titles, kind.value).capitalize()
