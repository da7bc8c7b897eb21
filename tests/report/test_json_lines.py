"""JSON Lines: a finding a line, each as the schema says it, and a line for what cannot be read."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

import jsonschema
from handmade_results import HOSTILE, checked, finding, fix, on_parts, unreadable, written

from bulletcoach.config import Settings
from bulletcoach.model.document import Positions
from bulletcoach.model.finding import Finding, Severity
from bulletcoach.report import json_lines
from bulletcoach.run import Checked

SCHEMA = json.loads(files("bulletcoach").joinpath("schema.json").read_text(encoding="utf-8"))
VALIDATOR = jsonschema.Draft202012Validator({"$ref": "#/$defs/line", "$defs": SCHEMA["$defs"]})


def lines(*results: Checked) -> list[Any]:
    text = written(json_lines.write, *results)
    assert text.isascii()
    found = [json.loads(line) for line in text.splitlines()]
    for each in found:
        VALIDATOR.validate(each)
    return found


def test_nothing_found_is_nothing_written() -> None:
    assert written(json_lines.write, checked("- Ran\n")) == ""


def test_a_line_in_full() -> None:
    (line,) = lines(checked("EXPERIENCE\n\n- Also ran the desk\n", finding(0, 0, 4, fix=fix((0, 5, "")))))
    assert len(line.pop("bullet")) == 12
    assert line == {
        "path": "cv.txt", "page": None, "paragraph": None,
        "code": "BC101", "name": "duty-opener", "severity": "error",
        "message": "opens with a duty", "advice": "Say what you did",
        "line": 3, "column": 3, "end_line": 3, "end_column": 7, "start": 0, "end": 4,
        "fix": {
            "applicability": "safe",
            "title": "Leave out “Also”",
            "edits": [
                {
                    "path": None, "range": [14, 19], "line": 3, "column": 3, "end_line": 3, "end_column": 8, "text": ""
                }
            ],
        },
        "entry": None, "text": "Also ran the desk", "verdict": None,
    }  # fmt: skip


def test_remarks_of_every_level_are_in_it_unless_one_is_named() -> None:
    info = finding(0, 0, 3, severity=Severity.INFO)
    assert len(lines(checked("- Ran\n", info))) == 1
    assert lines(checked("- Ran\n", info, settings=Settings(level=Severity.WARNING))) == []


def test_pages_and_paragraphs() -> None:
    (word,) = lines(on_parts("cv.docx", Positions.PARAGRAPHS, finding(1, 0, 8)))
    (pdf,) = lines(on_parts("cv.pdf", Positions.PAGES, finding(1, 0, 8)))
    assert (word["paragraph"], word["line"]) == (2, None)
    assert (pdf["page"], pdf["line"], pdf["column"]) == (1, 2, None)


def test_a_finding_about_the_whole_resume() -> None:
    (line,) = lines(checked("- Ran\n", Finding("BC601", "few-numbers", Severity.WARNING, "no number at all", "")))
    assert [line[key] for key in ("bullet", "text", "start", "line", "entry", "verdict")] == [None] * 6


def test_an_error_is_a_line() -> None:
    assert lines(unreadable(), unreadable("cv\udcff.txt")) == [
        {"path": "gone.txt", "error": "gone.txt: no such file or folder"},
        {"path": "cv\\udcff.txt", "error": "cv\\udcff.txt: no such file or folder"},
    ]


def test_hostile_text_is_only_data() -> None:
    (line,) = lines(checked(f"- {HOSTILE}\n", finding(0, 0, 3, message=HOSTILE)))
    assert line["message"] == HOSTILE
