"""Reading takes time in proportion to the size, whatever the file holds; ten times as much takes no hundredfold."""

from __future__ import annotations

import pytest
from cpu_time import cpu_seconds

from bulletcoach.readers import ResumeWords, decode, read

pytestmark = pytest.mark.slow

SMALL, LARGE = 20_000, 200_000
HOSTILE = [
    "x", "-\n", "- a\n", "a\n", "• a ", " ", "\u00a0", "- ", "**", "*a", "[a", "[a](", "_x ", "`a ",
    "• Built a b c ", "ab-\n", "a-\u00ad\n", "-", "Jan 2020 - ", "a@", "a.", "1. ", "| a ", "a: ", "(", "“", "=",
    "│", "EXPERIENCE\n\n", "E X ", "\r", "\n", "\t", "工", "e\ufb03 ", "</", "a, B, ",
]  # fmt: skip


def _seconds(unit: str, size: int, words: ResumeWords) -> float:
    data = (unit * (size // len(unit))).encode()
    return cpu_seconds(lambda: read(decode(data, "x"), words))


@pytest.mark.parametrize("unit", HOSTILE)
def test_time_is_linear(words: ResumeWords, unit: str) -> None:
    small, large = _seconds(unit, SMALL, words), _seconds(unit, LARGE, words)
    assert large < 30 * max(small, 0.02), f"{unit!r}: {small:.2f} s, then {large:.2f} s for ten times as much"


@pytest.mark.slow
@pytest.mark.parametrize("unit", ["x", "-\n", "• a ", " "])
def test_a_file_of_ten_megabytes(words: ResumeWords, unit: str) -> None:
    assert _seconds(unit, 10_000_000, words) < 30
