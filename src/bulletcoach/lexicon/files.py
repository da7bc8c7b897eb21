"""Where the shipped lexicons are, and how one lexicon file is read and checked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from bulletcoach.errors import LexiconError
from bulletcoach.lexicon.field import (
    FamilyEntry,
    FieldEntry,
    KpiEntry,
    LevelEntry,
    ObjectEntry,
    RoleEntry,
    RoutineEntry,
    ToolEntry,
    VanityEntry,
    YardstickEntry,
)
from bulletcoach.lexicon.records import (
    BlankEntry,
    DecoyEntry,
    HeadingEntry,
    LanguageEntry,
    MacroEntry,
    NumberEntry,
    OpenerEntry,
    QuestionEntry,
    TermEntry,
    UnitEntry,
    UpgradeEntry,
    VerbEntry,
    WordingEntry,
)
from bulletcoach.tomlfile import TomlFile, did_you_mean


@dataclass(frozen=True, slots=True)
class LexiconFile:
    """The content of one lexicon file. Its attributes are the tables that such a file may hold."""

    path: str
    verbs: dict[str, VerbEntry] = field(default_factory=dict)
    opener: tuple[OpenerEntry, ...] = ()
    upgrade: tuple[UpgradeEntry, ...] = ()
    wording: tuple[WordingEntry, ...] = ()
    blank: tuple[BlankEntry, ...] = ()
    question: tuple[QuestionEntry, ...] = ()
    unit: tuple[UnitEntry, ...] = ()
    decoy: tuple[DecoyEntry, ...] = ()
    number: tuple[NumberEntry, ...] = ()
    heading: tuple[HeadingEntry, ...] = ()
    term: tuple[TermEntry, ...] = ()
    language: tuple[LanguageEntry, ...] = ()
    macro: tuple[MacroEntry, ...] = ()
    about: FieldEntry | None = None
    kpi: tuple[KpiEntry, ...] = ()
    vanity: tuple[VanityEntry, ...] = ()
    role: tuple[RoleEntry, ...] = ()
    family: tuple[FamilyEntry, ...] = ()
    object: tuple[ObjectEntry, ...] = ()
    yardstick: tuple[YardstickEntry, ...] = ()
    level: tuple[LevelEntry, ...] = ()
    routine: tuple[RoutineEntry, ...] = ()
    tool: tuple[ToolEntry, ...] = ()


_ARRAYS: dict[str, type[Any]] = {
    "opener": OpenerEntry,
    "upgrade": UpgradeEntry,
    "wording": WordingEntry,
    "blank": BlankEntry,
    "question": QuestionEntry,
    "unit": UnitEntry,
    "decoy": DecoyEntry,
    "number": NumberEntry,
    "heading": HeadingEntry,
    "term": TermEntry,
    "language": LanguageEntry,
    "macro": MacroEntry,
    "kpi": KpiEntry,
    "vanity": VanityEntry,
    "role": RoleEntry,
    "family": FamilyEntry,
    "object": ObjectEntry,
    "yardstick": YardstickEntry,
    "level": LevelEntry,
    "routine": RoutineEntry,
    "tool": ToolEntry,
}
_TABLES = ("verbs", "field", *_ARRAYS)


def read_lexicon_file(path: Path) -> LexiconFile:
    """Read and validate one file. Raises LexiconError that names file, line and, for a typo, the nearest valid word."""
    source = TomlFile.read(path, LexiconError)
    content: dict[str, Any] = {}
    for key, value in source.data.items():
        if key not in _TABLES:
            raise source.fail((key,), f"unknown table “{key}”{did_you_mean(key, _TABLES)}")
        if key == "verbs":
            content["verbs"] = _verbs(source, value)
        elif key == "field":
            content["about"] = source.build(FieldEntry, value, (key,))
        else:
            content[key] = tuple(_entries(source, key, value))
    return LexiconFile(str(path), **content)


def _verbs(source: TomlFile, table: object) -> dict[str, VerbEntry]:
    if not isinstance(table, dict):
        raise source.fail(("verbs",), "[verbs] must be a table of verbs")
    return {lemma: source.build(VerbEntry, entry, ("verbs", lemma)) for lemma, entry in table.items()}


def _entries(source: TomlFile, key: str, array: object) -> Iterator[Any]:
    if not isinstance(array, list):
        raise source.fail((key,), f"write [[{key}]], with double brackets: there may be several")
    for number, table in enumerate(array):
        yield source.build(_ARRAYS[key], table, (key, number))


@cache
def shipped_lexicons() -> Path:
    """The folder of the lexicons that come with the package.

    In a wheel they lie inside the package; in a source tree (and an editable install, which a wheel's force-include
    does not reach) at the top of the tree. Raises LexiconError where neither is there.
    """
    package = Path(__file__).resolve().parents[1]
    for folder in (package / "lexicons", package.parents[1] / "lexicons"):
        if (folder / "verbs.toml").is_file():
            return folder
    raise LexiconError(f"the lexicons are missing beside {package}; install bulletcoach again")
