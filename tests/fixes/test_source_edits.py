"""Fixes as edits of the source: what a report or an editor hands on."""

from __future__ import annotations

import pytest
from offered_fixes import HEAD, Check, in_post, written

from bulletcoach.editing import apply
from bulletcoach.fixes import compatible, edited_text, source_edits
from bulletcoach.fixes.proposing import smallest_edit
from bulletcoach.model.finding import Applicability, Fix, TextEdit
from bulletcoach.model.text import Span


def _fix(*edits: tuple[int, int, str]) -> Fix:
    return Fix(Applicability.SAFE, "Change it", tuple(TextEdit(Span(start, end), text) for start, end, text in edits))


@pytest.mark.parametrize(
    ("old", "new", "edit"),
    [
        ("I ran the desk", "Ran the desk", (0, 5, "Ran")),
        ("Ran the desk daily", "Ran the desk", (12, 18, "")),
        ("Ran the desk", "Ran the desk.", (12, 12, ".")),
        ("Trained trainees", "Trained trainers", (8, 16, "trainers")),
        ("Really, really good", "Really good", (0, 11, "")),
        ("Same", "Same", (4, 4, "")),
    ],
)
def test_the_smallest_edit_cuts_through_no_word(old: str, new: str, edit: tuple[int, int, str]) -> None:
    found = smallest_edit(old, new)
    assert edited_text(old, [found]) == new
    if old != "Really, really good":  # more than one is smallest
        assert (found.span.start, found.span.end, found.text) == edit


def test_of_fixes_that_meet_the_first_one_counts() -> None:
    first, second, third = _fix((0, 4, "a")), _fix((3, 6, "b"), (9, 10, "c")), _fix((8, 9, "d"))
    beside, at_its_edge = _fix((4, 6, "e")), _fix((9, 9, "f"))
    fixes = [first, second, third, beside, at_its_edge]
    assert compatible(fixes) == (*first.edits, *beside.edits, *third.edits)


@pytest.mark.parametrize(
    ("name", "before", "code", "after"),
    [
        ("a.md", "# Work\n\n- **I trained** 14 porters\n", "BC501", "# Work\n\n- **Trained** 14 porters\n"),
        ("a.md", "# Work\n\n- I **trained** 14 porters\n", "BC501", "# Work\n\n- **Trained** 14 porters\n"),
        ("a.html", "<ul><li>I trained&nbsp;14 porters</li></ul>", "BC501", "<ul><li>Trained&nbsp;14 porters</li></ul>"),
        ("a.txt", f"{HEAD}- I trained\n  14 porters\n", "BC501", f"{HEAD}- Trained\n  14 porters\n"),
    ],
)
def test_markup_and_line_breaks_survive(check: Check, name: str, before: str, code: str, after: str) -> None:
    assert written(check(before, name), code) == after


def test_several_fixes_of_one_bullet_at_once(check: Check) -> None:
    result = check(in_post("I trained  14 porters", "Ran the desk.", "Wrote the rota."))
    assert result.document is not None
    fixes = [each.fix for each in result.findings if each.bullet == 0 and each.fix]
    edits = source_edits(result.document, result.bullets[0].bullet, *fixes)
    assert apply(result.document.source, edits).text == in_post(
        "Trained 14 porters.", "Ran the desk.", "Wrote the rota."
    )
    assert len(edits) == 3


def test_no_edits_where_the_markup_would_be_cut(check: Check) -> None:
    result = check("# Work\n\n- Was in charge **of the luggage** room\n", "a.md")
    assert result.document is not None
    bullet = result.bullets[0].bullet
    assert bullet.text == "Was in charge of the luggage room"
    inside = _fix((0, 20, "Ran x"), (25, 33, "gage"))
    assert isinstance(source_edits(result.document, bullet, inside), tuple)
