"""SARIF: every log is what the official schema says, and says what GitHub needs to know."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from handmade_results import HERE, HOSTILE, checked, finding, fix, on_parts, unreadable, written

from bulletcoach.model.document import Positions
from bulletcoach.model.finding import Finding, Severity
from bulletcoach.report import sarif
from bulletcoach.report.sarif_rules import message_text
from bulletcoach.rules import RULES
from bulletcoach.run import Checked

SCHEMA = json.loads((Path(__file__).parent / "schemas" / "sarif-schema-2.1.0.json").read_text(encoding="utf-8"))
VALIDATOR = jsonschema.Draft7Validator(SCHEMA)


def run_of(*results: Checked) -> Any:
    text = written(sarif.write, *results, repository=HERE)
    assert text.isascii()
    log = json.loads(text)
    VALIDATOR.validate(log)
    (run,) = log["runs"]
    return run


def result_of(one: Checked) -> Any:
    (result,) = run_of(one)["results"]
    return result


def test_the_schema_is_the_official_one() -> None:
    assert SCHEMA["$id"].endswith("oasis-tcs/sarif-spec/master/Schemata/sarif-schema-2.1.0.json")
    with pytest.raises(jsonschema.ValidationError):
        VALIDATOR.validate({"version": "2.1.0", "runs": [{"tool": {}}]})


def test_an_empty_run_is_a_run_that_found_nothing() -> None:
    run = run_of()
    assert (run["results"], run["invocations"]) == (
        [],
        [{"executionSuccessful": True, "toolExecutionNotifications": []}],
    )


def test_every_rule_is_described() -> None:
    driver = run_of()["tool"]["driver"]
    assert [rule["id"] for rule in driver["rules"]] == [rule.code for rule in RULES]
    for described, rule in zip(driver["rules"], RULES, strict=True):
        assert described["name"] == rule.name
        assert len(described["shortDescription"]["text"]) < 1024
        assert len(described["fullDescription"]["text"]) < 1024
        assert rule.code in described["help"]["text"]
        assert described["help"]["markdown"].count("\n- ") == len(rule.bad) + len(rule.good)
        assert described["defaultConfiguration"]["level"] in ("error", "warning", "note")
        assert described["properties"]["tags"] == ["resume", rule.code[:3]]


def test_a_result_in_full() -> None:
    result = result_of(checked("EXPERIENCE\n\n- Also ran the desk\n", finding(0, 0, 4), path="my cv/é.txt"))
    assert result.pop("partialFingerprints").keys() == {"bulletcoach/v1"}
    assert result == {
        "ruleId": "BC101",
        "ruleIndex": 0,
        "level": "error",
        "message": {"text": "opens with a duty. Say what you did"},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": "my%20cv/%C3%A9.txt", "uriBaseId": "%SRCROOT%"},
                    "region": {"startLine": 3, "startColumn": 3, "endLine": 3, "endColumn": 7},
                }
            }
        ],
    }


@pytest.mark.parametrize(("severity", "level"), [("error", "error"), ("warning", "warning"), ("info", None)])
def test_levels_and_what_is_shown_of_them(severity: str, level: str | None) -> None:
    one = checked("- Also ran the desk\n", finding(0, 0, 4, severity=Severity(severity)))
    assert [result["level"] for result in run_of(one)["results"]] == ([level] if level else [])


def test_columns_count_code_points_and_lines_are_those_of_the_file() -> None:
    run = run_of(checked("- Réan 🎓 the\r\n  desk\r\n", finding(0, 7, 15)))
    region = run["results"][0]["locations"][0]["physicalLocation"]["region"]
    assert region == {"startLine": 1, "startColumn": 10, "endLine": 2, "endColumn": 7}
    assert run["columnKind"] == "unicodeCodePoints"


@pytest.mark.parametrize(
    ("positions", "name", "place"),
    [
        (Positions.PARAGRAPHS, "cv.docx", "paragraph 2"),
        (Positions.PAGES, "cv.pdf", "page 1, line 2"),
        (Positions.LINES, "cv.rtf", "line 2"),
    ],
)
def test_a_file_without_columns_has_no_region(positions: Positions, name: str, place: str) -> None:
    result = result_of(on_parts(name, positions, finding(1, 0, 8)))
    (location,) = result["locations"]
    assert location["physicalLocation"].keys() == {"artifactLocation"}
    assert location["logicalLocations"] == [{"name": place}]
    assert result["message"]["text"].startswith(f"{place}: opens with")


def test_a_finding_about_the_whole_resume_points_at_its_beginning() -> None:
    about_all = Finding("BC601", "few-numbers", Severity.WARNING, "no number at all", "")
    region = result_of(checked("- Ran\n", about_all))["locations"][0]["physicalLocation"]["region"]
    assert (region["startLine"], region["startColumn"]) == (1, 1)


def test_a_rule_that_is_not_listed_has_no_index() -> None:
    assert "ruleIndex" not in result_of(checked("- Ran\n", finding(0, 0, 3, code="BC999")))


def test_a_fix_changes_regions_of_the_source() -> None:
    (made,) = result_of(checked("- Also ran \\\\& the desk\n", finding(0, 0, 4, fix=fix((0, 5, "")))))["fixes"]
    assert made["description"]["text"] == "Leave out “Also”"
    assert made["properties"] == {"applicability": "safe"}
    (change,) = made["artifactChanges"]
    assert change["artifactLocation"]["uri"] == "cv.txt"
    (replacement,) = change["replacements"]
    assert replacement["deletedRegion"] == {"startLine": 1, "startColumn": 3, "endLine": 1, "endColumn": 8}
    assert replacement["insertedContent"] == {"text": ""}


def test_what_is_suppressed_or_known_is_left_out() -> None:
    hushed = checked("- Ran\n", suppressed=(finding(0, 0, 3),), known=(finding(0, 0, 3),))
    assert run_of(hushed)["results"] == []


def test_errors_and_notes_are_notifications_and_an_error_is_a_failure() -> None:
    (invocation,) = run_of(unreadable(), checked("", notes=("the file is empty",)))["invocations"]
    assert invocation["executionSuccessful"] is False
    assert [(each["level"], each["message"]["text"]) for each in invocation["toolExecutionNotifications"]] == [
        ("error", "gone.txt: no such file or folder"),
        ("note", "the file is empty"),
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("plain", "plain"),
        ("{0} and {x", "{{0}} and {{x"),
        ("[X%] stays", "[X%] stays"),
        ("see [this](http://x)", "see \\[this\\](http://x)"),
        ("a\\](b) {}", "a\\\\\\](b) {{}}"),
    ],
)
def test_braces_are_no_placeholders_and_brackets_no_links(text: str, message: str) -> None:
    assert message_text(text) == message


def test_hostile_text_is_only_text() -> None:
    one = checked(f"- {HOSTILE}\n", finding(0, 0, 3, message=HOSTILE, fix=fix((0, 3, HOSTILE), title=HOSTILE)))
    result = result_of(one)
    assert "\x1b" not in result["message"]["text"]
    assert "\u202e" not in result["message"]["text"]
    assert "{{0}}" in result["message"]["text"]
    assert "\\[a\\](http://x)" in result["message"]["text"]
