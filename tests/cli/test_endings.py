"""How the program ends when a terminal, a pipe or a user cuts it short: real processes."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from cli.commandline import bulletcoach_run, environment

posix = pytest.mark.skipif(os.name == "nt", reason="needs POSIX signals, pipes and terminals")
COMMAND = [sys.executable, "-m", "bulletcoach"]


@posix
def test_a_broken_pipe_is_quiet(tmp_path: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    (tmp_path / "cv.txt").write_text("- Responsible for the desk\n", encoding="utf-8")
    with os.fdopen(writing, "wb") as out:
        done = subprocess.run(
            [*COMMAND, "check", "cv.txt"], stdout=out, stderr=subprocess.PIPE, cwd=tmp_path, env=environment()
        )
    assert (done.returncode, done.stderr) == (141, b"")


def _heeding_ctrl_c() -> None:
    """Undo what a shell does to jobs in the background: they ignore the signal, and so do all their children."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@posix
def test_ctrl_c_ends_with_130_and_no_traceback() -> None:
    process = subprocess.Popen(
        [*COMMAND, "check", "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        env=environment(), preexec_fn=_heeding_ctrl_c,
    )  # fmt: skip
    time.sleep(3)  # by then it waits for its input
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=30)
    assert (process.returncode, out) == (130, b"")
    assert b"Traceback" not in err


@posix
def test_no_path_on_a_terminal_is_wrong_use() -> None:
    import pty

    terminal, other_end = pty.openpty()
    try:
        done = subprocess.run([*COMMAND, "check"], stdin=other_end, capture_output=True, env=environment(), timeout=60)
    finally:
        os.close(terminal)
        os.close(other_end)
    assert done.returncode == 2
    assert done.stderr.startswith(b"Usage: ")
    assert b"give the path" in done.stderr


@posix
def test_a_full_disk_is_one_line(tmp_path: Path) -> None:
    full = Path("/dev/full")
    if not full.exists():
        pytest.skip("there is no /dev/full here")
    with full.open("wb") as out:
        done = subprocess.run(
            [*COMMAND, "rule", "--all"], stdout=out, stderr=subprocess.PIPE, cwd=tmp_path, env=environment()
        )
    assert done.returncode == 2
    assert done.stderr.splitlines()[0] == b"bulletcoach: error: cannot write the output: No space left on device"
    assert b"Traceback" not in done.stderr


def test_an_encoding_without_the_characters_is_no_obstacle(tmp_path: Path) -> None:
    (tmp_path / "cv.txt").write_text("- Responsible for the 日本 desk – “alone”\n", encoding="utf-8")
    ended = bulletcoach_run("check", "cv.txt", cwd=tmp_path, PYTHONUTF8="0", PYTHONIOENCODING="ascii")
    assert (ended.code, ended.err) == (1, "")
    assert "\\u65e5\\u672c desk" in ended.out


def test_python_m_and_version() -> None:
    from bulletcoach import __version__

    ended = bulletcoach_run("--version")
    assert (ended.code, ended.out) == (0, f"bulletcoach {__version__}\n")


@pytest.mark.parametrize(
    "arguments", [["chek"], ["--levl"], ["rule"], ["rule", "BC101", "--all"], ["lexicon", "lookup"]]
)
def test_wrong_use_is_exit_2_without_a_traceback(arguments: list[str]) -> None:
    ended = bulletcoach_run(*arguments)
    assert (ended.code, ended.out) == (2, "")
    assert "Traceback" not in ended.err


@posix
def test_a_folder_that_is_gone_is_one_line(tmp_path: Path) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    code = (
        f"import os, runpy, sys; os.chdir({str(gone)!r}); os.rmdir({str(gone)!r}); sys.argv = ['x', 'check', '/a.md']; "
    )
    done = subprocess.run(
        [sys.executable, "-c", code + "runpy.run_module('bulletcoach', run_name='__main__')"],
        capture_output=True, text=True, env=environment(),
    )  # fmt: skip
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("bulletcoach: error: the current folder cannot be used (No such file or directory)")
