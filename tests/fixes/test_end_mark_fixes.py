"""End punctuation by the majority of the post: which bullets get which mark, and which are left alone."""

from __future__ import annotations

import pytest

from bulletcoach.fixes import edited_text
from bulletcoach.rules.end_marks import end_mark, fixed_end

ABBREVIATIONS = frozenset({"ltd", "co", "inc", "dept", "approx"})


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("Ran the desk.", "."),
        ("Ran the desk", ""),
        ("Ran the desk;", ";"),
        ("Ran the desk, and", ""),
        ("Doubled the tips!", "!"),
        ("Opened at 6 a.m.", ""),
        ("Sold bread, rolls, etc.", ""),
        ("Sold bread, rolls …", ""),
        ("Sold bread, rolls...", ""),
        ("Ran the desk of Marlow Ltd.", None),
        ("Ran the desk (Marlow Ltd.)", ""),
        ("Merged the (Dept.", None),
        ("Sold to Acme Co.", None),
        ("Tutored Anna K.", None),
    ],
)
def test_the_mark_that_a_bullet_ends_with(text: str, mark: str | None) -> None:
    assert end_mark(text, ABBREVIATIONS) == mark


@pytest.mark.parametrize(
    ("text", "usual", "fixed"),
    [
        ("Ran the desk", ".", "Ran the desk."),
        ("Ran the desk;", ".", "Ran the desk."),
        ("Cut waste by 4%", ".", "Cut waste by 4%."),
        ("Wrote the parser in C++", ".", "Wrote the parser in C++."),
        ("Ran the desk (two of three shifts)", ".", "Ran the desk (two of three shifts)."),
        ("Ran the desk. Wrote the manual", ".", "Ran the desk. Wrote the manual."),
        ("Ran the desk.", "", "Ran the desk"),
        ("Ran the desk;", "", "Ran the desk"),
        # what may not be touched
        ("Ran the desk,", ".", None),
        ("Ran the desk,", "", None),
        ("Doubled the tips!", ".", None),
        ("Doubled the tips!", "", None),
        ("Ran the desk", ";", None),
        ("Ran the desk.", ";", None),
        ("Ran the desk. Wrote the manual.", "", None),
        ("Ran the desk … ", ".", None),
        ("Sold bread, rolls …", ".", None),
        ("Won three awards:", ".", None),
        ("Was called “the calm one”", ".", None),
        ('Was called "the calm one"', ".", None),
        ("(Ran the desk)", ".", None),
        ("Ran the desk (as long as it lasted!)", ".", None),
        ("Wrote the page at https://desk.example/help", ".", None),
        ("Answered mail to help@desk.example", ".", None),
        ("Built api.desk.example/v2", ".", None),
        ("Ran the desk –", ".", None),
        ("Ran the desk .", "", None),
    ],
)
def test_the_fix(text: str, usual: str, fixed: str | None) -> None:
    fix = fixed_end(text, end_mark(text, ABBREVIATIONS) or "", usual)
    assert (edited_text(text, fix.edits) if fix else None) == fixed
