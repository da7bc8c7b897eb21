"""Likeness: no pair of words that rapidfuzz finds alike is thought too different to be compared."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz import fuzz

from bulletcoach.lexicon.likeness import typos_at, unshared

_LETTERS = st.text(alphabet="abcde", min_size=1, max_size=14)


@given(_LETTERS, _LETTERS, st.integers(min_value=50, max_value=100))
def test_words_that_score_share_enough_letters(word: str, other: str, score: int) -> None:
    if fuzz.ratio(word, other) >= score:
        assert unshared(word, other) <= typos_at(score, len(word) + len(other))


def test_letters_are_counted_one_by_one() -> None:
    assert unshared("servers", "served") == 3
    assert unshared("noon", "on") == 2
    assert unshared("satisfation", "satisfaction") == 1
