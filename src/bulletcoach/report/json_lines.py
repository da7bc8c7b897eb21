"""JSON Lines: one finding a line, flat, for streams: `jq`, `grep` and programs that read as it comes.

A line is a `$defs/line` of the JSON Schema that `bulletcoach schema` prints: a finding, or with the key `error` a file
that could not be read.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TextIO

from bulletcoach.model.finding import Finding, Severity
from bulletcoach.report.bullet_json import finding_object
from bulletcoach.report.concise import shown
from bulletcoach.report.json_text import one_line, storable
from bulletcoach.report.placement import Placement
from bulletcoach.run import Checked


def write(checked: Iterable[Checked], out: TextIO) -> None:
    """Write a line for each finding of every severity, unless the settings name a level, and for each error."""
    for one in checked:
        placement = Placement(one.result)
        for error in one.result.errors:
            out.write(one_line({"path": storable(one.result.path), "error": storable(error)}))
        for finding in shown(one, Severity.INFO):
            out.write(one_line(_line(finding, placement)))


def _line(finding: Finding, placement: Placement) -> dict[str, Any]:
    place = placement.of(finding)
    bullet = None if finding.bullet is None else placement.bullets[finding.bullet]
    judged = bullet.judged if bullet else None
    found = finding_object(finding, placement)
    return {
        "path": storable(place.path if place else placement.result.path),
        "page": place.page if place else None,
        "paragraph": place.paragraph if place else None,
        **found,
        "start": found.get("start"),
        "end": found.get("end"),
        "entry": placement.index_of(bullet.entry) if bullet else finding.entry,
        "bullet": bullet.id if bullet else None,
        "text": bullet.bullet.text if bullet else None,
        "verdict": judged.judgement.verdict.value if judged else None,
    }
