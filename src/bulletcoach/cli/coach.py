"""`bulletcoach coach`: questions, answers, and better bullets in the file."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bulletcoach.cli import options as opt
from bulletcoach.cli.ending import any_encoding, complain, tidy_ending

if TYPE_CHECKING:
    from bulletcoach.coaching.manuscript import Manuscript
    from bulletcoach.coaching.replies import Replies
    from bulletcoach.coaching.transcript import Kept
    from bulletcoach.config import Settings
    from bulletcoach.model.result import FileResult

_STDIN = "-"


def coach(
    context: typer.Context,
    resume: Annotated[Path, typer.Argument(metavar="RESUME", help="The résumé.", show_default=False)],
    limit: Annotated[
        int | None, typer.Option(metavar="N", min=1, help="At most so many bullets. By default 6, or all in --answers.")
    ] = None,
    bullet: Annotated[
        list[int] | None, typer.Option(metavar="LINE", min=1, help="The bullet on this line, whatever it needs.")
    ] = None,
    answers: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Take answers from this file; ask only for the others.")
    ] = None,
    save_answers: Annotated[Path | None, typer.Option(metavar="FILE", help="Keep the answers in this file.")] = None,
    no_backup: Annotated[bool, typer.Option("--no-backup", help="Keep no copy of the file as it was.")] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Write nothing; show in the end what would change.")
    ] = False,
    plain: Annotated[
        bool, typer.Option("--plain", help="No line editor: for screen readers and simple terminals.")
    ] = False,
    field: opt.Field = None,
    input_format: opt.InputFormat = None,
    config: opt.Config = None,
    isolated: opt.Isolated = False,
) -> None:
    """Answer a few questions about your weakest bullets, and put what comes of it into the file.

    \b
    Examples:
      bulletcoach coach resume.txt
      bulletcoach coach resume.txt --bullet 14 --dry-run
      bulletcoach coach resume.txt --answers answers.toml

    Exit codes: 0 done, 2 wrong use or a file that cannot be read or written,
    130 Ctrl-C: what was accepted by then is written.
    """
    if str(resume) == _STDIN:
        context.fail("the coach reads your answers from standard input: give the path of the résumé")
    if config and isolated:
        context.fail("--config and --isolated exclude each other")
    with tidy_ending():
        from bulletcoach.cli.keyboard import is_terminal, typed_replies
        from bulletcoach.coaching.transcript import read_transcript
        from bulletcoach.config import Configuration, Options
        from bulletcoach.inputs import Input

        any_encoding()
        scripts = read_transcript(answers) if answers else ()
        given = Options(field=field, input_format=opt.input_format(input_format))
        settings = Configuration(given, config, isolated).settings_for(Input(str(resume), resume))
        manuscript = _opened(resume, settings, backup=not no_backup, keep=dry_run)
        for note in manuscript.result.notes:
            complain(f"{resume}: {note}", "note")
        numbers = _chosen(manuscript.result, bullet or (), limit)
        if not numbers and not scripts:
            if manuscript.result.bullets:
                complain(f"{resume}: no bullet here needs coaching", "note")
            return
        is_replay = bool(scripts) and not is_terminal(sys.stdin)
        replies = None if is_replay else typed_replies(os.environ, plain=plain)
        _hold(manuscript, numbers, scripts, replies, save_answers)


def _opened(resume: Path, settings: Settings, *, backup: bool, keep: bool) -> Manuscript:
    """The résumé, read and judged. Raises InputError where it cannot be."""
    from bulletcoach.caching import open_cache
    from bulletcoach.coaching.manuscript import Manuscript
    from bulletcoach.errors import InputError
    from bulletcoach.inputs import Input, InputProblem, read_input
    from bulletcoach.run import Engines

    source = read_input(Input(str(resume), resume))
    if isinstance(source, InputProblem):
        raise InputError(source.message)
    return Manuscript(source, Engines(open_cache()).for_(settings), settings, backup=backup, keep=keep)


def _chosen(result: FileResult, lines: Sequence[int], limit: int | None) -> list[int]:
    """The numbers of the bullets to talk over. Raises InputError for a line without one."""
    from bulletcoach.coaching.plan import SITTING, bullets_at, lines_of, worth_coaching
    from bulletcoach.errors import InputError

    if not lines:
        return worth_coaching(result)[: limit or SITTING]
    numbers = []
    for line in lines:
        found = bullets_at(result, line)
        if not found:
            known = ", ".join(map(str, lines_of(result))) or "none"
            raise InputError(f"{result.path}: no bullet on line {line}; lines with bullets: {known}")
        numbers += found
    return numbers


def _hold(
    manuscript: Manuscript,
    numbers: Sequence[int],
    scripts: Sequence[Kept],
    replies: Replies | None,
    save_answers: Path | None,
) -> None:
    """Hold the sitting, and whatever ends it, say what has come of it and keep the answers if that was asked for."""
    from bulletcoach.coaching.sitting import Sitting
    from bulletcoach.coaching.transcript import Keeper
    from bulletcoach.report.dialogue import Dialogue
    from bulletcoach.report.page import open_page, page_width

    keeper = Keeper(save_answers) if save_answers is not None else None
    dialogue = Dialogue(open_page(sys.stdout, os.environ), page_width(), manuscript.path, keep=manuscript.keep)
    sitting = Sitting(manuscript, dialogue, keeper)
    if replies is not None:
        dialogue.begun(len(numbers))
    try:
        sitting.hold(numbers, scripts, replies)
    finally:
        dialogue.ended(sitting)
