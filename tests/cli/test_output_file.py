"""`--output FILE`: written as a whole or not at all, and never over what was read."""

from __future__ import annotations

import json
import os
import stat
import sys
from pathlib import Path

import pytest

from bulletcoach.cli.options import Format
from cli.commandline import Ended, Run

pytestmark = pytest.mark.usefixtures("one_engine")

DUTY = "- Responsible for the returns desk\n"
posix = pytest.mark.skipif(os.name == "nt", reason="devices, links and permissions of POSIX")


@pytest.fixture
def resume(tmp_path: Path) -> Path:
    path = tmp_path / "resume.txt"
    path.write_text(DUTY, encoding="utf-8")
    return path


@pytest.mark.parametrize("format", Format)
def test_the_file_holds_what_would_have_been_printed(
    run: Run, resume: Path, monkeypatch: pytest.MonkeyPatch, format: str
) -> None:
    printed = run("check", resume.name, "--format", format)
    monkeypatch.setenv("FORCE_COLOR", "1")
    ended = run("check", resume.name, "--format", format, "-o", "report.html")
    said = "bulletcoach: note: report.html: written\n"
    assert (printed.code, ended) == (1, Ended(1, "", printed.err + said))
    assert resume.with_name("report.html").read_bytes().decode() == printed.out


def test_errors_are_said_and_in_it(run: Run, resume: Path) -> None:
    ended = run("check", resume.name, "gone.txt", "--format", "json", "-o", "report.json")
    assert ended.err.splitlines() == [
        "bulletcoach: error: gone.txt: no such file or folder",
        "bulletcoach: note: report.json: written",
    ]
    assert (ended.code, ended.out) == (2, "")
    assert len(json.loads(resume.with_name("report.json").read_bytes())["files"]) == 2


def test_a_dash_is_standard_output(run: Run, resume: Path) -> None:
    assert run("check", resume.name, "-o", "-") == run("check", resume.name)
    assert not resume.with_name("-").exists()


def test_notes_are_still_said(run: Run, resume: Path) -> None:
    ended = run("check", "-", "-o", "report.txt", stdin="")
    said = "bulletcoach: note: <stdin>: the file is empty\nbulletcoach: note: report.txt: written\n"
    assert (ended.code, ended.out, ended.err) == (0, "", said)
    assert resume.with_name("report.txt").read_bytes() == b""


@pytest.mark.parametrize(
    ("output", "said"),
    [
        ("reports/today.txt", "--output reports/today.txt: there is no folder “reports”; make it first"),
        ("resume.txt/report", "--output resume.txt/report: there is no folder “resume.txt”; make it first"),
        ("folder", "--output folder: this is a folder; name a file in it"),
        ("resume.txt", "--output resume.txt: the report would overwrite a file that it is about"),
        ("./folder/../resume.txt", "the report would overwrite a file that it is about"),
        ("bulletcoach.toml", "--output bulletcoach.toml: the report would overwrite a file that it is about"),
        ("cv.pdf", "--output cv.pdf: the report would overwrite a file that it is about"),
    ],
)
def test_what_is_refused(run: Run, resume: Path, output: str, said: str) -> None:
    files = {"bulletcoach.toml": b"level = 'info'\n", "cv.pdf": b"%PDF-1.4 \x00\x01", "resume.txt": DUTY.encode()}
    resume.with_name("folder").mkdir()
    for name, data in files.items():
        resume.with_name(name).write_bytes(data)
    before = sorted(resume.parent.rglob("*"))
    ended = run("check", "cv.pdf", "resume.txt", "-o", output)
    assert (ended.code, ended.out) == (2, "")
    assert said in ended.err.replace("\\", "/").splitlines()[-1]
    assert sorted(resume.parent.rglob("*")) == before
    assert all(resume.with_name(name).read_bytes() == data for name, data in files.items())


def test_an_included_file_is_not_overwritten(run: Run, resume: Path) -> None:
    part = resume.with_name("jobs.tex")
    part.write_text("\\item Responsible for the returns desk\n", encoding="utf-8")
    main = resume.with_name("main.tex")
    main.write_text("\\documentclass{article}\\begin{document}\\input{jobs}\\end{document}\n", encoding="utf-8")
    ended = run("check", "main.tex", "-o", "jobs.tex")
    assert (ended.code, "would overwrite" in ended.err) == (2, True)
    assert part.read_text(encoding="utf-8").startswith("\\item")


@posix
def test_a_link_to_the_resume_is_the_resume(run: Run, resume: Path) -> None:
    resume.with_name("latest").symlink_to(resume.name)
    ended = run("check", resume.name, "-o", "latest")
    assert (ended.code, "would overwrite" in ended.err) == (2, True)
    assert resume.read_text(encoding="utf-8") == DUTY


@posix
def test_a_link_is_written_through(run: Run, resume: Path) -> None:
    target, link = resume.with_name("old.txt"), resume.with_name("latest.txt")
    target.write_text("old", encoding="utf-8")
    link.symlink_to(target.name)
    run("check", resume.name, "-o", link.name)
    assert link.is_symlink()
    assert "BC101" in target.read_text(encoding="utf-8")


@posix
def test_a_device_is_not_replaced(run: Run, resume: Path) -> None:
    assert run("check", resume.name, "-o", "/dev/null").code == 1
    assert stat.S_ISCHR(Path("/dev/null").stat().st_mode)


@posix
def test_a_new_report_can_be_read_by_whoever_reads_new_files(run: Run, resume: Path) -> None:
    before = os.umask(0o022)
    try:
        run("check", resume.name, "-o", "report.txt")
    finally:
        os.umask(before)
    assert stat.S_IMODE(resume.with_name("report.txt").stat().st_mode) == 0o644


@pytest.mark.parametrize("is_there", [True, False])
def test_a_failure_leaves_no_half_of_a_file(
    run: Run, resume: Path, monkeypatch: pytest.MonkeyPatch, is_there: bool
) -> None:
    report = resume.with_name("report.json")
    if is_there:
        report.write_text("the old one", encoding="utf-8")

    def full(*_arguments: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    ended = run("check", resume.name, "--format", "json", "-o", "report.json")
    assert (ended.code, ended.out) == (2, "")
    assert ended.err == "bulletcoach: error: report.json: cannot be written: No space left on device\n"
    left = [path for path in resume.parent.iterdir() if path != resume]
    assert [path.read_text(encoding="utf-8") for path in left] == (["the old one"] if is_there else [])


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="the superuser may write anything")
def test_a_read_only_file_stays_as_it_is(run: Run, resume: Path) -> None:
    report = resume.with_name("report.txt")
    report.write_text("old", encoding="utf-8")
    report.chmod(0o444)
    ended = run("check", resume.name, "-o", "report.txt")
    assert (ended.code, report.read_text(encoding="utf-8")) == (2, "old")
    assert "--output report.txt: the file is read-only" in ended.err


def test_bytes_that_are_no_text_do_no_harm(run: Run, resume: Path) -> None:
    run("check", "gone\udcff.txt", "--format", "json", "-o", "report.json")
    assert json.loads(resume.with_name("report.json").read_bytes())["files"][0]["path"] == "gone\\udcff.txt"
