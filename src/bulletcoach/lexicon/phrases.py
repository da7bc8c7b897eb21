"""Finding known phrases in a text, whatever their case, hyphens and plurals."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Generic, TypeVar

from msgspec import Struct

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


def _start(word: Word) -> int:
    return word.span.start


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
    have the same; they must be compared in the same way.
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
        # The values of phrases of one word, of those of several, and the lengths of these by their first two words.
        self._of_word: dict[str, list[T]] = {}
        self._of_words: dict[tuple[str, ...], list[T]] = {}
        self._lengths: dict[str, dict[str, set[int]]] = {}
        self._aside: dict[str, list[tuple[str, T]]] = {}
        self._take_in(phrases)
        # The words with which phrases of several words begin, and any phrases: of those that stand alone the singular.
        self._of_rows: frozenset[str] = frozenset((*self._aside, *(behind._of_rows if behind is not None else ())))
        others = behind._firsts if behind is not None else ()
        self._firsts: frozenset[str] = frozenset((*self._of_word, *self._of_rows, *others))

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

    def everywhere(self, words: Sequence[Word]) -> list[Match[T]]:
        """The longest phrase at each word with which one begins, from left to right; they may overlap."""
        return self._of_each(words, 0, len(words))

    def beginning_in(self, words: Sequence[Word], span: Span) -> list[Match[T]]:
        """The same of the words in a stretch of the text; the phrases may end behind it."""
        first = bisect_left(words, span.start, key=_start)
        return self._of_each(words, first, bisect_left(words, span.end, lo=first, key=_start))

    def holding(self, words: Sequence[Word], span: Span) -> list[Match[T]]:
        """The same, but only phrases that hold a stretch of the text."""
        last = bisect_right(words, span.start, key=_start) - 1
        if last < 0:
            return []
        # What begins before that word and holds it is of several words.
        before = [index for index, key in enumerate(self._spelled(words[:last])) if key in self._of_rows]
        matches = [self.at(words, index) for index in (*before, last)]
        return [match for match in matches if match is not None and match.span.covers(span)]

    def _of_each(self, words: Sequence[Word], first: int, end: int) -> list[Match[T]]:
        """The longest phrase at each word from `first` on, up to `end`."""
        matches = [self.at(words, index) for index in self._beginnings(words, first, end)]
        return [match for match in matches if match is not None]

    def _beginnings(self, words: Sequence[Word], first: int, end: int) -> list[int]:
        """The words with which a phrase may begin: few, in most texts."""
        firsts = self._firsts
        if not self._plural and not self._spelling:
            return [index for index in range(first, end) if words[index].key in firsts]
        keys = enumerate(self._spelled(words[first:end]), first)
        if not self._plural:
            return [index for index, key in keys if key in firsts]
        # Only what ends in “s” may have another singular.
        return [index for index, key in keys if key in firsts or (key[-1] == "s" and singular(key) in firsts)]

    def at(self, words: Sequence[Word], index: int) -> Match[T] | None:
        """The longest phrase that begins at the word `index`; where two are the same, the one given first."""
        found = self._found(words, index)
        return _match(words, index, found[0][0], found[0][1][0]) if found else None

    def all_beginning_in(self, words: Sequence[Word], span: Span) -> Iterator[Match[list[T]]]:
        """All phrases that begin in a stretch of the text, from left to right, at each word the longest first, each
        with everything that it stands for."""
        first = bisect_left(words, span.start, key=_start)
        for index in self._beginnings(words, first, bisect_left(words, span.end, lo=first, key=_start)):
            for length, values in self._found(words, index):
                yield _match(words, index, length, values)

    def whole(self, phrase: str) -> T | None:
        """What stands for exactly this phrase; of two that are the same, the one given first."""
        keys = self._keys(phrase)
        return self._whole(keys) if keys else None

    def _whole(self, keys: Sequence[str]) -> T | None:
        """The same for a phrase that is cut into words as they are compared."""
        if keys[0] in self._aside:
            self._take_up(keys[0])
        values = self._of_word.get(keys[0]) if len(keys) == 1 else self._of_words.get(tuple(keys))
        if values:
            return values[0]
        return self._behind._whole(keys) if self._behind is not None else None

    def _found(self, words: Sequence[Word], index: int) -> Sequence[tuple[int, list[T]]]:
        """The lengths of the phrases that begin at a word, the longest first, with their values."""
        found = self._own(words, index)
        if self._behind is None or not (more := self._behind._found(words, index)):
            return found
        if not found:
            return more
        return sorted((*found, *more), key=lambda each: -each[0])

    def _own(self, words: Sequence[Word], index: int) -> Sequence[tuple[int, list[T]]]:
        """The same, without the phrases behind."""
        first = words[index].key
        if self._spelling:
            first = self._spelling.get(first, first)
        if first in self._aside:
            self._take_up(first)
        found: list[tuple[int, list[T]]] = []
        if first in self._lengths and index + 1 < len(words):
            for length in self._lengths_of(first, words[index + 1].key):
                keys = self._compared([word.key for word in words[index : index + length]])
                if len(keys) == length and (values := self._of_words.get(tuple(keys))):
                    found.append((length, values))
        if self._plural and first[-1] == "s":
            first = singular(first)
        if (alone := self._of_word.get(first)) is not None:
            found.append((1, alone))
        return found

    def _lengths_of(self, first: str, second: str) -> Iterable[int]:
        """The lengths of the phrases of several words that may begin with these two, the greatest first."""
        lengths = self._lengths[first]
        if self._spelling:
            second = self._spelling.get(second, second)
        if self._plural and second[-1] == "s" and (alone := singular(second)) != second and alone in lengths:
            return sorted(lengths.get(second, set()) | lengths[alone], reverse=True)
        return sorted(lengths[second], reverse=True) if second in lengths else ()

    def _take_up(self, first: str) -> None:
        """Cut the phrases that begin with a word into theirs, if that was not done before."""
        for phrase, value in self._aside.pop(first, ()):
            keys = self._keys(phrase)
            self._of_words.setdefault(tuple(keys), []).append(value)
            self._lengths.setdefault(first, {}).setdefault(keys[1], set()).add(len(keys))

    def _spelled(self, words: Sequence[Word]) -> list[str]:
        """The words as they are spelled in the index."""
        keys = [word.key for word in words]
        return [self._spelling.get(key, key) for key in keys] if self._spelling else keys

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
