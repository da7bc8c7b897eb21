"""Where the cache is, and whether that place can be trusted."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

import platformdirs
import pytest

from bulletcoach.caching import Store, open_cache
from bulletcoach.caching import folder as folder_module
from bulletcoach.caching import store as store_module
from bulletcoach.caching.folder import UnusableError, cache_place, is_marked, is_switched_off

POSIX = pytest.mark.skipif(os.name != "posix", reason="permissions of POSIX")


def keep(store: Store) -> bool:
    """Whether something can be kept, and is found again."""
    store.shelf("k").put(b"key", b"value")
    return store.shelf("k").get(b"key") == b"value"


def mode(path: Path) -> int:
    return stat.S_IMODE(path.lstat().st_mode)


def test_the_option_comes_before_the_environment_and_that_before_the_system(tmp_path: Path) -> None:
    environment = {"BULLETCOACH_CACHE_DIR": str(tmp_path / "variable")}
    assert cache_place(tmp_path / "option", environment).folder == tmp_path / "option"
    assert cache_place(None, environment).folder == tmp_path / "variable"
    assert cache_place(None, {"HOME": str(tmp_path)}).folder.name in ("bulletcoach", "Cache")


def test_a_relative_folder_is_where_we_are_now(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert cache_place(Path("here"), {}).folder == tmp_path / "here"
    assert cache_place(None, {"BULLETCOACH_CACHE_DIR": "here"}).folder == tmp_path / "here"


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere platformdirs is asked")
@pytest.mark.parametrize(
    "environment",
    [
        {"HOME": "/home/jo"},
        {"HOME": "/home/jo", "XDG_CACHE_HOME": "/var/tmp/jo"},
        {"HOME": "/home/jo", "XDG_CACHE_HOME": "relative"},
        {"HOME": "/home/jo", "XDG_CACHE_HOME": ""},
        {"HOME": "/"},
        {"HOME": "relative"},
        {"HOME": ""},
        {"XDG_CACHE_HOME": "/var/tmp/jo"},
        {},
        {"HOME": "/home/jo", "ANDROID_ROOT": "/system", "ANDROID_DATA": "/data"},
    ],
    ids=str,
)
def test_on_linux_it_is_where_platformdirs_says(monkeypatch: pytest.MonkeyPatch, environment: dict[str, str]) -> None:
    for name in ("HOME", "XDG_CACHE_HOME", "ANDROID_ROOT", "ANDROID_DATA"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    expected: Path | None
    try:
        expected = platformdirs.user_cache_path("bulletcoach", appauthor=False)
    except RuntimeError:
        expected = None
    found: Path | None
    try:
        found = cache_place(None, environment).folder
    except UnusableError:
        found = None
    assert found == expected


def test_nobody_has_a_home(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*_: object, **__: object) -> Path:
        raise RuntimeError("could not determine the home directory")

    for name in ("HOME", "XDG_CACHE_HOME", "BULLETCOACH_CACHE_DIR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(platformdirs, "user_cache_path", unknown)
    assert open_cache() is None
    monkeypatch.setattr(platformdirs, "user_cache_path", lambda *_, **__: Path("~/.cache/bulletcoach"))
    assert open_cache() is None


@pytest.mark.parametrize(
    ("environment", "off"),
    [
        ({}, False),
        ({"BULLETCOACH_NO_CACHE": "1"}, True),
        ({"BULLETCOACH_NO_CACHE": "true"}, True),
        ({"BULLETCOACH_NO_CACHE": "0"}, False),
        ({"BULLETCOACH_NO_CACHE": ""}, False),
    ],
)
def test_it_can_be_switched_off(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, environment: Mapping[str, str], off: bool
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert is_switched_off(environment) is off
    assert (open_cache(tmp_path) is None) is off
    assert open_cache(tmp_path, wanted=False) is None


def test_nothing_is_made_before_something_is_kept(tmp_path: Path) -> None:
    store = open_cache(tmp_path / "a" / "b")
    assert store is not None
    assert store.shelf("k").get(b"key") is None
    assert not (tmp_path / "a").exists()
    assert keep(store)


def test_a_new_folder_is_marked_as_a_cache(store: Store) -> None:
    assert keep(store)
    tag = (store.folder / "CACHEDIR.TAG").read_bytes()
    assert tag.startswith(b"Signature: 8a477f597d28d172789f06886806bc55\n")
    assert (store.folder / ".gitignore").read_text() == "*\n"
    assert sorted(path.name for path in store.folder.iterdir()) == [".gitignore", "CACHEDIR.TAG", store.file.name]
    assert is_marked(store.folder)


def test_a_folder_with_other_things_stays_in_backups_and_repositories(store: Store) -> None:
    store.folder.mkdir(mode=0o700)
    (store.folder / "resume.txt").write_text("mine")
    assert keep(store)
    assert sorted(path.name for path in store.folder.iterdir()) == [store.file.name, "resume.txt"]


@POSIX
def test_it_is_for_its_owner_alone(store: Store) -> None:
    old = os.umask(0)
    try:
        assert keep(store)
    finally:
        os.umask(old)
    assert mode(store.folder) == 0o700
    assert {mode(path) for path in store.folder.iterdir()} == {0o600}


@POSIX
@pytest.mark.parametrize("bits", [0o770, 0o707, 0o720, 0o702, 0o777])
def test_a_folder_that_others_may_write_is_not_trusted(store: Store, bits: int) -> None:
    assert keep(store)
    store.folder.chmod(bits)
    before = store.file.read_bytes()
    assert store.shelf("k").get(b"key") is None
    store.shelf("k").put(b"other", b"value")
    assert store.file.read_bytes() == before
    with pytest.raises(UnusableError, match=r"others may write to .*cache; “chmod go-w” on it mends that"):
        store.contents()
    store.folder.chmod(0o755)  # they may look, but not write
    assert store.shelf("k").get(b"key") == b"value"


@POSIX
def test_a_file_that_others_may_write_is_not_trusted(store: Store) -> None:
    assert keep(store)
    store.file.chmod(0o666)
    assert not keep(store)


@POSIX
@pytest.mark.parametrize("name", ["folder", "file"])
def test_what_belongs_to_another_user_is_not_trusted(store: Store, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    assert keep(store)
    if name == "folder":
        monkeypatch.setattr(os, "geteuid", lambda: os.getuid() + 1)
    elif os.getuid() == 0:
        os.chown(store.file, 12345, -1)
    else:
        pytest.skip("only root can give a file away")
    assert not keep(store)
    with pytest.raises(UnusableError, match="belongs to another user"):
        store.contents()


@POSIX
def test_a_link_in_the_place_of_the_file_is_not_followed(store: Store, tmp_path: Path) -> None:
    theirs = Store(tmp_path / "theirs")
    assert keep(theirs)
    before = theirs.file.read_bytes()
    store.folder.mkdir(mode=0o700)
    store.file.symlink_to(theirs.file)
    assert not keep(store)
    assert theirs.file.read_bytes() == before
    store.file.unlink()
    store.file.symlink_to(tmp_path / "nowhere")
    assert not keep(store)
    assert not (tmp_path / "nowhere").exists()


@POSIX
def test_a_pipe_in_the_place_of_the_file_is_not_waited_at(store: Store) -> None:
    store.folder.mkdir(mode=0o700)
    os.mkfifo(store.file, 0o600)
    assert not keep(store)
    with pytest.raises(UnusableError, match="is a pipe or device, not a file"):
        store.contents()


@POSIX
def test_a_pipe_in_the_place_of_the_tag_is_not_waited_at(store: Store) -> None:
    store.folder.mkdir(mode=0o700)
    os.mkfifo(store.folder / "CACHEDIR.TAG")
    program = (
        "import sys; from pathlib import Path; from bulletcoach.caching.folder import is_marked\n"
        "print(is_marked(Path(sys.argv[1])))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, store.folder], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout == "False\n"


@pytest.mark.parametrize("change", [lambda text: text[:-1], lambda text: text + b"\n", lambda _: b""])
def test_a_tag_that_is_not_ours(store: Store, change: Callable[[bytes], bytes]) -> None:
    assert keep(store)
    tag = store.folder / "CACHEDIR.TAG"
    assert is_marked(store.folder)
    tag.write_bytes(change(tag.read_bytes()))
    assert not is_marked(store.folder)


@pytest.mark.parametrize("name", ["what? #1 50%41 ä&mode=ro", "file:it", "a\\b", "\udcff", "?", "#", "%00"])
def test_a_name_with_characters_that_mean_something_elsewhere(tmp_path: Path, name: str) -> None:
    store = Store(tmp_path / name)
    try:
        store.folder.mkdir(mode=0o700)
    except (OSError, ValueError):
        pytest.skip("no such names here")
    assert keep(store)
    assert [path.name for path in tmp_path.iterdir()] == [name]
    assert store.file.stat().st_size > 0


def test_a_relative_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert keep(Store(Path("here")))
    assert (tmp_path / "here" / Store(Path("here")).file.name).is_file()


@POSIX
@pytest.mark.parametrize("first", ["read", "write", "count"])
def test_a_file_that_vanishes_is_not_made_by_sqlite(store: Store, monkeypatch: pytest.MonkeyPatch, first: str) -> None:
    """What SQLite makes, others may read. Another process may have cleared the cache since the file was looked at."""
    assert keep(store)

    def vanishing(file: Path) -> bool:
        monkeypatch.setattr(store_module, "check_file", folder_module.check_file)
        file.unlink()
        return True

    monkeypatch.setattr(store_module, "check_file", vanishing)
    if first == "write":
        assert keep(store)
        assert mode(store.file) == 0o600
    else:
        found = store.shelf("k").get(b"key") if first == "read" else store.contents()
        assert not found
        assert not store.file.exists()


@POSIX
def test_the_folder_itself_may_be_reached_by_a_link(store: Store, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir(mode=0o700)
    store.folder.symlink_to(tmp_path / "elsewhere")
    assert keep(store)


# Root may write everywhere, so it becomes nobody, in a folder that nobody can reach.
_READ_ONLY = """
import os, sqlite3, sys
from pathlib import Path
from bulletcoach.caching import Store, store

