"""Near-duplicates: which texts are the same to a reader, and that a folder of them takes no square time."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from rapidfuzz import fuzz

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


_TEXTS = st.lists(
    st.sampled_from(["ran", "rang", "the", "desk", "desks", "of", "a", "alone", "store", "at"]), min_size=4
)


@given(_TEXTS, _TEXTS, st.integers(60, 100))
def test_what_is_known_without_comparing_is_what_comparing_finds(
    first: list[str], second: list[str], score: int
) -> None:
    assume(not set(first).isdisjoint(second))  # those that share nothing are never compared
    texts = " ".join(first), " ".join(second)
    may_be_part = min(len(first), len(second)) >= similarity._LONG
    is_same = fuzz.token_sort_ratio(*texts) >= score or (may_be_part and fuzz.token_set_ratio(*texts) >= score)
    assert similarity._same(first, second, score) == is_same


def test_texts_that_differ_enough_need_no_comparison(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "rapidfuzz", None)  # so that its import fails
    texts = [
        "Wrote recipe cards for seasonal drinks at two branches after the loss of two bakers",
        "Wrote recipe cards for seasonal drinks after a failed health inspection",
    ]
    assert _pairs(texts) == []
    with pytest.raises(ImportError):
        _pairs([*texts, texts[0]])


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
