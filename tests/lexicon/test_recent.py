"""What was found out lately is not looked for again, and forgotten before it becomes too much."""

from __future__ import annotations

from bulletcoach.lexicon.recent import Recent


def test_what_was_found_out_is_kept_for_a_while() -> None:
    recent: Recent[int] = Recent()
    asked: list[object] = [object() for _ in range(2_000)]
    found: list[int] = []

    def find(number: int) -> int:
        found.append(number)
        return number

    def ask(number: int) -> int:
        return recent.of(asked[number], lambda: find(number))

    assert [ask(number) for number in range(100) for _ in range(2)] == [n for n in range(100) for _ in range(2)]
    assert found == list(range(100))
    assert [ask(number) for number in range(2_000)] == list(range(2_000))
    assert len(recent._known) < 600
