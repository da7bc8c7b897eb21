"""Finding known phrases in a text, whatever their case, hyphens and plurals."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Generic, TypeVar

from msgspec import Struct

from bulletcoach.lexicon.recent import Recent
from bulletcoach.model.text import Span
from bulletcoach.model.words import Word, keys_of, vocabulary, words_of

__all__ = ["Match", "PhraseIndex", "Word", "keys_of", "singular", "vocabulary", "words_of"]

T = TypeVar("T")


def singular(word: str) -> str:
    """A plural's likely singular, for comparing only: "cases" → "case", "inquiries" → "inquiry"."""
    if word[-1:] == "s" and len(word) > 3 and not word.endswith(("ss", "us", "is")):
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

    A lexicon has thousands of phrases, and a résumé holds the first words of a few. So phrases of several words are
    only put aside, and cut when their first word is looked up. `behind` are phrases that count after these where both
    have the same; they must be compared in the same way. Words that were looked at must not change.
    """

    def __init__(
        self,
        phrases: Iterable[tuple[str, T]],
        *,
        plural: bool = False,
        spelling: Mapping[str, str] | None = None,
        behind: PhraseIndex[T] | None = None,
    ) -> None:
        self._plural = plural
        self._spelling = spelling or {}
        self._behind = behind
        # The values of phrases of one word, of those of several, and the lengths of these by their first word.
        self._of_word: dict[str, list[T]] = {}
        self._of_words: dict[tuple[str, ...], list[T]] = {}
        self._lengths: dict[str, list[int]] = {}
        self._aside: dict[str, list[tuple[str, T]]] = {}
        self._matches: Recent[list[Match[T]]] = Recent()
        self._take_in(phrases)
        self._firsts = frozenset((*self._of_word, *self._aside))  # the singular of those that stand alone

    def _take_in(self, phrases: Iterable[tuple[str, T]]) -> None:
        """Index the phrases of one word, and put the others aside by their first."""
        for phrase, value in phrases:
            first, _, others = phrase.partition(" ")
            is_row = bool(others)
            if not first.isalnum() or not first.islower() or first in self._spelling:
                keys = self._keys(phrase)
                first, is_row = "".join(keys[:1]), len(keys) > 1
            elif self._plural and not is_row:
                first = singular(first)
            if is_row:
                self._aside.setdefault(first, []).append((phrase, value))
            else:
                self._of_word.setdefault(first, []).append(value)

    def find(self, words: Sequence[Word]) -> Iterator[Match[T]]:
        """Every phrase in `words`, the longest at each place, without overlap, from left to right."""
        end = 0
        for match in self.everywhere(words):
            if match.first >= end:
                yield match
                end = match.end

    def everywhere(self, words: Sequence[Word]) -> Sequence[Match[T]]:
        """The longest phrase at each word with which one begins, from left to right; they may overlap."""
        return self._matches.of(words, lambda: self._search(words))

    def _search(self, words: Sequence[Word]) -> list[Match[T]]:
        found = ((index, self._own(words, index)) for index in self._beginnings(words))
        matches = [_match(words, index, phrases[0][0], phrases[0][1][0]) for index, phrases in found if phrases]
        if self._behind is None:
            return matches
        longest = {match.first: match for match in matches}
        for match in self._behind.everywhere(words):
            if match.first not in longest or longest[match.first].end < match.end:
                longest[match.first] = match
        return [longest[index] for index in sorted(longest)]

    def _beginnings(self, words: Sequence[Word]) -> Iterable[int]:
        """The indexes of the words with which a phrase may begin: few, in most texts."""
        if self._spelling:
            return range(len(words))
        firsts = self._firsts
        if not self._plural:
            return [index for index, word in enumerate(words) if word.key in firsts]
        return [index for index, word in enumerate(words) if word.key in firsts or singular(word.key) in firsts]

    def at(self, words: Sequence[Word], index: int) -> Match[T] | None:
        """The longest phrase that begins at the word `index`; where two are the same, the one given first."""
        found = self._found(words, index)
        return _match(words, index, found[0][0], found[0][1][0]) if found else None

    def all_at(self, words: Sequence[Word], index: int) -> Iterator[Match[list[T]]]:
        """All phrases that begin at the word `index`, the longest first, each with everything that it stands for."""
        for length, values in self._found(words, index):
            yield _match(words, index, length, values)

    def whole(self, phrase: str) -> T | None:
        """What stands for exactly this phrase; of two that are the same, the one given first."""
        keys = self._keys(phrase)
        if not keys:
            return None
        self._take_up(keys[0])
        values = self._of_word.get(keys[0]) if len(keys) == 1 else self._of_words.get(tuple(keys))
        if values:
            return values[0]
        return self._behind.whole(phrase) if self._behind is not None else None

    def _found(self, words: Sequence[Word], index: int) -> Sequence[tuple[int, list[T]]]:
        """The lengths of the phrases that begin at a word, the longest first, with their values."""
        found = self._own(words, index)
        if self._behind is None or not (more := self._behind._found(words, index)):
            return found
        return sorted((*found, *more), key=lambda each: -each[0])

    def _own(self, words: Sequence[Word], index: int) -> Sequence[tuple[int, list[T]]]:
        """The same, without the phrases behind."""
        first = words[index].key
        if self._spelling:
            first = self._spelling.get(first, first)
        if first in self._aside:
            self._take_up(first)
        alone = self._of_word.get(singular(first) if self._plural else first)
        lengths = self._lengths.get(first)
        if lengths is None:
            return ((1, alone),) if alone is not None else ()
        found: list[tuple[int, list[T]]] = []
        for length in lengths:
            keys = self._compared([word.key for word in words[index : index + length]])
            if len(keys) == length and (values := self._of_words.get(tuple(keys))):
                found.append((length, values))
        if alone is not None:
            found.append((1, alone))
        return found

    def _take_up(self, first: str) -> None:
        """Cut the phrases that begin with a word into theirs, if that was not done before."""
        for phrase, value in self._aside.pop(first, ()):
            keys = self._keys(phrase)
            self._of_words.setdefault(tuple(keys), []).append(value)
            lengths = self._lengths.setdefault(first, [])
            if len(keys) not in lengths:
                lengths.append(len(keys))
                lengths.sort(reverse=True)

    def _keys(self, phrase: str) -> list[str]:
        return self._compared(keys_of(phrase))

    def _compared(self, keys: list[str]) -> list[str]:
        """The words as they are compared: spelled as one, the last in the singular."""
        if self._spelling:
            keys = [self._spelling.get(key, key) for key in keys]
        if self._plural and keys:
            keys[-1] = singular(keys[-1])
        return keys


def _match(words: Sequence[Word], index: int, length: int, value: T) -> Match[T]:
    end = index + length
    return Match(Span(words[index].span.start, words[end - 1].span.end), index, end, value)
