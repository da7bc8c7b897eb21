"""A cache that is full, and not as it was left: room is made by what stands in it, whatever that is."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Sequence
from contextlib import closing, suppress
from pathlib import Path

import pytest

from bulletcoach.caching import Store
from bulletcoach.caching.folder import UnusableError

OLD = {b"old %d" % number: bytes(1_000) for number in range(100)}
NEW = {b"new %d" % number: bytes(1_000) for number in range(20)}


@pytest.fixture
def full(tmp_path: Path) -> Store:
    """A store that has no room for NEW."""
    store = Store(tmp_path / "cache", limit=200_000)
    for at in range(0, len(OLD), 20):
        for generation in (b"before", b""):
            store.shelf("k", generation).put_many(dict(list(OLD.items())[at : at + 20]))
    return store


def change(store: Store, *statements: str) -> None:
    with closing(sqlite3.connect(store.file, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)


def loose(table: str, columns: str) -> Sequence[str]:
    """Statements after which a table has these columns: expressions with the name of each, of any type, also NULL."""
    return (
        f"CREATE TABLE loose AS SELECT {columns} FROM {table}",
        f"DROP TABLE {table}",
        f"ALTER TABLE loose RENAME TO {table}",
    )


DAMAGE: dict[str, Sequence[str]] = {
    "no keys": loose("entry", "id, shelf, NULL AS key, used, checksum, value"),
    "no values": loose("entry", "id, shelf, key, used, checksum, NULL AS value"),
    "no ids": loose("entry", "NULL AS id, shelf, key, used, checksum, value"),
    "no days": loose("entry", "id, shelf, key, NULL AS used, checksum, value"),
    "ids that are texts": loose("entry", "'x' || id AS id, shelf, key, used, checksum, value"),
    "numbers for keys and values": loose("entry", "id, shelf, 1 AS key, used, checksum, 2.5 AS value"),
    "entries that stay": ("CREATE TRIGGER stay BEFORE DELETE ON entry BEGIN SELECT RAISE(IGNORE); END",),
}
# Where nothing is found any more, but nothing found wrong either.
UNNOTICED: dict[str, Sequence[str]] = {
    "no shelves": loose("shelf", "NULL AS id, kind, generation"),
    "numbers for kinds": loose("shelf", "id, 5 AS kind, generation"),
    "no kinds": loose("shelf", "id, NULL AS kind, generation"),
}


@pytest.mark.parametrize("statements", (DAMAGE | UNNOTICED).values(), ids=DAMAGE | UNNOTICED)
@pytest.mark.parametrize("first", ["write", "count"])
def test_a_broken_table_is_no_error(full: Store, statements: Sequence[str], first: str) -> None:
    assert full.size() + 40_000 > full.limit
    change(full, *statements)
    if first == "count":
        with suppress(UnusableError):
            full.contents()
    for _ in range(2):
        full.shelf("k").put_many(NEW)
        found = full.shelf("k").get_many([*OLD, *NEW])
        assert found.items() <= (OLD | NEW).items()
    if statements not in UNNOTICED.values():
        assert found.keys() >= NEW.keys()
        assert full.contents().keys() == {"k"}


@pytest.mark.parametrize("seed", range(40))
def test_wrong_bytes_are_no_error(full: Store, seed: int) -> None:
    """Most of them where a page or a row begins, which says of what type and how long its parts are."""
    chance = random.Random(seed)
    content = bytearray(full.file.read_bytes())
    for _ in range(chance.choice((1, 2, 10, 100))):
        start = chance.randrange(len(content) // 4096) * 4096
        content[max(100, start + chance.randrange(120))] = chance.choice((0, 1, 7, 8, 9, chance.randrange(256)))
    full.file.write_bytes(content)
    with suppress(UnusableError):
        full.contents()
    for name in ("k", "l"):
        full.shelf(name).put_many(NEW)
        assert full.shelf(name).get_many([*OLD, *NEW]).items() <= (OLD | NEW).items()
