"""Numbers with their signs, as the check of honesty finds them."""

from __future__ import annotations

import re

import pytest
from cpu_time import cpu_seconds
from hypothesis import given
from hypothesis import strategies as st

from bulletcoach.rewriting.honesty.figures import _figures

# The same without the rule that a row of signs begins at its first.
_PLAIN = re.compile(r"([~≈<>≤≥±£$€-]*)(\d[\d,.]*\d|\d)(\s?%|\+|[xX]\b)?")


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Cut ~60 errors by -5.0 %", [("~", "60", ""), ("-", "5.0", " %")]),
        ("from $1,200 to <£90+", [("$", "1,200", ""), ("<£", "90", "+")]),
        ("10-20 calls, 3x", [("", "10", ""), ("-", "20", ""), ("", "3", "x")]),
        ("----", []),
    ],
)
def test_numbers_with_their_signs(text: str, figures: list[tuple[str, str, str]]) -> None:
    assert _figures(text) == figures


@given(st.text("~<$-£59,.+%x a", max_size=30))
def test_a_row_of_signs_is_one(text: str) -> None:
    assert _figures(text) == _PLAIN.findall(text)


def test_long_rows_of_signs_take_no_square_time() -> None:
    assert cpu_seconds(lambda: _figures("7 " + "-" * 20_000)) < 0.5
