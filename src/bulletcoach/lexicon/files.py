"""How one lexicon file is read and checked."""

# Annotations are no texts here: whoever decodes what was kept would have to evaluate each of them at every start.
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from msgspec import Struct, ValidationError, convert, field
from msgspec.structs import replace

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


class Removal(Struct, frozen=True):
    """A word to take out of a table of the files before (see removal.py); `place` is `file:line` of the wish."""

    table: str
    word: str
    place: str


class LexiconFile(Struct, frozen=True, rename={"about": "field"}, forbid_unknown_fields=True, omit_defaults=True):
    """The content of one lexicon file. Its attributes are the tables that such a file may hold.

    `digest` is the SHA-256 of its bytes, in hexadecimal.
    """

    path: str = ""
    digest: str = ""
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
# What is built without a look at where it stands in the file.
_CONVERTED = frozenset(_TABLES) - {"remove"}


def read_lexicon_file(path: Path) -> LexiconFile:
    """Read and validate one file. Raises LexiconError that names file, line and, for a typo, the nearest valid word."""
    from hashlib import sha256  # 3 ms, which who has them from a store does not wait for

    source = TomlFile.read(path, LexiconError)
    file = _converted(source) or _checked(source)
    return replace(file, path=str(path), digest=sha256(source.text.encode()).hexdigest())


def _converted(source: TomlFile) -> LexiconFile | None:
    """The content of a correct file, in a twentieth of the time that telling its mistakes takes; None for another."""
    if not source.data.keys() <= _CONVERTED:
        return None
    try:
        return convert(source.data, LexiconFile)
    except ValidationError:
        return None


def _checked(source: TomlFile) -> LexiconFile:
    """The content, table by table. Raises LexiconError for the first mistake."""
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
    return LexiconFile(**content)


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
    from bulletcoach.lexicon.removal import REMOVABLE  # few files take words out of others

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
