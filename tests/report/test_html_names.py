"""Names of pages: readable, unique, safe on every system."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bulletcoach.report.html.names import PageNames


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("cv.txt", "cv.txt.html"),
        ("cv/anna.tex", "cv-anna.tex.html"),
        ("C:\\Users\\Ana\\cv.docx", "C-Users-Ana-cv.docx.html"),
        ("../../etc/passwd", "etc-passwd.html"),
        ("./.hidden/cv.md", "hidden-cv.md.html"),
        ("Jane Doe's résumé (2).txt", "Jane-Doe-s-résumé-2-.txt.html"),
        ("re\u0301sume\u0301.txt", "résumé.txt.html"),
        ("履歴書.pdf", "履歴書.pdf.html"),
        ("<stdin>", "stdin.html"),
        ("???", "resume.html"),
        ("con.txt", "resume-con.txt.html"),
        ("\udcff\u202e\x1b.txt", "txt.html"),
    ],
)
def test_names(path: str, name: str) -> None:
    assert PageNames().name(path) == name


def test_a_name_is_given_once_in_any_case() -> None:
    names = PageNames()
    assert [names.name(path) for path in ("a/cv.txt", "a-cv.txt", "A/CV.txt", "index")] == [
        "a-cv.txt.html",
        "a-cv.txt-2.html",
        "A-CV.txt-3.html",
        "index-2.html",
    ]


def test_the_name_of_another_file_is_left_to_it() -> None:
    names = PageNames(lambda name: name == "cv.txt.html")
    assert names.name("cv.txt") == "cv.txt-2.html"


@given(st.lists(st.text(max_size=300), max_size=5))
@example(["\u0300"])
def test_any_paths_have_safe_names_of_their_own(paths: list[str]) -> None:
    names = PageNames()
    given = [names.name(path) for path in paths]
    assert len({name.casefold() for name in given}) == len(paths)
    for name in given:
        assert re.fullmatch(r"[^\W_][^/\\:*?\"<>|\s\x00-\x1f]*\.html", name)
        assert ".." not in name
        assert len(name.encode()) < 160
