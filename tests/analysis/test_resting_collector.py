"""The collector of cycles rests inside, whoever switches it on, and is as it was afterwards."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import suppress
from threading import Event, Thread

import pytest

from bulletcoach.analysis.resting_collector import resting_collector


@pytest.fixture(autouse=True)
def _as_it_was() -> Iterator[None]:
    thresholds, was_on = gc.get_threshold(), gc.isenabled()
    gc.enable()
    gc.set_threshold(700, 10, 10)
    yield
    gc.set_threshold(*thresholds)
    (gc.enable if was_on else gc.disable)()


def rounds_while_making(objects: int) -> int:
    """How often the collector sets out while so many objects are made that it looks after."""
    rounds: list[str] = []
    gc.callbacks.append(lambda phase, _: rounds.append(phase))
    try:
        kept = [[number] for number in range(objects)]
    finally:
        gc.callbacks.pop()
    return rounds.count("start") if kept else 0


def test_no_round_inside_even_where_something_switches_the_collector_on() -> None:
    assert rounds_while_making(10_000) > 0
    with resting_collector():
        gc.disable()
        gc.enable()
        assert rounds_while_making(10_000) == 0


@pytest.mark.parametrize("is_on", [True, False])
@pytest.mark.parametrize("fails", [True, False])
def test_as_it_was_afterwards(is_on: bool, fails: bool) -> None:
    gc.set_threshold(1234, 5, 6)
    (gc.enable if is_on else gc.disable)()

    with suppress(ZeroDivisionError), resting_collector():
        gc.enable()
        _ = 1 / (not fails)

    assert (gc.get_threshold(), gc.isenabled()) == ((1234, 5, 6), is_on)


def test_what_came_inside_is_not_looked_through_by_the_next_round() -> None:
    gc.disable()  # so that none comes before this has looked
    with resting_collector():
        kept = [[number] for number in range(10_000)]

    assert not [one for one in gc.get_objects(generation=0) if one is kept]
    assert [one for one in gc.get_objects(generation=2) if one is kept]
    assert gc.get_freeze_count() < 1000


def test_what_the_process_keeps_frozen_stays_frozen() -> None:
    gc.freeze()
    try:
        frozen = gc.get_freeze_count()
        with resting_collector():
            pass
        assert gc.get_freeze_count() >= frozen > 1000
    finally:
        gc.unfreeze()


def test_threads_take_turns() -> None:
    inside, leave = Event(), Event()

    def first() -> None:
        with resting_collector():
            inside.set()
            leave.wait(10)

    def second() -> None:
        with resting_collector():
            threads[0].join(10)  # leaves last

    threads = [Thread(target=first), Thread(target=second)]
    threads[0].start()
    inside.wait(10)
    threads[1].start()
    threads[1].join(0.05)  # as far as it comes
    leave.set()
    for thread in threads:
        thread.join(10)

    assert gc.get_threshold() == (700, 10, 10)
