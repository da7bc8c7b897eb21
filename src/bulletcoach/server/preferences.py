"""Preferences: what the editor's own settings say, which go before those of a configuration file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeVar

from msgspec import Struct

from bulletcoach.config import Options
from bulletcoach.errors import ConfigError
from bulletcoach.model.finding import Severity
from bulletcoach.model.judgement import Profile
from bulletcoach.rules import RULES
from bulletcoach.selection import parse_selectors
from bulletcoach.tomlfile import did_you_mean

SECTION = "bulletcoach"

T = TypeVar("T")


class Preferences(Struct, frozen=True):
    """The settings by the names that editors have them under; those that are not set are empty.

    `check` is whether all documents are checked, or only résumés. `config_file` is used instead of the nearest file.
    """

    check: str = "resumes"
    level: Severity | None = None
    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] = ()
    field: str | None = None
    profile: Profile | None = None
    language: str | None = None
    config_file: Path | None = None

    @property
    def options(self) -> Options:
        return Options(
            level=self.level, select=self.select, ignore=self.ignore, field=self.field, profile=self.profile,
            language=self.language,
        )  # fmt: skip


NAMES = {"configFile" if one == "config_file" else one: one for one in Preferences.__struct_fields__}


def parse_preferences(given: object, root: Path) -> tuple[Preferences, tuple[str, ...]]:
    """The preferences that a client gave, and a line for each setting that has to be left out.

    What is null is not set. `root` is the folder that paths are relative to.
    """
    if not isinstance(given, Mapping):
        return Preferences(), () if given is None else (f"the settings “{SECTION}” are no table",)
    found: dict[str, object] = {}
    wrong: list[str] = []
    for key, value in given.items():
        if value is None:
            continue
        try:
            if key not in NAMES:
                raise ValueError(f"there is no such setting{did_you_mean(str(key), list(NAMES))}")
            found[NAMES[key]] = _parsed(key, value, root)
        except (ConfigError, ValueError) as error:
            wrong.append(f"the setting “{SECTION}.{key}”: {error}")
    return Preferences(**found), tuple(wrong)  # type: ignore[arg-type]


def _parsed(key: str, value: object, root: Path) -> object:
    """One value as it is kept. Raises ValueError and ConfigError for a wrong one."""
    match key:
        case "check":
            return _one_of(("resumes", "all"), value, str)
        case "level":
            return _one_of(tuple(Severity), value, Severity)
        case "profile":
            return _one_of(tuple(Profile), value, Profile)
        case "select" | "ignore":
            names = [value] if isinstance(value, str) else value
            if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
                raise ValueError("a list of rules is wanted")
            return parse_selectors(names, RULES)
        case _:
            if not isinstance(value, str):
                raise ValueError("a text is wanted")
            if key == "configFile":
                return root / Path(value).expanduser() if value else None
            return value


def _one_of(choices: tuple[str, ...], value: object, kind: Callable[[str], T]) -> T:
    if value not in choices:
        raise ValueError(f"“{value}” is not one of {', '.join(choices)}")
    return kind(str(value))
