"""`bulletcoach init`: settings and a hook for a folder of résumés, without a question."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bulletcoach.cli.ending import WRONG_USE, any_encoding, complain, tidy_ending

if TYPE_CHECKING:
    from bulletcoach.adoption import Origin, Plan, Surroundings

_NAMED = 3


def init(
    folder: Annotated[
        Path, typer.Argument(metavar="[FOLDER]", help="Where the résumés are. By default here.", show_default=False)
    ] = Path(),
    baseline: Annotated[
        bool, typer.Option("--baseline", help="Also write down today's findings, so that only new ones are reported.")
    ] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show what would be written, and write nothing.")] = False,
) -> None:
    """Set up a folder of résumés: a commented configuration file, and the hook
    for pre-commit that checks them in every commit. What is there already stays
    as it is.

    \b
    Examples:
      bulletcoach init
      bulletcoach init --baseline
      bulletcoach init resumes/ --dry-run
    """
    with tidy_ending():
        from bulletcoach.adoption import find_origin, look_round, make_plan

        any_encoding()
        around = look_round(folder)
        origin = find_origin()
        plan = make_plan(around, origin, baseline=baseline)
        for line in _found(around):
            _say(line)
        if dry_run:
            _show(plan)
            return
        if plan.baseline is not None:
            _record(around, plan.baseline)
        for line in _carry_out(plan, around, baseline=baseline):
            _say(line)
        steps = list(_next_steps(plan, around, origin))
        if steps:
            _say("\nNext:")
        for number, step in enumerate(steps, start=1):
            _say(f"  {number}. {step}")


def _found(around: Surroundings) -> Iterator[str]:
    names = [_shown(file) for file in around.resumes]
    if not names:
        yield f"No résumé in {_shown(around.folder)} yet: a file is one by its name, such as resume.md or jane-cv.tex."
        return
    more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
    yield f"{len(names)} {'résumé' if len(names) == 1 else 'résumés'} here: {', '.join(names[:_NAMED])}{more}."


def _show(plan: Plan) -> None:
    """What would be written, with the text of it."""
    for change in filter(None, (plan.settings, plan.hook)):
        _say(f"\n{_shown(change.path)} would {'be written' if change.before is None else 'get these lines more'}:\n")
        _say(change.added)
    if plan.baseline is not None:
        _say(f"\n{_shown(plan.baseline)} would be written, with today's findings.")
    if plan.to_paste is not None:
        _say(f"\nThis would be left to you to put under “repos:” of .pre-commit-config.yaml:\n\n{plan.to_paste}")


def _record(around: Surroundings, path: Path) -> None:
    """Write the baseline. Ends the command where a file cannot be checked."""
    from bulletcoach.baseline import record
    from bulletcoach.cli.outcome import Outcome
    from bulletcoach.config import Configuration
    from bulletcoach.inputs import find_inputs
    from bulletcoach.run import run

    configuration = Configuration(isolated=around.config is None)
    checked = run(find_inputs([str(around.folder)], excludes=configuration), configuration)
    recorded = record(Outcome(notes=False).watch(checked), path)
    if recorded is None:
        complain(f"{_shown(path)}: not written, and nothing else: not every file could be checked")
        raise typer.Exit(WRONG_USE)
    count = f"{recorded.findings} {'finding' if recorded.findings == 1 else 'findings'}"
    _say(f"Written: {_shown(path)}: {count} of today, which will not be told again.")


def _carry_out(plan: Plan, around: Surroundings, *, baseline: bool) -> Iterator[str]:
    """Write the files; what is said of each, and of what was left alone."""
    if plan.settings is not None:
        plan.settings.write()
        yield f"Written: {_shown(plan.settings.path)}: every setting, explained, at its default."
        if around.shadowed is not None:
            yield f"It takes the place of {_shown(around.shadowed)}, which held here until now."
    elif around.config is not None:
        yield f"Left as it is: {_shown(around.config)}: these settings hold here already."
    if plan.hook is not None:
        plan.hook.write()
        what = "the hook, which checks résumés in every commit" if plan.hook.before is None else "the hook was added"
        yield f"Written: {_shown(plan.hook.path)}: {what}."
    elif around.hooks_file is None:
        yield "No hook: this is no git repository. After “git init”, run this again."
    elif plan.to_paste is None:
        yield f"Left as it is: {_shown(around.hooks_file)}: the hook is there already."
    if baseline and plan.baseline is None and around.resumes:
        yield "Left as it is: the baseline that is there; “bulletcoach check --write-baseline FILE” writes another."


def _next_steps(plan: Plan, around: Surroundings, origin: Origin) -> Iterator[str]:
    if plan.to_paste is not None:
        entry = plan.to_paste.replace("\n", "\n     ").rstrip()
        yield f"Put this under “repos:” of .pre-commit-config.yaml:\n\n     {entry}\n"
    if (plan.hook or plan.to_paste) and not origin.is_known:
        yield "Put the address of bulletcoach's repository behind “repo:” in .pre-commit-config.yaml."
    if plan.baseline is not None and around.config is not None and around.baseline is None:
        yield f'Put this into {_shown(around.config)}: baseline = "{plan.baseline.name}"'
    if around.resumes:
        yield f"See what there is to say: bulletcoach check {_quoted(around.folder)}"
    if around.root is not None and not around.commits_are_hooked:
        yield "Let pre-commit look at every commit: pip install pre-commit && pre-commit install"
    if around.root is not None and plan.files:
        yield f"Commit what was written: git add {' '.join(_quoted(file) for file in plan.files)}"


def _quoted(path: Path) -> str:
    """A path as it is typed here, for a shell."""
    shown = _shown(path)
    return f'"{shown}"' if " " in shown else shown


def _shown(path: Path) -> str:
    """A path as it is typed here."""
    from bulletcoach.report.visible import visible

    place = path.resolve()
    return visible(str(place.relative_to(Path.cwd()) if place.is_relative_to(Path.cwd()) else place))


def _say(text: str) -> None:
    from bulletcoach.report.visible import visible

    typer.echo("\n".join(visible(line) for line in text.split("\n")))
