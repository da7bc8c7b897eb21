"""A cache that is not as it was left: never an error, never another value than the one that was put."""

from __future__ import annotations

import os
import random
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

import pytest

from bulletcoach.caching import Store
from bulletcoach.caching.database import APPLICATION, VERSION, journal_of
from bulletcoach.caching.folder import UnusableError
from bulletcoach.caching.patience import Patience

VALUES = {b"key %d" % number: random.Random(number).randbytes(number * 7) for number in range(200)}


@pytest.fixture
def filled(store: Store) -> Store:
    """A store with VALUES in it."""
    store.shelf("k").put_many(VALUES)
    return store


def found(store: Store) -> int:
    """How many of the values are found, none of them changed."""
    values = store.shelf("k").get_many(VALUES)
    assert values.items() <= VALUES.items()
    return len(values)


def change(store: Store, *statements: str) -> None:
    with closing(sqlite3.connect(store.file, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)


def cut(length: int) -> Callable[[Store], None]:
    return lambda store: os.truncate(store.file, length)


def written(content: bytes) -> Callable[[Store], None]:
    def write(store: Store) -> None:
        store.file.write_bytes(content)

    return write


def overwritten(content: bytes, at: int = 0) -> Callable[[Store], None]:
    def overwrite(store: Store) -> None:
        with store.file.open("r+b") as stream:
            stream.seek(at)
            stream.write(content)

    return overwrite


def old_version(store: Store) -> None:
    change(store, f"PRAGMA user_version = {VERSION - 1}")


DAMAGE: dict[str, Callable[[Store], None]] = {
    "nothing in it": cut(0),
    "one byte": cut(1),
    "half a head": cut(50),
    "no page": cut(100),
    "half a page": cut(2_000),
    "one page": cut(4_096),
    "some pages": cut(20_000),
    "text": written(b"not a database\n" * 500),
    "zeros": written(bytes(50_000)),
    "noise": written(random.Random(1).randbytes(50_000)),
    "another magic": overwritten(b"SQLite format 4"),
    "a page size that is none": overwritten(b"\x0f\xff", 16),
    "noise in the first page": overwritten(random.Random(2).randbytes(3_000), 100),
    "noise everywhere else": overwritten(random.Random(3).randbytes(40_000), 4_096),
    "an old version": old_version,
    "no tables": lambda store: change(store, "DROP TABLE entry", "DROP TABLE shelf"),
    "one table too few": lambda store: change(store, "DROP TABLE shelf"),
    "other columns": lambda store: change(store, "ALTER TABLE entry RENAME COLUMN value TO worth"),
    "a view for a table": lambda store: change(
        store, "ALTER TABLE entry RENAME TO it", "CREATE VIEW entry AS SELECT * FROM it"
    ),
}


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE)
@pytest.mark.parametrize("first", ["read", "write", "count"])
def test_a_damaged_cache_is_replaced(filled: Store, damage: Callable[[Store], None], first: str) -> None:
    damage(filled)
    if first == "read":
        assert found(filled) <= len(VALUES)
    elif first == "count":
        with suppress(UnusableError):
            assert filled.contents().keys() <= {"k"}
    filled.shelf("k").put_many(VALUES)
    found(filled)  # where what is broken was not touched by writing, it is by reading
    filled.shelf("k").put_many(VALUES)
    assert found(filled) == len(VALUES)


@pytest.mark.parametrize("seed", range(40))
def test_wrong_bytes_are_never_taken_for_a_value(filled: Store, seed: int) -> None:
    chance = random.Random(seed)
    content = bytearray(filled.file.read_bytes())
    for _ in range(chance.choice((1, 3, 30, 300))):
        content[chance.randrange(100, len(content))] = chance.randrange(256)
    filled.file.write_bytes(content)
    found(filled)
    filled.shelf("k").put_many(VALUES)
    found(filled)
    Store(filled.folder).shelf("k").put_many(VALUES)
    found(filled)


def test_it_is_said_that_it_is_damaged(filled: Store) -> None:
    filled.file.write_text("not a database")
    with pytest.raises(UnusableError, match=r"cache\.sqlite3 is damaged; the next check makes a new one"):
        filled.contents()


def test_a_value_under_a_wrong_key_is_not_found(filled: Store) -> None:
    change(filled, "UPDATE entry SET key = CAST('key 300' AS BLOB) WHERE key = CAST('key 7' AS BLOB)")
    assert filled.shelf("k").get_many([b"key 7", b"key 300", b"key 8"]) == {b"key 8": VALUES[b"key 8"]}


def test_a_value_on_a_wrong_shelf_is_not_found(filled: Store) -> None:
    change(filled, "UPDATE shelf SET kind = 'l'")
    assert filled.shelf("l").get_many(VALUES) == {}


@pytest.mark.parametrize("value", ["'text'", "17", "NULL", "x'00'"])
def test_a_value_of_another_type_is_not_found(filled: Store, value: str) -> None:
    change(
        filled,
        "CREATE TABLE loose (id INTEGER PRIMARY KEY, shelf, key, used, checksum, value)",
        f"INSERT INTO loose SELECT id, shelf, key, used, checksum, {value} FROM entry",
        "DROP TABLE entry",
        "ALTER TABLE loose RENAME TO entry",
    )
    assert found(filled) == 0


