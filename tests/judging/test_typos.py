"""Typos in the names of KPIs: the quick look finds what a comparison with every known word finds."""

from __future__ import annotations

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz import fuzz

from bulletcoach.judging.typos import SIMILAR, TypoMender
from bulletcoach.model.text import Span
from bulletcoach.model.words import Word, vocabulary

NAMES = (
    "customer satisfaction",
    "first-contact resolution",
    "retention",
    "retentions",
    "CSAT",
    "response time",
    "reopen rate",
)
MENDER = TypoMender(NAMES)
KNOWN = sorted(word for word in vocabulary(NAMES) if len(word) > 5)

MENDED = [
    ("satisfation", "satisfaction"),
    ("retenton", "retention"),
    ("costumer", "costumer"),  # two letters of sixteen
    ("custommer", "customer"),
    ("satisfactory", "satisfactory"),  # another word
    ("responses", "responses"),  # only the ending is another
    ("rat", "rat"),  # too short
    ("retention", "retention"),
]


def _mended(word: str) -> str:
    return MENDER.mended(Word(Span(0, len(word)), word)).key


@pytest.mark.parametrize(("word", "mended"), MENDED)
def test_a_typo_is_mended(word: str, mended: str) -> None:
    assert _mended(word) == mended


@given(st.sampled_from(KNOWN), st.data())
def test_the_nearest_known_word_is_found(known: str, data: st.DataObject) -> None:
    """A known word with a few letters taken out, put in or exchanged."""
    word = known
    for _ in range(data.draw(st.integers(1, 3))):
        at = data.draw(st.integers(0, len(word)))
        word = word[:at] + data.draw(st.sampled_from(["", "e", "t"])) + word[at + data.draw(st.integers(0, 1)) :]
    near = [
        other
        for other in KNOWN
        if other[:1] == word[:1] and abs(len(word) - len(other)) < 2 and other[:-1] != word and word[:-1] != other
    ]
    best = max(near, key=lambda other: fuzz.ratio(word, other), default="")
    mends = word not in KNOWN and len(word) > 5 and best and fuzz.ratio(word, best) >= SIMILAR

    assert _mended(word) == (best if mends else word)


def test_words_unlike_all_known_ones_need_no_comparison(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "rapidfuzz", None)  # so that its import fails

    mender = TypoMender(NAMES)
    words = [Word(Span(0, len(word)), word) for word in ("cleaned", "resolved", "customers", "restored", "satisfation")]

    assert [mender.mended(word) for word in words[:4]] == words[:4]
    with pytest.raises(ImportError):
        mender.mended(words[4])
