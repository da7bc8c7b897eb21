"""The configuration file that `init` writes: valid, at its defaults, and every line of it ready to be used."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from msgspec.structs import replace

from bulletcoach.adoption.settings_file import settings_text
from bulletcoach.config import Configuration, Options, Settings
from bulletcoach.config.options import LatexOptions, keys_of

TEXT = settings_text()
COMMENTED = dict(re.findall(r"^#(\S+) = (.*)$", TEXT, re.MULTILINE))


def settings_of(tmp_path: Path, text: str) -> Settings:
    """The settings under this configuration file, beside files that some examples name."""
    (tmp_path / "resumes").mkdir(exist_ok=True)
    (tmp_path / "bulletcoach.toml").write_text('level = "warning"\n', encoding="utf-8")
    (tmp_path / "resumes" / "main.tex").touch()
    (tmp_path / "resumes" / "bulletcoach.toml").write_text(text, encoding="utf-8")
    return replace(Configuration().settings(tmp_path / "resumes"), places=())


def test_as_it_is_written_it_changes_nothing(tmp_path: Path) -> None:
    assert tomllib.loads(TEXT) == {}
    assert settings_of(tmp_path, TEXT) == settings_of(tmp_path, "")


@pytest.mark.parametrize("key", COMMENTED)
def test_every_setting_can_be_switched_on(key: str, tmp_path: Path) -> None:
    text = TEXT.replace(f"\n#{key} =", f"\n{key} =")
    assert len(tomllib.loads(text)) == 1
    settings_of(tmp_path, text)


def test_all_of_them_can_at_once(tmp_path: Path) -> None:
    settings_of(tmp_path, re.sub(r"^#(?=\S)", "", TEXT, flags=re.MULTILINE))


def test_every_setting_is_there() -> None:
    keys = [key.name for key in keys_of(Options) if key.name != "latex"]
    assert sorted(COMMENTED) == sorted(keys + [f"latex.{key.name}" for key in keys_of(LatexOptions)])


def test_a_value_that_is_shown_is_the_default_unless_that_is_to_have_none(tmp_path: Path) -> None:
    without = {"extend", "level", "role-level", "baseline", "severity", "per-file-ignores", "rules", "suppress"}
    shown = [f"{key} = {value}\n" for key, value in COMMENTED.items() if key not in without and key != "latex.root"]
    assert settings_of(tmp_path, "".join(shown)) == settings_of(tmp_path, "")


def test_what_it_says_fits_in_120_columns() -> None:
    assert [line for line in TEXT.splitlines() if len(line) > 120] == []
    assert TEXT.count("\n\n") == len(COMMENTED)


def test_the_baseline_is_switched_on_where_there_is_one() -> None:
    assert tomllib.loads(settings_text(with_baseline=True)) == {"baseline": ".bulletcoach-baseline.json"}
