"""Annotations of GitHub: read back as its runner reads them, and no bullet gives it a command of its own."""

from __future__ import annotations

import re

import pytest
from handmade_results import HERE, HOSTILE, checked, finding, on_parts, unreadable, written

from bulletcoach.config import Settings
from bulletcoach.model.document import Positions
from bulletcoach.model.finding import Severity
from bulletcoach.report import github
from bulletcoach.report.workflow_commands import harmless
from bulletcoach.run import Checked

_COMMAND = re.compile(r"::(?P<name>\w+) (?P<properties>.*?)::(?P<text>.*)")
NAMES = ("error", "warning", "notice")


def commands(*results: Checked) -> list[tuple[str, dict[str, str], str]]:
    """The commands in a report, as the runner takes them apart. All lines must be commands."""
    return [parsed(line) for line in written(github.write, *results, repository=HERE, summary=False).splitlines()]


def parsed(line: str) -> tuple[str, dict[str, str], str]:
    match = _COMMAND.fullmatch(line)
    assert match, line
    pairs = (pair.split("=", 1) for pair in match["properties"].split(","))
    return match["name"], {key: _unescaped(value) for key, value in pairs}, _unescaped(match["text"])


def _unescaped(text: str) -> str:
    for escape, sign in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        text = text.replace(escape, sign)
    return text


def is_command(line: str) -> bool:
    """Whether GitHub's runner would act upon a line: `::name` at its beginning, or the older `##[name` anywhere."""
    return line.lstrip().startswith("::") or "##[" in line


def test_a_finding() -> None:
    text = "EXPERIENCE\n\n- Also ran the desk\n"
    assert commands(checked(text, finding(0, 0, 4), path="a:b, c%0A.txt")) == [
        (
            "error",
            {
                "title": "BC101 duty-opener", "file": "a:b, c%0A.txt",
                "line": "3", "endLine": "3", "col": "3", "endColumn": "7",
            },
            "a:b, c%0A.txt:3:3: BC101 opens with a duty\nSay what you did",
        )
    ]  # fmt: skip


def test_over_several_lines_there_are_no_columns() -> None:
    ((_, properties, _),) = commands(checked("- Ran the\n  desk\n", finding(0, 0, 12)))
    assert (properties["line"], properties["endLine"]) == ("1", "2")
    assert not {"col", "endColumn"} & properties.keys()


@pytest.mark.parametrize(("severity", "name"), [("error", "error"), ("warning", "warning"), ("info", "notice")])
def test_severities(severity: str, name: str) -> None:
    one = checked("- Ran\n", finding(0, 0, 3, severity=Severity(severity)), settings=Settings(level=Severity.INFO))
    assert [command[0] for command in commands(one)] == [name]


def test_remarks_of_level_info_are_not_annotated_unless_asked_for() -> None:
    assert commands(checked("- Ran\n", finding(0, 0, 3, severity=Severity.INFO))) == []


def test_a_document_is_named_and_its_place_said() -> None:
    ((_, properties, text),) = commands(on_parts("cv.docx", Positions.PARAGRAPHS, finding(1, 0, 8)))
    assert properties == {"title": "BC101 duty-opener", "file": "cv.docx"}
    assert text.startswith("cv.docx, paragraph 2: BC101 ")


def test_what_cannot_be_read_is_an_error_and_said_once() -> None:
    one = unreadable()
    assert commands(one, one) == [
        ("error", {"title": "bulletcoach", "file": "gone.txt"}, "gone.txt: no such file or folder")
    ]


def test_hostile_text_stays_in_its_command() -> None:
    name = f"{HOSTILE}\n::warning::y"
    found = finding(0, 0, 3, message=HOSTILE, advice=f"{HOSTILE}\r\n::error::z")
    ((command, properties, text),) = commands(checked(f"- {HOSTILE}\n", found, path=name))
    assert command == "error"
    assert properties["file"].endswith("\\x0a::warning::y")
    assert text.count("\n") == 1
    assert not re.search("[\x1b\u202e\r]", text)


def test_the_summary_is_plain_lines_that_give_no_command() -> None:
    text = f"EXPERIENCE\n\n##[add-mask]x Clerk, {HOSTILE.replace('(', '')} Goods, 2019 - 2021\n- Ran\n- Sold\n"
    lines = written(github.write, checked(text, finding(0, 0, 3)), unreadable(), repository=HERE).splitlines()
    assert [line.split(" ")[0] for line in lines[:2]] == ["::error", "::error"]
    assert "1 finding:" in lines
    assert not any(map(is_command, lines[2:]))


@pytest.mark.parametrize("line", ["::error::x", "  ::stop-commands::x", "cv ##[error]x", "::##[group]"])
def test_a_harmless_line_is_no_command(line: str) -> None:
    assert is_command(line)
    assert not is_command(harmless(line))


@pytest.mark.parametrize("line", ["cv.txt:1:3: a::b", "a # [b] ## c", ""])
def test_other_lines_stay_as_they_are(line: str) -> None:
    assert harmless(line) == line
