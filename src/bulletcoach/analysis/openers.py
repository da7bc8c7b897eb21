"""Stock openers: finding the phrase of lexicons/openers.toml at the head of a bullet, typos tolerated."""

from __future__ import annotations

from collections.abc import Sequence

from bulletcoach.lexicon.lexicon import Lexicon
from bulletcoach.lexicon.phrases import PhraseIndex
from bulletcoach.lexicon.records import OpenerEntry
from bulletcoach.model.facts import Opener
from bulletcoach.model.text import Span
from bulletcoach.model.words import Word, keys_of, words_of

# Below this score two phrases are different phrases; at 90 "Resposible for" is still "responsible for".
SIMILAR = 90
_SHORTEST_TYPO = 5
_LEAD_IN = 2


class OpenerReader:
    """Finds stock openers."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._entries = {entry.phrase: entry for entry in lexicon.openers}
        variants = [(text, entry.phrase) for entry in lexicon.openers for text in (entry.phrase, *entry.also)]
        self._index = PhraseIndex(variants)
        spelled = [(keys_of(text), phrase) for text, phrase in variants]
        self._known = {key for keys, _ in spelled for key in keys} | set(lexicon.verb_forms)
        self._lead_in = lexicon.terms_of("opener-lead")
        self._tails = PhraseIndex((tail, tail) for tail in lexicon.terms_of("opener-tail"))
        self._longest = max((len(keys) for keys, _ in spelled), default=0)
        # By the initials of their words, which no typo changes.
        self._by_initials: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for keys, phrase in spelled:
            if len(keys) > 1:
                self._by_initials.setdefault(_initials(keys), []).append((tuple(keys), phrase))

    def entry(self, opener: Opener) -> OpenerEntry:
        """The lexicon's entry for an opener that was found."""
        return self._entries[opener.phrase]

    def read(self, text: str) -> Opener | None:
        """The opener of `text`: at its head, or behind a pronoun and adverbs ("I was mainly responsible for")."""
        words = words_of(text[:120])
        for first in range(min(len(words), _LEAD_IN + 1)):
            if match := self._index.at(words, first):
                span = Span(match.span.start, self._tail(words, match.end, text) or match.span.end)
                return Opener(span, span.of(text), match.value)
            if opener := self._misspelled(words, first, text):
                return opener
            if not (words[first].key.endswith("ly") or words[first].key in self._lead_in):
                return None
        return None

    def _tail(self, words: Sequence[Word], index: int, text: str) -> int | None:
        """Where words that say nothing behind an opener end, with the mark that closes them, if there are such."""
        tail = self._tails.at(words, index) if index < len(words) else None
        if tail is None:
            return None
        end = tail.span.end
        return end + 1 if text[end : end + 1] in (",", ")") else end

    def _misspelled(self, words: Sequence[Word], first: int, text: str) -> Opener | None:
        """An opener of two words or more with a typo. Only looked for where a word is unknown: a real word is meant."""
        for length in range(min(self._longest, len(words) - first), 1, -1):
            here = words[first : first + length]
            if all(word.key in self._known for word in here):
                return None  # and fewer words are known all the more
            keys = tuple(word.key for word in here)
            for phrase, key in self._by_initials.get(_initials(keys), ()):
                if _is_misspelling(keys, phrase):
                    span = Span(here[0].span.start, here[-1].span.end)
                    return Opener(span, span.of(text), key)
        return None


def _initials(words: Sequence[str]) -> str:
    return "".join(word[0] for word in words)


def _is_misspelling(words: tuple[str, ...], phrase: tuple[str, ...]) -> bool:
    """Whether the words are the phrase with typos in its long words; short ones ("to", "it", "in") are other words."""
    for word, meant in zip(words, phrase, strict=True):
        if word != meant and min(len(word), len(meant)) < _SHORTEST_TYPO:
            return False
    from rapidfuzz import fuzz  # 7 ms, which few résumés need

    return bool(fuzz.ratio(" ".join(words), " ".join(phrase), score_cutoff=SIMILAR))
