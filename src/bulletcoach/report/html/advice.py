"""Advice: findings in words, the most severe first, each with a link to its rule."""

from __future__ import annotations

from collections.abc import Iterable

from bulletcoach.model.finding import Finding, Severity
from bulletcoach.report.html.elements import Html, element

_SIGNS = {Severity.ERROR: "✖", Severity.WARNING: "▲", Severity.INFO: "i"}


def advice(findings: Iterable[Finding]) -> Html | None:
    """The findings as a list; None where there is none."""
    listed = [_finding(finding) for finding in sorted(findings, key=lambda one: -one.severity.rank)]
    return element("ul", *listed, class_="findings") if listed else None


def severity(of: Severity) -> Html:
    """A severity in a word, with its sign."""
    return element(
        "span", element("span", _SIGNS[of], aria_hidden="true"), f" {of.value}", class_=f"severity {of.value}"
    )


def _finding(finding: Finding) -> Html:
    rule = element("a", finding.code, href=f"#{finding.code}", title=finding.name)
    tip = element("span", " ", finding.advice, class_="advice") if finding.advice else None
    return element(
        "li", severity(finding.severity), " ", rule, " ", finding.message, ".", tip, class_=finding.severity.value
    )
