"""BC1, duty language: the form of a bullet that reads as pasted from a job description."""

from __future__ import annotations

from collections.abc import Iterator

from bulletcoach.model.facts import Build, Facts, Form, MarkKind, Verb
from bulletcoach.model.finding import Finding, Severity
from bulletcoach.model.judgement import Judged, Verdict
from bulletcoach.rules.advice import inflected, restart
from bulletcoach.rules.parts import (
    auxiliary,
    is_phrasal,
    looks_like_noun,
    opens_compound,
    quoted,
    stands_first,
    whole,
)
from bulletcoach.rules.reference import Reference
from bulletcoach.rules.rule import Rule, checks

_PRESENT = (Form.BASE, Form.PRESENT)
_OF_POSTINGS = (Form.GERUND, Form.THIRD)

JOB_DESCRIPTION = Rule(
    code="BC103",
    name="job-description-form",
    severity=Severity.WARNING,
    summary="a verb in the form of a job posting: “managing”, “manages”, or “manage” in a post that has ended",
    bad=("Coordinating the weekend rota for 14 agents", "Coordinate the weekend rota for 14 agents"),
    good=("Coordinated the weekend rota for 14 agents",),
    unless="The base form is right for ongoing work in a current or undated post. The third person is a matter of "
    "taste if it is kept up, so it is advice only. With a result that can be checked the form is advice too.",
    source="Careers offices agree on the past tense for ended posts and nobody we read recommends an “-ing” opening; "
    "on the third person they differ.",
)


@checks(JOB_DESCRIPTION)
def job_description_form(bullet: Judged, reference: Reference) -> Iterator[Finding]:
    """The verb stands as it would in a posting, so the bullet reads as pasted from the job description.

    “Managing the queue” and “manages the queue” describe a post that anybody may hold; “managed the queue” says that
    you did. In a post that has ended, “manage” reads as if it were a duty still waiting for someone.
    """
    head = bullet.facts.head
    if head is None or bullet.facts.opener is not None:
        return
    ended = bullet.context.has_ended and head.form in _PRESENT
    if not ended and head.form not in _OF_POSTINGS:
        return
    if auxiliary(head, bullet.facts) or not stands_first(head.span, bullet.facts):
        return
    if looks_like_noun(head, bullet.facts) or opens_compound(head, bullet.facts, reference):
        return
    mild = head.form is Form.THIRD or bullet.judgement.verdict is Verdict.ACHIEVEMENT
    why = "is the present tense, but this post has ended" if ended else "reads like a job description"
    advice = restart(bullet, reference) or _after_i(bullet, head, reference)
    severity = Severity.INFO if mild else Severity.WARNING
    yield JOB_DESCRIPTION.at(bullet, head.span, f"{quoted(head.text)} {why}", advice, severity)


def _after_i(bullet: Judged, head: Verb, reference: Reference) -> str:
    """What form to use, by name where the lexicon has it."""
    form = Form.BASE if bullet.context.entry.current else Form.PAST
    word = "" if is_phrasal(head, bullet.facts) else inflected(head.lemma, form, reference)
    named = f": “{word.capitalize()} …”" if word else ""
    return f"Start with the verb as you would say it after “I”{named}."


NOUN_PHRASE = Rule(
    code="BC104",
    name="noun-phrase",
    severity=Severity.WARNING,
    summary="a bullet without a verb",
    bad=("Implementation of a new ticketing system for 40 agents",),
    good=("Implemented a new ticketing system for 40 agents", "Employee of the Quarter, twice in 2023"),
    unless="Awards and selections are named by a noun. Without a verb hiding in the noun, or with a result that can "
    "be checked, it is advice only.",
    source="Careers offices agree on starting with a verb; one writer in our reading prefers nouns at the left edge, "
    "where readers skim.",
)


@checks(NOUN_PHRASE)
def noun_phrase(bullet: Judged, reference: Reference) -> Iterator[Finding]:
    """The bullet names a thing or an activity and does not say who did what.

    “Implementation of a ticketing system” could be a project you watched. The verb in the noun is usually the one to
    begin with: “Implemented …”, if it was you.
    """
    facts = bullet.facts
    if facts.build is not Build.NOUN_PHRASE or facts.opener or facts.marked(MarkKind.RECOGNITION, MarkKind.WIN):
        return
    first = facts.nominal is not None and stands_first(facts.nominal.span, facts)
    if not first and _may_open_with_verb(facts, reference):
        return
    mild = facts.nominal is None or bullet.judgement.verdict is Verdict.ACHIEVEMENT
    span = facts.nominal.span if facts.nominal and first else whole(bullet)
    advice = restart(bullet, reference) or "Start with what you did about it."
    message = f"{quoted(span.of(facts.text))} has no verb: it does not say what you did"
    yield NOUN_PHRASE.at(bullet, span, message, advice, Severity.INFO if mild else Severity.WARNING)


def _may_open_with_verb(facts: Facts, reference: Reference) -> bool:
    """Whether the first word can be a verb, which the parser took for a noun: “Document in Epic”."""
    forms = reference.lexicon.forms_of(facts.words[0].key) if facts.words else ()
    return any(form is Form.BASE for _, form in forms)


PASSIVE_VOICE = Rule(
    code="BC105",
    name="passive-voice",
    severity=Severity.WARNING,
    summary="a passive that hides who acted",
    bad=("Tickets were sorted by urgency every morning for 12 agents",),
    good=("Sorted tickets by urgency every morning for 12 agents", "Was promoted to shift lead after eight months"),
    unless="Awards, selection and promotion are given by others, and the passive says so. With a result that can be "
    "checked it is advice only.",
    source="Harvard counts the passive among the six most frequent mistakes of résumés; the exemption is ours.",
)


@checks(PASSIVE_VOICE)
def passive_voice(bullet: Judged, reference: Reference) -> Iterator[Finding]:
    """The passive leaves open who did it.

    “Tickets were sorted” may have been your work or a program's. Put the act first and yourself silently before it.
    """
    head = bullet.facts.head
    if head is None or head.form is not Form.PASSIVE or bullet.facts.opener:
        return
    if bullet.facts.marked(MarkKind.RECOGNITION, MarkKind.WIN):
        return
    severity = Severity.INFO if bullet.judgement.verdict is Verdict.ACHIEVEMENT else Severity.WARNING
    verb = inflected(head.lemma, Form.PAST, reference) or head.text
    advice = f"If you did it, say so: start with “{verb.capitalize()} …”."
    yield PASSIVE_VOICE.at(bullet, head.span, f"{quoted(head.text)} hides who did it", advice, severity)


CHECKS = (job_description_form, noun_phrase, passive_voice)
