"""Watching: résumés that are checked again and again, each read only when something it was read from has changed."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from msgspec import Struct

from bulletcoach.config import Configuration
from bulletcoach.engine import Engine
from bulletcoach.errors import BulletcoachError
from bulletcoach.inputs import Input, InputProblem, without_parts
from bulletcoach.inputs.words import file_words
from bulletcoach.model.document import Document
from bulletcoach.model.result import FileResult
from bulletcoach.run import Checked, Engines, Stamp, run, stamp

_FOLDERS_UP = 2  # as far as the reader of LaTeX looks for the document of a part
# A file that is saved while it is read may have got its time already: nothing so young is relied on.
_YOUNG_NS = 10_000_000


class _Kept(Struct, frozen=True):
    """A result with all that it depends on: the engine, and the files that it was read from as they were."""

    checked: Checked
    engine: Engine
    stamps: Mapping[Path, Stamp]


class Watched:
    """What `find` finds with the settings of `configure`: both are asked anew for each check."""

    def __init__(
        self,
        find: Callable[[Configuration], Iterable[Input | InputProblem]],
        configure: Callable[[], Configuration],
        engines: Engines | None = None,
    ) -> None:
        self._find = find
        self._configure = configure
        self._engines = engines or Engines()
        self._kept: dict[Input, _Kept] = {}
        self._inputs: list[Input] = []

    def check(self) -> list[Checked]:
        """All results, in order; those that nothing has happened to are the same as last time."""
        began = time.time_ns()
        configuration = self._configure()
        found = without_parts(self._find(configuration))
        self._inputs = [one for one in found if isinstance(one, Input)]
        self._kept = {one: kept for one in self._inputs if (kept := self._still_true(one, configuration)) is not None}
        results = run([one for one in found if one not in self._kept], configuration, self._engines)
        checked = []
        for one in found:
            result = self._kept[one].checked if one in self._kept else next(results)
            if isinstance(one, Input) and one not in self._kept:
                self._keep(one, result, began)
            checked.append(result)
        return checked

    def folders(self, paths: Iterable[str]) -> frozenset[Path]:
        """The folders in which a saved file may change the results of the last check; `paths` are those searched."""
        folders: set[Path] = {folder for path in paths for folder in _within(Path(path))}
        for kept in self._kept.values():
            settings = kept.checked.settings
            folders.update(file.parent for file in (*kept.stamps, *settings.lexicons, *settings.extended))
            folders.update(kept.stamps)  # those among them that are folders
            own = (settings.config, settings.baseline, *settings.extended)
            folders.update(file.parent for file in own if file is not None)
        here = Path.cwd()
        for one in self._inputs:
            # Where a configuration may turn up one day, as far as that is this project's.
            folders.update(place for place in (one.folder, *one.folder.parents) if place.is_relative_to(here))
        return frozenset(Path(os.path.realpath(folder)) for folder in folders if folder.is_dir())

    def _keep(self, one: Input, checked: Checked, began: int) -> None:
        stamps = {file: stamp(file) for file in _read_from(one, checked.result)}
        if all(not found or found[0] < began - _YOUNG_NS for found in stamps.values()):
            try:
                self._kept[one] = _Kept(checked, self._engines.for_(checked.settings), stamps)
            except BulletcoachError:
                return  # a broken lexicon, which the result says

    def _still_true(self, one: Input, configuration: Configuration) -> _Kept | None:
        """What is known of an input, if it would come out the same."""
        kept = self._kept.get(one)
        if kept is None or any(stamp(file) != known for file, known in kept.stamps.items()):
            return None
        try:
            settings = configuration.settings_for(one)
            same = settings == kept.checked.settings and self._engines.for_(settings) is kept.engine
        except BulletcoachError:
            return None
        return kept if same else None


def _read_from(one: Input, result: FileResult) -> set[Path]:
    """The files that a result was read from, and those that could have been read."""
    document = result.document
    files = {one.file} if one.file is not None else set()
    if document is not None:
        files.update(source.file for source in document.sources if source.file is not None)
        if document.format == "latex" and one.file is not None:
            files.update(_round_about(document, one.file))
    return files


def _round_about(document: Document, file: Path) -> Iterator[Path]:
    """The files that may be the document of a LaTeX file that is a part, or a part that is missing so far."""
    from bulletcoach.readers.latex.parts import is_root

    if is_root(document.source.text) and not document.notes:
        return
    folder = file.resolve().parent
    for place in (folder, *folder.parents[:_FOLDERS_UP]):
        yield place
        yield from place.glob("*.tex")
    yield from (place for place in folder.iterdir() if place.is_dir() and not place.name.startswith("."))


def _within(path: Path) -> Iterator[Path]:
    """A folder and those below it that are searched, or the folder of a file; if that is gone, what is left above."""
    if not path.is_dir():
        yield next((place for place in path.absolute().parents if place.is_dir()), Path())
        return
    for place, names, _ in os.walk(path):
        names[:] = [name for name in names if not name.startswith(".") and name not in file_words().passed]
        yield Path(place)
