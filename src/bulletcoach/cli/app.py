"""The commands together."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, ClassVar

import typer

from bulletcoach.cli.help import CheckCommand
from bulletcoach.cli.offers import SETTINGS, Offer, Program
from bulletcoach.cli.pasted import BulletCommand


class _Bulletcoach(Program):
    offers: ClassVar[Mapping[str, Offer]] = {
        "check": Offer("Find the bullets that only describe duties.", CheckCommand),
        "rewrite": Offer("Rewrite a bullet, or several.", BulletCommand),
        "star": Offer("Turn achievements into story cards for interviews."),
        "coach": Offer("Answer questions, and get better bullets in the file."),
        "rule": Offer("Explain a rule."),
        "init": Offer("Set up a folder: settings, and a hook for pre-commit."),
        "lsp": Offer("Serve an editor: findings as you type."),
        "doctor": Offer("Look whether everything that is needed works."),
        "schema": Offer("Print the JSON Schema of the JSON output."),
        "config": Offer("Show the settings, and where each comes from."),
        "lexicon": Offer("Look words up, and check lexicon files of your own."),
        "cache": Offer("Show or clear what is kept from one run to the next."),
    }


app = typer.Typer(
    name="bulletcoach",
    cls=_Bulletcoach,
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    **SETTINGS,
)


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
