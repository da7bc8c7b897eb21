"""What `check` prints, and the ways to feed it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bulletcoach.cli.options import REWRITES
from cli.commandline import Run

DUTY = "- Responsible for the returns desk\n"
GOOD = "- Cut refund errors by 40% in 2023 by rewriting the returns checklist\n"


@pytest.mark.parametrize("arguments", [["-"], []], ids=["dash", "bare pipe"])
def test_standard_input(run: Run, arguments: list[str]) -> None:
    ended = run("check", *arguments, "--format", "concise", stdin=DUTY)
    assert ended.code == 1
    assert ended.out.startswith("<stdin>:1:3: BC101 ")


def test_standard_input_has_the_name_it_is_given(run: Run) -> None:
    ended = run("check", "-", "--stdin-filename", "draft.md", "--format", "concise", stdin=DUTY)
    assert ended.out.startswith("draft.md:1:3: BC101 ")


def test_standard_input_uses_the_configuration_of_the_working_folder(run: Run, tmp_path: Path) -> None:
    (tmp_path / "bulletcoach.toml").write_text('ignore = ["BC101"]\n', encoding="utf-8")
    assert "BC101" not in run("check", "--format", "concise", stdin=DUTY).out


def test_the_same_file_is_checked_once(run: Run, tmp_path: Path) -> None:
    (tmp_path / "cv.txt").write_text(DUTY, encoding="utf-8")
    ended = run("check", "cv.txt", "./cv.txt", tmp_path / "cv.txt", ".", "--format", "concise", "--select", "BC101")
    assert len(ended.out.splitlines()) == 1


def test_lines_and_columns_point_at_the_words(run: Run) -> None:
    lines = ("EXPERIENCE", "", "Clerk, Pinehollow Goods, 2019 - 2021", "• Led 4 people", "•  Was responsible for stock")
    text = "\r\n".join(lines)
    ended = run("check", "-", "--select", "BC101", "--format", "concise", stdin=text)
    assert ended.out.startswith("<stdin>:5:4: BC101 “Was responsible for”")


def test_a_resume_with_nothing_to_mend_gets_a_friendly_line(run: Run) -> None:
    ended = run("check", "-", "--select", "BC1", stdin=GOOD)
    assert ended.code == 0
    assert ended.out.splitlines()[0] == "Nothing to mend here."


def test_quiet_shows_findings_only(run: Run) -> None:
    loud, quiet = run("check", "-", stdin=DUTY).out, run("check", "-", "--quiet", stdin=DUTY).out
    assert loud.startswith(quiet)
    assert "1 bullet: 1 duty, 0 actions, 0 achievements" in loud
    assert "bullet:" not in quiet
    assert run("check", "-", "-q", stdin="").err == ""


def test_hidden_remarks_are_counted_and_level_info_shows_them(run: Run) -> None:
    text = f"{DUTY}- Managed a team of 12 agents\n"
    hidden = re.search(r"(\d+) remarks? of level info", run("check", "-", stdin=text).out)
    assert hidden
    shown = run("check", "-", "--level", "info", stdin=text).out
    warnings = run("check", "-", "--format", "concise", stdin=text).out.count("\n")
    assert f"{warnings + int(hidden[1])} findings" in shown
    assert "hidden" not in shown


def test_one_line_tells_of_all_hidden_remarks(run: Run) -> None:
    text = "- Answered calls\n- Managed a team of 12 agents\n"
    lines = [line for line in run("check", "-", "--level", "error", stdin=text).out.splitlines() if "hidden" in line]
    assert len(lines) == 1
    assert "of level warning and" in lines[0]
    assert lines[0].endswith("--level info shows them")


def test_an_untitled_paste_and_a_single_bullet_are_no_place_to_go_to(run: Run) -> None:
    assert "Most work" not in run("check", "-", stdin="- Answered calls\n- Handled escalations\n").out


def test_what_was_not_judged_is_said(run: Run, tmp_path: Path) -> None:
    good = tmp_path / "good.txt"
    german = tmp_path / "lebenslauf.txt"
    good.write_text("- Cut refund errors from 4% to 1% in a year by adding a checklist\n", encoding="utf-8")
    german.write_text(
        "- Verantwortlich für die Beantwortung von Kundenanfragen am Telefon und per E-Mail\n"
        "- Bearbeitung von Reklamationen und Rücksendungen in der Filiale\n",
        encoding="utf-8",
    )
    out = run("check", str(good), str(german)).out
    assert "1 file was not judged: its language looks like “de”" in out
    assert "Nothing to mend here." not in out
    out = run("check", str(good), str(tmp_path / "none.txt")).out
    assert "1 file was not judged: see the errors" in out
    assert "Nothing to mend here." not in out


def test_statistics_are_sorted_by_count_then_code(run: Run) -> None:
    ended = run("check", "-", "--statistics", "--select", "BC101,BC508", stdin=f"- Cut waits by [X%]\n{DUTY * 3}")
    assert ended.out == "3  BC101 duty-opener\n1  BC508 unfilled-blank\n"


def test_verbose_says_what_was_detected_and_which_settings_hold(run: Run, tmp_path: Path) -> None:
    (tmp_path / "bulletcoach.toml").write_text('profile = "federal"\n', encoding="utf-8")
    ended = run("check", "-", "--verbose", "--field", "general", stdin=GOOD)
    for fact in ("field general (set)", "language en (detected)", "profile federal", "bulletcoach.toml", " s\n"):
        assert fact in ended.err


def test_another_language_gets_a_note_and_can_be_insisted_on(run: Run) -> None:
    german = "- Verantwortlich für die Betreuung der Kunden und für die Schulung der neuen Kollegen im Team\n" * 3
    ended = run("check", "-", stdin=german)
    assert (ended.code, "only English is judged" in ended.err) == (0, True)
    insisted = run("check", "-", "--language", "en", stdin=german)
    assert "only English" not in insisted.err
    assert "3 bullets" in insisted.out


def test_a_bullet_too_long_to_parse_is_reported_but_not_judged(run: Run) -> None:
    ended = run("check", "-", stdin="- Answered calls " + "and more calls " * 200 + "\n" + DUTY)
    assert "<stdin>:1:3: BC5" in ended.out
    assert "1 not judged" in ended.out


def test_the_entry_that_needs_most_work_is_named(run: Run) -> None:
    text = """\
