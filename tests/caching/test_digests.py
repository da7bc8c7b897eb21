"""The digest of files, remembered by what they look like."""

from __future__ import annotations

import os
import shutil
import time
from pathlib import Path

import pytest

from bulletcoach.caching import Store, beginning, digests
from bulletcoach.caching.digests import digest_of


@pytest.fixture(autouse=True)
def _as_if_old(monkeypatch: pytest.MonkeyPatch) -> None:
    """The files of these tests are made by them: nothing about them would be remembered, nothing made of them kept."""
    monkeypatch.setattr(digests, "_YOUNG_NS", 0)
    monkeypatch.setattr(beginning, "_BEGAN_NS", time.time_ns() + 3_600_000_000_000)


@pytest.fixture
def files(tmp_path: Path) -> dict[str, str]:
    for name in ("a", "b"):
        (tmp_path / name).write_text(name)
    return {name: str(tmp_path / name) for name in ("a", "b")}


def test_it_is_worked_out_once(
    store: Store, tmp_path: Path, files: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    first = digest_of(files, store, tmp_path)
    assert first is not None
    monkeypatch.setattr(digests, "_digest", lambda _: pytest.fail("worked out again"))
    assert digest_of(files, store, tmp_path) == first


def test_it_does_not_depend_on_where_they_lie(store: Store, tmp_path: Path, files: dict[str, str]) -> None:
    (tmp_path / "elsewhere").mkdir()
    moved = {name: str(shutil.copy(path, tmp_path / "elsewhere" / name)) for name, path in files.items()}
    assert digest_of(moved, store, tmp_path / "elsewhere") == digest_of(files, store, tmp_path)


def test_it_depends_on_names_and_contents(store: Store, tmp_path: Path, files: dict[str, str]) -> None:
    found = {
        digest_of(files, store, tmp_path),
        digest_of({"a": files["a"]}, store, tmp_path),
        digest_of({"a": files["b"], "b": files["a"]}, store, tmp_path),
        digest_of({"a": files["a"], "c": files["b"]}, store, tmp_path),
    }
    assert len(found) == 4


def test_a_young_file_is_not_relied_on(
    store: Store, tmp_path: Path, files: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(digests, "_YOUNG_NS", 3_600_000_000_000)
    assert digest_of(files, store, tmp_path) is not None
    assert store.contents() == {}


def test_one_that_may_have_changed_since_the_process_began_has_none(
    store: Store, tmp_path: Path, files: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert digest_of(files, store, tmp_path) is not None
    monkeypatch.setattr(beginning, "_BEGAN_NS", Path(files["b"]).stat().st_ctime_ns)
    assert digest_of(files, store, tmp_path) is None


SECOND = 1_000_000_000
BEGAN = 1_000 * SECOND + SECOND // 2


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        (BEGAN + 60 * SECOND, True),
        (BEGAN, True),
        (BEGAN - SECOND // 100, True),  # within a tick of the clock
        (BEGAN - SECOND // 10, False),
        (BEGAN - SECOND // 2, True),  # within two seconds, by a clock that knows none of their parts
        (BEGAN - SECOND // 2 - 2 * SECOND, False),
        (1, False),
    ],
)
def test_what_may_have_changed(changed: int, expected: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(beginning, "_BEGAN_NS", BEGAN)
    found = os.stat_result(range(10), {"st_mtime_ns": 1, "st_ctime_ns": changed})
    assert beginning.may_have_changed(found) is expected


@pytest.mark.parametrize(("system", "expected"), [("posix", False), ("nt", True)])
def test_the_time_of_the_content_counts_where_there_is_no_other(
    system: str, expected: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On POSIX it may be any, also in the future, as an archive had it."""
    monkeypatch.setattr(beginning, "_BEGAN_NS", BEGAN)
    found = os.stat_result(range(10), {"st_mtime_ns": BEGAN + 60 * SECOND, "st_ctime_ns": 1})
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "name", system)
        changed = beginning.may_have_changed(found)
    assert changed is expected


def test_a_missing_file_has_none(store: Store, tmp_path: Path, files: dict[str, str]) -> None:
    (tmp_path / "b").unlink()
    assert digest_of(files, store, tmp_path) is None


def test_it_is_the_same_without_a_store_that_works(store: Store, tmp_path: Path, files: dict[str, str]) -> None:
    (tmp_path / "file").touch()
    assert digest_of(files, Store(tmp_path / "file"), tmp_path) == digest_of(files, store, tmp_path)
