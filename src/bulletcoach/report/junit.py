"""JUnit XML: each file a suite, each finding a test case, for CI servers that show test results.

A finding that fails the check fails its case; one that is only shown passes, and stands in the case's output. The XML
is ASCII, whatever the résumé holds.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TextIO
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from bulletcoach.model.finding import Finding
from bulletcoach.report.concise import shown
from bulletcoach.report.placement import Placement
from bulletcoach.report.repository import Repository
from bulletcoach.report.visible import visible
from bulletcoach.run import Checked

_NAME = 60  # characters of a bullet that name its case


def write(checked: Iterable[Checked], out: TextIO, repository: Repository) -> None:
    """Write a suite for each file; a file without findings has one case that passes."""
    out.write('<?xml version="1.0" encoding="utf-8"?>\n<testsuites name="bulletcoach">\n')
    for one in checked:
        suite = _suite(one, repository)
        ElementTree.indent(suite, level=1)
        text = ElementTree.tostring(suite, encoding="unicode")
        out.write("  " + text.encode("ascii", "xmlcharrefreplace").decode("ascii").rstrip() + "\n")
    out.write("</testsuites>\n")


def _suite(checked: Checked, repository: Repository) -> Element:
    result, findings = checked.result, shown(checked)
    placement = Placement(result)
    path = visible(repository.path(result.path))
    failing = [finding for finding in findings if finding.severity.rank >= checked.settings.fail_on.rank]
    suite = Element("testsuite", name=path, failures=str(len(failing)), errors=str(len(result.errors)), skipped="0")
    for error in result.errors:
        SubElement(_case(suite, path, "can be checked"), "error", message=visible(error), type="error")
    names: Counter[str] = Counter()
    for finding in findings:
        name = visible(_name(finding, placement))
        names[name] += 1
        case = _case(suite, path, f"{name} ({names[name]})" if names[name] > 1 else name)
        told = _told(finding, placement)
        if finding.severity.rank >= checked.settings.fail_on.rank:
            attributes = {"message": visible(finding.message), "type": finding.severity.value}
            SubElement(case, "failure", attributes).text = told
        else:
            SubElement(case, "system-out").text = told
    if not len(suite):
        _case(suite, path, "nothing to mend")
    suite.set("tests", str(len(suite)))
    return suite


def _case(suite: Element, path: str, name: str) -> Element:
    return SubElement(suite, "testcase", classname=path, name=name)


def _name(finding: Finding, placement: Placement) -> str:
    """Rule and bullet: the same in the next run, whatever line it is on. CI servers know a case by its name."""
    rule = f"{finding.code} {finding.name}"
    if finding.bullet is not None:
        text = placement.bullets[finding.bullet].bullet.text
        return f"{rule}: {text if len(text) <= _NAME else text[: _NAME - 1] + '…'}"
    return rule if finding.entry is None else f"{rule}: {placement.entries[finding.entry].name}"


def _told(finding: Finding, placement: Placement) -> str:
    """Place and message, the bullet, and what to do."""
    place = placement.of(finding) or placement.beginning
    bullet = "" if finding.bullet is None else placement.bullets[finding.bullet].bullet.text
    lines = (f"{place.address}: {finding.code} {finding.message}", bullet, finding.advice)
    return "\n".join(visible(line) for line in lines if line)
