"""Examining: what the engine makes of an open document, off the main loop."""

from __future__ import annotations

import traceback
from dataclasses import dataclass, field, replace
from pathlib import Path

from bulletcoach.baseline import Sieve
from bulletcoach.config import Configuration, Settings
from bulletcoach.engine import Engine
from bulletcoach.errors import BulletcoachError, InputError
from bulletcoach.inputs import Input
from bulletcoach.model.result import FileResult
from bulletcoach.run import Checked, Engines
from bulletcoach.server.opened import Opened
from bulletcoach.server.preferences import Preferences
from bulletcoach.server.resumes import is_resume


@dataclass(frozen=True, slots=True)
class Examined:
    """What came of one version of a document.

    `result` is None where there is nothing to say of it: it is no résumé, or cannot be read as it stands. `hindrance`
    is what the user has to mend first, in one line: a configuration, a lexicon, the language model. `fault` is the
    traceback of a fault of ours.
    """

    opened: Opened
    settings: Settings = field(default_factory=Settings)
    result: FileResult | None = None
    hindrance: str = ""
    fault: str = ""


class Examiner:
    """Examines documents one after the other. The model and the configuration files are loaded once.

    `root` is the folder whose configuration holds for documents that lie nowhere. None of this is safe to be called by
    several threads at a time.
    """

    def __init__(self, preferences: Preferences, root: Path, engines: Engines | None = None) -> None:
        self.preferences = preferences
        self.root = root
        self._engines = engines or Engines()
        self._configuration = Configuration(preferences.options, preferences.config_file)

    def anew(self, preferences: Preferences | None = None) -> Examiner:
        """Another one, which reads configuration files again and keeps the model."""
        return Examiner(preferences or self.preferences, self.root, self._engines)

    def engine(self, examined: Examined) -> Engine:
        """The engine that a document was examined with. Raises LexiconError where its lexicons are broken by now."""
        return self._engines.for_(examined.settings)

    def examine(self, opened: Opened) -> Examined:
        """What there is to say of a document. Never raises: one document's fault must not end the server."""
        try:
            return self._examine(opened)
        except InputError:
            return Examined(opened)  # half-written JSON, say: the editor's own support tells more of it
        except BulletcoachError as error:
            return Examined(opened, hindrance=str(error))
        except Exception:
            return Examined(opened, fault=traceback.format_exc())

    def _examine(self, opened: Opened) -> Examined:
        source = opened.source()
        place = (
            Input(opened.name, opened.file) if opened.file is not None else Input(str(self.root / opened.name), None)
        )
        if self._configuration.excluded_by(place.place, above=True) is not None:
            return Examined(opened)
        format = opened.format(source)
        if self.preferences.check != "all" and not is_resume(opened, format):
            return Examined(opened)
        settings = self._configuration.settings_for(place)
        if settings.input_format is None:
            settings = replace(settings, input_format=format)
        result = self._engines.for_(settings).check_one(source, settings)
        sifted = sift(result, settings)
        if sifted.errors:
            return Examined(opened, settings, hindrance=sifted.errors[0])
        return Examined(opened, settings, sifted)


def sift(result: FileResult, settings: Settings) -> FileResult:
    """The result without what a baseline knows; with an error where that is broken."""
    return Sieve().sift(Checked(result, settings)).result
