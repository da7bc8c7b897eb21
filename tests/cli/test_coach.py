"""`bulletcoach coach`: a sitting from the question to the file, typed, piped and replayed."""

from __future__ import annotations

import os
import tomllib
from collections import Counter
from pathlib import Path

import pytest

from bulletcoach import check_file
from bulletcoach.coaching.transcript import Kept, read_transcript, written
from bulletcoach.model.judgement import Verdict
from cli.commandline import Run
from cli.terminal import CTRL_D, on_terminal
from cli.test_hostile import BULLETS, hidden

posix = pytest.mark.skipif(os.name == "nt", reason="needs POSIX terminals")

EXAMPLES = Path(__file__).parents[2] / "examples"
DUTIES, ANSWERS = EXAMPLES / "duties.txt", EXAMPLES / "duties-answers.toml"
COACHED = Path(__file__).parent / "golden" / "duties-coached.txt"
RESUME = """\
JAMIE PELLWORTH

EXPERIENCE

Customer Support Representative
Northgale Internet, Spokane, WA
March 2019 – May 2022
• Responsible for the pickup counter on weekends
• Answered inbound calls and chats about billing
"""
COUNTER = "Ran the pickup counter on weekends, cutting the wait from 9 minutes to 4"
CALLS = "Answered 60 calls a day about billing at 94% CSAT"


def resume(folder: Path, text: str = RESUME) -> Path:
    path = folder / "cv.txt"
    path.write_bytes(text.encode())
    return path


def lines_changed(before: str, after: str) -> list[str]:
    """The new lines, where all others are as they were."""
    old, new = before.split("\n"), after.split("\n")
    assert len(old) == len(new)
    return [line for line, other in zip(new, old, strict=True) if line != other]


def test_a_sitting_in_plain_lines(run: Run, tmp_path: Path) -> None:
    path = resume(tmp_path)
    ended = run("coach", "cv.txt", stdin=f"/own {COUNTER}\nyes\n/next\n")
    assert (ended.code, ended.err) == (0, "")
    assert "Bullet 1 of 2, line 8: duty" in ended.out
    assert "Action:  Ran the pickup counter on weekends" in ended.out
    assert "Result:  cutting the wait from 9 minutes to 4" in ended.out
    assert "Verdict: duty → achievement" in ended.out
    assert "2 duties, 0 actions, 0 achievements → 1 duty, 0 actions, 1 achievement" in ended.out
    assert lines_changed(RESUME, path.read_text(encoding="utf-8")) == [f"• {COUNTER}"]
    assert (tmp_path / "cv.txt.bak").read_text(encoding="utf-8") == RESUME


def test_the_first_backup_is_the_only_one(run: Run, tmp_path: Path) -> None:
    resume(tmp_path)
    ended = run("coach", "cv.txt", stdin=f"/own {COUNTER}\nyes\n/own {CALLS}\nyes\n")
    assert ended.code == 0
    assert "The file as it was:" in ended.out
    assert sorted(path.name for path in tmp_path.iterdir()) == ["cv.txt", "cv.txt.bak"]
    assert (tmp_path / "cv.txt.bak").read_text(encoding="utf-8") == RESUME


def test_no_backup(run: Run, tmp_path: Path) -> None:
    resume(tmp_path)
    run("coach", "cv.txt", "--no-backup", stdin=f"/own {COUNTER}\nyes\n/stop\n")
    assert [path.name for path in tmp_path.iterdir()] == ["cv.txt"]


def test_a_dry_run_writes_nothing(run: Run, tmp_path: Path) -> None:
    path = resume(tmp_path)
    ended = run("coach", "cv.txt", "--dry-run", stdin=f"/own {COUNTER}\nyes\n/own {CALLS}\nyes\n")
    assert ended.code == 0
    assert [each.name for each in tmp_path.iterdir()] == ["cv.txt"]
    assert path.read_text(encoding="utf-8") == RESUME
    shown = ended.out.splitlines()
    assert [line for line in shown if line.startswith(("+", "-"))] == [
        "--- a/cv.txt",
        "+++ b/cv.txt",
        "-• Responsible for the pickup counter on weekends",
        "-• Answered inbound calls and chats about billing",
        f"+• {COUNTER}",
        f"+• {CALLS}",
    ]


