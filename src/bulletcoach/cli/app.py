"""The commands together."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from bulletcoach.cli.check import check
from bulletcoach.cli.coach import coach
from bulletcoach.cli.lexicon import lexicon
from bulletcoach.cli.rewrite import BulletCommand, rewrite
from bulletcoach.cli.rule import rule
from bulletcoach.cli.schema import schema
from bulletcoach.cli.star import star
from bulletcoach.report.visible import visible


class _Commands(TyperGroup):
    """The commands; a file in the place of one is told what to do with it."""

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        name = args[0] if args else ""
        if name not in self.commands and not name.startswith("-") and Path(name).exists():
            ctx.fail(f"no such command “{visible(name)}”; to check that file: bulletcoach check {visible(name)}")
        return super().resolve_command(ctx, args)


app = typer.Typer(
    name="bulletcoach",
    cls=_Commands,
    no_args_is_help=True,
    # Plain help: rich's boxes would cost as much start-up as everything else together.
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command(short_help="Find the bullets that only describe duties.")(check)
app.command(cls=BulletCommand, short_help="Rewrite a bullet, or several.")(rewrite)
app.command(short_help="Turn achievements into story cards for interviews.")(star)
app.command(short_help="Answer questions, and get better bullets in the file.")(coach)
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
      bulletcoach rewrite "Responsible for answering calls about billing"
      bulletcoach rule duty-opener
    """
