"""`bulletcoach lsp`, started where it cannot work."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from cli.terminal import on_terminal
from typer.testing import CliRunner

from bulletcoach.cli import lsp
from bulletcoach.cli.app import app


def test_without_pygls_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lsp, "find_spec", lambda _: None)
    ended = CliRunner().invoke(app, ["lsp"])
    assert (ended.exit_code, ended.stdout) == (2, "")
    assert "pip install pygls" in ended.stderr
    assert len(ended.stderr.splitlines()) == 1


@pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals are POSIX")
def test_on_a_terminal_it_says_that_it_is_for_editors(tmp_path: Path) -> None:
    with on_terminal("lsp", cwd=tmp_path) as terminal:
        code, seen = terminal.end()
    assert code == 2
    assert "an editor starts the language server" in seen
