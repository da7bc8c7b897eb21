"""Configuration: the settings for any file, from the nearest configuration file and the command line."""

from __future__ import annotations

from pathlib import Path

from bulletcoach.config.file_patterns import named_by
from bulletcoach.config.files import config_in, load_config
from bulletcoach.config.layers import Layer
from bulletcoach.config.options import Options
from bulletcoach.config.settings import Settings, settle
from bulletcoach.errors import ConfigError
from bulletcoach.inputs import Input


class Configuration:
    """Finds the settings for any folder: the options `given` on the command line over those of the nearest file.

    `config` names a file to use instead of looking for one; `isolated` uses none. What was read is kept: make a new one
    to see files that have changed since.
    """

    def __init__(self, given: Options | None = None, config: Path | None = None, isolated: bool = False) -> None:
        self._given = Layer.given(given or Options())
        self._config = config
        self._isolated = isolated
        self._files: dict[Path, Path | None] = {}
        self._settings: dict[Path | None, Settings | ConfigError] = {}

    def settings(self, folder: Path) -> Settings:
        """The settings for files in `folder`. Raises ConfigError where its configuration file is broken."""
        file = self._file_for(folder)
        if file not in self._settings:
            try:
                self._settings[file] = settle(*self._layers_of(file))
            except ConfigError as error:
                self._settings[file] = error
        known = self._settings[file]
        if isinstance(known, ConfigError):
            raise known
        return known

    def settings_for(self, found: Input) -> Settings:
        """The settings for one file, with what is set for it alone. Raises ConfigError as `settings` does."""
        return self.settings(found.folder).for_file(found.place)

    def layers(self, folder: Path) -> tuple[Layer, ...]:
        """What the settings for `folder` come from, the farthest first. Raises ConfigError as `settings` does."""
        return self._layers_of(self._file_for(folder))

    def excluded_by(self, path: Path, *, is_folder: bool = False, above: bool = False) -> str | None:
        """Where a pattern is set that excludes `path`, an absolute one; with `above` also by a folder that it lies in.

        A broken configuration file excludes nothing: it is complained about with the files that it holds for.
        """
        try:
            exclude = self.settings(path.parent).exclude
        except ConfigError:
            return None
        return named_by(exclude, path, is_folder=is_folder, above=above) if exclude else None

    def _file_for(self, folder: Path) -> Path | None:
        if self._config is not None or self._isolated:
            return self._config
        if folder not in self._files:
            above = folder.parent
            self._files[folder] = config_in(folder) or (None if above == folder else self._file_for(above))
        return self._files[folder]

    def _layers_of(self, file: Path | None) -> tuple[Layer, ...]:
        return (*(load_config(file) if file is not None else ()), self._given)
