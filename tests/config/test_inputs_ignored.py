"""Ignore files are honoured in a folder search, as git reads them."""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from input_trees import Tree

from bulletcoach.inputs.patterns import parse_patterns


@pytest.mark.parametrize(
    ("files", "found"),
    [
        ({".gitignore": "cv.txt"}, ["a/resume.txt", "resume.txt"]),
        ({".gitignore": "/cv.txt"}, ["a/cv.txt", "a/resume.txt", "resume.txt"]),
        ({".gitignore": "a/"}, ["cv.txt", "resume.txt"]),
        ({".gitignore": "a/cv.txt"}, ["a/resume.txt", "cv.txt", "resume.txt"]),
        ({".gitignore": "*.txt\n!resume.txt"}, ["a/resume.txt", "resume.txt"]),
        ({".gitignore": "*\n!*/\n!cv.txt"}, ["a/cv.txt", "cv.txt"]),
        ({".gitignore": "a\n!a/cv.txt"}, ["cv.txt", "resume.txt"]),
        ({".gitignore": "cv.txt\n", "a/.gitignore": "!cv.txt\nresume.txt"}, ["a/cv.txt", "resume.txt"]),
        ({".gitignore": "# all\n\n\\#cv.txt\ncv.txt \n"}, ["a/resume.txt", "resume.txt"]),
        ({".gitignore": "\ufeffcv.txt\r\nresume.*\r\n"}, []),
        ({".gitignore": "**/cv.txt"}, ["a/resume.txt", "resume.txt"]),
        ({".gitignore": "a/**"}, ["cv.txt", "resume.txt"]),
        ({".gitignore": "[bc]v.tx?"}, ["a/resume.txt", "resume.txt"]),
        ({".gitignore": "cv.txt/"}, ["a/cv.txt", "a/resume.txt", "cv.txt", "resume.txt"]),
        ({".ignore": "cv.txt"}, ["a/resume.txt", "resume.txt"]),
        ({".gitignore": "*.txt", ".ignore": "!cv.txt"}, ["a/cv.txt", "cv.txt"]),
        ({".gitignore": "!cv.txt", ".ignore": "cv.txt"}, ["a/resume.txt", "resume.txt"]),
        ({".git/info/exclude": "cv.txt"}, ["a/resume.txt", "resume.txt"]),
        ({".git/info/exclude": "cv.txt", "a/.gitignore": "!cv.txt"}, ["a/cv.txt", "a/resume.txt", "resume.txt"]),
        ({".gitignore": "[\n*[z-a]\n\\"}, ["a/cv.txt", "a/resume.txt", "cv.txt", "resume.txt"]),
    ],
)
def test_ignore_files(files: dict[str, str], found: list[str], tree: Tree) -> None:
    tree.add(["cv.txt", "resume.txt", "a/cv.txt", "a/resume.txt"])
    tree.add(files)
    assert sorted(tree.search().files) == found


def test_those_of_the_repository_count_in_a_folder_of_it(tree: Tree) -> None:
    tree.add({".gitignore": "old-*", "repo/.git/HEAD": "", "repo/.gitignore": "/a/b/cv.txt", "repo/a/.ignore": "my*"})
    tree.add(["repo/a/b/cv.txt", "repo/a/b/cv-2.txt", "repo/a/b/my-cv.txt", "repo/a/b/old-cv.txt"])
    assert tree.search("repo/a/b").files == ["repo/a/b/cv-2.txt", "repo/a/b/old-cv.txt"]


def test_a_repository_in_another_has_rules_of_its_own(tree: Tree) -> None:
    tree.add({".git/HEAD": "", ".gitignore": "cv.txt", "sub/.git/info/exclude": "resume.txt"})
    tree.add(["cv.txt", "resume.txt", "sub/cv.txt", "sub/resume.txt"])
    assert tree.search().files == ["resume.txt", "sub/cv.txt"]


def test_what_is_named_is_checked_all_the_same(tree: Tree) -> None:
    tree.add({".git/HEAD": "", ".gitignore": "cv.txt\nprivate/\n*.md"})
    tree.add(["cv.txt", "private/resume.txt", "private/cv.md"])
    assert tree.search("cv.txt", "private").files == ["cv.txt", "private/resume.txt"]


