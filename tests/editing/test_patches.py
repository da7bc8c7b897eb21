"""Patches: whatever the name, the line ends and the encoding, git and patch make the new file of the old one."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from bulletcoach.editing import SourceEdit, apply, patch
from bulletcoach.model.document import Source
from bulletcoach.model.text import Span
from bulletcoach.readers import decode

TEXT = "Café\n\n- I ran the desk\n- Swept floors\n"
NAMES = ["a.txt", "my cv (final).txt", "résumé Zoë.txt", "lebens läufe/ü.txt", "-a.txt"]
ODD_NAMES = ['a"b.txt', "a\tb.txt", "a\\b.txt", "a\x1bb.txt"]


def _changed(data: bytes, name: str) -> tuple[Source, Source]:
    before = decode(data, name)
    start = before.text.index("I ran")
    return before, apply(before, [SourceEdit(Span(start, start + 5), "Ran")])


PROGRAMS = [["git", "apply"], ["patch", "-p1", "--binary", "-i"]]


@pytest.mark.parametrize("program", PROGRAMS, ids=lambda program: str(program[0]))
@pytest.mark.parametrize(
    ("name", "data"),
    [
        *((name, TEXT.encode()) for name in (*NAMES, *ODD_NAMES)),
        ("crlf.txt", TEXT.replace("\n", "\r\n").encode()),
        ("mixed.txt", TEXT.replace("\n", "\r\n", 2).encode()),
        ("cr.txt", TEXT.replace("\n", "\r").encode()),
        ("no-end.txt", TEXT.rstrip("\n").encode()),
        ("crlf-no-end.txt", TEXT.rstrip("\n").replace("\n", "\r\n").encode()),
        ("mark.txt", b"\xef\xbb\xbf" + TEXT.encode()),
        ("cp1252.txt", TEXT.encode("cp1252")),
    ],
)
def test_it_applies(tmp_path: Path, name: str, data: bytes, program: list[str]) -> None:
    if shutil.which(program[0]) is None:
        pytest.skip(f"{program[0]} is not installed")
    try:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(data)
    except OSError:
        pytest.skip("no such file names here")
    before, after = _changed(data, name)
    (tmp_path / "a.diff").write_bytes(patch(before, after))
    subprocess.run([*program, "a.diff"], cwd=tmp_path, check=True, capture_output=True)
    assert (tmp_path / name).read_bytes() == after.data


@pytest.mark.parametrize(
    ("name", "header"),
    [("a.txt", b"--- a/a.txt"), ("a b.txt", b"--- a/a b.txt\t"), ("a\nb.txt", b'--- "a/a\\012b.txt"')],
)
def test_a_name_stays_on_its_line(name: str, header: bytes) -> None:
    assert patch(*_changed(TEXT.encode(), name)).split(b"\n")[0] == header


def test_no_change_is_no_patch() -> None:
    before, _ = _changed(TEXT.encode(), "a.txt")
    assert patch(before, before) == b""


def test_what_no_such_program_reads_is_shown_in_utf_8() -> None:
    before, after = _changed(b"\xff\xfe" + TEXT.encode("utf-16-le"), "a.txt")
    assert "-- I ran the desk\n+- Ran the desk\n" in patch(before, after).decode()
