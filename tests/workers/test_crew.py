"""Whether workers read, or this process, is a matter of how much there is to read."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import pytest

from bulletcoach.errors import ModelError
from bulletcoach.lexicon.lexicon import Lexicon
from bulletcoach.workers.crew import Crew
from bulletcoach.workers.faults import Outcome
from bulletcoach.workers.jobs import WORTHWHILE
from bulletcoach.workers.pool import Workers
from workers.stand_ins import fact, quick, stillborn, without_model


class Here:
    """This process: reads quickly, and counts what it has read."""

    def __init__(self) -> None:
        self.texts = 0

    def __call__(self, texts: Sequence[str]) -> Sequence[Outcome]:
        self.texts += len(texts)
        return _outcomes(texts)


def _outcomes(texts: Sequence[str]) -> list[Outcome]:
    return [fact(text, text * 3) for text in texts]


def _batches(*sizes: int) -> list[list[str]]:
    return [[f"{batch} {number}" for number in range(size)] for batch, size in enumerate(sizes)]


def _hiring(make: Any, hired: list[int]) -> Callable[[int, Lexicon], Workers]:
    def hire(number: int, lexicon: Lexicon) -> Workers:
        hired.append(number)
        return Workers(number, lexicon, make=make)

    return hire


@pytest.mark.parametrize(
    ("jobs", "sizes", "hired"),
    [
        (2, [WORTHWHILE], [2]),
        (2, [WORTHWHILE // 2] * 5, [2]),
        (2, [3, WORTHWHILE - 4], []),
        (1, [WORTHWHILE * 3], []),
    ],
    ids=["much", "much in all", "little", "much, but for one"],
)
def test_workers_are_hired_for_what_waits(lexicon: Lexicon, jobs: int, sizes: list[int], hired: list[int]) -> None:
    here, numbers = Here(), list[int]()
    crew = Crew(lexicon, here, jobs, hire=_hiring(quick, numbers))
    batches = _batches(*sizes)
    tasks = [crew.submit(batch) for batch in batches]
    for batch, task in zip(batches, tasks, strict=True):
        assert task.outcomes() == _outcomes(batch)
    crew.close()
    assert numbers == hired
    assert here.texts == (0 if hired else sum(sizes))


def test_what_was_read_here_does_not_wait_any_more(lexicon: Lexicon) -> None:
    """Many small batches, one after the other, are no reason to start anything."""
    here, numbers = Here(), list[int]()
    crew = Crew(lexicon, here, 2, hire=_hiring(quick, numbers))
    for batch in _batches(*[WORTHWHILE // 2] * 6):
        assert crew.submit(batch).outcomes() == _outcomes(batch)
    assert numbers == []


def test_this_process_reads_what_no_worker_can(lexicon: Lexicon) -> None:
    here, numbers = Here(), list[int]()
    crew = Crew(lexicon, here, 2, hire=_hiring(stillborn, numbers))
    batches = _batches(WORTHWHILE, 10, WORTHWHILE)
    tasks = [crew.submit(batch) for batch in batches]
    for batch, task in zip(batches, tasks, strict=True):
        assert task.outcomes() == _outcomes(batch)
    assert crew.submit(batches[0]).outcomes() == _outcomes(batches[0])
    assert numbers == [2]
    assert here.texts == 3 * WORTHWHILE + 10


def test_a_missing_model_is_told(lexicon: Lexicon) -> None:
    here = Here()
    crew = Crew(lexicon, here, 2, hire=_hiring(without_model, []))
    task = crew.submit(*_batches(WORTHWHILE))
    with pytest.raises(ModelError, match="the model is missing"):
        task.outcomes()
    crew.close()
    assert here.texts == 0


def test_a_crew_that_was_sent_home_can_be_called_again(lexicon: Lexicon) -> None:
    numbers: list[int] = []
    crew = Crew(lexicon, Here(), 2, hire=_hiring(quick, numbers))
    for batch in _batches(WORTHWHILE, WORTHWHILE):
        assert crew.submit(batch).outcomes() == _outcomes(batch)
        crew.close()
    assert numbers == [2, 2]
