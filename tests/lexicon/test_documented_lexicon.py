"""The lexicon that docs/lexicons.md shows: it is one, and it does what the page says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bulletcoach.lexicon.lexicon import Lexicon, load_lexicon
from bulletcoach.lexicon.lookup import look_up, read_all

PAGE = Path(__file__).parents[2] / "docs" / "lexicons.md"


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file that the page shows."""
    found = re.search(r"```toml\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    assert found
    file = tmp_path_factory.mktemp("lexicon") / "my-words.toml"
    file.write_text(found[1], encoding="utf-8")
    return file


@pytest.fixture(scope="module")
def lexicon(own: Path) -> Lexicon:
    return load_lexicon([own])


def test_what_is_added_is_there(lexicon: Lexicon) -> None:
    assert lexicon.verbs["upskill"].act == "make"
    assert "on the hook for" in {entry.phrase for entry in lexicon.openers}
    assert "caseworker" in lexicon.terms_of("title")
    assert [entry.role for entry in lexicon.macros if "win" in entry.names] == ["bullet"]


def test_what_is_removed_is_gone(lexicon: Lexicon) -> None:
    shipped = load_lexicon()
    assert "spearhead" in shipped.verbs
    assert "spearhead" not in lexicon.verbs
    gone = _openers(shipped) - _openers(lexicon)
    assert "in charge of" in gone
    assert "was in charge of" in gone
    assert "responsible for" not in gone
    assert "passionate" not in {phrase for entry in lexicon.wordings for phrase in entry.phrases}


def test_a_look_up_tells_what_holds(own: Path) -> None:
    (sense,) = look_up("upskill", read_all([own]))
    assert ("act: make (something exists now that did not)" in sense.lines, str(own) in sense.lines[-1]) == (True, True)
    assert not any("verb" in each.headline for each in look_up("spearhead", read_all([own])))


def _openers(lexicon: Lexicon) -> set[str]:
    return {phrase for entry in lexicon.openers for phrase in (entry.phrase, *entry.also)}
