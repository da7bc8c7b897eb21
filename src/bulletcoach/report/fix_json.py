"""The JSON of a fix: its edits of the source, ready to be made by a program."""

from __future__ import annotations

from typing import Any

from bulletcoach.editing import SourceEdit
from bulletcoach.fixes import source_edits
from bulletcoach.model.finding import Finding
from bulletcoach.report.json_text import storable
from bulletcoach.report.placement import Placement
from bulletcoach.report.rewrite_json import pair_of


def fix_object(finding: Finding, placement: Placement) -> dict[str, Any] | None:
    """The fix of a finding; None where there is none, or its file is not one that can be edited."""
    edits = edits_of(finding, placement)
    if finding.fix is None or finding.bullet is None or not edits:
        return None
    file = placement.bullets[finding.bullet].bullet.file
    return {
        "applicability": finding.fix.applicability.value,
        "title": finding.fix.title,
        "edits": [_edit(edit, file, placement) for edit in edits],
    }


def edits_of(finding: Finding, placement: Placement) -> tuple[SourceEdit, ...]:
    """The edits of the source that make a finding's fix, in order; none without one."""
    document = placement.result.document
    if finding.fix is None or finding.bullet is None or document is None:
        return ()
    return source_edits(document, placement.bullets[finding.bullet].bullet, finding.fix)


def _edit(edit: SourceEdit, file: int, placement: Placement) -> dict[str, Any]:
    place = placement.of_source(edit.span, file)
    return {
        "path": storable(place.path) if file else None,
        "range": pair_of(edit.span),
        "line": place.line,
        "column": place.column,
        "end_line": place.end_line,
        "end_column": place.end_column,
        "text": storable(edit.text),
    }
