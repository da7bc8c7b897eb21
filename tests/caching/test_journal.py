"""A journal beside the database that is not our own: SQLite would play it back, and delete what it names."""

from __future__ import annotations

import os
import shutil
import sqlite3
import struct
from contextlib import closing
from pathlib import Path

import pytest

from bulletcoach.caching import Store
from bulletcoach.caching.database import journal_of
from bulletcoach.caching.folder import UnusableError

POSIX = pytest.mark.skipif(os.name != "posix", reason="permissions of POSIX")
_MAGIC = bytes.fromhex("d9d505f920a163d7")
_SECTOR = 512
_PAGE = 4096


@pytest.fixture
def filled(store: Store) -> Store:
    store.shelf("k").put(b"key", b"value")
    return store


@pytest.fixture
def precious(tmp_path: Path) -> Path:
    """A file that has nothing to do with the cache."""
    file = tmp_path / "precious.txt"
    file.write_text("mine")
    return file


def journal_that_names(file: Path, database: Path) -> bytes:
    """A journal without a page in it, of a change of several databases: https://www.sqlite.org/fileformat2.html."""
    pages = database.stat().st_size // _PAGE
    head = (_MAGIC + struct.pack(">5I", 0, 0, pages, _SECTOR, _PAGE)).ljust(_SECTOR, b"\0")
    name = os.fsencode(file)
    checksum = sum(byte if byte < 128 else byte - 256 for byte in name) & 0xFFFFFFFF
    lock_page = 0x40000000 // _PAGE + 1
    return head + struct.pack(">I", lock_page) + name + struct.pack(">2I", len(name), checksum) + _MAGIC


def test_such_a_journal_makes_sqlite_delete_a_file(filled: Store, precious: Path, tmp_path: Path) -> None:
    """Else the tests below would prove nothing."""
    copy = Path(shutil.copy(filled.file, tmp_path / "copy.sqlite3"))
    journal_of(copy).write_bytes(journal_that_names(precious, copy))
    with closing(sqlite3.connect(copy)) as connection:
        connection.execute("SELECT * FROM entry").fetchall()
    assert not precious.exists()


@pytest.mark.parametrize("first", ["read", "write", "count"])
def test_a_file_that_a_journal_names_stays(filled: Store, precious: Path, first: str) -> None:
    journal = journal_of(filled.file)
    journal.write_bytes(journal_that_names(precious, filled.file))
    if first == "read":
        assert filled.shelf("k").get(b"key") is None
    elif first == "count":
        with pytest.raises(UnusableError, match="is damaged; the next check makes a new one"):
            filled.contents()
    filled.shelf("k").put(b"other", b"value")
    assert filled.shelf("k").get_many([b"key", b"other"]) == {b"other": b"value"}
    assert precious.read_text() == "mine"
    assert not journal.exists()


@POSIX
def test_a_journal_that_others_may_write_is_not_trusted(filled: Store) -> None:
    journal_of(filled.file).write_bytes(b"")
    journal_of(filled.file).chmod(0o666)
    assert filled.shelf("k").get(b"key") is None
    with pytest.raises(UnusableError, match=r"others may write to .*-journal"):
        filled.contents()


@POSIX
def test_a_link_in_the_place_of_the_journal_is_not_followed(filled: Store, precious: Path) -> None:
    journal_of(filled.file).symlink_to(precious)
    filled.shelf("k").put(b"other", b"value")
    assert filled.shelf("k").get(b"key") is None
    with pytest.raises(UnusableError, match="-journal is a link, not a file"):
        filled.contents()
    assert precious.read_text() == "mine"


@pytest.mark.parametrize("content", [b"", b"1234567", _MAGIC + bytes(600)])
def test_a_journal_that_was_cut_short_does_no_harm(filled: Store, content: bytes) -> None:
    journal_of(filled.file).write_bytes(content)
    assert filled.shelf("k").get(b"key") == b"value"
    filled.shelf("k").put(b"other", b"value")
    assert filled.shelf("k").get_many([b"key", b"other"]) == {b"key": b"value", b"other": b"value"}
