"""BC4, story: problem, action and result, the parts of a bullet that convinces.

PAR is problem, action, result; STAR says situation and task for the first. The parts may stand in any order.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from bulletcoach.model.facts import Act, Facts, MarkKind, Role
from bulletcoach.model.finding import Finding, Severity
from bulletcoach.model.judgement import Judged, Verdict
from bulletcoach.rules.advice import sentence
from bulletcoach.rules.parts import act_span, first_clause, quoted
from bulletcoach.rules.questions import question
from bulletcoach.rules.reference import Reference
from bulletcoach.rules.resume import JudgedEntry, Resume
from bulletcoach.rules.rule import Rule, checks, has_metrics

NO_RESULT = Rule(
    code="BC401",
    name="no-result",
    severity=Severity.INFO,
    summary="an act without its result",
    bad=("Rebuilt the macro library in Zendesk",),
    good=("Rebuilt the macro library in Zendesk, making replies faster",),
    unless="A benefit without its size counts as a result, and so does what anyone could check: an award, a contract, "
    "a clean audit. A hope in the result's place is BC402's, and a size BC302's. A bullet that is told already of its "
    "duty words or its weak verb is not told this as well.",
    source="Every framework in our reading (PAR, CAR, SOAR, STAR, XYZ) asks for an act and what came of it.",
)


@checks(NO_RESULT)
def no_result(bullet: Judged, reference: Reference) -> Iterator[Finding]:
    """The story stops after the action.

    The R of PAR and STAR is missing: what was different afterwards, for customers, the team or the money? It need not
    be a number; “still used by the night shift” is a result.
    """
    if _has_result(bullet) or bullet.judgement.scopes or first_clause(bullet, Role.INTENTION):
        return
    message = "no result: what came of it is not said"
    yield NO_RESULT.at(bullet, act_span(bullet, reference), message, question(bullet, reference))


INTENTION = Rule(
    code="BC402",
    name="intention-as-result",
    severity=Severity.INFO,
    summary="a hope in the place of the result",
    bad=("Rebuilt the macro library to improve reply times",),
    good=("Rebuilt the macro library, improving reply times by a third",),
    unless="A purpose is worth keeping where no result can be known. It never counts against an action's verdict.",
    source="Two college guides accept the purpose in the result's place; the others ask for what happened. So this is "
    "advice.",
)


@checks(INTENTION)
def intention_as_result(bullet: Judged, reference: Reference) -> Iterator[Finding]:
    """“To improve retention” says what was hoped.

    “Improving retention by four points” says what happened. If you know how it went, say that; if not, the purpose may
    stay.
    """
    hope = first_clause(bullet, Role.INTENTION)
    if hope is None or _has_result(bullet):
        return
    message = f"{quoted(hope.of(bullet.facts.text))} says what was hoped, not what happened"
    advice = sentence("If you know how it went, say so.", question(bullet, reference))
    yield INTENTION.at(bullet, hope, message, advice)


NO_METHOD = Rule(
    code="BC403",
    name="no-method",
    severity=Severity.INFO,
    summary="a result without the act behind it",
    bad=("Increased customer satisfaction from 82% to 91%",),
    good=("Increased customer satisfaction from 82% to 91% by rewriting the escalation script",),
    unless="Awards, promotions, and levels and targets met speak for themselves, and so does the act in “answered 60 "
    "calls a day at 96%”. Any second verb, and “with …”, “using …”, “after …” or “which …”, is taken for the method.",
    source="The frameworks' A, and the Z (“by doing …”) of the formula that Google's recruiters made known.",
)


@checks(NO_METHOD, needs=has_metrics)
def no_method(bullet: Judged, reference: Reference) -> Iterator[Finding]:
    """A number moved, and the bullet does not say what you did to move it.

    The A of PAR is missing. Without it a reader may put the result down to the season or to the team.
    """
    facts, story = bullet.facts, bullet.judgement.story
    moved = [metric for metric in bullet.judgement.outcomes if metric.change or metric.quantity.other is not None]
    if not moved or story.method or facts.opener or facts.head is None:
        return
    if _has_act(facts) or _has_sign_of_method(facts, reference):
        return
    if facts.marked(MarkKind.RECOGNITION, MarkKind.WIN):
        return
    quantity = moved[0].quantity
    message = f"{quoted(quantity.text)} is a result, but not how you got there"
    advice = "Add what you did: “by …” and the act behind it."
    yield NO_METHOD.at(bullet, quantity.span, message, advice)


def _has_act(facts: Facts) -> bool:
    """Whether a verb that is no result, or a second one of any kind, says what was done: “merged … and cut …”."""
    verbs = [*facts.verbs, *(clause.verb for clause in facts.clauses if clause.verb)]
    return any(verb.act is not Act.RESULT or verb.span != verbs[0].span for verb in verbs)


def _has_sign_of_method(facts: Facts, reference: Reference) -> bool:
    """Whether a word stands in the bullet that usually leads to the way it was done: “with …”, “after …”."""
    signs = reference.lexicon.terms_of("method-sign")
    return any(word.key in signs for word in facts.words)


NO_PROBLEM = Rule(
    code="BC404",
    name="no-problem",
    severity=Severity.INFO,
    summary="the strongest bullet of the latest post without the problem it solved",
    bad=("Rewrote the macros, cutting reply time from 9 h to 3 h\nAnswered 60 calls a day\nTrained 14 new hires",),
    good=(
        "Rewrote the macros after a backlog of 900 tickets, cutting reply time from 9 h to 3 h\n"
        "Answered 60 calls a day\nTrained 14 new hires",
    ),
    unless="Only the strongest bullet of the first named post with three or more is looked at; one problem there is "
    "enough.",
    source="PAR and STAR begin with it; XYZ and others have no place for it. So it is asked once a résumé.",
)


@checks(NO_PROBLEM)
def no_problem(resume: Resume, reference: Reference) -> Iterator[Finding]:
    """The best bullet of a post would gain most from its problem.

    The P of PAR, the S of STAR: what was wrong, or at stake, before you acted? Half a line of it makes the result
    look as large as it was.
    """
    for entry in islice(resume.weighed, 1):
        best = _strongest(entry)
        told = any(bullet.judgement.story.problem for bullet in entry.bullets)
        if best is None or told:
            continue
        message = "the strongest bullet of this post does not say which problem it solved"
        advice = "What was wrong before, or at stake? Half a line of it is enough."
        yield NO_PROBLEM.at(best, act_span(best, reference.of(best)), message, advice)


def _strongest(entry: JudgedEntry) -> Judged | None:
    """The achievement with the most outcomes and the fullest story, the first of equals; awards need no problem."""
    wins = [
        bullet for bullet in entry.having(Verdict.ACHIEVEMENT) if bullet.judgement.outcomes and not _is_award(bullet)
    ]
    return max(wins, key=lambda each: (len(each.judgement.outcomes), bool(each.judgement.story.method)), default=None)


def _is_award(bullet: Judged) -> bool:
    """Whether others gave it: an award, a promotion, a praise by name."""
    return bool(bullet.facts.marked(MarkKind.RECOGNITION, MarkKind.WIN))


def _has_result(bullet: Judged) -> bool:
    judgement = bullet.judgement
    return bool(judgement.story.result or judgement.outcomes) or judgement.verdict is Verdict.ACHIEVEMENT


CHECKS = (no_result, intention_as_result, no_method)
RESUME_CHECKS = (no_problem,)
