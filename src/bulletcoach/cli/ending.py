"""How a command ends when something is in its way: one line, the right exit code, never a traceback."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import typer

from bulletcoach.cli import INTERRUPTED
from bulletcoach.errors import BulletcoachError

FINDINGS = 1
WRONG_USE = 2
BROKEN_PIPE = 141


@contextmanager
def tidy_ending() -> Iterator[None]:
    """Turn what a user or a terminal may cause into a line on standard error and an exit code."""
    try:
        yield
        sys.stdout.flush()
    except BulletcoachError as error:
        complain(str(error))
        raise typer.Exit(WRONG_USE) from None
    except KeyboardInterrupt:
        raise typer.Exit(INTERRUPTED) from None
    except BrokenPipeError:
        # Whoever read our output has had enough. What Python would still flush at its end goes nowhere.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit(BROKEN_PIPE) from None
    except OSError as error:
        complain(f"cannot write the output: {error.strerror or error}")
        raise typer.Exit(WRONG_USE) from None


def complain(message: str, kind: str = "error") -> None:
    """One line on standard error, after everything that was printed before it."""
    from bulletcoach.report.visible import visible

    sys.stdout.flush()
    sys.stderr.write(f"bulletcoach: {kind}: {visible(message)}\n")


def any_encoding() -> None:
    """Let standard output write a character that its encoding lacks as an escape, instead of failing."""
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(errors="backslashreplace")
