"""What the settings exclude is left out of folders; with `force_exclude` where it is named, too."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from input_trees import Tree

from bulletcoach.config import Configuration, Options
from bulletcoach.inputs import Input, InputProblem, find_inputs

DOCUMENT = "\\documentclass{article}\n\\begin{document}\\section{Experience}\\section{Education}\n%s\\end{document}\n"


def found(
    tree: Tree, *paths: str, given: Options | None = None, force: bool = False, name: str = "<stdin>"
) -> list[str]:
    """The inputs that were found, then the problems and the notes, as seen from the test's folder."""
    notes: list[str] = []
    configuration = Configuration(given)
    results = list(find_inputs(paths or (".",), name, notes.append, excludes=configuration, force_exclude=force))
    files = [Path(one.path).as_posix() for one in results if isinstance(one, Input)]
    problems = [f"problem: {one.message}" for one in results if isinstance(one, InputProblem)]
    said = [
        f"note: {note}".replace(f"{tree.top}{os.sep}", "").replace("\\", "/")
        for note in notes
        if "do not say" not in note
    ]
    return [*files, *problems, *said]


@pytest.fixture(autouse=True)
def _inside(tree: Tree, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tree.top)


@pytest.mark.parametrize(
    ("exclude", "left"),
    [
        ("[]", ["a/cv.txt", "b/cv.txt", "cv.txt"]),
        ('["a/"]', ["b/cv.txt", "cv.txt"]),
        ('["/cv.txt"]', ["a/cv.txt", "b/cv.txt"]),
        ('["a/*.txt", "b/*.txt", "!b/cv.txt"]', ["b/cv.txt", "cv.txt"]),
        ('["*.txt"]', []),
        ('["?/"]', ["cv.txt"]),
    ],
)
def test_excluded_files_are_left_out_of_folders(tree: Tree, exclude: str, left: list[str]) -> None:
    tree.add(["a/cv.txt", "b/cv.txt", "cv.txt"])
    tree.add({"bulletcoach.toml": f"exclude = {exclude}\n"})
    assert sorted(one for one in found(tree) if not one.startswith("note")) == left


def test_the_settings_of_each_folder_count_in_it(tree: Tree) -> None:
    tree.add(["a/cv.txt", "a/resume.txt", "b/cv.txt", "b/resume.txt"])
    tree.add({"bulletcoach.toml": 'exclude = ["cv.txt"]\n', "a/bulletcoach.toml": 'exclude = ["resume.txt"]\n'})
    assert found(tree)[:2] == ["a/cv.txt", "b/resume.txt"]


def test_the_command_line_excludes_relative_to_where_one_is(tree: Tree, monkeypatch: pytest.MonkeyPatch) -> None:
    tree.add(["a/b/cv.txt", "a/cv.txt"])
    tree.add({"bulletcoach.toml": 'exclude = ["a/cv.txt"]\n'})
    given = Options(exclude=("b/",))
    assert found(tree, given=given) == [
        "note: a/b was skipped: --exclude excludes it; name it to check it",
        "note: a/cv.txt was skipped: bulletcoach.toml:1 excludes it; name it to check it",
    ]
    monkeypatch.chdir(tree.top / "a" / "b")
    assert found(tree, given=given) == ["cv.txt"]


def test_nothing_is_wrong_where_all_was_excluded(tree: Tree) -> None:
    tree.add({"bulletcoach.toml": 'exclude = ["*"]\n', "cv.txt": "- Led\n"})
    assert found(tree) == ["note: cv.txt was skipped: bulletcoach.toml:1 excludes it; name it to check it"]
    tree.add({"bulletcoach.toml": "", "empty/notes.txt": ""})
    assert found(tree, "empty")[0].startswith("problem: empty: no résumé here")


