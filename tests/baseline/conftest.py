"""One engine, and one language model, for all tests of the baseline."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from bulletcoach.analysis import analyser
from bulletcoach.analysis.model import load_model
from bulletcoach.config import Settings
from bulletcoach.engine import Engine
from bulletcoach.lexicon.lexicon import Lexicon
from bulletcoach.model.document import Source
from bulletcoach.run import Checked

Check = Callable[..., Checked]


@pytest.fixture(scope="session", autouse=True)
def _one_model() -> Any:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(analyser, "load_model", cache(load_model))
        yield


@pytest.fixture(scope="session")
def engine(lexicon: Lexicon) -> Engine:
    return Engine(lexicon)


@pytest.fixture(scope="session")
def check(engine: Engine) -> Check:
    """`check(text, path, settings)`: the result for a text that is said to stand at that path."""

    def checked(text: str, path: str | Path = "cv.txt", settings: Settings | None = None) -> Checked:
        settings = settings or Settings()
        return Checked(engine.check_one(Source(str(path), text.encode(), text), settings), settings)

    return checked
