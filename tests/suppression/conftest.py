"""Checks of inline résumés, with one engine for all of them."""

from __future__ import annotations

import pytest
from silenced import Check

from bulletcoach.config import Settings
from bulletcoach.engine import Engine
from bulletcoach.lexicon.lexicon import Lexicon
from bulletcoach.model.result import FileResult
from bulletcoach.readers import decode


@pytest.fixture(scope="session")
def engine(lexicon: Lexicon) -> Engine:
    return Engine(lexicon)


@pytest.fixture(scope="session")
def check(engine: Engine) -> Check:
    """`check(text, "resume.md")`: the result for a text under that name."""

    def checked(text: str, name: str = "resume.md", settings: Settings | None = None) -> FileResult:
        return engine.check_one(decode(text.encode(), name), settings or Settings())

    return checked