@pytest.mark.parametrize("end", ["\r\n", "\n", "\r"])
def test_the_other_bytes_stay(run: Run, tmp_path: Path, end: str) -> None:
    text = f"{RESUME.strip()}\n\t- nested\ttabs  and spaces   \n  * Handled the mail".replace("\n", end)
    path = resume(tmp_path, "\ufeff" + text)
    ended = run("coach", "cv.txt", "--bullet", 8, stdin=f"/own {COUNTER}\nyes\n")
    assert ended.code == 0
    after = path.read_bytes()
    assert after == ("\ufeff" + text).encode().replace(
        b"Responsible for the pickup counter on weekends", COUNTER.encode()
    )


def test_the_duty_heavy_example_is_mostly_achievements_after_one_sitting(run: Run, tmp_path: Path) -> None:
    """The sitting of the README: its answers, replayed into a copy, change the bullets they are for and nothing else.

    BULLETCOACH_UPDATE_GOLDEN=1 writes the file anew as it comes of it: read the diff.
    """
    path = tmp_path / "mine.txt"
    path.write_bytes(DUTIES.read_bytes())
    kept = read_transcript(ANSWERS)
    before = check_file(path)
    ended = run("coach", "mine.txt", "--answers", ANSWERS)
    assert (ended.code, ended.err) == (0, "")
    assert not [
        line for line in ended.out.splitlines() if "Note:" in line or "same again" in line or "reads worse" in line
    ]
    assert (tmp_path / "mine.txt.bak").read_bytes() == DUTIES.read_bytes()

    after = check_file(path)
    found = [Counter(bullet.judgement.verdict for bullet in result.bullets) for result in (before, after)]
    assert found == [
        {Verdict.DUTY: 12, Verdict.ACTION: 2, Verdict.ACHIEVEMENT: 3},
        {Verdict.ACHIEVEMENT: 17},
    ]
    answered = {one.text for one in kept}
    for old, new in zip(before.bullets, after.bullets, strict=True):
        assert (old.bullet.text != new.bullet.text) == (old.bullet.text in answered), old.bullet.text
        if old.bullet.text in answered:
            assert new.judgement.verdict is Verdict.ACHIEVEMENT, new.bullet.text
    old_lines, new_lines = DUTIES.read_bytes().split(b"\n"), path.read_bytes().split(b"\n")
    changed = [old for old, new in zip(old_lines, new_lines, strict=True) if old != new]
    assert {line.decode().removeprefix("• ") for line in changed} == answered

    if os.environ.get("BULLETCOACH_UPDATE_GOLDEN"):
        COACHED.write_bytes(path.read_bytes())
    assert path.read_text(encoding="utf-8") == COACHED.read_text(encoding="utf-8")


def test_a_saved_sitting_replays_to_the_same_file(run: Run, tmp_path: Path) -> None:
    typed = ["60", "12%", "/skip", "/skip", "/take", "yes"]  # whatever is asked, some of it fits
    resume(tmp_path)
    ended = run("coach", "cv.txt", "--save-answers", "a.toml", stdin="\n".join([*typed, f"/own {CALLS}", "yes", ""]))
    assert ended.code == 0
    first = (tmp_path / "cv.txt").read_bytes()
    assert first != RESUME.encode()
    resume(tmp_path)
    assert run("coach", "cv.txt", "--answers", "a.toml").code == 0
    assert (tmp_path / "cv.txt").read_bytes() == first


def test_answers_that_end_early_are_printed_for_another_time(run: Run, tmp_path: Path) -> None:
    path = resume(tmp_path)
    ended = run("coach", "cv.txt", stdin=f"/own {COUNTER}\nyes\n/own {CALLS}\n")
    assert ended.code == 0
    assert lines_changed(RESUME, path.read_text(encoding="utf-8")) == [f"• {COUNTER}"]
    block = ended.out.partition("[[bullet]]")[1:]
    table = "".join(block).split("\n\n")[0]
    assert tomllib.loads(table) == {
        "bullet": [{"text": "Answered inbound calls and chats about billing", "own": CALLS}]
    }
    (tmp_path / "rest.toml").write_text(table, encoding="utf-8")
    assert run("coach", "cv.txt", "--answers", "rest.toml").code == 0
    assert lines_changed(RESUME, path.read_text(encoding="utf-8")) == [f"• {COUNTER}", f"• {CALLS}"]


