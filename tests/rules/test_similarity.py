"""Near-duplicates: which texts are the same to a reader, and that a folder of them takes no square time."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from bulletcoach.model.words import keys_of
from bulletcoach.rules import similarity
from bulletcoach.rules.similarity import near_duplicates


def _pairs(texts: Sequence[str]) -> list[tuple[int, int]]:
    return list(near_duplicates([keys_of(text) for text in texts]))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Trained 14 new hires on the phones", "Trained 14 new hires on phones"),
        ("Trained 14 new hires on the phones", "On the phones, trained 14 new hires"),
        ("Wrote the returns handbook for agents", "Wrote the return handbook for agents."),
        ("Balanced the weekend rota of the store", "Balanced the weekend rota of the stores"),
    ],
)
def test_the_same_to_a_reader(first: str, second: str) -> None:
    assert _pairs([first, "Ran the returns desk", second]) == [(0, 2)]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Trained 14 new hires on the phones", "Trained 15 new hires on the phones"),
        ("Cut errors from 4% to 1% in billing", "Cut errors from 8% to 2% in billing"),
        ("Wrote the returns handbook", "Sold the returns handbook to three other branches"),
        ("Answered calls", "Answered calls"),
    ],
)
def test_not_the_same(first: str, second: str) -> None:
    assert _pairs([first, second]) == []


def test_each_repeat_is_paired_once_with_the_nearest() -> None:
    assert _pairs(["Ran the returns desk alone"] * 4) == [(0, 1), (1, 2), (2, 3)]


def _comparisons(count: int, monkeypatch: pytest.MonkeyPatch) -> int:
    """How many pairs are compared among that many texts which all share most of their words."""
    made = 0
    compare = similarity._may_be_same

    def counting(*pair: Any) -> bool:
        nonlocal made
        made += 1
        return compare(*pair)

    with monkeypatch.context() as patch:
        patch.setattr(similarity, "_may_be_same", counting)
        _pairs([f"Answered calls and mail for region {number} of the company" for number in range(count)])
    return made


def test_comparisons_grow_with_the_number_of_texts(monkeypatch: pytest.MonkeyPatch) -> None:
    few, many = _comparisons(200, monkeypatch), _comparisons(2000, monkeypatch)
    assert 0 < many < 12 * few
