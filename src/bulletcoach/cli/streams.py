"""The standard streams, as a shell or another program may leave them to us: closed, or in an old encoding."""

from __future__ import annotations

import os
import sys
from contextlib import suppress


def hold_closed_streams() -> None:
    """Put something in the place of streams that were closed before we began.

    Otherwise a file that is opened later would get the number of one of them. Writing to a closed standard output fails
    as writing to a full disk does; what is said on a closed standard error is lost.
    """
    for number, mode in enumerate((os.O_WRONLY, os.O_RDONLY, os.O_WRONLY)):
        try:
            os.fstat(number)
        except OSError:
            held = os.open(os.devnull, mode)
            if number == 1 and sys.stdout is None:
                sys.stdout = os.fdopen(held, "w", encoding="utf-8")
            elif number == 2 and sys.stderr is None:
                sys.stderr = os.fdopen(held, "w", encoding="utf-8", errors="backslashreplace")


def any_encoding() -> None:
    """Let standard output write a character that its encoding lacks as an escape, instead of failing."""
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(errors="backslashreplace")


def in_utf8() -> None:
    """Let standard output write UTF-8, whatever the terminal has: for formats that are defined in it."""
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")


def give_up_output() -> None:
    """Nobody takes our output any more: what Python would still write at its end goes nowhere."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
