"""The manuscript: the résumé that is being worked on, judged anew after every change, and written if that is wanted."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from bulletcoach.config import Settings
from bulletcoach.editing import apply, diff, verified, write
from bulletcoach.engine import Engine
from bulletcoach.errors import EditError
from bulletcoach.model.document import Source
from bulletcoach.model.judgement import Judged
from bulletcoach.model.result import FileResult


class Trial(Struct, frozen=True):
    """A bullet with a new text, judged in its place. Where the text cannot be written there, `hindrance` says why, and
    the bullet was judged alone; `judged` is None where it could not be judged at all."""

    judged: Judged | None
    source: Source | None = None
    result: FileResult | None = None
    hindrance: str = ""


class Manuscript:
    """A résumé, changed one bullet at a time.

    With `keep` nothing is written: the changes are made in memory only. With `backup` the file as it was is kept beside
    the new one, once. Raises what Engine.check_one raises.
    """

    def __init__(self, source: Source, engine: Engine, settings: Settings, *, backup: bool, keep: bool) -> None:
        self.lexicon = engine.lexicon
        self.keep = keep
        self._engine = engine
        self._settings = settings
        self._wants_backup = backup
        self._first = source
        self.source = source
        self.result = self._engine.check_one(source, settings)
        self.backup: Path | None = None
        self._trials: dict[tuple[int, str], Trial] = {}

    @property
    def path(self) -> str:
        return self.source.path

    def tried(self, number: int, text: str) -> Trial:
        """What the bullet would be with this text. Nothing is changed."""
        if (number, text) not in self._trials:
            self._trials[number, text] = self._try(number, text)
        return self._trials[number, text]

    def put(self, number: int, text: str) -> bool:
        """Give the bullet this text, in the file at once; False where it cannot be written there (see Trial.hindrance).

        Raises EditError where the file was changed by someone else, or cannot be written.
        """
        trial = self.tried(number, text)
        if trial.source is None or trial.result is None:
            return False
        if not self.keep:
            kept = write(self.source, trial.source, backup=self._wants_backup and self.backup is None)
            self.backup = self.backup or kept
        self.source, self.result = trial.source, trial.result
        self._trials.clear()
        return True

    def diff(self) -> str:
        """All changes so far, as a unified diff."""
        return diff(self._first, self.source)

    def _try(self, number: int, text: str) -> Trial:
        assert self.result.document is not None
        try:
            reread = partial(self._engine.read, settings=self._settings)
            after = apply(self.source, verified(self.result.document, {number: text}, reread))
        except EditError as error:
            return Trial(self._alone(text), hindrance=str(error))
        result = self._engine.check_one(after, self._settings)
        judged = next((bullet for bullet in result.bullets if bullet.number == number), None)
        return Trial(judged, after, result)

    def _alone(self, text: str) -> Judged | None:
        """The bullet judged by itself. The verdict needs nothing of its surroundings but the field of work."""
        source = Source(self.path, text.encode(), f"- {text}\n")
        result = self._engine.check_one(source, replace(self._settings, input_format="text"))
        return result.bullets[0] if result.bullets else None
