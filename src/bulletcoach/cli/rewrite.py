"""`bulletcoach rewrite`: a bullet in, its rewrites out."""

from __future__ import annotations

import os
import sys
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from bulletcoach.cli import completion
from bulletcoach.cli import options as opt
from bulletcoach.cli.ending import any_encoding, complain, tidy_ending

if TYPE_CHECKING:
    from bulletcoach.config import Settings
    from bulletcoach.model.document import Source
    from bulletcoach.model.result import FileResult
    from bulletcoach.model.text import Span

_STDIN = "-"


class RewriteFormat(StrEnum):
    """The output formats of `rewrite`."""

    TEXT = "text"
    JSON = "json"


def rewrite(
    context: typer.Context,
    texts: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[TEXT]...", help="A bullet each, or - for one on each line of standard input.", show_default=False
        ),
    ] = None,
    format: Annotated[
        str,
        typer.Option(
            "--format",
            parser=opt.one_of(RewriteFormat),
            autocompletion=completion.among(RewriteFormat),
            metavar="text|json",
            help="How to show them.",
        ),
    ] = RewriteFormat.TEXT,
    kind: Annotated[
        str | None,
        typer.Option(
            "--kind",
            parser=opt.one_of(opt.KINDS),
            autocompletion=completion.among(opt.KINDS),
            metavar="minimal|strong|story",
            help="Only rewrites of this kind.",
        ),
    ] = None,
    ended: Annotated[
        bool | None,
        typer.Option("--ended/--current", help="Whether the job is over: it decides the tense.", show_default=False),
    ] = None,
    field: opt.Field = None,
    language: opt.Language = None,
    config: opt.Config = None,
    isolated: opt.Isolated = False,
    quiet: Annotated[
        bool,
        typer.Option("-q", "--quiet", help="Only the best rewrite of each, one a line; without one the bullet itself."),
    ] = False,
) -> None:
    """Rewrite bullets: what stands in brackets only you can fill in.

    \b
    Examples:
      bulletcoach rewrite "Responsible for answering calls about billing"
      bulletcoach rewrite "In charge of the returns desk" --ended --kind strong
      cat bullets.txt | bulletcoach rewrite - --quiet
    """
    if not texts:
        if sys.stdin is None or sys.stdin.isatty():
            context.fail("give a bullet in quotes, or - for standard input")
        texts = [_STDIN]
    if not any(text.strip() for text in texts):
        context.fail("there is no bullet in it")
    if _STDIN in texts and len(texts) > 1:
        context.fail("- stands alone: give bullets, or have them read from standard input")
    if quiet and format == RewriteFormat.JSON:
        context.fail("--quiet is for text")
    opt.refuse_both(context, config, isolated)
    with tidy_ending():
        from pathlib import Path

        from bulletcoach.config import Configuration, Options

        any_encoding()
        settings = Configuration(Options(field=field, language=language), config, isolated).settings(Path.cwd())
        source, spans = _piped() if texts == [_STDIN] else _given(texts)
        result = _only(kind, _checked(source, spans, settings, None if ended is None else not ended))
        for note in result.notes:
            complain(note, "note")
        _write(result, kind, format, quiet=quiet)


def _given(arguments: list[str]) -> tuple[Source, list[Span]]:
    """The bullets of the command line as a text of their own; bytes that are no text stand as escapes."""
    from bulletcoach.model.document import Source
    from bulletcoach.model.text import Span

    texts = [argument.encode("utf-8", "backslashreplace").decode() for argument in arguments]
    spans: list[Span] = []
    start = 0
    for text in texts:
        spans.append(Span(start, start + len(text)))
        start += len(text) + 1
    whole = "\n".join(texts)
    return Source("<text>", whole.encode(), whole), spans


def _piped() -> tuple[Source, list[Span]]:
    """Standard input, with a span for each line. Raises InputError where it is no text."""
    import re

    from bulletcoach.errors import InputError
    from bulletcoach.inputs import Input, InputProblem, read_input
    from bulletcoach.model.text import Span

    source = read_input(Input("<stdin>", None))
    if isinstance(source, InputProblem):
        raise InputError(source.message)
    if not source.encoding:
        raise InputError(f"{source.path}: this is no text but a document; “bulletcoach check” reads it")
    return source, [Span(*line.span()) for line in re.finditer(r"[^\r\n]+", source.text)]


def _checked(source: Source, spans: list[Span], settings: Settings, current: bool | None) -> FileResult:
    from bulletcoach.caching import open_cache
    from bulletcoach.run import Engines

    return Engines(open_cache()).for_(settings).check_bare(source, spans, settings, current=current)


def _only(kind: str | None, result: FileResult) -> FileResult:
    """The result with rewrites of one kind, if one was asked for."""
    from msgspec.structs import replace

    if kind is None:
        return result
    kept = {number: tuple(each for each in found if each.kind == kind) for number, found in result.rewrites.items()}
    return replace(result, rewrites=kept)


def _write(result: FileResult, kind: str | None, format: str, *, quiet: bool) -> None:
    """Hand the rewrites to the report that was asked for."""
    from bulletcoach.report.page import open_page, page_width

    if format == RewriteFormat.JSON:
        from bulletcoach.report import json

        json.write_bullets(result, sys.stdout)
        return
    from bulletcoach.report import rewritten

    page = open_page(sys.stdout, os.environ)
    if quiet:
        rewritten.write_best(result, page)
    else:
        rewritten.write(result, page, page_width(), kind=kind)
