"""Nouns: the things for which an entry of a lexicon holds, told by the head of what was worked on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import dropwhile, takewhile

from bulletcoach.lexicon.phrases import PhraseIndex
from bulletcoach.model.facts import Facts, Object, Token, Verb
from bulletcoach.model.text import Span

_NOUN = ("NN", "NNS", "NNP", "NNPS", "JJ", "HYPH", "VBG", "VBN")
_ROW = ("NN", "VBG", "CC", ",")
_LEAD = ("IN", "DT", "PRP$", "CD", "RP", "TO")


class NounSets:
    """Sets of nouns and phrases, singular, told apart by their numbers."""

    def __init__(self, sets: Iterable[tuple[int, Iterable[str]]]) -> None:
        self._index = PhraseIndex(((phrase, number) for number, nouns in sets for phrase in nouns), plural=True)

    def holding(self, thing: Object | None, facts: Facts) -> Mapping[int, Span]:
        """The numbers of the sets that hold the object's head, or what the object is a measure of, and by which of its
        words. At each word the longest phrase of a set counts."""
        found: dict[int, Span] = {}
        if thing is None:
            return found
        seen: set[tuple[int, int]] = set()  # words and sets
        for match in self._index.all_beginning_in(facts.words, Span(thing.span.start, thing.head.start + 1)):
            named = _names(match.span, thing, facts)
            for number in match.value:
                if named and (match.first, number) not in seen:
                    found.setdefault(number, match.span)
                seen.add((match.first, number))
        return found


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
