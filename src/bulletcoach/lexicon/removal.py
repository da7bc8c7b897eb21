"""Removal: a user's lexicon file takes words out of those before it.

    [remove]
    verbs = ["yodel"]
    opener = ["in charge of"]
    wording = ["passionate"]

The keys are the names of tables. A verb's lemma, an opener's phrase, a KPI's or role's id stands for the whole entry;
any other word an entry lists is taken from its list, and an entry with nothing left in its lists goes. A word goes from
every entry of the table that has it. What the file itself adds is added afterwards, so that it can change an entry.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from msgspec import Struct
from msgspec.structs import replace

from bulletcoach.errors import LexiconError

if TYPE_CHECKING:
    from bulletcoach.lexicon.files import LexiconFile, Removal


class _Table(Struct, frozen=True):
    """By which attributes an entry is known as a whole, and which lists of words it has."""

    whole: tuple[str, ...] = ()
    lists: tuple[str, ...] = ()


# Units, blanks, questions, languages and families are not here: the program itself asks for them by their ids.
_TABLES = {
    "opener": _Table(("phrase",), ("also",)),
    "upgrade": _Table(("to",), ("verbs",)),
    "wording": _Table(lists=("phrases",)),
    "decoy": _Table(lists=("words",)),
    "number": _Table(lists=("words",)),
    "heading": _Table(lists=("titles",)),
    "term": _Table(lists=("words",)),
    "macro": _Table(lists=("names",)),
    "kpi": _Table(("id", "name"), ("abbr", "aliases", "maybe")),
    "vanity": _Table(lists=("kpis",)),
    "role": _Table(("id",), ("titles",)),
    "object": _Table(lists=("words",)),
    "yardstick": _Table(lists=("verbs",)),
    "level": _Table(lists=("verbs",)),
    "routine": _Table(("verb",)),
    "tool": _Table(lists=("names",)),
}
REMOVABLE = ("verbs", *_TABLES)
_NEAR = 70  # of 100: how alike a word must be to be offered in the place of one that is not there


def without(files: Sequence[LexiconFile], remover: LexiconFile) -> list[LexiconFile]:
    """The files without what `remover` removes: from a field's own file that field's packs alone lose words.

    Raises LexiconError for a word that is not there, naming the nearest one.
    """
    field = remover.about.id if remover.about else None
    left = list(files)
    for removal in remover.remove:
        concerned = [n for n, file in enumerate(left) if field is None or (file.about and file.about.id == field)]
        known = dict.fromkeys(word for n in concerned for word in _words(files[n], removal.table))
        if all(_key(word, removal.table) != _key(removal.word, removal.table) for word in known):
            message = f"there is no “{removal.word}” to remove from “{removal.table}”{_nearest(removal.word, known)}"
            raise LexiconError(f"{removal.place}: {message}")
        try:
            for n in concerned:
                left[n] = _file_without(left[n], removal)
        except ValueError as error:
            raise LexiconError(f"{removal.place}: “{removal.word}” cannot be removed: {error}") from None
    return left


def _nearest(word: str, known: Iterable[str]) -> str:
    from rapidfuzz import fuzz, process, utils

    # Of whole words: parts of them are alike in too many.
    best = process.extractOne(word, list(known), scorer=fuzz.ratio, processor=utils.default_process, score_cutoff=_NEAR)
    return f"; did you mean “{best[0]}”?" if best else ""


def _words(file: LexiconFile, table: str) -> Iterator[str]:
    """Everything that can be removed from a table."""
    if table == "verbs":
        yield from file.verbs
        return
    kind = _TABLES[table]
    for entry in getattr(file, table):
        yield from (getattr(entry, name) for name in kind.whole)
        for name in kind.lists:
            yield from getattr(entry, name)


def _file_without(file: LexiconFile, removal: Removal) -> LexiconFile:
    table, key = removal.table, _key(removal.word, removal.table)
    if table == "verbs":
        return replace(file, verbs={lemma: entry for lemma, entry in file.verbs.items() if _key(lemma, table) != key})
    entries = getattr(file, table)
    kept = tuple(left for entry in entries if (left := _left(entry, table, key)) is not None)
    if table == "kpi":
        kept = tuple(_unreferring(kept, {entry.id for entry in entries} - {entry.id for entry in kept}))
    changed: dict[str, Any] = {table: kept}
    return replace(file, **changed)


def _left(entry: Any, table: str, key: str) -> Any | None:
    """What is left of an entry without a word; None where that is nothing. Raises ValueError where it needs it."""
    kind = _TABLES[table]
    if any(_key(getattr(entry, name), table) == key for name in kind.whole):
        return None
    lists = {name: _list_without(getattr(entry, name), table, key) for name in kind.lists}
    if all(len(words) == len(getattr(entry, name)) for name, words in lists.items()):
        return entry
    if not kind.whole and not any(lists.values()):
        return None
    try:
        return replace(entry, **lists)
    except ValueError:
        if any(lists.values()):
            raise
        return None  # it says itself that it needs a word


def _list_without(words: Any, table: str, key: str) -> Any:
    if isinstance(words, dict):
        return {word: value for word, value in words.items() if _key(word, table) != key}
    return tuple(word for word in words if _key(word, table) != key)


def _unreferring(kpis: Iterable[Any], gone: set[str]) -> Iterator[Any]:
    """KPIs that are not reported as one that is gone."""
    for kpi in kpis:
        counted = None if kpi.counted_as in gone else kpi.counted_as
        done = None if kpi.done_as in gone else kpi.done_as
        yield (
            kpi if (counted, done) == (kpi.counted_as, kpi.done_as) else replace(kpi, counted_as=counted, done_as=done)
        )


def _key(word: str, table: str) -> str:
    """What two spellings of a word have in common: case does not count but in the names of commands."""
    return word.strip() if table == "macro" else word.strip().lower()
