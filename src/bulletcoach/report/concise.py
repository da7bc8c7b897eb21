"""Concise: one line a finding, for editors, grep and CI logs."""

from __future__ import annotations

from collections.abc import Iterable

from bulletcoach.model.finding import Finding, Severity
from bulletcoach.report.page import Page, Part
from bulletcoach.report.placement import Placement
from bulletcoach.run import Checked

DEFAULT_LEVEL = Severity.WARNING


def write(checked: Iterable[Checked], page: Page) -> None:
    """Write the findings of every file at or above its level."""
    for one in checked:
        placement = Placement(one.result)
        for finding in shown(one):
            page.line(*headline(finding, placement))


def shown(checked: Checked, default: Severity = DEFAULT_LEVEL) -> list[Finding]:
    """The findings at or above the level that the settings ask for; else the default, and what makes a check fail."""
    settings = checked.settings
    least = settings.level.rank if settings.level else min(default.rank, settings.fail_on.rank)
    return [finding for finding in checked.result.findings if finding.severity.rank >= least]


def headline(finding: Finding, placement: Placement) -> tuple[Part, ...]:
    """`path:line:col: BC101 message`. A finding about the whole résumé points at its beginning."""
    place = placement.of(finding) or placement.beginning
    return (f"{place.address}:", "place"), " ", (finding.code, finding.severity), f" {finding.message}"
