"""Yardsticks: what shows that an act was done well, where the act says more of that than its object does."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from msgspec import Struct

from bulletcoach.lexicon.field import ObjectEntry, YardstickEntry
from bulletcoach.lexicon.lexicon import Lexicon
from bulletcoach.lexicon.phrases import PhraseIndex
from bulletcoach.lexicon.recent import Recent
from bulletcoach.model.facts import Act, Facts, Form, Object, Verb
from bulletcoach.model.text import Span
from bulletcoach.rules.nouns import NounSets, phrase_before, phrase_behind

_INNER = ("xcomp", "ccomp", "pcomp", "advcl", "acl", "pobj")
_INNER_TAGS = ("VB", "VBP", "VBG", "NN")
_INNER_FORMS = (Form.BASE, Form.GERUND)


class Yardsticks:
    """The yardsticks of a field by the verbs that they hold for, those of the field itself first."""

    def __init__(self, entries: Iterable[YardstickEntry], lexicon: Lexicon, objects: PhraseIndex[ObjectEntry]) -> None:
        self._lexicon = lexicon
        self._objects = objects
        self._by_verb: dict[str, _Group] = {}
        for entry in entries:
            for verb in entry.verbs:
                self._by_verb.setdefault(verb, _Group([])).entries.append(entry)
        # The verbs of those that hold for one with what belongs to it: the “follow” of “follow up”.
        self._leading_on = frozenset(verb.partition(" ")[0] for verb in self._by_verb if " " in verb)
        # Several rules and rewrites ask the same.
        self._found: Recent[Facts, dict[Verb, YardstickEntry | None]] = Recent()

    def of(self, facts: Facts, act: Verb | None = None) -> YardstickEntry | None:
        """The one for an act, by default the one that the bullet tells of first; None where its object says more.

        A field's own come first, and then those that name the object before those that hold for any.
        """
        verb = act or told_act(facts, self._lexicon)
        if verb is None:
            return None
        found = self._found.of(facts, lambda _: {})
        if verb not in found:
            found[verb] = self._of_act(verb, facts)
        return found[verb]

    def _of_act(self, verb: Verb, facts: Facts) -> YardstickEntry | None:
        groups = self._groups(verb, facts)
        if not groups:
            return None
        behind = (each for each in facts.objects if each.head.start >= verb.span.end)
        near = phrase_behind(facts, verb.span.end) if verb not in facts.verbs else None
        thing = near or next(behind, None) or phrase_before(facts, verb.span.start)
        fitting = [entry for group in groups for entry in self._fitting(group, thing, facts)]
        return min(fitting, key=lambda each: (each.kpi is None, not each.objects), default=None)

    def _fitting(self, group: _Group, thing: Object | None, facts: Facts) -> Iterator[YardstickEntry]:
        """Those of a group that are meant for this object, the ones for any object among them."""
        held = group.nouns.holding(thing, facts)
        known = {span: self._is_known_as(span, facts) for span in set(held.values())}
        for number, entry in enumerate(group.entries):
            if not entry.objects or (number in held and known[held[number]]):
                yield entry

    def _is_known_as(self, span: Span, facts: Facts) -> bool:
        """Whether no longer phrase names another thing than these words: the class that is taught is not the “Java
        class” that is written."""
        known = self._objects.holding(facts.words, span)
        plain = next((match.value for match in known if match.span == span), None)
        longer = next((match.value for match in known if match.span != span), plain)
        return longer is plain

    def _groups(self, verb: Verb, facts: Facts) -> Sequence[_Group]:
        """Those of the verb with what belongs to it (“follow up”), then those of the verb alone."""
        names = [verb.lemma]
        if verb.lemma in self._leading_on:
            behind = next((token for token in facts.tokens if token.start >= verb.span.end), None)
            names = [f"{verb.lemma} {behind.text.lower()}", *names] if behind is not None else names
        return [self._by_verb[name] for name in names if name in self._by_verb]


class _Group(Struct, frozen=True, dict=True):
    """The yardsticks of one verb."""

    entries: list[YardstickEntry]

    @cached_property
    def nouns(self) -> NounSets:
        """What they hold for, told apart by their places in `entries`."""
        return NounSets((number, entry.objects) for number, entry in enumerate(self.entries))


def told_act(facts: Facts, lexicon: Lexicon) -> Verb | None:
    """The first verb that says what was done, by the writer or by those whom he helped; else the noun that hides one.

    Behind “helped” and “worked on” that is an infinitive or a gerund: “helped unload trucks”, “assisted with coaching
    new starters”.
    """
    acts = (verb for verb in facts.verbs if verb.act is not Act.VAGUE)
    return next(acts, None) or _inner_act(facts, lexicon) or facts.nominal


def _inner_act(facts: Facts, lexicon: Lexicon) -> Verb | None:
    start = facts.head.span.end if facts.head is not None else facts.opener.span.end if facts.opener else None
    opener = facts.opener.span.end if facts.opener else None
    for token in facts.tokens:
        leads = (
            opener is not None and not facts.text[opener : token.start].strip()
        )  # “assisted the manager with coaching”
        inside = token.dep in _INNER or leads
        if start is None or token.start < start or not inside or token.tag not in _INNER_TAGS:
            continue
        forms = lexicon.forms_of(token.text.lower())
        lemma = next((each for each, form in forms if form in _INNER_FORMS), "")
        if token.tag == "NN" and not token.text.endswith("ing"):
            continue
        entry = lexicon.verbs.get(lemma)
        if lemma and (entry is None or entry.act is not Act.VAGUE):
            return Verb(Span(token.start, token.end), token.text, lemma, Form.BASE)
    return None
