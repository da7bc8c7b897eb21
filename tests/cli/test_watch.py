"""`check --watch`: what is read again, what is shown, and how it ends."""

from __future__ import annotations

import os
import select
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from bulletcoach.cli import watch
from bulletcoach.config import Configuration
from bulletcoach.inputs import find_inputs
from bulletcoach.run import Checked
from bulletcoach.watching import Watched
from cli.commandline import Run, environment
from cli.terminal import on_terminal

DUTY = "# Rosa Lindqvist\n\n## Experience\n\n- Responsible for the seed store\n"
WIN = "# Teo Marsh\n\n## Experience\n\n- Cut queues at the ticket office from 12 to 4 minutes\n"
ROOT = "\\documentclass{article}\\begin{document}\\section{Experience}\n\\input{work}\n\\end{document}\n"
PART = "\\begin{itemize}\n\\item Responsible for the kiln\n\\end{itemize}\n"

Look = Callable[[], dict[str, Checked]]


@pytest.fixture
def look(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Look:
    """Check the folder again; the results by the names of the files."""
    monkeypatch.chdir(tmp_path)
    # Files as young as a test may be in the middle of being saved, and then are not relied on.
    monkeypatch.setattr("bulletcoach.watching._YOUNG_NS", 0)
    watched = Watched(lambda settled: find_inputs(["."], excludes=settled), Configuration)
    return lambda: {Path(one.result.path).name: one for one in watched.check()}


def save(name: str, text: str) -> None:
    """Save a file as careful editors do: beside it, and then in its place."""
    Path(name).parent.mkdir(exist_ok=True)
    Path("new~").write_text(text, encoding="utf-8")
    Path("new~").replace(name)
    time.sleep(0.02)


def codes(checked: Checked) -> list[str]:
    return [finding.code for finding in checked.result.findings if finding.severity != "info"]


def test_only_what_was_saved_is_read_again(look: Look) -> None:
    save("resume.md", DUTY)
    save("cv.md", WIN)
    first = look()
    assert {name: codes(one) for name, one in first.items()} == {"cv.md": [], "resume.md": ["BC101"]}

    save("resume.md", DUTY.replace("Responsible for", "Sorted 300 packets of"))
    second = look()
    assert second["cv.md"] is first["cv.md"]
    assert codes(second["resume.md"]) == []


def test_files_come_and_go(look: Look) -> None:
    save("resume.md", DUTY)
    assert list(look()) == ["resume.md"]
    save("applications/cv.md", WIN)
    assert sorted(look()) == ["cv.md", "resume.md"]
    Path("resume.md").unlink()
    assert list(look()) == ["cv.md"]


def test_a_part_that_is_saved_has_its_document_read_again(look: Look) -> None:
    save("cv.tex", ROOT)
    save("work.tex", PART)
    assert codes(look()["cv.tex"]) == ["BC101"]
    save("work.tex", PART.replace("Responsible for the kiln", "Fired 40 pots a day"))
    assert "BC101" not in codes(look()["cv.tex"])


@pytest.mark.parametrize("part", ["work", "parts/work"])
def test_a_part_that_was_missing_is_found(look: Look, part: str) -> None:
    root = "\\documentclass{article}\\usepackage{moderncv}" + ROOT.partition("}")[2]
    Path("parts").mkdir()
    save("cv.tex", root.replace("{work}", f"{{{part}}}"))
    assert codes(look()["cv.tex"]) == []
    save(f"{part}.tex", PART)
    assert codes(look()["cv.tex"]) == ["BC101"]


def test_a_configuration_that_is_saved_holds_at_once(look: Look) -> None:
    save("resume.md", DUTY)
    look()
    save("bulletcoach.toml", 'ignore = ["BC101"]\n')
    assert "BC101" not in codes(look()["resume.md"])

    save("bulletcoach.toml", "ignore = [")
    assert [error for error in look()["resume.md"].result.errors if "bulletcoach.toml" in error]

    save("bulletcoach.toml", "")
    assert codes(look()["resume.md"]) == ["BC101"]


def test_a_lexicon_that_is_saved_holds_at_once(look: Look) -> None:
    save("resume.md", DUTY.replace("Responsible for", "Lent a hand at"))
    save("own.toml", "")
    save("bulletcoach.toml", 'lexicons = ["own.toml"]\nselect = ["BC101"]\n')
    first = look()["resume.md"]
    assert codes(first) == []
    assert look()["resume.md"] is first

    save("own.toml", '[[opener]]\nphrase = "lent a hand at"\nfollow = "noun"\nact = false\nnote = "ours"\n')
    assert look()["resume.md"] is not first


def test_folders_that_matter_are_watched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for folder in ("a/cv", "a/.git", "a/node_modules", "lexicons"):
        Path(folder).mkdir(parents=True)
    save("lexicons/own.toml", "")
    save("bulletcoach.toml", 'lexicons = ["lexicons/own.toml"]\n')
    Path("a/cv/resume.md").write_text("no bullets", encoding="utf-8")
    watched = Watched(lambda settled: find_inputs(["a"], excludes=settled), Configuration)
    time.sleep(0.05)
    watched.check()
    real = Path(os.path.realpath(tmp_path))
    assert {str(one.relative_to(real)) for one in watched.folders(["a"])} == {
        ".", "a", str(Path("a/cv")), "lexicons",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("named", "watched"),
    [
        ("resume.md", "."),
        ("gone/resume.md", "."),  # it may come back, as at a checkout of another branch
        ("gone/and/away/resume.md", "."),
        ("gone", "."),
        ("kept/gone/resume.md", "kept"),
    ],
)
def test_what_is_missing_is_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, named: str, watched: str
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("kept").mkdir()
    watching = Watched(lambda settled: find_inputs([named], excludes=settled), Configuration)
    watching.check()
    assert Path(os.path.realpath(watched)) in watching.folders([named])


def test_an_empty_folder_in_which_a_part_may_be_is_watched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("parts").mkdir()
    Path("cv.tex").write_text(ROOT.replace("{work}", "{parts/work}"), encoding="utf-8")
    watched = Watched(lambda settled: find_inputs(["cv.tex"], excludes=settled), Configuration)
    time.sleep(0.05)
    watched.check()
    assert Path(os.path.realpath("parts")) in watched.folders(["cv.tex"])


@pytest.mark.parametrize(
    ("options", "complaint"),
    [
        (("-",), "standard input is read once"),
        (("resume.md", "--format", "json"), "leave out --format json"),
        (("resume.md", "--output", "report.txt"), "leave out --output"),
        (("resume.md", "--fix"), "leave out --fix"),
        (("resume.md", "--write-baseline", "known.toml"), "leave out --write-baseline"),
    ],
)
def test_what_makes_no_sense_is_refused(run: Run, options: tuple[str, ...], complaint: str) -> None:
    ended = run("check", "--watch", *options)
    assert (ended.code, ended.out) == (2, "")
    assert complaint in ended.err


def test_without_watchfiles_it_says_what_to_install(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watch, "find_spec", lambda _: None)
    ended = run("check", "--watch", "resume.md")
    assert (ended.code, ended.out) == (2, "")
    assert ended.err == "bulletcoach: error: --watch needs the package watchfiles: pip install watchfiles\n"


def _hear_interrupts() -> None:
    """What runs in the background is started with Ctrl-C switched off."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@contextmanager
def watching(folder: Path) -> Iterator[tuple[subprocess.Popen[bytes], Callable[[str, int], str]]]:
    """`check --watch` on a folder, and what waits until it has shown something so many times."""
    near, far = os.pipe()
    process = subprocess.Popen(
        [sys.executable, "-m", "bulletcoach", "check", "--watch", "--format", "concise", "."],
        stdin=subprocess.DEVNULL, stdout=far, stderr=far, cwd=folder, env=environment(),
        preexec_fn=_hear_interrupts,
    )  # fmt: skip
    os.close(far)
    seen = b""

    def wait_for(text: str, times: int) -> str:
        nonlocal seen
        while seen.decode().count(text) < times:
            assert select.select([near], [], [], 30)[0], f"waited for {text!r} and saw {seen!r}"
            seen += os.read(near, 65_536)
        return seen.decode()

    try:
        yield process, wait_for
    finally:
        process.kill()
        process.wait()
        os.close(near)


@pytest.mark.skipif(sys.platform == "win32", reason="signals and pipes to wait on are POSIX")
def test_it_shows_what_is_saved_until_it_is_interrupted(tmp_path: Path) -> None:
    resume = tmp_path / "resume.md"
    resume.write_text(DUTY, encoding="utf-8")
    with watching(tmp_path) as (process, wait_for):
        assert "resume.md:5:3: BC101" in wait_for("watching 1 file; Ctrl-C ends it", 1)
        resume.write_text(DUTY.replace("Responsible for", "Helped with"), encoding="utf-8")
        seen = wait_for("watching 1 file; Ctrl-C ends it", 2)
        assert "resume.md:5:3: BC201" in seen.partition("-" * 40)[2]
        process.send_signal(signal.SIGINT)
        assert process.wait(10) == 130
        assert "Traceback" not in wait_for("", 0)


@pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals are POSIX")
def test_a_terminal_is_cleared_and_the_end_is_tidy(tmp_path: Path) -> None:
    (tmp_path / "resume.md").write_text("Nothing to judge in here.\n", encoding="utf-8")
    with on_terminal("check", "--watch", "resume.md", cwd=tmp_path) as terminal:
        terminal.wait_for("watching 1 file")
        (tmp_path / "resume.md").write_text("Nothing to judge in here, either.\n", encoding="utf-8")
        terminal.wait_for("watching 1 file")
        assert terminal._raw.count(b"\x1b[H\x1b[2J") == 2
        terminal._process.terminate()
        code, seen = terminal.end()
    assert code == 143
    assert "Traceback" not in seen
