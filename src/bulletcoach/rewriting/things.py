"""The thing that a bullet is about, as the lexicons know it: what decides which result to ask for."""

from __future__ import annotations

from collections.abc import Iterator

from bulletcoach.lexicon.field import ObjectEntry
from bulletcoach.model.facts import Act, Facts, Form, MarkKind, Object
from bulletcoach.model.judgement import Judged
from bulletcoach.rewriting.inflection import inflected
from bulletcoach.rules.nouns import phrase_behind, phrase_of
from bulletcoach.rules.questions import known_object
from bulletcoach.rules.reference import Reference


def thing_entry(bullet: Judged, reference: Reference) -> ObjectEntry | None:
    """The entry of what the bullet's act was done to.

    First the activity where the field measures it (“onboarding” for “onboarded customers”), then the object by its head
    noun, then by any known word of its phrase (“a refund decision tree” is about refunds). None where nothing is known:
    the figures of a whole family of work would be a guess.
    """
    return next((entry for entry in _entries(bullet, reference) if entry is not None), None)


def _entries(bullet: Judged, reference: Reference) -> Iterator[ObjectEntry | None]:
    facts = bullet.facts
    activity = _activity(facts, reference)
    if activity is not None and (activity.kpis or _is_decisive(facts, reference)):
        yield activity
    floor = facts.head.span.end if facts.head is not None and facts.opener is None else 0
    empty = [mark.span for mark in facts.marked(MarkKind.FILLER)]  # the “order” of “in order to”
    named = [each for each in facts.objects if not any(span.overlaps(each.head) for span in empty)]
    things = [each for each in named if each.span.end > floor] or named
    aim = _what_for(facts, reference) or (phrase_of(facts.nominal, facts) if facts.nominal is not None else None)
    things = [aim, *things] if aim is not None else things
    for thing in things[:1]:
        yield _measure(thing, facts, reference)
        yield known_object(thing, bullet, reference)
        yield _measured(_inside(thing, facts, reference))
    for thing in things[1:]:
        yield known_object(thing, bullet, reference)
    yield activity


def _what_for(facts: Facts, reference: Reference) -> Object | None:
    """What a tool was used or people were spoken to for: the cases of “used Salesforce to manage cases”."""
    if facts.head is None or facts.head.lemma not in reference.lexicon.terms_of("using"):
        return None
    places = [n for n, token in enumerate(facts.tokens) if token.tag == "TO" and token.start > facts.head.span.end]
    verb = facts.tokens[places[0] + 1] if places and places[0] + 1 < len(facts.tokens) else None
    return phrase_behind(facts, verb.end) if verb is not None else None


def _is_decisive(facts: Facts, reference: Reference) -> bool:
    """Whether the act says more than its object what to ask for: houses are sold, cleaned or built."""
    verb = facts.head or facts.nominal
    return verb is not None and verb.lemma in reference.lexicon.terms_of("decisive")


def _activity(facts: Facts, reference: Reference) -> ObjectEntry | None:
    """What the lexicons know of the activity by its name: “training” for “trained”."""
    verb = facts.head or facts.nominal
    if verb is None or verb.act is Act.VAGUE or verb.lemma in reference.lexicon.terms_of("no-activity"):
        return None
    name = inflected(verb.lemma, Form.GERUND, reference.lexicon, verb.forms)
    return reference.objects.whole(name or "")


def _measure(thing: Object, facts: Facts, reference: Reference) -> ObjectEntry | None:
    """The entry of what the object is a measure of, if that is known: the “team” of “a team of 12 agents”."""
    if " of " not in thing.span.of(facts.text):
        return None
    for match in reference.objects.beginning_in(facts.words, thing.span):
        if facts.text[match.span.end : thing.span.end].startswith(" of "):
            return match.value
    return None


def _measured(entry: ObjectEntry | None) -> ObjectEntry | None:
    """The entry if a field measures it: by a word that only describes the object, all work is guessed at too easily."""
    return entry if entry is not None and entry.kpis else None


def _inside(thing: Object, facts: Facts, reference: Reference) -> ObjectEntry | None:
    """The entry of the last known phrase within the object's own words."""
    known = reference.objects.beginning_in(facts.words, thing.span)
    return next((match.value for match in reversed(known) if thing.span.covers(match.span)), None)
