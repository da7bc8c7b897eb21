"""Phrase indexes find what a look at every phrase finds, though they cut only the phrases that are asked for."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bulletcoach.lexicon.phrases import PhraseIndex, Word, keys_of, singular, words_of
from bulletcoach.model.text import Span

_SPELLING = {"grey": "gray", "centre": "center", "centres": "centers"}
_SINGLE = (
    "fly flies axes it e-mail grey gray grays centre center centers c++ R&D case cases Cases 100% x/y İst & o’clock"
)
_WORDS = st.sampled_from([*_SINGLE.split(), "o'clock", "E mail", "company", "companies"])
_PHRASES = st.lists(_WORDS, min_size=1, max_size=3).flatmap(
    lambda words: st.sampled_from([" ", "-", "/"]).map(lambda joint: joint.join(words))
)


def _longest(
    words: Sequence[Word], at: int, phrases: Sequence[str], *, plural: bool, spelling: dict[str, str]
) -> tuple[int, int] | None:
    """The number of words of the longest phrase at a place, and the number of the first such phrase, by trying all."""

    def compared(keys: list[str]) -> list[str]:
        keys = [spelling.get(key, key) for key in keys]
        return [*keys[:-1], singular(keys[-1])] if plural and keys else keys

    sizes = [
        (len(keys), -number)
        for number, phrase in enumerate(phrases)
        if (keys := compared(keys_of(phrase))) and keys == compared([word.key for word in words[at : at + len(keys)]])
    ]
    return (max(sizes)[0], -max(sizes)[1]) if sizes else None


@example(phrases=["grey list"], texts=["gray list"], plural=False, spelled=True)
@example(phrases=["gray list"], texts=["grey lists"], plural=True, spelled=True)
@given(
    phrases=st.lists(_PHRASES, max_size=10),
    texts=st.lists(_PHRASES, max_size=5),
    plural=st.booleans(),
    spelled=st.booleans(),
)
def test_an_index_finds_what_trying_all_phrases_finds(
    phrases: list[str], texts: list[str], *, plural: bool, spelled: bool
) -> None:
    spelling = _SPELLING if spelled else {}
    index = PhraseIndex([(phrase, n) for n, phrase in enumerate(phrases)], plural=plural, spelling=spelling)
    words = words_of(" ".join(texts))
    expected = [_longest(words, at, phrases, plural=plural, spelling=spelling) for at in range(len(words))]

    found = [index.at(words, at) for at in range(len(words))]
    assert [(match.end - match.first, match.value) if match else None for match in found] == expected
    assert index.everywhere(words) == [match for match in found if match is not None]


@given(st.lists(_PHRASES, max_size=8), st.lists(_PHRASES, max_size=8), st.booleans(), st.data())
def test_phrases_that_begin_in_a_stretch_or_hold_it_are_among_all(
    phrases: list[str], texts: list[str], plural: bool, data: st.DataObject
) -> None:
    index = PhraseIndex([(phrase, n) for n, phrase in enumerate(phrases)], plural=plural)
    text = " ".join(texts)
    words = words_of(text)
    start = data.draw(st.integers(0, len(text)))
    span = Span(start, data.draw(st.integers(start, len(text))))

    found = index.everywhere(words)
    begins = [match for match in found if span.start <= match.span.start < span.end]
    assert index.beginning_in(words, span) == begins
    longest = {match.first: match for match in reversed(list(index.all_beginning_in(words, span)))}
    assert [longest[first].span for first in sorted(longest)] == [match.span for match in begins]
    assert index.holding(words, span) == [match for match in found if match.span.covers(span)]


@given(st.lists(_PHRASES, max_size=6), st.lists(_PHRASES, max_size=6), st.lists(_PHRASES, max_size=5))
def test_an_index_behind_another_counts_as_if_its_phrases_came_last(
    first: list[str], second: list[str], texts: list[str]
) -> None:
    pairs = [(phrase, n) for n, phrase in enumerate([*first, *second])]
    whole = PhraseIndex(pairs, plural=True)
    behind = PhraseIndex(pairs[: len(first)], plural=True, behind=PhraseIndex(pairs[len(first) :], plural=True))
    words = words_of(" ".join(texts))

    assert behind.everywhere(words) == whole.everywhere(words)
    assert all(behind.holding(words, word.span) == whole.holding(words, word.span) for word in words)
    assert [behind.whole(text) for text in texts] == [whole.whole(text) for text in texts]


def test_all_phrases_at_a_place_the_longest_first_with_all_that_they_stand_for() -> None:
    pairs = [("call", 1), ("call centre", 2), ("calls", 3), ("call centre agent", 4), ("centre", 5)]
    words = words_of("call centre agents")

    found = PhraseIndex(pairs, plural=True).all_beginning_in(words, words[0].span)
    places = [(match.span.start, match.span.end, match.value) for match in found]
    assert places == [(0, 18, [4]), (0, 11, [2]), (0, 4, [1, 3])]


WHOLE = [
    ("help desk", "desk"),
    ("Help-desks", "desk"),
    ("help", None),
    ("help desk ticket", None),
    ("ticket", "one word"),
    ("", None),
]


@pytest.mark.parametrize(("phrase", "value"), WHOLE)
def test_a_whole_phrase(phrase: str, value: str | None) -> None:
    index = PhraseIndex([("help desk", "desk"), ("ticket", "one word")], plural=True)

    assert index.whole(phrase) == value
