"""Whole processes, measured in turns, so that what else the machine does hits all of them alike."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import msgspec
from msgspec import Struct

_LAUNCHER = Path(__file__).with_name("launcher.py")
# What a process needs of its surroundings. Nothing else comes in: no settings of Python's, no colours, no signs of CI.
_KEPT = (
    "APPDATA", "COMSPEC", "HOME", "LANG", "LC_ALL", "LC_CTYPE", "LOCALAPPDATA", "PATH", "PATHEXT", "SYSTEMROOT", "TEMP",
    "TMP", "TMPDIR", "USERPROFILE",
)  # fmt: skip


class NotMeasuredError(Exception):
    """A command that did not do what was asked; the message says which and why."""


class Command(Struct, frozen=True):
    """One process, or several at the same time, under the name that it has in the table.

    `prepare` is called before each run and not measured. `codes` are the exit codes of success, all where empty.
    """

    name: str
    processes: tuple[tuple[str, ...], ...]
    cache: Path | None = None
    prepare: Callable[[], None] | None = None
    codes: tuple[int, ...] = (0,)


class Sample(Struct, frozen=True):
    """One run: wall and processor seconds, MiB of the largest process; None where the system does not tell."""

    seconds: float
    cpu: float | None
    mib: float | None


class Measured(Struct, frozen=True):
    """The runs of several commands, by name; the nth of each are from the same round. What failed has none."""

    samples: Mapping[str, tuple[Sample, ...]]
    failures: Mapping[str, str]

    def failure(self, *names: str) -> str | None:
        """Why the first of these commands that has no runs has none."""
        return next((self.failures[name] for name in names if name in self.failures), None)


class _Report(Struct, frozen=True):
    """What the launcher says."""

    seconds: float
    cpu: float | None
    mib: float | None
    codes: tuple[int, ...]


class Stopwatch:
    """Runs commands in a folder of their own."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def run(self, command: Command) -> Sample:
        """Run a command once. Raises NotMeasuredError where it cannot be started, or does not end as it should."""
        if command.prepare is not None:
            command.prepare()
        order = {"commands": command.processes, "cwd": str(self._folder), "environment": _environment(command.cache)}
        done = subprocess.run(
            [sys.executable, "-I", "-S", str(_LAUNCHER)],
            input=json.dumps(order),
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
        if done.returncode != 0:
            raise NotMeasuredError(f"cannot be started: {_last_line(done.stderr)}")
        report = msgspec.json.decode(done.stdout, type=_Report)
        for number, code in enumerate(report.codes):
            said = (self._folder / f"{number}.err").read_text(encoding="utf-8", errors="replace")
            # A fault of the program itself may end with the code that findings have.
            if code < 0 or (command.codes and code not in command.codes) or "Traceback" in said:
                raise NotMeasuredError(f"exit code {code}: {_last_line(said)}")
        return Sample(report.seconds, report.cpu, report.mib)

    def printed(self) -> str:
        """What the (first) process of the last run printed."""
        return (self._folder / "0.out").read_text(encoding="utf-8")

    def in_turns(self, commands: Sequence[Command], rounds: int, *, warm_up: bool = True) -> Measured:
        """Run each command once to warm up, then all of them in every round, each round beginning with another.

        A command that fails is left out from there on. Long runs need no `warm_up`.
        """
        failures: dict[str, str] = {}
        samples: dict[str, list[Sample]] = {command.name: [] for command in commands}
        for number in range(-1 if warm_up else 0, rounds):
            first = number % len(commands)
            for command in (*commands[first:], *commands[:first]):
                if command.name in failures:
                    continue
                try:
                    sample = self.run(command)
                except NotMeasuredError as failure:
                    failures[command.name] = str(failure)
                    continue
                if number >= 0:
                    samples[command.name].append(sample)
        return Measured({name: tuple(runs) for name, runs in samples.items() if name not in failures}, failures)


def _environment(cache: Path | None) -> dict[str, str]:
    kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
    return kept if cache is None else {**kept, "BULLETCOACH_CACHE_DIR": str(cache)}


def _last_line(text: str) -> str:
    lines = [line for line in text.splitlines() if line.strip(" ╭╮╰╯─│")]
    return lines[-1].strip(" │") if lines else "no message"
