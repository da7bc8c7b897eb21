"""Nouns: the things for which an entry of a lexicon holds, told by the head of what was worked on."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import dropwhile, takewhile

from bulletcoach.lexicon.phrases import PhraseIndex, words_of
from bulletcoach.model.facts import Facts, Object, Token, Verb
from bulletcoach.model.text import Span

_NOUN = ("NN", "NNS", "NNP", "NNPS", "JJ", "HYPH", "VBG", "VBN")
_ROW = ("NN", "VBG", "CC", ",")
_LEAD = ("IN", "DT", "PRP$", "CD", "RP", "TO")


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
        return self.is_any or self.phrase(thing, facts) is not None

    def phrase(self, thing: Object | None, facts: Facts) -> Span | None:
        """The words of the object that are one of them."""
        if self._index is None or thing is None:
            return None
        words = words_of(facts.text)
        starts = (n for n, word in enumerate(words) if thing.span.start <= word.span.start <= thing.head.start)
        matches = (self._index.at(words, number) for number in starts)
        spans = (match.span for match in matches if match is not None)
        return next((span for span in spans if _names(span, thing, facts)), None)


def thing_named(facts: Facts, start: int) -> Object | None:
    """The first thing behind an offset, None where a preposition stands between: “reports to the manager” name no
    manager, though the parser may take their head for a verb."""
    thing = next(iter(facts.objects), None)
    before = (each for each in facts.tokens if thing is not None and start <= each.start < thing.span.start)
    away = any(
        each.tag in ("IN", "TO") and each.text.lower() != "of" for each in before
    )  # “one of 14 agents” are agents
    return None if away else thing


def phrase_behind(facts: Facts, start: int) -> Object | None:
    """The noun phrase that begins at or soon after an offset, whatever its place in the parse: what was processed in
    “processing of refunds”, what was managed in “used Zendesk to manage cases”."""
    behind = (token for token in facts.tokens if token.start >= start)
    return _phrase(
        list(takewhile(lambda token: token.tag in _NOUN, dropwhile(lambda token: token.tag in _LEAD, behind)))
    )


def phrase_before(facts: Facts, end: int) -> Object | None:
    """The noun phrase that ends directly before an offset: the orders of “order processing”."""
    before = (token for token in reversed(facts.tokens) if token.end <= end)
    return _phrase(list(takewhile(lambda token: token.tag in _NOUN, before))[::-1])


def phrase_of(nominal: Verb, facts: Facts) -> Object | None:
    """What the act in a noun is done to: the refunds of “processing of refunds” and of “refund processing”."""
    behind = [token for token in facts.tokens if token.start >= nominal.span.end]
    row = takewhile(lambda token: token.tag in _ROW and token.text.lower() != "of", behind)
    link = behind[len(list(row)) :][:1]
    if link and link[0].text.lower() == "of":
        return phrase_behind(facts, link[0].end)
    return phrase_before(facts, nominal.span.start)


def _phrase(tokens: list[Token]) -> Object | None:
    if not tokens:
        return None
    last = tokens[-1]
    return Object(Span(tokens[0].start, last.end), last.lemma, Span(last.start, last.end))


def _names(words: Span, thing: Object, facts: Facts) -> bool:
    """Whether the words are the object's head, or what it is a measure of: the “team” of “a team of 12 agents”."""
    return words.covers(thing.head) or facts.text[words.end : thing.span.end].startswith(" of ")