def test_answers_for_other_bullets_are_passed_over(run: Run, tmp_path: Path) -> None:
    path = resume(tmp_path)
    kept = [Kept("Nobody wrote this", own="x"), Kept("Answered inbound calls and chats about billing", "epic")]
    (tmp_path / "a.toml").write_text(written(kept), encoding="utf-8")
    ended = run("coach", "cv.txt", "--answers", "a.toml", "--dry-run")
    assert ended.code == 0
    assert "no bullet says “Nobody wrote this” (any more)" in ended.out
    assert "has no rewrite “epic”; it has" in ended.out
    assert path.read_text(encoding="utf-8") == RESUME


def test_nothing_to_coach(run: Run, tmp_path: Path) -> None:
    resume(tmp_path, "EXPERIENCE\n\nClerk, Foo Ltd, 2019 – 2021\n- Won the 2020 service award for lost luggage\n")
    ended = run("coach", "cv.txt")
    assert (ended.code, ended.out) == (0, "")
    assert "no bullet here needs coaching" in ended.err
    resume(tmp_path, "")
    ended = run("coach", "cv.txt")
    assert (ended.code, ended.err) == (0, "bulletcoach: note: cv.txt: the file is empty\n")


def test_limit_and_line(run: Run, tmp_path: Path) -> None:
    resume(tmp_path)
    assert "Bullet 1 of 1" in run("coach", "cv.txt", "--limit", 1).out
    ended = run("coach", "cv.txt", "--bullet", 9)
    assert "Bullet 1 of 1, line 9" in ended.out


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["-"], "from standard input: give the path"),
        (["gone.txt"], "gone.txt: cannot be read"),
        (["."], "cannot be read"),
        ([], "RESUME"),
        (["cv.txt", "--bullet", "3"], "no bullet on line 3; lines with bullets: 8, 9"),
        (["cv.txt", "--limit", "0"], "--limit"),
        (["cv.txt", "--answers", "gone.toml"], "gone.toml: cannot be read"),
        (["cv.txt", "--answers", "cv.txt"], "cv.txt:1: not valid TOML"),
        (["cv.txt", "--save-answers", "cv.txt"], "cv.txt:1: not valid TOML"),
        (["cv.txt", "--save-answers", "gone/a.toml"], "no folder gone"),
        (["cv.txt", "--field", "cooking"], "unknown field “cooking”"),
        (["cv.txt", "--config", "a.toml", "--isolated"], "exclude each other"),
    ],
)
def test_wrong_use(run: Run, tmp_path: Path, arguments: list[str], message: str) -> None:
    path = resume(tmp_path)
    ended = run("coach", *arguments)
    assert ended.code == 2
    assert message in " ".join(ended.err.split())
    assert path.read_text(encoding="utf-8") == RESUME


@pytest.mark.parametrize("bullet", BULLETS, ids=range(len(BULLETS)))
def test_nothing_hidden_reaches_the_terminal(run: Run, tmp_path: Path, bullet: str) -> None:
    resume(tmp_path, f"EXPERIENCE\n\nClerk, Foo Ltd, 2019 – 2021\n- {bullet}\n")
    ended = run("coach", "cv.txt", "--dry-run", stdin=f"\x1b[31m\n/own Ran {bullet}\nyes\n/stop\n")
    assert not hidden(ended.out)
    assert not hidden(ended.err)


@posix
def test_a_sitting_on_a_terminal(tmp_path: Path) -> None:
    path = resume(tmp_path)
    with on_terminal("coach", "cv.txt", cwd=tmp_path) as terminal:
        terminal.reply("Bullet 1 of 2", "/help")
        terminal.wait_for("/unknown  I don't know")
        terminal.reply("\n", f"/own {COUNTER}")
        assert "duty → achievement" in terminal.wait_for("yes or no?")
        terminal.reply("\n", "yes")
        terminal.reply("Bullet 2 of 2", "/stop")
        code, seen = terminal.end()
    assert (code, "Written to cv.txt." in seen) == (0, True)
    assert lines_changed(RESUME, path.read_text(encoding="utf-8")) == [f"• {COUNTER}"]


