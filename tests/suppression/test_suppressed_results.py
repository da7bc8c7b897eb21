"""What a result holds when comments silence some of it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace
from silenced import Check, codes, remarks, silenced, subjects

from bulletcoach.config import Settings
from bulletcoach.engine import Engine
from bulletcoach.model.finding import Severity
from bulletcoach.model.judgement import Profile
from bulletcoach.readers import decode
from bulletcoach.report.placement import Placement
from bulletcoach.selection import Selection

HEAD = "## Experience\n\n### Florist, Petal & Stem, 2019 – 2021\n\n"
DUTY = "- Responsible for the wedding orders and various wreaths"
DUTIES = f"{HEAD}- Answered calls\n- Watered plants\n- Handled refunds\n"


def test_a_finding_is_moved_and_nothing_else_changes(check: Check) -> None:
    plain = check(f"{HEAD}{DUTY}\n- Cut waste from 9% to 4% by ordering daily\n")
    result = check(f"{HEAD}{DUTY} <!-- bulletcoach: ignore[BC101] -->\n- Cut waste from 9% to 4% by ordering daily\n")
    assert codes(result.suppressed) == ["BC101"]
    assert subjects((*result.findings, *result.suppressed)) == subjects(plain.findings)
    assert [bullet.judgement for bullet in result.bullets] == [bullet.judgement for bullet in plain.bullets]
    assert result.rewrites == plain.rewrites


def test_no_other_finding_becomes_more_severe(check: Check) -> None:
    """BC304 is advice beside BC101, and would be a warning without it."""
    result = check(f"{HEAD}{DUTY} <!-- bulletcoach: ignore[BC101] -->\n")
    alone = check(f"{HEAD}{DUTY}\n", settings=Settings(selection=Selection(ignore=("BC101",))))
    assert [each.severity for each in result.findings if each.code == "BC304"] == [Severity.INFO]
    assert [each.severity for each in alone.findings if each.code == "BC304"] == [Severity.WARNING]


@pytest.mark.parametrize(
    ("rules", "gone"),
    [
        ("[BC101]", ["BC101"]),
        ("[bc101]", ["BC101"]),
        ("[Duty-Opener]", ["BC101"]),
        ("[BC1]", ["BC101"]),
        ("[BC101, BC3]", ["BC101", "BC304"]),
        ("[ALL]", ["BC101", "BC304"]),
        ("[all]", ["BC101", "BC304"]),
        ("", ["BC101", "BC304"]),
    ],
)
def test_names_of_rules(check: Check, rules: str, gone: list[str]) -> None:
    result = check(f"{HEAD}{DUTY} <!-- bulletcoach: ignore{rules} -->\n")
    assert codes(result.suppressed) == gone
    assert not remarks(result)


BLOCKS = {
    "to the end of the file": (["- Answered calls", "disable[BC102]", "- Watered plants"], "2"),
    "between two": (["disable[BC102]", "- Answered calls", "enable[BC102]", "- Watered plants"], "1"),
    "behind a bullet it begins below it": (
        ["- Answered calls <!-- bulletcoach: disable[BC102] -->", "- Led tours"],
        "2",
    ),
    "behind a bullet it ends below it": (
        ["disable[BC102]", "- Answered calls <!-- bulletcoach: enable[BC102] -->", "- Watered plants"],
        "1",
    ),
    "a family ends the block of a rule": (["disable[BC102]", "- Answered calls", "enable[BC1]", "- Led tours"], "1"),
    "a rule is taken out of the block of a family": (
        ["disable[BC1]", "- Answered calls", "enable[BC102]", "- Watered plants"],
        "1",
    ),
    "enable alone ends all": (["disable[BC102]", "- Answered calls", "enable", "- Watered plants"], "1"),
    "twice": (
        ["disable[BC102]", "- Answered calls", "enable[BC102]", "- Led tours", "disable[BC102]", "- Handled refunds"],
        "13",
    ),
}


@pytest.mark.parametrize("name", BLOCKS)
def test_blocks(check: Check, name: str) -> None:
    lines, gone = BLOCKS[name]
    result = check(HEAD + "".join(f"{line if line[0] == '-' else f'<!-- bulletcoach: {line} -->'}\n" for line in lines))
    assert "".join(str((each.bullet or 0) + 1) for each in result.suppressed if each.code == "BC102") == gone
    assert not remarks(result)


def test_a_block_in_a_block_is_unused(check: Check) -> None:
    result = check(
        f"<!-- bulletcoach: disable[BC1] -->\n{HEAD}<!-- bulletcoach: disable[BC102] -->\n- Answered calls\n"
    )
    assert remarks(result) == ["BC901 “disable[BC102]” silences nothing from here on"]


ENTRIES = {
    "above its line": f"<!-- bulletcoach: ignore[BC602] -->\n{DUTIES}",
    "behind its line": DUTIES.replace("2021\n", "2021 <!-- bulletcoach: ignore[BC602] -->\n"),
    "in a block": f"<!-- bulletcoach: disable[BC602] -->\n{DUTIES}<!-- bulletcoach: enable[BC602] -->\n",
    "in a block of its line": DUTIES.replace(
        "2021\n", "2021\n<!-- bulletcoach: enable[BC602] -->\n"
    ).replace("##", "<!-- bulletcoach: disable[BC602] -->\n##", 1),
    "in the file": f"{DUTIES}\n<!-- bulletcoach: ignore-file[BC6] -->\n",
}  # fmt: skip


@pytest.mark.parametrize("name", ENTRIES)
def test_findings_about_entries(check: Check, name: str) -> None:
    result = check(ENTRIES[name])
    assert silenced(result) == [("BC602", "")]
    assert not remarks(result)


def test_what_is_said_of_bullets_stays_when_their_entry_is_addressed(check: Check) -> None:
    result = check(f"<!-- bulletcoach: ignore -->\n{DUTIES}")
    assert silenced(result) == [("BC602", "")]
    assert "BC102" in codes(result.findings)


def test_unused(check: Check) -> None:
    result = check(
        f"<!-- bulletcoach: ignore-file[BC202] -->\n{HEAD}{DUTY} <!-- bulletcoach: ignore[BC101, BC204] -->\n\n"
        "<!-- bulletcoach: ignore-next[BC101] -->\n"
    )
    assert remarks(result) == [
        "BC901 “ignore-file[BC202]” silences nothing in this file",
        "BC901 “BC204” in “ignore[BC101, BC204]” silences nothing on “Responsible for the wedding orders and various "
        "…”",
        "BC901 “ignore-next[BC101]” silences nothing: no bullet follows it",
    ]
    places = [Placement(result).of(each) for each in result.findings if each.code == "BC901"]
    assert [(place.line, place.column) for place in places if place] == [(1, 1), (6, 58), (8, 1)]


@pytest.mark.parametrize(
    ("settings", "count"),
    [
        (Settings(), 1),
        (Settings(selection=Selection(ignore=("BC202",))), 0),
        (Settings(selection=Selection(select=("BC9",))), 0),
        (Settings(selection=Selection(select=("BC9", "BC202"))), 1),
        (Settings(selection=Selection(ignore=("BC9",))), 0),
        (Settings(selection=Selection(ignore=("unused-suppression",))), 0),
        (Settings(language="de"), 0),
    ],
)
def test_where_unused_ones_are_reported(check: Check, settings: Settings, count: int) -> None:
    result = check(f"{HEAD}- Rebuilt 12 wreaths <!-- bulletcoach: ignore[BC202] -->\n", settings=settings)
    assert len(remarks(result)) == count


def test_a_rule_that_the_profile_hushes_is_no_unused_one(check: Check) -> None:
    text = f"{HEAD}- Answered calls <!-- bulletcoach: ignore[BC101] -->\n"
    assert remarks(check(text))
    assert not remarks(check(text, settings=Settings(profile=Profile.FEDERAL)))


def test_severity_can_be_set(check: Check) -> None:
    text = f"{HEAD}- Answered calls <!-- bulletcoach: ignroe[BC101] -->\n"
    result = check(text, settings=Settings(severities=(("BC9", Severity.ERROR),)))
    assert [each.severity for each in result.findings if each.code == "BC902"] == [Severity.ERROR]


def test_no_comment_silences_remarks_about_comments(check: Check) -> None:
    text = f"<!-- bulletcoach: ignore-file[ALL] -->\n{HEAD}- Answered calls <!-- bulletcoach: ignroe[BC101] -->\n"
    assert remarks(check(text)) == ["BC902 “ignroe[BC101]” is no directive (did you mean “ignore[BC101]”?)"]


def test_enable_without_disable(check: Check) -> None:
    assert remarks(check(f"{HEAD}- Answered calls <!-- bulletcoach: enable[BC101, BC102] -->\n")) == [
        "BC902 “enable[BC101]” ends no “disable” above it",
        "BC902 “enable[BC102]” ends no “disable” above it",
    ]


@pytest.fixture
def project(tmp_path: Path, engine: Engine) -> Callable[..., list[tuple[str, str]]]:
    """Checks a LaTeX résumé of two files with these comments in the main file and in the other one."""

    def checked(main: str, part: str) -> list[tuple[str, str]]:
        post = "\\textbf{Florist}, Petal \\& Stem \\hfill 2019 -- 2021\n\\begin{itemize}\n"
        items = "\\item Answered calls\n\\item Watered plants\n\\item Handled refunds\n\\end{itemize}\n"
        own = post.replace("Florist", "Gardener") + items.replace("Answered calls", "Mowed lawns")
        (tmp_path / "part.tex").write_text(f"% {part}\n{own}", encoding="utf-8")
        file = tmp_path / "resume.tex"
        begin = f"% {main}\n\\documentclass{{article}}\n\\begin{{document}}\n\\section{{Experience}}\n"
        text = f"{begin}{post}{items}\\input{{part}}\n\\end{{document}}\n"
        file.write_text(text, encoding="utf-8")
        return silenced(engine.check_one(replace(decode(text.encode(), str(file)), file=file), Settings()))

    return checked


def test_a_file_directive_is_about_the_bullets_of_its_own_file(project: Callable[..., list[tuple[str, str]]]) -> None:
    assert [text for _, text in project("", "bulletcoach: ignore-file[BC102]")] == [
        "Handled refunds", "Mowed lawns", "Watered plants",
    ]  # fmt: skip
    assert [text for _, text in project("bulletcoach: ignore-file[BC102]", "")] == [
        "Answered calls", "Handled refunds", "Watered plants",
    ]  # fmt: skip


def test_in_the_main_file_it_is_also_about_all_entries(project: Callable[..., list[tuple[str, str]]]) -> None:
    assert [code for code, _ in project("bulletcoach: ignore-file[BC602]", "")] == ["BC602", "BC602"]
    assert [code for code, _ in project("", "bulletcoach: ignore-file[BC602]")] == ["BC602"]


RESUME_JSON = {
    "basics": {"name": "Ann Berg"},
    "work": [
        {"name": "Petal & Stem", "position": "Florist", "startDate": "2019-01", "endDate": "2021-02",
         "highlights": ["Answered calls", "Watered plants", "Handled refunds"]},
        {"name": "Green Hill", "position": "Gardener", "startDate": "2017-01", "endDate": "2018-02",
         "highlights": [{"summary": "Mowed lawns"}, {"summary": "Raked leaves"}]},
    ],
}  # fmt: skip


def _with_key(path: tuple[str | int, ...], value: object) -> str:
    data = json.loads(json.dumps(RESUME_JSON))
    node = data
    for step in path:
        node = node[step]
    node["bulletcoach"] = value
    return json.dumps(data, indent=1)


@pytest.mark.parametrize(
    ("path", "value", "gone"),
    [
        ((), "ignore[BC102]", ["Answered calls", "Handled refunds", "Mowed lawns", "Raked leaves", "Watered plants"]),
        ((), "ignore-file[BC602]", [""]),
        (("work", 0), "ignore[BC102] why", ["Answered calls", "Handled refunds", "Watered plants"]),
        (("work", 0), "bulletcoach: disable[BC102]", ["Answered calls", "Handled refunds", "Watered plants"]),
        (("work", 0), ["ignore[BC102]", "ignore[BC602]"], ["", "Answered calls", "Handled refunds", "Watered plants"]),
        (("work", 1, "highlights", 1), "ignore", ["Raked leaves"]),
    ],
)
def test_json(check: Check, path: tuple[str | int, ...], value: object, gone: list[str]) -> None:
    result = check(_with_key(path, value), "resume.json")
    assert sorted({text for _, text in silenced(result)}) == gone
    assert not remarks(result)


@pytest.mark.parametrize(
    ("path", "value", "remark"),
    [
        ((), "ignore", "BC902 “ignore” for the whole file does not say which rules"),
        (("work", 0), "ignore[BC202]", "BC901 “ignore[BC202]” silences nothing in this object"),
        (("work", 0), "Handled customer calls daily", "BC902 “Handled customer calls daily” is no directive; known: "
         "ignore, ignore-next, disable, enable, ignore-file"),
        (("work", 0), "enable[BC102]", "BC902 “enable” has no meaning in JSON: a directive holds for the object that "
         "it stands in"),
    ],
)  # fmt: skip
def test_json_remarks(check: Check, path: tuple[str | int, ...], value: object, remark: str) -> None:
    result = check(_with_key(path, value), "resume.json")
    assert remarks(result) == [remark]
    assert "Handled customer calls daily" not in {bullet.bullet.text for bullet in result.bullets}


def test_a_project_may_be_called_bulletcoach(check: Check) -> None:
    value = {"highlights": ["Rebuilt the reader of résumés", "Wrote 40 rules"]}
    result = check(_with_key((), {"projects": [{"name": "bulletcoach", **value}]}), "resume.json")
    assert not remarks(result)
    assert "Wrote 40 rules" in {bullet.bullet.text for bullet in result.bullets}
