"""Written all at once or not at all: links, modes, backups, and everything that can stand in the way."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest
from msgspec.structs import replace

from bulletcoach.editing import write
from bulletcoach.errors import EditError
from bulletcoach.model.document import Source

AS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0
on_posix = pytest.mark.skipif(os.name != "posix", reason="modes and links as POSIX has them")


def changed(before: Source, text: str = "- Took 60 calls") -> Source:
    new = before.text.replace("- Took calls", text)
    return replace(before, text=new, data=new.encode())


def files_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def check_untouched(resume: Path, before: Source, *others: str) -> None:
    assert resume.read_bytes() == before.data
    assert files_in(resume.parent) == sorted([resume.name, *others])


def test_written_with_a_backup(resume: Path, before: Source) -> None:
    after = changed(before)
    kept = write(before, after, backup=True)

    assert kept == resume.with_name("resume.txt.bak")
    assert kept.read_bytes() == before.data
    assert resume.read_bytes() == after.data
    assert files_in(resume.parent) == ["resume.txt", "resume.txt.bak"]


def test_written_without_a_backup(resume: Path, before: Source) -> None:
    assert write(before, changed(before), backup=False) is None
    assert files_in(resume.parent) == ["resume.txt"]


def test_backups_are_numbered_and_equal_ones_used_again(resume: Path, before: Source) -> None:
    second = changed(before, "- Took 60 calls")
    third = changed(before, "- Took 70 calls")
    assert write(before, second, backup=True) == resume.with_name("resume.txt.bak")
    assert write(second, third, backup=True) == resume.with_name("resume.txt.bak2")
    assert write(third, second, backup=True) == resume.with_name("resume.txt.bak3")
    assert write(second, before, backup=True) == resume.with_name("resume.txt.bak2")
    (resume.parent / "resume.txt.bak4").mkdir()
    (resume.parent / "resume.txt.bak").unlink()
    assert write(before, third, backup=True) == resume.with_name("resume.txt.bak")


def test_nothing_to_write(resume: Path, before: Source) -> None:
    os.utime(resume, (1, 1))
    assert write(before, before, backup=True) is None
    assert resume.stat().st_mtime == 1
    check_untouched(resume, before)


@on_posix
@pytest.mark.parametrize("mode", [0o600, 0o644, 0o664, 0o755])
def test_the_mode_stays(resume: Path, before: Source, mode: int) -> None:
    resume.chmod(mode)
    kept = write(before, changed(before), backup=True)
    assert kept is not None
    assert stat.S_IMODE(resume.stat().st_mode) == stat.S_IMODE(kept.stat().st_mode) == mode


@on_posix
@pytest.mark.skipif(not AS_ROOT, reason="only root gives files away")
def test_the_owner_stays(resume: Path, before: Source) -> None:
    os.chown(resume, 1234, 1235)
    write(before, changed(before), backup=False)
    assert (resume.stat().st_uid, resume.stat().st_gid) == (1234, 1235)


@on_posix
def test_a_link_stays_a_link(resume: Path, before: Source) -> None:
    links = resume.parent / "links"
    links.mkdir()
    link = links / "cv.txt"
    link.symlink_to(Path("..") / "resume.txt")
    kept = write(replace(before, path=str(link)), changed(before), backup=True)

    assert link.is_symlink()
    assert link.read_bytes() == resume.read_bytes() == changed(before).data
    assert kept == resume.resolve().with_name("resume.txt.bak")
    assert files_in(links) == ["cv.txt"]


def test_changed_meanwhile(resume: Path, before: Source) -> None:
    resume.write_bytes(before.data + b"\r\n- Sold pens")
    with pytest.raises(EditError, match=r"has changed since it was read; nothing was written$"):
        write(before, changed(before), backup=True)
    assert resume.read_bytes().endswith(b"pens")
    assert files_in(resume.parent) == ["resume.txt"]


def test_changed_at_the_last_moment(resume: Path, before: Source, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another program saves while the new file and the backup are being made."""
    real = os.fsync

    def save(descriptor: int) -> None:
        real(descriptor)
        resume.write_bytes(b"- Sold pens")

    monkeypatch.setattr(os, "fsync", save)
    with pytest.raises(EditError, match="has changed since"):
        write(before, changed(before), backup=True)
    assert resume.read_bytes() == b"- Sold pens"
    assert files_in(resume.parent) == ["resume.txt"]


def test_no_file(tmp_path: Path, before: Source) -> None:
    for path in ("<stdin>", "-", str(tmp_path / "gone.txt")):
        with pytest.raises(EditError, match="no such file to write to"):
            write(replace(before, path=path), changed(before), backup=True)
    with pytest.raises(EditError, match="no file that could be written to"):
        write(replace(before, path=str(tmp_path)), changed(before), backup=True)


@on_posix
def test_a_device_is_no_file(before: Source) -> None:
    with pytest.raises(EditError, match="no file that could be written to"):
        write(replace(before, path=os.devnull), changed(before), backup=True)


def test_read_only_file(resume: Path, before: Source) -> None:
    resume.chmod(0o444)
    with pytest.raises(EditError, match=r"cannot be written: the file is read-only$"):
        write(before, changed(before), backup=True)
    check_untouched(resume, before)


@on_posix
@pytest.mark.skipif(AS_ROOT, reason="root may write anywhere")
def test_read_only_folder(resume: Path, before: Source) -> None:
    resume.parent.chmod(0o555)
    try:
        with pytest.raises(EditError, match="cannot be written: Permission denied"):
            write(before, changed(before), backup=True)
        check_untouched(resume, before)
    finally:
        resume.parent.chmod(0o755)


@pytest.mark.parametrize("call", ["replace", "fsync", "open"])
@pytest.mark.parametrize("fault", [OSError(28, "No space left on device"), KeyboardInterrupt()])
def test_a_failure_leaves_nothing_behind(
    resume: Path, before: Source, monkeypatch: pytest.MonkeyPatch, call: str, fault: BaseException
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise fault

    monkeypatch.setattr(os, call, fail)
    with pytest.raises((EditError, KeyboardInterrupt)) as caught:
        write(before, changed(before), backup=True)
    monkeypatch.undo()
    if isinstance(fault, OSError):
        assert str(caught.value) == f"{resume}: cannot be written: No space left on device"
    check_untouched(resume, before)