@posix
@pytest.mark.parametrize("plain", [[], ["--plain"]], ids=["edited", "plain"])
def test_ctrl_c_keeps_what_was_accepted_and_prints_the_rest(tmp_path: Path, plain: list[str]) -> None:
    path = resume(tmp_path)
    with on_terminal("coach", "cv.txt", *plain, cwd=tmp_path) as terminal:
        terminal.reply("Bullet 1 of 2", f"/own {COUNTER}")
        terminal.reply("yes or no?", "yes")
        terminal.reply("Bullet 2 of 2", f"/own {CALLS}")
        terminal.wait_for("yes or no?")
        terminal.wait_for(">")
        terminal.interrupt()
        code, seen = terminal.end()
    assert code == 130
    assert "Traceback" not in seen
    assert f'own = "{CALLS}"' in seen
    assert lines_changed(RESUME, path.read_text(encoding="utf-8")) == [f"• {COUNTER}"]


@posix
def test_a_doubt_is_insisted_on_and_a_question_left_out_with_enter(tmp_path: Path) -> None:
    path = resume(tmp_path)
    with on_terminal("coach", "cv.txt", "--limit", "1", cwd=tmp_path, COLUMNS="40", NO_COLOR="1") as terminal:
        terminal.reply("Bullet 1 of 1", "5 to 12 min")
        terminal.reply("The same again", "")
        terminal.reply("Enter leaves", "")
        terminal.reply("yes or no?", "yes")
        code, seen = terminal.end()
    assert (code, "1 bullet accepted" in " ".join(seen.split())) == (0, True)
    assert lines_changed(RESUME, path.read_text(encoding="utf-8")) == [
        "• Ran the pickup counter on weekends, cutting the average wait from 5 to 12 min"
    ]


@posix
def test_several_pasted_lines_are_one_reply(tmp_path: Path) -> None:
    path = resume(tmp_path)
    with on_terminal("coach", "cv.txt", "--limit", "1", cwd=tmp_path) as terminal:
        half = COUNTER.index(" cutting")
        terminal.reply("Bullet 1 of 1", f"\x1b[200~/own {COUNTER[:half]}\n{COUNTER[half:]}\n\x1b[201~")
        terminal.reply("yes or no?", "yes")
        code, _ = terminal.end()
    assert code == 0
    assert lines_changed(RESUME, path.read_text(encoding="utf-8")) == [f"• {COUNTER}"]


@posix
def test_ctrl_d_is_the_end_of_the_sitting(tmp_path: Path) -> None:
    resume(tmp_path)
    with on_terminal("coach", "cv.txt", cwd=tmp_path) as terminal:
        terminal.wait_for("Bullet 1 of 2")
        terminal.wait_for(">")
        terminal.type(CTRL_D)
        code, seen = terminal.end()
    assert (code, "cv.txt is as it was." in seen) == (0, True)


@posix
def test_a_file_that_changed_meanwhile_is_left_alone(tmp_path: Path) -> None:
    path = resume(tmp_path)
    with on_terminal("coach", "cv.txt", "--plain", cwd=tmp_path) as terminal:
        terminal.reply("Bullet 1 of 2", f"/own {COUNTER}")
        terminal.wait_for("yes or no?")
        path.write_text(f"{RESUME}• Led something else\n", encoding="utf-8")
        terminal.reply("\n", "yes")
        code, seen = terminal.end()
    assert code == 2
    assert f'own = "{COUNTER}"' in seen
    assert "bulletcoach: error: cv.txt" in seen
    assert path.read_text(encoding="utf-8") == f"{RESUME}• Led something else\n"


@posix
def test_kept_answers_are_resumed_on_a_terminal(tmp_path: Path) -> None:
    """What the file of answers does not say is asked for, and nothing is accepted without being shown."""
    path = resume(tmp_path)
    kept = [Kept("Responsible for the pickup counter on weekends", own=COUNTER)]
    (tmp_path / "a.toml").write_text(written(kept), encoding="utf-8")
    with on_terminal("coach", "cv.txt", "--answers", "a.toml", "--limit", "1", cwd=tmp_path) as terminal:
        terminal.wait_for(f"> /own {COUNTER}")
        terminal.reply("yes or no?", "no")
        terminal.reply("yes or no?", "yes")
        code, _ = terminal.end()
    assert code == 0
    assert lines_changed(RESUME, path.read_text(encoding="utf-8")) == [f"• {COUNTER}"]
