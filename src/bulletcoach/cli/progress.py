"""Progress: a bar on a terminal's standard error, for checks that take their time.

It is drawn while the next result is waited for, by the same thread, and wiped away before anything else is written.
Whoever writes meanwhile, in making a result, clears it first.
"""

from __future__ import annotations

import io
import os
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, TextIO

from bulletcoach.report.page import wants_colour

if TYPE_CHECKING:
    from bulletcoach.run import Checked

# Seconds: a check that is done by then shows none.
_PATIENCE = 1.0
# Seconds between two states of the bar.
_INTERVAL = 0.1
# What wipes away the rest of a line.
_REST = "\x1b[K"
# What terminals that heed that are known by. On Windows, TERM is not; but consoles of old have no name at all.
_NAMES = ("TERM", "WT_SESSION", "TERM_PROGRAM") if os.name == "nt" else ("TERM",)
# Columns of the bar, of a terminal whose width is not known.
_NARROWEST, _WIDEST = 8, 40
_USUAL = 80


class Progress:
    """How far a check has come. Nothing is imported for it before there is something to draw."""

    def __init__(
        self,
        out: TextIO,
        environment: Mapping[str, str],
        *,
        wanted: bool = True,
        is_shared: bool = False,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """`is_shared` tells that any result may be written to the same terminal, and not its errors and notes alone."""
        self._out = out
        self._environment = environment
        self._is_on = wanted and shows_progress(out, environment)
        self._is_shared = is_shared
        self._clock = clock
        self._start = self._drawn = clock()
        self._line = ""
        self._is_shown = False

    def over(self, checked: Iterable[Checked], total: int | None = None) -> Iterator[Checked]:
        """The same results; of so many files in all, if that is known."""
        files = bullets = 0
        results = iter(checked)
        try:
            while True:
                self._show(files, total, bullets)
                if (one := next(results, None)) is None:
                    return
                files += 1
                bullets += len(one.result.bullets)
                if self._is_shared or one.result.errors or one.result.notes:
                    self.clear()
                yield one
        finally:
            self.clear()

    def clear(self) -> None:
        """Wipe the bar away, so that something else can be written."""
        if self._is_shown:
            self._is_shown = False
            self._write(f"\r{_REST}")

    def _show(self, files: int, total: int | None, bullets: int) -> None:
        now = self._clock()
        if not self._is_on or now - self._start < _PATIENCE:
            return
        if now - self._drawn >= _INTERVAL:
            self._line = self._drawing(files, total, bullets / (now - self._start))
            self._drawn = now
        elif self._is_shown:
            return
        self._is_shown = True
        self._write(f"\r{self._line}{_REST}")

    def _drawing(self, files: int, total: int | None, speed: float) -> str:
        """The line that says it all: the numbers, and a bar where there is a total and room for it."""
        done = f"{files:,}" if total is None else f"{files:,} of {total:,}"
        numbers = f"{done} {'file' if (total or files) == 1 else 'files'}, {speed:,.0f} bullets/s"
        room = self._columns() - len(f"Checking  {numbers}")
        if total is None or room < _NARROWEST:
            return f"Checking {numbers}"[: self._columns()]
        return f"Checking {self._bar(files, total, min(room, _WIDEST))} {numbers}"

    def _bar(self, files: int, total: int, width: int) -> str:
        from rich.console import Console
        from rich.progress_bar import ProgressBar

        colour = wants_colour(self._out, self._environment)
        console = Console(
            file=io.TextIOWrapper(io.BytesIO(), self._out.encoding), force_terminal=True, legacy_windows=False,
            no_color=not colour, color_system="standard" if colour else None,
        )  # fmt: skip
        with console.capture() as captured:
            console.print(ProgressBar(total, min(files, total), width), end="")
        return captured.get()

    def _columns(self) -> int:
        """How long a line may be. One less than the terminal is wide, which would go on to the next line."""
        try:
            return max(1, (os.get_terminal_size(self._out.fileno()).columns or _USUAL) - 1)
        except OSError:
            return _USUAL - 1

    def _write(self, text: str) -> None:
        """Write to the terminal. One that is gone is no reason to stop what we do."""
        try:
            if self._is_on:
                self._out.write(text)
                self._out.flush()
        except OSError:
            self._is_on = False


def shows_progress(out: TextIO, environment: Mapping[str, str]) -> bool:
    """Whether somebody watches `out`, on a terminal where a line can be drawn anew."""
    named = any(environment.get(name) for name in _NAMES)
    return out.isatty() and named and environment.get("TERM") not in ("dumb", "unknown") and not environment.get("CI")
