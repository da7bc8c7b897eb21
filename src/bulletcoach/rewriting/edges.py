"""Edges: the verbs that may stand for another one, or for a stock opener, by what they are done to."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from msgspec import Struct

from bulletcoach.lexicon.lexicon import Lexicon
from bulletcoach.lexicon.records import OpenerKind, UpgradeEntry
from bulletcoach.model.facts import Facts, Token, Verb
from bulletcoach.model.text import Span
from bulletcoach.rules.nouns import NounSets, thing_named
from bulletcoach.rules.parts import token_of

_COMPLEMENTS = ("ccomp", "oprd", "prt")
_LEADS_ON = ("RP", "IN", "TO")
_NO_THING = ("VBG", ":")


class Step(Struct, frozen=True):
    """A verb, `to`, that may stand in the place of `words`: the source's verb with its preposition, or its stock
    opener.

    `words` is None where the source has neither, only the name of a thing.
    """

    to: str
    words: Span | None


class Edges:
    """The upgrades of a lexicon, ready to be asked."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._from_verb: dict[str, _Group] = {}
        self._from_opener: dict[OpenerKind, _Group] = {}
        for entry in lexicon.upgrades:
            for verb in entry.verbs:
                self._from_verb.setdefault(verb, _Group([])).entries.append(entry)
            for kind in entry.openers:
                self._from_opener.setdefault(kind, _Group([])).entries.append(entry)

    def of_verb(self, verb: Verb, facts: Facts) -> Iterator[Step]:
        """What may stand for a verb of the bullet.

        A verb with a preposition or particle (“deal with”) has edges of its own, or none; one with a complement has
        none: “made the site look better” is no making.
        """
        tokens = facts.tokens
        index = token_of(verb, facts)
        if index is None:
            return
        lemma, words = verb.lemma, verb.span
        following: Token | None = tokens[index + 1] if index + 1 < len(tokens) else None
        if following is not None and following.tag in _LEADS_ON:
            lemma, words = f"{lemma} {following.text.lower()}", Span(verb.span.start, following.end)
        edges = self._from_verb.get(lemma)
        if edges is None or (
            not facts.deps.isdisjoint(_COMPLEMENTS)
            and any(each.head == index and each.dep in _COMPLEMENTS for each in tokens)
        ):
            return
        thing = next((each for each in facts.objects if each.span.start >= words.end), None)
        held = edges.nouns.holding(thing, facts)
        for number, entry in enumerate(edges.entries):
            if number in held or not entry.objects:
                yield Step(entry.to, words)

    def of_opener(self, kind: OpenerKind, facts: Facts) -> Iterator[Step]:
        """What may stand for a stock opener of this kind with a bare noun behind it, or for nothing before the noun.

        Nothing does where an act or a colon stands before the noun: “responsible for getting permits”.
        """
        start = facts.opener.span.end if facts.opener is not None else 0
        thing = thing_named(facts, start)
        between = (each for each in facts.tokens if thing is not None and start <= each.start < thing.span.start)
        if facts.opener is not None and any(each.tag in _NO_THING for each in between):
            return
        edges = self._from_opener.get(kind)
        if edges is None:
            return
        for number in sorted(edges.nouns.holding(thing, facts)):
            yield Step(edges.entries[number].to, facts.opener.span if facts.opener else None)


class _Group(Struct, frozen=True, dict=True):
    """The edges from one verb or kind of opener."""

    entries: list[UpgradeEntry]

    @cached_property
    def nouns(self) -> NounSets:
        """What they hold for, told apart by their places in `entries`."""
        return NounSets((number, entry.objects) for number, entry in enumerate(self.entries))
