"""The gold set: every figure stays at or above its floor, and every label is well formed.

The floors stand about a point under the figures of the day they were set. Raise them when the figures rise; a floor
is lowered only together with the labels or rules of README.md that explain why.
"""

from __future__ import annotations

import json
from collections import Counter

import pytest
from gold_score import GOLD, SUPPORT, Case, figures, holds, run_gold, table

from bulletcoach.analysis import Analyser
from bulletcoach.lexicon.lexicon import Lexicon
from bulletcoach.model.judgement import Verdict

FLOORS = {
    "verdict accuracy": 0.945,
    "duty F1": 0.955,
    "achievements called duty (less is better)": 0.01,
    "duty against action without a metric, MCC": 0.875,
    "metric kind accuracy": 0.96,
    "metric F1": 0.98,
    "head verb accuracy": 0.945,
    "KPI recall, support": 0.70,
    "KPI precision, support": 0.88,
}


@pytest.fixture(scope="module")
def cases(analyser: Analyser, lexicon: Lexicon) -> list[Case]:
    return run_gold(analyser, lexicon)


def test_no_figure_falls(cases: list[Case]) -> None:
    found = figures(cases)
    wrong = [str(case) for case in cases if case.differences]
    listing = "\n".join(wrong)

    assert all(holds(name, value, FLOORS[name]) for name, value in found.items()), (
        f"\n{table(found, FLOORS)}\n\n{len(wrong)} bullets are read otherwise than labelled:\n{listing}"
    )


def test_every_figure_has_a_floor(cases: list[Case]) -> None:
    assert set(figures(cases)) == set(FLOORS)


def test_labels_are_well_formed(lexicon: Lexicon) -> None:
    rows = [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()]
    known = lexicon.field(SUPPORT).kpis

    assert [id for id, number in Counter(row["id"] for row in rows).items() if number > 1] == []
    assert [text for text, number in Counter(row["text"] for row in rows).items() if number > 1] == []
    for row in rows:
        assert row["verdict"] in set(Verdict), row["id"]
        assert row["metric_kind"] in ("outcome", "scope", "none"), row["id"]
        assert set(row["kpis"]) <= set(known), row["id"]
        assert row["field"] == SUPPORT or not row["kpis"], row["id"]


def test_the_readme_counts_the_bullets() -> None:
    counts = Counter(json.loads(line)["verdict"] for line in GOLD.read_text(encoding="utf-8").splitlines())
    cells = [counts["duty"], counts["action"], counts["achievement"], counts.total()]

    assert " | ".join(["| **all**", *(f"**{cell}**" for cell in cells)]) in GOLD.with_name("README.md").read_text(
        encoding="utf-8"
    )
