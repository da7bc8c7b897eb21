"""The page that a report for people is written on: lines of styled parts, coloured only where that is wanted."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from typing import Protocol, TextIO

from bulletcoach.report.visible import visible

# A part of a line: plain text, or text with the name of a style.
Part = str | tuple[str, str]

_STYLES = {
    "place": "bold",
    "error": "bold red",
    "warning": "bold yellow",
    "info": "cyan",
    "mark": "yellow",
    "good": "green",
    "lexicon": "cyan",
    "slot": "bold magenta",
    "answer": "green",
    "dim": "dim",
}
_WIDEST = 100  # longer lines are tiring to read


class Page(Protocol):
    """Takes lines. Every part is made safe to show, so no writer can forget it."""

    def line(self, *parts: Part) -> None: ...


class PlainPage:
    """A page without colour."""

    def __init__(self, out: TextIO) -> None:
        self._out = out

    def line(self, *parts: Part) -> None:
        self._out.write("".join(visible(part if isinstance(part, str) else part[0]) for part in parts).rstrip() + "\n")


class ColouredPage:
    """A page in colour, by rich, which also knows the terminals of Windows."""

    def __init__(self, out: TextIO) -> None:
        from rich.console import Console

        # What wants_colour has decided is not for rich to decide again, from the same variables.
        self._console = Console(
            file=out, force_terminal=True, no_color=False, color_system="standard", markup=False, highlight=False,
            emoji=False, soft_wrap=True,
        )  # fmt: skip

    def line(self, *parts: Part) -> None:
        from rich.text import Text

        text = Text()
        for part in parts:
            words, style = (part, "") if isinstance(part, str) else part
            text.append(visible(words), _STYLES.get(style, ""))
        self._console.print(text)


def open_page(out: TextIO, environment: Mapping[str, str]) -> Page:
    """The page for `out`."""
    return ColouredPage(out) if wants_colour(out, environment) else PlainPage(out)


def wants_colour(out: TextIO, environment: Mapping[str, str]) -> bool:
    """Colour on a terminal that has it; NO_COLOR and FORCE_COLOR (no-color.org, force-color.org) come first."""
    if environment.get("NO_COLOR"):
        return False
    if environment.get("FORCE_COLOR", "0") not in ("", "0"):
        return True
    return out.isatty() and environment.get("TERM") != "dumb"


def page_width() -> int:
    """How wide lines may be: as wide as the terminal, within reason."""
    return max(40, min(shutil.get_terminal_size().columns, _WIDEST))
