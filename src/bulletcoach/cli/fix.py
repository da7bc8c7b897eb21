"""The fixes of `check`: made in the files, in what is printed of standard input, or shown as a diff."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import typer
from msgspec import Struct

from bulletcoach.cli.ending import FINDINGS, WRONG_USE, any_encoding, complain
from bulletcoach.cli.options import Format

if TYPE_CHECKING:
    from bulletcoach.cli.outcome import Outcome
    from bulletcoach.fixing import Change, Fixed, FixedFiles
    from bulletcoach.run import Checked, Engines


class Fixing(Struct):
    """How the fixes of one run are made. `prints_text` is whether standard input is among what is fixed."""

    unsafe: bool = False
    prints_text: bool = False
    notes: bool = True
    fixed: int = 0
    files: int = 0

    def format_beside_text(self, context: typer.Context, given: str | None, chosen: Format) -> Format:
        """The format of a report on standard error, beside the text on standard output. Ends where it is for programs:
        they would not find it there."""
        if chosen in (Format.TEXT, Format.CONCISE):
            return chosen
        if given is not None:
            way_out = "write the report to a file with --output"
            context.fail(f"--fix prints the text of standard input; leave out --format {given}, or {way_out}")
        return Format.TEXT

    def made(self, results: Iterable[Checked], engines: Engines, outcome: Outcome) -> Iterator[Checked]:
        """The results after their fixes were made; the text of standard input is printed on the way."""
        for one in self._files(engines, dry=False).of(results):
            self._count(one, outcome)
            document = one.checked.result.document
            if self.prints_text and document is not None and document.source.file is None:
                sys.stdout.flush()
                sys.stdout.buffer.write(document.source.data)
            yield one.checked

    def shown(self, results: Iterable[Checked], engines: Engines, outcome: Outcome, *, exit_zero: bool) -> int:
        """Print what would change: as a patch, or on a terminal as a diff. The exit code."""
        any_encoding()
        for one in self._files(engines, dry=True).of(outcome.watch(results)):
            self._count(one, outcome)
            for change in one.changes:
                _show(change)
        if self.notes:
            self.say("would fix")
        if outcome.has_errors:
            return WRONG_USE
        return FINDINGS if self.fixed and not exit_zero else 0

    def say(self, what: str) -> None:
        """How much was fixed, on standard error."""
        from bulletcoach.report.summary import counted

        if self.fixed:
            complain(f"{what} {counted(self.fixed, 'finding')} in {counted(self.files, 'file')}", "note")

    def _files(self, engines: Engines, *, dry: bool) -> FixedFiles:
        from bulletcoach.fixing import FixedFiles

        return FixedFiles(engines, unsafe=self.unsafe, dry=dry, sift=_without_known)

    def _count(self, one: Fixed, outcome: Outcome) -> None:
        self.fixed += one.checked.fixed
        self.files += one.checked.fixed_files
        for error in one.errors:
            outcome.fail(error)
        if self.notes:
            for note in one.notes:
                complain(f"not fixed: {note}", "note")


def _without_known(one: Checked) -> Checked:
    """The result without what the baseline knows: only what is new is fixed."""
    if one.settings.baseline is None:
        return one
    from bulletcoach.baseline import Sieve

    return Sieve().sift(one)


def _show(change: Change) -> None:
    """Print a change byte for byte, for a pipe; on a terminal with control characters made visible."""
    from bulletcoach.editing import diff, patch

    if not sys.stdout.isatty():
        sys.stdout.flush()
        sys.stdout.buffer.write(patch(change.before, change.after))
        return
    from bulletcoach.report.visible import visible

    sys.stdout.write("".join(f"{visible(line)}\n" for line in diff(change.before, change.after).split("\n")[:-1]))
