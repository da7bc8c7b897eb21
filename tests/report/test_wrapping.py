"""Styled text in lines that fit: nothing lost, nothing too wide, nothing that steers a terminal."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bulletcoach.report.page import Part
from bulletcoach.report.visible import visible, width
from bulletcoach.report.wrapping import hanging


def lines(lead: str, parts: list[Part], columns: int) -> list[str]:
    drawn = hanging(lead, parts, columns)
    return ["".join(part if isinstance(part, str) else part[0] for part in line) for line in drawn]


def test_later_lines_hang_below_the_first_word() -> None:
    assert lines("  → ", ["Answered calls about bills"], 20) == ["  → Answered calls", "    about bills"]


def test_a_part_keeps_its_style_across_lines() -> None:
    parts: list[Part] = ["Answered ", ("[N daily]", "slot"), " calls"]
    assert list(hanging("> ", parts, 14)) == [
        ("> ", ("Answered ", ""), ("[N", "slot")),
        ("  ", ("daily]", "slot"), (" calls", "")),
    ]


def test_a_word_longer_than_a_line_is_broken_and_wide_characters_count_twice() -> None:
    assert lines("", ["日本日本"], 4) == ["日本", "日本"]
    assert lines("    ", ["abcdef"], 2) == [f"    {letter}" for letter in "abcdef"]


@given(st.lists(st.tuples(st.text(max_size=40), st.sampled_from(("", "slot"))), max_size=6), st.integers(10, 60))
def test_any_text_fits_and_loses_nothing_but_spaces(parts: list[tuple[str, str]], columns: int) -> None:
    drawn = lines("→ ", list(parts), columns)
    shown = visible("".join(text for text, _ in parts))
    assert "".join(line[2:] for line in drawn).replace(" ", "") == shown.replace(" ", "")
    for line in drawn:
        assert visible(line) == line
        assert sum(map(width, line)) <= columns or len(line) <= 12
