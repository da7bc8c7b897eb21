"""The JSON of one bullet: its place, what was judged, findings and rewrites."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from bulletcoach.model.document import Entry
from bulletcoach.model.facts import Verb
from bulletcoach.model.finding import Finding
from bulletcoach.model.judgement import Judged, Metric, Story
from bulletcoach.model.places import Place
from bulletcoach.model.text import Span
from bulletcoach.report.fix_json import fix_object
from bulletcoach.report.placement import PlacedBullet, Placement
from bulletcoach.report.rewrite_json import number_of, pair_of, rewrite_object


def bullet_object(bullet: PlacedBullet, placement: Placement, findings: Sequence[Finding]) -> dict[str, Any]:
    """A bullet with everything that is known of it; `findings` are those to show of the whole result."""
    judged = bullet.judged
    return {
        "id": bullet.id,
        "path": bullet.place.path if bullet.bullet.file else None,
        "page": bullet.place.page,
        "paragraph": bullet.place.paragraph,
        **_place(bullet.place),
        "text": bullet.bullet.text,
        "section": bullet.section.kind.value,
        "entry": _entry(bullet.entry, placement),
        "verdict": judged.judgement.verdict.value if judged else None,
        "reason": judged.judgement.reason if judged else None,
        "opener": pair_of(judged.facts.opener.span) if judged and judged.facts.opener else None,
        "verbs": [_verb(verb) for verb in judged.facts.verbs] if judged else [],
        "metrics": [_metric(metric) for metric in judged.judgement.metrics] if judged else [],
        "story": _story(judged),
        "findings": [finding_object(finding, placement) for finding in findings if finding.bullet == bullet.number],
        "rewrites": [rewrite_object(each) for each in placement.result.rewrites.get(bullet.number, ())],
    }


def _entry(entry: Entry, placement: Placement) -> dict[str, Any]:
    return {
        "index": placement.index_of(entry),
        "title": entry.title,
        "employer": entry.employer,
        "start": entry.start,
        "end": entry.end,
        "current": entry.current,
    }


def _verb(verb: Verb) -> dict[str, Any]:
    return {
        "text": verb.text,
        "lemma": verb.lemma,
        "form": verb.form.value,
        "strength": verb.strength.value,
        "family": verb.family,
        "claim": verb.claim.value,
        "act": verb.act.value,
        "start": verb.span.start,
        "end": verb.span.end,
    }


def _metric(metric: Metric) -> dict[str, Any]:
    quantity = metric.quantity
    return {
        "text": quantity.text,
        "kind": metric.kind.value,
        "value": number_of(quantity.value),
        "unit": quantity.unit,
        "kpi": metric.kpi,
        "change": metric.change,
        "good": metric.good,
        "start": quantity.span.start,
        "end": quantity.span.end,
    }


def _story(judged: Judged | None) -> dict[str, Any]:
    story = judged.judgement.story if judged else Story()
    parts = {
        "problem": story.problem,
        "task": story.task,
        "action": story.action,
        "method": story.method,
        "result": story.result,
    }
    return {part: [pair_of(span) for span in spans] for part, spans in parts.items()}


def finding_object(finding: Finding, placement: Placement) -> dict[str, Any]:
    """A finding of a bullet has `start` and `end` in its text; one of an entry has the entry's number instead."""
    about: dict[str, Any] = {"entry": finding.entry}
    if finding.bullet is not None:
        span = finding.span or Span(0, len(placement.bullets[finding.bullet].bullet.text))
        about = {"start": span.start, "end": span.end}
    return {
        "code": finding.code,
        "name": finding.name,
        "severity": finding.severity.value,
        "message": finding.message,
        "advice": finding.advice,
        **_place(placement.of(finding)),
        **about,
        "fix": fix_object(finding, placement),
    }


def _place(place: Place | None) -> dict[str, int | None]:
    if place is None:
        return dict.fromkeys(("line", "column", "end_line", "end_column"))
    return {
        "line": place.line,
        "column": place.column,
        "end_line": place.end_line,
        "end_column": place.end_column,
    }
