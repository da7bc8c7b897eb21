"""LaTeX and Typst files of any name are found if they hold a résumé."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from input_trees import Tree

from bulletcoach.inputs.contents import reads_like_resume

RESUMES = {
    "main.tex": [
        "\\documentclass[11pt,a4paper]{moderncv}\n\\moderncvtheme[blue]{casual}\n",
        "% my cv\n\\documentclass[\n  11pt,\n  a4paper\n]{altacv}\n",
        "\\documentclass{deedy-resume-openfont}\n",
        "\\documentclass[margin]{res}\n",
        "\\documentclass{templates/awesome-cv}\n",
        "\\documentclass{article}\n\\usepackage{geometry, my-resume}\n",
        "\\documentclass{article}\n\\newcommand{\\resumeItem}{\\item}\n\\section{Experience}\\job{}",
        "\\documentclass{article}\n\\begin{document}\n\\section*{Work Experience}\n\\section*{Education}\n",
        "\\documentclass{article}\n\\begin{document}\n\\section{\\faBook Education}\n\\section{\\textbf Skills}\n",
        "\\documentclass{article}\n\\begin{document}\n\\input{sections/experience}\n\\input{sections/education.tex}\n",
        "\ufeff\\documentclass{scrartcl}\r\n\\section{Projects}\r\n\\section{Professional Experience}\r\n",
    ],
    "main.typ": [
        '#import "@preview/basic-resume:0.2.0": *\n#show: resume.with(author: "Jane")\n',
        '#import "@preview/imprecv:1.0.1": *\n#show: init.with()\n',
        "#show heading: set text(12pt)\n= Jane Doe\n== Experience\n== Education\n",
    ],
}
OTHERS = {
    "main.tex": [
        "\\documentclass{book}\n\\chapter{Introduction}\n\\chapter{Experience}\n",
        "\\documentclass{article}\n\\usepackage{cvpr}\n\\usepackage{iccv}\n\\section{Related Work}\n",
        "\\documentclass{article}\n\\section{Introduction}\n\\section{Experience}\n\\section{Summary}\n\\section{References}\n",
        "\\documentclass{article}\n\\section{Experience}\n$\\exp(x)$",
        "\\documentclass{letter}\n\\begin{document}\nDear Ms Doe, my experience and education\n",
        "%\\documentclass{moderncv}\n\\section{Experience}\n\\section{Education}\n",
        "\\section{Experience}\n\\section{Education}\n",
        "",
    ],
    "main.typ": [
        '#import "@preview/basic-resume:0.2.0": *\n#let entry(it) = it\n',
        "#show heading: set text(12pt)\n= Introduction\n== Experience\n",
        "= Thesis\n",
    ],
}


@pytest.mark.parametrize(("name", "text"), [(name, text) for name, texts in RESUMES.items() for text in texts])
def test_roots_of_any_name(name: str, text: str, tree: Tree) -> None:
    tree.add({f"jobs/{name}": text})
    assert tree.search().files == [f"jobs/{name}"]


@pytest.mark.parametrize(("name", "text"), [(name, text) for name, texts in OTHERS.items() for text in texts])
def test_other_documents(name: str, text: str, tree: Tree) -> None:
    tree.add({f"thesis/{name}": text})
    assert tree.search("thesis").problems == [
        "thesis: no résumé here: 1 file was skipped: its name does not say résumé or CV; name it to check it"
    ]


def test_other_formats_need_a_name(tree: Tree) -> None:
    tree.add(
        {"jane.yaml": "cv:\n  sections:\n    experience: []\n", "index.html": "<h2>Experience</h2><h2>Education</h2>"}
    )
    assert tree.search().files == []


HOSTILE = [
    "\\documentclass" + " " * 40_000, "\\documentclass[" * 3000, "\\documentclass{" * 3000, "\\section{\\a" * 4000,
    "\\section{" + "\\a " * 10_000, "\\input" + " " * 40_000, "\\input{a}{" * 4000, "#show\n" + "=" * 40_000,
    "#show\n#" + "section" * 6000, "<h1 " * 10_000, "<h1>" * 10_000, "<h1>" + "<" * 40_000,
    '"' * 40_000, '"a"' + " " * 40_000, " " * 40_000, "a" + " " * 40_000, "- " * 20_000, "\\" * 40_000, "%" * 40_000,
]  # fmt: skip


@pytest.mark.parametrize("format", ["latex", "typst", "html", "json", "yaml"])
@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: text[:16])
def test_no_text_takes_long(text: str, format: str) -> None:
    reads_like_resume("", format)
    started = time.process_time()
    reads_like_resume("\\documentclass{a}\n" + text[:32_768], format)
    assert time.process_time() - started < 2


@given(st.text(), st.sampled_from(["latex", "typst", "html", "json", "yaml"]))
def test_any_text(text: str, format: str) -> None:
    assert reads_like_resume(text, format) in (True, False)
