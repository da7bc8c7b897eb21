"""The table, and the JSON beside it."""

from __future__ import annotations

import json

from benchmarks.figures import Budget, Row
from benchmarks.machine import Machine, this_machine
from benchmarks.table import as_json, as_markdown

MACHINE = Machine("2024-05-01", "Some CPU", 2, "Linux", "CPython 3.11.7", {"spacy": "3.8.7"}, 0.25)
PARTS = {
    "start": [
        Row("floor", seconds=0.0951, cpu=0.09, mib=16.4, runs=3),
        Row(
            "ours",
            0.123456,
            0.1,
            20.0,
            ratio=1.298,
            ratios=(1.298,),
            cpu_ratio=1.1,
            against="floor",
            budget=Budget(at_most=1.5),
        ),
    ],
    "files": [
        Row("many", 12.345, rate=1234.5, ratio=0.61, against="bare", budget=Budget(at_least=0.7), note="less start"),
        Row("jobs", against="one job", budget=Budget(at_least=0.9), failure="no such option"),
    ],
}

TABLE = """\
2024-05-01: Some CPU, 2 cores, Linux, load 0.25 before the start
CPython 3.11.7, spacy 3.8.7

| what      |     s | CPU s | MiB | bullets/s |     × | CPU × | of      | budget       |
|-----------|------:|------:|----:|----------:|------:|------:|---------|--------------|
| **start** |       |       |     |           |       |       |         |              |
| floor     | 0.095 | 0.090 |  16 |           |       |       |         |              |
| ours      | 0.123 | 0.100 |  20 |           |  1.30 |  1.10 | floor   | ≤ 1.5 kept   |
| **files** |       |       |     |           |       |       |         |              |
| many      |  12.3 |       |     |     1,234 | 0.610 |       | bare    | ≥ 0.7 missed |
| jobs      |       |       |     |           |       |       | one job | ≥ 0.9 failed |

- many: less start
- jobs: no such option
"""


def test_the_table() -> None:
    assert as_markdown(PARTS, MACHINE) == TABLE


def test_the_json() -> None:
    found = json.loads(as_json(PARTS, MACHINE, mode="quick", seed=1))
    assert (found["version"], found["mode"], found["seed"], found["machine"]["cpu"]) == (1, "quick", 1, "Some CPU")
    floor, ours = found["parts"]["start"]
    assert (floor["mib"], floor["budget"], floor["within"]) == (16.4, None, None)
    assert (ours["seconds"], ours["ratio"], ours["within"]) == (0.123456, 1.298, True)
    assert [row["within"] for row in found["parts"]["files"]] == [False, False]
    assert found["parts"]["files"][1]["failure"] == "no such option"


def test_a_machine_names_what_was_measured() -> None:
    machine = this_machine()
    assert machine.cores >= 1
    assert machine.packages["bulletcoach"] != "not installed"
