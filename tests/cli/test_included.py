"""A LaTeX résumé in several files: findings stand under the file that holds the text, each once a run."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cli.commandline import Run

ROOT = r"""\documentclass{article}
\begin{document}
\section{Experience}
\textbf{Porter}, Hotel Marisol \hfill Jan 2019 -- Mar 2021
\begin{itemize}
\item Responsible for the luggage room
\input{cv/more}
\end{itemize}
\end{document}
"""
PART = "\\item Responsible for the lobby\n\\item Was in charge of 40\\% of the floors\n"


@pytest.fixture
def resume(tmp_path: Path) -> Path:
    (tmp_path / "cv").mkdir()
    (tmp_path / "cv" / "more.tex").write_text(PART, encoding="utf-8")
    path = tmp_path / "resume.tex"
    path.write_text(ROOT, encoding="utf-8")
    return path


PLACES = ["resume.tex:6:7", "cv/more.tex:1:7", "cv/more.tex:2:7"]


@pytest.mark.parametrize(
    ("arguments", "places"),
    [
        (["resume.tex"], PLACES),
        (["resume.tex", "cv/more.tex"], PLACES),
        (["cv/more.tex", "resume.tex"], PLACES),
        (["."], PLACES),
        (["cv/more.tex"], PLACES[1:]),
    ],
)
@pytest.mark.usefixtures("resume")
def test_each_finding_once_in_its_file(run: Run, arguments: list[str], places: list[str]) -> None:
    ended = run("check", *arguments, "--select", "BC101", "--format", "concise")
    lines = ended.out.replace("\\", "/").splitlines()
    assert [line.rpartition(": BC101")[0] for line in lines] == places


@pytest.mark.usefixtures("resume")
def test_the_json_names_the_file_and_the_entry_of_the_root(run: Run) -> None:
    whole = json.loads(run("check", "resume.tex", "--format", "json").out)["files"]
    part = json.loads(run("check", "cv/more.tex", "--format", "json").out)["files"]
    assert [(bullet["path"] or "").replace("\\", "/") for bullet in whole[0]["bullets"]] == ["", *["cv/more.tex"] * 2]
    assert [bullet["path"] for bullet in part[0]["bullets"]] == [None, None]
    assert {bullet["entry"]["title"] for one in (whole, part) for bullet in one[0]["bullets"]} == {"Porter"}


@pytest.mark.usefixtures("resume")
def test_the_coach_works_on_the_file_that_holds_the_bullet(run: Run) -> None:
    ended = run("coach", "resume.tex", "--bullet", "1")
    assert ended.code == 2
    assert "no bullet on line 1; lines with bullets: 6" in ended.err
