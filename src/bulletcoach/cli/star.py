"""`bulletcoach star`: achievements as cards for telling them in an interview."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from bulletcoach.cli import completion
from bulletcoach.cli import options as opt
from bulletcoach.cli.ending import any_encoding, complain, tidy_ending

if TYPE_CHECKING:
    from bulletcoach.run import Checked, Engines


class StarFormat(StrEnum):
    """The output formats of `star`."""

    TEXT = "text"
    MARKDOWN = "markdown"


def star(
    context: typer.Context,
    paths: opt.Paths = None,
    format: Annotated[
        str,
        typer.Option(
            "--format",
            parser=opt.one_of(StarFormat),
            autocompletion=completion.among(StarFormat),
            metavar="text|markdown",
            help="How to write them.",
        ),
    ] = StarFormat.TEXT,
    field: opt.Field = None,
    language: opt.Language = None,
    input_format: opt.InputFormat = None,
    config: opt.Config = None,
    isolated: opt.Isolated = False,
    stdin_filename: opt.StdinFilename = "<stdin>",
    quiet: Annotated[bool, typer.Option("-q", "--quiet", help="Only cards and errors: no notes.")] = False,
) -> None:
    """Turn each achievement into a story card for interviews: Situation, Task,
    Action and Result, in your own words where the résumé has them, and a question
    where it has none.

    \b
    Examples:
      bulletcoach star resume.txt
      bulletcoach star resume.txt --format markdown > stories.md
    """
    paths = opt.paths_or_stdin(context, paths)
    opt.refuse_both(context, config, isolated)
    with tidy_ending():
        from bulletcoach.caching import open_cache
        from bulletcoach.cli.outcome import Outcome
        from bulletcoach.config import Configuration, Options
        from bulletcoach.inputs import find_inputs
        from bulletcoach.run import Engines, run

        any_encoding()
        outcome = Outcome(exit_zero=True, notes=not quiet)
        given = Options(field=field, language=language, input_format=opt.input_format(input_format))
        configuration = Configuration(given, config, isolated)
        engines = Engines(open_cache())
        checked = run(find_inputs(paths, stdin_filename, excludes=configuration), configuration, engines)
        _write(outcome.watch(checked), engines, format, notes=not quiet)
    raise typer.Exit(outcome.exit_code)


def _write(checked: Iterable[Checked], engines: Engines, format: str, *, notes: bool) -> None:
    """Write the cards of every file; one without achievements gets a note."""
    from bulletcoach.model.judgement import Verdict
    from bulletcoach.report import star as report
    from bulletcoach.report.page import open_page, page_width
    from bulletcoach.report.placement import Placement
    from bulletcoach.report.story_cards import CardMaker

    page = open_page(sys.stdout, os.environ)
    makers: dict[object, CardMaker] = {}
    for one in checked:
        achievements = [bullet for bullet in one.result.bullets if bullet.judgement.verdict is Verdict.ACHIEVEMENT]
        if not achievements:
            if notes and one.result.bullets:
                complain(
                    f"{one.result.path}: no achievements yet; “bulletcoach coach” asks for what makes some", "note"
                )
            continue
        lexicons = one.settings.lexicons
        maker = makers[lexicons] = makers.get(lexicons) or CardMaker(engines.for_(one.settings).lexicon)
        cards = [maker.card(bullet) for bullet in achievements]
        if format == StarFormat.MARKDOWN:
            report.write_markdown(cards, Placement(one.result), sys.stdout)
        else:
            report.write_text(cards, Placement(one.result), page, page_width())
