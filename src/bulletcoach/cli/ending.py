"""How a command ends when something is in its way: one line, the right exit code, never a traceback."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import typer

from bulletcoach.cli import INTERRUPTED
from bulletcoach.cli.streams import any_encoding, give_up_output
from bulletcoach.errors import BulletcoachError

FINDINGS = 1
WRONG_USE = 2
BROKEN_PIPE = 141

__all__ = ["BROKEN_PIPE", "FINDINGS", "WRONG_USE", "any_encoding", "complain", "output_failed", "tidy_ending"]


@contextmanager
def tidy_ending() -> Iterator[None]:
    """Turn what a user or a terminal may cause into a line on standard error and an exit code."""
    _check_current_folder()
    try:
        yield
        sys.stdout.flush()
    except BulletcoachError as error:
        complain(str(error))
        raise typer.Exit(WRONG_USE) from None
    except KeyboardInterrupt:
        raise typer.Exit(INTERRUPTED) from None
    except OSError as error:
        raise typer.Exit(output_failed(error)) from None


def _check_current_folder() -> None:
    """End where the folder we are in was removed: no path can be made out from there, nor any configuration."""
    try:
        Path.cwd()
    except OSError as error:
        complain(f"the current folder cannot be used ({error.strerror or error}); go to another one")
        raise typer.Exit(WRONG_USE) from None


def output_failed(error: OSError) -> int:
    """The exit code after `error` kept us from writing. Whoever closes a pipe has had enough, and is told nothing."""
    give_up_output()
    # Windows has no error of its own for a pipe whose reader has gone.
    if isinstance(error, BrokenPipeError) or (os.name == "nt" and error.errno == errno.EINVAL):
        return BROKEN_PIPE
    complain(f"cannot write the output: {error.strerror or error}")
    return WRONG_USE


def complain(message: str, kind: str = "error") -> None:
    """One line on standard error, after everything that was printed before it."""
    from bulletcoach.report.visible import visible

    line = visible(message)
    if os.environ.get("GITHUB_ACTIONS") == "true":
        from bulletcoach.report.workflow_commands import harmless

        line = harmless(line, begins=False)
    sys.stdout.flush()
    try:
        sys.stderr.write(f"bulletcoach: {kind}: {line}\n")
    except BrokenPipeError:
        raise
    except OSError:
        pass  # nobody can be told, as on a full disk; the exit code still says it
