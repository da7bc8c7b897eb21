"""BC3, metrics: figures that cannot be right, or that tell against the writer."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bulletcoach.lexicon.field import RangeEntry
from bulletcoach.model.facts import Role, Shape
from bulletcoach.model.finding import Finding, Severity
from bulletcoach.model.judgement import Judged, Metric
from bulletcoach.rules.parts import quoted
from bulletcoach.rules.reference import Reference
from bulletcoach.rules.rule import Rule, checks, has_metrics

IMPLAUSIBLE = Rule(
    code="BC306",
    name="implausible-figure",
    severity=Severity.WARNING,
    summary="a figure that its measure cannot reach, or hardly ever does",
    bad=("Reached a customer satisfaction of 140%", "Reduced churn by 130%"),
    good=("Reached a customer satisfaction of 94%", "Reached 130% of the sales target"),
    unless="Between the usual and the possible it is advice only: check it, and say what made it so. Changes are not "
    "measured against the range of levels.",
    source="The ranges stand with each KPI in the field's lexicon. That nothing falls by more than 100% is arithmetic.",
)


@checks(IMPLAUSIBLE, needs=has_metrics)
def implausible_figure(bullet: Judged, reference: Reference) -> Iterator[Finding]:
    """The figure cannot be what it says it is.

    Satisfaction of 140%, a promoter score of 300, a reduction by 130%: a reader who knows the measure stops there and
    doubts the rest. Mostly it is a typo, or another measure than the one named.
    """
    for metric in bullet.judgement.metrics:
        quantity = metric.quantity
        falls = metric.change == "down" and not _levels(metric, reference)
        if falls and quantity.shape is Shape.PERCENT and quantity.value > 100:
            message = f"{quoted(quantity.text)}: nothing falls by more than 100%"
            yield IMPLAUSIBLE.at(bullet, quantity.span, message, "Check the figure: from what to what?")
            continue
        kpi = reference.kpi(metric)
        for window in [each for each in kpi.plausible if each.unit == quantity.unit] if kpi else ():
            for value in _levels(metric, reference):
                if kpi and (found := _outside(value, window)):
                    message = f"{quoted(quantity.text)} {found[0]} for {kpi.name} ({_bounds(window, found[1])})"
                    advice = f"Check the figure: is it {kpi.name}, and in this unit?"
                    yield IMPLAUSIBLE.at(bullet, quantity.span, message, advice, found[1])
                    break


def _levels(metric: Metric, reference: Reference) -> tuple[float, ...]:
    """The values that a metric stood at: both ends of “from 80 to 90”, none of “by 12 %”, none of “31 of 40”.

    A share of a count tells of a few cases, not of the level that the measure usually has.
    """
    quantity = metric.quantity
    if reference.unit_shapes.get(quantity.unit) not in _LEVELLED or _SHARE.search(quantity.text):
        return ()
    if quantity.shape is Shape.CHANGE and quantity.other is not None:
        return quantity.value, quantity.other
    if quantity.link != "by" and (metric.change is None or quantity.link == "to"):
        return (quantity.value,)
    return ()


_LEVELLED = (Shape.PERCENT, Shape.POINTS, Shape.RATING, Shape.DURATION)
_SHARE = re.compile(r"\d\s+(?:out\s+)?of\s+\S")


def _outside(value: float, window: RangeEntry) -> tuple[str, Severity] | None:
    """How a value lies outside the window, and how bad that is."""
    if (window.floor is not None and value < window.floor) or (window.ceiling is not None and value > window.ceiling):
        return "is not possible", Severity.WARNING
    if (window.low is not None and value < window.low) or (window.high is not None and value > window.high):
        return "is unusual", Severity.INFO
    return None


def _bounds(window: RangeEntry, severity: Severity) -> str:
    hard = severity is Severity.WARNING
    low, high = (window.floor, window.ceiling) if hard else (window.low, window.high)
    if low is None:
        return f"at most {high:g}" if high is not None else ""
    return f"{low:g} to {high:g}" if high is not None else f"at least {low:g}"


WRONG_WAY = Rule(
    code="BC307",
    name="wrong-way",
    severity=Severity.WARNING,
    summary="a measure that got worse, told as a win",
    bad=("Increased average handle time from 4 to 6 minutes",),
    good=("Cut average handle time from 6 to 4 minutes",),
    unless="In a problem that was then solved the direction is right, and where another figure of the bullet moved for "
    "the better it is advice only: say that the trade was meant.",
    source="The good direction of each KPI stands in the field's lexicon.",
)


@checks(WRONG_WAY, needs=has_metrics)
def wrong_way(bullet: Judged, reference: Reference) -> Iterator[Finding]:
    """A measure moved in the direction that counts against you.

    Handle time up, satisfaction down: either the verb is the wrong one, or there was a reason worth naming (“longer
    calls, but a third fewer callbacks”).
    """
    outcomes = bullet.judgement.outcomes
    problems = [clause.span for clause in bullet.facts.clauses_of(Role.PROBLEM)]
    improved = any(_moved(metric) and metric.change == metric.good for metric in outcomes)
    for metric in outcomes:
        span = metric.quantity.span
        kpi = reference.kpi(metric)
        if kpi is None or not _moved(metric) or metric.change == metric.good:
            continue
        if any(problem.overlaps(span) for problem in problems):
            continue
        better = "higher" if metric.good == "up" else "lower"
        message = f"{kpi.name} went {metric.change} ({quoted(metric.quantity.text)}), but {better} is better"
        advice = "Check the verb and the figures, or say what was gained by it."
        yield WRONG_WAY.at(bullet, span, message, advice, Severity.INFO if improved else Severity.WARNING)


def _moved(metric: Metric) -> bool:
    return metric.change in ("up", "down") and metric.good in ("up", "down")


CHECKS = (implausible_figure, wrong_way)
