"""Rewrites on a page: behind an arrow, wrapped, coloured by origin, their blanks in brackets."""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Sequence
from functools import cache

import pytest
from handmade_rewrites import HOSTILE, MINIMAL, SPLIT, STRONG, TEXT, rewritten

import bulletcoach
from bulletcoach import FileResult, Rewrite, Severity
from bulletcoach.config import Settings
from bulletcoach.report import concise, text
from bulletcoach.report.page import ColouredPage, PlainPage
from bulletcoach.report.rewrites import Shown, write_rewrites
from bulletcoach.report.visible import width
from bulletcoach.run import Checked


def drawn(*rewrites: Rewrite, columns: int = 80, labelled: bool = False) -> str:
    out = io.StringIO()
    write_rewrites(rewrites, PlainPage(out), columns, labelled=labelled)
    return out.getvalue()


@cache
def checked_text(source: str) -> FileResult:
    return bulletcoach.check_text(source, filename="cv.txt", select=["BC1", "BC5"])


def report(source: str, rewrites: Sequence[Rewrite], shown: Shown, *, bullet: int = 0) -> str:
    out = io.StringIO()
    result = rewritten(checked_text(source), *rewrites, bullet=bullet)
    text.write([Checked(result, Settings())], PlainPage(out), 80, rewrites=shown, summary=False)
    return out.getvalue()


def test_a_rewrite_stands_behind_an_arrow_and_hangs() -> None:
    assert drawn(STRONG, columns=60) == (
        "    → Fielded [N daily] inbound calls and chats about\n"
        "      billing, [cutting average handle time from X to Y]\n"
    )


def test_several_have_their_kinds_as_labels() -> None:
    assert drawn(MINIMAL, STRONG, columns=72, labelled=True) == (
        "    → minimal: Answered inbound calls and chats about billing\n"
        "    → strong:  Fielded [N daily] inbound calls and chats about billing,\n"
        "               [cutting average handle time from X to Y]\n"
    )


def test_a_second_bullet_and_a_note_stand_below() -> None:
    assert drawn(SPLIT) == (
        "    → Answered inbound calls and chats about billing\n"
        "and → Answered chats about billing\n"
        "      Note: the chats would do as a bullet of their own\n"
    )
    assert drawn(SPLIT, labelled=True).splitlines()[1:] == [
        "and →        Answered chats about billing",
        "      Note: the chats would do as a bullet of their own",
    ]


@pytest.mark.parametrize("columns", [40, 41, 55, 100])
def test_it_fits_the_page(columns: int) -> None:
    for line in drawn(MINIMAL, STRONG, SPLIT, columns=columns, labelled=True).splitlines():
        assert sum(map(width, line)) <= columns


def test_colours_tell_origins_and_change_no_character() -> None:
    out = io.StringIO()
    write_rewrites([STRONG], ColouredPage(out), 80, labelled=False)
    assert out.getvalue().startswith(
        "    → \x1b[36mFielded\x1b[0m \x1b[1;35m[N daily]\x1b[0m inbound calls and chats about billing, "
    )
    assert "\x1b[1;35m[cutting" in out.getvalue()


def test_hostile_words_are_shown_not_obeyed() -> None:
    shown = drawn(HOSTILE, columns=200)
    assert "Answered \\x1b[31m\\u202e[red]calls[/red] :warning:[N \\x07 daily]\n" in shown
    assert "Note: \\x9b31m" in shown
    assert not {unicodedata.category(character) for character in shown} & {"Cf"}
    out = io.StringIO()
    write_rewrites([HOSTILE], ColouredPage(out), 200, labelled=False)
    assert "Answered \\x1b[31m\\u202e[red]calls[/red] :warning:" in out.getvalue()


def test_the_best_follows_the_advice_of_its_bullet() -> None:
    lines = report(f"- {TEXT}\n", [STRONG, MINIMAL], Shown.BEST).splitlines()
    arrow = lines.index("    → Fielded [N daily] inbound calls and chats about billing, [cutting average")
    assert lines[0].startswith("cv.txt:1:3: BC101 ")
    assert "?" in lines[arrow - 1]
    assert lines[arrow + 1 :] == ["      handle time from X to Y]", ""]


def test_all_of_them_or_none() -> None:
    every = report(f"- {TEXT}\n", [STRONG, MINIMAL], Shown.ALL)
    assert "    → strong:  Fielded" in every
    assert "    → minimal: Answered" in every
    assert "→" not in report(f"- {TEXT}\n", [STRONG, MINIMAL], Shown.NONE)


def test_a_bullet_without_a_finding_that_is_shown_has_no_rewrite_either() -> None:
    quiet = "- Cut refund errors by 40% in 2023 by rewriting the returns checklist"
    assert [found for found in checked_text(quiet).findings if found.severity is not Severity.INFO] == []
    assert report(quiet, [STRONG], Shown.ALL) == ""
    both = f"{quiet}\n- {TEXT}\n"
    assert "→" not in report(both, [STRONG], Shown.ALL)
    assert "→" in report(both, [STRONG], Shown.ALL, bullet=1)


def test_the_concise_format_shows_none() -> None:
    out = io.StringIO()
    concise.write([Checked(rewritten(checked_text(f"- {TEXT}\n"), STRONG), Settings())], PlainPage(out))
    assert len(out.getvalue().splitlines()) == 1
