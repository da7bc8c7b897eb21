"""Engines come and go with their lexicons, and their processes with them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from bulletcoach import run
from bulletcoach.config.settings import Settings
from bulletcoach.engine import AHEAD, BATCH, Engine
from bulletcoach.lexicon.lexicon import Lexicon
from bulletcoach.model.document import Source
from bulletcoach.run import Engines


class Noted:
    """An engine that notes when its processes are ended."""

    made: list[Noted]

    def __init__(self, *_: object) -> None:
        self.closed = 0
        self.made.append(self)

    def close(self) -> None:
        self.closed += 1


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[Noted]:
    """All engines that were made."""
    Noted.made = []
    monkeypatch.setattr(run, "Engine", Noted)
    monkeypatch.setattr(run, "load_lexicon", lambda *_: None)
    return Noted.made


def _settings(*lexicons: Path) -> Any:
    return Settings(lexicons=lexicons)


def test_the_same_lexicons_share_an_engine(made: list[Noted]) -> None:
    engines = Engines()
    assert engines.for_(_settings()) is engines.for_(Settings(field="general"))
    assert [each.closed for each in made] == [0]


def test_a_lexicon_that_was_saved_ends_the_processes_that_have_the_old_one(made: list[Noted], tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text("# first", encoding="utf-8")
    engines = Engines()
    engines.for_(_settings(own))
    own.write_text("# second one", encoding="utf-8")
    engines.for_(_settings(own))
    assert [each.closed for each in made] == [1, 0]


def test_others_rest(made: list[Noted], tmp_path: Path) -> None:
    engines = Engines()
    first, second = engines.for_(_settings()), engines.for_(_settings(tmp_path / "own.toml"))
    engines.rest(but=second)
    assert [each.closed for each in made] == [1, 0]
    assert engines.for_(_settings()) is first
    engines.close()
    assert [each.closed for each in made] == [2, 1]


@pytest.mark.parametrize(("jobs", "read"), [(1, BATCH), (2, (1 + AHEAD) * BATCH)])
def test_batches_are_read_ahead_only_where_others_can_work_on_them(lexicon: Lexicon, jobs: int, read: int) -> None:
    sources = iter([Source(f"{number}.txt", b"", "") for number in range(10 * BATCH)])
    next(Engine(lexicon, jobs=jobs).check(sources, Settings()))
    assert len(list(sources)) == 10 * BATCH - read
