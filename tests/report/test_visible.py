"""Characters that could steer a terminal or hide are written out; everything else stays."""

from __future__ import annotations

import io
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletcoach.report.page import ColouredPage, PlainPage, wants_colour
from bulletcoach.report.visible import visible, visible_character


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain [X%] *text* `code` :smile:", "plain [X%] *text* `code` :smile:"),
        ("Größe – “café” 日本", "Größe – “café” 日本"),
        ("\x1b[2J\x07", "\\x1b[2J\\x07"),
        ("a\u202egnp.exe", "a\\u202egnp.exe"),
        ("zero\u200bwidth\u2066", "zero\\u200bwidth\\u2066"),
        ("line\nbreak\r\u2028", "line\\x0abreak\\x0d\\u2028"),
        ("tag\U000e0041", "tag\\U000e0041"),
        ("byte\udcff", "byte\\udcff"),
        ("\x9b31m", "\\x9b31m"),
        ("none\ufffe\ufdd0\U0001ffff", "none\\ufffe\\ufdd0\\U0001ffff"),
    ],
)
def test_hidden_characters_show(text: str, shown: str) -> None:
    assert visible(text) == shown


@given(st.text())
def test_nothing_hidden_is_left_and_showing_twice_changes_nothing(text: str) -> None:
    shown = visible(text)
    assert not any(unicodedata.category(character) in ("Cc", "Cf", "Cs", "Zl", "Zp") for character in shown)
    assert visible(shown) == shown


@pytest.mark.parametrize(
    "text", ["[red]x[/red]", "[/]", "[X%]", ":warning:", "https://example.com 42 'x'", "[link=a]b"]
)
def test_no_markup_is_read_in_colour_or_without(text: str) -> None:
    plain, coloured = io.StringIO(), io.StringIO()
    PlainPage(plain).line(text)
    ColouredPage(coloured).line(text)
    assert plain.getvalue() == coloured.getvalue() == text + "\n"


def test_colour_puts_styles_around_parts_and_never_wraps() -> None:
    out = io.StringIO()
    ColouredPage(out).line(("BC101", "error"), " ", "x" * 300, "\x1b[0m")
    assert out.getvalue() == f"\x1b[1;31mBC101\x1b[0m {'x' * 300}\\x1b[0m\n"


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("terminal", "environment", "coloured"),
    [
        (True, {}, True),
        (True, {"TERM": "dumb"}, False),
        (True, {"NO_COLOR": "1"}, False),
        (True, {"NO_COLOR": ""}, True),
        (False, {}, False),
        (False, {"FORCE_COLOR": "1"}, True),
        (False, {"FORCE_COLOR": "0"}, False),
        (True, {"FORCE_COLOR": "1", "TERM": "dumb"}, True),
        (True, {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
    ],
)
def test_when_there_is_colour(terminal: bool, environment: dict[str, str], coloured: bool) -> None:
    assert wants_colour(Terminal() if terminal else io.StringIO(), environment) is coloured


def test_whole_texts_are_shown_as_their_characters_are() -> None:
    for code in range(0x110000):
        assert visible(chr(code)) == visible_character(chr(code))
