"""Patterns of the settings: which files they name, written as in .gitignore."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from bulletcoach.inputs.patterns import Pattern


class FilePatterns(Struct, frozen=True):
    """Patterns that were set in one `place`, and the folders that they are relative to.

    Of the folders the first one counts in which a file lies: that of the configuration file with the patterns; else
    that of the file which extends it; else the working directory. Outside of all, a file's own name is matched.
    """

    patterns: tuple[Pattern, ...]
    folders: tuple[Path, ...]
    place: str

    def verdict(self, step: Path, file: Path, *, is_folder: bool) -> bool | None:
        """Whether they name `step`, which is `file` or a folder above it; None where they say nothing of it."""
        name = self._name(step, file)
        for pattern in reversed(self.patterns):
            if name is not None and pattern.matches(name, is_folder=is_folder):
                return not pattern.negated
        return None

    def _name(self, step: Path, file: Path) -> bytes | None:
        """What patterns are to match; None for a folder that they cannot speak of."""
        base = next((folder for folder in self.folders if folder in file.parents), None)
        if base is None:
            return composed(file.name) if step == file else None
        return composed(step.relative_to(base).as_posix()) if base in step.parents else None


def named_by(sets: Sequence[FilePatterns], file: Path, *, is_folder: bool = False, above: bool = False) -> str | None:
    """The place of the patterns that name `file`, an absolute path; the last that say anything of it count.

    With `above`, a folder that is named stands for all that is in it.
    """
    for step in (*reversed(file.parents), file) if above and sets else (file,):
        for one in reversed(sets):
            verdict = one.verdict(step, file, is_folder=is_folder or step is not file)
            if verdict:
                return one.place
            if verdict is False:
                break
    return None


def compiled(patterns: Iterable[str]) -> tuple[Pattern, ...]:
    """The patterns, made ready. Raises ValueError, in words for the user, for one that stands for nothing."""
    from bulletcoach.inputs.patterns import parse_patterns

    ready: list[Pattern] = []
    for text in patterns:
        if not {".", ".."}.isdisjoint(text.removeprefix("!").split("/")):
            raise ValueError(f"“{text}” names nothing: a pattern begins in its own folder, without “.” and “..”")
        found = parse_patterns(composed(text))
        if len(found) != 1 or "\n" in text:
            raise ValueError(f"“{text}” is no pattern; write it as in .gitignore: old/, *.txt, drafts/**/cv.md")
        ready.extend(found)
    return tuple(ready)


def composed(name: str) -> bytes:
    """A name or pattern as patterns are matched: “é” is the same as one character and as two, which no eye tells."""
    return os.fsencode(unicodedata.normalize("NFC", name))
