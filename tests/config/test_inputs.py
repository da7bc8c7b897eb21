"""What paths stand for: files, folders searched for résumés, standard input."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from bulletcoach.inputs import Input, InputProblem, find_inputs, looks_like_resume, read_input


@pytest.mark.parametrize(
    "name",
    [
        "resume.txt", "Resume.MD", "jane-cv.txt", "cv_2024.md", "CV2024.txt", "my résumé.txt", "re\u0301sume\u0301.txt",
        "JaneDoeResume.txt", "Lebenslauf.text", "resumes.markdown", "résumé (final).txt",
    ],
)  # fmt: skip
def test_names_that_say_resume(name: str) -> None:
    assert looks_like_resume(name)


@pytest.mark.parametrize(
    "name",
    ["notes.txt", "resumed.txt", "cvs-export.txt", "presume.md", "resume.pdf", "resume", "recvd.txt", "resume.py"],
)
def test_names_that_do_not(name: str) -> None:
    assert not looks_like_resume(name)


def test_a_folder_is_searched_in_order_and_hidden_things_are_passed_over(tmp_path: Path) -> None:
    for name in ("b/resume.txt", "a/cv.md", ".git/resume.txt", ".resume.txt", "a/notes.txt", "z-resume.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("- Built a shed", encoding="utf-8")
    found = [Path(one.path).relative_to(tmp_path).as_posix() for one in find_inputs([str(tmp_path)])]
    assert found == ["z-resume.txt", "a/cv.md", "b/resume.txt"]


def test_an_explicit_file_may_have_any_name_and_is_taken_once(tmp_path: Path) -> None:
    path = tmp_path / "anything.dat"
    path.write_text("- Built a shed", encoding="utf-8")
    again = os.path.join(tmp_path, ".", "anything.dat")  # noqa: PTH118 - pathlib would tidy it up
    assert [one.path for one in find_inputs([str(path), again, "-", "-"])] == [str(path), "<stdin>"]


def test_what_is_missing_or_empty_is_a_problem_and_the_rest_goes_on(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "cv.txt").write_text("- Built a shed", encoding="utf-8")
    paths = [str(tmp_path / name) for name in ("gone.txt", "empty", "cv.txt")]
    missing, bare, file = find_inputs(paths)
    assert missing == InputProblem(paths[0], f"{paths[0]}: no such file or folder")
    assert isinstance(bare, InputProblem)
    assert bare.message.startswith(f"{paths[1]}: no résumé here")
    assert isinstance(file, Input)


def test_a_large_file_is_refused_with_its_size(tmp_path: Path) -> None:
    path = tmp_path / "big.txt"
    with path.open("wb") as stream:
        stream.truncate(12_340_000)
    problem = read_input(Input("big.txt", path))
    assert problem == InputProblem("big.txt", "big.txt is 12.3 MB; bulletcoach reads up to 10 MB; split it")


def test_an_unreadable_file_is_a_problem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(self: Path, _mode: str) -> None:
        raise PermissionError(13, "Permission denied", str(self))

    (tmp_path / "cv.txt").touch()
    monkeypatch.setattr(Path, "open", refuse)  # root, as in many containers, may read everything
    problem = read_input(Input("cv.txt", tmp_path / "cv.txt"))
    assert problem == InputProblem("cv.txt", "cv.txt: cannot be read: Permission denied")


def test_a_folder_named_so_holds_resumes(tmp_path: Path) -> None:
    for name in ("cv/2024.txt", "cv/old/first.md", "cv/photo.png", "cvs/a.txt", "My Resumes/b.text"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("- Built a shed", encoding="utf-8")
    said: list[str] = []
    found = [
        Path(one.path).relative_to(tmp_path).as_posix() for one in find_inputs([str(tmp_path)], on_skipped=said.append)
    ]
    assert found == ["My Resumes/b.text", "cv/2024.txt"]
    assert said == ["2 text files were skipped: their names do not say résumé or CV; name them to check them"]


def test_the_current_folder_has_a_name_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "lebenslauf").mkdir()
    (tmp_path / "lebenslauf" / "2024.txt").write_text("- Built a shed", encoding="utf-8")
    monkeypatch.chdir(tmp_path / "lebenslauf")
    assert [one.path for one in find_inputs(["."])] == ["2024.txt"]


def test_a_folder_with_other_texts_only_says_how_many(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").touch()
    (tmp_path / ".hidden.txt").touch()
    said: list[str] = []
    (problem,) = find_inputs([str(tmp_path)], on_skipped=said.append)
    assert isinstance(problem, InputProblem)
    note = "1 text file was skipped: its name does not say résumé or CV; name it to check it"
    assert problem.message == f"{tmp_path}: no résumé here: {note}"
    assert not said
