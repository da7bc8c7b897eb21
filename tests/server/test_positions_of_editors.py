"""Offsets and what an editor counts in, there and back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lsprotocol.types import Position, PositionEncodingKind, Range

from bulletcoach.model.text import Span
from bulletcoach.server.positions import Lines

UTF8, UTF16, UTF32 = PositionEncodingKind.Utf8, PositionEncodingKind.Utf16, PositionEncodingKind.Utf32
TEXT = "one\r\né🚑 two\n\nthree"


@pytest.mark.parametrize(
    ("encoding", "word", "position"),
    [
        (UTF8, "one", (0, 0)),
        (UTF8, "two", (1, 7)),
        (UTF16, "two", (1, 4)),
        (UTF32, "two", (1, 3)),
        (None, "two", (1, 4)),
        (UTF16, "three", (3, 0)),
    ],
)
def test_a_place_is_counted_in_the_units_of_the_client(
    encoding: PositionEncodingKind | None, word: str, position: tuple[int, int]
) -> None:
    lines = Lines(TEXT, encoding)
    offset = TEXT.index(word)
    assert lines.position(offset) == Position(*position)
    assert lines.offset(Position(*position)) == offset


def test_a_form_feed_or_a_line_separator_ends_no_line() -> None:
    assert Lines("one\ftwo\u2028three\x85four").position(12).line == 0


@pytest.mark.parametrize(
    ("position", "offset"),
    [
        (Position(0, 99), 3),  # behind the end of a line, in front of its break
        (Position(9, 0), len(TEXT)),
        (Position(1, 2), 7),  # inside of the emoji: behind it
    ],
)
def test_a_position_that_is_none_is_taken_for_the_next_one(position: Position, offset: int) -> None:
    assert Lines(TEXT).offset(position) == offset


def test_a_remark_on_the_whole_text_stands_at_its_first_words() -> None:
    lines = Lines("\n   \n  Imani Okafor \n")
    assert lines.range(lines.first_words()) == Range(Position(2, 2), Position(2, 14))
    assert Lines("").first_words() == Span(0, 0)


@given(
    st.text(st.sampled_from("ab é\u0301🚑𝒜\n\r\f\u2028\ud83d"), max_size=30),
    st.sampled_from([UTF8, UTF16, UTF32]),
    st.data(),
)
def test_every_offset_comes_back(text: str, encoding: PositionEncodingKind, data: st.DataObject) -> None:
    lines = Lines(text, encoding)
    offset = data.draw(st.integers(0, len(text)))
    if text[max(0, offset - 1) : offset + 1] != "\r\n":  # inside of a line break there is no position
        assert lines.offset(lines.position(offset)) == offset
