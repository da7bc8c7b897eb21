"""The commands together."""

from __future__ import annotations

from typing import Annotated

import typer

from bulletcoach.cli.check import check
from bulletcoach.cli.lexicon import lexicon
from bulletcoach.cli.rule import rule
from bulletcoach.cli.schema import schema

app = typer.Typer(
    name="bulletcoach",
    no_args_is_help=True,
    # Plain help: rich's boxes would cost as much start-up as everything else together.
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command(short_help="Find the bullets that only describe duties.")(check)
app.command(short_help="Explain a rule.")(rule)
app.add_typer(lexicon)
app.command(short_help="Print the JSON Schema of the JSON output.")(schema)


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
      bulletcoach rule duty-opener
    """
