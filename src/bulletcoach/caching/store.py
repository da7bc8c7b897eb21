"""The store: values by kind, generation and key, in one file of bounded size."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar
from zlib import crc32

from msgspec import Struct, field

from bulletcoach.caching.database import FILE, DamagedError, EmptyError, discard, is_ours, journal_of, reading, writing
from bulletcoach.caching.folder import UnusableError, check_file, check_folder, make_file, make_folder
from bulletcoach.caching.patience import Patience

if TYPE_CHECKING:
    import sqlite3

T = TypeVar("T")

# Bytes: the facts of some 60,000 bullets.
LIMIT = 64_000_000
# Seconds to wait for another process. It holds the file for some milliseconds, unless it was stopped in the midst.
PATIENCE = 0.25

_DAY = 86_400  # seconds
# Parameters of one query: any SQLite takes so many.
_AT_ONCE = 500
# What is put at a time may fill this part of the cache.
_PART = 4

_FIND = """
    SELECT id, key, used, checksum, value FROM entry
    WHERE shelf = (SELECT id FROM shelf WHERE kind = ? AND generation = ?) AND key IN ({})
"""
_KEEP = """
    INSERT OR REPLACE INTO entry (shelf, key, used, checksum, value)
    VALUES ((SELECT id FROM shelf WHERE kind = ? AND generation = ?), ?, ?, ?, ?)
"""
_COUNT = """
    SELECT shelf.kind, count(*), sum(coalesce(length(entry.key), 0) + coalesce(length(entry.value), 0))
    FROM entry JOIN shelf ON shelf.id = entry.shelf GROUP BY shelf.kind ORDER BY shelf.kind
"""


class Kept(Struct, frozen=True):
    """How many entries of one kind there are, and the bytes of their keys and values."""

    entries: int
    size: int


class Store(Struct, frozen=True):
    """A cache in a folder, of at most `limit` bytes, with some patience for other processes.

    It may be used by several threads and processes at once.
    """

    folder: Path
    limit: int = LIMIT
    patience: Patience = field(default_factory=lambda: Patience(PATIENCE))

    def shelf(self, kind: str, generation: bytes = b"") -> Shelf:
        """What is kept of one kind. Values of another `generation` are never found, and are the first to go."""
        return Shelf(self, kind, generation)

    def size(self) -> int:
        """The bytes of the file, 0 where there is none."""
        size = 0
        for file in (self.file, journal_of(self.file)):
            try:
                size += file.lstat().st_size
            except OSError:
                continue
        return size

    def contents(self) -> dict[str, Kept]:
        """What is kept, by kind. Raises UnusableError where the cache is not used, and says why."""
        check_folder(self.folder)
        if not check_file(self.file):
            return {}
        try:
            with reading(self.file, self.patience) as connection:
                return {str(kind, "utf-8", "replace"): Kept(*kept) for kind, *kept in connection.execute(_COUNT)}
        except EmptyError:
            return {}
        except DamagedError:
            mend = "the next check makes a new one" if is_ours(self.file) else "it may be deleted, if it is no use"
            raise UnusableError(f"{self.file} is damaged; {mend}") from None

    @property
    def file(self) -> Path:
        """The file that it is all in."""
        return self.folder / FILE

    def read(self, work: Callable[[sqlite3.Connection], T], nothing: T) -> T:
        """What `work` finds in the database; `nothing` where there is none to be used."""
        try:
            check_folder(self.folder)
            if not check_file(self.file):
                return nothing
            with reading(self.file, self.patience) as connection:
                return work(connection)
        except DamagedError:
            discard(self.file)
        except UnusableError:
            pass
        return nothing

    def write(self, work: Callable[[sqlite3.Connection], None]) -> None:
        """Do `work` in a transaction; nothing is done where there is no database to be used."""
        for _ in range(2):
            try:
                check_folder(self.folder)
                make_folder(self.folder)
                if not check_file(self.file):
                    make_file(self.file)
                with writing(self.file, self.patience) as connection:
                    work(connection)
            except EmptyError:
                continue  # another process has just deleted the file
            except DamagedError:
                if discard(self.file):
                    continue  # once more, in a new file
            except (UnusableError, OSError):
                pass
            return


class Shelf(Struct, frozen=True):
    """What a store has of one kind and generation."""

    store: Store
    kind: str
    generation: bytes

    def get(self, key: bytes) -> bytes | None:
        """What was put under the key; None where nothing is kept."""
        return self.get_many((key,)).get(key)

    def put(self, key: bytes, value: bytes) -> None:
        """Keep the value under the key, if that can be done."""
        self.put_many({key: value})

    def get_many(self, keys: Iterable[bytes]) -> dict[bytes, bytes]:
        """What was put under each of the keys; those under which nothing is kept are left out."""
        wanted = list(dict.fromkeys(keys))
        if not wanted:
            return {}
        nothing: tuple[dict[bytes, bytes], list[int]] = {}, []
        found, unmarked = self.store.read(lambda connection: self._found(connection, wanted), nothing)
        if unmarked:  # at most once a day, so that who only reads does not write every time
            self.store.write(lambda connection: _mark_used(connection, unmarked))
        return found

    def put_many(self, values: Mapping[bytes, bytes]) -> None:
        """Keep each value under its key, if that can be done. What would take more than a quarter is left out."""
        from bulletcoach.caching.room import size_of  # who finds everything makes no room

        room = self.store.limit // _PART
        kept: dict[bytes, bytes] = {}
        for key, value in values.items():
            if (size := size_of(len(key), len(value))) <= room:
                kept[key] = value
                room -= size
        if kept:
            self.store.write(lambda connection: self._keep(connection, kept))

    def _found(self, connection: sqlite3.Connection, keys: list[bytes]) -> tuple[dict[bytes, bytes], list[int]]:
        """The values by key, and the ids of those that are not marked as used today."""
        found: dict[bytes, bytes] = {}
        unmarked: list[int] = []
        for some in (keys[at : at + _AT_ONCE] for at in range(0, len(keys), _AT_ONCE)):
            query = _FIND.format(",".join("?" * len(some)))
            for entry, key, day, checksum, value in connection.execute(query, (self.kind, self.generation, *some)):
                if isinstance(key, bytes) and isinstance(value, bytes) and checksum == self._checksum(key, value):
                    found[key] = value
                    if day != _today():
                        unmarked.append(entry)
        return found, unmarked

    def _keep(self, connection: sqlite3.Connection, values: Mapping[bytes, bytes]) -> None:
        from bulletcoach.caching.room import make_room, size_of

        shelf = (self.kind, self.generation)
        incoming = sum(size_of(len(key), len(value)) for key, value in values.items())
        make_room(connection, incoming, self.store.limit, *shelf)
        connection.execute("INSERT OR IGNORE INTO shelf (kind, generation) VALUES (?, ?)", shelf)
        connection.executemany(
            _KEEP, ((*shelf, key, _today(), self._checksum(key, value), value) for key, value in values.items())
        )

    def _checksum(self, key: bytes, value: bytes) -> int:
        """Tells a value that stands under this key from one that got there by a broken page."""
        checksum = crc32(self.kind.encode())
        for part in (self.generation, key, value):
            checksum = crc32(part, checksum)
        return checksum


def _mark_used(connection: sqlite3.Connection, entries: Iterable[int]) -> None:
    connection.executemany("UPDATE entry SET used = ? WHERE id = ?", ((_today(), entry) for entry in entries))


def _today() -> int:
    """The day, counted from 1970."""
    return int(time.time()) // _DAY
