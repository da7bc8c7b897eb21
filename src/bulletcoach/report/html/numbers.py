"""Numbers: what those of a bullet measure, in the words of its field."""

from __future__ import annotations

from collections.abc import Iterator

from bulletcoach.lexicon.lexicon import Lexicon
from bulletcoach.model.judgement import Judged, Metric, MetricKind
from bulletcoach.report.html.elements import Child, Html, element

_KINDS = {MetricKind.OUTCOME: "Numbers for what came of it: ", MetricKind.SCOPE: "Numbers for how big or how often: "}


def numbers(judged: Judged, lexicon: Lexicon) -> Html | None:
    """The numbers by their kind, each with what it measures; None where the bullet has none."""
    metrics = judged.judgement.metrics
    if not metrics:
        return None
    kpis = lexicon.field(judged.context.field).kpis
    names = {id: kpi.name for id, kpi in kpis.items()}
    lines = (_line(kind, [metric for metric in metrics if metric.kind is kind], names) for kind in _KINDS)
    return element("div", *lines, class_="numbers")


def _line(kind: MetricKind, metrics: list[Metric], names: dict[str, str]) -> Html | None:
    return element("p", _KINDS[kind], *_listed(metrics, names)) if metrics else None


def _listed(metrics: list[Metric], names: dict[str, str]) -> Iterator[Child]:
    for number, metric in enumerate(metrics):
        yield ", " if number else None
        yield element("b", metric.quantity.text)
        yield f" ({names[metric.kpi]})" if metric.kpi in names else None
