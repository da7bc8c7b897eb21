"""Which open documents are résumés."""

from __future__ import annotations

from pathlib import Path

import pytest

from bulletcoach.server.opened import Opened
from bulletcoach.server.resumes import is_resume
from server.documents import LATEX, MARKDOWN, PART, README

SETTINGS = "theme: dark\nport: 80\n"
JSON_RESUME = '{"basics": {"name": "Imani"}, "work": [{"highlights": ["Drove"]}], "education": []}'


@pytest.mark.parametrize(
    ("name", "format", "text", "expected"),
    [
        ("resume.md", "markdown", MARKDOWN, True),
        ("Jane_Doe_CV.txt", "text", MARKDOWN, True),
        ("README.md", "markdown", README, False),
        ("notes.md", "markdown", MARKDOWN, False),
        ("cv/2024.md", "markdown", MARKDOWN, True),
        ("cv/README.md", "markdown", README, False),
        ("resume-cover-letter.md", "markdown", MARKDOWN, False),
        ("main.tex", "latex", LATEX, True),
        ("paper.tex", "latex", r"\documentclass{article}\begin{document}\section{Methods}\end{document}", False),
        ("cv/settings.yaml", "yaml", SETTINGS, False),
        ("cv/jane.json", "json", JSON_RESUME, True),
        ("package.json", "json", '{"name": "tidepool"}', False),
    ],
)
def test_the_name_the_folder_and_the_text_tell(
    tmp_path: Path, name: str, format: str, text: str, expected: bool
) -> None:
    assert is_resume(Opened((tmp_path / name).as_uri(), format, 1, text), format) is expected


def test_a_part_of_a_latex_resume_is_one(tmp_path: Path) -> None:
    opened = Opened((tmp_path / "parts" / "earlier.tex").as_uri(), "latex", 1, PART)
    assert not is_resume(opened, "latex")

    (tmp_path / "parts").mkdir()
    (tmp_path / "parts" / "earlier.tex").write_text(PART, encoding="utf-8")
    (tmp_path / "main.tex").write_text(LATEX, encoding="utf-8")
    assert is_resume(opened, "latex")


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [("latex", LATEX, True), ("plaintext", MARKDOWN, False), ("json", JSON_RESUME, True)],
)
def test_what_has_no_name_yet_is_told_by_its_text(language: str, text: str, expected: bool) -> None:
    opened = Opened("untitled:Untitled-1", language, 1, text)
    assert is_resume(opened, opened.format(opened.source())) is expected


@pytest.mark.parametrize(
    ("uri", "language", "format"),
    [
        ("file:///cv/main.txt", "latex", "latex"),
        ("file:///cv/resume.md", "plaintext", "markdown"),
        ("untitled:Untitled-1", "restructuredtext", "rst"),
        ("untitled:Untitled-1", "plaintext", "text"),
        ("file:///cv/resume.qmd", "quarto", "markdown"),
        ("file:///cv/main", "LaTeX", "latex"),
    ],
)
def test_the_editor_knows_the_language(uri: str, language: str, format: str) -> None:
    opened = Opened(uri, language, 1, "Imani Okafor\n")
    assert opened.format(opened.source()) == format
