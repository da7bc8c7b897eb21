"""Room for more: what goes when the cache is full."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bulletcoach.caching.database import DamagedError

if TYPE_CHECKING:
    import sqlite3

# Beside key and value, an entry takes some bytes for its other columns and its place in the index; and as much again
# where it is a little larger than half a page, or than a whole one.
_BESIDE = 64
_LOOSE = 2
# The part of the cache that goes at a time, so that not every new bullet has to look for room.
_PART = 8

# Values of an older program or lexicon first, then what was not used for longest. In a broken file, all may be NULL.
_OLDEST_FIRST = """
    SELECT entry.id, coalesce(length(entry.key), 0), coalesce(length(entry.value), 0)
    FROM entry LEFT JOIN shelf ON shelf.id = entry.shelf
    ORDER BY shelf.id IS NOT NULL AND (shelf.kind != ? OR shelf.generation = ?), entry.used, entry.id
"""


def make_room(connection: sqlite3.Connection, incoming: int, limit: int, kind: str, generation: bytes) -> None:
    """Delete as much as `incoming` bytes need in a file of `limit` bytes; other generations of the `kind` go first.

    Raises DamagedError where nothing goes.
    """
    while _used(connection) + incoming > limit:
        wanted = max(incoming, limit // _PART)
        going: list[tuple[int]] = []
        for entry, key, value in connection.execute(_OLDEST_FIRST, (kind, generation)):
            going.append((entry,))
            wanted -= size_of(key, value)
            if wanted <= 0:
                break
        if not going:
            return
        if not connection.executemany("DELETE FROM entry WHERE id = ?", going).rowcount:
            raise DamagedError
        connection.execute("DELETE FROM shelf WHERE id NOT IN (SELECT shelf FROM entry)")


def size_of(key: int, value: int) -> int:
    """The most bytes that an entry takes in the file, by the lengths of its key and value."""
    return (2 * key + value + _BESIDE) * _LOOSE


def _used(connection: sqlite3.Connection) -> int:
    pages, free, size = (
        connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("page_count", "freelist_count", "page_size")
    )
    return int((pages - free) * size)
