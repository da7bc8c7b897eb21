"""Settings, with where each comes from: as a configuration file with comments, or as JSON."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, TextIO

from msgspec import Struct

from bulletcoach.config.options import Key, LatexOptions, keys_of
from bulletcoach.config.shown import Shown
from bulletcoach.report.visible import visible

VERSION = 1
_COLUMNS = 78
_BARE = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_")
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}


class Subject(Struct, frozen=True):
    """What the settings are shown for: a file or folder, the files they come from, and what excludes it."""

    path: str
    files: tuple[Path, ...]
    excluded_by: str | None = None


def write_toml(settings: Iterable[Shown], subject: Subject, out: TextIO) -> None:
    """Write a configuration file that says the same, with every key, what it is for and where its value comes from."""
    out.write("\n".join(visible(line) for line in _lines(list(settings), subject)) + "\n")


def write_json(settings: Iterable[Shown], subject: Subject, out: TextIO) -> None:
    """Write one object: under each key its value and, in the same shape, where it comes from."""
    shown = {one.key.name: {"value": one.value, "from": _short(one.origin)} for one in settings}
    described = {
        "version": VERSION,
        "path": subject.path,
        "files": [_short(str(file)) for file in subject.files],
        "excluded-by": None if subject.excluded_by is None else _short(subject.excluded_by),
        "settings": shown,
    }
    json.dump(described, out, indent=2)
    out.write("\n")


def _lines(settings: Sequence[Shown], subject: Subject) -> Iterator[str]:
    yield f"# The settings for {subject.path}"
    *extended, nearest = [_short(str(file)) for file in subject.files] or [None]
    builds = f", which builds on {', '.join(map(str, reversed(extended)))}" if extended else ""
    yield f"# from {nearest}{builds}" if nearest else "# from no configuration file"
    if subject.excluded_by is not None:
        yield f"# It is excluded by {_short(subject.excluded_by)}, where folders are searched or with --force-exclude."
    tables = [one for one in settings if isinstance(one.value, Mapping) or one.key.name == "suppress"]
    for one in settings:
        if one not in tables:
            yield ""
            yield from _about(one.key)
            yield from _assignment(one.key, one.value, one.origin)
    for one in tables:
        yield ""
        yield from _about(one.key)
        yield from _table(one)


def _about(key: Key) -> Iterator[str]:
    return (f"# {line}" for line in textwrap.wrap(key.about, _COLUMNS))


def _assignment(key: Key, value: Any, origin: Any) -> Iterator[str]:
    if key.name == "extend" and value is not None:
        yield f"# extend = {_value(value)}  # {_short(origin)}; what it sets stands below"
    elif value is None:
        yield f"# {key.name} =  # not set: {key.unset}"
    elif isinstance(value, list) and isinstance(origin, list):
        yield f"{key.name} = ["
        yield from (f"    {_value(item)},  # {_short(place)}" for item, place in zip(value, origin, strict=True))
        yield "]"
    else:
        yield f"{_name(key.name)} = {_value(value)}  # {_short(origin)}"


def _table(one: Shown) -> Iterator[str]:
    name = one.key.name
    if name == "suppress":
        if not one.value:
            yield "# [[suppress]]"
        for entry, place in zip(one.value, one.origin, strict=True):
            yield f"[[suppress]]  # {_short(place)}"
            yield from (f"{key} = {_value(value)}" for key, value in entry.items())
    elif name == "rules":
        for rule, values in one.value.items():
            yield f"[rules.{rule}]"
            yield from (f"{key} = {value}  # {_short(one.origin[rule][key])}" for key, value in values.items())
    else:
        known = {key.name: key for key in keys_of(LatexOptions)} if name == "latex" else {}
        yield f"[{name}]"
        for key, value in one.value.items():
            yield from _assignment(known.get(key) or Key(key, ""), value, one.origin[key])


def _value(value: Any) -> str:
    if isinstance(value, list):
        return f"[{', '.join(map(_value, value))}]"
    return str(value) if isinstance(value, int) else f'"{"".join(map(_character, value))}"'


def _name(name: str) -> str:
    return name if name and set(name) <= _BARE else _value(name)


def _character(character: str) -> str:
    """A character of a TOML text; what steers a terminal or hides is an escape."""
    if character in _ESCAPES:
        return _ESCAPES[character]
    if visible(character) == character:
        return character
    code = ord(character)
    return "?" if 0xD800 <= code < 0xE000 else f"\\u{code:04X}" if code < 0x10000 else f"\\U{code:08X}"


def _short(origin: Any) -> Any:
    """Places with their files as seen from the working directory, where they lie in it."""
    if isinstance(origin, list):
        return [_short(each) for each in origin]
    if isinstance(origin, Mapping):
        return {name: _short(each) for name, each in origin.items()}
    path = Path(origin)
    return str(path.relative_to(Path.cwd())) if path.is_relative_to(Path.cwd()) else origin
