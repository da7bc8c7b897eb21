"""Every key with the value that holds and where it comes from: what `config show` shows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from enum import Enum
from pathlib import Path
from typing import Any

from msgspec import Struct

from bulletcoach.config.layers import Found, Layer, Layers
from bulletcoach.config.options import Key, LatexOptions, Options, Suppress, keys_of
from bulletcoach.config.rebasing import rebased

DEFAULT = "default"
_MERGED = "extend"  # what extended files say is in the other keys
_PATHS = ("lexicons", "baseline", "root")


class Shown(Struct, frozen=True):
    """A key with its value, as TOML has it: texts, numbers, lists and tables; None where nothing is set.

    `origin` has the shape of the value, and a place for each thing in it: `file:line`, an option, or "default".
    """

    key: Key
    value: Any
    origin: Any


def shown(layers: Iterable[Layer], folder: Path) -> Iterator[Shown]:
    """Every key, in order, for a configuration file in `folder`, which patterns are relative to."""
    found = Layers(tuple(layers))
    for key in keys_of(Options):
        match key.name:
            case "rules":
                yield _rules(key, found)
            case "latex":
                parts = [_plain(part, found, key.name) for part in keys_of(LatexOptions)]
                yield Shown(key, _mapped(parts, "value"), _mapped(parts, "origin"))
            case "suppress":
                yield _suppressions(key, found, folder)
            case "per-file-ignores":
                yield _table(key, ((_at(name, one, folder), one) for name, one in found.table(key.name).items()))
            case "severity":
                yield _table(key, found.table(key.name).items())
            case "exclude":
                kept = [(value, one) for one in found.several(key.name) if (value := _at(one.value, one, folder))]
                yield Shown(key, [value for value, _ in kept], [one.place for _, one in kept] or DEFAULT)
            case _:
                yield _plain(key, found)


def _plain(key: Key, found: Layers, *table: str) -> Shown:
    """A key with one value, or a list that adds up."""
    one = found.one(*table, key.name) if key.name != _MERGED else _extended(found)
    value = key.default if one is None else one.value
    if key.default == ():
        several = found.several(*table, key.name)
        return Shown(key, [_said(key, each.value) for each in several], [each.place for each in several] or DEFAULT)
    return Shown(key, value if value is None else _said(key, value), DEFAULT if one is None else one.place)


def _said(key: Key, value: Any) -> Any:
    """A value as TOML has it; a path wherever the file with it may lie."""
    return str(Path(value).absolute()) if key.name in _PATHS else _text(value)


def _extended(found: Layers) -> Found | None:
    """The file that the nearest one extends."""
    file = found.nearest_file()
    return Found(file.options.extend, file, ("extend",)) if file and file.options.extend else None


def _rules(key: Key, found: Layers) -> Shown:
    from bulletcoach.rules import RULES
    from bulletcoach.rules.options import options_of

    values: dict[str, dict[str, int]] = {}
    origins: dict[str, dict[str, str]] = {}
    for rule in RULES:
        own = found.table("rules", rule.name)
        for option in options_of(rule):
            one = own.get(option.name)
            values.setdefault(rule.name, {})[option.name] = option.default if one is None else one.value
            origins.setdefault(rule.name, {})[option.name] = DEFAULT if one is None else one.place
    return Shown(key, values, origins)


def _suppressions(key: Key, found: Layers, folder: Path) -> Shown:
    values, origins = [], []
    for one in found.several(key.name):
        path = _at(one.value.path, one, folder) if one.value.path else ""
        if path is not None:
            entry = {each.name: _text(getattr(one.value, each.name)) for each in keys_of(Suppress)}
            values.append({name: value for name, value in {**entry, "path": path}.items() if value})
            origins.append(one.value.place)
    return Shown(key, values, origins)


def _table(key: Key, entries: Iterable[tuple[str | None, Found]]) -> Shown:
    kept = [(name, one) for name, one in entries if name is not None]
    return Shown(key, {name: _text(one.value) for name, one in kept}, {name: one.place for name, one in kept})


def _at(pattern: str, one: Found, folder: Path) -> str | None:
    return rebased(pattern, one.layer.folder, folder)


def _mapped(parts: Iterable[Shown], attribute: str) -> Mapping[str, Any]:
    return {part.key.name: getattr(part, attribute) for part in parts}


def _text(value: Any) -> Any:
    """A value as TOML has it."""
    if isinstance(value, Enum):
        return value.value
    return [_text(each) for each in value] if isinstance(value, tuple) else value
