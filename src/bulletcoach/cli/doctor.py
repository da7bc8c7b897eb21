"""`bulletcoach doctor`: whether everything that bulletcoach needs is there and works, and how to mend what is not."""

from __future__ import annotations

import os
import sys
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from bulletcoach.cli import completion
from bulletcoach.cli.ending import any_encoding, tidy_ending
from bulletcoach.cli.options import one_of

if TYPE_CHECKING:
    from bulletcoach.cli.checkup import Piece
    from bulletcoach.report.page import Page

VERSION = 1
BROKEN = 1


class DoctorFormat(StrEnum):
    """The output formats of `doctor`."""

    TEXT = "text"
    JSON = "json"


def doctor(
    format: Annotated[
        str,
        typer.Option(
            parser=one_of(DoctorFormat),
            autocompletion=completion.among(DoctorFormat),
            metavar="text|json",
            help="How to show it.",
        ),
    ] = DoctorFormat.TEXT,
) -> None:
    """Look whether everything that is needed is there and works: Python, packages,
    the language model and its files, lexicons, the cache, extras, the
    configuration found here, the terminal. Nothing is changed, and nothing is
    sent anywhere.

    \b
    Examples:
      bulletcoach doctor
      bulletcoach doctor --format json

    Exit codes: 0 all works, 1 something does not.
    """
    with tidy_ending():
        from bulletcoach.cli.checkup import Status, examine
        from bulletcoach.report.page import open_page

        any_encoding()
        pieces = []
        page = open_page(sys.stdout, os.environ)
        for piece in examine():
            pieces.append(piece)
            if format == DoctorFormat.TEXT:
                _write(piece, page)
        if format == DoctorFormat.JSON:
            _write_json(pieces)
    raise typer.Exit(BROKEN if any(piece.status is Status.FAIL for piece in pieces) else 0)


_STYLES = {"ok": "good", "warn": "warning", "fail": "error"}


def _write(piece: Piece, page: Page) -> None:
    page.line((f"{piece.status.value:<4}", _STYLES[piece.status.value]), f"  {piece.name}: {piece.found}")
    if piece.advice:
        page.line(f"      {piece.advice}")


def _write_json(pieces: list[Piece]) -> None:
    import json

    checks = [
        {"name": each.name, "status": each.status.value, "found": _text(each.found), "advice": each.advice}
        for each in pieces
    ]
    json.dump({"version": VERSION, "checks": checks}, sys.stdout, indent=2)
    sys.stdout.write("\n")


def _text(text: str) -> str:
    """Text that UTF-8 can hold: a path's bytes that are no text stand as escapes."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")
