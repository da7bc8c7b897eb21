"""`bulletcoach cache`: what is kept from one run to the next, and how to get rid of it."""

from __future__ import annotations

import os
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from bulletcoach.cli import completion
from bulletcoach.cli import options as opt
from bulletcoach.cli.ending import WRONG_USE, any_encoding, complain, tidy_ending
from bulletcoach.cli.help import Command, Commands
from bulletcoach.cli.offers import SETTINGS

if TYPE_CHECKING:
    from bulletcoach.caching.state import State

VERSION = 1

cache = typer.Typer(
    name="cache",
    cls=Commands,
    no_args_is_help=True,
    add_completion=False,
    **SETTINGS,
    help="Show or clear what is kept from one run to the next.",
)


class CacheFormat(StrEnum):
    """The output formats of `cache info`."""

    TEXT = "text"
    JSON = "json"


@cache.command(cls=Command, short_help="Say where the cache is, and what is in it.")
def info(
    format: Annotated[
        str,
        typer.Option(
            "--format",
            parser=opt.one_of(CacheFormat),
            autocompletion=completion.among(CacheFormat),
            metavar="text|json",
            help="How to show it.",
        ),
    ] = CacheFormat.TEXT,
    cache_dir: opt.CacheDir = None,
) -> None:
    """Say where the cache is, whether it is used and if not why, how large it is,
    and what is in it.

    \b
    Examples:
      bulletcoach cache info
      bulletcoach cache info --cache-dir ~/ci/bulletcoach --format json
    """
    with tidy_ending():
        from bulletcoach.caching.state import state_of

        any_encoding()
        state = state_of(cache_dir, os.environ)
        if format == CacheFormat.JSON:
            _write_json(state)
        else:
            _write(state)


@cache.command(cls=Command, short_help="Delete the cache.")
def clear(cache_dir: opt.CacheDir = None) -> None:
    """Delete the cache, and nothing else that is in its folder. The next check
    reads all bullets anew, and takes a second or two longer.

    \b
    Examples:
      bulletcoach cache clear
      bulletcoach cache clear --cache-dir ~/ci/bulletcoach
    """
    with tidy_ending():
        from bulletcoach.caching.clearing import clear as cleared
        from bulletcoach.caching.folder import UnusableError, cache_place
        from bulletcoach.report.visible import visible

        any_encoding()
        try:
            folder = cache_place(cache_dir, os.environ).folder
        except UnusableError as error:
            typer.echo(visible(f"nothing to remove: {error}"))
            return
        try:
            removed = cleared(folder)
        except OSError as error:
            complain(f"{error.filename or folder} cannot be removed: {error.strerror or error}")
            raise typer.Exit(WRONG_USE) from None
        for path in removed:
            typer.echo(visible(f"removed {path}"))
        if not removed:
            typer.echo(visible(f"nothing to remove: there is no cache of bulletcoach in {folder}"))


# How the kinds of entries are called.
_NAMES = {"facts": "bullets", "lexicons": "compiled lexicons", "digests": "digests of files"}


def _write(state: State) -> None:
    from bulletcoach.inputs.sizes import size_text
    from bulletcoach.report.visible import visible

    used = f"no: {state.why_not}" if state.why_not else "yes"
    if not (state.why_not or state.is_writable):
        used = "yes, but nothing new can be kept: the folder cannot be written"
    lines = [
        f"folder: {state.folder} (named by {state.named_by})" if state.folder else "folder: none",
        f"used: {used}",
        f"size: {size_text(state.size)} of at most {size_text(state.limit)}",
        *(f"{_NAMES.get(kind, kind)}: {kept.entries}" for kind, kept in state.kinds.items()),
    ]
    for line in lines:
        typer.echo(visible(line))


def _write_json(state: State) -> None:
    from bulletcoach.report.json_text import indented, storable

    found = {
        "version": VERSION,
        "folder": None if state.folder is None else storable(str(state.folder)),
        "named_by": state.named_by,
        "used": not state.why_not,
        "reason": storable(state.why_not) or None,
        "writable": state.is_writable,
        "size": state.size,
        "limit": state.limit,
        "kinds": {kind: {"entries": kept.entries, "size": kept.size} for kind, kept in state.kinds.items()},
    }
    typer.echo(indented(found, 0))
