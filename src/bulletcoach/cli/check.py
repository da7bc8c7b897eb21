"""`bulletcoach check`: the résumés in, the findings out."""

# Annotations are no texts here: typer would have to evaluate those of every option at each start.
import os
import sys
from contextlib import ExitStack

import typer

from bulletcoach.cli import options as opt
from bulletcoach.cli.baseline import KnownFindings, record_findings
from bulletcoach.cli.combinations import refuse_wrong_combinations
from bulletcoach.cli.ending import complain, tidy_ending
from bulletcoach.cli.fix import Fixing
from bulletcoach.cli.reporting import Reporting, chosen_format


def check(
    context: typer.Context,
    paths: opt.Paths = None,
    format: opt.OutputFormat = None,
    output: opt.Output = None,
    level: opt.Level = None,
    fail_on: opt.FailOn = None,
    exit_zero: opt.ExitZero = False,
    select: opt.Select = None,
    ignore: opt.Ignore = None,
    extend_select: opt.ExtendSelect = None,
    fix: opt.Fix = False,
    unsafe_fixes: opt.UnsafeFixes = False,
    diff: opt.Diff = False,
    baseline: opt.Baseline = None,
    no_baseline: opt.NoBaseline = False,
    write_baseline: opt.WriteBaseline = None,
    prune_baseline: opt.PruneBaseline = False,
    watch: opt.Watch = False,
    rewrites: opt.Rewrites = "best",
    field: opt.Field = None,
    profile: opt.ProfileChoice = None,
    language: opt.Language = None,
    exclude: opt.Exclude = None,
    force_exclude: opt.ForceExclude = False,
    input_format: opt.InputFormat = None,
    max_size: opt.MaxSize = None,
    config: opt.Config = None,
    isolated: opt.Isolated = False,
    jobs: opt.Jobs = "auto",
    no_cache: opt.NoCache = False,
    cache_dir: opt.CacheDir = None,
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
      bulletcoach check resume.md --fix
      bulletcoach check . --write-baseline known.json
      cat bullets.txt | bulletcoach check - --format json

    Exit codes: 0 nothing to complain of, 1 findings, 2 wrong use or a file that
    cannot be read.
    """
    paths = opt.paths_or_stdin(context, paths)
    refuse_wrong_combinations(context)
    chosen = chosen_format(format, output, os.environ, statistics=statistics)
    if statistics and chosen not in (opt.Format.TEXT, opt.Format.CONCISE):
        context.fail("--statistics is for people; count the codes in the JSON instead")
    if watch:
        from bulletcoach.cli.watch import refuse_unwatchable

        refuse_unwatchable(context, paths, chosen)
    fixing = Fixing(unsafe_fixes, prints_text=fix and not diff and opt.STDIN in paths, notes=not quiet)
    if fixing.prints_text and output is None:
        chosen = fixing.format_beside_text(context, format, chosen)
    reporting = Reporting(
        chosen, rewrites, statistics, summary=not quiet, output=output, aside=fixing.prints_text and output is None
    )
    with tidy_ending():
        from bulletcoach.caching import open_cache
        from bulletcoach.cli.given import given_options
        from bulletcoach.cli.outcome import Outcome
        from bulletcoach.config import Configuration
        from bulletcoach.inputs import find_inputs
        from bulletcoach.run import Engines, run

        given = given_options(
            select=select, extend_select=extend_select, ignore=ignore, level=level, fail_on=fail_on, field=field,
            language=language, profile=profile, exclude=exclude, input_format=input_format, max_size=max_size,
            baseline="" if no_baseline else baseline,
        )  # fmt: skip
        configuration = Configuration(given, config, isolated)
        outcome = Outcome(exit_zero=exit_zero, notes=not quiet, verbose=verbose)
        on_skipped = (lambda note: complain(note, "note")) if verbose else None
        with ExitStack() as stack:
            engines = Engines(open_cache(cache_dir, wanted=not no_cache), opt.job_count(jobs))
            stack.callback(engines.close)
            if watch:
                from bulletcoach.cli.watch import watch_files

                watch_files(
                    paths,
                    find=lambda settled: find_inputs(paths, excludes=settled, force_exclude=force_exclude),
                    configure=lambda: Configuration(given, config, isolated),
                    sift=lambda checked: KnownFindings().sift(checked),
                    show=lambda checked: reporting.write(Outcome(notes=not quiet, verbose=verbose).watch(checked)),
                    engines=engines,
                    quiet=quiet,
                )
            found = find_inputs(paths, stdin_filename, on_skipped, excludes=configuration, force_exclude=force_exclude)
            if not quiet and sys.stderr.isatty():
                from bulletcoach.cli.progress import Progress

                inputs = list(found)
                shared = fix or diff or verbose or (output is None and sys.stdout.isatty())
                progress = Progress(sys.stderr, os.environ, is_shared=shared)
                results = progress.over(run(inputs, configuration, engines), len(inputs))
                stack.callback(progress.clear)
            else:
                results = run(found, configuration, engines)
            if diff:
                raise typer.Exit(fixing.shown(results, engines, outcome, exit_zero=exit_zero))
            if fix:
                results = fixing.made(results, engines, outcome)
            if write_baseline:
                raise typer.Exit(record_findings(results, write_baseline, outcome, quiet=quiet))
            known = KnownFindings(prune=prune_baseline, notes=not quiet)
            reporting.write(outcome.watch(known.sift(results)))
            known.settle(has_errors=outcome.has_errors)
        if not quiet:
            if fix and chosen != opt.Format.TEXT:
                fixing.say("fixed")
            if chosen == opt.Format.CONCISE and outcome.has_findings:
                complain("“bulletcoach check” with --format text shows advice and rewrites", "note")
            if output is not None:
                complain(f"{output}: written", "note")
    raise typer.Exit(outcome.exit_code)
