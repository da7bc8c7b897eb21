"""Misspelt verbs: the quick look takes no verb for known that a comparison with every known form does not."""

from __future__ import annotations

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz import fuzz

from bulletcoach.lexicon.lexicon import Lexicon
from bulletcoach.model.facts import Form, Verb
from bulletcoach.model.text import Span
from bulletcoach.rewriting.opening.heads import HeadReader

_NEARLY = 88

WORDS = [
    ("maintaing", True),
    ("redesiged", True),
    ("zorbed", False),
    ("traned", True),
    ("skimmed", False),
]


def _unknown(word: str) -> Verb:
    return Verb(Span(0, len(word)), word, word, Form.PAST, known=False)


@pytest.fixture(scope="module")
def heads(lexicon: Lexicon) -> HeadReader:
    return HeadReader(lexicon)


@pytest.mark.parametrize(("word", "misspelt"), WORDS)
def test_a_verb_that_is_nearly_a_known_one(word: str, misspelt: bool, heads: HeadReader) -> None:
    assert heads.is_misspelt(_unknown(word)) is misspelt


def test_a_known_verb_is_spelled_as_it_is_known(heads: HeadReader) -> None:
    assert not heads.is_misspelt(Verb(Span(0, 9), "maintaing", "maintain", Form.GERUND))


@given(data=st.data())
def test_the_quick_look_is_right(data: st.DataObject, heads: HeadReader, lexicon: Lexicon) -> None:
    """A known form with a letter or two taken out, put in or exchanged."""
    word = data.draw(st.sampled_from(sorted(lexicon.verb_forms)))
    for _ in range(data.draw(st.integers(1, 2))):
        at = data.draw(st.integers(1, len(word)))
        word = word[:at] + data.draw(st.sampled_from(["", "e", "n"])) + word[at + data.draw(st.integers(0, 1)) :]
    known = (form for form in lexicon.verb_forms if form[0] == word[0] and abs(len(form) - len(word)) < 3)

    assert heads.is_misspelt(_unknown(word)) is any(fuzz.ratio(form, word) >= _NEARLY for form in known)


def test_a_verb_unlike_all_known_ones_needs_no_comparison(heads: HeadReader, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "rapidfuzz", None)  # so that its import fails

    assert not heads.is_misspelt(_unknown("zorbed"))
    with pytest.raises(ImportError):
        heads.is_misspelt(_unknown("maintaing"))
