"""SARIF 2.1.0, for code scanning services.

Findings at or above the level are its results: warnings and errors unless a level is named, since each one becomes an
alert. Findings that are suppressed or in the baseline are left out: GitHub takes no notice of `suppressions` and
`baselineState`, and would show them as open. Columns count code points; a file without lines (DOCX, PDF, RTF) has no
region, and its messages say the place. Everything is written as it comes.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TextIO

from bulletcoach.model.document import Positions
from bulletcoach.model.finding import Finding, Severity
from bulletcoach.model.places import Place
from bulletcoach.model.result import FileResult
from bulletcoach.report.concise import shown
from bulletcoach.report.fingerprint import Fingerprints
from bulletcoach.report.fix_json import edits_of
from bulletcoach.report.json_text import indented
from bulletcoach.report.placement import Placement
from bulletcoach.report.repository import Repository, uri
from bulletcoach.report.sarif_rules import LEVELS, descriptor, message_text
from bulletcoach.report.visible import visible
from bulletcoach.rules import RULES
from bulletcoach.run import Checked

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_ROOT = "%SRCROOT%"
_FINGERPRINT = "bulletcoach/v1"
_RULE_INDEX = {rule.code: index for index, rule in enumerate(RULES)}


def write(checked: Iterable[Checked], out: TextIO, repository: Repository) -> None:
    """Write one log with one run. What could not be read, and what is noted, are notifications of the run."""
    fingerprints = Fingerprints()
    notifications: list[dict[str, Any]] = []
    out.write(f'{{\n  "$schema": "{_SCHEMA}",\n  "version": "2.1.0",\n  "runs": [\n    {{\n')
    out.write(f'      "tool": {indented(_tool(), 3).lstrip()},\n')
    out.write('      "columnKind": "unicodeCodePoints",\n      "results": [')
    separator = "\n"
    for one in checked:
        placement = Placement(one.result)
        notifications += _notifications(one.result, repository)
        for finding in shown(one):
            out.write(separator + indented(_result(finding, placement, fingerprints, repository), 4))
            separator = ",\n"
    out.write("],\n" if separator == "\n" else "\n      ],\n")
    out.write(f'      "invocations": {indented([_invocation(notifications)], 3).lstrip()}\n    }}\n  ]\n}}\n')


def _tool() -> dict[str, Any]:
    from bulletcoach import __version__

    return {
        "driver": {
            "name": "bulletcoach",
            "version": __version__,
            "semanticVersion": __version__,
            "rules": [descriptor(rule) for rule in RULES],
        }
    }


def _result(
    finding: Finding, placement: Placement, fingerprints: Fingerprints, repository: Repository
) -> dict[str, Any]:
    place = placement.of(finding) or placement.beginning
    path = repository.path(place.path)
    said = f"{finding.message}. {finding.advice}".strip() if finding.advice else finding.message
    index = _RULE_INDEX.get(finding.code)
    fix = _fix(finding, placement, path)
    return {
        "ruleId": finding.code,
        **({} if index is None else {"ruleIndex": index}),
        "level": LEVELS[finding.severity],
        "message": {"text": message_text(visible(said if _has_lines(placement) else f"{place.name}: {said}"))},
        "locations": [_location(path, place, placement)],
        "partialFingerprints": {_FINGERPRINT: fingerprints.of(finding, placement, path)},
        **({"fixes": [fix]} if fix else {}),
    }


def _has_lines(placement: Placement) -> bool:
    """Whether an editor or a web page can show the lines that places name."""
    document = placement.result.document
    return document is None or document.positions is Positions.COLUMNS


def _location(path: str, place: Place, placement: Placement) -> dict[str, Any]:
    physical: dict[str, Any] = {"artifactLocation": _artifact(path)}
    if _has_lines(placement):
        return {"physicalLocation": {**physical, "region": _region(place)}}
    return {"physicalLocation": physical, "logicalLocations": [{"name": place.name}]}


def _artifact(path: str) -> dict[str, str]:
    name = uri(path)
    return {"uri": name} if name.startswith("file:") else {"uri": name, "uriBaseId": _ROOT}


def _region(place: Place) -> dict[str, int | None]:
    return {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
    }


def _fix(finding: Finding, placement: Placement, path: str) -> dict[str, Any] | None:
    edits = edits_of(finding, placement)
    if finding.fix is None or finding.bullet is None or not edits:
        return None
    file = placement.bullets[finding.bullet].bullet.file
    replacements = [
        {
            "deletedRegion": _region(placement.of_source(edit.span, file)),
            "insertedContent": {"text": edit.text},
        }
        for edit in edits
    ]
    return {
        "description": {"text": message_text(visible(finding.fix.title))},
        "artifactChanges": [{"artifactLocation": _artifact(path), "replacements": replacements}],
        "properties": {"applicability": finding.fix.applicability.value},
    }


def _notifications(result: FileResult, repository: Repository) -> list[dict[str, Any]]:
    location = {"physicalLocation": {"artifactLocation": _artifact(repository.path(result.path))}}
    said = [*((text, Severity.ERROR) for text in result.errors), *((text, Severity.INFO) for text in result.notes)]
    return [
        {"level": LEVELS[severity], "message": {"text": message_text(visible(text))}, "locations": [location]}
        for text, severity in said
    ]


def _invocation(notifications: list[dict[str, Any]]) -> dict[str, Any]:
    has_failed = any(notification["level"] == LEVELS[Severity.ERROR] for notification in notifications)
    return {"executionSuccessful": not has_failed, "toolExecutionNotifications": notifications}
