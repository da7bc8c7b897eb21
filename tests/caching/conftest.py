"""A store in a folder of its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from bulletcoach.caching import Store
from bulletcoach.caching.patience import Patience


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """An empty store; it waits for other processes as long as a slow machine may need."""
    return Store(tmp_path / "cache", patience=Patience(30))
