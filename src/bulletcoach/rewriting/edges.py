"""Edges: the verbs that may stand for another one, by what it is done to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bulletcoach.lexicon.lexicon import Lexicon
from bulletcoach.lexicon.phrases import PhraseIndex, words_of
from bulletcoach.lexicon.records import OpenerKind, UpgradeEntry
from bulletcoach.model.facts import Facts, Object, Verb
from bulletcoach.model.text import Span


@dataclass(frozen=True, slots=True)
class Step:
    """A verb that may stand in the place of `words`, the source's verb with its preposition if it has one."""

    to: str
    words: Span


class Edges:
    """The upgrades of a lexicon, ready to be asked."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._from_verb: dict[str, list[_Edge]] = {}
        self._from_opener: dict[OpenerKind, list[_Edge]] = {}
        for entry in lexicon.upgrades:
            edge = _Edge.of(entry)
            for verb in entry.verbs:
                self._from_verb.setdefault(verb, []).append(edge)
            for kind in entry.openers:
                self._from_opener.setdefault(kind, []).append(edge)

    def of_verb(self, verb: Verb, facts: Facts) -> Iterator[Step]:
        """What may stand for a verb of the bullet. A phrasal verb (“deal with”) has edges of its own, or none."""
        tokens = facts.tokens
        index = next((number for number, token in enumerate(tokens) if token.end == verb.span.end), None)
        following = tokens[index + 1] if index is not None and index + 1 < len(tokens) else None
        lemma, words = verb.lemma, verb.span
        if following is not None and f"{lemma} {following.text.lower()}" in self._from_verb:
            lemma, words = f"{lemma} {following.text.lower()}", Span(verb.span.start, following.end)
        elif following is not None and following.tag in ("RP", "IN", "TO"):
            return
        elif index is not None and any(each.head == index and each.dep == "prt" for each in tokens):
            return
        thing = next((each for each in facts.objects if each.span.start >= words.end), None)
        for edge in self._from_verb.get(lemma, ()):
            if edge.fits(thing, facts):
                yield Step(edge.to, words)

    def of_opener(self, kind: OpenerKind, facts: Facts) -> Iterator[str]:
        """The verbs that may stand for a stock opener of this kind with a bare noun behind it."""
        thing = next(iter(facts.objects), None)
        for edge in self._from_opener.get(kind, ()):
            if edge.things is not None and edge.fits(thing, facts):
                yield edge.to


@dataclass(frozen=True, slots=True)
class _Edge:
    to: str
    things: PhraseIndex[str] | None

    @classmethod
    def of(cls, entry: UpgradeEntry) -> _Edge:
        return cls(entry.to, PhraseIndex(_pairs(entry.objects), plural=True) if entry.objects else None)

    def fits(self, thing: Object | None, facts: Facts) -> bool:
        """Whether the edge holds for this object: its head noun must be a part of what the edge names."""
        if self.things is None:
            return True
        if thing is None:
            return False
        words = words_of(facts.text)
        for number, word in enumerate(words):
            if thing.span.start <= word.span.start <= thing.head.start:
                match = self.things.at(words, number)
                if match is not None and (match.span.covers(thing.head) or _is_measure(match.span, thing, facts)):
                    return True
        return False


def _is_measure(span: Span, thing: Object, facts: Facts) -> bool:
    """Whether the words are what the object is a measure of: the “team” of “a team of 12 agents”."""
    return facts.text[span.end : thing.span.end].startswith(" of ")


def _pairs(phrases: Iterable[str]) -> list[tuple[str, str]]:
    return [(phrase, phrase) for phrase in phrases]
