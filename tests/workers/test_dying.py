"""What becomes of texts and workers when something dies."""

from __future__ import annotations

import os
import signal
import time
from typing import Any

import pytest

from bulletcoach.errors import LexiconError, ModelError
from bulletcoach.workers.faults import NoWorkersError, TextFault
from bulletcoach.workers.pieces import SIZE
from bulletcoach.workers.pool import Pending
from workers.conftest import ToWork
from workers.processes import gone
from workers.stand_ins import CRASH, HANG, PROCESS, TOIL, fact, note_of, stillborn, without_lexicon, without_model


def _plain(texts: list[str]) -> list[object]:
    return [fact(text, text * 3) for text in texts]


def test_a_worker_that_dies_costs_the_text_that_killed_it_alone(workers: ToWork) -> None:
    crew = workers(2)
    batches = [[f"{batch} {number}" for number in range(SIZE)] for batch in range(6)]
    batches[1][7] = f"{CRASH}, a bullet so long that nobody wants to read all of it in a message"
    batches[4][0] = batches[4][SIZE - 1] = CRASH
    pending = [crew.submit(batch) for batch in batches]
    for batch, each in zip(batches, pending, strict=True):
        found = each.result()
        assert [facts for facts in found if not isinstance(facts, TextFault)] == _plain(
            [text for text in batch if CRASH not in text]
        )
        assert [isinstance(facts, TextFault) for facts in found] == [CRASH in text for text in batch]
    assert pending[1].result()[7] == TextFault(
        "the process that read “die of this, a bullet so long that nobody wants to read all…” ended, "
        "and again when it read nothing else; please report it"
    )
    assert crew.submit(["later"]).result() == _plain(["later"])


@pytest.mark.skipif(os.name == "nt", reason="kills as POSIX does")
def test_a_worker_that_somebody_kills_costs_nothing(workers: ToWork) -> None:
    crew = workers(1)
    process = int(note_of(*crew.submit([PROCESS]).result()))
    first, second = crew.submit([PROCESS] * 10), crew.submit(["another"])
    time.sleep(0.1)
    os.kill(process, signal.SIGKILL)
    assert second.result() == _plain(["another"])
    (other,) = {int(note_of(facts)) for facts in first.result()}
    assert other != process


@pytest.mark.parametrize(
    ("make", "error", "message"),
    [
        (without_model, ModelError, "the model is missing; install it"),
        (without_lexicon, LexiconError, "own.toml:3: what is this?"),
    ],
)
def test_what_a_user_can_mend_is_told_as_if_it_had_happened_here(
    workers: ToWork, make: Any, error: type[Exception], message: str
) -> None:
    crew = workers(2, make=make)
    for pending in [crew.submit([f"{batch} {number}" for number in range(SIZE)]) for batch in range(3)]:
        with pytest.raises(error) as caught:
            pending.result()
        assert (type(caught.value), str(caught.value)) == (error, message)
    with pytest.raises(error):
        crew.submit(["later"]).result()


def test_workers_that_die_before_they_are_ready_are_not_tried_for_ever(workers: ToWork) -> None:
    crew = workers(2, make=stillborn)
    with pytest.raises(NoWorkersError):
        crew.submit(["any"] * 3 * SIZE).result()
    with pytest.raises(NoWorkersError):
        crew.submit(["later"]).result()


def test_where_nothing_can_be_started_there_are_no_workers(workers: ToWork) -> None:
    def starter(_: bytes) -> Any:
        raise PermissionError("no more processes for you")

    with pytest.raises(NoWorkersError):
        workers(2, starter=starter).submit(["any"]).result()


def test_a_worker_that_cannot_be_started_leaves_the_work_to_the_others(workers: ToWork, starter: Any) -> None:
    class Meagre(starter):  # type: ignore[misc]
        """One worker, and no more."""

        given = 0

        def start(self) -> Any:
            Meagre.given += 1
            if Meagre.given > 1:
                raise BlockingIOError("too many processes")
            return super().start()

    texts = [f"{number}" for number in range(5 * SIZE)]
    assert workers(2, starter=Meagre).submit(texts).result() == _plain(texts)


@pytest.mark.skipif(os.name == "nt", reason="looks for processes as POSIX does")
@pytest.mark.parametrize("is_stopped", [False, True], ids=["idle", "stopped"])
def test_closing_ends_all_workers_at_once(workers: ToWork, is_stopped: bool) -> None:
    crew = workers(2)
    pending: list[Pending] = [crew.submit([PROCESS] + ["quick"] * (SIZE - 1)) for _ in range(8)]
    processes = {int(note_of(each.result()[0])) for each in pending}
    if is_stopped:
        crew.submit([HANG])
        crew.submit([HANG])
        time.sleep(0.2)
    began = time.monotonic()
    crew.close()
    assert time.monotonic() - began < 1
    assert gone(processes, within=0.5)
    with pytest.raises(NoWorkersError):
        crew.submit(["later"]).result()


@pytest.mark.skipif(os.name == "nt", reason="Windows does not tell")
def test_the_time_of_workers_is_counted_as_ours(workers: ToWork) -> None:
    def seconds() -> float:
        return os.times().children_user + os.times().children_system

    before, crew = seconds(), workers(1)
    crew.submit([TOIL] * 3).result()
    crew.close()
    assert seconds() - before > 0.9
