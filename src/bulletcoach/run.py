"""A run over many inputs, each with the settings that hold where it lies."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from bulletcoach.config import Configuration, Settings
from bulletcoach.engine import Engine
from bulletcoach.errors import BulletcoachError
from bulletcoach.inputs import Input, InputProblem, read_input, without_parts
from bulletcoach.lexicon.lexicon import load_lexicon
from bulletcoach.model.result import FileResult

if TYPE_CHECKING:
    from bulletcoach.caching import Store

Stamp = tuple[int, ...]


class Checked(Struct, frozen=True):
    """The result for one file, and the settings that it was checked with; `fixed` findings in
    `fixed_files` files (a LaTeX résumé has several) were put right before."""

    result: FileResult
    settings: Settings
    fixed: int = 0
    fixed_files: int = 0


class _Task(Struct, frozen=True):
    found: Input | InputProblem
    settings: Settings


def run(
    inputs: Iterable[Input | InputProblem], configuration: Configuration, engines: Engines | None = None
) -> Iterator[Checked]:
    """Check every input, in order. Files with the same settings in a row are analysed together.

    A LaTeX file that another one of the inputs includes is checked with that one, and not again by itself. Who checks
    more than once keeps the `engines`, with the language model and what it has read.
    """
    engines = engines or Engines()
    tasks = (_task(found, configuration) for found in without_parts(inputs))
    for settings, group in groupby(tasks, key=lambda task: task.settings):
        found = (task.found for task in group)
        try:
            engine = engines.for_(settings)
        except BulletcoachError as error:
            errors = (str(error),)
            results: Iterator[FileResult] = (FileResult(one.path, errors=errors) for one in found)
        else:
            engines.rest(but=engine)
            limit = settings.max_size
            sources = (read_input(one, limit) if isinstance(one, Input) else one for one in found)
            results = engine.check(sources, settings)
        yield from (Checked(result, settings) for result in results)


def _task(found: Input | InputProblem, configuration: Configuration) -> _Task:
    if isinstance(found, Input):
        try:
            return _Task(found, configuration.settings_for(found))
        except BulletcoachError as error:
            return _Task(InputProblem(found.path, str(error)), Settings())
    return _Task(found, Settings())


class Engines:
    """An engine for each set of lexicons, so that files which share them share the model and what it has read.

    `store` is where the engines keep what they need not find out again in the next run; None keeps nothing. `jobs` is
    how many processes they may use for the bullets of many files, None as many as pay off; then they are to be closed.
    """

    def __init__(self, store: Store | None = None, jobs: int | None = 1) -> None:
        self._store = store
        self._jobs = jobs
        self._engines: dict[tuple[Path, ...], tuple[tuple[Stamp, ...], Engine]] = {}

    def for_(self, settings: Settings) -> Engine:
        """The engine for these settings, a new one where a lexicon was saved. Raises LexiconError for a broken one."""
        stamps = tuple(map(stamp, settings.lexicons))
        known = self._engines.get(settings.lexicons)
        if known is None or known[0] != stamps:
            engine = Engine(load_lexicon(settings.lexicons, self._store), self._store, self._jobs)
            if known is not None:
                known[1].close()
            known = self._engines[settings.lexicons] = stamps, engine
        return known[1]

    def rest(self, but: Engine) -> None:
        """End the processes of all other engines: they are started again where they are needed."""
        for _, engine in self._engines.values():
            if engine is not but:
                engine.close()

    def close(self) -> None:
        """End the processes that the engines have started."""
        for _, engine in self._engines.values():
            engine.close()


def stamp(file: Path) -> Stamp:
    """What changes whenever a file is saved; empty where there is none."""
    try:
        found = file.stat()
    except (OSError, ValueError):
        return ()
    return found.st_mtime_ns, found.st_size, found.st_ino
