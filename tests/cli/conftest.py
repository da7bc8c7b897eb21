"""Running commands inside the test process, with the language model and the lexicons loaded once for all of them."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from bulletcoach import run as runs
from bulletcoach.analysis import analyser
from bulletcoach.analysis.model import load_model
from bulletcoach.cli.app import app
from bulletcoach.lexicon.lexicon import load_lexicon
from bulletcoach.run import Engines
from cli.commandline import RUNNERS, Ended, Run


@pytest.fixture(scope="session", autouse=True)
def _one_model() -> Any:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(analyser, "load_model", cache(load_model))
        shipped = cache(lambda: load_lexicon())
        patch.setattr(runs, "load_lexicon", lambda own=(), _=None: load_lexicon(own) if own else shipped())
        yield


@pytest.fixture(scope="session")
def _engines() -> Engines:
    return Engines()


@pytest.fixture
def one_engine(monkeypatch: pytest.MonkeyPatch, _engines: Engines) -> None:
    """One engine for all checks, each of which would make its own: for tests that check the same again and again."""
    monkeypatch.setattr("bulletcoach.run.Engines", lambda *_: _engines)


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """`run("check", "-", stdin="- Led things")`, in an empty folder, without colour, 80 columns wide."""
    monkeypatch.chdir(tmp_path)
    for name in ("NO_COLOR", "FORCE_COLOR", "TERM", *RUNNERS):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("COLUMNS", "80")
    # What earlier tests have read must not hide what this one breaks.
    monkeypatch.setenv("BULLETCOACH_NO_CACHE", "1")

    def invoke(*arguments: str | Path, stdin: str | bytes = b"") -> Ended:
        result = CliRunner().invoke(app, [str(argument) for argument in arguments], input=stdin)
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        return Ended(result.exit_code, result.stdout, result.stderr)

    return invoke


@pytest.fixture
def with_cache(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: ARG001 - after it has switched it off
    """The cache is used, as it is outside tests."""
    monkeypatch.delenv("BULLETCOACH_NO_CACHE")
