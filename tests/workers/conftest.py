"""Workers with stand-ins for the analysis, started in each of the ways there are."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from bulletcoach.lexicon.lexicon import Lexicon
from bulletcoach.workers.pool import Workers
from bulletcoach.workers.starting import ForkServer, Launcher
from workers.stand_ins import quick

ToWork = Callable[..., Workers]


# All ways to start workers that there are on this system.
STARTERS = [ForkServer, Launcher] if sys.platform == "linux" else [Launcher]


@pytest.fixture(params=STARTERS)
def starter(request: pytest.FixtureRequest) -> Any:
    """How workers are started."""
    return request.param


@pytest.fixture
def workers(starter: Any, lexicon: Lexicon) -> Iterator[ToWork]:
    """`workers(2)`: two of them, that are ended with the test."""
    made: list[Workers] = []

    def make(jobs: int, **options: Any) -> Workers:
        made.append(Workers(jobs, options.pop("lexicon", lexicon), **{"make": quick, "starter": starter, **options}))
        return made[-1]

    yield make
    for each in made:
        each.close()
