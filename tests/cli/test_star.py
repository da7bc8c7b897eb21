"""`star`: cards of every achievement, as text and Markdown."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from cli.commandline import Run

RESUME = """\
EXPERIENCE

Support Agent, Norvell Telecom, 2019 - 2021
- Responsible for the returns desk
- Cut average handle time from 9 to 6 minutes by rewriting the
  call guide
- Rewrote the *refund* macros, resulting in a 12% drop in reopened tickets
"""
DUTY = "- Responsible for the returns desk\n"
EXAMPLES = Path(__file__).parents[2] / "examples"
GOLDEN = Path(__file__).parent / "golden"


def test_a_card(run: Run) -> None:
    ended = run("star", "-", "--stdin-filename", "cv.txt", stdin=RESUME)
    assert (ended.code, ended.err) == (0, "")
    assert ended.out.split("\n\n")[0] == (
        "cv.txt:5: Support Agent, Norvell Telecom\n"
        "    | Cut average handle time from 9 to 6 minutes by rewriting the call guide\n"
        "    Situation  [What was going wrong or at stake, and who noticed?]\n"
        "    Task       As Support Agent\n"
        "               [What was asked of you, by whom, and by when?]\n"
        "    Action     rewriting the call guide\n"
        "    Result     Cut average handle time from 9 to 6 minutes"
    )
    assert ended.out.count("    Situation") == 2


def test_markdown(run: Run) -> None:
    out = run("star", "-", "--format", "markdown", stdin=RESUME).out
    assert out.split("\n## ")[1] == (
        "Rewrote the refund macros, resulting in a 12% drop in reopened tickets\n\n"
        "Support Agent, Norvell Telecom (\\<stdin\\>, line 7)\n\n"
        "- **Situation:** *What was going wrong or at stake, and who noticed?*\n"
        "- **Task:** As Support Agent\\\n"
        "  *What was asked of you, by whom, and by when?*\n"
        "- **Action:** Rewrote the refund macros\\\n"
        "  *How did you go about it, and which step was your own idea?*\n"
        "- **Result:** a 12% drop in reopened tickets\n\n"
    )


@pytest.mark.parametrize(("format", "suffix"), [("text", "txt"), ("markdown", "md")])
def test_the_cards_of_an_example(run: Run, monkeypatch: pytest.MonkeyPatch, format: str, suffix: str) -> None:
    monkeypatch.chdir(EXAMPLES)
    cards = run("star", "strong.txt", "--isolated", "--format", format).out
    golden = GOLDEN / f"strong-star.{suffix}"
    if os.environ.get("BULLETCOACH_UPDATE_GOLDEN"):
        golden.write_text(cards, encoding="utf-8", newline="\n")
    assert cards == golden.read_text(encoding="utf-8")


def test_a_file_without_achievements_gets_a_note(run: Run, tmp_path: Path) -> None:
    (tmp_path / "duty.txt").write_text(DUTY, encoding="utf-8")
    (tmp_path / "good.txt").write_text(RESUME, encoding="utf-8")
    ended = run("star", "duty.txt", "good.txt")
    assert ended.code == 0
    assert (
        ended.err == "bulletcoach: note: duty.txt: no achievements yet; “bulletcoach coach” asks for what makes some\n"
    )
    assert ended.out.startswith("good.txt:5: ")
    assert run("star", "duty.txt", "--quiet").err == ""


def test_what_cannot_be_read_is_said_and_the_rest_is_done(run: Run, tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(RESUME, encoding="utf-8")
    ended = run("star", "gone.txt", "good.txt")
    assert (ended.code, ended.err) == (2, "bulletcoach: error: gone.txt: no such file or folder\n")
    assert ended.out.startswith("good.txt:5: ")
    assert run("star", "--config", "gone.toml", "--isolated", "good.txt").code == 2
    assert run("star", "--format", "html", "good.txt").code == 2


def test_a_file_with_nothing_in_it_gets_the_note_of_a_check(run: Run) -> None:
    ended = run("star", stdin="")
    assert (ended.code, ended.out, ended.err) == (0, "", "bulletcoach: note: <stdin>: the file is empty\n")


def test_a_users_lexicon_may_ask_otherwise(run: Run, tmp_path: Path) -> None:
    (tmp_path / "own.toml").write_text('[[question]]\nid = "star-task"\nask = "And the task?"\n', encoding="utf-8")
    (tmp_path / "bulletcoach.toml").write_text('lexicons = ["own.toml"]\n', encoding="utf-8")
    assert "[And the task?]" in run("star", stdin=RESUME).out


@pytest.mark.parametrize("columns", ["40", "57"])
def test_it_fits_the_page(run: Run, monkeypatch: pytest.MonkeyPatch, columns: str) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    assert max(map(len, run("star", stdin=RESUME).out.splitlines())) <= int(columns)
