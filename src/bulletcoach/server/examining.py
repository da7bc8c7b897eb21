"""Examining: what the engine makes of an open document, off the main loop."""

from __future__ import annotations

import traceback
from pathlib import Path

from msgspec import Struct, field
from msgspec.structs import replace

from bulletcoach.baseline import Sieve
from bulletcoach.config import Configuration, Settings
from bulletcoach.engine import Engine
from bulletcoach.errors import BulletcoachError, InputError
from bulletcoach.inputs import Input
from bulletcoach.inputs.sizes import size_text
from bulletcoach.model.result import FileResult
from bulletcoach.run import Checked, Engines
from bulletcoach.server.opened import Opened
from bulletcoach.server.preferences import Preferences
from bulletcoach.server.resumes import is_resume


class Examined(Struct, frozen=True):
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
    """Examines documents one after the other. The model is loaded once; configuration files are looked at each time,
    as there are editors that do not tell when one was saved.

    `root` is the folder whose configuration holds for documents that lie nowhere. None of this is safe to be called by
    several threads at a time.
    """

    def __init__(self, preferences: Preferences, root: Path, engines: Engines | None = None) -> None:
        self.preferences = preferences
        self.root = root
        self._engines = engines or Engines()

    def anew(self, preferences: Preferences) -> Examiner:
        """One with other preferences and the same model."""
        return Examiner(preferences, self.root, self._engines)

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
        configuration = Configuration(self.preferences.options, self.preferences.config_file)
        place = (
            Input(opened.name, opened.file) if opened.file is not None else Input(str(self.root / opened.name), None)
        )
        if configuration.excluded_by(place.place, above=True) is not None:
            return Examined(opened)
        format = opened.format(source)
        if self.preferences.check != "all" and not is_resume(opened, format):
            return Examined(opened)
        settings = configuration.settings_for(place)
        if settings.max_size and len(source.data) > settings.max_size:
            limit = size_text(settings.max_size, "g")
            return Examined(opened, settings, hindrance=f"{opened.name} is larger than {limit} (max-size): not checked")
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