folder = Path(sys.argv[1])
if os.geteuid() == 0:
    os.chown(folder, 65534, 65534)
    os.seteuid(65534)
shelf = Store(folder).shelf("k")
shelf.put(b"key", b"value")
(folder / "bulletcoach-cache.sqlite3").chmod(int(sys.argv[2], 8))
folder.chmod(int(sys.argv[3], 8))
today = store._today()
store._today = lambda: today + 1
print(shelf.get(b"key"))
shelf.put(b"other", b"value")
folder.chmod(0o700)
print(shelf.get(b"other"))
"""


@POSIX
@pytest.mark.parametrize(
    ("file", "folder", "found"),
    [(0o600, 0o500, b"value"), (0o400, 0o700, b"value"), (0o400, 0o500, b"value"), (0o000, 0o700, None)],
)
def test_what_cannot_be_written_still_gives_what_it_has(file: int, folder: int, found: bytes | None) -> None:
    with tempfile.TemporaryDirectory() as above:
        Path(above).chmod(0o755)
        cache = Path(above, "cache")
        cache.mkdir(mode=0o700)
        done = subprocess.run(
            [sys.executable, "-c", _READ_ONLY, cache, f"{file:o}", f"{folder:o}"], capture_output=True, text=True
        )
    assert (done.stdout, done.stderr) == (f"{found!r}\nNone\n", "")


@pytest.mark.parametrize("above", [False, True], ids=["the folder", "what is above it"])
def test_a_file_in_the_place_of_the_folder(store: Store, above: bool) -> None:
    store.folder.write_text("a file")
    blocked = Store(store.folder / "below") if above else store
    assert not keep(blocked)
    assert store.folder.read_text() == "a file"
