"""The way back: typed text in the characters of clean text, clean text in those of its file; pairs of marks."""

from __future__ import annotations

import pytest

from bulletcoach.model.text import Span
from bulletcoach.readers import decode, spoken
from bulletcoach.readers.marks import mark_pairs
from bulletcoach.readers.quotes import with_quotes_of


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("  Took\tcalls \r\n and\u00a0mails ", "Took calls and mails"),
        ("Said “yes” – the desk’s word", 'Said "yes" – the desk\'s word'),
        ("e\ufb03cient self\u2011service cal\u00adls\u200b", "efficient self-service calls"),
        ("Took **all** [calls](https://a.example) \\*", "Took **all** [calls](https://a.example) \\*"),
        ("custo-\nmer", "custo- mer"),
        ("\u200b", ""),
    ],
)
def test_spoken(typed: str, expected: str) -> None:
    assert spoken(typed) == expected
    assert spoken(expected) == expected


@pytest.mark.parametrize(
    ("file", "expected"),
    [
        ("- the desk’s calls", "the “red” desk’s (‘new’) agents’ ’90s 100% “plan”"),
        ("- the desk's calls", "the \"red\" desk's ('new') agents' '90s 100% \"plan\""),
        ("- the desk’s or desk's calls", "the \"red\" desk's ('new') agents' '90s 100% \"plan\""),
        ("- the calls", "the \"red\" desk's ('new') agents' '90s 100% \"plan\""),
    ],
)
def test_quotes_follow_the_file(file: str, expected: str) -> None:
    text = "the \"red\" desk's ('new') agents' '90s 100% \"plan\""
    encoded = with_quotes_of(decode(file.encode(), "resume.txt"), text)
    assert "".join(encoded) == expected
    assert len(encoded) == len(text)


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("**a** b", [("**", "**")]),
        ("_a_ and `b`", [("_", "_"), ("`", "`")]),
        ("**[a](https://b.example/c_d_e)**", [("**", "**"), ("[", "](https://b.example/c_d_e)")]),
        ("[*a*](/b)", [("[", "](/b)"), ("*", "*")]),
        ("2 * 3 * 4, snake_case_name", []),
    ],
)
def test_pairs_of_marks(text: str, pairs: list[tuple[str, str]]) -> None:
    found = mark_pairs(text, Span(0, len(text)))
    assert [(pair.opening.of(text), pair.closing.of(text)) for pair in found] == pairs
