"""What a store keeps, and for how long."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletcoach.caching import Store
from bulletcoach.caching import store as store_module


def test_what_was_put_is_found(store: Store) -> None:
    shelf = store.shelf("k", b"generation")
    shelf.put(b"key", b"value")
    assert shelf.get(b"key") == b"value"
    assert shelf.get(b"other") is None
    assert Store(store.folder).shelf("k", b"generation").get(b"key") == b"value"


def test_kinds_and_generations_do_not_mix(store: Store) -> None:
    shelves = [
        store.shelf("k"),
        store.shelf("k", b"1"),
        store.shelf("l"),
        store.shelf("l", b"1"),
        store.shelf("", b"k"),
    ]
    for number, shelf in enumerate(shelves):
        shelf.put(b"key", b"%d" % number)
    assert [shelf.get(b"key") for shelf in shelves] == [b"0", b"1", b"2", b"3", b"4"]


def test_a_new_value_takes_the_place_of_the_old(store: Store) -> None:
    shelf = store.shelf("k")
    shelf.put(b"key", b"old")
    shelf.put_many({b"key": b"new", b"other": b""})
    assert shelf.get_many([b"key", b"other", b"none", b"key"]) == {b"key": b"new", b"other": b""}
    assert store.contents()["k"].entries == 2


@given(values=st.dictionaries(st.binary(max_size=40), st.binary(max_size=200), max_size=20))
def test_any_bytes_come_back_as_they_were(tmp_path_factory: pytest.TempPathFactory, values: dict[bytes, bytes]) -> None:
    store = Store(tmp_path_factory.mktemp("any"))
    store.shelf("k").put_many(values)
    assert store.shelf("k").get_many([*values, b"?" * 41]) == values


def test_more_keys_than_a_query_takes(store: Store) -> None:
    values = {b"%d" % number: b"value %d" % number for number in range(2_345)}
    store.shelf("k").put_many(values)
    assert store.shelf("k").get_many(values) == values


def test_a_value_of_a_megabyte(store: Store) -> None:
    value = random.Random(1).randbytes(1_000_000)
    store.shelf("lexicons").put(b"digest", value)
    assert store.shelf("lexicons").get(b"digest") == value
    assert store.contents()["lexicons"].size == len(value) + len(b"digest")


def test_what_is_in_it_is_counted_by_kind(store: Store) -> None:
    assert (store.contents(), store.size()) == ({}, 0)
    store.shelf("k").put(b"12", b"345")
    store.shelf("k", b"other").put(b"12", b"345")
    store.shelf("l").put(b"", b"1")
    kept = {kind: (each.entries, each.size) for kind, each in store.contents().items()}
    assert kept == {"k": (2, 10), "l": (1, 1)}
    assert store.size() == store.file.stat().st_size


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch) -> Callable[[int], None]:
    """`later(2)`: the day after tomorrow."""
    today = store_module._today()
    monkeypatch.setattr(store_module, "_today", lambda: today)

    def pass_by(days: int) -> None:
        nonlocal today
        today += days

    return pass_by


def test_reading_does_not_write(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    shelf = store.shelf("k")
    shelf.put(b"key", b"value")
    monkeypatch.setattr(Store, "write", lambda *_: pytest.fail("written"))
    assert shelf.get(b"key") == b"value"


def test_reading_writes_once_a_day_at_most(store: Store, later: Callable[[int], None]) -> None:
    shelf = store.shelf("k")
    shelf.put_many({b"key": b"value", b"other": b"value"})
    written = store.file.read_bytes()
    shelf.get(b"key")
    assert store.file.read_bytes() == written
    for days in (1, -2):  # also where a clock was wrong
        later(days)
        shelf.get(b"key")
        marked = store.file.read_bytes()
        assert marked != written
        assert shelf.get(b"key") == b"value"
        assert store.file.read_bytes() == marked
        written = marked


def entries(store: Store) -> int:
    return sum(kept.entries for kept in store.contents().values())


@pytest.mark.parametrize("largest", [40, 900, 3_000, 20_000])
def test_it_stays_within_its_limit(tmp_path: Path, largest: int) -> None:
    store = Store(tmp_path / "cache", limit=250_000)
    chance = random.Random(largest)
    shelf = store.shelf("k")
    for number in range(70):
        batch = max(1, min(20, 25_000 // largest))
        values = {chance.randbytes(chance.randint(8, 40)): chance.randbytes(largest) for _ in range(batch)}
        shelf.put_many(values)
        assert shelf.get_many(values) == values, number
        assert store.size() <= store.limit
    assert store.size() > store.limit * 0.6


def hundred(name: str) -> dict[bytes, bytes]:
    """A tenth of a million bytes in values, more than a tenth of that in a file."""
    return {f"{name} {number}".encode(): bytes(1_000) for number in range(100)}


def test_what_was_not_used_for_longest_goes_first(tmp_path: Path, later: Callable[[int], None]) -> None:
    shelf = Store(tmp_path / "cache", limit=1_000_000).shelf("k")
    for name in "abcde":
        shelf.put_many(hundred(name))
    later(2)
    shelf.get_many(hundred("a"))  # which the others are not
    for name in "fg":
        shelf.put_many(hundred(name))
    assert {name: len(shelf.get_many(hundred(name))) for name in "abcdefg"} == dict.fromkeys("acdefg", 100) | {"b": 0}


def test_values_of_another_generation_go_first(tmp_path: Path, later: Callable[[int], None]) -> None:
    store = Store(tmp_path / "cache", limit=1_000_000)
    now, before, other = store.shelf("k", b"now"), store.shelf("k", b"before"), store.shelf("another kind")
    now.put_many(hundred("a"))
    other.put_many(hundred("a"))
    later(2)
    for name in "ab":
        before.put_many(hundred(name))
    for name in "bcd":
        now.put_many(hundred(name))
    assert [len(now.get_many(hundred(name))) for name in "abcd"] == [100] * 4
    assert [len(before.get_many(hundred(name))) for name in "ab"] == [0, 100]
    assert len(other.get_many(hundred("a"))) == 100


def test_a_value_that_would_drive_out_most_others_is_not_kept(tmp_path: Path) -> None:
    store = Store(tmp_path / "cache", limit=400_000)
    store.shelf("k").put_many({b"small": b"1", b"large": bytes(200_000)})
    assert store.shelf("k").get_many([b"small", b"large"]) == {b"small": b"1"}


def test_more_than_there_is_room_for_is_kept_in_part(tmp_path: Path) -> None:
    store = Store(tmp_path / "cache", limit=400_000)
    values = {b"%d" % number: bytes(10_000) for number in range(100)}
    store.shelf("k").put_many(values)
    assert 0 < len(store.shelf("k").get_many(values)) < 20
    assert store.size() < store.limit


def test_it_is_one_sqlite_file_with_a_rollback_journal(store: Store) -> None:
    """A write-ahead log would need memory that is shared between processes, which network drives lack."""
    store.shelf("k").put(b"key", b"value")
    with closing(sqlite3.connect(store.file)) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)
    assert [path.name for path in store.folder.glob(store.file.name + "*")] == [store.file.name]
