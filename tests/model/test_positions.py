"""Spans, source maps, lines and columns, held against the plainest computation of the same."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletcoach.model.text import LineIndex, Run, SourceMap, Span

lines = st.lists(st.sampled_from(["", "a", "é", "🎉", "bullet", " "]), max_size=8)
breaks = st.lists(st.sampled_from(["\n", "\r\n", "\r"]), min_size=8, max_size=8)


def _naive(text: str, offset: int) -> tuple[int, int]:
    """Line and column by walking through the text."""
    line, column = 1, 1
    for at in range(offset):
        ends = text[at] == "\n" or (text[at] == "\r" and text[at + 1 : at + 2] != "\n")
        line, column = (line + 1, 1) if ends else (line, column + 1)
    return line, column


@given(lines, breaks)
def test_positions_with_every_kind_of_line_break(parts: list[str], ends: list[str]) -> None:
    text = "".join(part + end for part, end in zip(parts, ends, strict=False))
    index = LineIndex(text)

    for offset in range(len(text) + 1):
        assert index.position(offset) == _naive(text, offset), (text, offset)


@given(st.text(alphabet="ab\r\n", max_size=30))
def test_positions_in_any_mixture(text: str) -> None:
    index = LineIndex(text)

    assert [index.position(offset) for offset in range(len(text) + 1)] == [
        _naive(text, offset) for offset in range(len(text) + 1)
    ]


POSITIONS = [
    ("", 0, (1, 1)),
    ("abc", 2, (1, 3)),
    ("a\nb", 2, (2, 1)),
    ("a\r\nb", 3, (2, 1)),
    ("a\rb", 2, (2, 1)),
    ("a\n\nb", 3, (3, 1)),
    ("é🎉x", 2, (1, 3)),
    ("a\u2028b", 2, (1, 3)),
    ("a\x0cb", 2, (1, 3)),
]


@pytest.mark.parametrize(("text", "offset", "position"), POSITIONS)
def test_a_position(text: str, offset: int, position: tuple[int, int]) -> None:
    assert LineIndex(text).position(offset) == position


spans = st.tuples(st.integers(0, 20), st.integers(0, 20)).map(lambda pair: Span(min(pair), max(pair)))


@given(spans, spans)
def test_spans_are_sets_of_places(one: Span, other: Span) -> None:
    here, there = set(range(one.start, one.end)), set(range(other.start, other.end))

    assert len(one) == len(here)
    if here and there:
        assert one.overlaps(other) == bool(here & there)
        assert one.covers(other) == (there <= here)
    assert one.overlaps(other) == other.overlaps(one)
    assert one.covers(one)


@st.composite
def mapped(draw: st.DrawFn) -> tuple[SourceMap, list[Span]]:
    """A source map, and what it should say of each clean character."""
    runs: list[Run] = []
    expected: list[Span] = []
    clean, source = 0, draw(st.integers(0, 5))
    for width in draw(st.lists(st.integers(1, 4), min_size=1, max_size=6)):
        literal = draw(st.booleans())
        taken = width if literal else draw(st.sampled_from([size for size in range(1, 7) if size != width]))
        runs.append(Run(Span(clean, clean + width), Span(source, source + taken)))
        expected += [
            Span(source + n, source + n + 1) if literal else Span(source, source + taken) for n in range(width)
        ]
        clean, source = clean + width, source + taken + draw(st.integers(0, 3))
    return SourceMap(tuple(runs)), expected


@given(mapped())
def test_every_character_maps_to_its_source(case: tuple[SourceMap, list[Span]]) -> None:
    source_map, expected = case

    assert [source_map.character(offset) for offset in range(len(expected))] == expected


@given(mapped(), st.data())
def test_a_span_maps_to_the_smallest_range_that_holds_it(
    case: tuple[SourceMap, list[Span]], data: st.DataObject
) -> None:
    source_map, expected = case
    start = data.draw(st.integers(0, len(expected) - 1))
    end = data.draw(st.integers(start + 1, len(expected)))

    assert source_map.source_span(Span(start, end)) == Span(
        min(span.start for span in expected[start:end]), max(span.end for span in expected[start:end])
    )


@given(mapped())
def test_an_empty_span_maps_to_an_empty_one(case: tuple[SourceMap, list[Span]]) -> None:
    source_map, expected = case

    for offset in range(len(expected) + 1):
        at = source_map.source_span(Span(offset, offset))
        assert at.start == at.end
        assert at.start == (expected[offset - 1].end if offset else expected[0].start)


@given(mapped())
def test_outside_the_text_there_is_nothing(case: tuple[SourceMap, list[Span]]) -> None:
    source_map, expected = case

    for offset in (-1, len(expected), len(expected) + 3):
        with pytest.raises(IndexError):
            source_map.character(offset)
    with pytest.raises(IndexError):
        source_map.source_span(Span(0, len(expected) + 1))


def test_the_empty_text_has_no_places() -> None:
    with pytest.raises(IndexError):
        SourceMap(()).source_span(Span(0, 0))
