"""A folder of pages: one for each résumé, and an index over them; nobody else's files are touched."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from checked_resumes import COOK, WAITER, checked_text
from handmade_results import unreadable
from parsed_page import Node, parsed
from report_pages import golden

from bulletcoach.errors import OutputError
from bulletcoach.report.html import publishing
from bulletcoach.report.html.names import INDEX

SEVERAL = (
    checked_text(COOK, "cook/cv.txt"),
    unreadable("gone/<b>.txt"),
    checked_text("- Verantwortlich für die Küche und die Ausbildung der neuen Köche im Hotel Adler\n" * 3, "koch.md"),
    checked_text(WAITER, "COOK/cv.txt"),
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    publishing.write_folder(SEVERAL, tmp_path / "new" / "report")
    return tmp_path / "new" / "report"


def index_of(folder: Path) -> Node:
    return parsed((folder / INDEX).read_text(encoding="utf-8").removeprefix("<!DOCTYPE html>"))


def test_a_page_each_and_an_index(folder: Path) -> None:
    assert sorted(path.name for path in folder.iterdir()) == [
        "COOK-cv.txt-2.html",
        "cook-cv.txt.html",
        "gone-b-.txt.html",
        "index.html",
        "koch.md.html",
    ]
    links = [link.attributes["href"] for link in index_of(folder).all("a")]
    assert links == ["cook-cv.txt.html", "gone-b-.txt.html", "koch.md.html", "COOK-cv.txt-2.html"]
    for link in links:
        assert link
        assert '<a href="index.html">All résumés</a>' in (folder / link).read_text(encoding="utf-8")


def test_the_index_word_for_word(folder: Path) -> None:
    golden("index.html", (folder / INDEX).read_text(encoding="utf-8"))


def test_the_index_holds_only_what_is_ours(folder: Path) -> None:
    root = index_of(folder)
    assert not {node.tag for node in root.all("main")} & {"script", "img", "i"}
    assert ["no such file or folder"] in [[cell.text for cell in row.all("td")] for row in root.all("tr")]
    rows = [[cell.text for cell in row.all("td")] for row in root.one("tbody").all("tr") if len(row.all("td")) > 1]
    totals = [cell.text for cell in root.one("tfoot").all("td")]
    assert totals == [str(sum(int(row[column]) for row in rows if row[column] != "–")) for column in range(4)]


def test_a_second_report_takes_the_place_of_the_first(folder: Path) -> None:
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    publishing.write_folder(SEVERAL, folder)
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before
    publishing.write_folder(SEVERAL[:1], folder)
    assert (folder / "koch.md.html").exists()
    assert [link.text for link in index_of(folder).all("a")] == ["cook/cv.txt"]


def test_other_files_stay_as_they_are(tmp_path: Path) -> None:
    (tmp_path / "cook-cv.txt.html").write_text("<p>mine", encoding="utf-8")
    (tmp_path / "notes.txt").write_text("mine", encoding="utf-8")
    publishing.write_folder(SEVERAL[:1], tmp_path)
    assert (tmp_path / "cook-cv.txt.html").read_text(encoding="utf-8") == "<p>mine"
    assert (tmp_path / "notes.txt").read_text(encoding="utf-8") == "mine"
    assert (tmp_path / "cook-cv.txt-2.html").exists()


def test_an_index_of_somebody_else_is_an_error(tmp_path: Path) -> None:
    (tmp_path / INDEX).write_text("<h1>My site</h1>", encoding="utf-8")
    with pytest.raises(OutputError, match=r"index\.html: this is no page of bulletcoach; name another folder"):
        publishing.write_folder(SEVERAL, tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == [INDEX]


def test_a_place_that_cannot_be_written_to_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(OutputError, match="cannot be written"):
        publishing.write_folder(SEVERAL, tmp_path / "file" / "report")


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such permissions")
def test_pages_are_as_open_as_any_new_file(folder: Path) -> None:
    (folder / "other").touch()
    assert (folder / INDEX).stat().st_mode == (folder / "other").stat().st_mode


@pytest.mark.parametrize(
    ("name", "is_folder"),
    [("new", True), ("a.b/new", True), ("there", True), ("page.html", False), ("page.HTM", False), ("old", False)],
)
def test_what_names_a_folder(tmp_path: Path, name: str, is_folder: bool) -> None:
    (tmp_path / "there").mkdir()
    (tmp_path / "old").touch()
    assert publishing.names_folder(tmp_path / name) is is_folder
