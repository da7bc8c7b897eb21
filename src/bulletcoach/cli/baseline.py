"""The baseline of `check`: known findings are written down, left out of reports, and taken out when they are gone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from bulletcoach.cli.ending import WRONG_USE, complain

if TYPE_CHECKING:
    from bulletcoach.baseline import Key, Sieve
    from bulletcoach.cli.outcome import Outcome
    from bulletcoach.run import Checked


class KnownFindings:
    """What becomes of the findings that baselines hold, in one run. Without a baseline nothing is loaded for it."""

    def __init__(self, *, prune: bool = False, notes: bool = True) -> None:
        self._prune = prune
        self._notes = notes
        self._sieve: Sieve | None = None

    def sift(self, checked: Iterable[Checked]) -> Iterator[Checked]:
        """The same results, with known findings apart where the settings name a baseline."""
        for one in checked:
            if one.settings.baseline is None:
                yield one
                continue
            if self._sieve is None:
                from bulletcoach.baseline import Sieve

                self._sieve = Sieve()
            yield self._sieve.sift(one)

    def settle(self, *, has_errors: bool) -> None:
        """After the run: say what the baselines hold in vain, or take it out. Raises ConfigError."""
        if self._sieve is None:
            if self._prune:
                from bulletcoach.errors import ConfigError

                needed = "name one with --baseline FILE, or as “baseline” in the configuration"
                raise ConfigError(f"--prune-baseline: there is no baseline; {needed}")
            return
        stale = self._sieve.stale()
        if self._prune and not has_errors:
            self._sieve.prune()
        if self._notes:
            for path, keys in stale.items():
                gone = "" if self._prune else _renamed(keys, path.parent)
                complain(f"{path}: {self._what_becomes_of(len(keys), has_errors=has_errors)}{gone}", "note")

    def _what_becomes_of(self, count: int, *, has_errors: bool) -> str:
        gone = f"{count} findings of the baseline are gone" if count > 1 else "1 finding of the baseline is gone"
        if not self._prune:
            return f"{gone}; --prune-baseline takes {'them' if count > 1 else 'it'} out"
        if has_errors:
            return f"{gone}, and left in it: not every file could be checked"
        return f"{gone}, and taken out"


def _renamed(keys: Iterable[Key], folder: Path) -> str:
    """What to say where files of a baseline are not there any more: they may go by another name."""
    from bulletcoach.baseline import is_there

    files = sorted({key.file for key in keys if not is_there(folder, key.file)})
    if not files:
        return ""
    more = f" and {len(files) - 1} more are" if len(files) > 1 else " is"
    return f" ({files[0]}{more} not there any more; a file that was renamed gets its new name in the baseline)"


def record_findings(checked: Iterable[Checked], path: Path, outcome: Outcome, *, quiet: bool) -> int:
    """Write all findings down as known, and say how many. The exit code. Raises ConfigError."""
    from bulletcoach.baseline import check_writable, record

    check_writable(path)
    recorded = record(outcome.watch(checked), path)
    if recorded is None:
        complain(f"{path}: not written: not every file could be checked")
        return WRONG_USE
    if not quiet:
        from bulletcoach.report.visible import visible

        files = f"{recorded.files} {'file' if recorded.files == 1 else 'files'}"
        findings = f"{recorded.findings} {'finding' if recorded.findings == 1 else 'findings'} of {files}"
        kept = f" (and {recorded.kept} of other files, as before)" if recorded.kept else ""
        typer.echo(visible(f"{path}: {findings}{kept}, known from now on; --baseline {path} reports what is new"))
    return 0
