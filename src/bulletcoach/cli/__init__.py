"""The command line: typer only, one file a command. Heavy imports stand inside the commands.

`app`       the commands together, and `--version`
`check`     `bulletcoach check`, with its `options`, which others share, and its `outcome` (exit code, complaints)
`combinations`   which of its options go together
`given`     the command line as options; `baseline`, `fix` and `watch`: what their options do
`rewrite`   `bulletcoach rewrite`
`star`      `bulletcoach star`
`coach`     `bulletcoach coach`, and the `keyboard` that replies are typed on
`rule`      `bulletcoach rule`
`init`      `bulletcoach init`
`lsp`       `bulletcoach lsp`
`doctor`    `bulletcoach doctor`, with its `checkup`
`lexicon`   `bulletcoach lexicon lookup` and `validate`
`cache`     `bulletcoach cache info` and `clear`
`schema`    `bulletcoach schema`
`reporting` the report of a check, by format, and the `report_file` that it may go to
`help`      what help looks like, and the nearest command for a typo; `completion`  what shells are offered
`offers`    commands that are built when they are asked for; `pasted`  arguments that are bullets
`ending`    how a command ends when something is in its way, and the `streams` that it finds
"""

from __future__ import annotations

import gc
import os
import sys
from contextlib import suppress
from typing import NoReturn

INTERRUPTED = 130
# How many more objects are made than freed before Python looks for cycles among them. Its usual 700 make it look
# through modules, lexicons and the model, which all stay, so often that a short check spends a sixth of its time on it.
OBJECTS = 100_000


def run() -> None:
    """Run the command line in a process of its own, and end that at once.

    Python would free a hundred thousand objects one by one before it ended, which takes as long as reading a résumé.
    """
    try:
        main()
    except SystemExit as end:
        if not isinstance(end.code, int):
            raise
        os._exit(_code_when_written(end.code))


def _code_when_written(code: int) -> int:
    """The exit code, once all is written that was said: another one where the output cannot be."""
    try:
        if sys.stdout is not None:
            sys.stdout.flush()
    except OSError as error:
        from bulletcoach.cli.ending import output_failed

        code = output_failed(error)
    # Where nobody can be told, as on a full disk, the exit code still says it.
    with suppress(OSError):
        if sys.stderr is not None:
            sys.stderr.flush()
    return code


def main() -> None:
    """Run the command line. Raises SystemExit with its exit code."""
    gc.set_threshold(OBJECTS)
    from bulletcoach.cli.streams import hold_closed_streams

    hold_closed_streams()
    try:
        from bulletcoach.cli import completion
        from bulletcoach.cli.app import app

        if completion.is_asked_for():
            completion.keep_help_plain()
        app()
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
    except SystemExit as end:
        # For a pipe that was closed while it printed help or a usage message, typer ends as for findings.
        if isinstance(end.__context__, OSError):
            _end_without_output(end.__context__)
        raise
    except OSError as error:
        _end_without_output(error)


def _end_without_output(error: OSError) -> NoReturn:
    from bulletcoach.cli.ending import output_failed

    sys.exit(output_failed(error))
