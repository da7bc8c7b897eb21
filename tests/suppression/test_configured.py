"""Suppressions of the configuration: by rule and text, for formats without comments and all others."""

from __future__ import annotations

from pathlib import Path

import pytest
from silenced import Check, remarks, silenced

from bulletcoach.config import Configuration, Settings
from bulletcoach.config.options import Suppress
from bulletcoach.inputs import Input
from bulletcoach.suppression.configured import names_one_file, same

TEXT = """\
EXPERIENCE

Florist, Petal & Stem, 2019 - 2021
- Answered customers' calls
- Responsible for the wedding orders and
  the ribbon stock
"""


def _settings(*tables: Suppress) -> Settings:
    return Settings(suppress=tables)


@pytest.mark.parametrize(
    "text",
    [
        "Answered customers' calls",
        "  answered  CUSTOMERS'\tcalls.",
        "Answered customers’ calls;",
        "Answered…",
        "Answered customers‘ …",
        "answered customers...",
    ],
)
def test_texts_that_are_the_same(check: Check, text: str) -> None:
    result = check(TEXT, "resume.txt", _settings(Suppress(("BC102",), text)))
    assert silenced(result) == [("BC102", "Answered customers' calls")]


@pytest.mark.parametrize("text", ["Answered customers", "Answered customer calls", "customers' calls", "Answers…"])
def test_texts_that_are_not(check: Check, text: str) -> None:
    assert silenced(check(TEXT, "resume.txt", _settings(Suppress(("BC102",), text)))) == []


def test_a_bullet_of_several_lines(check: Check) -> None:
    table = Suppress(("duty-opener",), "Responsible for the wedding orders and the ribbon stock")
    assert [code for code, _ in silenced(check(TEXT, "resume.txt", _settings(table)))] == ["BC101"]


def test_only_the_rules_that_are_named(check: Check) -> None:
    assert silenced(check(TEXT, "resume.txt", _settings(Suppress(("BC2", "BC301"), "Answered…")))) == []


def test_a_text_that_a_bullet_only_begins_with_is_told_without_a_path_as_well(check: Check) -> None:
    table = Suppress(("BC101",), "Responsible for the wedding orders", place="bulletcoach.toml:1")
    result = check(TEXT, "resume.txt", _settings(table))
    assert remarks(result) == [
        "BC901 the suppression of “Responsible for the wedding orders” (bulletcoach.toml:1) silences nothing: "
        "a bullet only begins so"
    ]
    assert remarks(check(TEXT, "resume.txt", _settings(Suppress(("BC101",), "Responsible for the wedding ord")))) == []


@pytest.mark.parametrize(
    ("path", "is_reported"),
    [
        ("", False),
        ("resume.txt", True),
        ("cv/resume.txt", True),
        ("*.txt", False),
        ("cv/", False),
        ("cv/**/a.txt", False),
    ],
)
def test_unused_ones_are_reported_where_their_path_names_one_file(check: Check, path: str, is_reported: bool) -> None:
    table = Suppress(("BC202", "BC102"), "Answered…", path, place="bulletcoach.toml:3")
    said = "BC901 “BC202” in the suppression of “Answered…” (bulletcoach.toml:3) silences nothing"
    assert remarks(check(TEXT, "resume.txt", _settings(table))) == [said] * is_reported
    assert names_one_file(table) is is_reported


def test_from_a_file(check: Check, tmp_path: Path) -> None:
    """The path of a table is one of .gitignore, relative to the configuration file."""
    config = tmp_path / "bulletcoach.toml"
    config.write_text(
        '[[suppress]]\nrules = ["BC102"]\ntext = "Answered…"\npath = "cv/*.txt"\nreason = "as the posting has it"\n\n'
        '[[suppress]]\nrules = ["BC101"]\ntext = "Watered plants"\npath = "cv/resume.txt"\n',
        encoding="utf-8",
    )
    (tmp_path / "cv").mkdir()
    told: dict[str, tuple[int, list[str]]] = {}
    for name in ("cv/resume.txt", "resume.txt"):
        file = tmp_path / name
        file.write_text(TEXT, encoding="utf-8")
        settings = Configuration(config=config).settings_for(Input(name, file))
        result = check(TEXT, name, settings)
        told[name] = len(result.suppressed), remarks(result)
    unused = f"BC901 the suppression of “Watered plants” ({config}:7) silences nothing"
    assert told == {"cv/resume.txt": (1, [unused]), "resume.txt": (0, [])}


def test_what_counts_when_texts_are_compared() -> None:
    assert same(" Cut  “churn” – by 4\u00a0% .") == 'cut "churn" - by 4 %'
    assert same("cut churn by 4%") != same("cut churn by 5%")
