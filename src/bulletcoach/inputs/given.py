"""What can be read, and what is said where something cannot."""

from __future__ import annotations

import os
import re
from pathlib import Path

from msgspec import Struct

STDIN = "-"
# How shells hand over a pipe by a name: “bulletcoach check <(pdftotext cv.pdf -)”.
_OPEN_ALREADY = r"/dev/(?:stdin|fd/\d+)|/proc/(?:self|thread-self|\d+)/fd/\d+"


class Input(Struct, frozen=True):
    """Something to read: `path` is its name to show, `file` where it is, None for standard input."""

    path: str
    file: Path | None

    @property
    def is_stream(self) -> bool:
        """Whether it can be read only once and lies in no folder: standard input, or an open pipe with a name."""
        return self.file is None or names_open_file(self.file)

    @property
    def folder(self) -> Path:
        """The folder whose configuration holds for it: for standard input that of its name, if there is one."""
        if self.file is None:
            folder = self.place.parent
            return folder if os.path.isdir(folder) else Path.cwd()  # noqa: PTH112 - False for a name that none has
        return Path.cwd() if self.is_stream else self.file.resolve().parent

    @property
    def place(self) -> Path:
        """Where it stands for patterns: its name in its real folder. Standard input stands where its name says."""
        return standing(self.file or Path(self.path))


class InputProblem(Struct, frozen=True):
    """Something that cannot be read; `message` is the whole line to say so."""

    path: str
    message: str


def standing(path: Path) -> Path:
    """The absolute path of a file or folder; a link stands where it is, not where it leads."""
    if path.name in ("", ".."):
        return Path(os.path.realpath(path))
    return Path(os.path.realpath(path.parent)) / path.name


def names_open_file(file: Path) -> bool:
    """Whether a path is the name of a file that the process has open, such as /dev/fd/63."""
    path = file.as_posix()
    return path.startswith(("/dev/", "/proc/")) and re.fullmatch(_OPEN_ALREADY, path) is not None


def refused(path: str, error: OSError | ValueError) -> InputProblem:
    """The problem that the system does not let us read something."""
    reason = error.strerror if isinstance(error, OSError) and error.strerror else error
    return InputProblem(path, f"{path}: cannot be read: {reason}")
