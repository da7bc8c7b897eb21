"""Words: the quick ways of cutting texts give what the careful one gives."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletcoach.model.words import keys_of, vocabulary, words_of

_TEXTS = st.text(alphabet="aAé’'-_/&%+1. \nİß", max_size=30)

CUT = [
    ("First-contact resolution", ["first", "contact", "resolution"]),
    ("24/7 support, R&D and C++", ["24/7", "support", "r&d", "and", "c++"]),
    ("98% of customers’ orders", ["98%", "of", "customers", "orders"]),
    ("don’t", ["don't"]),
    ("snake_case", ["snake", "case"]),
    ("", []),
]


@pytest.mark.parametrize(("text", "keys"), CUT)
def test_a_text_is_cut_into_words(text: str, keys: list[str]) -> None:
    assert keys_of(text) == keys


@given(_TEXTS)
def test_keys_are_those_of_the_words(text: str) -> None:
    assert keys_of(text) == [word.key for word in words_of(text)]


@given(st.text(alphabet="aA'-_/&%+1. \n", max_size=30))
def test_a_plain_text_is_cut_as_it_is_beside_other_letters(text: str) -> None:
    assert words_of(text) == words_of(f"{text} é")[:-1]


@given(st.lists(_TEXTS, max_size=5))
def test_a_vocabulary_has_the_words_of_all_texts(texts: list[str]) -> None:
    assert vocabulary(texts) == {key for text in texts for key in keys_of(text)}
