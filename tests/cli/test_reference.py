"""docs/reference.md and the manual page say what the program says. `python docs/make_reference.py` writes them anew."""

from __future__ import annotations

import importlib.util
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from bulletcoach.config.options import Options, keys_of
from bulletcoach.rules import RULES

DOCS = Path(__file__).parents[2] / "docs"


@pytest.fixture(scope="module")
def make() -> Any:
    """The module that makes them."""
    spec = importlib.util.spec_from_file_location("make_reference", DOCS / "make_reference.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_reference_is_up_to_date(make: Any) -> None:
    assert make.reference() == (DOCS / "reference.md").read_text(encoding="utf-8")


def test_the_manual_page_is_up_to_date(make: Any) -> None:
    assert make.manual() == (DOCS / "bulletcoach.1").read_text(encoding="utf-8")


def test_every_rule_setting_and_command_is_in_it(make: Any) -> None:
    text = make.reference()
    for rule in RULES:
        assert f"\n#### {rule.code} {rule.name}\n" in text
        assert rule.code[:3] in make.FAMILIES
    for key in keys_of(Options):
        assert f"\n- `{key.name}`: " in text
    for name in ("check", "rewrite", "star", "coach", "rule", "init", "doctor", "lexicon lookup", "config show"):
        assert f"\n### bulletcoach {name}\n" in text


def test_the_manual_page_is_plain_roff(make: Any) -> None:
    text = make.manual()
    assert text.isascii()
    commands = {line.split(" ")[0] for line in text.splitlines() if line.startswith((".", "'"))}
    assert commands == {'.\\"', ".TH", ".SH", ".SS", ".PP", ".TP", ".B", ".nf", ".fi"}


@pytest.mark.skipif(shutil.which("groff") is None, reason="needs groff")
def test_the_manual_page_is_typeset_without_a_warning() -> None:
    done = subprocess.run(
        ["groff", "-man", "-Tutf8", "-ww", "-z", DOCS / "bulletcoach.1"], capture_output=True, timeout=30, check=False
    )
    assert (done.returncode, done.stderr) == (0, b"")
