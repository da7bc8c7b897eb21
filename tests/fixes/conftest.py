"""Checks of short texts, with one engine for all of them."""

from __future__ import annotations

from functools import cache

import pytest
from offered_fixes import Check

from bulletcoach.config import Settings
from bulletcoach.engine import Engine
from bulletcoach.lexicon.lexicon import Lexicon
from bulletcoach.model.result import FileResult
from bulletcoach.readers import decode


@pytest.fixture(scope="session")
def check(lexicon: Lexicon) -> Check:
    """`check("- Took calls\\n", "resume.md")`: the result for a text with that name."""
    engine = Engine(lexicon)

    @cache
    def checked(text: str, name: str = "resume.txt") -> FileResult:
        return engine.check_one(decode(text.encode(), name), Settings())

    return checked
