"""What to do about this very bullet: its own verb, the question that fits its object, the honest stronger word.

The questions are data: those of the field pack, then those of lexicons/objects.toml.
"""

from __future__ import annotations

from bulletcoach.lexicon.field import ObjectEntry, RoutineEntry, StrongerEntry
from bulletcoach.lexicon.phrases import singular, words_of
from bulletcoach.model.facts import Form, Verb
from bulletcoach.model.judgement import Judged
from bulletcoach.model.text import Span
from bulletcoach.rules.reference import Reference

_FALLBACK = "work"  # the entry of lexicons/objects.toml whose question fits any bullet


def question(bullet: Judged, reference: Reference) -> str:
    """The question that asks for the missing result, in terms of what this bullet is about."""
    entry = object_entry(bullet, reference)
    return entry.ask if entry else ""


def object_entry(bullet: Judged, reference: Reference) -> ObjectEntry | None:
    """What the lexicons know of the thing worked on.

    Looked for in the bullet's objects, then anywhere in it, then under the name of the activity ("training" for
    "trained") and of the verb's family, and at last under "work".
    """
    facts = bullet.facts
    for each in facts.objects:
        if entry := _found(each.span.of(facts.text), reference, each.head.start - each.span.start):
            return entry
    verb = facts.head or facts.nominal
    named = (inflected(verb.lemma, Form.GERUND, reference), f"{verb.family} {_FALLBACK}") if verb else ()
    places = (_found(text, reference) for text in (facts.text, *named, _FALLBACK))
    return next((entry for entry in places if entry is not None), None)


def _found(text: str, reference: Reference, head: int = 0) -> ObjectEntry | None:
    """The entry for a known phrase in `text`: one that holds the noun at `head`, else the longest, else the first."""
    found = reference.objects.find(words_of(text))
    matches = [each for each in found if not _is_part_of_word(each.span, text)]
    best = max(matches, key=lambda each: (each.span.start <= head < each.span.end, each.end - each.first), default=None)
    return best.value if best else None


def _is_part_of_word(span: Span, text: str) -> bool:
    """Whether a hyphen ties the span to a longer word: the class of “best-in-class”."""
    return text[: span.start].endswith("-") or text[span.end :].startswith("-")


def restart(bullet: Judged, reference: Reference) -> str:
    """How the bullet could open with the writer's own verb, empty where it shows none: “Start with “Trained …”.”"""
    facts = bullet.facts
    verb = facts.head or facts.nominal
    if verb is None or not verb.known or verb.form is Form.PASSIVE:
        return ""
    form = Form.BASE if bullet.context.entry.current and not bullet.judgement.outcomes else Form.PAST
    word = inflected(verb.lemma, form, reference)
    return f"Start with “{word.capitalize()} …”." if word and word.lower() != verb.text.lower() else ""


def stronger(bullet: Judged, reference: Reference) -> str:
    """A truer word for a routine verb, with the fact it needs: “If the issue ended with you, say “Resolved”.”"""
    verb = bullet.facts.head or bullet.facts.nominal
    routine = reference.pack.routines.get(verb.lemma) if verb else None
    if verb is None or routine is None or not routine.stronger or not _concerns(routine, bullet):
        return ""
    first = routine.stronger[0]
    return f"If {first.only_if.rstrip('.')}, say “{_spelled(first, verb, reference)}”."


def measures(bullet: Judged, reference: Reference) -> tuple[str, ...]:
    """Names of up to three KPIs that fit the thing worked on, or else the role; none without a field of work."""
    entry = object_entry(bullet, reference)
    names = reference.kpi_names(entry.kpis) if entry else ()
    if not names and (role := reference.role(bullet.context)):
        family = reference.pack.families.get(role.family)
        names = reference.kpi_names(family.first) if family else ()
    return names[:3]


def sentence(*parts: str) -> str:
    """The parts that are there, as one line."""
    return " ".join(part for part in parts if part)


def listed(words: tuple[str, ...], conjunction: str = "or") -> str:
    """“a, b or c”."""
    return f" {conjunction} ".join(part for part in (", ".join(words[:-1]), *words[-1:]) if part)


def _concerns(routine: RoutineEntry, bullet: Judged) -> bool:
    """Whether the alternatives of a routine verb fit what this bullet's verb is done to."""
    if not routine.objects:
        return True
    heads = {singular(each.head.of(bullet.facts.text).lower()) for each in bullet.facts.objects}
    return bool(heads & {singular(word.lower()) for word in routine.objects})


def inflected(lemma: str, form: Form, reference: Reference) -> str:
    """A verb of the lexicon in the given form, empty where the lexicon does not have it."""
    entry = reference.lexicon.verbs.get(lemma)
    if entry is None:
        return ""
    if form in (Form.BASE, Form.PRESENT):
        return lemma
    inflections = dict(zip((Form.THIRD, Form.PAST, Form.PARTICIPLE, Form.GERUND), entry.forms.split(), strict=False))
    return inflections.get(form, "")


def _spelled(entry: StrongerEntry, verb: Verb, reference: Reference) -> str:
    """A stronger verb in the form that the bullet's own verb has; a phrase stays as the lexicon has it."""
    lemma = next((lemma for lemma, _ in reference.lexicon.verb_forms.get(entry.verb.lower(), ())), "")
    form = verb.form if verb.form in (Form.BASE, Form.PRESENT) else Form.PAST
    word = inflected(lemma, form, reference) or entry.verb
    return word[:1].upper() + word[1:]
