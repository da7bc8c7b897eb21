"""How places in files of each kind are found and named."""

from __future__ import annotations

import pytest

from bulletcoach.model.document import Document, Positions, Source
from bulletcoach.model.places import Place, Places
from bulletcoach.model.text import Span

TEXT = "one\ntwo three\n\nfour\n"


@pytest.mark.parametrize(
    ("positions", "place", "name", "address", "line_address"),
    [
        (Positions.COLUMNS, Place("cv", 2, 5, 2, 10), "line 2", "cv:2:5", "cv:2"),
        (Positions.LINES, Place("cv", 2, end_line=2), "line 2", "cv:2", "cv:2"),
        (Positions.PAGES, Place("cv", 2, end_line=2, page=1), "page 1, line 2", "cv, page 1, line 2", None),
        (Positions.PARAGRAPHS, Place("cv", paragraph=2), "paragraph 2", "cv, paragraph 2", None),
    ],
)
def test_a_place(positions: Positions, place: Place, name: str, address: str, line_address: str | None) -> None:
    document = Document(Source("cv", b"", TEXT), "x", positions=positions, pages=(0, 15))
    found = Places(document).of(Span(8, 13))
    assert found == place
    assert (found.name, found.address, found.line_address) == (name, address, line_address or address)


def test_lines_count_anew_on_each_page() -> None:
    document = Document(Source("cv", b"", TEXT), "pdf", positions=Positions.PAGES, pages=(0, 15))
    assert [Places(document).of(Span(at, at + 1)).name for at in (0, 13, 15)] == [
        "page 1, line 1", "page 1, line 2", "page 2, line 1"
    ]  # fmt: skip


def test_a_place_in_an_included_file() -> None:
    document = Document(Source("cv.tex", b"", "x"), "latex", included=(Source("work.tex", b"", TEXT),))
    assert Places(document).of(Span(4, 7), 1).address == "work.tex:2:1"
