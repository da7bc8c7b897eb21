"""A bullet with its words underlined: aligned, wrapped, shortened, and harmless."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bulletcoach.model.text import Span
from bulletcoach.report.excerpt import excerpt
from bulletcoach.report.visible import visible, width


def drawn(text: str, *spans: tuple[int, int], columns: int = 60) -> str:
    lines = excerpt(text, [Span(*span) for span in spans], columns)
    return "\n".join(part for line in lines for part in (line.text, line.marks) if part)


def test_the_span_is_underlined() -> None:
    assert drawn("Responsible for the desk", (0, 15)) == "Responsible for the desk\n^^^^^^^^^^^^^^^"


def test_two_spans_share_a_line() -> None:
    assert drawn("Led various things", (0, 3), (4, 11)) == "Led various things\n^^^ ^^^^^^^"


def test_a_wrapped_bullet_has_its_carets_under_the_right_line() -> None:
    text = "Answered calls about billing, and trained various new colleagues"
    assert drawn(text, (42, 49), columns=42) == (
        "Answered calls about billing, and\ntrained various new colleagues\n        ^^^^^^^"
    )


def test_a_long_bullet_keeps_its_beginning_and_the_marked_line() -> None:
    text = "Answered " + "many calls " * 40 + "and utilized a phone"
    start = text.index("utilized")
    lines = drawn(text, (start, start + 8), columns=50).splitlines()
    assert lines[0] == "Answered many calls many calls many calls many …"
    assert "utilized" in lines[1]
    assert lines[2].index("^") == lines[1].index("utilized")
    assert len(lines) == 3


def test_carets_stand_under_wide_characters_and_escapes() -> None:
    assert drawn("日本 led", (3, 6)) == "日本 led\n     ^^^"
    assert drawn("a\x1b[31m led", (7, 10)) == "a\\x1b[31m led\n          ^^^"


@given(st.text(max_size=300), st.integers(20, 100), st.data())
def test_any_text_is_drawn_safely_and_every_mark_has_its_caret(text: str, columns: int, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    lines = excerpt(text, [Span(start, end)], columns)
    for line in lines:
        assert visible(line.text) == line.text
        assert sum(map(width, line.text)) <= columns or len(line.text) <= 12
    whole = excerpt(text, [Span(start, end)], 10_000)
    carets = sum(line.marks.count("^") for line in whole)
    assert carets == sum(map(width, visible(text[start:end])))
