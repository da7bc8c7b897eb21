"""A document in several files: what \\input and its kin bring in.

Only ordinary files in the document's own folder and below it are read, each once.
"""

from __future__ import annotations

import stat
from collections.abc import Mapping
from pathlib import Path

from msgspec.structs import replace

from bulletcoach.errors import InputError
from bulletcoach.model.document import Document, Source
from bulletcoach.model.text import LineIndex
from bulletcoach.readers.decode import decode
from bulletcoach.readers.latex.handlers import HANDLERS
from bulletcoach.readers.latex.vocabulary import Vocabulary
from bulletcoach.readers.latex.walk import Found, Walk
from bulletcoach.readers.outline import read_outline
from bulletcoach.readers.words import ResumeWords

MOST_FILES = 100
LARGEST = 10_000_000
"""Bytes of one included file."""
_DEEPEST = 10  # files within files
_ENDINGS = (".tex", ".ltx", ".latex", ".txt")


class Project:
    """A document and what it includes; `known` has sources, by their resolved files, that are not read from there."""

    def __init__(self, source: Source, words: ResumeWords, known: Mapping[Path, Source] | None = None) -> None:
        self.sources = [source]
        self._words = words
        self._known = known or {}
        self._chain: list[Path] = [source.file.resolve()] if source.file else []
        self._seen: set[Path] = set(self._chain)
        self._folder = source.file.resolve().parent if source.file else None

    def read(self) -> Document:
        source = self.sources[0]
        found = Found(self._words, Vocabulary.of(self._words), self.sources, self._include, HANDLERS)
        Walk(found, 0).whole()
        return read_outline(
            found.blocks, source, "latex", self._words, comments=found.comments, notes=list(found.notes),
            included=self.sources[1:],
        )  # fmt: skip

    def _include(self, walk: Walk, folder: str, name: str, offset: int) -> None:
        """Walk through the file that is included at `offset` of the walk's file."""
        file, hindrance = self._find(walk.source, folder, name)
        where = f"{walk.source.path}:{LineIndex(walk.source.text).position(offset)[0]}"
        if file is None:
            if hindrance and not walk.found.is_preamble:
                walk.found.notes[f"“{name}”, included in {where}, was not read: {hindrance}"] = None
            return
        if file in self._chain:
            raise InputError(f"{where}: “{name}” includes itself; take this line out")
        if file in self._seen:
            return
        if len(self._chain) > _DEEPEST or len(self.sources) > MOST_FILES:
            raise InputError(f"{where}: too many files include one another; more than {MOST_FILES} are not read")
        self._seen.add(file)
        try:
            source = self._known.get(file) or source_of(file, _shown(walk.source, file))
        except (OSError, InputError) as error:
            reason = error.strerror if isinstance(error, OSError) else str(error).rpartition(": ")[2]
            walk.found.notes[f"“{name}”, included in {where}, was not read: {reason}"] = None
            return
        self.sources.append(source)
        self._chain.append(file)
        Walk(walk.found, len(self.sources) - 1).whole()
        self._chain.pop()

    def _find(self, by: Source, folder: str, name: str) -> tuple[Path | None, str]:
        """The file, resolved, or why there is none."""
        if self._folder is None or by.file is None:
            return None, ""
        if "\\" in folder + name or "#" in name:
            return None, "its name is made by commands"
        hindrance = "there is no such file"
        for base in dict.fromkeys((self._folder, by.file.resolve().parent)):
            for ending in (".tex", ""):
                try:
                    file = (base / folder / f"{name}{ending}").resolve()
                    if not file.exists():
                        continue
                    if not file.is_relative_to(self._folder):
                        hindrance = "it lies outside of the résumé's folder"
                    elif not stat.S_ISREG(file.stat().st_mode):
                        hindrance = "it is no ordinary file"
                    elif file.suffix.lower() not in _ENDINGS:
                        hindrance = "" if file.suffix else "it is no .tex file"
                    else:
                        return file, ""
                except (OSError, ValueError):
                    hindrance = "its name is none for a file"
        return None, hindrance


def source_of(file: Path, shown: str) -> Source:
    """The source of a file. Raises OSError and InputError."""
    if not stat.S_ISREG(file.stat().st_mode):
        raise InputError(f"{shown}: this is no ordinary file")
    with file.open("rb") as stream:
        data = stream.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise InputError(f"{shown}: it is larger than {LARGEST // 1_000_000} MB")
    return replace(decode(data, shown), file=file)


def _shown(by: Source, file: Path) -> str:
    """How to name an included file: as its root is named."""
    assert by.file is not None
    root = by.file.resolve().parent
    try:
        return str(Path(by.path).parent / file.relative_to(root))
    except ValueError:
        return str(file)
