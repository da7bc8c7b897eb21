"""The outcome of a check: its exit code, and what is said on standard error on the way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from time import perf_counter

from bulletcoach.cli.ending import FINDINGS, WRONG_USE, complain
from bulletcoach.run import Checked


class Outcome:
    """Watches results go by. 2 outranks 1, and `exit_zero` hides findings only."""

    def __init__(self, *, exit_zero: bool = False, notes: bool = True, verbose: bool = False) -> None:
        self._exit_zero = exit_zero
        self._notes = notes
        self._verbose = verbose
        self._said: set[str] = set()
        self._has_findings = False
        self._has_errors = False

    @property
    def has_errors(self) -> bool:
        """Whether any file could not be checked."""
        return self._has_errors

    @property
    def has_findings(self) -> bool:
        """Whether any finding makes the check fail."""
        return self._has_findings

    @property
    def exit_code(self) -> int:
        if self._has_errors:
            return WRONG_USE
        return FINDINGS if self._has_findings and not self._exit_zero else 0

    def fail(self, error: str) -> None:
        """Say what else went wrong."""
        self._has_errors = True
        complain(error)

    def watch(self, checked: Iterable[Checked]) -> Iterator[Checked]:
        """The same results; errors and notes are said once each."""
        start = perf_counter()
        files = 0
        for one in checked:
            files += 1
            self._has_errors |= bool(one.result.errors)
            least = one.settings.fail_on.rank
            self._has_findings |= any(finding.severity.rank >= least for finding in one.result.findings)
            self._say(one)
            yield one
        if self._verbose:
            complain(f"{files} {'file' if files == 1 else 'files'} in {perf_counter() - start:.2f} s", "info")

    def _say(self, one: Checked) -> None:
        result = one.result
        for error in result.errors:
            # A configuration or a model that many files share is complained about once.
            if error not in self._said:
                complain(error)
            self._said.add(error)
        if self._notes:
            for note in result.notes:
                complain(f"{result.path}: {note}", "note")
        if self._verbose and result.document:
            complain(_circumstances(one), "info")


def _circumstances(one: Checked) -> str:
    result, settings = one.result, one.settings
    found = "set" if settings.field else "detected"
    told = "set" if settings.language else "detected"
    return (
        f"{result.path}: {result.document.format if result.document else ''}; field {result.field} ({found}); "
        f"language {result.language} ({told}); profile {settings.profile}; "
        f"{f'settings from {settings.config}' if settings.config else 'no configuration file found'}"
    )
