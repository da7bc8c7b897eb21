"""How long a cache is waited for that another process holds."""

from __future__ import annotations

import sqlite3
import time
from contextlib import closing
from pathlib import Path

from bulletcoach.caching import Store
from bulletcoach.caching.patience import Patience


def test_a_locked_cache_is_waited_for_once(tmp_path: Path) -> None:
    """Also by several shelves, and by writing after reading; as soon as it is free, it is used."""
    store = Store(tmp_path / "cache", patience=Patience(0.4))
    store.shelf("k").put(b"key", b"value")
    with closing(sqlite3.connect(store.file, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        began = time.monotonic()
        for number in range(6):
            assert store.shelf(f"{number}").get(b"key") is None
            store.shelf(f"{number}").put(b"key", b"value")
        waited = time.monotonic() - began
    assert 0.3 < waited < 2.4, "each of the twelve waited"
    assert store.shelf("k").get(b"key") == b"value"


def test_stores_have_their_own(tmp_path: Path) -> None:
    one, other = Store(tmp_path / "one"), Store(tmp_path / "other")
    one.patience.lose()
    assert one.patience.seconds == 0
    assert other.patience.seconds > 0