FOREIGN: dict[str, Callable[[Path], None]] = {
    "somebody's database": lambda file: _database(file, "CREATE TABLE resumes (text)"),
    "a program's database": lambda file: _database(file, "PRAGMA application_id = 17", "CREATE TABLE resumes (text)"),
    "a program's version": lambda file: _database(file, "PRAGMA user_version = 17"),
    "a newer bulletcoach's": lambda file: _database(
        file, f"PRAGMA application_id = {APPLICATION}", f"PRAGMA user_version = {VERSION + 1}", "CREATE TABLE t (a)"
    ),
}


def _database(file: Path, *statements: str) -> None:
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)
    file.chmod(0o600)


@pytest.mark.parametrize("make", FOREIGN.values(), ids=FOREIGN)
@pytest.mark.parametrize("is_marked", [False, True], ids=["in another folder", "in our folder"])
def test_a_file_that_is_not_ours_stays_as_it_is(store: Store, make: Callable[[Path], None], is_marked: bool) -> None:
    if is_marked:
        store.shelf("k").put(b"key", b"value")
        store.file.unlink()
    store.folder.mkdir(mode=0o700, exist_ok=True)
    make(store.file)
    before = store.file.read_bytes()
    store.shelf("k").put_many(VALUES)
    assert found(store) == 0
    assert store.file.read_bytes() == before
    with pytest.raises(UnusableError, match=r"is not a cache of bulletcoach|was made by a newer bulletcoach"):
        store.contents()


@pytest.mark.parametrize("content", [b"hello", b"SQLite format 3\0" + bytes(20), bytes(5_000)])
def test_what_is_no_database_is_ours_in_our_folder_only(store: Store, content: bytes) -> None:
    store.folder.mkdir(mode=0o700)
    store.file.write_bytes(content)
    store.file.chmod(0o600)
    store.shelf("k").put_many(VALUES)
    assert found(store) == 0
    assert store.file.read_bytes() == content
    with pytest.raises(UnusableError, match="is damaged; it may be deleted, if it is no use"):
        store.contents()


def test_a_folder_in_the_place_of_the_file(store: Store) -> None:
    store.file.mkdir(mode=0o700, parents=True)
    store.shelf("k").put_many(VALUES)
    assert found(store) == 0
    assert store.file.is_dir()
    with pytest.raises(UnusableError, match="is a folder, not a file"):
        store.contents()


def test_an_empty_file_in_any_folder_is_filled(store: Store) -> None:
    store.folder.mkdir(mode=0o700)
    store.file.touch(0o600)
    assert (found(store), store.contents()) == (0, {})
    store.shelf("k").put_many(VALUES)
    assert found(store) == len(VALUES)


def test_while_another_process_writes_there_is_nothing(filled: Store) -> None:
    hasty = Store(filled.folder, patience=Patience(0.01))
    with closing(sqlite3.connect(filled.file, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        assert found(hasty) == 0
        hasty.shelf("k").put(b"new", b"value")
        with pytest.raises(UnusableError, match="locked"):
            hasty.contents()
    assert found(hasty) == len(VALUES)
    assert hasty.shelf("k").get(b"new") is None


def test_while_another_process_reads_nothing_is_lost(filled: Store) -> None:
    hasty = Store(filled.folder, patience=Patience(0.01))
    with closing(sqlite3.connect(filled.file, isolation_level=None)) as other:
        other.execute("BEGIN")
        other.execute("SELECT * FROM entry").fetchone()
        assert found(hasty) == len(VALUES)
        hasty.shelf("k").put(b"new", b"value")
    assert found(hasty) == len(VALUES)


@pytest.mark.skipif(os.name != "posix", reason="limits of POSIX")
def test_a_full_disk_keeps_nothing_and_loses_nothing(filled: Store) -> None:
    """The limit on the size of files is the nearest thing to a full disk."""
    program = (
        "import resource, sys\nfrom pathlib import Path\nfrom bulletcoach.caching import Store\n"
        "store = Store(Path(sys.argv[1]))\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (store.size() + 8192, store.size() + 8192))\n"
        "store.shelf('k').put_many({b'%d' % n: bytes(3000) for n in range(500)})\n"
        "print(store.shelf('k').get(b'0'), len(store.shelf('k').get_many([b'key 5', b'key 6'])))\n"
    )
    done = subprocess.run([sys.executable, "-c", program, filled.folder], capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr, done.returncode) == ("None 2\n", "", 0)
    assert found(filled) == len(VALUES)


def test_a_python_without_sqlite(filled: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "sqlite3", None)
    filled.shelf("k").put(b"new", b"value")
    assert found(filled) == 0
    with pytest.raises(UnusableError, match="this Python was built without SQLite"):
        filled.contents()


def test_a_journal_that_was_left_behind_does_not_get_into_a_new_file(filled: Store) -> None:
    filled.file.write_text("no database")
    journal_of(filled.file).write_bytes(bytes(2_000))
    filled.shelf("k").put_many(VALUES)
    assert found(filled) == len(VALUES)
    assert not journal_of(filled.file).exists()
