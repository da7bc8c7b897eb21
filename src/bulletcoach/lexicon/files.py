"""Where the shipped lexicons are, and how one lexicon file is read and checked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

from msgspec import Struct, field

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
from bulletcoach.lexicon.removal import REMOVABLE, Removal, without
from bulletcoach.tomlfile import TomlFile, did_you_mean


class LexiconFile(Struct, frozen=True):
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
    remove: tuple[Removal, ...] = ()


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
_TABLES = ("verbs", "field", "remove", *_ARRAYS)


def read_lexicons(own: Iterable[Path] = ()) -> tuple[list[LexiconFile], list[LexiconFile]]:
    """The shipped files and the user's `own`, each without what an own file after it removes.

    Raises LexiconError for a broken file, and for a word to remove that is not there.
    """
    shipped = _shipped_files()
    files = list(shipped)
    for path in own:
        file = read_lexicon_file(path)
        files = [*(without(files, file) if file.remove else files), file]
    return files[: len(shipped)], files[len(shipped) :]


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
        elif key == "remove":
            content["remove"] = tuple(_removals(source, value))
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


def _removals(source: TomlFile, table: object) -> Iterator[Removal]:
    if not isinstance(table, dict):
        raise source.fail(("remove",), "[remove] must be a table of lists")
    for name, words in table.items():
        if name not in REMOVABLE:
            message = (
                f"nothing can be removed from “{name}”{did_you_mean(name, REMOVABLE)}; from {', '.join(REMOVABLE)}"
            )
            raise source.fail(("remove", name), message)
        if not isinstance(words, list) or not all(isinstance(word, str) for word in words):
            raise source.fail(("remove", name), f"“{name}” must be a list of words")
        yield from (Removal(name, word, f"{source.path}:{source.line_of(('remove', name))}") for word in words)


@cache
def _shipped_files() -> tuple[LexiconFile, ...]:
    """The files that come with the package: they stay as they are, and reading them takes its time."""
    return tuple(read_lexicon_file(path) for path in sorted(shipped_lexicons().rglob("*.toml")))


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
