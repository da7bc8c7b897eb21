"""Composing: joints are mended as if each character knew where it came from."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletcoach.model.rewrite import Origin, Part, Slot, Wanted
from bulletcoach.model.text import Span
from bulletcoach.rewriting.composing import capital, end_of_words, grammar, is_tidy, joined, kept, mended

SOURCE = "Answered calls (and mail ) , logged  tickets; ran the desk – daily"
BLANK = Part("[how many]", Origin.SLOT, slot=Slot(Wanted.SCOPE, "how many", "How many?", "forty"))

MENDED = [
    ([kept(SOURCE, Span(8, 14)), grammar(", "), grammar("")], "Calls"),
    ([kept(SOURCE, Span(0, 15)), kept(SOURCE, Span(25, 39))], "Answered calls), logged ti"),
    ([kept(SOURCE, Span(0, 16)), kept(SOURCE, Span(25, 28))], "Answered calls"),
    ([kept(SOURCE, Span(0, 8)), grammar(" "), kept(SOURCE, Span(8, 14))], "Answered calls"),
    ([kept(SOURCE, Span(0, 15)), grammar(".")], "Answered calls."),
    ([BLANK, grammar(" "), kept(SOURCE, Span(9, 14))], "[How many] calls"),
    ([grammar(", "), kept(SOURCE, Span(46, 58))], "Ran the desk"),
]


@pytest.mark.parametrize(("parts", "text"), MENDED, ids=[text for _, text in MENDED])
def test_joints_are_mended(parts: Sequence[Part], text: str) -> None:
    assert "".join(part.text for part in mended(parts, SOURCE)) == text


def test_a_word_that_no_longer_stands_first_loses_its_capital() -> None:
    parts = [grammar("despite "), BLANK, grammar(", "), kept(SOURCE, Span(0, 14))]

    assert "".join(part.text for part in mended(parts, SOURCE, lower=(0,))) == "Despite [how many], answered calls"
    assert "".join(part.text for part in mended(parts[3:], SOURCE, lower=(0,))) == "Answered calls"


TIDY = [
    ("Answered calls", True),
    ("answered calls (and mail).", True),
    ("Answered calls!", True),
    ("Answered calls from 9 a.m. to 5 p.m.", True),
    ("Answered  calls", False),
    ("Answered calls , and mail", False),
    ("Answered calls;", False),
    ("Answered calls..", False),
    ("Answered calls –", False),
    ("– Answered calls", False),
    ("9 desks run", False),
    ("ǅed the desk", False),
    ("ßed the desk", True),
    ("管理 the desk", True),
    ("", False),
]


@pytest.mark.parametrize(("text", "tidy"), TIDY)
def test_a_text_that_needs_no_mending(text: str, tidy: bool) -> None:
    assert is_tidy(text) is tidy


@given(st.text("Ab1 .,;:!()–&ǅß管İ", max_size=9))
def test_a_tidy_text_is_mended_to_itself(text: str) -> None:
    whole = joined([kept(text, Span(0, end_of_words(text)))], text)

    assert not is_tidy(text) or "".join(part.text for part in whole) == text


_STRETCHES = st.tuples(st.integers(0, len(SOURCE)), st.integers(0, len(SOURCE))).map(lambda ends: Span(*sorted(ends)))
_PARTS = st.one_of(
    _STRETCHES.map(lambda span: kept(SOURCE, span)),
    _STRETCHES.map(lambda span: Part(span.of(SOURCE).upper(), Origin.SOURCE, span)),
    st.sampled_from([" ", ", ", "(", ")", " and ", "; ", ".", "–", ""]).map(grammar),
    st.just(BLANK),
)


@given(st.lists(_PARTS, max_size=6), st.sampled_from([(), (0,), (25,)]))
def test_parts_are_mended_like_single_characters(parts: list[Part], lower: tuple[int, ...]) -> None:
    assert list(mended(parts, SOURCE, lower=lower)) == _by_characters(parts, lower)


def _by_characters(parts: Sequence[Part], lower: tuple[int, ...]) -> list[Part]:
    """The same, with a cell for each character: its part, and its offset in the source if it was taken from there."""
    cells: list[tuple[str, int, int | None]] = []
    for number, part in enumerate(parts):
        literal = part.origin is Origin.SOURCE and part.source is not None and part.source.of(SOURCE) == part.text
        start = part.source.start if part.source is not None else 0
        if part.slot is not None:
            cells.append(("\ue000", number, None))
        else:
            cells += [(sign, number, start + at if literal else None) for at, sign in enumerate(part.text)]
    for pattern in (
        r"^[\s ,;:/–—-]+", r"(?<=\s)\s+", r"\s+(?=[,;:!?)]|\.(?:\s|$))", r"(?<=\()\s+", r"\(\)", r"[,;](?=\s*[,;.])",
        r"[\s& ,;:/–—-]+$",
    ):  # fmt: skip
        text = "".join(sign for sign, _, _ in cells)
        gone = {at for match in re.finditer(pattern, text) for at in range(*match.span())}
        cells = [cell for at, cell in enumerate(cells) if at not in gone]
    signs = [sign.lower() if at and offset in lower else sign for at, (sign, _, offset) in enumerate(cells)]
    first = next((at for at, sign in enumerate(signs) if sign.isalnum() or sign == "\ue000"), None)
    if first is not None:
        signs[first] = signs[first].upper()
    found: list[Part] = []
    runs: list[list[int]] = []
    for at, (_, number, offset) in enumerate(cells):
        before = cells[at - 1] if at else None
        goes_on = before is not None and before[1] == number
        if goes_on and before is not None and before[2] is not None:
            goes_on = offset == before[2] + 1
        if goes_on:
            runs[-1].append(at)
        else:
            runs.append([at])
    for run in runs:
        part = parts[cells[run[0]][1]]
        offsets = [offset for at in run if (offset := cells[at][2]) is not None]
        if part.slot is not None:
            found.append(capital(part) if run[0] == 0 else part)
        else:
            source = Span(offsets[0], offsets[-1] + 1) if offsets else part.source
            found.append(Part("".join(signs[at] for at in run), part.origin, source, tied=part.tied))
    return found
