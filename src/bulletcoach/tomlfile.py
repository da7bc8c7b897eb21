"""TOML files whose mistakes can be pointed at: values become structs, errors name file, line and nearest key.

`tomli` keeps no positions, so the lines of keys are found again in the text, and only once there is an error to
report: a correct file costs nothing extra.
"""

from __future__ import annotations

import re
import types
import typing
from collections.abc import Iterable, Mapping
from enum import Enum
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from msgspec import Struct, structs

from bulletcoach.errors import BulletcoachError

S = TypeVar("S", bound=Struct)
KeyPath = tuple[str | int, ...]
# Marks, in Annotated, a field of a struct that no file may set.
OURS = "set by bulletcoach"


class TomlFile(Struct, frozen=True):
    """A parsed TOML file. `error` is the exception class for its mistakes; `data` the parsed content."""

    path: str
    text: str
    data: Mapping[str, Any]
    error: type[BulletcoachError]

    @classmethod
    def read(cls, path: Path, error: type[BulletcoachError]) -> TomlFile:
        """Read and parse `path`. Raises `error` where that fails."""
        try:
            text = path.read_text(encoding="utf-8-sig")
        except UnicodeDecodeError:
            raise error(f"{path}: not UTF-8; save the file as UTF-8") from None
        except OSError as reason:
            raise error(f"{path}: cannot be read: {reason.strerror}") from None
        except ValueError as reason:  # no name of a file
            raise error(f"{path}: cannot be read: {reason}") from None
        return cls.parse(text, str(path), error)

    @classmethod
    def parse(cls, text: str, path: str, error: type[BulletcoachError]) -> TomlFile:
        """Parse `text`, calling it `path` in messages. Raises `error` where it is not TOML."""
        import tomli  # here and not above: a check whose lexicons are on a shelf parses none

        try:
            return cls(path, text, tomli.loads(text), error)
        except tomli.TOMLDecodeError as reason:
            found = re.search(r"at line (\d+)", str(reason))
            line = found[1] if found else max(1, len(text.splitlines()))  # else it is the end that is wrong
            raise error(f"{path}:{line}: not valid TOML: {str(reason).split(' (at')[0]}") from None
        except RecursionError:
            raise error(f"{path}: not valid TOML: too deep") from None

    def fail(self, path: KeyPath, message: str) -> BulletcoachError:
        """The error to raise for the value at `path`, for instance `("kpi", 3, "good")`."""
        return self.error(f"{self.path}:{self.line_of(path)}: {message}")

    def line_of(self, path: KeyPath) -> int:
        """The line, from 1, where the key at `path` stands, or the closest one known above it."""
        lines = _key_lines(self.text)
        while path and path not in lines:
            path = path[:-1]
        return lines.get(path, 1)

    def build(self, cls: type[S], table: object, path: KeyPath = (), known: str = "key") -> S:
        """`table` as an instance of the struct `cls`. TOML's `some-key` is the field `some_key`.

        A field that is annotated as OURS is not for the file to say.
        Raises `self.error` for an unknown key (naming the nearest valid one), a missing one, or a wrong type.
        """
        if not isinstance(table, dict):
            raise self.fail(path, f"expected a table, found {_describe(table)}")
        fields = _fields(cls)
        values: dict[str, Any] = {}
        for key, value in table.items():
            if key not in fields:
                raise self.fail((*path, key), f"unknown {known} “{key}”{did_you_mean(key, fields)}")
            name, hint, _ = fields[key]
            values[name] = self._convert(value, hint, (*path, key))
        for key, (name, _, is_required) in fields.items():
            if is_required and name not in values:
                raise self.fail(path, f"missing {known} “{key}”")
        try:
            return cls(**values)
        except ValueError as reason:
            raise self.fail(path, str(reason)) from None

    def _convert(self, value: object, hint: Any, path: KeyPath, choice: str | None = None) -> Any:
        """The value as what `hint` says; `choice` is what to call one of several words, if not by its key."""
        origin, args = typing.get_origin(hint), typing.get_args(hint)
        if origin in (typing.Union, types.UnionType):
            inner = next(arg for arg in args if arg is not type(None))
            return self._convert(value, inner, path)
        if origin is tuple:
            if not isinstance(value, list):
                wanted = f"a list of tables, [[{path[-1]}]]" if _is_struct(args[0]) else "a list"
                raise self.fail(path, f"“{path[-1]}” must be {wanted}, found {_describe(value)}")
            return tuple(self._convert(item, args[0], (*path, n)) for n, item in enumerate(value))
        if origin in (dict, Mapping) or origin is typing.get_origin(Mapping[str, str]):
            if not isinstance(value, dict):
                raise self.fail(path, f"“{path[-1]}” must be a table, found {_describe(value)}")
            return {key: self._convert(item, args[1], (*path, key), _name(path)) for key, item in value.items()}
        if isinstance(hint, type) and issubclass(hint, Enum):
            choices = [member.value for member in hint]
            if value not in choices:
                hint_text = f"{did_you_mean(str(value), choices)}; valid: {', '.join(choices)}"
                raise self.fail(path, f"“{value}” is not a valid {choice or _name(path)}{hint_text}")
            return hint(value)
        if _is_struct(hint):
            return self.build(hint, value, path)
        if hint is float and isinstance(value, int) and not isinstance(value, bool):
            return float(value)
        if not isinstance(value, hint) or (hint is int and isinstance(value, bool)):
            raise self.fail(path, f"{_name(path)} must be {_TYPE_NAMES[hint]}, found {_describe(value)}")
        return value


