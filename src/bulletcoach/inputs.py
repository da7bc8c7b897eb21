"""Inputs: what the paths on the command line stand for, and the bytes behind each."""

from __future__ import annotations

import os
import re
import sys
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from bulletcoach.errors import InputError
from bulletcoach.model.document import Source

STDIN = "-"
SIZE_LIMIT = 10_000_000
SUFFIXES = (".txt", ".md", ".markdown", ".text")

# A word of its own in the name: “jane-cv.txt”, “cv_2024.md”, “JaneDoeResume.txt”, but not “cvs-export.txt”.
_RESUME_NAME = re.compile(r"(?<![^\W\d_])(resumes?|résumés?|cv|lebenslauf)(?![^\W\d_])", re.IGNORECASE)
_CAMEL_JOINT = re.compile(r"(?<=[a-z])(?=[A-Z])")


@dataclass(frozen=True, slots=True)
class Input:
    """Something to read: `path` is its name to show, `file` where it is, None for standard input."""

    path: str
    file: Path | None

    @property
    def folder(self) -> Path:
        """The folder whose configuration holds for it."""
        return Path.cwd() if self.file is None else self.file.resolve().parent


@dataclass(slots=True)
class _Skipped:
    """How many text files were skipped since their names do not say résumé."""

    count: int = 0

    @property
    def note(self) -> str:
        if self.count == 1:
            return "1 text file was skipped: its name does not say résumé or CV; name it to check it"
        return f"{self.count} text files were skipped: their names do not say résumé or CV; name them to check them"


@dataclass(frozen=True, slots=True)
class InputProblem:
    """Something that cannot be read; `message` is the whole line to say so."""

    path: str
    message: str


def find_inputs(
    paths: Iterable[str], stdin_name: str = "<stdin>", on_skipped: Callable[[str], None] | None = None
) -> Iterator[Input | InputProblem]:
    """The inputs that `paths` stand for, in order, each once. `-` is standard input; folders are searched.

    In a folder, text files count whose own name says résumé, or that lie directly in a folder whose name does
    (“cv/2024.txt”). The others are skipped: where nothing else was found, the problem says how many; otherwise
    `on_skipped` is called once with a note on all of them, when the last input was taken.
    """
    seen: set[Path | None] = set()
    skipped = _Skipped()
    for path in paths:
        for found in _stand_for(path, stdin_name, skipped):
            if isinstance(found, InputProblem):
                yield found
            elif (where := found.file and found.file.resolve()) not in seen:
                seen.add(where)
                yield found
    if skipped.count and on_skipped is not None:
        on_skipped(skipped.note)


def read_input(found: Input) -> Source | InputProblem:
    """The decoded text of an input, or what stands in the way."""
    from bulletcoach.readers.decode import decode

    try:
        data = _read_bytes(found)
        if len(data) > SIZE_LIMIT:
            return InputProblem(found.path, _too_large(found, len(data)))
        return decode(data, found.path)
    except OSError as error:
        return _refused(found.path, error)
    except InputError as error:
        return InputProblem(found.path, str(error))


def looks_like_resume(name: str) -> bool:
    """Whether a file's name says that it is a résumé in one of the formats that are read."""
    stem, suffix = os.path.splitext(name)  # noqa: PTH122 - a name, not a path
    return suffix.lower() in SUFFIXES and _says_resume(stem)


def _says_resume(name: str) -> bool:
    """Whether a name without suffix, of a file or a folder, has a word for a résumé in it."""
    return _RESUME_NAME.search(_CAMEL_JOINT.sub(" ", unicodedata.normalize("NFC", name))) is not None


def _stand_for(path: str, stdin_name: str, skipped: _Skipped) -> Iterator[Input | InputProblem]:
    if path == STDIN:
        yield Input(stdin_name, None)
        return
    file = Path(path)
    try:
        if file.is_dir():
            yield from _search(file, skipped)
        elif file.exists():
            yield Input(path, file)
        else:
            yield InputProblem(path, f"{path}: no such file or folder")
    except OSError as error:
        yield _refused(path, error)


def _search(folder: Path, skipped: _Skipped) -> Iterator[Input | InputProblem]:
    """The résumés in a folder and those below it; hidden ones are passed over, and other text files counted."""
    refused: list[OSError] = []
    found = False
    passed = _Skipped()
    for place, folders, names in os.walk(folder, onerror=refused.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        holds_resumes = _says_resume(Path(place).resolve().name)
        for name in sorted(names):
            if name.startswith(".") or not name.lower().endswith(SUFFIXES):
                continue
            if holds_resumes or looks_like_resume(name):
                found = True
                yield Input(str(Path(place) / name), Path(place) / name)
            else:
                passed.count += 1
    yield from (_refused(str(error.filename), error) for error in refused)
    if found or refused:
        skipped.count += passed.count
    elif passed.count:
        yield InputProblem(str(folder), f"{folder}: no résumé here: {passed.note}")
    else:
        kinds = ", ".join(SUFFIXES)
        yield InputProblem(
            str(folder), f"{folder}: no résumé here: no name with resume, cv or lebenslauf that ends in {kinds}"
        )


def _read_bytes(found: Input) -> bytes:
    """At most one byte more than the limit: enough to know, and an endless device does no harm."""
    if found.file is None:
        return sys.stdin.buffer.read(SIZE_LIMIT + 1)
    with found.file.open("rb") as stream:
        return stream.read(SIZE_LIMIT + 1)


def _refused(path: str, error: OSError) -> InputProblem:
    return InputProblem(path, f"{path}: cannot be read: {error.strerror}")


def _too_large(found: Input, read: int) -> str:
    size = found.file.stat().st_size if found.file else 0
    amount = f"{size / 1_000_000:.1f} MB" if size >= read else "larger than 10 MB"
    return f"{found.path} is {amount}; bulletcoach reads up to 10 MB; split it"
