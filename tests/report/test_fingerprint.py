"""Fingerprints: the same for the same problem, whatever moves round it; different for different problems."""

from __future__ import annotations

import pytest
from handmade_results import checked, finding

from bulletcoach.model.finding import Finding, SourceRange
from bulletcoach.model.text import Span
from bulletcoach.report.fingerprint import Fingerprints
from bulletcoach.report.placement import Placement

TEXT = "- Also ran the desk\n- Answered calls\n"


def prints(text: str, *findings: Finding, path: str = "cv.txt") -> list[str]:
    given = Fingerprints()
    placement = Placement(checked(text, *findings).result)
    return [given.of(each, placement, path) for each in findings]


@pytest.mark.parametrize(
    ("text", "moved"),
    [
        pytest.param("EXPERIENCE\n\n" + TEXT, finding(0, 0, 4), id="lines above"),
        pytest.param("- Also ran the  desk.\n", finding(0, 0, 4), id="blanks and a full stop"),
        pytest.param("- also Ran the desk\n", finding(0, 0, 4), id="case"),
        pytest.param(TEXT, finding(0, 5, 8), id="another word of the bullet"),
        pytest.param(TEXT, finding(0, 0, 4, message="in other words", advice="", name="new-name"), id="wording"),
    ],
)
def test_it_stays(text: str, moved: Finding) -> None:
    assert prints(text, moved) == prints(TEXT, finding(0, 0, 4))


def test_it_tells_rules_bullets_and_files_apart() -> None:
    found = [
        *prints(TEXT, finding(0, 0, 4), finding(1, 0, 4), finding(0, 0, 4, code="BC201")),
        *prints(TEXT, finding(0, 0, 4), path="other.txt"),
    ]
    assert len(set(found)) == 4


def test_of_equal_findings_each_has_its_own_and_the_first_keeps_it() -> None:
    twice = "- Answered calls\n- Answered calls\n"
    first, second, third = prints(twice, finding(0, 0, 8), finding(1, 0, 8), finding(1, 9, 14))
    assert len({first, second, third}) == 3
    assert [first] == prints("- Answered calls\n", finding(0, 0, 8))


def test_a_finding_about_a_stretch_of_the_source_is_known_by_it() -> None:
    here, there = (Finding("BC901", "unused", finding(0, 0, 1).severity, "", "", at=SourceRange(span)) for span in
                   (Span(2, 6), Span(22, 30)))  # fmt: skip
    assert len(set(prints(TEXT, here, there))) == 2
    (moved,) = prints("\n" + TEXT, Finding("BC901", "x", here.severity, "", "", at=SourceRange(Span(3, 7))))
    assert moved == prints(TEXT, here)[0]
