"""What ignore files say of the files of a folder: .gitignore, .git/info/exclude and .ignore.

As git reads them: from the folder that holds .git downwards, the last pattern that matches counts, and a deeper file
counts before a higher one. Where there is no repository, those from the searched folder downwards count all the same: a
downloaded archive has its .gitignore, too. What .ignore says goes before what git is told.
"""

from __future__ import annotations

import os
from pathlib import Path

from msgspec import Struct

from bulletcoach.inputs.patterns import Pattern, parse_patterns

_GIT = ".git"
_ENOUGH = 1_000_000  # bytes of an ignore file


class IgnoreFile(Struct, frozen=True):
    """The patterns of one file. `name` is its path to show; `folder` its own, as a prefix of the paths it speaks of."""

    name: str
    folder: bytes
    patterns: tuple[Pattern, ...]

    def verdict(self, path: bytes, *, is_folder: bool) -> bool | None:
        """Whether it ignores a path; None where it says nothing of it."""
        within = path.removeprefix(self.folder)
        for pattern in reversed(self.patterns):
            if pattern.matches(within, is_folder=is_folder):
                return not pattern.negated
        return None


class Ignores(Struct, frozen=True):
    """The ignore files that count in one folder, the highest first.

    All paths are relative to the folder where reading them began and have slashes.
    """

    own: tuple[IgnoreFile, ...] = ()
    git: tuple[IgnoreFile, ...] = ()

    def entering(self, folder: Path, path: bytes) -> Ignores:
        """Those that count in `folder`, which lies in the one where these do. `path` is empty or ends in a slash."""
        git = self.git
        if (folder / _GIT).exists():
            git = _read(folder / _GIT / "info" / "exclude", path)
        return Ignores(self.own + _read(folder / ".ignore", path), git + _read(folder / ".gitignore", path))

    def ignored_by(self, path: bytes, *, is_folder: bool = False) -> str | None:
        """The name of the file by which `path` is ignored. Folders above it are not asked for."""
        for files in (self.own, self.git):
            for file in reversed(files):
                verdict = file.verdict(path, is_folder=is_folder)
                if verdict is not None:
                    if verdict:
                        return file.name
                    return None
        return None


def ignores_above(folder: Path) -> tuple[Ignores, bytes]:
    """What counts in the folder above `folder`, an absolute path, and the path of `folder` for it."""
    top = next((place for place in (folder, *folder.parents) if (place / _GIT).exists()), folder)
    ignores, path = Ignores(), b""
    place = top
    for name in folder.relative_to(top).parts:
        ignores = ignores.entering(place, path)
        place /= name
        path += os.fsencode(name) + b"/"
    return ignores, path


def _read(file: Path, folder: bytes) -> tuple[IgnoreFile, ...]:
    """The ignore file, if there is one that can be read."""
    try:
        if not file.is_file():
            return ()
        with file.open("rb") as stream:
            patterns = parse_patterns(stream.read(_ENOUGH))
    except OSError:
        return ()
    return (IgnoreFile(str(file), folder, patterns),) if patterns else ()
