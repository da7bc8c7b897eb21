"""`bulletcoach check --watch`: the report again, whenever a file is saved."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from importlib.util import find_spec
from threading import Event
from typing import TYPE_CHECKING, NoReturn

import typer

from bulletcoach.cli.ending import WRONG_USE, complain
from bulletcoach.cli.options import STDIN, Format

if TYPE_CHECKING:
    from pathlib import Path

    from bulletcoach.config import Configuration
    from bulletcoach.inputs import Input, InputProblem
    from bulletcoach.run import Checked, Engines

_TERMINATED = 143
# An editor's save is over within a step in which nothing more happens; a step is also how long Ctrl-C waits.
_STEP_MS = 40
_AT_MOST_MS = 200
# The first look at new folders comes late enough to be no part of the work, and early enough for a save in between.
_TIMEOUT_MS = 1_000
_CLEAR = "\x1b[H\x1b[2J"
_SEPARATOR = "-" * 40


def refuse_unwatchable(context: typer.Context, paths: Sequence[str], chosen: Format) -> None:
    """End where there is nothing to watch, nobody to read what is printed, or no means."""
    if STDIN in paths:
        context.fail("--watch watches files: standard input is read once")
    if chosen not in (Format.TEXT, Format.CONCISE):
        context.fail(f"--watch shows findings as text, again and again; leave out --format {chosen}")
    if find_spec("watchfiles") is None:
        complain("--watch needs the package watchfiles: pip install watchfiles")
        raise typer.Exit(WRONG_USE)


def watch_files(
    paths: Sequence[str],
    find: Callable[[Configuration], Iterable[Input | InputProblem]],
    configure: Callable[[], Configuration],
    sift: Callable[[Iterable[Checked]], Iterable[Checked]],
    show: Callable[[list[Checked]], None],
    engines: Engines,
    *,
    quiet: bool,
) -> NoReturn:
    """Check what `find` finds, sift that and show it, now and whenever something changes.

    Ends by Ctrl-C (KeyboardInterrupt) or SIGTERM (Exit).
    """
    from bulletcoach.watching import Watched

    watched = Watched(find, configure, engines)
    shown: list[Checked] | None = None
    with _until_terminated() as stop:
        for _ in _occasions(lambda: watched.folders(paths), stop):
            checked = list(sift(watched.check()))
            if checked != shown:
                _clear(is_first=shown is None)
                show(checked)
                shown = checked
                if not quiet:
                    _say_what_goes_on(len(checked))
    raise typer.Exit(_TERMINATED)


def _occasions(folders: Callable[[], frozenset[Path]], stop: Event) -> Iterator[None]:
    """Now, and whenever something happens in one of the folders, which may be other ones each time."""
    import watchfiles

    yield
    while not stop.is_set():
        looked_at = folders()
        changes: Iterable[object] = watchfiles.watch(
            *looked_at, watch_filter=None, step=_STEP_MS, debounce=_AT_MOST_MS, rust_timeout=_TIMEOUT_MS,
            yield_on_timeout=True, stop_event=stop, recursive=False, ignore_permission_denied=True,
        )  # fmt: skip
        is_new = True
        try:
            for change in changes:
                # What was saved before the system began to tell us is found by looking once more.
                if change or is_new:
                    yield
                    if folders() != looked_at:
                        break
                is_new = False
        except FileNotFoundError:
            continue  # a folder that has just gone


@contextmanager
def _until_terminated() -> Iterator[Event]:
    """An event that SIGTERM sets, so that the report on its way is finished."""
    stop = Event()
    before = signal.signal(signal.SIGTERM, lambda *_: stop.set())
    try:
        yield stop
    finally:
        signal.signal(signal.SIGTERM, before)


def _clear(*, is_first: bool) -> None:
    """An empty terminal, or a line between this report and the last one."""
    if sys.stdout.isatty() and os.environ.get("TERM") != "dumb":
        sys.stdout.write(_CLEAR)
    elif not is_first:
        sys.stdout.write(f"{_SEPARATOR}\n")
    sys.stdout.flush()


def _say_what_goes_on(files: int) -> None:
    complain(f"watching {files} {'file' if files == 1 else 'files'}; Ctrl-C ends it", "note")
