"""Work is handed out ahead of its results, by so many steps and no more."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bulletcoach.workers.ahead import ahead


@pytest.mark.parametrize("depth", [0, 1, 3, 50])
@pytest.mark.parametrize("count", [0, 1, 10])
def test_everything_comes_in_order(depth: int, count: int) -> None:
    assert list(ahead(range(count), str, depth)) == [(number, str(number)) for number in range(count)]


def test_no_more_is_taken_than_is_to_be_ahead() -> None:
    taken: list[int] = []

    def items() -> Iterator[int]:
        for number in range(100):
            taken.append(number)
            yield number

    pairs = ahead(items(), str, 3)
    assert taken == []  # nothing before it is asked for
    for number in range(50):
        assert next(pairs) == (number, str(number))
        assert len(taken) == number + 4


def test_what_was_handed_over_is_not_held_any_more() -> None:
    import gc
    import weakref

    class Result:
        """Something that can be missed."""

    made: list[weakref.ref[Result]] = []

    def submit(_: int) -> Result:
        result = Result()
        made.append(weakref.ref(result))
        return result

    pairs = ahead(range(10), submit, 2)
    for _ in range(5):
        next(pairs)
    gc.collect()
    # the fifth is with whom it was given to: the generator is about to let it go
    assert [number for number, reference in enumerate(made) if reference() is not None] == [5, 6]
