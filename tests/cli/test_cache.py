"""`bulletcoach cache`: what it says of the cache, and what it deletes; what `doctor` says of it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from bulletcoach.caching import Store, open_cache
from cli.commandline import Run, environment

pytestmark = pytest.mark.usefixtures("with_cache")
POSIX = pytest.mark.skipif(os.name != "posix", reason="permissions of POSIX")
SWITCHED_OFF = "BULLETCOACH_NO_CACHE is set"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that the environment names; there is nothing in it, nor is it there."""
    monkeypatch.setenv("BULLETCOACH_CACHE_DIR", str(tmp_path / "cache"))
    return tmp_path / "cache"


def fill(folder: Path) -> Store:
    store = Store(folder)
    store.shelf("facts", b"1").put_many({b"%d" % number: b"12345" for number in range(10)})
    store.shelf("lexicons").put(b"key", bytes(100_000))
    return store


def test_what_there_is_to_say_of_a_cache(run: Run, folder: Path) -> None:
    size = fill(folder).file.stat().st_size
    ended = run("cache", "info")
    assert (ended.code, ended.err) == (0, "")
    assert ended.out == (
        f"folder: {folder} (named by BULLETCOACH_CACHE_DIR)\n"
        "used: yes\n"
        f"size: {size / 1000:.1f} kB of at most 64.0 MB\n"
        "bullets: 10\n"
        "compiled lexicons: 1\n"
    )


def test_the_same_as_json(run: Run, folder: Path) -> None:
    size = fill(folder).file.stat().st_size
    ended = run("cache", "info", "--format", "json")
    assert (ended.code, ended.err) == (0, "")
    assert json.loads(ended.out) == {
        "version": 1,
        "folder": str(folder),
        "named_by": "BULLETCOACH_CACHE_DIR",
        "used": True,
        "reason": None,
        "writable": True,
        "size": size,
        "limit": 64_000_000,
        "kinds": {"facts": {"entries": 10, "size": 60}, "lexicons": {"entries": 1, "size": 100_003}},
    }


def test_a_cache_that_is_not_there_yet(run: Run, folder: Path) -> None:
    assert run("cache", "info").out == (
        f"folder: {folder} (named by BULLETCOACH_CACHE_DIR)\nused: yes\nsize: 0 bytes of at most 64.0 MB\n"
    )
    assert not folder.exists()


def test_the_option_names_another_folder(run: Run, tmp_path: Path) -> None:
    fill(tmp_path / "another one")
    ended = run("cache", "info", "--cache-dir", "another one")
    assert ended.out.startswith(f"folder: {tmp_path / 'another one'} (named by --cache-dir)\nused: yes\n")
    assert "\nbullets: 10\n" in ended.out


