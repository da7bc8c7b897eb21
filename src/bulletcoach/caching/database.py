"""The SQLite file of the cache: opened for one piece of work at a time, and seen through when it is not as we left it.

It has a rollback journal, not a write-ahead log: that one needs memory shared between processes, which network drives
lack, and leave to write even for reading. Nothing is held open between two pieces of work, so a store can be carried
into threads and forked processes, and a file that another process replaced is not written to any more.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from bulletcoach.caching.folder import UnusableError, check_file, is_marked
from bulletcoach.caching.patience import Patience

if TYPE_CHECKING:
    import sqlite3

FILE = "bulletcoach-cache.sqlite3"
APPLICATION = 0x62634361  # “bcCa”, at bytes 68 to 71 of the file
VERSION = 1
_APPLICATION_AT = slice(68, 72)
_MAGIC = b"SQLite format 3\0"

_SCHEMA = (
    f"PRAGMA application_id = {APPLICATION}",
    f"PRAGMA user_version = {VERSION}",
    "CREATE TABLE shelf (id INTEGER PRIMARY KEY, kind TEXT NOT NULL, generation BLOB NOT NULL, "
    "UNIQUE (kind, generation))",
    # `used` is a day since 1970. The value stands last: what is before it is read without it.
    "CREATE TABLE entry (id INTEGER PRIMARY KEY, shelf INTEGER NOT NULL, key BLOB NOT NULL, used INTEGER NOT NULL, "
    "checksum INTEGER NOT NULL, value BLOB NOT NULL, UNIQUE (shelf, key))",
)
# KiB of the file that are held while it is read: the pages of a large value are passed through, not collected.
_HELD = 256
# SQLite's result codes for a file that is no database, or a broken one, or has not the tables it should have.
_DAMAGE = {1, 11, 26}
# And for one that somebody else holds.
_HELD_BY_OTHERS = {5, 6}
# The end of a journal that names another file: https://www.sqlite.org/fileformat2.html#the_rollback_journal
_NAMES_ANOTHER = bytes.fromhex("d9d505f920a163d7")


class EmptyError(UnusableError):
    """There is nothing in the file yet, or the file is gone."""


class DamagedError(Exception):
    """The file is broken, or of an old version: nothing in it is worth keeping."""


@contextmanager
def reading(file: Path, patience: Patience) -> Iterator[sqlite3.Connection]:
    """The database, for reading. Raises UnusableError or DamagedError, also for what goes wrong inside the `with`."""
    with _opened(file, patience) as connection:
        if _is_new(connection, file):
            raise EmptyError(f"{file} is empty")
        connection.execute(f"PRAGMA cache_size = -{_HELD}")
        yield connection


@contextmanager
def writing(file: Path, patience: Patience) -> Iterator[sqlite3.Connection]:
    """The database in a transaction, made new in an empty file; all that is done is kept at the end, or nothing.

    Raises UnusableError or DamagedError, also for what goes wrong inside the `with`.
    """
    with _opened(file, patience) as connection:
        connection.execute("BEGIN IMMEDIATE")
        if _is_new(connection, file):
            for statement in _SCHEMA:
                connection.execute(statement)
        yield connection
        connection.execute("COMMIT")


@contextmanager
def _opened(file: Path, patience: Patience) -> Iterator[sqlite3.Connection]:
    try:
        import sqlite3
    except ImportError:
        raise UnusableError("this Python was built without SQLite") from None
    try:
        _check_journal(journal_of(file))
        connection = sqlite3.connect(_address(file), timeout=patience.seconds, isolation_level=None, uri=True)
        try:
            # In a broken file there may be text of no encoding, where there should be bytes.
            connection.text_factory = bytes
            yield connection
        finally:
            connection.close()  # which undoes a transaction that has not ended
    except sqlite3.Error as error:
        # The low byte is the kind of error; what the module itself finds fault with has none.
        kind = getattr(error, "sqlite_errorcode", 0) & 0xFF
        if kind in _DAMAGE:
            raise DamagedError from None
        if kind in _HELD_BY_OTHERS:
            patience.lose()
        elif not os.path.lexists(file):
            raise EmptyError(f"{file} is gone") from None
        raise UnusableError(f"{file} cannot be used: {error}") from None
    except (MemoryError, OverflowError, TypeError, ValueError):
        raise DamagedError from None  # sizes, names and types that nobody wrote


def _address(file: Path) -> str:
    """The file as a URI, by which SQLite opens it but never makes it: others could read what SQLite has made.

    Every byte of the path is escaped, so that none of them means anything there, on whatever system.
    """
    return f"file:%{os.fsencode(file).hex('%')}?mode=rw"


def _check_journal(journal: Path) -> None:
    """Raise UnusableError for a journal that is not our own, and DamagedError for one that names another file.

    SQLite plays back what a process has left behind, and then deletes the file that is named there, whatever that is.
    Our journals name none, which is for changes of several databases at once: somebody wants a file to be deleted.
    """
    if not check_file(journal):
        return
    try:
        with journal.open("rb") as stream:
            stream.seek(max(0, stream.seek(0, os.SEEK_END) - len(_NAMES_ANOTHER)))
            names_another = stream.read() == _NAMES_ANOTHER
    except FileNotFoundError:
        return  # its writer is done
    except OSError as error:
        raise UnusableError(f"{journal} cannot be used: {error.strerror or error}") from None
    if names_another:
        raise DamagedError


def _is_new(connection: sqlite3.Connection, file: Path) -> bool:
    """Whether there is nothing in the database yet, not even a table.

    Raises UnusableError for one that is not ours, or of a newer bulletcoach, and DamagedError for one of an older.
    """
    application, version = (
        connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("application_id", "user_version")
    )
    if application == APPLICATION:
        if version > VERSION:
            raise UnusableError(f"{file} was made by a newer bulletcoach")
        if version < VERSION:
            raise DamagedError
        return False
    if application or version or connection.execute("SELECT 1 FROM sqlite_master").fetchone():
        raise UnusableError(f"{file} is not a cache of bulletcoach")
    return True


def discard(file: Path) -> bool:
    """Delete the file if it is ours; whether that was done."""
    try:
        return is_ours(file) and bool(delete(file))
    except OSError:
        return False


def is_ours(file: Path) -> bool:
    """Whether a file is our database, in whatever state: not if it is a sound database of somebody else's.

    One that is no database any more is ours in a folder that we made, and so is an empty one everywhere.
    """
    try:
        if not stat.S_ISREG(file.lstat().st_mode):
            return False
        with file.open("rb") as stream:
            head = stream.read(_APPLICATION_AT.stop)
    except OSError:
        return False
    if head.startswith(_MAGIC) and len(head) == _APPLICATION_AT.stop:
        return head[_APPLICATION_AT] == APPLICATION.to_bytes(4, "big")
    return not head or is_marked(file.parent)


def delete(file: Path) -> list[Path]:
    """Delete the database, with what SQLite keeps beside it; what of that there was. Raises OSError.

    The journal goes first: left behind, it would be played back into the next database of that name.
    """
    there = [each for each in (journal_of(file), file) if each.exists()]
    for each in there:
        each.unlink(missing_ok=True)
    return there


def journal_of(file: Path) -> Path:
    """Where SQLite keeps what it will need to undo a change that was cut short."""
    return file.with_name(f"{file.name}-journal")
