"""`check --fix`, `--unsafe-fixes` and `--diff`: what is printed where, what is written, and the exit code."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from cli.commandline import Run

pytestmark = pytest.mark.usefixtures("one_engine")

HEAD = "EXPERIENCE\n\nPorter, Hotel Marisol\nJan 2019 – Mar 2021\n\n"
FIXABLE = f"{HEAD}- I cut lost bags by  30% with a new tag\n"
FIXED = f"{HEAD}- Cut lost bags by 30% with a new tag\n"
DUTY = f"{HEAD}- Responsible for ordering linen\n"
MENDED_DUTY = f"{HEAD}- Ordered linen\n"
GOOD = f"{HEAD}- Cut lost bags by 40% with a new shelf\n"
DIFF = """\
--- a/{name}
+++ b/{name}
@@ -3,4 +3,4 @@
 Porter, Hotel Marisol
 Jan 2019 – Mar 2021
{blank}
-- I cut lost bags by  30% with a new tag
+- Cut lost bags by 30% with a new tag
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in {"fixable.txt": FIXABLE, "duty.txt": DUTY, "good.txt": GOOD}.items():
        (tmp_path / name).write_text(text, encoding="utf-8", newline="\n")
    return tmp_path


def _read(file: Path) -> str:
    return file.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "code", "changed"),
    [
        # what remains decides
        ("fixable.txt", 1, {}),
        ("--fix fixable.txt", 0, {"fixable.txt": FIXED}),
        ("--fix good.txt", 0, {}),
        ("--fix duty.txt", 1, {}),
        ("--fix fixable.txt duty.txt", 1, {"fixable.txt": FIXED}),
        ("--fix --exit-zero duty.txt", 0, {}),
        (
            "--fix --unsafe-fixes fixable.txt duty.txt --select BC1,BC5",
            1,
            {"fixable.txt": FIXED, "duty.txt": MENDED_DUTY},
        ),
        ("--fix --unsafe-fixes duty.txt --select BC101", 0, {"duty.txt": MENDED_DUTY}),
        ("--fix gone.txt fixable.txt", 2, {"fixable.txt": FIXED}),
        # what was not selected is not fixed
        ("--fix fixable.txt --ignore BC501,BC509", 0, {}),
        # a diff, and nothing written
        ("--diff fixable.txt", 1, {}),
        ("--diff fixable.txt --exit-zero", 0, {}),
        ("--diff good.txt duty.txt", 0, {}),
        ("--diff --unsafe-fixes duty.txt", 1, {}),
        ("--diff --fix fixable.txt", 1, {}),
        ("--diff gone.txt fixable.txt", 2, {}),
        # wrong use
        ("--unsafe-fixes fixable.txt", 2, {}),
        ("--diff --format json fixable.txt", 2, {}),
        ("--diff --output report.txt fixable.txt", 2, {}),
        ("--diff --statistics fixable.txt", 2, {}),
        ("--fix --write-baseline known.json fixable.txt", 2, {}),
    ],
)
def test_exit_code_and_files(folder: Path, run: Run, arguments: str, code: int, changed: dict[str, str]) -> None:
    before = {file.name: _read(file) for file in folder.iterdir()}
    ended = run("check", *arguments.split())
    assert ended.code == code, ended.err
    assert {file.name: _read(file) for file in folder.iterdir()} == {**before, **changed}


def test_the_diff_is_all_that_is_printed(folder: Path, run: Run) -> None:
    ended = run("check", "--diff", "fixable.txt", "duty.txt")
    assert folder.is_dir()
    assert ended.out == DIFF.format(name="fixable.txt", blank=" ")
    assert ended.err == "bulletcoach: note: would fix 2 findings in 1 file\n"