def test_what_is_named_is_checked_unless_exclusion_is_forced(tree: Tree) -> None:
    tree.add({"bulletcoach.toml": 'exclude = ["old/", "x.md"]\n'})
    tree.add(["old/2019/cv.txt", "x.md", "cv.txt"])
    paths = ("old/2019/cv.txt", "x.md", "cv.txt", "old")
    assert found(tree, *paths)[:3] == ["old/2019/cv.txt", "x.md", "cv.txt"]
    assert found(tree, *paths, force=True) == [
        "cv.txt",
        *(
            f"note: {path} was skipped: bulletcoach.toml:1 excludes it, and --force-exclude was given"
            for path in ("old/2019/cv.txt", "x.md", "old")
        ),
    ]


def test_many_are_counted(tree: Tree) -> None:
    names = [f"old/cv-{number}.txt" for number in range(5)]
    tree.add(names)
    tree.add({"bulletcoach.toml": 'exclude = ["old/"]\n'})
    assert found(tree, *names, force=True) == [
        "note: 5 files were skipped: the settings exclude them, as --force-exclude has it, such as old/cv-0.txt"
    ]


@pytest.mark.parametrize(
    ("name", "left"), [("x/resume.md", []), ("y/resume.md", ["y/resume.md"]), ("<stdin>", ["<stdin>"])]
)
def test_standard_input_is_excluded_by_its_name(tree: Tree, name: str, left: list[str]) -> None:
    tree.add({"bulletcoach.toml": 'exclude = ["x/"]\n'})
    assert found(tree, "-", force=True, name=name)[: len(left) or None] == (
        left or [f"note: {name} was skipped: bulletcoach.toml:1 excludes it, and --force-exclude was given"]
    )
    assert found(tree, "-", name=name) == [name]


def test_what_is_missing_is_said_all_the_same(tree: Tree) -> None:
    tree.add({"bulletcoach.toml": 'exclude = ["old/"]\n'})
    assert found(tree, "gone.txt", force=True) == ["problem: gone.txt: no such file or folder"]
    assert found(tree, "", force=True)[0].startswith("problem: an empty path")


def test_an_excluded_file_is_no_original_of_a_copy(tree: Tree) -> None:
    tree.add({"resume.md": "- Led\n", "resume.html": "<h2>Experience</h2><h2>Education</h2>"})
    assert found(tree)[0] == "resume.md"
    tree.add({"bulletcoach.toml": 'exclude = ["*.md"]\n'})
    assert found(tree)[0] == "resume.html"


def test_an_excluded_file_is_no_document_of_a_part(tree: Tree) -> None:
    tree.add({"resume.tex": DOCUMENT % "\\input{my-cv}", "my-cv.tex": "\\begin{itemize}\\item Led\\end{itemize}\n"})
    assert found(tree)[0] == "resume.tex"
    tree.add({"bulletcoach.toml": 'exclude = ["resume.tex"]\n'})
    assert found(tree)[0] == "my-cv.tex"


def test_ignore_files_are_asked_after_the_settings(tree: Tree) -> None:
    tree.add({".gitignore": "cv.txt\nold/\n", "bulletcoach.toml": 'exclude = ["!cv.txt", "old/"]\n'})
    tree.add(["cv.txt", "old/cv.txt", "resume.txt"])
    assert found(tree) == [
        "resume.txt",
        "note: old was skipped: bulletcoach.toml:1 excludes it; name it to check it",
        "note: cv.txt was skipped: .gitignore ignores it; name it to check it",
    ]


def test_a_broken_configuration_excludes_nothing(tree: Tree) -> None:
    tree.add({"bulletcoach.toml": 'exclude = ["cv.txt"]\nlevl = 1\n', "cv.txt": "- Led\n"})
    assert found(tree) == ["cv.txt"]


def test_a_link_is_excluded_where_it_stands(tree: Tree) -> None:
    tree.add({"bulletcoach.toml": 'exclude = ["a/"]\n', "real/cv.txt": "- Led\n"})
    (tree.top / "a").mkdir()
    try:
        (tree.top / "a" / "cv.txt").symlink_to(tree.top / "real" / "cv.txt")
    except OSError:
        pytest.skip("no links here")
    assert found(tree, "a/cv.txt", force=True)[0].startswith("note: a/cv.txt was skipped")
    assert found(tree, "real/cv.txt", force=True) == ["real/cv.txt"]
