"""`bulletcoach check`: the résumés in, the findings out."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING

import typer

from bulletcoach.cli import options as opt
from bulletcoach.cli.ending import any_encoding, complain, tidy_ending

if TYPE_CHECKING:
    from bulletcoach.run import Checked


def check(
    context: typer.Context,
    paths: opt.Paths = None,
    format: opt.OutputFormat = opt.Format.TEXT,
    level: opt.Level = None,
    fail_on: opt.FailOn = None,
    exit_zero: opt.ExitZero = False,
    select: opt.Select = None,
    ignore: opt.Ignore = None,
    extend_select: opt.ExtendSelect = None,
    rewrites: opt.Rewrites = "best",
    field: opt.Field = None,
    profile: opt.ProfileChoice = None,
    language: opt.Language = None,
    input_format: opt.InputFormat = None,
    max_size: opt.MaxSize = None,
    config: opt.Config = None,
    isolated: opt.Isolated = False,
    stdin_filename: opt.StdinFilename = "<stdin>",
    statistics: opt.Statistics = False,
    quiet: opt.Quiet = False,
    verbose: opt.Verbose = False,
) -> None:
    """Find the bullets that only describe duties, and say what to do about each.

    \b
    Examples:
      bulletcoach check resume.txt
      bulletcoach check applications/ --level info
      cat bullets.txt | bulletcoach check - --format json

    Exit codes: 0 nothing to complain of, 1 findings, 2 wrong use or a file that
    cannot be read.
    """
    paths = opt.paths_or_stdin(context, paths)
    opt.refuse_both(context, config, isolated)
    if statistics and format == opt.Format.JSON:
        context.fail("--statistics is for people; count the codes in the JSON instead")
    with tidy_ending():
        from bulletcoach.cli.outcome import Outcome
        from bulletcoach.config import Configuration, Options
        from bulletcoach.inputs import find_inputs
        from bulletcoach.model.finding import Severity
        from bulletcoach.model.judgement import Profile
        from bulletcoach.run import run

        given = Options(
            select=opt.selectors(select, "--select") if select else None,
            extend_select=opt.selectors(extend_select, "--extend-select"),
            ignore=opt.selectors(ignore, "--ignore"),
            level=Severity(level) if level else None,
            fail_on=Severity(fail_on) if fail_on else None,
            field=field,
            language=language,
            input_format=opt.input_format(input_format),
            max_size=opt.size(max_size),
            profile=Profile(profile) if profile else None,
        )
        outcome = Outcome(exit_zero=exit_zero, notes=not quiet, verbose=verbose)
        on_skipped = (lambda note: complain(note, "note")) if verbose else None
        checked = run(find_inputs(paths, stdin_filename, on_skipped), Configuration(given, config, isolated))
        _write(outcome.watch(checked), format, rewrites, statistics=statistics, summary=not quiet)
    raise typer.Exit(outcome.exit_code)


def _write(checked: Iterable[Checked], format: str, rewrites: str, *, statistics: bool, summary: bool) -> None:
    """Hand the results to the report that was asked for."""
    from bulletcoach.report.page import open_page, page_width
    from bulletcoach.report.rewrites import Shown

    any_encoding()
    if format == opt.Format.JSON:
        from bulletcoach.report import json

        json.write(checked, sys.stdout, rewrites=rewrites != Shown.NONE)
        return
    page = open_page(sys.stdout, os.environ)
    if statistics:
        from bulletcoach.report import statistics as counts

        counts.write(checked, page)
    elif format == opt.Format.CONCISE:
        from bulletcoach.report import concise

        concise.write(checked, page)
    else:
        from bulletcoach.report import text

        text.write(checked, page, page_width(), rewrites=Shown(rewrites), summary=summary)
