"""The sitting in examples/: what the README replays, and what it does to the résumé."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from cli.commandline import bulletcoach_run

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"


@pytest.fixture
def resume(tmp_path: Path) -> Path:
    """A copy of the duty-heavy résumé, coached with the answers that lie beside it."""
    copy = tmp_path / "mine.txt"
    shutil.copy(EXAMPLES / "duties.txt", copy)
    done = bulletcoach_run("coach", copy, "--answers", EXAMPLES / "duties-answers.toml", "--plain")
    assert done.code == 0, done.err
    return copy


def test_duties_become_achievements(resume: Path) -> None:
    report = json.loads(bulletcoach_run("check", resume, "--format", "json", "--isolated").out)

    assert report["summary"]["duty"] == 0
    assert report["summary"]["achievement"] >= 15


def test_all_other_lines_stay(resume: Path) -> None:
    before = (EXAMPLES / "duties.txt").read_bytes().splitlines(keepends=True)
    after = resume.read_bytes().splitlines(keepends=True)

    assert len(after) == len(before)
    changed = [old for old, new in zip(before, after, strict=True) if old != new]
    assert len(changed) == 14
    assert all(line.startswith("•".encode()) for line in changed)


def test_the_file_as_it_was_stays_beside_it(resume: Path) -> None:
    assert resume.with_name("mine.txt.bak").read_bytes() == (EXAMPLES / "duties.txt").read_bytes()
