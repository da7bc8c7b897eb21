"""A résumé in several files: what \\input brings in, and which root a fragment belongs to."""

from __future__ import annotations

import stat
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from bulletcoach.errors import InputError
from bulletcoach.model.document import Document, Entry, Source
from bulletcoach.model.text import LineIndex
from bulletcoach.readers.decode import decode
from bulletcoach.readers.latex.vocabulary import Vocabulary
from bulletcoach.readers.latex.walk import Found, Walk
from bulletcoach.readers.outline import read_outline
from bulletcoach.readers.words import ResumeWords

MOST_FILES = 100
LARGEST = 10_000_000
"""Bytes of one included file."""
_DEEPEST = 10  # files within files
_FOLDERS_UP = 2  # where the root of a fragment is looked for: cv/experience.tex, cv/sections/work.tex
_MOST_ROOTS = 40  # .tex files of a folder that are looked into


def read(source: Source, words: ResumeWords, root: Path | None = None) -> Document:
    """Read a LaTeX file with those that it includes.

    A file that is itself a part of another one is read as a part of it: its entries may begin there. `root` names that
    other file; else it is looked for beside the part and in the folders above. Raises InputError for files that include
    one another, and for braces nested too deeply.
    """
    if source.file is not None and not is_root(source.text):
        for candidate in [root] if root is not None else _possible_roots(source.file):
            whole = _as_part(source, candidate, words)
            if whole is not None:
                return whole
    return _Project(source, words).read()


def is_root(text: str) -> bool:
    """Whether a file is a document of its own."""
    return "\\documentclass" in text or "\\begin{document}" in text or "\\documentstyle" in text


def included_files(file: Path, words: ResumeWords) -> frozenset[Path]:
    """The files, resolved, that the document in `file` brings in; none where it cannot be read."""
    try:
        source = _source(file, str(file))
        if not is_root(source.text):
            return frozenset()
        project = _Project(source, words)
        project.read()
    except (OSError, InputError):
        return frozenset()
    return frozenset(one.file.resolve() for one in project.sources[1:] if one.file is not None)


class _Project:
    """A document and what it includes. `known` has sources that are not read from their files."""

    def __init__(self, source: Source, words: ResumeWords, known: dict[Path, Source] | None = None) -> None:
        self.sources = [source]
        self._words = words
        self._known = known or {}
        self._chain: list[Path] = [source.file.resolve()] if source.file else []
        self._seen: set[Path] = set(self._chain)
        self._folder = source.file.resolve().parent if source.file else None

    def read(self) -> Document:
        source = self.sources[0]
        found = Found(self._words, Vocabulary.of(self._words), self.sources, self._include)
        Walk(found, 0).go()
        return read_outline(
            found.blocks, source, "latex", self._words, comments=found.comments, notes=list(found.notes),
            included=self.sources[1:],
        )  # fmt: skip

    def _include(self, walk: Walk, folder: str, name: str, offset: int) -> None:
        """Walk through the file that is included at `offset` of the walk's file."""
        file, hindrance = self._find(walk.source, folder, name)
        where = f"{walk.source.path}:{LineIndex(walk.source.text).position(offset)[0]}"
        if file is None:
            if hindrance:
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
            source = self._known.get(file) or _source(file, _shown(walk.source, file))
        except (OSError, InputError) as error:
            reason = error.strerror if isinstance(error, OSError) else str(error).rpartition(": ")[2]
            walk.found.notes[f"“{name}”, included in {where}, was not read: {reason}"] = None
            return
        self.sources.append(source)
        self._chain.append(file)
        Walk(walk.found, len(self.sources) - 1).go()
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
                    elif file.suffix.lower() not in (".tex", ".ltx", ".latex", ".txt"):
                        hindrance = "" if file.suffix else "it is no .tex file"
                    else:
                        return file, ""
                except (OSError, ValueError):
                    hindrance = "its name is none for a file"
        return None, hindrance


def _as_part(source: Source, root: Path, words: ResumeWords) -> Document | None:
    """The document of a fragment as a part of that in `root`; None where it is none of its parts."""
    assert source.file is not None
    file = source.file.resolve()
    try:
        whole = _Project(_source(root, str(root)), words, {file: source})
        document = whole.read()
    except (OSError, InputError):
        return None
    number = next((number for number, one in enumerate(whole.sources) if number and one is source), None)
    return _narrowed(document, number) if number is not None else None


def _narrowed(document: Document, number: int) -> Document:
    """What a document holds of its source number `number`, as a document of that source alone."""
    sections = []
    for section in document.sections:
        entries = [narrow for entry in section.entries if (narrow := _narrow(entry, number)) is not None]
        if entries:
            sections.append(replace(section, entries=tuple(entries)))
    comments = tuple(replace(one, file=0) for one in document.comments if one.file == number)
    return replace(
        document, source=document.sources[number], sections=tuple(sections), included=(), comments=comments,
        notes=(), prose=document.prose,
    )  # fmt: skip


def _narrow(entry: Entry, number: int) -> Entry | None:
    bullets = tuple(replace(bullet, file=0) for bullet in entry.bullets if bullet.file == number)
    if entry.file == number:
        return replace(entry, bullets=bullets, file=0)
    if not bullets:
        return None
    return replace(entry, bullets=bullets, file=0, span=bullets[0].span)


def _possible_roots(file: Path) -> Iterator[Path]:
    """The documents near a fragment that may include it."""
    looked = 0
    folder = file.resolve().parent
    for _ in range(_FOLDERS_UP + 1):
        try:
            candidates = sorted(folder.glob("*.tex"))
        except OSError:
            return
        for candidate in candidates:
            if candidate.resolve() == file.resolve():
                continue
            looked += 1
            if looked > _MOST_ROOTS:
                return
            try:
                text = _source(candidate, str(candidate)).text
            except (OSError, InputError):
                continue
            if is_root(text) and file.stem in text:
                yield candidate
        folder = folder.parent


def _source(file: Path, shown: str) -> Source:
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