def test_it_is_told_what_was_ignored_if_it_would_have_counted(tree: Tree) -> None:
    tree.add({".gitignore": "drafts/\ncv.txt\nnotes.md\ntarget/\n", "a/.gitignore": "my-cv.txt"})
    tree.add(["cv.txt", "notes.md", "target/cv.txt", "drafts/cv.txt", "a/my-cv.txt", "resume.txt"])
    assert tree.search().notes == [
        "cv.txt was skipped: .gitignore ignores it; name it to check it",
        "a/my-cv.txt was skipped: a/.gitignore ignores it; name it to check it",
        "1 file was skipped: its name does not say résumé or CV; name it to check it",
    ]
    tree.add({".gitignore": "*cv*\nresume*\nCVs/\n"})
    tree.add(["CVs/jane.txt"])
    assert tree.search("a").problems == [
        "a: no résumé here: a/my-cv.txt was skipped: a/.gitignore ignores it; name it to check it"
    ]
    found = tree.search()
    assert not found.notes
    (problem,) = found.problems
    assert problem.endswith(
        ": no résumé here: 5 files were skipped: ignore files name them, such as cv.txt; name them to check them"
    )


def test_broken_ignore_files_do_no_harm(tree: Tree) -> None:
    tree.add(["cv.txt", ".gitignore/x", "a/cv.txt"])
    (tree.top / "a" / ".gitignore").write_bytes(b"\xff\xfe\x00[[[\n\x80*\\\n" + b"*" * 100_000)
    assert tree.search().files == ["cv.txt"]


@pytest.mark.parametrize(
    "pattern",
    [b"*a" * 100 + b"b", b"**/a/" * 100 + b"b", b"[!b]*" * 100 + b"b", b"**/*a*/" * 60 + b"b", b"a**/" * 99 + b"b"],
)
def test_no_pattern_takes_long(pattern: bytes) -> None:
    (one,) = parse_patterns(pattern)
    started = time.process_time()
    for path in (b"a" * 255, b"a/" * 2000 + b"a", (b"a" * 200 + b"/") * 20):
        assert not one.matches(path, is_folder=False)
    assert time.process_time() - started < 2


FOLDERS = ("a", "b", "ab", "a.d", "-x")
FILES = ("cv.txt", "a-cv.txt", "b.cv.txt", "CV.md.txt", "cv 2.txt", "cv[1].txt", "#cv.txt", "!cv.txt")
GLOBS = (
    *FOLDERS, *FILES, "*", "?", "*.txt", "cv*", "*cv*", "[ab]", "[!b]*", "[^a]", "[a-c]*", "[[:alpha:]]", "?b", "a?d",
    "\\#cv.txt", "\\!cv.txt", "cv\\[1].txt", "cv\\ 2.txt", "*[]]*", "[", "a\\", "**", "***", "[b-a]*", "[[:no:]]*",
)  # fmt: skip


@st.composite
def patterns(draw: st.DrawFn) -> str:
    names = draw(st.lists(st.sampled_from(GLOBS), min_size=1, max_size=3))
    begin, end = (
        draw(st.sampled_from(("", "", "/", "**/", "!", "!/"))),
        draw(st.sampled_from(("", "", "/", "/**", " "))),
    )
    return begin + "/".join(names) + end


ignore_files = st.lists(patterns(), max_size=5).map("\n".join)
places = st.lists(st.sampled_from(FOLDERS), max_size=3).map("/".join)
trees = st.sets(st.tuples(places, st.sampled_from(FILES)), min_size=1, max_size=12)


@pytest.mark.skipif(shutil.which("git") is None, reason="needs git")
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(trees, st.dictionaries(places, ignore_files, max_size=3), st.data())
def test_what_is_found_is_what_git_does_not_ignore(
    tmp_path_factory: pytest.TempPathFactory,
    files: set[tuple[str, str]],
    rules: dict[str, str],
    data: st.DataObject,
) -> None:
    top = tmp_path_factory.mktemp("repository")
    tree = Tree(top)
    tree.add([f"{place}/{name}".removeprefix("/") for place, name in files])
    tree.add({f"{place}/.gitignore".removeprefix("/"): text for place, text in rules.items() if (top / place).is_dir()})
    _git(top, "init", "--quiet", "--template=")
    exclude = data.draw(ignore_files, label="exclude")
    tree.add({".git/info/exclude": exclude})

    listed = _git(top, "ls-files", "--others", "--exclude-standard", "-z").split("\0")
    unignored = {path for path in listed if path and not path.endswith(".gitignore")}
    assert set(tree.search().files) == unignored

    place = data.draw(st.sampled_from(sorted(path.name for path in top.iterdir() if path.name in FOLDERS) or ["."]))
    below = {path for path in unignored if place == "." or path.startswith(f"{place}/")}
    if below:
        assert below == set(tree.search(place).files)
    shutil.rmtree(top, ignore_errors=True)


def _git(folder: Path, *arguments: str) -> str:
    own = {"GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": os.devnull}
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")} | own
    done = subprocess.run(["git", *arguments], cwd=folder, env=environment, capture_output=True, check=True)
    return done.stdout.decode()
