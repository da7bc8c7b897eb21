"""Finding known phrases in a text, whatever their case, hyphens and plurals.

A text is cut into words at everything that is no letter, digit or one of `& + # % ' / .` inside a word; hyphens cut
too, so that "first-contact", "first contact" and "First Contact" are the same two words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Generic, TypeVar

from msgspec import Struct

from bulletcoach.model.text import Span

T = TypeVar("T")
_WORD = re.compile(r"[^\W_]+(?:[&+#'’/.:][^\W_]+)*[+#%]*|[&%]")


class Word(Struct, frozen=True):
    """A word of a text: where it stands and how it is compared."""

    span: Span
    key: str


def words_of(text: str) -> tuple[Word, ...]:
    """The words of `text` in order, lower-cased, curly apostrophes straightened."""
    return tuple(
        Word(Span(match.start(), match.end()), match[0].lower().replace("’", "'")) for match in _WORD.finditer(text)
    )


def singular(word: str) -> str:
    """A plural's likely singular, for comparing only: "cases" → "case", "inquiries" → "inquiry"."""
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        if word.endswith("ies") and len(word) > 4:
            return word[:-3] + "y"
        if word.endswith(("sses", "shes", "ches", "xes", "zes")):
            return word[:-2]
        return word[:-1]
    return word


class Match(Struct, Generic[T], frozen=True):
    """A phrase found: its place, the indexes of its first and past-the-last word, and what the phrase stands for."""

    span: Span
    first: int
    end: int
    value: T


class PhraseIndex(Generic[T]):
    """A set of phrases, each standing for a value, ready to be found in texts.

    With `plural`, the last word of phrase and text are compared by their singular. `spelling` maps words to the
    spelling they are compared by (centre → center).
    """

    def __init__(
        self, phrases: Iterable[tuple[str, T]], *, plural: bool = False, spelling: Mapping[str, str] | None = None
    ) -> None:
        self._plural = plural
        self._spelling = spelling or {}
        self._by_first: dict[str, list[tuple[tuple[str, ...], T]]] = {}
        for phrase, value in phrases:
            keys = tuple(self._spell(word.key) for word in words_of(phrase))
            if keys:
                first = singular(keys[0]) if plural and len(keys) == 1 else keys[0]
                self._by_first.setdefault(first, []).append((keys, value))
        for entries in self._by_first.values():
            entries.sort(key=lambda entry: -len(entry[0]))

    def find(self, words: Sequence[Word]) -> Iterator[Match[T]]:
        """Every phrase in `words`, the longest at each place, without overlap, from left to right."""
        at = 0
        while at < len(words):
            match = self.at(words, at)
            if match is None:
                at += 1
            else:
                yield match
                at = match.end

    def at(self, words: Sequence[Word], index: int) -> Match[T] | None:
        """The longest phrase that begins at the word `index`."""
        first = self._spell(words[index].key)
        candidates = self._by_first.get(first, ())
        if self._plural and (alone := singular(first)) != first:
            candidates = (*candidates, *self._by_first.get(alone, ()))
        best: tuple[tuple[str, ...], T] | None = None
        for phrase, value in candidates:
            keys = [self._spell(word.key) for word in words[index : index + len(phrase)]]
            if (best is None or len(phrase) > len(best[0])) and self._same(phrase, keys):
                best = phrase, value
        if best is None:
            return None
        end = index + len(best[0])
        return Match(Span(words[index].span.start, words[end - 1].span.end), index, end, best[1])

    def _same(self, phrase: Sequence[str], keys: Sequence[str]) -> bool:
        if len(phrase) != len(keys) or list(phrase[:-1]) != list(keys[:-1]):
            return False
        return phrase[-1] == keys[-1] or (self._plural and singular(phrase[-1]) == singular(keys[-1]))

    def _spell(self, key: str) -> str:
        return self._spelling.get(key, key)
