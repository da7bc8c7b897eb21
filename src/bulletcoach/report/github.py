"""GitHub: workflow commands, which GitHub Actions shows as annotations beside the lines of a pull request.

The log shows every command's text, so each begins with its place: of annotations, GitHub keeps ten of a kind a step.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TextIO

from bulletcoach.model.document import Positions
from bulletcoach.model.finding import Finding, Severity
from bulletcoach.report.concise import shown
from bulletcoach.report.page import PlainPage
from bulletcoach.report.placement import Placement
from bulletcoach.report.repository import Repository
from bulletcoach.report.summary import Summary
from bulletcoach.report.workflow_commands import LogPage, command
from bulletcoach.run import Checked

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_TITLE = "bulletcoach"


def write(checked: Iterable[Checked], out: TextIO, repository: Repository, *, summary: bool = True) -> None:
    """Write a command for each finding and for what cannot be read, and in plain lines what they come to."""
    total = Summary()
    said: set[str] = set()
    for one in checked:
        placement, findings = Placement(one.result), shown(one)
        total.add(placement, findings)
        for error in one.result.errors:
            if error not in said:  # a configuration that many files share is complained about once
                out.write(command("error", {"title": _TITLE, "file": repository.path(one.result.path)}, error))
            said.add(error)
        for finding in findings:
            out.write(_annotation(finding, placement, repository))
    if summary:
        page = LogPage(PlainPage(out))
        for line in total.lines():
            page.line(*line)


def _annotation(finding: Finding, placement: Placement, repository: Repository) -> str:
    place = placement.of(finding) or placement.beginning
    properties: dict[str, str | int | None] = {
        "title": f"{finding.code} {finding.name}",
        "file": repository.path(place.path),
    }
    document = placement.result.document
    if document and document.positions is Positions.COLUMNS:
        properties |= {"line": place.line, "endLine": place.end_line}
        if place.line == place.end_line:  # GitHub refuses columns on several lines
            properties |= {"col": place.column, "endColumn": place.end_column}
    said = f"{place.address}: {finding.code} {finding.message}"
    return command(_COMMANDS[finding.severity], properties, *filter(None, (said, finding.advice)))
