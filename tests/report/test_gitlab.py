"""Code quality reports of GitLab: the keys that it needs, each issue under a fingerprint of its own."""

from __future__ import annotations

import json
from typing import Any

import jsonschema
import pytest
from handmade_results import HERE, HOSTILE, checked, finding, on_parts, unreadable, written

from bulletcoach.config import Settings
from bulletcoach.model.document import Positions
from bulletcoach.model.finding import Severity
from bulletcoach.report import gitlab
from bulletcoach.run import Checked

# What GitLab's documentation asks of an issue.
ISSUE = {
    "type": "object",
    "required": ["description", "check_name", "fingerprint", "severity", "location"],
    "properties": {
        "description": {"type": "string", "minLength": 1},
        "check_name": {"type": "string"},
        "fingerprint": {"type": "string", "minLength": 32},
        "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
        "location": {
            "type": "object",
            "required": ["path", "lines"],
            "properties": {
                "path": {"type": "string", "pattern": "^(?!\\./|/)"},
                "lines": {"required": ["begin"], "properties": {"begin": {"type": "integer", "minimum": 1}}},
            },
        },
    },
}


def issues(*results: Checked) -> Any:
    text = written(gitlab.write, *results, repository=HERE)
    assert text.isascii()
    found = json.loads(text)
    jsonschema.Draft202012Validator({"type": "array", "items": ISSUE}).validate(found)
    prints = [issue["fingerprint"] for issue in found]
    assert len(set(prints)) == len(prints)
    return found


def test_nothing_found_is_an_empty_list() -> None:
    assert written(gitlab.write, repository=HERE) == "[]\n"
    assert issues(checked("- Ran\n")) == []


def test_an_issue() -> None:
    (issue,) = issues(checked("EXPERIENCE\n\n- Also ran the desk\n", finding(0, 0, 4), path="./cv.txt"))
    assert issue.pop("fingerprint").isalnum()
    assert issue == {
        "description": "BC101 duty-opener: opens with a duty",
        "check_name": "BC101",
        "severity": "major",
        "location": {"path": "cv.txt", "lines": {"begin": 3}},
    }


@pytest.mark.parametrize(("severity", "name"), [("error", "major"), ("warning", "minor"), ("info", "info")])
def test_severities(severity: str, name: str) -> None:
    one = checked("- Ran\n", finding(0, 0, 3, severity=Severity(severity)), settings=Settings(level=Severity.INFO))
    assert [issue["severity"] for issue in issues(one)] == [name]


def test_equal_bullets_are_different_issues() -> None:
    same = "- Answered calls\n- Answered calls\n"
    one = checked(same, finding(0, 0, 8), finding(1, 0, 8))
    assert len(issues(one, one)) == 4  # a part that two files include comes twice


def test_a_document_says_the_place_in_words() -> None:
    (issue,) = issues(on_parts("cv.pdf", Positions.PAGES, finding(1, 0, 8)))
    assert issue["description"] == "BC101 duty-opener: page 1, line 2: opens with a duty"
    assert issue["location"]["lines"] == {"begin": 1}


def test_what_cannot_be_read_is_critical() -> None:
    (issue,) = issues(unreadable())
    assert (issue["severity"], issue["description"]) == ("critical", "gone.txt: no such file or folder")


def test_hostile_text_is_visible() -> None:
    (issue,) = issues(checked(f"- {HOSTILE}\n", finding(0, 0, 3, message=HOSTILE)))
    assert "\\x1b[31mred\\u202e" in issue["description"]
