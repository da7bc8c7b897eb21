"""What paths stand for: files, folders searched for résumés, standard input."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path

import pytest
from input_trees import Tree

from bulletcoach.inputs import Input, InputProblem, find_inputs, read_input
from bulletcoach.model.document import Source


def test_a_folder_is_searched_in_order_and_hidden_things_are_passed_over(tree: Tree) -> None:
    tree.add(["b/resume.txt", "a/cv.md", ".git/resume.txt", ".resume.txt", "a/notes.txt", "z-resume.txt"])
    assert tree.search().files == ["z-resume.txt", "a/cv.md", "b/resume.txt"]


def test_an_explicit_file_may_have_any_name_and_is_taken_once(tmp_path: Path) -> None:
    path = tmp_path / "anything.dat"
    path.write_text("- Built a shed", encoding="utf-8")
    again = os.path.join(tmp_path, ".", "anything.dat")  # noqa: PTH118 - pathlib would tidy it up
    assert [one.path for one in find_inputs([str(path), again, "-", "-"])] == [str(path), "<stdin>"]


def test_a_file_that_was_named_is_not_found_again_in_its_folder(tree: Tree) -> None:
    tree.add(["a/cv.md", "b/cv.md"])
    assert tree.search("b/cv.md", ".", "a").files == ["b/cv.md", "a/cv.md"]


def test_what_is_missing_or_empty_is_a_problem_and_the_rest_goes_on(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "cv.txt").write_text("- Built a shed", encoding="utf-8")
    paths = [str(tmp_path / name) for name in ("gone.txt", "empty", "cv.txt")]
    missing, bare, file = find_inputs(paths)
    assert missing == InputProblem(paths[0], f"{paths[0]}: no such file or folder")
    assert bare == InputProblem(
        paths[1], f"{paths[1]}: no résumé here: a file is one by its name, such as resume.md or jane-cv.tex"
    )
    assert isinstance(file, Input)


@pytest.mark.parametrize("path", ["", "a\0b", "x" * 5000])
def test_paths_that_cannot_be(path: str) -> None:
    (problem,) = find_inputs([path])
    assert isinstance(problem, InputProblem)
    assert "\n" not in problem.message


def test_the_source_knows_its_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "cv.txt").write_text("- Built a shed", encoding="utf-8")
    source = read_input(Input("shown.txt", tmp_path / "cv.txt"))
    assert isinstance(source, Source)
    assert (source.path, source.file) == ("shown.txt", tmp_path / "cv.txt")

    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"- Built a shed")))
    source = read_input(Input("<stdin>", None))
    assert isinstance(source, Source)
    assert (source.text, source.file) == ("- Built a shed", None)


def test_closed_standard_input_is_a_problem(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    assert read_input(Input("<stdin>", None)) == InputProblem("<stdin>", "<stdin>: standard input is closed")


def test_an_unreadable_file_is_a_problem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(self: Path, _mode: str) -> None:
        raise PermissionError(13, "Permission denied", str(self))

    (tmp_path / "cv.txt").touch()
    monkeypatch.setattr(Path, "open", refuse)  # root, as in many containers, may read everything
    problem = read_input(Input("cv.txt", tmp_path / "cv.txt"))
    assert problem == InputProblem("cv.txt", "cv.txt: cannot be read: Permission denied")


def test_an_unreadable_folder_is_a_problem_and_the_rest_goes_on(tree: Tree, monkeypatch: pytest.MonkeyPatch) -> None:
    scandir = os.scandir

    def refuse(path: Path) -> object:
        if Path(path).name == "locked":
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    tree.add(["cv.txt", "locked/cv.txt", "open/cv.txt"])
    monkeypatch.setattr(os, "scandir", refuse)
    found = tree.search()
    assert found.files == ["cv.txt", "open/cv.txt"]
    assert found.problems == ["locked: cannot be read: Permission denied"]


def test_of_unreadable_files_only_those_named_so_are_problems(tree: Tree, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(self: Path, *_: object) -> None:
        raise PermissionError(13, "Permission denied", str(self))

    tree.add(["a/notes.tex", "a/resume.json", "a/cv.tex"])
    monkeypatch.setattr(Path, "open", refuse)
    found = tree.search()
    assert found.files == ["a/cv.tex"]
    assert found.problems == ["a/resume.json: cannot be read: Permission denied"]


def test_deep_folders_do_no_harm(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    made: list[Path] = []
    try:
        for depth in range(1, 1201):
            folder = Path(*["d"] * depth)
            folder.mkdir()
            made.append(folder)
    except OSError:
        pass  # paths cannot be that long here; those that can will do
    file = made[-1] / "cv.txt"
    try:
        file.touch()
        assert [one.path for one in find_inputs(["."])] == [str(file)]
    finally:  # deeper than what tidies up after tests can go
        file.unlink()
        for folder in reversed(made):
            folder.rmdir()
