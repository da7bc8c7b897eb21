"""The progress bar: where it is drawn, what it says, and that it is never in the way."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path

import pytest

from bulletcoach.cli.progress import Progress, shows_progress
from bulletcoach.config import Settings
from bulletcoach.model.result import FileResult
from bulletcoach.run import Checked
from cli.commandline import environment
from cli.terminal import on_terminal

posix = pytest.mark.skipif(os.name == "nt", reason="needs a pseudo-terminal")
TERMINAL = {"TERM": "xterm"}
_PIECE = re.compile(r"\x1b\[[0-9;]*[A-Za-z]|[\r\n]|[^\x1b\r\n]+")


class Screen(io.StringIO):
    """A terminal, and the lines that it shows."""

    def isatty(self) -> bool:
        return True

    @property
    def lines(self) -> list[str]:
        """What is seen once all that was written has been heeded, without its colours."""
        lines, column = [""], 0
        for piece in _PIECE.findall(self.getvalue()):
            match piece:
                case "\n":
                    lines.append("")
                    column = 0
                case "\r":
                    column = 0
                case "\x1b[K":
                    lines[-1] = lines[-1][:column]
                case _ if not piece.startswith("\x1b"):
                    lines[-1] = lines[-1][:column] + piece + lines[-1][column + len(piece) :]
                    column += len(piece)
        return lines


class Check:
    """A check of some files, each of which takes its seconds; it says what is on the screen while it works."""

    def __init__(self, *seconds: float, note: str = "") -> None:
        self.screen = Screen()
        self.seen: list[str] = []
        self.now = 0.0
        self._seconds = seconds
        self._notes = (note,) if note else ()

    def progress(self, variables: Mapping[str, str] = TERMINAL, **options: bool) -> Progress:
        return Progress(self.screen, variables, clock=lambda: self.now, **options)

    def results(self) -> Iterator[Checked]:
        for number, seconds in enumerate(self._seconds):
            self.seen.append(self.screen.lines[-1])
            self.now += seconds
            yield Checked(FileResult(f"{number}.txt", notes=self._notes), Settings())


@pytest.mark.parametrize(
    ("variables", "is_drawn"),
    [
        ({"TERM": "xterm"}, True),
        ({"TERM": "xterm", "NO_COLOR": "1"}, True),
        ({"TERM": "dumb"}, False),
        ({"TERM": "unknown"}, False),
        ({}, False),
        ({"TERM": "xterm", "CI": "true"}, False),
    ],
)
def test_it_is_drawn_where_a_line_can_be_drawn_anew(variables: dict[str, str], is_drawn: bool) -> None:
    assert shows_progress(Screen(), variables) is is_drawn
    assert not shows_progress(io.StringIO(), variables)


def test_it_shows_the_files_done_of_all() -> None:
    check = Check(*[0.4] * 6)
    for _ in check.progress().over(check.results(), 6):
        pass
    assert check.seen[:3] == ["", "", ""]  # a second has not passed yet
    assert [re.sub(r"\S*[━╸╺]\S*", "~", line) for line in check.seen[3:]] == [
        "Checking ~ 3 of 6 files, 0 bullets/s",
        "Checking ~ 4 of 6 files, 0 bullets/s",
        "Checking ~ 5 of 6 files, 0 bullets/s",
    ]


def test_without_a_total_it_counts() -> None:
    check = Check(*[1.0] * 3)
    for _ in check.progress().over(check.results()):
        pass
    assert check.seen == ["", "Checking 1 file, 0 bullets/s", "Checking 2 files, 0 bullets/s"]


def test_it_is_gone_at_the_end() -> None:
    check = Check(2.0, 2.0)
    for _ in check.progress().over(check.results(), 2):
        pass
    assert check.screen.lines == [""]


def test_it_is_gone_when_the_check_is_cut_short() -> None:
    check = Check(2.0, 2.0)

    def results() -> Iterator[Checked]:
        yield from check.results()
        assert check.screen.lines != [""]
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        list(check.progress().over(results(), 3))
    assert check.screen.lines == [""]


def test_a_quick_check_shows_and_imports_nothing() -> None:
    check = Check(*[0.1] * 9)
    list(check.progress().over(check.results(), 9))
    assert check.screen.getvalue() == ""
    program = (
        "import os, sys\nfrom bulletcoach.cli.progress import Progress\n"
        "list(Progress(sys.stderr, os.environ).over(iter(()), 5))\nprint(*sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, env=environment(TERM="xterm"), check=True
    )
    assert not [name for name in done.stdout.split() if name.startswith("rich")]


def test_it_is_not_drawn_where_it_is_not_wanted() -> None:
    check = Check(2.0, 2.0)
    assert len(list(check.progress(wanted=False).over(check.results(), 2))) == 2
    assert check.screen.getvalue() == ""


def test_findings_on_the_same_terminal_are_not_torn() -> None:
    check = Check(*[0.7] * 4)
    for one in check.progress(is_shared=True).over(check.results(), 4):
        check.screen.write(f"{one.result.path}: a finding\n")
    assert check.screen.lines == [*(f"{number}.txt: a finding" for number in range(4)), ""]
    assert check.seen[2].startswith("Checking ")


def test_notes_are_not_torn() -> None:
    check = Check(*[0.7] * 4, note="no bullets found")
    for one in check.progress().over(check.results(), 4):
        check.screen.write(f"{one.result.path}: {one.result.notes[0]}\n")
    assert check.screen.lines == [*(f"{number}.txt: no bullets found" for number in range(4)), ""]


def test_who_writes_while_a_result_is_made_clears_it() -> None:
    check = Check(2.0, 2.0)
    progress = check.progress()

    def results() -> Iterator[Checked]:
        for one in check.results():
            progress.clear()
            check.screen.write("left out: a.png\n")
            yield one

    list(progress.over(results(), 2))
    assert check.screen.lines == ["left out: a.png", "left out: a.png", ""]


def test_it_stays_where_nothing_is_written_beside_it() -> None:
    """It would flicker."""
    check = Check(2.0, 2.0, 2.0)
    results = check.progress().over(check.results(), 3)
    next(results)
    next(results)
    assert check.screen.lines[-1].startswith("Checking ")


def test_it_is_not_drawn_anew_for_each_of_many_files() -> None:
    check = Check(2.0, *[0.001] * 500)
    list(check.progress().over(check.results(), 501))
    assert check.screen.getvalue().count("Checking") < 10


@pytest.mark.parametrize(("variables", "is_coloured"), [({}, True), ({"NO_COLOR": "1"}, False)])
def test_colour(variables: dict[str, str], is_coloured: bool) -> None:
    check = Check(2.0, 2.0, 2.0)
    list(check.progress({**TERMINAL, **variables}).over(check.results(), 3))
    assert ("\x1b[9" in check.screen.getvalue()) is is_coloured
    assert "2 of 3 files" in check.screen.getvalue()


def test_a_terminal_that_is_gone_is_no_obstacle() -> None:
    class Gone(Screen):
        def write(self, _: str) -> int:
            raise OSError(5, "Input/output error")

    check = Check(2.0, 2.0)
    check.screen = Gone()
    assert len(list(check.progress().over(check.results(), 2))) == 2


@posix
@pytest.mark.parametrize("columns", [20, 60, 200])
def test_it_fits_into_a_real_terminal(columns: int) -> None:
    import fcntl
    import pty
    import struct
    import termios

    near, far = pty.openpty()
    fcntl.ioctl(far, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    with os.fdopen(far, "w", encoding="utf-8") as terminal:
        check = Check(2.0, 2.0)
        progress = Progress(terminal, TERMINAL, clock=lambda: check.now)
        for _ in progress.over(check.results(), 2):
            pass
        screen = Screen()
        while "\r\x1b[K" not in screen.getvalue():  # a terminal gives what it has by and by
            screen.write(os.read(near, 65_536).decode())
    os.close(near)
    *drawn, wiped = screen.getvalue().split("\r")[1:]
    widths = [len(re.sub(r"\x1b\[[0-9;]*[A-Za-z]", "", line)) for line in drawn]
    assert 0 < min(widths) <= max(widths) < columns
    assert wiped == "\x1b[K"
    assert screen.lines == [""]


def _written(folder: Path, resumes: int) -> Path:
    """A folder of résumés that take a while."""
    folder.mkdir()
    for number in range(resumes):
        bullets = [f"- Responsible for {number * 20 + each} calls about returns\n" for each in range(20)]
        (folder / f"cv-{number:03}.txt").write_text("".join(bullets), encoding="utf-8")
    return folder


@posix
@pytest.mark.slow
@pytest.mark.parametrize(("options", "is_drawn"), [((), True), (("--quiet",), False)], ids=["drawn", "quiet"])
def test_a_bar_on_a_terminal_tears_no_findings(tmp_path: Path, options: tuple[str, ...], is_drawn: bool) -> None:
    _written(tmp_path / "many", 60)
    with on_terminal(
        "check", "many", "--no-cache", "--format", "concise", *options, cwd=tmp_path, CI="", NO_COLOR="1"
    ) as terminal:
        terminal.end()
    assert ("Checking " in terminal.seen) is is_drawn
    screen = Screen()
    screen.write(terminal.written)
    duties = [line for line in screen.lines if re.fullmatch(r"many/cv-\d+\.txt:\d+:3: BC101 [^\r]*", line)]
    assert len(duties) == 60 * 20
    assert "Checking " not in "".join(screen.lines)


@posix
@pytest.mark.slow
def test_ctrl_c_wipes_the_bar_and_ends_all_processes(tmp_path: Path) -> None:
    _written(tmp_path / "many", 500)
    with on_terminal(
        "check", "many", "--no-cache", "--output", "report.txt", cwd=tmp_path, CI="", TEST_OF=str(tmp_path)
    ) as terminal:
        terminal.wait_for("Checking")
        terminal.interrupt()
        code, seen = terminal.end()
    assert code == 130
    assert "Traceback" not in seen
    screen = Screen()
    screen.write(terminal.written)
    assert "Checking" not in "".join(screen.lines)
    assert not list(_processes_with(f"TEST_OF={tmp_path}"))


def _processes_with(variable: str) -> Iterator[Path]:
    """The processes that have a variable in their environment, where the system shows it."""
    for process in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            if variable.encode() in (process / "environ").read_bytes().split(b"\0"):
                yield process
