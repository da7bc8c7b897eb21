"""Files: each fixed in memory, and written once when nothing is left to fix."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from bulletcoach.editing import write
from bulletcoach.engine import Engine
from bulletcoach.errors import BulletcoachError, EditError
from bulletcoach.fixing.choosing import fixable
from bulletcoach.fixing.rounds import mended
from bulletcoach.model.document import Source
from bulletcoach.model.result import FileResult
from bulletcoach.run import Checked, Engines


class Change(Struct, frozen=True):
    """A source as it was and as it is."""

    before: Source
    after: Source


class Fixed(Struct, frozen=True):
    """What became of one input: what remains, which sources have changed (those of standard input only in memory), why
    fixes were not made, and what could not be written."""

    checked: Checked
    changes: tuple[Change, ...] = ()
    notes: tuple[str, ...] = ()
    errors: tuple[str, ...] = ()


class FixedFiles:
    """Fixes the files of one run. With `dry` nothing is written.

    `sift` takes out of a result the findings that are not to be fixed. A part that several LaTeX files read in is
    fixed with the first, and read as it is from then on.
    """

    def __init__(
        self, engines: Engines, *, unsafe: bool, dry: bool, sift: Callable[[Checked], Checked] = lambda one: one
    ) -> None:
        self._engines = engines
        self._unsafe = unsafe
        self._dry = dry
        self._sift = sift
        self._done: dict[Path, Source] = {}

    def of(self, results: Iterable[Checked]) -> Iterator[Fixed]:
        """Every file of a run, in order, fixed."""
        for one in results:
            document = one.result.document
            if document is None or one.result.errors or not one.result.bullets:
                yield Fixed(one)
            elif not document.source.encoding:
                yield Fixed(one, notes=self._unchangeable(one))
            else:
                try:
                    yield self._fixed(one, self._engines.for_(one.settings))
                except BulletcoachError as error:
                    yield Fixed(one, errors=(str(error),))

    def _unchangeable(self, one: Checked) -> tuple[str, ...]:
        """What to say of a file that is no text."""
        count = len(fixable(self._sift(one).result.findings, unsafe=self._unsafe))
        if not count or one.result.document is None:
            return ()
        fixes = "1 fix was" if count == 1 else f"{count} fixes were"
        kind = one.result.document.format.upper()
        return (f"{one.result.path}: a {kind} file cannot be changed in place; {fixes} not made",)

    def _fixed(self, one: Checked, engine: Engine) -> Fixed:
        """A file that is text, fixed. Raises BulletcoachError for what is wrong with a part of it."""
        one = self._as_it_is_now(one, engine)
        done = mended(
            engine,
            one.settings,
            one.result,
            unsafe=self._unsafe,
            sift=lambda result: self._sift(replace(one, result=result)).result,
        )
        before, after = _sources(one.result), _sources(done.result)
        changes = {
            number: Change(*pair) for number, pair in enumerate(zip(before, after, strict=True)) if _differ(*pair)
        }
        refused = {} if self._dry else _write(changes)
        for number, change in changes.items():
            if number not in refused and change.after.file is not None:
                self._done[change.after.file.resolve()] = change.after
        kept = tuple(change for number, change in changes.items() if number not in refused)
        checked = replace(one, result=done.result, fixed=done.fixed.total(), fixed_files=len(kept))
        if refused:
            checked = self._as_it_is_now(one, engine, force=True)
            count = sum(fixed for number, fixed in done.fixed.items() if number not in refused)
            checked = replace(checked, fixed=count, fixed_files=len(kept))
        return Fixed(checked, kept, done.notes, tuple(refused.values()))

    def _as_it_is_now(self, one: Checked, engine: Engine, *, force: bool = False) -> Checked:
        """The file as it is after what this run has written; it was read before that."""
        sources = _sources(one.result)
        now = [self._done.get(source.file.resolve(), source) if source.file else source for source in sources]
        if not force and not any(map(_differ, sources, now)):
            return one
        document = engine.read(now[0], one.settings, self._done)
        return replace(one, result=engine.check_read(document, one.settings))


def _sources(result: FileResult) -> tuple[Source, ...]:
    return result.document.sources if result.document else ()


def _differ(one: Source, other: Source) -> bool:
    return one.data != other.data


def _write(changes: Mapping[int, Change]) -> dict[int, str]:
    """Write the changed files, but for standard input. Why those that could not be written were not, by number."""
    refused: dict[int, str] = {}
    for number, change in changes.items():
        if change.before.file is not None:
            try:
                write(change.before, change.after, backup=False)
            except EditError as error:
                refused[number] = str(error)
    return refused
