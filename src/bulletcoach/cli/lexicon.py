"""`bulletcoach lexicon`: look a word up, and check a lexicon file of one's own."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from bulletcoach.cli.ending import FINDINGS, WRONG_USE, any_encoding, complain, tidy_ending
from bulletcoach.cli.help import Command, Commands
from bulletcoach.cli.offers import SETTINGS

lexicon = typer.Typer(
    name="lexicon",
    cls=Commands,
    no_args_is_help=True,
    add_completion=False,
    **SETTINGS,
    help="Look words up, and check lexicon files of your own.",
)


@lexicon.command(cls=Command, short_help="Say what the lexicons know of a word.")
def lookup(
    words: Annotated[list[str], typer.Argument(metavar="WORD...", help="A word, or a phrase of several.")],
    config: Annotated[Path | None, typer.Option(metavar="FILE", help="Take own lexicons from this file.")] = None,
    isolated: Annotated[bool, typer.Option("--isolated", help="Look in the shipped lexicons only.")] = False,
) -> None:
    """Say what the lexicons know of a word or phrase, and in which file.

    \b
    Examples:
      bulletcoach lexicon lookup led
      bulletcoach lexicon lookup responsible for

    The exit code is 1 where nothing is known of it.
    """
    with tidy_ending():
        from bulletcoach.config import Configuration
        from bulletcoach.lexicon.lookup import look_up, nearest_words, read_all
        from bulletcoach.report.visible import visible

        any_encoding()
        phrase = " ".join(words)
        files = read_all(Configuration(config=config, isolated=isolated).settings(Path.cwd()).lexicons)
        entries = list(look_up(phrase, files))
        for entry in entries:
            typer.echo(visible(entry.headline))
            for line in entry.lines:
                typer.echo("    " + visible(line))
        if not entries:
            near = nearest_words(phrase, files)
            hint = f"; near it: {', '.join(near)}" if near else ""
            typer.echo(visible(f"nothing known of “{phrase}”{hint}"))
            raise typer.Exit(FINDINGS)


@lexicon.command(cls=Command, short_help="Check lexicon files of your own.")
def validate(
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help="Lexicon files (TOML).", show_default=False)],
) -> None:
    """Check lexicon files of your own before a configuration names them, in the
    order in which it does.

    \b
    Example:
      bulletcoach lexicon validate my-words.toml
    """
    with tidy_ending():
        from bulletcoach.errors import LexiconError
        from bulletcoach.lexicon.files import read_lexicon_file
        from bulletcoach.lexicon.shipped import read_lexicons
        from bulletcoach.report.visible import visible

        any_encoding()
        sound: list[Path] = []
        for path in files:
            try:
                if read_lexicon_file(path).remove:
                    read_lexicons((*sound, path))
            except LexiconError as error:
                complain(str(error))
            else:
                sound.append(path)
                typer.echo(visible(f"{path}: OK"))
        if len(sound) < len(files):
            raise typer.Exit(WRONG_USE)
