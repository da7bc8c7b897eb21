"""The story of a bullet: its clauses by part, with the results that only a number shows."""

from __future__ import annotations

from bulletcoach.model.facts import Facts, Role
from bulletcoach.model.judgement import Metric, MetricKind, Story
from bulletcoach.model.text import Span


def story_of(facts: Facts, metrics: tuple[Metric, ...]) -> Story:
    """Problem, task, action, method and result. An outcome outside every result clause is a result by itself."""
    parts: dict[Role, list[Span]] = {role: [] for role in _PARTS}
    for clause in facts.clauses:
        if clause.role in parts:
            parts[clause.role].append(clause.span)
    results = parts[Role.RESULT]
    for metric in metrics:
        span = metric.quantity.span
        if metric.kind is MetricKind.OUTCOME and not any(result.covers(span) for result in results):
            end = max(span.end, metric.quantity.noun_span.end if metric.quantity.noun_span else 0)
            results.append(Span(span.start, end))
    results.sort()
    return Story(*(tuple(parts[role]) for role in _PARTS))


_PARTS = (Role.PROBLEM, Role.TASK, Role.ACTION, Role.METHOD, Role.RESULT)  # in the order of a Story's fields
