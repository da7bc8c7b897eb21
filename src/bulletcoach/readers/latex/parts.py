"""A part of a document, given by itself: the document is found, and the part read in it.

So the entries of “cv/experience.tex” have the names, dates and section that the document gives them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from msgspec.structs import replace

from bulletcoach.errors import InputError
from bulletcoach.model.document import Document, Entry, Source
from bulletcoach.readers.latex.project import Project, source_of
from bulletcoach.readers.words import ResumeWords

_SUBFILE = re.compile(r"\\documentclass\s*\[[^\]]*\]\s*\{subfiles\}")
_FOLDERS_UP = 2  # where the document of a part is looked for: cv/experience.tex, cv/sections/work.tex
_MOST_LOOKED_INTO = 40  # files of those folders


def read(
    source: Source, words: ResumeWords, root: Path | None = None, included: Mapping[Path, Source] | None = None
) -> Document:
    """Read a LaTeX file with those that it includes.

    A file that is itself a part of another one is read as a part of it: its entries may begin there. `root` names that
    other file; else it is looked for beside the part and in the folders above. `included` are sources, by their
    resolved files, to take instead of what the disk has. Raises InputError for files that include one another, and for
    braces nested too deeply.
    """
    if source.file is not None and not is_root(source.text):
        for candidate in [root] if root is not None else _possible_roots(source.file):
            whole = _as_part(source, candidate, words, included or {})
            if whole is not None:
                return whole
    return Project(source, words, included).read()


def is_root(text: str) -> bool:
    """Whether a file is a document of its own."""
    if _SUBFILE.search(text):
        return False
    return "\\documentclass" in text or "\\begin{document}" in text or "\\documentstyle" in text


def _as_part(source: Source, root: Path, words: ResumeWords, included: Mapping[Path, Source]) -> Document | None:
    """The document of a fragment as a part of that in `root`; None where it is none of its parts."""
    assert source.file is not None
    file = source.file.resolve()
    try:
        whole = Project(source_of(root, str(root)), words, {**included, file: source})
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
            if looked > _MOST_LOOKED_INTO:
                return
            try:
                text = source_of(candidate, str(candidate)).text
            except (OSError, InputError):
                continue
            if is_root(text) and file.stem in text:
                yield candidate
        folder = folder.parent
