"""`bulletcoach lsp`: the language server, which an editor starts."""

from __future__ import annotations

import os
import sys
from importlib.util import find_spec

import typer

from bulletcoach.cli.ending import WRONG_USE, complain, tidy_ending


def lsp(context: typer.Context) -> None:
    """Serve an editor over standard input and output: findings as you type.

    It is started by the editor, not by hand; docs/editors.md shows how that
    is set up in VS Code, Neovim, Helix and Emacs. It opens no connection.
    """
    if find_spec("pygls") is None:
        complain("the language server needs the package pygls: pip install pygls")
        raise typer.Exit(WRONG_USE)
    if sys.stdin is None or sys.stdin.isatty():
        context.fail("an editor starts the language server and talks to it; on a terminal try “check --watch”")
    with tidy_ending():
        from bulletcoach.server import serve

        code = serve()
    # A check on its way, of a long text or while the model is loaded, has nobody to tell what comes of it.
    sys.stderr.flush()
    os._exit(code)
