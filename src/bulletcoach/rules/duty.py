"""BC1, duty language: the bullet says what the job was."""

from __future__ import annotations

from collections.abc import Iterator

from bulletcoach.lexicon.records import OpenerKind
from bulletcoach.model.facts import Role
from bulletcoach.model.finding import Finding, Severity
from bulletcoach.model.judgement import Judged, Verdict
from bulletcoach.rules.advice import restart, sentence, stronger
from bulletcoach.rules.parts import act_span, first_clause, has_weak_head, opens_with_act, quoted
from bulletcoach.rules.phrases import slot
from bulletcoach.rules.questions import question
from bulletcoach.rules.reference import Reference
from bulletcoach.rules.rule import Rule, checks

_DUTY_KINDS = (OpenerKind.FIXED, OpenerKind.LIST, OpenerKind.NOUN)

DUTY_OPENER = Rule(
    code="BC101",
    name="duty-opener",
    severity=Severity.ERROR,
    summary="a stock phrase that stands where the act should be",
    bad=("Responsible for training new hires", "Duties included answering phones and processing refunds"),
    good=(
        "Trained 14 new hires, halving their ramp time",
        "Processed 40 refunds a day, cutting errors from 4% to 1% with a checklist",
    ),
    unless="The first bullet of a post that gives its size is left as advice. Federal applications (profile federal) "
    "must state their duties.",
    source="Every careers office and guide in our reading advises against these phrases; recruiters ranked résumés "
    "full of duties second among their peeves.",
)


@checks(DUTY_OPENER)
def duty_opener(bullet: Judged, reference: Reference) -> Iterator[Finding]:
    """A stock phrase stands where the act should be.

    “Responsible for”, “in charge of”, “duties included” and their kin tell what the job was, and would be as true of
    somebody who did it badly. Readers skip them. The act usually stands right behind the phrase: begin with it, and
    say what came of it. In STAR terms, the bullet stops at the T.
    """
    opener, entry = bullet.facts.opener, reference.opener(bullet.facts)
    if opener is None or entry is None or entry.kind not in _DUTY_KINDS:
        return
    asked = entry.advice.replace("{object}", slot(bullet.facts, reference, person=False))
    start = restart(bullet, reference) if entry.kind is OpenerKind.FIXED else ""
    advice = sentence(start, question(bullet, reference)) if start else asked
    message = f"{quoted(opener.text)} says what the job was, not what you did"
    yield DUTY_OPENER.at(bullet, opener.span, message, advice, entry.severity)


ROUTINE_DUTY = Rule(
    code="BC102",
    name="routine-duty",
    severity=Severity.WARNING,
    summary="a routine task with nothing to show for it",
    bad=("Answered customer calls", "Processing of refunds and exchanges", "Handled escalations efficiently"),
    good=("Answered 60 calls a day at 96% satisfaction", "Rewrote the refund macro, cutting reply time by 30%"),
    unless="A size (calls a day, people in the team) or a finished thing lifts a bullet above a bare duty. Bullets "
    "with a stock or weak opener are reported for that instead.",
    source="Careers offices agree that a bullet needs an act and what came of it; judging ordinary verbs by that, and "
    "not by a list of bad verbs, is ours: published lists contradict each other.",
)


@checks(ROUTINE_DUTY)
def routine_duty(bullet: Judged, reference: Reference) -> Iterator[Finding]:
    """An ordinary verb names a task of the job, and nothing shows how well it was done.

    “Answered calls”, “handled escalations”: everybody in that chair did. The verb is not the fault; the same verb in
    front of a 98 % first-contact rate is an achievement. Praise that nobody can check (“efficiently”, “ensuring
    satisfaction”) and a hope (“to improve retention”) show nothing either.
    """
    if bullet.judgement.verdict is not Verdict.DUTY or reference.opener(bullet.facts) or has_weak_head(bullet.facts):
        return
    span = act_span(bullet, reference)
    act = quoted(span.of(bullet.facts.text))
    if praise := first_clause(bullet, Role.PRAISE):
        message = f"{act} is routine, and {quoted(praise.of(bullet.facts.text))} is praise that nobody can check"
    elif hope := first_clause(bullet, Role.INTENTION):
        message = f"{act} is routine, and {quoted(hope.of(bullet.facts.text))} says what was hoped, not what happened"
    else:
        message = f"{act} names a routine task; nothing shows how well it went or what came of it"
    start = restart(bullet, reference) if not opens_with_act(bullet.facts) else ""
    advice = sentence(start, question(bullet, reference), stronger(bullet, reference))
    yield ROUTINE_DUTY.at(bullet, span, message, advice)


CHECKS = (duty_opener, routine_duty)
