"""JSON, version 1: everything that is known of every bullet, for scripts. `bulletcoach schema` prints its schema.

Files are written as they come, so a run over many needs no more memory than one. The output is ASCII, whatever the
résumé holds: it can be printed anywhere, and no character of it steers a terminal.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, TextIO

from msgspec.structs import replace

from bulletcoach.model.finding import Finding, Severity
from bulletcoach.model.judgement import Verdict
from bulletcoach.model.result import FileResult
from bulletcoach.report.bullet_json import bullet_object, finding_object
from bulletcoach.report.concise import shown
from bulletcoach.report.json_text import indented, storable
from bulletcoach.report.placement import Placement
from bulletcoach.report.summary import Summary
from bulletcoach.run import Checked

VERSION = 1


def write(checked: Iterable[Checked], out: TextIO, *, rewrites: bool = True) -> None:
    """Write one JSON object. Findings of every severity are in it unless the settings name a level."""
    total = Summary()
    out.write(f'{{\n  "version": {VERSION},\n  "files": [')
    separator = "\n"
    for one in checked:
        findings = shown(one, Severity.INFO)
        placement = Placement(one.result if rewrites else replace(one.result, rewrites={}))
        total.add(placement, findings)
        out.write(separator + indented(_file(placement, findings), 2))
        separator = ",\n"
    out.write(("\n  ]" if total.files else "]") + ',\n  "summary": ')
    out.write(indented(_summary(total), 1).lstrip() + "\n}\n")


def write_bullets(result: FileResult, out: TextIO) -> None:
    """Write the bullets of one result alone, for `bulletcoach rewrite`."""
    placement = Placement(result)
    findings = [finding for finding in result.findings if finding.bullet is not None]
    bullets = [bullet_object(bullet, placement, findings) for bullet in placement.bullets]
    out.write(indented({"version": VERSION, "bullets": bullets}, 0) + "\n")


def _file(placement: Placement, findings: Sequence[Finding]) -> dict[str, Any]:
    result = placement.result
    return {
        "path": storable(result.path),
        "format": result.document.format if result.document else None,
        "language": result.language,
        "field": result.field if result.document else None,
        "errors": [storable(error) for error in result.errors],
        "notes": [storable(note) for note in result.notes],
        "bullets": [bullet_object(bullet, placement, findings) for bullet in placement.bullets],
        "findings": [_about_file(finding, placement) for finding in findings if finding.bullet is None],
    }


def _about_file(finding: Finding, placement: Placement) -> dict[str, Any]:
    """A finding about an entry, a comment or the résumé; `path` is that of the included file that it stands in."""
    place = placement.of(finding)
    is_included = place is not None and place.path != placement.result.path
    return {**finding_object(finding, placement), "path": storable(place.path) if place and is_included else None}


def _summary(total: Summary) -> dict[str, Any]:
    return {
        "files": total.files,
        "failed": total.failed_files,
        "bullets": total.bullets,
        **{verdict.value: total.verdicts[verdict] for verdict in Verdict},
        "numbered": total.numbered,
        "findings": total.findings,
        "hidden": total.hidden.total(),
        "suppressed": total.suppressed,
        "known": total.known,
    }
