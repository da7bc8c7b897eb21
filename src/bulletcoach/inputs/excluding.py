"""What is asked of the user's settings about files to leave out."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol


class Excludes(Protocol):
    """Patterns of files to leave out."""

    def excluded_by(self, path: Path, *, is_folder: bool = False, above: bool = False) -> str | None:
        """Where the pattern is set that excludes `path`, an absolute one; None for what is not excluded.

        With `above`, a folder that is excluded stands for all that is in it.
        """


class NoExcludes:
    """Nothing is left out."""

    def excluded_by(self, path: Path, *, is_folder: bool = False, above: bool = False) -> str | None:  # noqa: ARG002
        """Nothing."""
        return None