def switch_off(_: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BULLETCOACH_NO_CACHE", "1")


def damage(folder: Path, _: pytest.MonkeyPatch) -> None:
    (folder / "bulletcoach-cache.sqlite3").write_text("damaged")


def make_foreign(folder: Path, _: pytest.MonkeyPatch) -> None:
    (folder / "CACHEDIR.TAG").unlink()
    damage(folder, _)


def open_to_others(folder: Path, _: pytest.MonkeyPatch) -> None:
    folder.chmod(0o777)


STATES: list[Any] = [
    pytest.param(switch_off, SWITCHED_OFF, id="switched off"),
    pytest.param(damage, "bulletcoach-cache.sqlite3 is damaged; the next check makes a new one", id="damaged"),
    pytest.param(make_foreign, "bulletcoach-cache.sqlite3 is damaged; it may be deleted", id="not ours"),
    pytest.param(open_to_others, "others may write to ", id="not private", marks=POSIX),
]


@pytest.mark.parametrize(("change", "reason"), STATES)
def test_why_it_is_not_used(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch, change: Callable[..., None], reason: str
) -> None:
    fill(folder)
    change(folder, monkeypatch)
    ended = run("cache", "info")
    assert (ended.code, ended.err) == (0, "")
    (used,) = [line for line in ended.out.splitlines() if line.startswith("used: ")]
    assert used.startswith("used: no: ")
    assert reason in used
    report = json.loads(run("cache", "info", "--format", "json").out)
    assert (report["used"], used) == (False, f"used: no: {report['reason']}")


@pytest.mark.parametrize(("change", "reason"), STATES)
def test_the_doctor_says_it_too(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch, change: Callable[..., None], reason: str
) -> None:
    fill(folder)
    change(folder, monkeypatch)
    piece = of_doctor(run)
    assert piece["found"].startswith("not used: ")
    assert reason in piece["found"]
    assert piece["status"] == ("ok" if reason == SWITCHED_OFF else "warn")
    assert bool(piece["advice"]) == (piece["status"] == "warn")


def of_doctor(run: Run) -> dict[str, str]:
    """What the doctor says of the cache."""
    from bulletcoach.cli import checkup

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(checkup, "_PIECES", {"cache": checkup._PIECES["cache"]})
        ended = run("doctor", "--format", "json")
    (piece,) = json.loads(ended.out)["checks"]
    assert (ended.code, ended.err, piece["name"]) == (0, "", "cache")
    return dict(piece)


def test_the_doctor_on_a_cache_that_is_well(run: Run, folder: Path) -> None:
    assert of_doctor(run)["found"] == f"{folder}, 0 bytes"
    store = fill(folder)
    piece = of_doctor(run)
    assert (piece["status"], piece["found"]) == ("ok", f"{folder}, {store.size() / 1000:.1f} kB")


def test_a_folder_that_cannot_be_written(run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fill(folder)
    monkeypatch.setattr(os, "access", lambda *_: False)
    out = run("cache", "info").out
    assert "\nused: yes, but nothing new can be kept: the folder cannot be written\n" in out
    assert json.loads(run("cache", "info", "--format", "json").out)["writable"] is False
    piece = of_doctor(run)
    assert piece["status"] == "warn"
    assert piece["found"] == f"nothing new can be kept: {folder} cannot be written"


def test_the_doctor_finds_out_that_versions_are_not_known(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    from bulletcoach.analysis import ingredients

    monkeypatch.setitem(ingredients._PACKAGES, "numpy", "not_there.py")
    piece = of_doctor(run)
    assert piece["status"] == "warn"
    assert "no bullet can be kept" in piece["found"]
    assert piece["found"].endswith("not_there.py")


def test_clearing(run: Run, folder: Path) -> None:
    file = fill(folder).file
    ended = run("cache", "clear")
    assert (ended.code, ended.err) == (0, "")
    removed = [file, folder / ".gitignore", folder / "CACHEDIR.TAG", folder]
    assert ended.out == "".join(f"removed {path}\n" for path in removed)
    assert not folder.exists()
    again = run("cache", "clear")
    assert (again.code, again.err) == (0, "")
    assert again.out == f"nothing to remove: there is no cache of bulletcoach in {folder}\n"


def test_clearing_takes_along_what_was_in_the_midst_of_being_written(run: Run, folder: Path) -> None:
    file = fill(folder).file
    journal = file.with_name(f"{file.name}-journal")
    journal.write_bytes(b"Led a team")
    assert run("cache", "clear").out.startswith(f"removed {journal}\nremoved {file}\n")
    assert not folder.exists()


def test_clearing_leaves_what_others_have_put_there(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    folder.mkdir(mode=0o700)
    (folder / "resume.txt").write_text("mine")
    (folder / ".gitignore").write_text("*\n")
    (folder / "below").mkdir()
    fill(folder)
    ended = run("cache", "clear", "--cache-dir", folder)
    assert ended.code == 0
    assert sorted(path.name for path in folder.iterdir()) == [".gitignore", "below", "resume.txt"]


def test_clearing_leaves_what_others_have_put_into_our_folder(run: Run, folder: Path) -> None:
    fill(folder)
    (folder / "resume.txt").write_text("mine")
    (folder / ".gitignore").write_text("*\n!resume.txt\n")
    ended = run("cache", "clear")
    assert ended.code == 0
    assert sorted(path.name for path in folder.iterdir()) == [".gitignore", "resume.txt"]


@pytest.mark.parametrize("content", [b"SQLite format 3\0" + bytes(5_000), b"something else"], ids=["SQLite", "text"])
def test_clearing_leaves_a_file_that_is_not_ours(run: Run, tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "bulletcoach-cache.sqlite3"
    file.write_bytes(content)
    ended = run("cache", "clear", "--cache-dir", tmp_path)
    assert (ended.code, ended.err) == (0, "")
    assert ended.out == f"nothing to remove: there is no cache of bulletcoach in {tmp_path}\n"
    assert file.read_bytes() == content


def test_clearing_leaves_what_a_link_leads_to(run: Run, tmp_path: Path) -> None:
    theirs = fill(tmp_path / "theirs").file
    (tmp_path / "ours").mkdir()
    try:
        (tmp_path / "ours" / theirs.name).symlink_to(theirs)
    except OSError:
        pytest.skip("links cannot be made here")
    assert run("cache", "clear", "--cache-dir", tmp_path / "ours").out.startswith("nothing to remove")
    assert theirs.exists()
    assert (tmp_path / "ours" / theirs.name).is_symlink()


def test_clearing_a_damaged_cache(run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fill(folder)
    damage(folder, monkeypatch)
    assert run("cache", "clear").code == 0
    assert not folder.exists()


def test_what_cannot_be_removed_is_an_error(run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = fill(folder).file

    def refuse(path: Path, **_: bool) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "unlink", refuse)
    ended = run("cache", "clear")
    assert (ended.code, ended.out) == (2, "")
    assert ended.err == f"bulletcoach: error: {file} cannot be removed: Permission denied\n"


def test_clearing_where_nobody_has_a_home(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    import platformdirs

    for name in ("HOME", "XDG_CACHE_HOME", "BULLETCOACH_CACHE_DIR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(platformdirs, "user_cache_path", lambda *_, **__: Path("~/.cache"))
    ended = run("cache", "clear")
    assert ended.code == 0
    assert ended.out == "nothing to remove: no folder for caches is known, for want of a home\n"
    info = run("cache", "info")
    assert info.out.startswith("folder: none\nused: no: no folder for caches is known, for want of a home\n")
    assert json.loads(run("cache", "info", "--format", "json").out)["folder"] is None


def test_a_name_with_strange_characters(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "\x1b[31m\u202e"
    try:
        fill(folder)
    except OSError:
        pytest.skip("no such names here")
    for command in (["info"], ["clear"]):
        ended = run("cache", *command, "--cache-dir", folder)
        assert ended.code == 0
        assert "\\x1b[31m\\u202e" in ended.out
        assert "\x1b" not in ended.out


def test_tests_have_a_cache_of_their_own(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Also in the processes that they start: nobody's real one is read or changed."""
    store = open_cache()
    assert store is not None
    assert tmp_path_factory.getbasetemp() in store.folder.parents
    program = "from bulletcoach.caching import open_cache; print(open_cache().folder)"
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, env=environment(), check=True
    )
    assert done.stdout.strip() == str(store.folder)


@pytest.mark.parametrize(
    "command", [("check", "cv.md"), ("cache", "info"), ("cache", "clear")], ids=lambda command: " ".join(command)
)
def test_an_empty_name_is_no_folder(run: Run, tmp_path: Path, command: tuple[str, ...]) -> None:
    """It would be that of the folder one is in."""
    (tmp_path / "cv.md").write_text("- Led a team\n", encoding="utf-8")
    ended = run(*command, "--cache-dir", "")
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.splitlines()[-1] == "Error: Invalid value for '--cache-dir': “” names no folder"
    assert [path.name for path in tmp_path.iterdir()] == ["cv.md"]


def test_an_empty_variable_is_none(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BULLETCOACH_CACHE_DIR", "")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "system"))
    assert "(named by the system)" in run("cache", "info").out
