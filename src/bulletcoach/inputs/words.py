"""The words of lexicons/files.toml, made ready for the search; names in words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import cache

from msgspec import Struct

from bulletcoach.lexicon.files import read_lexicon_file
from bulletcoach.lexicon.records import TermEntry
from bulletcoach.lexicon.shipped import shipped_lexicons

# A capital inside a name: “JaneDoeResume”, “JaneDoeCV”, “CVJaneDoe”.
_CAMEL_JOINT = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_NO_LETTERS = re.compile(r"[\W\d_]+")


class FileWords(Struct, frozen=True):
    """The words by their uses, which are explained in lexicons/files.toml.

    Those of `resume`, `other`, `beside` and `alone` are spelled by `in_words`; the others stand for whole names, in
    small letters.
    """

    resume: frozenset[str]
    other: frozenset[str]
    beside: frozenset[str]
    alone: frozenset[str]
    passed: frozenset[str]
    version: frozenset[str]
    templates: frozenset[str]
    keys: frozenset[str]

    @classmethod
    def of(cls, terms: Iterable[TermEntry]) -> FileWords:
        uses: dict[str, set[str]] = {}
        for term in terms:
            uses.setdefault(term.use, set()).update(term.words)
        return cls(
            resume=_spelled(uses, "file-resume"),
            other=_spelled(uses, "file-other"),
            beside=_spelled(uses, "file-beside"),
            alone=_spelled(uses, "file-alone"),
            passed=frozenset(uses["folder-passed"]),
            version=frozenset(uses["folder-version"]),
            templates=frozenset(uses["template"]),
            keys=frozenset(uses["resume-key"]),
        )


@cache
def file_words() -> FileWords:
    """The shipped words. Raises LexiconError where they are missing."""
    return FileWords.of(read_lexicon_file(shipped_lexicons() / "files.toml").term)


def in_words(name: str) -> str:
    """A name in small letters without accents, with one space round each of its words: “ jane doe cv ”."""
    letters = (sign for sign in unicodedata.normalize("NFKD", name) if not unicodedata.combining(sign))
    return f" {_NO_LETTERS.sub(' ', _CAMEL_JOINT.sub(' ', ''.join(letters))).strip().casefold()} "


def has_any(name: str, phrases: frozenset[str]) -> bool:
    """Whether a name, in words, has one of the phrases, which are in words as well."""
    return any(phrase in name for phrase in phrases)


def _spelled(uses: Mapping[str, set[str]], use: str) -> frozenset[str]:
    return frozenset(in_words(word) for word in uses[use])
