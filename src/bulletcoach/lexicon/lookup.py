"""Look-up for people: what the lexicons know of a word or phrase, in words, and in which file it stands."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import Enum
from pathlib import Path
from typing import Any

from msgspec import Struct
from msgspec.structs import asdict, fields, replace

from bulletcoach.lexicon.files import LexiconFile
from bulletcoach.lexicon.phrases import singular, words_of
from bulletcoach.lexicon.records import VerbEntry
from bulletcoach.lexicon.shipped import read_lexicons, shipped_lexicons
from bulletcoach.model.facts import Act, Claim, Form, MarkKind, Strength

_INFLECTIONS = (Form.THIRD, Form.PAST, Form.PARTICIPLE, Form.GERUND)
_FORM_NAMES = {Form.BASE: "base form", Form.THIRD: "third person", Form.PARTICIPLE: "past participle"}
_MOST_ITEMS = 8
_MEANINGS: dict[Enum, str] = {
    Act.RESULT: "something is different now",
    Act.MAKE: "something exists now that did not",
    Act.ROUTINE: "work that is done again and again",
    Act.VAGUE: "no act that could be named",
    Strength.STRONG: "says what was done",
    Strength.PLAIN: "neutral",
    Strength.WEAK: "hides the act",
    Claim.OWN: "the writer's own act",
    Claim.LEAD: "the act of people whom the writer led",
    Claim.SHARE: "an act shared with others",
    Claim.SUPPORT: "someone else's act, supported",
}


class Sense(Struct, frozen=True):
    """One thing that is known of a word: what it is, and the particulars."""

    headline: str
    lines: tuple[str, ...]


class _Kind(Struct, frozen=True):
    """How the entries of one table are looked up: what to call one, and the words that it goes by."""

    name: str
    words: Callable[[Any], Iterable[str]]


_KINDS: dict[str, _Kind] = {
    "kpi": _Kind("a KPI", lambda entry: (entry.id, entry.name, *entry.abbr, *entry.aliases, *entry.maybe)),
    "opener": _Kind("a stock opener", lambda entry: (entry.phrase, *entry.also)),
    "wording": _Kind("marked wording", lambda entry: entry.phrases),
    "unit": _Kind("a unit", lambda entry: (entry.id, *entry.words, *entry.signs)),
    "decoy": _Kind("beside numbers that measure nothing", lambda entry: entry.words),
    "number": _Kind("a number word", lambda entry: entry.words),
    "heading": _Kind("a heading", lambda entry: entry.titles),
    "term": _Kind("a word that readers know", lambda entry: entry.words),
    "role": _Kind("a job title", lambda entry: (entry.id, *entry.titles)),
    "object": _Kind("something that people work on", lambda entry: entry.words),
    "routine": _Kind("a routine verb", lambda entry: (entry.verb,)),
    "tool": _Kind("a name", lambda entry: entry.names),
}


# The tables whose entries have a key, under which a later file's takes the place of an earlier one's.
_KEYS = {"kpi": "id", "opener": "phrase", "unit": "id", "routine": "verb"}


def read_all(own: Iterable[Path] = ()) -> list[LexiconFile]:
    """The shipped lexicon files and the user's own, each by itself, without what a later one removes or replaces.

    Raises LexiconError for a broken one.
    """
    shipped, mine = read_lexicons(own)
    files = [*shipped, *mine]
    return [_without_replaced(file, files[number + 1 :]) for number, file in enumerate(files)]


def _without_replaced(file: LexiconFile, later: Sequence[LexiconFile]) -> LexiconFile:
    """The file without the entries of which a later one has another."""
    lemmas = {lemma for each in later for lemma in each.verbs}
    verbs = {lemma: entry for lemma, entry in file.verbs.items() if lemma not in lemmas}
    left: dict[str, Any] = {}
    for table, key in _KEYS.items():
        keys = {getattr(entry, key) for each in later for entry in getattr(each, table)}
        left[table] = tuple(entry for entry in getattr(file, table) if getattr(entry, key) not in keys)
    return replace(file, verbs=verbs, **left)


def look_up(phrase: str, files: Iterable[LexiconFile]) -> Iterator[Sense]:
    """Everything that the files know of a word or phrase, whatever its case, hyphens and plural."""
    key = _key(phrase)
    files = list(files)
    for file in files:
        for lemma, verb in file.verbs.items():
            forms = [form for word, form in _spelled(lemma, verb) if _key(word) == key]
            if forms:
                names = " or ".join(_FORM_NAMES.get(form, form.value) for form in forms)
                yield Sense(f"“{phrase}” is the {names} of the verb “{lemma}”", tuple(_particulars(verb, file)))
    for table, kind in _KINDS.items():
        for file in files:
            for entry in getattr(file, table):
                if any(_key(word) == key for word in kind.words(entry)):
                    yield _sense(phrase, entry, kind, file)


def _sense(phrase: str, entry: Any, kind: _Kind, file: LexiconFile) -> Sense:
    if getattr(entry, "kind", None) is MarkKind.ACRONYM:
        return Sense(f"“{phrase}” is a known abbreviation, never asked about", (f"file: {_short(file.path)}",))
    return Sense(f"“{phrase}” is {kind.name}", tuple(_particulars(entry, file)))


def nearest_words(phrase: str, files: Iterable[LexiconFile]) -> list[str]:
    """The known words most like `phrase`, the nearest first."""
    from rapidfuzz import fuzz, process

    known = dict.fromkeys(word.lower() for file in files for word in _known_words(file))
    near = process.extract(phrase.lower(), known.keys(), scorer=fuzz.ratio, score_cutoff=70, limit=3)
    return [word for word, _, _ in near]


def _known_words(file: LexiconFile) -> Iterator[str]:
    for lemma, entry in file.verbs.items():
        yield from (word for word, _ in _spelled(lemma, entry))
    for table, kind in _KINDS.items():
        for entry in getattr(file, table):
            yield from kind.words(entry)


def _spelled(lemma: str, entry: VerbEntry) -> list[tuple[str, Form]]:
    return [(lemma, Form.BASE), *zip(entry.forms.split(), _INFLECTIONS, strict=False)]


def _particulars(entry: Any, file: LexiconFile) -> Iterator[str]:
    """The values of an entry that are not the default, one a line, with what they mean; and its file."""
    for field in fields(type(entry)):
        value = getattr(entry, field.name)
        if value not in (None, "", (), {}) and (isinstance(value, Enum) or value != field.default):
            yield f"{field.name.replace('_', '-')}: {_describe(value)}"
    yield f"file: {_short(file.path)}"


def _describe(value: Any) -> str:
    if isinstance(value, Enum):
        return f"{value.value} ({_MEANINGS[value]})" if value in _MEANINGS else str(value.value)
    if isinstance(value, dict):
        return _describe(tuple(f"{key} = {number:g}" for key, number in value.items()))
    if isinstance(value, Struct):
        parts = ((name.replace("_", "-"), part) for name, part in asdict(value).items())
        return " ".join(f"{name} {_describe(part)}" for name, part in parts if part not in (None, ""))
    if isinstance(value, tuple):
        more = f", … ({len(value)} in all)" if len(value) > _MOST_ITEMS else ""
        return ", ".join(_describe(item) for item in value[:_MOST_ITEMS]) + more
    return f"{value:g}" if isinstance(value, float) else str(value)


def _key(phrase: str) -> tuple[str, ...]:
    """What two spellings of one phrase have in common. A sign such as “$” is its own key."""
    words = [word.key for word in words_of(phrase)]
    return (*words[:-1], singular(words[-1])) if words else (phrase.strip(),)


def _short(path: str) -> str:
    """A shipped file's path from `lexicons` on; a user's own as it was given."""
    folder = shipped_lexicons()
    file = Path(path)
    return file.relative_to(folder.parent).as_posix() if file.is_relative_to(folder) else path
