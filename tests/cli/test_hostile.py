"""Text that tries to steer the terminal, the reader's eyes or the report, in bullets, names and lexicons."""

from __future__ import annotations

import json
import os
import re
import unicodedata
from pathlib import Path

import pytest

from bulletcoach.cli.options import Format
from cli.commandline import Run

pytestmark = pytest.mark.usefixtures("one_engine")

BULLETS = (
    "Responsible for \x1b[31mred\x1b[0m alarms and \x1b]0;owned\x07 titles",
    "Responsible for [red]markup[/red] and [X%] and [/] and :warning: and [link=https://example.com]x[/link]",
    "Responsible for \u202egnihtyreve\u202c and \u2066this\u2069 and zero\u200bwidth",
    "Responsible for ::error file=x::commands and <script>alert(1)</script> and | tables |",
    "Responsible for \x9b31m and \x00\x08\x08\x08 and \u2028 breaks",
)
FORMATS = tuple(Format)


def hidden(text: str) -> set[str]:
    categories = ("Cc", "Cf", "Cs", "Zl", "Zp")
    return {character for character in text if unicodedata.category(character) in categories} - {"\n"}


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("bullet", BULLETS, ids=range(len(BULLETS)))
def test_nothing_hidden_reaches_the_output(run: Run, bullet: str, format: str) -> None:
    ended = run("check", "-", "--format", format, "--level", "info", stdin=f"- {bullet}\n")
    assert not hidden(ended.out)
    assert not hidden(ended.err)


def test_markup_is_shown_as_it_stands_in_colour_too(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    plain = run("check", "-", stdin=f"- {BULLETS[1]}\n").out
    assert "[red]markup[/red] and [X%] and [/]" in plain
    assert ":warning:" in plain
    monkeypatch.setenv("FORCE_COLOR", "1")
    coloured = run("check", "-", stdin=f"- {BULLETS[1]}\n").out
    assert "[red]markup[/red] and [X%] and [/]" in coloured
    assert "\x1b[" in coloured


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such file names")
@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize(
    "name", ["a\x1b[2Jb.txt", "[red]cv[X%].txt", "cv\u202etxt.exe", "line\nbreak.txt", "\udcff.txt"]
)
def test_file_names_are_only_data(run: Run, tmp_path: Path, name: str, format: str) -> None:
    (tmp_path / name).write_text(f"- {BULLETS[0]}\n", encoding="utf-8")
    ended = run("check", name, f"gone-{name}", "--format", format)
    assert ended.code == 2
    assert not hidden(ended.out)
    assert not hidden(ended.err)
    if format == "json":
        paths = [file["path"] for file in json.loads(ended.out)["files"]]
        assert paths == [name.replace("\udcff", "\\udcff"), f"gone-{name}".replace("\udcff", "\\udcff")]


def test_a_lexicon_is_only_data(run: Run, tmp_path: Path) -> None:
    (tmp_path / "own.toml").write_text(
        '[[wording]]\nkind = "filler"\nphrases = ["(a+)+$"]\nnote = "\\u001b[31m [red]x[/red]"\n', encoding="utf-8"
    )
    (tmp_path / "bulletcoach.toml").write_text('lexicons = ["own.toml"]\n', encoding="utf-8")
    ended = run("lexicon", "lookup", "(a+)+$")
    assert "note: \\x1b[31m [red]x[/red]" in ended.out
    assert not hidden(ended.out)


@pytest.mark.parametrize("format", ["text", "markdown"])
@pytest.mark.parametrize("bullet", BULLETS, ids=range(len(BULLETS)))
def test_a_story_card_is_only_data(run: Run, bullet: str, format: str) -> None:
    won = bullet.replace("Responsible for", "Cut refund errors by 40% by rewriting").replace("\x00", "")
    ended = run("star", "-", "--format", format, "--stdin-filename", "[x]\x1b[2J.txt", stdin=f"- {won}\n")
    assert "40%" in ended.out
    assert not hidden(ended.out)
    if format == "markdown":
        assert not re.search(r"(?<!\\)[<>\[\]|]", ended.out)


@pytest.mark.parametrize("options", [[], ["--quiet"], ["--format", "json"]], ids=" ".join)
@pytest.mark.parametrize("bullet", BULLETS, ids=range(len(BULLETS)))
def test_a_rewrite_is_only_data(run: Run, bullet: str, options: list[str]) -> None:
    ended = run("rewrite", bullet.replace("\x00", ""), *options)
    assert ended.out
    assert not hidden(ended.out)
    assert not hidden(ended.err)
