"""What the cache has is what the analysis would find, and needs no language model."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from format_gold import FORMATS

from cli.commandline import Ended, Run, environment

ROOT = Path(__file__).parents[2]
EXAMPLES = [path for path in sorted((ROOT / "examples").iterdir()) if path.suffix != ".toml"]
FIXTURES = [path for path in sorted(FORMATS.rglob("*")) if path.is_file() and path.suffix != ".toml"]
# The command line, which says at its end what it has imported of what a cached check needs not.
_WATCHED = """
import sys
from bulletcoach.cli import main
try:
    main()
finally:
    heavy = ("spacy", "thinc", "numpy", "rapidfuzz", "rich", "multiprocessing", "concurrent.futures")
    print(*(name for name in heavy if name in sys.modules), file=sys.stderr)
"""


pytestmark = pytest.mark.usefixtures("with_cache")


def test_all_fixtures_read_alike_from_the_cache(run: Run, tmp_path: Path) -> None:
    check = ("check", "--format", "json", "--level", "info", "--isolated", "--cache-dir", tmp_path, *FIXTURES)
    first, second = run(*check), run(*check)
    assert first == second
    assert len(json.loads(first.out)["files"]) > 200
    kept = json.loads(run("cache", "info", "--format", "json", "--cache-dir", tmp_path).out)["kinds"]
    assert kept["facts"]["entries"] > 1000


@pytest.mark.parametrize("format", ["text", "json", "concise"])
def test_without_the_cache_it_is_the_same(run: Run, tmp_path: Path, format: str) -> None:
    check = ("check", "--format", format, "--level", "info", "--rewrites", "all", "--isolated", *EXAMPLES)
    once = run(*check, "--cache-dir", tmp_path / "cache")
    assert once == run(*check, "--cache-dir", tmp_path / "cache") == run(*check, "--no-cache")
    assert list(tmp_path.iterdir()) == [tmp_path / "cache"]
    assert run(*check, "--no-cache", "--cache-dir", tmp_path / "other") == once
    assert not (tmp_path / "other").exists()


def test_a_cached_check_imports_nothing_that_reads_language(tmp_path: Path) -> None:
    """Neither spaCy nor numpy, nor rich where nothing is drawn; and it says the same as the check that read it."""
    resume = EXAMPLES[0]
    check = ("check", resume, "--isolated", "--level", "info")
    read = _watched(*check, cache=tmp_path)
    assert {"spacy", "numpy"} <= {*read.err.split()}
    assert "BC101" in read.out
    again = _watched(*check, cache=tmp_path)
    assert again.err.split() == []
    assert (again.code, again.out) == (read.code, read.out)


def _watched(*arguments: str | Path, cache: Path) -> Ended:
    """Run a command; its errors end with the names of what it has imported."""
    done = subprocess.run(
        [sys.executable, "-c", _WATCHED, *map(str, arguments)],
        capture_output=True,
        env=environment(BULLETCOACH_CACHE_DIR=str(cache)),
        timeout=120,
        text=True,
        encoding="utf-8",
    )
    return Ended(done.returncode, done.stdout, done.stderr)


@pytest.mark.parametrize("damage", [b"", b"no database", b"SQLite format 3\0" + bytes(4000)])
def test_a_damaged_cache_is_as_none(run: Run, tmp_path: Path, damage: bytes) -> None:
    check = ("check", EXAMPLES[0], "--isolated", "--cache-dir", tmp_path)
    before = run(*check)
    (file,) = tmp_path.glob("*.sqlite3")
    whole = file.read_bytes()
    for content in (damage, whole[: len(whole) // 2], whole[:-100] + bytes(100)):
        file.write_bytes(content)
        assert run(*check) == before
        assert run(*check) == before


def test_switched_off_by_the_environment(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("BULLETCOACH_NO_CACHE", "1")
    assert run("check", EXAMPLES[0], "--cache-dir", tmp_path / "cache").code == 1
    assert not (tmp_path / "cache").exists()


def test_other_words_are_other_facts(run: Run, tmp_path: Path) -> None:
    """A verb of one's own changes what the analysis finds: what was kept before does not hold any more."""
    (tmp_path / "cv.md").write_text("# Experience\n- Yodeled the news to 40 villages a week\n", encoding="utf-8")
    check = ("check", "cv.md", "--format", "json", "--cache-dir", tmp_path / "cache")
    verb = json.loads(run(*check).out)["files"][0]["bullets"][0]["verbs"][0]
    assert verb["strength"] == "plain"
    forms = "yodels yodeled yodeled yodeling"
    own = f'[verbs]\nyodel = {{ forms = "{forms}", act = "make", strength = "strong", family = "x" }}\n'
    (tmp_path / "own.toml").write_text(own, encoding="utf-8")
    (tmp_path / "bulletcoach.toml").write_text('lexicons = ["own.toml"]\n', encoding="utf-8")
    for _ in range(2):
        verb = json.loads(run(*check).out)["files"][0]["bullets"][0]["verbs"][0]
        assert (verb["lemma"], verb["strength"], verb["family"]) == ("yodel", "strong", "x")
