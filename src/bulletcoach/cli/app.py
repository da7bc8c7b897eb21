"""The commands together."""

from __future__ import annotations

from functools import partial
from typing import Annotated

import typer

from bulletcoach.cli.check import check
from bulletcoach.cli.coach import coach
from bulletcoach.cli.config import config
from bulletcoach.cli.doctor import doctor
from bulletcoach.cli.help import CheckCommand, Command, Commands
from bulletcoach.cli.init import init
from bulletcoach.cli.lexicon import lexicon
from bulletcoach.cli.lsp import lsp
from bulletcoach.cli.rewrite import BulletCommand, rewrite
from bulletcoach.cli.rule import rule
from bulletcoach.cli.schema import schema
from bulletcoach.cli.star import star

app = typer.Typer(
    name="bulletcoach",
    cls=Commands,
    no_args_is_help=True,
    # Plain help: rich's boxes would cost as much start-up as everything else together.
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
command = partial(app.command, cls=Command)
command(cls=CheckCommand, short_help="Find the bullets that only describe duties.")(check)
command(cls=BulletCommand, short_help="Rewrite a bullet, or several.")(rewrite)
command(short_help="Turn achievements into story cards for interviews.")(star)
command(short_help="Answer questions, and get better bullets in the file.")(coach)
command(short_help="Explain a rule.")(rule)
command(short_help="Set up a folder: settings, and a hook for pre-commit.")(init)
command(short_help="Serve an editor: findings as you type.")(lsp)
app.add_typer(config)
app.add_typer(lexicon)
command(short_help="Look whether everything that is needed works.")(doctor)
command(short_help="Print the JSON Schema of the JSON output.")(schema)


def _version(wanted: bool) -> None:
    if wanted:
        from bulletcoach import __version__

        typer.echo(f"bulletcoach {__version__}")
        raise typer.Exit


@app.callback()
def bulletcoach(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    """An offline résumé coach: finds the bullets that only describe duties, and says what to do about each.

    \b
    Try:
      bulletcoach check resume.txt
      bulletcoach rewrite "Responsible for answering calls about billing"
      bulletcoach rule duty-opener
      bulletcoach init
    """
