"""What to do about this very bullet: its own verb to start with, and the honest stronger word."""

from __future__ import annotations

from collections.abc import Sequence

from bulletcoach.lexicon.field import RoutineEntry, StrongerEntry
from bulletcoach.lexicon.phrases import singular
from bulletcoach.model.facts import Facts, Form, Strength, Token, Verb
from bulletcoach.model.judgement import Judged
from bulletcoach.rules.parts import is_phrasal, opens_compound, stands_first, token_of
from bulletcoach.rules.reference import Reference

_PLACES = {Form.THIRD: 0, Form.PAST: 1, Form.PARTICIPLE: 2, Form.GERUND: 3}


def restart(bullet: Judged, reference: Reference) -> str:
    """How the bullet could open with the writer's own verb, empty where in doubt: “Start with “Trained …”.”

    The verb must be the first thing said, behind a stock phrase if there is one. “Responsible for health, welfare,
    training” does not say that its writer trained, nor does “Average time to fill is 34 days” say “Was”.
    """
    facts = bullet.facts
    verb = facts.head or facts.nominal
    if verb is None or not _says_what_was_done(verb, facts, reference):
        return ""
    form = Form.BASE if bullet.context.entry.current and not bullet.judgement.outcomes else Form.PAST
    word = inflected(verb.lemma, form, reference)
    return f"Start with “{word.capitalize()} …”." if word and word.lower() != verb.text.lower() else ""


def _says_what_was_done(verb: Verb, facts: Facts, reference: Reference) -> bool:
    """Whether the verb is surely the writer's act, and no noun, measure or modifier that looks like one."""
    if not verb.known or verb.form is Form.PASSIVE or verb.strength is Strength.WEAK:
        return False
    if is_phrasal(verb, facts) or opens_compound(verb, facts, reference):
        return False
    if verb.lemma in reference.lexicon.terms_of("actless") or not stands_first(verb.span, facts):
        return False
    index = token_of(verb, facts)
    if index is None:
        return not facts.tokens
    token, behind = facts.tokens[index], facts.tokens[index + 1 : index + 3]
    if verb.form is Form.NOMINAL:
        return bool(behind) and behind[0].text.lower() == "of"
    if facts.opener is not None or verb.form is Form.GERUND:
        # “Marketing campaigns” are campaigns, and in “grading, lunch duty” a noun follows: only a gerund that is done
        # to something, or stands in a row of its like, is an act.
        if len(behind) > 1 and behind[0].tag in (",", "CC"):
            return behind[1].text.endswith("ing")
        return token.tag == "VBG" and token.dep not in ("compound", "amod") and bool(facts.objects)
    return verb.form not in (Form.BASE, Form.PRESENT) or (token.tag in _FINITE and not _is_bare(behind))


def _is_bare(behind: Sequence[Token]) -> bool:
    """Whether a single noun without an article follows, so that the word may be a part of it: “patch management”."""
    return bool(behind) and behind[0].tag in ("NN", "VBG")


_FINITE = ("VB", "VBP")


def stronger(bullet: Judged, reference: Reference) -> str:
    """A truer word for a routine verb, with the fact it needs: “If the issue ended with you, say “Resolved”.”"""
    verb = bullet.facts.head or bullet.facts.nominal
    routine = reference.pack.routines.get(verb.lemma) if verb else None
    if verb is None or routine is None or not routine.stronger or not _concerns(routine, bullet):
        return ""
    first = routine.stronger[0]
    return f"If {first.only_if.rstrip('.')}, say “{_spelled(first, verb, bullet, reference)}”."


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
    words, place = entry.forms.split(), _PLACES.get(form)
    return words[place] if place is not None and place < len(words) else ""


def _spelled(entry: StrongerEntry, verb: Verb, bullet: Judged, reference: Reference) -> str:
    """A stronger verb in the tense that suits the bullet; of a phrase (“check in”) the first word is inflected."""
    first, _, rest = entry.verb.partition(" ")
    lemma = next((lemma for lemma, _ in reference.lexicon.verb_forms.get(first.lower(), ())), "")
    word = f"{inflected(lemma, _form(verb, bullet), reference) or first} {rest}".rstrip()
    return word[:1].upper() + word[1:]


def _form(verb: Verb, bullet: Judged) -> Form:
    """The past for an ended post, the present for a current one unless the bullet looks back; else the verb's own."""
    if bullet.context.entry.current:
        return Form.PAST if verb.form is Form.PAST else Form.BASE
    present = verb.form in (Form.BASE, Form.PRESENT) and not bullet.context.has_ended
    return Form.BASE if present else Form.PAST
