"""Marks: words and phrases of lexicons/wording.toml, and blanks and acronyms, which are known by their shape."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bulletcoach.lexicon.lexicon import Lexicon
from bulletcoach.lexicon.phrases import Match, PhraseIndex, Word
from bulletcoach.lexicon.records import WordingEntry
from bulletcoach.model.facts import Mark, MarkKind
from bulletcoach.model.text import Span

# [X%], [number], <N>, XX%, $XX, ___, lorem ipsum, TODO, TBD: somebody meant to come back. Square brackets with a
# sentence inside are the writer's own and are left alone.
_BRACKETED = (
    r"[^\[\]]{0,3}[XxNn#?_]{1,3}[^\[\]\w]{0,3}|"
    r"(?i:number|amount|percent(?:age)?|metric|result|company(?: name)?|name|date|tool|skill|x[%+]?|todo|tbd|"
    r"(?:insert|your|fill)\b[^\[\]]*)"
)
_BLANK = re.compile(
    rf"\[(?:{_BRACKETED})\]"
    r"|<(?:[XxNn]{1,2}%?|(?i:number|amount|percent|metric|insert[^<>]*))>"
    r"|(?<![\w.])[$€£]?(?:[Xx]{2,3}|X)\s?(?:%|\+(?!\+)|percent\b|[kKmM]\b)"
    r"|(?<![\w.])[$€£]?XX+(?![\w])"
    r"|_{3,}%?|(?i:\blorem ipsum\b)|\bTODO\b|\bTBD\b|\bXYZ%",
)
_ACRONYM = re.compile(r"(?<![\w&.'/-])(?=[A-Z0-9&]*[A-Z][A-Z0-9&]*[A-Z])[A-Z][A-Z0-9&]{1,5}(?:s\b|(?![\w&-]))")


class MarkReader:
    """Finds marks."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._known_acronyms: set[str] = set()
        by_kind: dict[MarkKind, list[tuple[str, tuple[str, WordingEntry]]]] = {}
        for entry in lexicon.wordings:
            if entry.kind is MarkKind.ACRONYM:
                self._known_acronyms.update(phrase.upper() for phrase in entry.phrases)
            else:
                by_kind.setdefault(entry.kind, []).extend((phrase, (phrase, entry)) for phrase in entry.phrases)
        plural = {MarkKind.ONGOING}
        self._indexes = {kind: PhraseIndex(phrases, plural=kind in plural) for kind, phrases in by_kind.items()}

    def read(self, text: str, words: Sequence[Word]) -> tuple[Mark, ...]:
        """All marks of `text`, whose words are given, in order. Kinds may overlap: a buzzword can hold a vague one."""
        blanks = list(self._blanks(text))
        acronyms = (
            mark for mark in self._acronyms(text) if not any(mark.span.overlaps(blank.span) for blank in blanks)
        )
        marks = [*self._phrases(text, words), *blanks, *acronyms]
        return tuple(sorted(marks, key=lambda mark: (mark.span, mark.kind)))

    def _phrases(self, text: str, words: Sequence[Word]) -> Iterator[Mark]:
        for kind, index in self._indexes.items():
            for match in index.find(words):
                phrase, entry = match.value
                if not _excepted(words, match, entry) and not (
                    kind is MarkKind.PRONOUN and _is_no_pronoun(text, match)
                ):
                    yield Mark(kind, match.span, phrase)

    def _blanks(self, text: str) -> Iterator[Mark]:
        for match in _BLANK.finditer(text):
            yield Mark(MarkKind.BLANK, Span(match.start(), match.end()), match[0])

    def _acronyms(self, text: str) -> Iterator[Mark]:
        if text.isupper():
            return
        for match in _ACRONYM.finditer(text):
            word = match[0].removesuffix("s") if match[0][-1] == "s" else match[0]
            if word not in self._known_acronyms:
                yield Mark(MarkKind.ACRONYM, Span(match.start(), match.start() + len(word)), word)


def _excepted(words: Sequence[Word], match: Match[tuple[str, WordingEntry]], entry: WordingEntry) -> bool:
    """Whether a neighbouring word gives the phrase its plain sense: "patient care", "financial leverage"."""
    after = words[match.end].key if match.end < len(words) else ""
    before = words[match.first - 1].key if match.first else ""
    return after in entry.except_before or before in entry.except_after


def _is_no_pronoun(text: str, match: Match[tuple[str, WordingEntry]]) -> bool:
    """Whether "I" is a numeral (Level I, World War I) or "US" the country, by capitals and neighbours."""
    word = match.span.of(text)
    before = text[: match.span.start].rstrip()
    if word == "US":
        return True
    if word == "I":
        last = before.rsplit(" ", 1)[-1] if before else ""
        return (
            bool(last)
            and last[:1].isupper()
            and text[match.span.end : match.span.end + 1] in ("", ",", ".", ")", "-", "/", ";", ":")
        )
    return text[match.span.end : match.span.end + 1] in ("-", "/") and len(word) < 3
