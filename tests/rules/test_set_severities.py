"""Severities that the user gave to rules: the most exact counts, and one warning a bullet is still enough."""

from __future__ import annotations

import pytest
from judged_bullets import POST, bullet, reference, resume

from bulletcoach.model.facts import MarkKind
from bulletcoach.model.finding import Severity
from bulletcoach.model.judgement import Judged, Verdict
from bulletcoach.rules import RULES, check
from bulletcoach.selection import find_rule, severity_of

ERROR, WARNING, INFO = Severity.ERROR, Severity.WARNING, Severity.INFO
RESPONSIBLE = bullet("Responsible for various phone calls", Verdict.DUTY, opener="responsible for")
VARIOUS = bullet(
    "Responsible for various calls", Verdict.DUTY, opener="responsible for", marks=[(MarkKind.VAGUE, "various")]
)
REBUILT = bullet("Rebuilt the library of macros in the help desk", verbs=[("Rebuilt", "rebuild")])


@pytest.mark.parametrize(
    ("severities", "rule", "expected"),
    [
        ([], "BC101", None),
        ([("BC2", ERROR)], "BC101", None),
        ([("ALL", INFO)], "BC101", INFO),
        ([("ALL", INFO), ("BC1", WARNING)], "BC101", WARNING),
        ([("BC101", ERROR), ("BC1", WARNING), ("ALL", INFO)], "BC101", ERROR),
        ([("BC101", ERROR), ("BC1", WARNING), ("ALL", INFO)], "BC102", WARNING),
        ([("BC101", ERROR), ("BC1", WARNING), ("ALL", INFO)], "tense", INFO),
        ([("BC10", WARNING), ("BC1", INFO)], "BC104", WARNING),
    ],
)
def test_the_most_exact_selector_counts(
    severities: list[tuple[str, Severity]], rule: str, expected: Severity | None
) -> None:
    assert severity_of(find_rule(rule, RULES), severities) is expected


@pytest.mark.parametrize(
    ("judged", "severities", "expected"),
    [
        (RESPONSIBLE, [], {"BC101": ERROR}),
        (RESPONSIBLE, [("BC101", WARNING)], {"BC101": WARNING}),
        (RESPONSIBLE, [("BC101", INFO)], {"BC101": INFO}),
        (RESPONSIBLE, [("ALL", WARNING)], {"BC101": WARNING}),
        (REBUILT, [], {"BC401": INFO}),
        (REBUILT, [("BC401", ERROR)], {"BC401": ERROR}),
        (REBUILT, [("BC4", WARNING)], {"BC401": WARNING}),
        # The kept one is that of the lower family, whatever was set for the other.
        (VARIOUS, [("BC304", ERROR), ("BC101", WARNING)], {"BC101": WARNING, "BC304": INFO}),
        (VARIOUS, [("BC304", ERROR), ("BC101", INFO)], {"BC101": INFO, "BC304": ERROR}),
        (VARIOUS, [("BC304", INFO), ("BC101", INFO)], {"BC101": INFO, "BC304": INFO}),
    ],
)
def test_a_set_severity_is_settled_like_the_rules_own(
    judged: Judged, severities: list[tuple[str, Severity]], expected: dict[str, Severity]
) -> None:
    found = check(resume((POST, [judged])), reference(), severity=lambda rule: severity_of(rule, severities))
    told = {finding.code: finding.severity for finding in found}
    assert {code: told.get(code) for code in expected} == expected
    story = [severity for code, severity in told.items() if code < "BC5" and severity is not INFO]
    assert len(story) <= 1


def test_a_finding_about_an_entry_is_given_it_too() -> None:
    duties = [bullet(text, Verdict.DUTY) for text in ("Answered calls", "Sorted mail", "Filed papers")]
    severities = [("BC602", ERROR)]
    found = check(resume((POST, duties)), reference(), severity=lambda rule: severity_of(rule, severities))
    assert [finding.severity for finding in found if finding.code == "BC602"] == [ERROR]
