"""GitLab: a code quality report, which merge requests show. Warnings and errors, unless a level is named."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, TextIO

from bulletcoach.model.document import Positions
from bulletcoach.model.finding import Finding, Severity
from bulletcoach.model.result import FileResult
from bulletcoach.report.concise import shown
from bulletcoach.report.fingerprint import Fingerprints, digest
from bulletcoach.report.json_text import indented, storable
from bulletcoach.report.placement import Placement
from bulletcoach.report.repository import Repository
from bulletcoach.report.visible import visible
from bulletcoach.run import Checked

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}
_UNREADABLE = "unreadable"


def write(checked: Iterable[Checked], out: TextIO, repository: Repository) -> None:
    """Write a list of issues; a file that cannot be read is a critical one."""
    fingerprints = Fingerprints()
    out.write("[")
    separator = "\n"
    for one in checked:
        placement = Placement(one.result)
        found = (_issue(finding, placement, fingerprints, repository) for finding in shown(one))
        for issue in (*_errors(one.result, repository), *found):
            out.write(separator + indented(issue, 1))
            separator = ",\n"
    out.write("]\n" if separator == "\n" else "\n]\n")


def _issue(
    finding: Finding, placement: Placement, fingerprints: Fingerprints, repository: Repository
) -> dict[str, Any]:
    place = placement.of(finding) or placement.beginning
    path = repository.path(place.path)
    document = placement.result.document
    has_lines = document is None or document.positions is Positions.COLUMNS
    said = finding.message if has_lines else f"{place.name}: {finding.message}"
    return {
        "description": f"{finding.code} {finding.name}: {visible(said)}",
        "check_name": finding.code,
        "fingerprint": fingerprints.of(finding, placement, path),
        "severity": _SEVERITIES[finding.severity],
        "location": _location(path, place.line if has_lines else None),
    }


def _errors(result: FileResult, repository: Repository) -> Iterator[dict[str, Any]]:
    path = repository.path(result.path)
    for error in result.errors:
        yield {
            "description": visible(error),
            "check_name": _UNREADABLE,
            "fingerprint": digest(_UNREADABLE, path, error),
            "severity": "critical",
            "location": _location(path, None),
        }


def _location(path: str, line: int | None) -> dict[str, Any]:
    """GitLab wants a line; what has none stands on the first."""
    return {"path": storable(path), "lines": {"begin": line or 1}}
