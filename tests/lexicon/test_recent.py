"""What was found out lately is not looked for again, and forgotten before it becomes too much."""

from __future__ import annotations

from bulletcoach.lexicon.recent import Recent


def test_what_was_found_out_is_kept_for_a_while() -> None:
    recent: Recent[list[int], int] = Recent()
    asked = [[number] for number in range(2_000)]
    found: list[int] = []

    def find(one: list[int]) -> int:
        found.extend(one)
        return one[0]

    assert [recent.of(one, find) for one in asked[:100] for _ in range(2)] == [n for n in range(100) for _ in range(2)]
    assert found == list(range(100))
    assert [recent.of(one, find) for one in asked] == list(range(2_000))
    assert len(recent._known) < 600


def test_what_is_only_equal_is_asked_about_anew() -> None:
    recent: Recent[list[int], int] = Recent()
    one, other = [1], [1]

    assert [recent.of(asked, len) for asked in (one, other)] == [1, 1]
    assert recent.of(one, lambda _: 2) == 1
    assert recent.of([1], lambda _: 2) == 2
