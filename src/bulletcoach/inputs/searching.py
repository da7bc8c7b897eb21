"""The résumés in a folder and those below it."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from bulletcoach.inputs.contents import holds_resume, is_report
from bulletcoach.inputs.copies import Candidate, copies
from bulletcoach.inputs.endings import format_of_name
from bulletcoach.inputs.excluding import Excludes
from bulletcoach.inputs.given import Input, InputProblem, refused
from bulletcoach.inputs.ignoring import Ignores, ignores_above
from bulletcoach.inputs.names import Says, holds_resumes, said_by
from bulletcoach.inputs.parts import parts
from bulletcoach.inputs.skipped import Reason, Skipped
from bulletcoach.inputs.words import file_words

_ANY_NAME = ("latex", "typst")  # roots called “main.tex” are known by what they hold
_DATA = ("json", "yaml")
_MIXED = (*_DATA, "html")  # in a folder of résumés they may as well be settings, or the site round it
_VIRTUAL_ENVIRONMENT = "pyvenv.cfg"


class _Place(Struct, frozen=True):
    """A folder on the way: where it is, whether its name says résumés, and its path for the ignore files above it.

    `real` is where it really is, which the patterns of the settings are asked with.
    """

    folder: Path
    real: Path
    of_resumes: bool
    path: bytes
    ignores: Ignores


class Search:
    """The search of one folder. It is done when this is made; hidden files and folders are passed over."""

    def __init__(self, folder: Path, excludes: Excludes) -> None:
        self.problems: list[InputProblem] = []
        self.skipped: list[Skipped] = []
        self._candidates: list[Candidate] = []
        self._words = file_words()
        self._folder = folder
        self._excludes = excludes
        self._top = Path(os.path.realpath(folder))
        ignores, path = ignores_above(self._top)
        of_resumes = any(holds_resumes(name, self._words) for name in (folder.name, self._top.name))
        waiting = [_Place(folder, self._top, of_resumes, path, ignores)]
        while waiting:
            waiting.extend(reversed(list(self._look_into(waiting.pop()))))
        self.found = tuple(self._originals())

    def _originals(self) -> Iterator[Input]:
        """The candidates that are neither copies nor parts of others; these are skipped."""
        candidates = _without_links_between(self._candidates)
        copied = copies(candidates, self._words.version)
        read_in = parts(one for one in candidates if one not in copied)
        for one in candidates:
            if one in copied:
                self.skipped.append(Skipped(one.path, Reason.COPY, copied[one].path))
            elif one in read_in:
                self.skipped.append(Skipped(one.path, Reason.PART, read_in[one].path))
            else:
                yield Input(one.path, one.file)

    def _look_into(self, place: _Place) -> Iterator[_Place]:
        """Take or skip the files in a folder. The folders in it that are to be searched."""
        try:
            with os.scandir(place.folder) as listed:
                entries = sorted((one for one in listed if not one.name.startswith(".")), key=lambda one: one.name)
        except OSError as error:
            self.problems.append(refused(str(place.folder), error))
            return
        if place.folder is not self._folder and any(entry.name == _VIRTUAL_ENVIRONMENT for entry in entries):
            self.skipped.append(Skipped(str(place.folder), Reason.FOLDER))
            return
        ignores = place.ignores.entering(place.folder, place.path)
        here = _Place(place.folder, place.real, place.of_resumes, place.path, ignores)
        for entry in entries:
            try:
                if entry.is_dir():
                    if self._is_open(entry, here):
                        path = here.path + os.fsencode(entry.name) + b"/"
                        of_resumes = holds_resumes(entry.name, self._words)
                        yield _Place(here.folder / entry.name, here.real / entry.name, of_resumes, path, ignores)
                elif (format := format_of_name(entry.name)) is not None:
                    self._sort(entry, format, here)
            except OSError as error:
                if entry.is_symlink():  # to itself
                    self._skip(entry, here, Reason.DANGLING)
                else:
                    self.problems.append(refused(str(here.folder / entry.name), error))

    def _is_open(self, entry: os.DirEntry[str], place: _Place) -> bool:
        """Whether a folder is to be searched."""
        if entry.name in self._words.passed:
            self._skip(entry, place, Reason.FOLDER)
            return False
        says_resumes = holds_resumes(entry.name, self._words)
        if _is_link(entry):
            if says_resumes and self._leads_out(entry):
                self._skip(entry, place, Reason.LINK)
            return False
        by = self._excludes.excluded_by(place.real / entry.name, is_folder=True)
        if by is not None:
            self._skip(entry, place, Reason.EXCLUDED, by)
            return False
        by = place.ignores.ignored_by(place.path + os.fsencode(entry.name), is_folder=True)
        if by is not None and says_resumes:
            self._skip(entry, place, Reason.IGNORED, by)
        return by is None

    def _sort(self, entry: os.DirEntry[str], format: str, place: _Place) -> None:
        """Take a file, or skip it."""
        says = said_by(entry.name, self._words, among_resumes=place.of_resumes)
        if says is Says.NOTHING and format not in _ANY_NAME:
            self._skip(entry, place, Reason.NAME)
        elif says is Says.OTHER:
            self._skip(entry, place, Reason.OTHER)
        elif (by := self._excludes.excluded_by(place.real / entry.name)) is not None:
            self._skip(entry, place, Reason.EXCLUDED, by)
        elif (by := place.ignores.ignored_by(place.path + os.fsencode(entry.name))) is not None:
            self._skip(entry, place, Reason.NAME if says is Says.NOTHING else Reason.IGNORED, by)
        elif not entry.is_file():
            self._skip(entry, place, Reason.SPECIAL if Path(entry.path).exists() else Reason.DANGLING)
        elif _is_link(entry) and self._leads_out(entry):
            self._skip(entry, place, Reason.LINK)
        elif says is Says.NOTHING and not _turns_out_resume(Path(entry.path), format):
            self._skip(entry, place, Reason.NAME)
        elif says is Says.FOLDER and format in _MIXED and not holds_resume(Path(entry.path), format):
            self._skip(entry, place, Reason.EMPTY)
        elif format == "html" and is_report(Path(entry.path)):
            self._skip(entry, place, Reason.REPORT)
        else:
            self._take(entry, format, place)

    def _take(self, entry: os.DirEntry[str], format: str, place: _Place) -> None:
        file = place.folder / entry.name
        is_source = format not in _DATA or holds_resume(file, format)
        self._candidates.append(Candidate(str(file), file, format, file.relative_to(self._folder), is_source))

    def _skip(self, entry: os.DirEntry[str], place: _Place, reason: Reason, by: str = "") -> None:
        self.skipped.append(Skipped(str(place.folder / entry.name), reason, by))

    def _leads_out(self, entry: os.DirEntry[str]) -> bool:
        return not Path(os.path.realpath(entry.path)).is_relative_to(self._top)


def _without_links_between(candidates: Sequence[Candidate]) -> Sequence[Candidate]:
    """The candidates without the links to others of them: a file goes by its own name."""
    files = {os.path.realpath(one.file) for one in candidates if not one.file.is_symlink()}
    return [one for one in candidates if not one.file.is_symlink() or os.path.realpath(one.file) not in files]


def _turns_out_resume(file: Path, format: str) -> bool:
    """Whether a file of another name holds a résumé; one that cannot be read is no concern of ours."""
    try:
        return holds_resume(file, format)
    except OSError:
        return False


def _is_link(entry: os.DirEntry[str]) -> bool:
    """Whether an entry is a symbolic link, or a junction, which Windows has for folders."""
    if entry.is_symlink():
        return True
    tag: int = getattr(entry.stat(follow_symlinks=False), "st_reparse_tag", 0)
    return bool(tag) and tag == getattr(stat, "IO_REPARSE_TAG_MOUNT_POINT", None)