@pytest.mark.usefixtures("folder")
def test_the_summary_says_what_was_fixed_and_what_can_be(run: Run) -> None:
    before = run("check", "fixable.txt", "duty.txt").out
    assert "Can be fixed: 2 with --fix, 1 more with --unsafe-fixes; --diff shows how" in before
    after = run("check", "--fix", "fixable.txt", "duty.txt").out
    assert "Fixed 2 findings in 1 file" in after
    assert "Can be fixed: 1 with --fix --unsafe-fixes; --diff shows how" in after
    assert "BC501" not in after


@pytest.mark.usefixtures("folder")
def test_a_report_for_programs_holds_nothing_else(run: Run) -> None:
    ended = run("check", "--fix", "fixable.txt", "--format", "json")
    assert [finding["code"] for finding in json.loads(ended.out)["files"][0]["bullets"][0]["findings"]] == ["BC305"]
    assert ended.err == "bulletcoach: note: fixed 2 findings in 1 file\n"


@pytest.mark.usefixtures("folder")
def test_quiet_says_nothing_of_fixes(run: Run) -> None:
    ended = run("check", "--fix", "fixable.txt", "--quiet", "--format", "concise")
    assert (ended.code, ended.out, ended.err) == (0, "", "")


class TestStandardInput:
    """The fixed text goes to standard output, the report to standard error."""

    def test_fixed(self, run: Run) -> None:
        ended = run("check", "--fix", "-", stdin=FIXABLE)
        assert (ended.code, ended.out) == (0, FIXED)
        assert "Fixed 2 findings in 1 file" in ended.err

    def test_what_remains(self, run: Run) -> None:
        ended = run("check", "--fix", "-", "--format", "concise", stdin=DUTY)
        assert (ended.code, ended.out) == (1, DUTY)
        assert ended.err.startswith("<stdin>:6:3: BC101 ")

    def test_a_text_that_needs_nothing_or_is_not_judged_passes_through(self, run: Run) -> None:
        for text in (GOOD, "Nothing here\n", ""):
            assert run("check", "--fix", "-", stdin=text).out == text

    def test_diff(self, run: Run) -> None:
        ended = run("check", "--diff", "-", "--stdin-filename", "cv.txt", stdin=FIXABLE)
        assert (ended.code, ended.out) == (1, DIFF.format(name="cv.txt", blank=" "))

    def test_a_report_for_programs_has_no_place(self, run: Run, tmp_path: Path) -> None:
        ended = run("check", "--fix", "-", "--format", "json", stdin=FIXABLE)
        assert (ended.code, ended.out) == (2, "")
        assert "leave out --format json, or write the report to a file with --output" in " ".join(
            ended.err.replace("│", " ").split()
        )
        beside = run("check", "--fix", "-", "--format", "json", "--output", "report.json", stdin=FIXABLE)
        assert (beside.code, beside.out) == (0, FIXED)
        assert json.loads(_read(tmp_path / "report.json"))["summary"]["bullets"] == 1


def test_what_the_baseline_knows_is_left_alone(folder: Path, run: Run) -> None:
    run("check", "fixable.txt", "--write-baseline", "known.json")
    file = folder / "fixable.txt"
    file.write_text(f"{FIXABLE}- I carried 40 bags a day\n", encoding="utf-8", newline="\n")
    ended = run("check", "--fix", "fixable.txt", "--baseline", "known.json", "--select", "BC5")
    assert _read(file) == f"{FIXABLE}- Carried 40 bags a day\n"
    assert ended.code == 0


def test_a_read_only_file_is_one_line_and_the_others_are_fixed(
    folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "other.txt").write_text(FIXABLE, encoding="utf-8", newline="\n")
    may_write = os.access
    monkeypatch.setattr(os, "access", lambda path, mode: Path(path).name != "fixable.txt" and may_write(path, mode))
    ended = run("check", "--fix", "fixable.txt", "other.txt", "--format", "concise")
    assert ended.code == 2
    assert "bulletcoach: error: fixable.txt: cannot be written: the file is read-only\n" in ended.err
    assert (_read(folder / "fixable.txt"), _read(folder / "other.txt")) == (FIXABLE, FIXED)
    assert ended.out.startswith("fixable.txt:6:3: BC501 ")
