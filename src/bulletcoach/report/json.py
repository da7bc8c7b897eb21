"""JSON, version 1: everything that is known of every bullet, for scripts. `bulletcoach schema` prints its schema.

Files are written as they come, so a run over many needs no more memory than one. The output is ASCII, whatever the
résumé holds: it can be printed anywhere, and no character of it steers a terminal.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Sequence
from typing import Any, TextIO

from bulletcoach.model.document import Entry
from bulletcoach.model.facts import Verb
from bulletcoach.model.finding import Finding, Severity
from bulletcoach.model.judgement import Judged, Metric, Story, Verdict
from bulletcoach.model.text import Span
from bulletcoach.report.concise import shown
from bulletcoach.report.placement import Place, PlacedBullet, Placement
from bulletcoach.report.summary import Summary
from bulletcoach.run import Checked

VERSION = 1
_INDENT = 2


def write(checked: Iterable[Checked], out: TextIO) -> None:
    """Write one JSON object. Findings of every severity are in it unless the settings name a level."""
    total = Summary()
    out.write(f'{{\n  "version": {VERSION},\n  "files": [')
    separator = "\n"
    for one in checked:
        findings = shown(one, Severity.INFO)
        placement = Placement(one.result)
        total.add(placement, findings)
        out.write(separator + _indented(_file(placement, findings), 2))
        separator = ",\n"
    out.write(("\n  ]" if total.files else "]") + ',\n  "summary": ')
    out.write(_indented(_summary(total), 1).lstrip() + "\n}\n")


def _indented(value: object, depth: int) -> str:
    text = json.dumps(value, indent=_INDENT, allow_nan=False)
    margin = " " * (_INDENT * depth)
    return margin + text.replace("\n", "\n" + margin)


def _file(placement: Placement, findings: Sequence[Finding]) -> dict[str, Any]:
    result = placement.result
    return {
        "path": _text(result.path),
        "format": result.document.format if result.document else None,
        "language": result.language,
        "field": result.field if result.document else None,
        "errors": [_text(error) for error in result.errors],
        "notes": [_text(note) for note in result.notes],
        "bullets": [_bullet(bullet, placement, findings) for bullet in placement.bullets],
        "findings": [_finding(finding, placement) for finding in findings if finding.bullet is None],
    }


def _bullet(bullet: PlacedBullet, placement: Placement, findings: Sequence[Finding]) -> dict[str, Any]:
    judged = bullet.judged
    return {
        "id": bullet.id,
        "path": None,
        "page": None,
        "paragraph": None,
        **_place(bullet.place),
        "text": bullet.bullet.text,
        "section": bullet.section.kind.value,
        "entry": _entry(bullet.entry, placement),
        "verdict": judged.judgement.verdict.value if judged else None,
        "reason": judged.judgement.reason if judged else None,
        "opener": _span(judged.facts.opener.span) if judged and judged.facts.opener else None,
        "verbs": [_verb(verb) for verb in judged.facts.verbs] if judged else [],
        "metrics": [_metric(metric) for metric in judged.judgement.metrics] if judged else [],
        "story": _story(judged),
        "findings": [_finding(finding, placement) for finding in findings if finding.bullet == bullet.number],
        "rewrites": [],
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
        "value": _number(quantity.value),
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
    return {part: [_span(span) for span in spans] for part, spans in parts.items()}


def _finding(finding: Finding, placement: Placement) -> dict[str, Any]:
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
        "fix": None,
    }


def _summary(total: Summary) -> dict[str, Any]:
    return {
        "files": total.files,
        "failed": total.failed_files,
        "bullets": total.bullets,
        **{verdict.value: total.verdicts[verdict] for verdict in Verdict},
        "numbered": total.numbered,
        "findings": total.findings,
        "hidden": total.hidden.total(),
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


def _span(span: Span) -> list[int]:
    return [span.start, span.end]


def _number(value: float) -> float | int | None:
    """98 rather than 98.0; None for what JSON has no number for."""
    if not math.isfinite(value):
        return None
    return int(value) if value.is_integer() else value


def _text(text: str) -> str:
    """Text that UTF-8 can hold: a path's bytes that are no text stand as escapes."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")
