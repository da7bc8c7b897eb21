"""`bulletcoach config`: the settings that hold, with where they come from, and the schema of configuration files."""

from __future__ import annotations

import os
import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from bulletcoach.cli import completion
from bulletcoach.cli import options as opt
from bulletcoach.cli.ending import any_encoding, tidy_ending
from bulletcoach.cli.help import Command, Commands
from bulletcoach.cli.offers import SETTINGS

config = typer.Typer(
    name="config",
    cls=Commands,
    no_args_is_help=True,
    add_completion=False,
    **SETTINGS,
    help="Show the settings, and where each comes from.",
)


class ConfigFormat(StrEnum):
    """The output formats of `config show`."""

    TEXT = "text"
    JSON = "json"


@config.command(cls=Command, short_help="Show every setting, and where it comes from.")
def show(
    context: typer.Context,
    path: Annotated[
        str, typer.Argument(metavar="[PATH]", help="A résumé, or a folder; by default this one.", show_default=False)
    ] = ".",
    format: Annotated[
        str,
        typer.Option(
            "--format",
            parser=opt.one_of(ConfigFormat),
            autocompletion=completion.among(ConfigFormat),
            metavar="text|json",
            help="How to show them.",
        ),
    ] = ConfigFormat.TEXT,
    select: opt.Select = None,
    ignore: opt.Ignore = None,
    extend_select: opt.ExtendSelect = None,
    level: opt.Level = None,
    fail_on: opt.FailOn = None,
    field: opt.Field = None,
    profile: opt.ProfileChoice = None,
    language: opt.Language = None,
    exclude: opt.Exclude = None,
    input_format: opt.InputFormat = None,
    max_size: opt.MaxSize = None,
    baseline: opt.Baseline = None,
    config: opt.Config = None,
    isolated: opt.Isolated = False,
) -> None:
    """Show the settings for a file or folder: every key, its value, and the file
    and line or the option that it comes from. As text it is a configuration
    file.

    \b
    Examples:
      bulletcoach config show
      bulletcoach config show applications/resume.tex --level info
      bulletcoach config show --isolated > bulletcoach.toml
    """
    opt.refuse_both(context, config, isolated)
    if not os.path.exists(path):  # noqa: PTH110 - False for a name that no file can have
        context.fail(f"{path}: no such file or folder")
    with tidy_ending():
        from bulletcoach.cli.given import given_options
        from bulletcoach.config import Configuration
        from bulletcoach.config.shown import shown
        from bulletcoach.inputs import Input
        from bulletcoach.report import settings as report

        any_encoding()
        given = given_options(
            select=select, extend_select=extend_select, ignore=ignore, level=level, fail_on=fail_on, field=field,
            language=language, profile=profile, exclude=exclude, input_format=input_format, max_size=max_size,
            baseline=baseline,
        )  # fmt: skip
        configuration = Configuration(given, config, isolated)
        found = Input(path, Path(path))
        is_folder = Path(path).is_dir()
        folder = Path(path).resolve() if is_folder else found.folder
        layers = configuration.layers(folder)
        files = tuple(Path(layer.source.path) for layer in layers if layer.source is not None)
        home = layers[-2].folder if len(layers) > 1 else folder
        by = configuration.excluded_by(found.place, is_folder=is_folder, above=True)
        subject = report.Subject(path, files, by)
        write = report.write_json if format == ConfigFormat.JSON else report.write_toml
        write(shown(layers, home), subject, sys.stdout)


@config.command(cls=Command, short_help="Print the JSON Schema of configuration files.")
def schema() -> None:
    """Print the JSON Schema (2020-12) of bulletcoach.toml, for editors that know
    one: they complete and check while you type.

    \b
    Example:
      bulletcoach config schema > bulletcoach.schema.json
    """
    with tidy_ending():
        import json

        from bulletcoach.config.schema import schema as described

        any_encoding()
        sys.stdout.write(json.dumps(described(), indent=2, ensure_ascii=False) + "\n")
