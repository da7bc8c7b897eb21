"""Acronyms that a résumé spells out, and that many of them take no square time."""

from __future__ import annotations

import pytest
from cpu_time import cpu_seconds
from judged_bullets import POST, bullet, reference, resume

from bulletcoach.model.facts import Build, Facts, MarkKind
from bulletcoach.rules.explained import Explained
from bulletcoach.rules.layout import rare_acronym
from bulletcoach.rules.resume import resume_of

SPELLED_OUT = [
    ("Rebuilt the Quarterly Zone Review Tool (QZRT)", "QZRT"),
    ("Rebuilt the QZRT (a review tool)", "QZRT"),
    ("Rebuilt the EUQZRT (a review tool)", "QZRT"),
    ("Rebuilt the quarterly zone review tool", "QZRT"),
    ("Rebuilt quarterly-zone reviews", "QZR"),
    ("Ran R & D for two sites", "R&D"),
]
NOT_SPELLED_OUT = [
    ("Moved accounts into the QZRT", "QZRT"),
    ("Moved accounts (into the QZRT)", "QZRT"),
    ("Rebuilt the zone quarterly review tool", "QZRT"),
    ("Rebuilt it, then quit Zurich", "QZ"),
    ("Rebuilt the QZRTS (a review tool)", "QZRT"),
]


@pytest.mark.parametrize(("text", "acronym"), SPELLED_OUT)
def test_it_is_spelled_out(text: str, acronym: str) -> None:
    assert Explained([Facts("Ran a desk", Build.CLAUSE), Facts(text, Build.CLAUSE)]).has(acronym)


@pytest.mark.parametrize(("text", "acronym"), NOT_SPELLED_OUT)
def test_it_is_not_spelled_out(text: str, acronym: str) -> None:
    assert not Explained([Facts(text, Build.CLAUSE)]).has(acronym)


def _seconds(count: int) -> float:
    """How long the rule takes for that many bullets, each with an acronym of its own."""
    letters = "BCDFGHJKLMNPQRSTVWXZ"
    names = (a + b + c + d for a in letters for b in letters for c in letters for d in letters)
    bullets = [
        bullet(f"Moved the accounts of the whole region into the {name}", marks=[(MarkKind.ACRONYM, name)])
        for name, _ in zip(names, range(count), strict=False)
    ]
    whole, known = resume_of(resume((POST, bullets))), reference()
    found = list(rare_acronym.run(whole, known))
    assert len(found) > 0.8 * count
    return min(cpu_seconds(lambda: list(rare_acronym.run(whole, known))) for _ in range(3))


def test_the_time_grows_with_the_number_of_bullets() -> None:
    assert _seconds(1_600) < 9 * _seconds(400)
