"""Pages name what is measured in the words of the lexicon, which is loaded once for all of them."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest

from bulletcoach.lexicon.lexicon import load_lexicon
from bulletcoach.report.html import publishing


@pytest.fixture(scope="session", autouse=True)
def _one_lexicon() -> Any:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(publishing, "load_lexicon", cache(load_lexicon))
        yield
