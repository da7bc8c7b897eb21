"""Doubled spaces: where they show, and how they are written anew."""

from __future__ import annotations

import pytest
from offered_fixes import HEAD, Check, offered, written

JSON = '{"work": [{"name": "Hotel Marisol", "position": "Porter", "highlights": ["%s", "Wrote  %s"]}]}'
YAML = "work:\n  - name: Hotel Marisol\n    position: Porter\n    highlights:\n      - %s\n"
TEX = r"""\documentclass{article}
\begin{document}
\section{Experience}
\begin{itemize}
\item Ran the  desk for 14 guests
\end{itemize}
\end{document}
"""


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        ("a.txt", f"{HEAD}- Ran the  desk\n", f"{HEAD}- Ran the desk\n"),
        ("a.txt", f"{HEAD}- Ran   the  desk.  Wrote the rota\n", f"{HEAD}- Ran the desk. Wrote the rota\n"),
        ("a.txt", f"{HEAD}-  Ran the  desk  \n  at night\n", f"{HEAD}-  Ran the desk  \n  at night\n"),
        ("a.json", JSON % ("Ran the  desk", "rotas"), JSON % ("Ran the desk", "rotas")),
        ("a.yaml", YAML % "Ran the  desk", YAML % "Ran the desk"),
        ("a.yaml", YAML % '"Ran the  desk: nights"', YAML % '"Ran the desk: nights"'),
        ("a.yaml", YAML % "|\n        Ran the  desk", YAML % "|\n        Ran the desk"),
    ],
)
def test_one_space_of_two(check: Check, name: str, before: str, after: str) -> None:
    result = check(before, name)
    first = next(each for each in offered(result) if each.code == "BC509")
    assert (first.safe, first.title) == (True, "Make one space of two")
    assert written(result, "BC509") == after


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.txt", f"{HEAD}- Ran the desk\n"),
        ("a.txt", f"{HEAD}-   Ran the desk\n"),
        ("a.txt", f"{HEAD}- Ran the desk    2019  2020\n"),  # columns
        ("a.txt", f"{HEAD}- Ran the\tdesk\n"),
        ("a.txt", f"{HEAD}- Ran the \n  desk at night\n"),
        ("a.md", "# Experience\n\n- Ran the  desk for 14 guests\n"),
        ("a.tex", TEX),
        ("a.html", "<h2>Experience</h2><ul><li>Ran the  desk for 14 guests</li></ul>"),
    ],
)
def test_none_where_none_shows(check: Check, name: str, text: str) -> None:
    assert check(text, name).bullets
    assert [each.code for each in check(text, name).findings if each.code == "BC509"] == []
