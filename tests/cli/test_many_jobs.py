"""Several processes find what one finds, with the cache and without, and in the same order."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from format_gold import FORMATS

from benchmarks.corpus import bullets
from cli.commandline import environment

FIXTURES = [path for path in sorted(FORMATS.rglob("*")) if path.is_file() and path.suffix != ".toml"]
# Enough for several batches, of which each has several pieces.
BULLETS = bullets(900, seed=11)


@pytest.fixture
def resumes(tmp_path: Path) -> Path:
    """Long résumés and short ones, one that repeats another, one that is none, and one that is no text."""
    folder = tmp_path / "resumes"
    folder.mkdir()
    sizes, at = [300, 1, 20, 250, 3, 326], 0
    for number, size in enumerate(sizes):
        lines = "".join(f"- {bullet}\n" for bullet in BULLETS[at : at + size])
        (folder / f"{number}.txt").write_text(f"Experience\n\nAgent, Acme, 2019 - 2021\n{lines}", encoding="utf-8")
        at += size
    (folder / "again.txt").write_bytes((folder / "2.txt").read_bytes())
    (folder / "empty.txt").write_bytes(b"")
    (folder / "noise.txt").write_bytes(bytes(range(256)) * 9)
    return folder


def _checked(folder: Path, *arguments: str | Path, files: list[Path]) -> bytes:
    command = [sys.executable, "-m", "bulletcoach", "check", "--isolated", "--format", "json", "--level", "info"]
    done = subprocess.run(
        [*command, *map(str, arguments), *map(str, files)], capture_output=True, cwd=folder, env=environment()
    )
    assert b"Traceback" not in done.stderr
    return done.stdout


def test_the_same_whoever_reads(resumes: Path, tmp_path: Path) -> None:
    files = sorted(resumes.iterdir())
    cache = ("--cache-dir", tmp_path / "cache")
    alone = _checked(tmp_path, "--jobs", "1", "--no-cache", files=files)
    assert sum(map(len, (file["bullets"] for file in json.loads(alone)["files"]))) >= 900
    assert _checked(tmp_path, "--jobs", "2", "--no-cache", files=files) == alone
    assert _checked(tmp_path, "--jobs", "2", *cache, files=files) == alone
    assert _checked(tmp_path, "--jobs", "2", *cache, files=files) == alone
    # What other processes have read is there for one that reads alone.
    assert _checked(tmp_path, "--jobs", "1", *cache, files=files) == alone


def test_all_fixtures(tmp_path: Path) -> None:
    assert _checked(tmp_path, "--jobs", "3", "--no-cache", files=FIXTURES) == _checked(
        tmp_path, "--jobs", "1", "--no-cache", files=FIXTURES
    )
