"""Nouns: the things for which an entry of a lexicon holds, told by the head of what was worked on."""

from __future__ import annotations

from collections.abc import Iterable

from bulletcoach.lexicon.phrases import PhraseIndex, words_of
from bulletcoach.model.facts import Facts, Object
from bulletcoach.model.text import Span


class Nouns:
    """A set of nouns and phrases, singular; an empty one holds every object, and even none."""

    def __init__(self, phrases: Iterable[str]) -> None:
        pairs = [(phrase, phrase) for phrase in phrases]
        self._index = PhraseIndex(pairs, plural=True) if pairs else None

    @property
    def is_any(self) -> bool:
        """Whether nothing is excluded."""
        return self._index is None

    def hold(self, thing: Object | None, facts: Facts) -> bool:
        """Whether the object's head, or what the object is a measure of, is one of them."""
        if self._index is None:
            return True
        if thing is None:
            return False
        words = words_of(facts.text)
        starts = (n for n, word in enumerate(words) if thing.span.start <= word.span.start <= thing.head.start)
        matches = (self._index.at(words, number) for number in starts)
        return any(match is not None and _names(match.span, thing, facts) for match in matches)


def _names(words: Span, thing: Object, facts: Facts) -> bool:
    """Whether the words are the object's head, or what it is a measure of: the “team” of “a team of 12 agents”."""
    return words.covers(thing.head) or facts.text[words.end : thing.span.end].startswith(" of ")