EXPERIENCE

Support Agent, Norvell Telecom, 2019 - 2021
- Responsible for the phones
- Responsible for the chats

Clerk, Pinehollow Goods, 2017 - 2019
- Responsible for the stock room
"""
    assert (
        "Most work: Support Agent, Norvell Telecom (<stdin>:3): 2 of 2 bullets only a duty"
        in run("check", "-", stdin=text).out
    )


def test_rewrites_follow_the_findings_as_many_as_are_wanted(run: Run) -> None:
    text = "- Responsible for answering calls about billing\n"
    arrows = {shown: run("check", "-", "--rewrites", shown, stdin=text).out.count("→ ") for shown in REWRITES}
    assert (arrows["none"], arrows["best"]) == (0, 1)
    assert arrows["all"] > 1
    default = run("check", "-", stdin=text).out
    assert default == run("check", "-", "--rewrites", "BEST", stdin=text).out
    assert "→" not in run("check", "-", "--format", "concise", "--rewrites", "all", stdin=text).out


def test_blanks_stand_out_in_colour_and_by_their_brackets_without(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    text = "- Responsible for answering calls about billing\n"
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[1;35m[" in run("check", "-", stdin=text).out
    monkeypatch.setenv("NO_COLOR", "1")
    plain = run("check", "-", stdin=text).out
    assert "\x1b" not in plain
    assert re.search(r"→ .*\[", plain)
