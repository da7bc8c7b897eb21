"""What a repository calls a file, and how that is written in a URI."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from bulletcoach.report.repository import Repository, uri


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("cv.txt", "applications/cv.txt"),
        ("./2024/../cv.txt", "applications/cv.txt"),
        ("../cv.txt", "cv.txt"),
        ("<stdin>", "applications/<stdin>"),
        ("../../elsewhere.txt", "../../elsewhere.txt"),
    ],
)
def test_paths_count_from_the_root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, path: str, name: str) -> None:
    folder = tmp_path / "applications"
    folder.mkdir()
    monkeypatch.chdir(folder)
    assert Repository(tmp_path).path(path) == name


def test_an_absolute_path_counts_from_the_root_too(tmp_path: Path) -> None:
    assert Repository(tmp_path).path(str(tmp_path / "a" / "cv.txt")) == "a/cv.txt"
    assert Repository(tmp_path / "a").path(str(tmp_path / "cv.txt")) == (tmp_path / "cv.txt").as_posix()


@pytest.mark.parametrize(
    ("variables", "root"),
    [
        ({}, "."),
        ({"GITHUB_WORKSPACE": "/home/runner/work"}, "/home/runner/work"),
        ({"CI_PROJECT_DIR": "/builds/me/cv"}, "/builds/me/cv"),
        ({"GITHUB_WORKSPACE": ""}, "."),
    ],
)
def test_the_root_is_what_the_runner_checked_out(variables: dict[str, str], root: str) -> None:
    assert Repository.of(variables).root == Path(root)


@pytest.mark.parametrize(
    ("path", "written"),
    [
        ("cv/2024.txt", "cv/2024.txt"),
        ("my cv #1?.txt", "my%20cv%20%231%3F.txt"),
        ("résumé.md", "r%C3%A9sum%C3%A9.md"),
        ("a:b%20.txt", "a%3Ab%2520.txt"),
        ("\u202e\n.txt", "%E2%80%AE%0A.txt"),
    ],
)
def test_a_path_as_a_uri(path: str, written: str) -> None:
    assert uri(path) == written


@pytest.mark.skipif(os.name == "nt", reason="paths of POSIX")
def test_an_absolute_path_and_bytes_that_are_no_text_as_a_uri() -> None:
    assert uri("/tmp/cv.txt") == "file:///tmp/cv.txt"
    assert uri("cv\udcff.txt") == "cv%FF.txt"
