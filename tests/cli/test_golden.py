"""The reports of the examples, word for word. BULLETCOACH_UPDATE_GOLDEN=1 writes them anew: read the diff."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from cli.commandline import Run

pytestmark = pytest.mark.usefixtures("one_engine")

EXAMPLES = Path(__file__).parents[2] / "examples"
GOLDEN = Path(__file__).parent / "golden"
SUFFIXES = {"text": "txt", "concise": "concise", "json": "json"}


@pytest.mark.parametrize("format", SUFFIXES)
@pytest.mark.parametrize("name", sorted(path.name for path in EXAMPLES.iterdir() if path.suffix != ".toml"))
def test_the_report_of_an_example(run: Run, monkeypatch: pytest.MonkeyPatch, name: str, format: str) -> None:
    monkeypatch.chdir(EXAMPLES)
    report = run("check", name, "--isolated", "--format", format).out
    golden = GOLDEN / f"{Path(name).stem}.{SUFFIXES[format]}"
    if os.environ.get("BULLETCOACH_UPDATE_GOLDEN"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(report, encoding="utf-8", newline="\n")
    assert report == golden.read_text(encoding="utf-8")
