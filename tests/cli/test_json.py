"""The JSON report: it keeps to its schema whatever comes in, and says where everything stands."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from cli.commandline import Run

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.txt"))

RESUME = """\
EXPERIENCE

Support Agent
Norvell Telecom
March 2021 - present
- Responsible for inbound calls
- Cut average handle time from 9 to 6 minutes by rewriting the
  call guide
- Cut average handle time from 9 to 6 minutes by rewriting the call guide
"""


@pytest.fixture
def checked(run: Run) -> Any:
    """`checked(arguments, stdin)`: the parsed report, once it has passed the schema that `schema` prints."""
    schema = json.loads(run("schema").out)
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)

    def check(*arguments: str | Path, stdin: str = "") -> Any:
        ended = run("check", *arguments, "--format", "json", stdin=stdin)
        report = json.loads(ended.out)
        validator.validate(report)
        assert ended.out.isascii()
        return report

    return check


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.name)
def test_the_examples(checked: Any, example: Path) -> None:
    (file,) = checked(example)["files"]
    assert file["bullets"]
    lines = example.read_text(encoding="utf-8").splitlines()
    for bullet in file["bullets"]:
        first = lines[bullet["line"] - 1][bullet["column"] - 1 :]
        assert bullet["text"].startswith(first[:20].rstrip())
        for part in (*bullet["verbs"], *bullet["metrics"]):
            assert bullet["text"][part["start"] : part["end"]] == part["text"]
        for rewrite in bullet["rewrites"]:
            assert rewrite["text"] == "".join(part["text"] for part in rewrite["parts"])
            for part in (*rewrite["parts"], *rewrite["second"]):
                start, end = part["source"] or (0, 0)
                assert 0 <= start <= end <= len(bullet["text"])
                assert (part["slot"] is not None) == (part["origin"] == "slot")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="empty"),
        pytest.param("\n\n", id="blank"),
        pytest.param("EDUCATION\n\nA school\n", id="no bullets"),
        pytest.param("- x\n", id="one letter"),
        pytest.param("- Led " + "and so on " * 300, id="too long"),
        pytest.param("- \x1b[31m \u202e [red]x[/red]\n", id="hostile"),
        pytest.param("- Größe\x00", id="binary"),
    ],
)
def test_strange_input(checked: Any, text: str) -> None:
    assert len(checked("-", stdin=text)["files"]) == 1


def test_it_is_valid_and_complete_when_files_cannot_be_read(checked: Any, tmp_path: Path) -> None:
    (tmp_path / "cv.txt").write_text(RESUME, encoding="utf-8")
    report = checked("gone.txt", "cv.txt", "nowhere")
    assert [file["path"] for file in report["files"]] == ["gone.txt", "cv.txt", "nowhere"]
    assert [len(file["errors"]) for file in report["files"]] == [1, 0, 1]
    assert report["files"][0]["errors"] == ["gone.txt: no such file or folder"]
    assert report["summary"]["files"] == 3
    assert report["summary"]["failed"] == 2


def test_a_bullet_in_full(checked: Any) -> None:
    report = checked("-", "--field", "customer-service", stdin=RESUME)
    (file,) = report["files"]
    duty, wrapped, again = file["bullets"]
    assert {key: duty[key] for key in ("line", "column", "end_line", "end_column", "section", "verdict", "opener")} == {
        "line": 6, "column": 3, "end_line": 6, "end_column": 32, "section": "experience", "verdict": "duty",
        "opener": [0, 15],
    }  # fmt: skip
    assert duty["entry"] == {
        "index": 0, "title": "Support Agent", "employer": "Norvell Telecom", "start": "2021-03", "end": None,
        "current": True,
    }  # fmt: skip
    finding = next(finding for finding in duty["findings"] if finding["code"] == "BC101")
    assert (finding["line"], finding["column"], finding["end_column"]) == (6, 3, 18)
    assert (finding["start"], finding["end"]) == (0, 15)

    assert (wrapped["line"], wrapped["end_line"]) == (7, 8)
    assert wrapped["text"] == again["text"]
    assert wrapped["id"] != again["id"]
    assert wrapped["verdict"] == "achievement"
    (metric,) = wrapped["metrics"]
    assert (metric["kind"], metric["unit"], metric["kpi"], metric["change"], metric["good"]) == (
        "outcome", "minutes", "aht", "down", "down",
    )  # fmt: skip
    assert wrapped["text"][slice(*wrapped["story"]["method"][0])].endswith("rewriting the call guide")


def test_the_edits_of_a_fix_make_it(checked: Any) -> None:
    text = RESUME.replace("\n", "\r\n").replace("EXP", "\ufeffEXP")
    (file,) = checked("-", stdin=text)["files"]
    fix = next(finding["fix"] for finding in file["bullets"][0]["findings"] if finding["fix"])
    assert fix["title"]
    source, lines = text.removeprefix("\ufeff"), text.removeprefix("\ufeff").split("\r\n")
    for edit in reversed(fix["edits"]):
        start, end = edit["range"]
        assert source[start:end] == lines[edit["line"] - 1][edit["column"] - 1 : edit["end_column"] - 1]
        source = source[:start] + edit["text"] + source[end:]
    again = checked("-", stdin=source)["files"][0]["bullets"]
    assert [bullet["text"] for bullet in again[1:]] == [bullet["text"] for bullet in file["bullets"][1:]]
    assert again[0]["text"] == "Handle inbound calls"
    assert "BC101" not in [finding["code"] for finding in again[0]["findings"]]


def test_the_ids_of_bullets_outlive_changes_above_them(checked: Any) -> None:
    before = checked("-", stdin=RESUME)["files"][0]["bullets"]
    after = checked("-", stdin=RESUME.replace("- Resp", "- Ran the night desk alone\n- Resp"))["files"][0]["bullets"]
    assert [bullet["id"] for bullet in before] == [bullet["id"] for bullet in after][1:]


def test_all_severities_are_in_it_unless_a_level_is_named(checked: Any) -> None:
    everything = checked("-", stdin=RESUME)["summary"]
    warnings = checked("-", "--level", "warning", stdin=RESUME)["summary"]
    assert everything["hidden"] == 0
    assert warnings["hidden"] > 0
    assert warnings["findings"] + warnings["hidden"] == everything["findings"]


def test_the_summary_adds_up(checked: Any) -> None:
    report = checked("-", stdin=RESUME)
    (file,), summary = report["files"], report["summary"]
    verdicts = [bullet["verdict"] for bullet in file["bullets"]]
    assert [summary[verdict] for verdict in ("duty", "action", "achievement")] == [
        verdicts.count(verdict) for verdict in ("duty", "action", "achievement")
    ]
    assert summary["findings"] == len(file["findings"]) + sum(len(bullet["findings"]) for bullet in file["bullets"])
    assert summary["bullets"] == len(verdicts)


def test_a_bullet_in_another_language_is_there_without_a_verdict(checked: Any) -> None:
    german = "- Verantwortlich für die Betreuung der Kunden und für die Schulung der neuen Kollegen im Team\n" * 2
    (file,) = checked("-", stdin=german)["files"]
    assert (file["language"], len(file["notes"])) == ("de", 1)
    assert [(bullet["verdict"], bullet["findings"]) for bullet in file["bullets"]] == [(None, []), (None, [])]


def test_findings_about_an_entry_name_it_by_number(checked: Any) -> None:
    duties = "".join(f"- Responsible for the {thing}\n" for thing in ("calls", "chats", "mail", "desk", "stock"))
    (file,) = checked("-", stdin=f"EXPERIENCE\n\nClerk, Pinehollow Goods, 2017 - 2019\n{duties}")["files"]
    about_entries = [finding for finding in file["findings"] if finding["entry"] is not None]
    assert about_entries
    assert all(finding["entry"] == 0 and finding["line"] == 3 for finding in about_entries)


def test_rewrites_are_in_it_unless_none_are_wanted(checked: Any) -> None:
    text = "- Responsible for answering calls about billing\n"
    every, best, none = (checked("-", "--rewrites", shown, stdin=text) for shown in ("all", "best", "none"))
    (bullet,), (without,) = (report["files"][0]["bullets"] for report in (every, none))
    assert every == best
    assert bullet["rewrites"]
    assert without == {**bullet, "rewrites": []}
