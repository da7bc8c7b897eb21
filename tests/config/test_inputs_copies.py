"""Copies that were made from another file are skipped in a folder search, and so are parts that another reads in."""

from __future__ import annotations

import pytest
from input_trees import Tree

DATA = {
    "yaml": "cv:\n  sections:\n    experience:\n      - highlights: [Built a shed]\n",
    "json": '{"basics": {}, "work": [{"highlights": ["Built a shed"]}]}',
}


def _made(*names: str) -> dict[str, str]:
    """Files with the content of their formats where that counts."""
    return {name: DATA.get(name.rpartition(".")[2], "- Built a shed\n") for name in names}


@pytest.mark.parametrize(
    ("source", "copy"),
    [
        ("resume.md", "resume.html"), ("resume.tex", "resume.pdf"), ("resume.json", "resume.html"),
        ("resume.yaml", "resume.json"), ("resume.json", "resume.tex"), ("resume.tex", "resume.typ"),
        ("resume.typ", "resume.md"), ("resume.org", "resume.pdf"), ("resume.org", "resume.md"),
        ("resume.rst", "resume.html"), ("resume.adoc", "resume.docx"), ("resume.html", "resume.docx"),
        ("resume.docx", "resume.rtf"), ("resume.docx", "resume.txt"), ("resume.txt", "resume.pdf"),
        ("resume.md", "docs/resume.html"), ("resume.tex", "out/resume.pdf"), ("resume.tex", "output/pdf/Resume.pdf"),
        ("src/resume.md", "docs/resume.html"), ("en/resume.tex", "pdf/en/resume.pdf"),
        ("resume.md", "public/resume.pdf"), ("cv/index.md", "cv/index.pdf"),
    ],
)  # fmt: skip
def test_a_copy_is_skipped_and_that_is_told(source: str, copy: str, tree: Tree) -> None:
    tree.add(_made(source, copy))
    found = tree.search()
    assert found.files == [source]
    assert found.notes == [f"{copy} was skipped: it looks like a copy made from {source}; name it to check it"]
    assert tree.search(copy).files == [copy]


@pytest.mark.parametrize(
    "names",
    [
        ("cv.html", "resume.md"),
        ("de/resume.pdf", "en/resume.tex"),
        ("resume-2023.pdf", "resume.tex"),
        ("alice/resume.md", "bob/resume.html"),
        ("docs/resume.md", "src/resume.md"),
        ("resume.md", "resume.markdown"),
    ],
)
def test_what_is_no_copy(names: tuple[str, str], tree: Tree) -> None:
    tree.add(_made(*names))
    assert sorted(tree.search().files) == sorted(names)


def test_of_many_versions_one_is_taken(tree: Tree) -> None:
    tree.add(_made(*(f"cv.{ending}" for ending in ("docx", "html", "json", "md", "pdf", "rtf", "tex", "txt", "typ"))))
    found = tree.search()
    assert found.files == ["cv.json"]
    assert found.notes == [
        "8 files were skipped: they look like copies made from others of the same name, such as cv.docx; "
        "name them to check them"
    ]


def test_data_that_hold_no_resume_have_no_copies(tree: Tree) -> None:
    tree.add(
        {"resume.yaml": "theme: dark\nport: 80\n", "resume.md": "- Built a shed", "resume.html": "<li>Built a shed"}
    )
    assert tree.search().files == ["resume.md", "resume.yaml"]


def test_a_source_that_is_ignored_has_no_copies(tree: Tree) -> None:
    tree.add({".gitignore": "resume.md"})
    tree.add(["resume.md", "resume.html"])
    assert tree.search().files == ["resume.html"]


def test_what_a_tool_wrote_into_its_own_folder(tree: Tree) -> None:
    tree.add({"Jane_Doe_CV.yaml": DATA["yaml"]})
    tree.add([f"rendercv_output/Jane_Doe_CV.{ending}" for ending in ("md", "typ", "html", "pdf")])
    found = tree.search()
    assert found.files == ["Jane_Doe_CV.yaml"]
    assert found.notes == ["rendercv_output was skipped: it holds generated or installed files; name it to check it"]


ROOT = "\\documentclass{awesome-cv}\n\\begin{document}\n%s\n\\end{document}\n"


@pytest.mark.parametrize(
    ("reads", "part"),
    [
        ("\\input{experience}", "cv/experience.tex"),
        ("\\input{experience.tex}", "cv/experience.tex"),
        ("\\input experience \\relax", "cv/experience.tex"),
        ("\\include{sections/cv}", "cv/sections/cv.tex"),
        ("\\import{sections/}{cv}", "cv/sections/cv.tex"),
        ("\\subimport*{sections/}{cv.tex}", "cv/sections/cv.tex"),
        ("\\input{../resume/work}", "resume/work.tex"),
        ("\\input{all}", "cv/all.tex"),
    ],
)
def test_parts_are_read_with_their_root(reads: str, part: str, tree: Tree) -> None:
    tree.add({"cv/main.tex": ROOT % reads, part: "\\begin{itemize}\\item Built a shed\\end{itemize}"})
    found = tree.search()
    assert found.files == ["cv/main.tex"]
    assert found.notes == [f"{part} was skipped: cv/main.tex reads it in; name it to check it"]
    assert tree.search(part).files == [part]


def test_parts_of_parts_and_what_is_no_part(tree: Tree) -> None:
    tree.add(
        {
            "cv/main.tex": ROOT % "\\input{body}%\\input{old}\n\\input{gone}\\input{main}\\input{/etc/hosts}",
            "cv/body.tex": "\\input{jobs/cv}",
            "cv/jobs/cv.tex": "\\item Built a shed",
            "cv/old.tex": "\\item Built a hut",
        }
    )
    assert tree.search().files == ["cv/main.tex", "cv/old.tex"]


def test_files_that_read_each_other_are_not_both_parts(tree: Tree) -> None:
    tree.add({"cv/a.tex": ROOT % "\\input{b}", "cv/b.tex": ROOT % "\\input{a}"})
    assert tree.search().files == ["cv/a.tex"]
