"""`check --format html`: one page to standard output or a file, many into a folder, and nothing half done."""

from __future__ import annotations

from pathlib import Path

import pytest

from cli.commandline import Run

RESUMES = {
    "class/ana/cv.txt": "- Responsible for the returns desk\n",
    "class/ben/resume.md": "- Cut returns from 9% to 4% by measuring every customer\n",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in RESUMES.items():
        (tmp_path / name).parent.mkdir(parents=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


@pytest.mark.usefixtures("folder")
def test_one_page_goes_to_standard_output(run: Run) -> None:
    ended = run("check", "class/ana/cv.txt", "--format", "html")
    assert (ended.code, ended.err) == (1, "")
    assert ended.out.startswith("<!DOCTYPE html>\n")
    assert ended.out.endswith("</html>\n")


def test_one_page_goes_to_a_file(run: Run, folder: Path) -> None:
    ended = run("check", "class/ben", "--format", "html", "--output", "ben.html")
    assert (ended.code, ended.out, ended.err) == (0, "", "bulletcoach: note: ben.html: written\n")
    assert "<title>resume.md – bulletcoach</title>" in (folder / "ben.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("output", [[], ["--output", "all.html"], ["--output", "class/ana/cv.txt"]], ids=" ".join)
def test_several_pages_need_a_folder(run: Run, folder: Path, output: list[str]) -> None:
    before = {path: path.is_file() and path.read_bytes() for path in folder.rglob("*")}
    ended = run("check", "class", "--format", "html", *output)
    assert (ended.code, ended.out) == (2, "")
    (line,) = ended.err.splitlines()
    assert line.startswith("bulletcoach: error: ")
    assert "folder" in line or "overwrite" in line
    assert {path: path.is_file() and path.read_bytes() for path in folder.rglob("*")} == before


@pytest.mark.parametrize("paths", [["class"], ["class/ana/cv.txt"]], ids=" ".join)
def test_a_folder_of_pages(run: Run, folder: Path, paths: list[str]) -> None:
    (folder / "there").mkdir()
    for output in ("there", "new/report"):
        ended = run("check", *paths, "--format", "html", "--output", output)
        assert (ended.code, ended.out, ended.err) == (1, "", f"bulletcoach: note: {output}: written\n")
        assert (folder / output / "index.html").exists()
        assert (folder / output / "class-ana-cv.txt.html").exists()


def test_a_file_that_cannot_be_read_is_in_the_index(run: Run, folder: Path) -> None:
    ended = run("check", "class", "gone.txt", "--format", "html", "--output", "report")
    assert (ended.code, ended.out) == (2, "")
    assert "gone.txt: no such file or folder" in ended.err
    assert ">no such file or folder<" in (folder / "report" / "index.html").read_text(encoding="utf-8")


def test_an_index_of_somebody_else_is_refused(run: Run, folder: Path) -> None:
    (folder / "site").mkdir()
    (folder / "site" / "index.html").write_text("<h1>Mine</h1>", encoding="utf-8")
    ended = run("check", "class", "--format", "html", "--output", "site")
    assert ended.code == 2
    assert ended.err.endswith("this is no page of bulletcoach; name another folder with --output\n")
    assert [path.name for path in (folder / "site").iterdir()] == ["index.html"]


@pytest.mark.usefixtures("folder")
def test_a_report_is_no_résumé(run: Run) -> None:
    run("check", "class", "--format", "html", "--output", "class/résumés")
    ended = run("check", ".", "--format", "concise", "--verbose")
    assert {line.split(":")[0] for line in ended.out.splitlines()} == {str(Path("class/ana/cv.txt"))}
    assert "they are reports of bulletcoach" in ended.err or "it is a report of bulletcoach" in ended.err


@pytest.mark.usefixtures("folder")
def test_a_comment_in_markdown(run: Run) -> None:
    ended = run("check", "class", "--format", "markdown")
    assert (ended.code, ended.err) == (1, "")
    assert ended.out.startswith("### bulletcoach: 1 finding in 2 files\n")
