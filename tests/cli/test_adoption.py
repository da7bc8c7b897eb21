"""A repository that takes bulletcoach on with old résumés in it: set up once, and from then on what is new counts."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cli.commandline import Ended, Run

TEX = r"""\documentclass{article}
\begin{document}
\section{Experience}
\textbf{Ferry Steward}, Calmac Ferries, Oban \hfill 2017 -- 2023
\begin{itemize}
  \item Responsible for the tea bar and its till
  \item Handled complaints of passengers
  \item Cut spoilage from 9\,\% to 4\,\% by ordering by the weather
\end{itemize}
\end{document}
"""
MARKDOWN = """\
# Morag Sinclair

## Experience

### Night Porter, Columba Hotel, 2013 - 2017

- In charge of the front door and the late bar
- Various other duties
- Halved lost keys, from 8 a season to 4, with a numbered board
"""


@pytest.fixture
def adopted(run: Run, tmp_path: Path) -> Path:
    """The repository after its first day: set up, with its old findings known."""
    (tmp_path / ".git").mkdir()
    (tmp_path / "cv").mkdir()
    (tmp_path / "cv" / "morag.tex").write_text(TEX, encoding="utf-8")
    (tmp_path / "resume-short.md").write_text(MARKDOWN, encoding="utf-8")
    ended = run("init", "--baseline")
    assert (ended.code, ended.err) == (0, "")
    return tmp_path


def replace(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def told(ended: Ended) -> list[tuple[str, str]]:
    """The files and rules of the findings in a concise report."""
    return [(line.split(":")[0].replace("\\", "/"), line.split(" ")[1]) for line in ended.out.splitlines()]


def test_only_what_is_new_is_told_however_much_moves(run: Run, adopted: Path) -> None:
    assert run("check", ".", "--isolated").code == 1
    assert run("check", ".").code == 0

    one_edit = adopted / "cv" / "morag.tex"
    replace(one_edit, "the tea bar and its till", "the tea bar, the shop and its till")
    replace(one_edit, r"\section{Experience}", "% for the spring\n\n" + r"\section{Experience}")
    assert run("check", ".").code == 0

    replace(adopted / "resume-short.md", "- Various", "- Responsible for the night safe\n- Various")
    ended = run("check", ".", "--format", "concise")
    assert (ended.code, told(ended)) == (1, [("resume-short.md", "BC101")])
    assert run("check", "cv/morag.tex").code == 0

    replace(adopted / "resume-short.md", "Responsible for the night safe", "Cut cash differences from 30 to 2 a month")
    assert run("check", ".").code == 0


def test_every_format_knows_what_is_known(run: Run, adopted: Path) -> None:
    replace(adopted / "resume-short.md", "- Various", "- Responsible for the night safe\n- Various")
    report = json.loads(run("check", ".", "--format", "json", "--level", "warning").out)
    found = [each["code"] for file in report["files"] for bullet in file["bullets"] for each in bullet["findings"]]
    assert found == ["BC101"]
    for name in ("github", "gitlab", "sarif"):
        ended = run("check", ".", "--format", name)
        assert (ended.code, "resume-short.md" in ended.out, "morag.tex" in ended.out) == (1, True, False), name


def test_a_known_bullet_that_is_mended_and_spoilt_again_is_new(run: Run, adopted: Path) -> None:
    resume = adopted / "cv" / "morag.tex"
    replace(resume, "Handled complaints of passengers", r"Answered 40 complaints a week, 9 in 10 the same day")
    assert run("check", ".", "--prune-baseline").code == 0
    replace(resume, r"Answered 40 complaints a week, 9 in 10 the same day", "Handled complaints of passengers")
    ended = run("check", ".", "--format", "concise")
    assert (ended.code, {file for file, _ in told(ended)}) == (1, {"cv/morag.tex"})


@pytest.mark.usefixtures("adopted")
def test_the_tool_does_not_look_at_its_own_files(run: Run) -> None:
    assert run("init", "cv", "--baseline").code == 0
    report = json.loads(run("check", ".", "--format", "json").out)
    assert sorted(Path(file["path"]).as_posix() for file in report["files"]) == ["cv/morag.tex", "resume-short.md"]
