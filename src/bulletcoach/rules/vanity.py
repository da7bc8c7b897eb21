"""BC3, metrics: numbers that say little alone."""

from __future__ import annotations

from collections.abc import Iterator

from bulletcoach.model.finding import Finding, Severity
from bulletcoach.model.judgement import Judged, Metric
from bulletcoach.rules.advice import listed
from bulletcoach.rules.parts import quoted
from bulletcoach.rules.questions import question
from bulletcoach.rules.reference import Reference
from bulletcoach.rules.rule import Rule, checks, has_metrics

VANITY_NUMBER = Rule(
    code="BC303",
    name="vanity-number",
    severity=Severity.INFO,
    summary="a volume or a speed with no quality beside it",
    bad=("Took 80 calls a day", "Cut average handle time from 9 to 6 minutes"),
    good=(
        "Took 80 calls a day at 95% satisfaction",
        "Cut average handle time by 18% and raised customer satisfaction to 86%",
    ),
    unless="One quality figure in the same bullet is enough, and a volume that rose or fell, or contacts that were no "
    "longer needed, are results. Without a field of work there is nothing to go by, and "
    "the rule is silent.",
    source="Two hundred calls a day mean little if most callers ring again: a case from a guide to support careers. "
    "The pairs are listed in the field's lexicon with their reasons.",
)


@checks(VANITY_NUMBER, needs=has_metrics)
def vanity_number(bullet: Judged, reference: Reference) -> Iterator[Finding]:
    """The number can be had by doing the work badly.

    Calls a day rise when calls are cut short, handle time falls when callers are passed on. Beside one figure of
    quality (satisfaction, first-contact fixes, reopened tickets) the same number is strong.
    """
    metric = vanity_metric(bullet, reference)
    entry = reference.vanity(metric) if metric else None
    if metric is None or entry is None:
        return
    message = f"{quoted(metric.quantity.text)} says little alone: {entry.why.rstrip('.')}"
    beside = listed(reference.kpi_names(_fitting(entry.beside, bullet, reference))[:3])
    advice = f"Put one figure of quality beside it: {beside}." if beside else question(bullet, reference)
    yield VANITY_NUMBER.at(bullet, metric.quantity.span, message, advice)


def vanity_metric(bullet: Judged, reference: Reference) -> Metric | None:
    """The metric that says little alone, where nothing in the bullet stands beside it.

    Outcomes are looked at first: a volume beside a result is only its size. A result whose KPI is unknown is taken for
    one of quality.
    """
    judgement = bullet.judgement
    if any(reference.vanity(metric) is None or _is_a_gain(metric, reference) for metric in judgement.outcomes):
        return None
    kpis = {kpi.id: kpi for metric in judgement.metrics if (kpi := reference.kpi(metric))}
    if len(kpis) > 1 and any(kpi.kind == "quality" for kpi in kpis.values()):
        return None
    pairs = ((metric, reference.vanity(metric)) for metric in judgement.outcomes or judgement.scopes)
    alone = (metric for metric, entry in pairs if entry and not kpis.keys() & set(entry.beside))
    return next(alone, None)


def _is_a_gain(metric: Metric, reference: Reference) -> bool:
    """Whether the number is a result by itself: a volume that rose or fell, or work that was spared."""
    kpi = reference.kpi(metric)
    return kpi is not None and (kpi.kind == "cost" or (kpi.kind == "volume" and metric.change is not None))


def _fitting(kpis: tuple[str, ...], bullet: Judged, reference: Reference) -> tuple[str, ...]:
    """The KPIs, those that the bullet's role is usually asked for first."""
    role = reference.role(bullet.context)
    family = reference.pack.families.get(role.family) if role else None
    usual = (*family.first, *family.then) if family else ()
    return tuple(sorted(kpis, key=lambda kpi: kpi not in usual))


CHECKS = (vanity_number,)
