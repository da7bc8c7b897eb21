"""BC3, metrics: numbers that are missing, or that do not yet say what came of the work."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bulletcoach.lexicon.phrases import words_of
from bulletcoach.model.facts import Facts, Mark, MarkKind, Shape
from bulletcoach.model.finding import Finding, Severity
from bulletcoach.model.judgement import Judged, Metric, Verdict
from bulletcoach.model.text import Span
from bulletcoach.rules.advice import listed
from bulletcoach.rules.parts import act_span, quoted
from bulletcoach.rules.phrases import is_plural, whole_phrase
from bulletcoach.rules.questions import measures, question
from bulletcoach.rules.reference import Reference
from bulletcoach.rules.rule import Rule, checks, has_marks, has_metrics
from bulletcoach.rules.vanity import vanity_metric

FIGURES = "Figures that fit"

NO_NUMBER = Rule(
    code="BC301",
    name="no-number",
    severity=Severity.INFO,
    summary="a bullet without any number",
    bad=("Rewrote the refund policy, easing the queue", "Handled escalations"),
    good=("Rewrote the refund policy, cutting repeat contacts by 12%", "Won the regional service award"),
    unless="A result that anyone could check without a number (an award, a contract, a clean audit) needs none, and "
    "a missing number alone is never more than advice. Confidential figures can be given as a share or a multiple.",
    source="Guides are split: some want a number in every bullet, others call a qualitative result legitimate. In the "
    "model résumés of one university 10 lines of 31 carry one. No share is shown to work by any evidence.",
)


@checks(NO_NUMBER)
def no_number(bullet: Judged, reference: Reference) -> Iterator[Finding]:
    """Nothing in the bullet can be counted.

    How many, how much, how often, out of how many: one honest figure, an estimate you could defend in an interview
    included, tells a reader how big the work was. Years, versions and “24/7” count nothing.
    """
    judgement, facts = bullet.judgement, bullet.facts
    if judgement.metrics or judgement.verdict is Verdict.ACHIEVEMENT or facts.marked(MarkKind.BLANK):
        return
    names = measures(bullet, reference)
    advice = f"{FIGURES}: {listed(names)}." if names else question(bullet, reference)
    yield NO_NUMBER.at(bullet, act_span(bullet, reference), "no number says how much, how many or how often", advice)


SCOPE_ONLY = Rule(
    code="BC302",
    name="scope-without-outcome",
    severity=Severity.INFO,
    summary="a size, and no word on what came of it",
    bad=("Managed a team of 12 agents",),
    good=("Managed a team of 12 agents, raising satisfaction from 82% to 91%",),
    unless="A size is better than nothing, and enough for the line that opens a post.",
    source="Guides praise scope, and one of them adds that a team of five alone is still a responsibility.",
)


@checks(SCOPE_ONLY, needs=has_metrics)
def scope_without_outcome(bullet: Judged, reference: Reference) -> Iterator[Finding]:
    """The bullet says how big the work was, not how it ended.

    Team, budget, accounts, events: sizes make a claim believable. The next question of every reader is: and then?
    """
    judgement = bullet.judgement
    if judgement.outcomes or not judgement.scopes or judgement.verdict is Verdict.ACHIEVEMENT:
        return
    if vanity_metric(bullet, reference):
        return
    size = judgement.scopes[0].quantity
    message = f"{quoted(size.text)} is the size of the work, not what came of it"
    yield SCOPE_ONLY.at(bullet, size.span, message, question(bullet, reference))


VAGUE_QUANTITY = Rule(
    code="BC304",
    name="vague-quantity",
    severity=Severity.WARNING,
    summary="“various”, “numerous” or “a lot of” where a number belongs",
    bad=("Wrote numerous help articles",),
    good=("Wrote 25 help articles", "Wrote over 20 help articles"),
    unless="Where the bullet has a number, or a result that can be checked, it is advice only. “About”, “over” and "
    "“nearly” before a number are honest and never flagged.",
    source="Lists of weak words in several guides and checkers.",
)


@checks(VAGUE_QUANTITY, needs=has_marks)
def vague_quantity(bullet: Judged, reference: Reference) -> Iterator[Finding]:
    """A vague word holds the place of a number.

    “Numerous” makes a reader think of three. An honest estimate is stronger: “about 30”, “20+”.
    """
    judgement, text = bullet.judgement, bullet.facts.text
    shown = bool(judgement.metrics or judgement.story.result) or judgement.verdict is Verdict.ACHIEVEMENT
    vague = [mark for mark in bullet.facts.marked(MarkKind.VAGUE) if not _is_hedge(mark, bullet, reference)]
    for mark in vague[:1]:
        noun = _counted(mark, bullet, reference)
        entry = reference.wording(mark)
        asked = entry.advice if entry else ""
        advice = f"How many {noun}? A careful estimate will do." if noun else asked or "How many, roughly?"
        message = f"{quoted(mark.span.of(text))} stands where a number belongs"
        yield VAGUE_QUANTITY.at(bullet, mark.span, message, advice, Severity.INFO if shown else Severity.WARNING)


def _counted(mark: Mark, bullet: Judged, reference: Reference) -> str:
    """The things that the vague word counts, empty where they are none that one can count: “various equipment”."""
    facts = bullet.facts
    thing = next((each for each in facts.objects if each.span.covers(mark.span)), None)
    if thing is None or not is_plural(thing, facts, reference):
        return ""
    return Span(mark.span.end, whole_phrase(thing, facts, reference).end).of(facts.text).strip()


def _is_hedge(mark: Mark, bullet: Judged, reference: Reference) -> bool:
    """Whether a number follows directly: “some 400 calls”, “some forty agents”."""
    behind = next(iter(words_of(bullet.facts.text[mark.span.end :])), None)
    return behind is not None and (behind.key[0].isdigit() or behind.key in reference.lexicon.numbers_of("value"))


NO_BASELINE = Rule(
    code="BC305",
    name="change-without-baseline",
    severity=Severity.INFO,
    summary="a change that says neither from where nor over what time",
    bad=("Rewrote the macros, cutting reply time by 40%",),
    good=("Rewrote the macros, cutting reply time by 40% in three months",),
    unless="Either the starting point or the period is enough, and so is a second figure or a word of comparison "
    "(“vs”, “average”, “target”).",
    source="Guides ask “percent of what?”; engineers distrust percentages without context.",
)


@checks(NO_BASELINE, needs=has_metrics)
def change_without_baseline(bullet: Judged, reference: Reference) -> Iterator[Finding]:
    """A change is given without its starting point or its period.

    “By 40%” may be from ten to six or from 1,000 to 600, within a week or five years. One of the two makes it solid.
    """
    quantities = bullet.facts.quantities
    if len(quantities) > 1 or any(quantity.period or quantity.other is not None for quantity in quantities):
        return
    changes = [each for each in bullet.judgement.outcomes if each.change and each.quantity.shape in _RELATIVE]
    for metric in changes[:1]:
        if _names_baseline(bullet.facts, reference):
            return
        message = f"{quoted(metric.quantity.text)} gives neither the starting point nor the period"
        advice = f"{_measured(metric, reference)}from what to what, or over how long?"
        yield NO_BASELINE.at(bullet, metric.quantity.span, message, f"{advice[:1].upper()}{advice[1:]}")


def _names_baseline(facts: Facts, reference: Reference) -> bool:
    """Whether words or signs of a comparison stand in the text, or two figures in brackets."""
    text = facts.text
    phrases, signs = reference.baseline
    if any(sign in text for sign in signs) or next(phrases.find(facts.words), None) is not None:
        return True
    in_brackets = any(len(_FIGURE.findall(inside)) > 1 for inside in _BRACKETS.findall(text))
    return in_brackets or _FROM_TO.search(text) is not None


def _measured(metric: Metric, reference: Reference) -> str:
    """The measure's name before the question, where it is the number's own: a KPI, or a noun that names a level."""
    kpi, noun = reference.kpi(metric), metric.quantity.noun
    own = noun if noun in reference.lexicon.terms_of("level") else ""
    return f"{name}: " if (name := kpi.name if kpi else own) else ""


_RELATIVE = (Shape.PERCENT, Shape.POINTS, Shape.CHANGE, Shape.MULTIPLE)
_BRACKETS = re.compile(r"\(([^()]*)\)")
_FROM_TO = re.compile(r"\bfrom\b[^.;]*\d[^.;]*\bto\b[^.;]*\d")
_FIGURE = re.compile(r"\d+(?:[.,]\d+)*")

CHECKS = (no_number, scope_without_outcome, vague_quantity, change_without_baseline)
