"""Where output goes: colour, width, pipes that are closed, and streams that were closed before we began."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import pytest

from bulletcoach.cli import main
from bulletcoach.cli.options import Format
from cli.commandline import RUNNERS, environment

pytestmark = [
    pytest.mark.usefixtures("one_engine"),
    pytest.mark.skipif(os.name == "nt", reason="needs pipes and terminals of POSIX"),
]

ANSI = "\x1b["
COMMANDS = (
    "--help", "--version", "check --help", "rule --all", "rule BC101", "rule BC1 --format json", "schema",
    "lexicon lookup led", "star cv.txt --format markdown", "rewrite Answered", "config show", "config schema",
)  # fmt: skip


@dataclass(frozen=True)
class Shown:
    """What a command showed on the terminal, and its exit code."""

    code: int
    text: str


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in ("NO_COLOR", "FORCE_COLOR", "TERM", "COLUMNS", *RUNNERS):
        monkeypatch.delenv(name, raising=False)
    text = "- Responsible for the returns desk and everything that people brought back to it on any day of the year\n"
    (tmp_path / "cv.txt").write_text(text, encoding="utf-8")
    (tmp_path / "resume.txt").write_text("- Cut refund errors by 40% by rewriting the checklist\n", encoding="utf-8")
    return tmp_path


def ended(arguments: str, monkeypatch: pytest.MonkeyPatch) -> int:
    """The exit code of a command that runs in this process, on whatever standard streams there are."""
    monkeypatch.setattr(sys, "argv", ["bulletcoach", *arguments.split()])
    with pytest.raises(SystemExit) as end:
        main()
    return int(end.value.code or 0)


@pytest.fixture
def on_terminal(monkeypatch: pytest.MonkeyPatch) -> Callable[..., Shown]:
    """`on_terminal("check cv.txt", columns=60, NO_COLOR="1")`: run with standard output on a pseudo-terminal."""
    import fcntl
    import pty
    import struct
    import termios

    def show(arguments: str, columns: int = 100, **variables: str) -> Shown:
        near, far = pty.openpty()
        fcntl.ioctl(far, termios.TIOCSWINSZ, struct.pack("HHHH", 40, columns, 0, 0))
        seen: list[bytes] = []

        def watch() -> None:
            with suppress(OSError):  # Linux says so when the other end is closed
                while piece := os.read(near, 65_536):
                    seen.append(piece)

        watching = threading.Thread(target=watch)
        watching.start()
        with monkeypatch.context() as patch, os.fdopen(far, "w", encoding="utf-8") as terminal:
            for name, value in {"TERM": "xterm", **variables}.items():
                patch.setenv(name, value)
            patch.setattr(sys, "stdout", terminal)
            patch.setattr(sys, "__stdout__", terminal)  # what is asked for its width
            code = ended(arguments, patch)
        watching.join()
        os.close(near)
        return Shown(code, b"".join(seen).decode().replace("\r\n", "\n"))

    return show


@pytest.mark.parametrize(
    ("variables", "is_coloured"),
    [
        ({}, True),
        ({"NO_COLOR": ""}, True),
        ({"NO_COLOR": "1"}, False),
        ({"NO_COLOR": "0"}, False),
        ({"TERM": "dumb"}, False),
        ({"FORCE_COLOR": "0"}, True),
        ({"FORCE_COLOR": "1", "TERM": "dumb"}, True),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
    ],
)
@pytest.mark.parametrize("command", ["check cv.txt", "check cv.txt --format concise", "check cv.txt --statistics"])
def test_colour_on_a_terminal(
    on_terminal: Callable[..., Shown], command: str, variables: dict[str, str], is_coloured: bool
) -> None:
    shown = on_terminal(command, **variables)
    assert shown.code == 1
    assert "BC101" in shown.text
    assert (ANSI in shown.text) == (is_coloured and "statistics" not in command)


@pytest.mark.parametrize("format", [each for each in Format if each not in ("text", "concise")])
def test_no_other_format_has_colour_anywhere(on_terminal: Callable[..., Shown], format: str) -> None:
    for variables in ({}, {"FORCE_COLOR": "1"}):
        shown = on_terminal(f"check cv.txt --format {format}", **variables)
        assert shown.code == 1
        assert "\x1b" not in shown.text


def test_a_file_is_plain_whatever_the_terminal(on_terminal: Callable[..., Shown], folder: Path) -> None:
    assert on_terminal("check cv.txt -o report.txt", FORCE_COLOR="1") == Shown(1, "")
    assert "BC101" in (report := (folder / "report.txt").read_text(encoding="utf-8"))
    assert ANSI not in report


@pytest.mark.parametrize(("columns", "widest"), [(50, 50), (80, 80), (200, 100), (10, 40)])
def test_lines_are_as_wide_as_the_terminal_within_reason(
    on_terminal: Callable[..., Shown], columns: int, widest: int
) -> None:
    lines = on_terminal("check cv.txt", columns, NO_COLOR="1").text.splitlines()
    bullet = [line for line in lines if line.startswith("    | ")]
    assert widest - 20 < max(map(len, bullet)) <= widest


@pytest.mark.parametrize("command", [*(f"check cv.txt --format {format}" for format in Format), *COMMANDS])
def test_a_pipe_that_nobody_reads_ends_everything_quietly(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], command: str
) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    pipe = os.fdopen(writing, "w", encoding="utf-8")
    try:
        with monkeypatch.context() as patch:
            patch.setattr(sys, "stdout", pipe)
            code = ended(command.replace("star cv", "star resume"), patch)
    finally:
        with suppress(OSError):
            pipe.close()
    assert (code, capfd.readouterr().err) == (141, "")


def test_a_pipe_for_errors_that_nobody_reads(monkeypatch: pytest.MonkeyPatch) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with monkeypatch.context() as patch:
        pipe = os.fdopen(writing, "w", encoding="utf-8", buffering=1)
        patch.setattr(sys, "stderr", pipe)
        codes = [ended(command, patch) for command in ("check gone.txt", "chek", "rule")]
    with suppress(OSError):
        pipe.close()
    assert codes == [141, 141, 141]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
@pytest.mark.parametrize("command", ["check gone.txt", "check resume.txt gone.txt", "check --config gone.toml", "chek"])
def test_errors_that_a_full_disk_swallows_are_still_in_the_exit_code(folder: Path, command: str) -> None:
    line = f'"{sys.executable}" -m bulletcoach {command} 2>/dev/full'
    done = subprocess.run(
        ["sh", "-c", line], stdin=subprocess.DEVNULL, capture_output=True, cwd=folder, env=environment(), timeout=60
    )
    assert done.returncode == 2


# In a shell: what was closed is closed for the process, and a file that it opens could get the number of a stream.
@pytest.mark.parametrize(
    ("command", "code", "said"),
    [
        ("schema >&-", 2, "bulletcoach: error: cannot write the output: Bad file descriptor\n"),
        ("--help >&-", 2, "bulletcoach: error: cannot write the output: Bad file descriptor\n"),
        ("check - --format sarif >&- </dev/null", 2, "cannot write the output"),
        ("check - --format junit -o report.xml >&- </dev/null", 0, "the file is empty"),
        ("check gone.txt >&- 2>&-", 2, ""),
        ("check - <&-", 2, "standard input is closed"),
        ("check <&-", 2, "give the path"),
        ("check gone.txt --format json 2>&- >report.json", 2, ""),
    ],
)
def test_streams_that_are_closed_from_the_beginning(folder: Path, command: str, code: int, said: str) -> None:
    line = f'"{sys.executable}" -m bulletcoach {command}'
    done = subprocess.run(
        ["sh", "-c", line], stdin=subprocess.DEVNULL, capture_output=True, cwd=folder, env=environment(), timeout=60
    )
    assert done.returncode == code
    assert said in done.stderr.decode()
    assert b"Traceback" not in done.stderr
    for report in folder.glob("report.*"):
        assert report.read_bytes().lstrip().startswith((b"<?xml", b"{")), report
