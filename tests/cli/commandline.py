"""Running the command line in a process of its own, as a user does."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import bulletcoach

SOURCE = Path(bulletcoach.__file__).parents[1]
_COLOUR = ("NO_COLOR", "FORCE_COLOR", "TERM", "COLUMNS")
# What CI servers set, and reports heed.
RUNNERS = ("GITHUB_ACTIONS", "GITHUB_WORKSPACE", "CI_PROJECT_DIR")


@dataclass(frozen=True)
class Ended:
    """How a command ended."""

    code: int
    out: str
    err: str


Run = Callable[..., Ended]


def environment(**variables: str) -> dict[str, str]:
    """The environment of a test: ours, without what changes colours, widths, formats, and when output is written."""
    kept = {name: value for name, value in os.environ.items() if name not in (*_COLOUR, *RUNNERS, "PYTHONUNBUFFERED")}
    paths = os.pathsep.join(filter(None, (str(SOURCE), kept.get("PYTHONPATH", ""))))
    return {**kept, "PYTHONPATH": paths, "PYTHONUTF8": "1", **variables}


def bulletcoach_run(
    *arguments: str | Path, stdin: str | bytes = b"", cwd: Path | None = None, **variables: str
) -> Ended:
    """Run `bulletcoach` with these arguments. Standard input is a pipe, never a terminal."""
    done = subprocess.run(
        [sys.executable, "-m", "bulletcoach", *map(str, arguments)],
        input=stdin.encode() if isinstance(stdin, str) else stdin,
        capture_output=True,
        cwd=cwd,
        env=environment(**variables),
        timeout=120,
    )
    return Ended(
        done.returncode, done.stdout.decode().replace("\r\n", "\n"), done.stderr.decode().replace("\r\n", "\n")
    )
