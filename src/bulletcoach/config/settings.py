"""Settings: what holds for one file in the end, from its configuration file and the command line."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from bulletcoach.config.files import ConfigFile, find_config, load_config
from bulletcoach.config.options import AUTO, Options
from bulletcoach.errors import ConfigError
from bulletcoach.inputs.sizes import DEFAULT_MAX_SIZE, parse_size
from bulletcoach.model.finding import Severity
from bulletcoach.model.judgement import Profile
from bulletcoach.selection import ALL, Selection


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that can be set, settled.

    `level` is what reports show, None for what the format shows by itself. `fail_on` is the least severity that makes
    a check fail. `field` and `language` are None where they are to be found out. `config` is the configuration file
    used and `places` say where in it its keys stand, both for messages only. `input_format` is None where every file
    is read in its own. `max_size` is in bytes, 0 for no limit. `bullet_macros`, `entry_macros` and
    `latex_root` are about LaTeX files.
    """

    selection: Selection = field(default_factory=Selection)
    level: Severity | None = None
    fail_on: Severity = Severity.WARNING
    field: str | None = None
    language: str | None = None
    profile: Profile = Profile.PRIVATE
    lexicons: tuple[Path, ...] = ()
    input_format: str | None = None
    max_size: int = DEFAULT_MAX_SIZE
    bullet_macros: tuple[str, ...] = ()
    entry_macros: tuple[str, ...] = ()
    latex_root: Path | None = None
    config: Path | None = None
    places: tuple[tuple[str, str], ...] = ()

    def blame(self, key: str, error: ConfigError) -> ConfigError:
        """The error about the value of `key`, with file and line where a file set it."""
        place = dict(self.places).get(key)
        return ConfigError(f"{place}: {error}") if place else error


class Configuration:
    """Finds the settings for any folder: the options `given` on the command line over those of the nearest file.

    `config` names a file to use instead of looking for one; `isolated` uses none.
    """

    def __init__(self, given: Options | None = None, config: Path | None = None, isolated: bool = False) -> None:
        self._given = given or Options()
        self._config = config
        self._isolated = isolated
        self._by_folder: dict[Path, Settings] = {}
        self._by_file: dict[Path | None, Settings] = {}

    def settings(self, folder: Path) -> Settings:
        """The settings for files in `folder`. Raises ConfigError where its configuration file is broken."""
        if folder not in self._by_folder:
            self._by_folder[folder] = self._settings_of(self._file_for(folder))
        return self._by_folder[folder]

    def _file_for(self, folder: Path) -> Path | None:
        if self._config is not None or self._isolated:
            return self._config
        return find_config(folder)

    def _settings_of(self, path: Path | None) -> Settings:
        if path not in self._by_file:
            self._by_file[path] = settle(self._given, load_config(path) if path is not None else None)
        return self._by_file[path]


def settle(given: Options, file: ConfigFile | None = None) -> Settings:
    """The options `given` over those of the file.

    A given `select` sets the file's whole selection aside; otherwise a given `extend_select` and `ignore` add to the
    file's. Lexicons add up, the given ones last, so that their entries win.
    """
    read = file.options if file else Options()
    return Settings(
        selection=_selection(given, read),
        level=given.level or read.level,
        fail_on=given.fail_on or read.fail_on or Severity.WARNING,
        field=_known(given.field or read.field),
        language=_known(given.language or read.language),
        profile=given.profile or read.profile or Profile.PRIVATE,
        lexicons=tuple(Path(path) for path in (*read.lexicons, *given.lexicons)),
        input_format=_known(given.input_format or read.input_format),
        max_size=parse_size(given.max_size or read.max_size or str(DEFAULT_MAX_SIZE)),
        bullet_macros=read.latex.bullet_macros,
        entry_macros=read.latex.entry_macros,
        latex_root=Path(read.latex.root) if read.latex.root else None,
        config=file.path if file else None,
        places=_places(given, file) if file else (),
    )


def _selection(given: Options, read: Options) -> Selection:
    if given.select is not None:
        return Selection((*given.select, *given.extend_select), given.ignore)
    select = (ALL,) if read.select is None else read.select
    return Selection((*select, *read.extend_select, *given.extend_select), (*read.ignore, *given.ignore))


def _places(given: Options, file: ConfigFile) -> tuple[tuple[str, str], ...]:
    """`file:line` of the keys that only a run can check, where the file has the last word on them."""
    return tuple((key, file.place(key)) for key in ("field", "language") if not getattr(given, key))


def _known(choice: str | None) -> str | None:
    return None if choice == AUTO else choice
