"""The question that asks this very bullet for its result.

The questions are data: those of the field pack, then those of lexicons/objects.toml.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from bulletcoach.lexicon.field import ObjectEntry
from bulletcoach.lexicon.records import OpenerKind
from bulletcoach.model.facts import Act, Facts, Form, Object
from bulletcoach.model.judgement import Judged
from bulletcoach.model.text import Span
from bulletcoach.rules.advice import inflected
from bulletcoach.rules.parts import has_weak_head
from bulletcoach.rules.phrases import head_noun
from bulletcoach.rules.reference import Reference

_FALLBACK = "work"  # the entry of lexicons/objects.toml whose question fits any bullet

_NEARBY = (OpenerKind.SHARED, OpenerKind.NO_ACT, OpenerKind.PERSON)  # openers without an act of the writer's own


def question(bullet: Judged, reference: Reference) -> str:
    """The question that asks for the missing result, in terms of what this bullet is about.

    The act's own question comes first, if it has one. A bullet that gives a size is not asked how many: where the thing
    has no other question, that of the activity's family is asked.
    """
    yardstick = reference.yardsticks.of(bullet.facts)
    if yardstick is not None:
        return yardstick.ask
    entry = object_entry(bullet, reference)
    if not _is_sized(bullet):
        return entry.ask if entry else ""
    common = (known_object(each, bullet, reference.general) for each in bullet.facts.objects)
    places = chain((entry,), common, _by_activity(bullet, reference))
    return next((each.ask_outcome for each in places if each is not None and each.ask_outcome), "")


def object_entry(bullet: Judged, reference: Reference) -> ObjectEntry | None:
    """What the lexicons know of the thing worked on.

    It is the object's head noun that must be known, with or without the words before it: “customer sites” are sites and
    no customers. Where no object is known, the name of the activity ("training" for "trained") is looked up, then the
    verb's family, and at last "work".
    """
    return reference.things.of(bullet, lambda _: _object_entry(bullet, reference))


def _object_entry(bullet: Judged, reference: Reference) -> ObjectEntry | None:
    things = (known_object(each, bullet, reference) for each in bullet.facts.objects)
    places = chain(things, _by_activity(bullet, reference))
    return next((entry for entry in places if entry is not None), None)


def measures(bullet: Judged, reference: Reference) -> tuple[str, ...]:
    """Names of up to three KPIs that fit the thing worked on, or else the role; none without a field of work.

    None either for a bullet that names no act of the writer's: “attended staff meetings”.
    """
    if _is_actless(bullet, reference):
        return ()
    entry = object_entry(bullet, reference)
    names = reference.kpi_names(entry.kpis) if entry else ()
    if not names and not _is_of_a_thing(bullet, reference) and (role := reference.role(bullet.context)):
        family = reference.pack.families.get(role.family)
        names = reference.kpi_names(family.first) if family else ()
    return names[:3]


def _is_actless(bullet: Judged, reference: Reference) -> bool:
    """Whether the writer was only near, so that the thing's figures are not yet his own: “was part of the team”."""
    opener = reference.opener(bullet.facts)
    return has_weak_head(bullet.facts) or (opener is not None and opener.kind in _NEARBY)


def _is_of_a_thing(bullet: Judged, reference: Reference) -> bool:
    """Whether a known thing was worked on, which the figures of the role need not fit: “attended staff meetings”."""
    return any(known_object(each, bullet, reference) for each in bullet.facts.objects)


def _is_sized(bullet: Judged) -> bool:
    return bool(bullet.judgement.metrics) or any(not each.period for each in bullet.facts.quantities)


def known_object(item: Object, bullet: Judged, reference: Reference) -> ObjectEntry | None:
    """The entry of the longest known phrase that holds the head noun of the object.

    It may begin before what the parse has for the object's phrase: the “on-call” of “on-call rota”.
    """
    known = reference.known_objects.of(bullet.facts, lambda _: {})
    if item.span not in known:
        known[item.span] = _known_object(item, bullet.facts, reference)
    return known[item.span]


def _known_object(item: Object, facts: Facts, reference: Reference) -> ObjectEntry | None:
    head = head_noun(item, facts, reference)
    known = reference.objects.holding(facts.words, head)
    fitting = [match for match in known if not _is_part_of_word(match.span, facts.text)]
    # What the field itself knows comes before what all work has in common, however much longer its words.
    best = max(fitting, key=lambda match: (bool(match.value.kpis), match.end - match.first), default=None)
    return best.value if best else None


def _by_activity(bullet: Judged, reference: Reference) -> Iterator[ObjectEntry | None]:
    """The entries for the activity by its name, for the verb's family, and for any work.

    A verb that names no act (“served on”, “used”) has no activity: only its family is looked up.
    """
    verb = bullet.facts.head or bullet.facts.nominal
    if verb is not None and verb.act is not Act.VAGUE:
        yield reference.objects.whole(inflected(verb.lemma, Form.GERUND, reference))
    if verb is not None:
        yield reference.objects.whole(f"{verb.family} {_FALLBACK}")
    yield reference.objects.whole(_FALLBACK)


def _is_part_of_word(span: Span, text: str) -> bool:
    """Whether a hyphen ties the span to a longer word: the class of “best-in-class”."""
    return text[: span.start].endswith("-") or text[span.end :].startswith("-")
