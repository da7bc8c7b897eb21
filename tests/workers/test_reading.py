"""What workers give back is what would have been found here."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from bulletcoach.analysis import Analyser
from bulletcoach.lexicon.lexicon import Lexicon, load_lexicon
from bulletcoach.workers.faults import TextFault
from bulletcoach.workers.messages import Commission, commission_in, encoded
from bulletcoach.workers.pieces import SIZE
from bulletcoach.workers.pool import Workers
from workers.conftest import STARTERS, ToWork
from workers.stand_ins import FAULT, LEXICON, PROCESS, THREADS, as_it_is, digest, fact, note_of, quick


def _bullets() -> list[str]:
    """Bullets of all kinds."""
    lines = (Path(__file__).parents[1] / "gold" / "bullets.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line)["text"] for line in lines[:200]]


def test_workers_find_what_this_process_finds(lexicon: Lexicon, analyser: Analyser) -> None:
    texts = _bullets()
    with Workers(2, lexicon, make=as_it_is) as workers:
        found = workers.submit(texts).result()
        if sys.platform == "linux":  # who has several must not fork
            assert note_of(*workers.submit([THREADS]).result()) == "1"
    for theirs, ours in zip(found, analyser.analyse(texts), strict=True):
        # repr tells 1 from 1.0, which a report would show
        assert repr(theirs) == repr(ours)


@pytest.fixture(scope="module", params=STARTERS)
def crew(request: pytest.FixtureRequest, lexicon: Lexicon) -> Iterator[Workers]:
    """Three workers, the same for several tests."""
    with Workers(3, lexicon, make=quick, starter=request.param) as workers:
        yield workers


def test_texts_come_back_in_the_order_in_which_they_were_submitted(crew: Workers) -> None:
    batches = [[f"{batch} {number}" for number in range(batch * 40)] for batch in range(6)]
    pending = [crew.submit(batch) for batch in batches]
    for batch, each in zip(batches, pending, strict=True):
        assert each.result() == [fact(text, text * 3) for text in batch]


def test_results_may_be_asked_for_in_any_order_and_again(crew: Workers) -> None:
    first, second = crew.submit(["first"]), crew.submit(["second"])
    assert second.result() == [fact("second", "second" * 3)]
    assert first.result() == first.result() == [fact("first", "first" * 3)]


def test_large_texts_do_not_block_each_other(crew: Workers) -> None:
    """Both ways far more than a pipe holds, with nobody here to read what comes back."""
    texts = [f"{number} {'x' * 30_000}" for number in range(6 * SIZE)]
    pending = [crew.submit(texts[start : start + SIZE]) for start in range(0, len(texts), SIZE)]
    found = [facts for each in pending for facts in each.result()]
    assert [facts.text for facts in found if not isinstance(facts, TextFault)] == texts


def test_all_workers_have_a_share(crew: Workers) -> None:
    texts = [PROCESS, *["quick"] * (SIZE - 1)] * 12
    found = crew.submit(texts).result()
    readers = {note_of(facts) for text, facts in zip(texts, found, strict=True) if text == PROCESS}
    assert 1 < len(readers) <= 3


def test_a_little_work_is_for_one_worker(workers: ToWork) -> None:
    crew = workers(4)
    readers = {note_of(crew.submit([PROCESS]).result()[0]) for _ in range(5)}
    assert len(readers) == 1


def test_a_text_at_fault_leaves_the_others(crew: Workers) -> None:
    found = crew.submit(["before", FAULT, "behind"]).result()
    fault = TextFault("a fault in bulletcoach (LookupError: not known); please report it")
    assert found == [fact("before", "before" * 3), fault, fact("behind", "behind" * 3)]


def test_a_text_that_cannot_be_encoded_leaves_the_others(crew: Workers) -> None:
    half = "half \ud83d a pair"
    before, fault, behind = crew.submit(["before", half, "behind"]).result()
    assert isinstance(fault, TextFault)
    assert "UnicodeEncodeError" in fault.message
    assert (before, behind) == (fact("before", "before" * 3), fact("behind", "behind" * 3))


def test_no_texts_need_no_worker(workers: ToWork) -> None:
    crew = workers(2, starter=None)
    assert crew.submit([]).result() == []


def test_workers_have_the_lexicon_that_we_have(workers: ToWork, tmp_path: Path) -> None:
    """Not what its files hold by the time that a worker starts."""
    own = tmp_path / "own.toml"
    own.write_text('[[term]]\nuse = "subject"\nwords = ["yours truly"]\n', encoding="utf-8")
    lexicon = load_lexicon([own])
    own.write_text("no lexicon any more", encoding="utf-8")
    assert note_of(*workers(1, lexicon=lexicon).submit([LEXICON]).result()) == digest(lexicon)


def test_a_lexicon_is_the_same_at_the_other_end(lexicon: Lexicon) -> None:
    there = commission_in(encoded(Commission("any:thing", lexicon))).lexicon
    assert repr(there) == repr(lexicon)