def did_you_mean(word: str, choices: Iterable[str]) -> str:
    """“; did you mean …?” with the nearest of `choices`, empty where none is near."""
    from rapidfuzz import fuzz, process, utils

    best = process.extractOne(word, list(choices), scorer=fuzz.WRatio, processor=utils.default_process, score_cutoff=60)
    return f"; did you mean “{best[0]}”?" if best else ""


_TYPE_NAMES: dict[Any, str] = {str: "text", bool: "true or false", int: "a whole number", float: "a number"}


def _describe(value: object) -> str:
    if isinstance(value, dict):
        return "a table"
    if isinstance(value, list):
        return "a list"
    if isinstance(value, bool):
        return "true" if value else "false"
    return f"“{value}”" if isinstance(value, str) else str(value)


def _name(path: KeyPath) -> str:
    """How to call the value at `path`: its key, and for an item of a list the list's key."""
    keys = [part for part in path if isinstance(part, str)]
    return f"“{keys[-1]}”" if keys else "the value"


@cache
def _fields(cls: type[Struct]) -> dict[str, tuple[str, Any, bool]]:
    """By their keys in TOML: the fields that a file may set, their types, and whether it must."""
    hints = typing.get_type_hints(cls)
    settable = (field for field in structs.fields(cls) if OURS not in getattr(field.type, "__metadata__", ()))
    return {each.name.replace("_", "-"): (each.name, hints[each.name], each.required) for each in settable}


def _is_struct(hint: Any) -> bool:
    return isinstance(hint, type) and issubclass(hint, Struct)


# Not compiled before there is a mistake to tell of.
_HEADER = r"^\s*(\[\[?)\s*([^\]]+?)\s*\]\]?"
_NAME = r"""(?:"[^"]*"|'[^']*'|[\w-]+)"""
_KEY = rf"^\s*({_NAME}(?:\s*\.\s*{_NAME})*)\s*="
_STRING = r'"""(?:[^\\]|\\.)*?"""|' r"'''.*?'''|" r'"(?:[^"\\\n]|\\.)*"|' r"'[^'\n]*'"


def _key_lines(text: str) -> dict[KeyPath, int]:
    """The line of every table header and of every key that starts a line, by path."""
    blank = re.sub(_STRING, lambda match: _blanked(match[0]), text, flags=re.S)
    lines: dict[KeyPath, int] = {(): 1}
    counts: dict[KeyPath, int] = {}
    table: KeyPath = ()
    depth = 0
    for number, (line, original) in enumerate(zip(blank.split("\n"), text.split("\n"), strict=True), start=1):
        code = line.split("#", 1)[0]
        if depth == 0 and (header := re.match(_HEADER, code)):
            table = _header_path(original, header[1] == "[[", counts)
            lines.setdefault(table, number)
            if isinstance(table[-1], int):
                lines.setdefault(table[:-1], number)
            continue
        if depth == 0 and (key := re.match(_KEY, original)):
            names = [name.strip("\"'") for name in re.findall(_NAME, key[1])]
            lines.setdefault((*table, *names), number)
        depth += sum(code.count(sign) for sign in "[{") - sum(code.count(sign) for sign in "]}")
    return lines


def _header_path(line: str, is_array: bool, counts: dict[KeyPath, int]) -> KeyPath:
    match = re.match(_HEADER, line)
    names = [part.strip().strip("\"'") for part in (match[2] if match else "").split(".")]
    path: KeyPath = ()
    for position, name in enumerate(names):
        path = (*path, name)
        if is_array and position == len(names) - 1:
            counts[path] = counts.get(path, -1) + 1
            return (*path, counts[path])
        if path in counts:
            path = (*path, counts[path])
    return path


def _blanked(string: str) -> str:
    """A string literal with its content blanked out but its line breaks kept, so that brackets inside do not count."""
    return re.sub(r"[^\n]", '"', string)
