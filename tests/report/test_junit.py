"""JUnit XML: what Jenkins' schema says, whatever the résumé holds; a case fails where the check does."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import pytest
import xmlschema
from handmade_results import HERE, HOSTILE, checked, finding, on_parts, unreadable, written
from hypothesis import given, settings
from hypothesis import strategies as st

from bulletcoach.config import Settings
from bulletcoach.model.document import Positions
from bulletcoach.model.finding import Finding, Severity
from bulletcoach.report import junit
from bulletcoach.run import Checked

SCHEMA = xmlschema.XMLSchema10(str(Path(__file__).parent / "schemas" / "junit-10.xsd"))


def suites(*results: Checked) -> list[Element]:
    text = written(junit.write, *results, repository=HERE)
    assert text.isascii()
    root = ElementTree.fromstring(text)
    SCHEMA.validate(root)
    for suite in root:
        assert suite.get("tests") == str(len(suite.findall("testcase")))
        assert suite.get("failures") == str(len(suite.findall("testcase/failure")))
        assert suite.get("errors") == str(len(suite.findall("testcase/error")))
    return list(root)


def test_no_file_is_no_suite() -> None:
    assert suites() == []


def test_a_clean_file_passes_a_test() -> None:
    (suite,) = suites(checked("- Ran\n"))
    ((case,),) = (suite,)
    assert (case.get("classname"), case.get("name"), len(case)) == ("cv.txt", "nothing to mend", 0)


def test_a_finding_fails_a_test() -> None:
    (suite,) = suites(checked("EXPERIENCE\n\n- Also ran the desk\n", finding(0, 0, 4)))
    (case,) = suite
    assert case.get("name") == "BC101 duty-opener: Also ran the desk"
    (failure,) = case
    assert (failure.tag, failure.get("type"), failure.get("message")) == ("failure", "error", "opens with a duty")
    assert failure.text == "cv.txt:3:3: BC101 opens with a duty\nAlso ran the desk\nSay what you did"


@pytest.mark.parametrize(
    ("fail_on", "tags"),
    [("error", ["failure", "system-out"]), ("warning", ["failure", "failure"]), ("info", ["failure", "failure"])],
)
def test_a_case_fails_where_the_check_does(fail_on: str, tags: list[str]) -> None:
    found = (finding(0, 0, 3), finding(0, 0, 3, code="BC201", severity=Severity.WARNING))
    (suite,) = suites(checked("- Ran\n", *found, settings=Settings(fail_on=Severity(fail_on))))
    assert [case[0].tag for case in suite] == tags


def test_cases_have_names_of_their_own_that_outlive_lines() -> None:
    same = "- Answered calls\n- Answered calls\n"
    (suite,) = suites(checked(same, finding(0, 0, 8), finding(1, 0, 8)))
    assert [case.get("name") for case in suite] == [
        "BC101 duty-opener: Answered calls",
        "BC101 duty-opener: Answered calls (2)",
    ]


def test_a_long_bullet_names_its_case_by_its_beginning() -> None:
    (suite,) = suites(checked(f"- Ran {'and ran ' * 20}\n", finding(0, 0, 3)))
    name = suite[0].get("name") or ""
    assert len(name) < 90
    assert name.endswith("…")


def test_a_finding_about_no_bullet() -> None:
    (suite,) = suites(checked("- Ran\n", Finding("BC601", "few-numbers", Severity.WARNING, "no number at all", "")))
    assert suite[0].get("name") == "BC601 few-numbers"


def test_a_document_says_its_place() -> None:
    (suite,) = suites(on_parts("cv.docx", Positions.PARAGRAPHS, finding(1, 0, 8)))
    assert (suite[0][0].text or "").startswith("cv.docx, paragraph 2: BC101")


def test_what_cannot_be_read_is_an_error() -> None:
    (suite,) = suites(unreadable())
    assert (suite[0][0].tag, suite[0][0].get("message")) == ("error", "gone.txt: no such file or folder")


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=st.characters(exclude_categories=()), max_size=30))
def test_any_text_makes_xml(text: str) -> None:
    suites(checked("- Ran\n", finding(0, 0, 3, message=text, advice=text), path=f"cv{text}.txt".replace("\0", "")))


def test_hostile_text_is_only_text() -> None:
    (suite,) = suites(checked(f"- {HOSTILE}\n", finding(0, 0, 3, message=HOSTILE), path=f"{HOSTILE}.txt"))
    shown = "Ran ::error::x, ##[error]y, 50% of {0} <b>&amp; [a](http://x) \\x1b[31mred\\u202e ]]>\\ufffe"
    assert suite[0][0].get("message") == shown
