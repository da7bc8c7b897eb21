"""The JSON Schema (2020-12) of configuration files, for editors: made from the keys and the rules themselves."""

from __future__ import annotations

import types
import typing
from collections.abc import Mapping
from enum import Enum
from typing import Any

from msgspec import Struct, structs

from bulletcoach.config.options import AUTO, Key, Options, Suppress, keys_of
from bulletcoach.rules import RULES
from bulletcoach.rules.options import options_of
from bulletcoach.selection import ALL

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_TYPES = {str: "string", int: "integer"}
# Keys whose texts are selectors of rules.
_SELECTING = {"select", "extend-select", "ignore", "per-file-ignores"}


def schema() -> dict[str, Any]:
    """The schema of a bulletcoach.toml, or of [tool.bulletcoach] in a pyproject.toml."""
    return {
        "$schema": _DIALECT,
        "title": "bulletcoach",
        "description": "The settings of bulletcoach: bulletcoach.toml, or [tool.bulletcoach] in pyproject.toml.",
        **_table(Options),
        "$defs": {"selector": _selector()},
    }


def _table(table: type[Any]) -> dict[str, Any]:
    hints = typing.get_type_hints(table)
    required = [field.name.replace("_", "-") for field in structs.fields(table) if field.required]
    return {
        "type": "object",
        "additionalProperties": False,
        "properties": {key.name: _described(key, hints[key.name.replace("-", "_")], table) for key in keys_of(table)},
        **({"required": required} if required else {}),
    }


def _described(key: Key, hint: Any, table: type[Any]) -> dict[str, Any]:
    unset = f" Unset: {key.unset}." if key.unset else ""
    default = {} if key.default is None else {"default": _plain(key.default)}
    return {"description": key.about + unset, **_of_key(key.name, hint, table), **default}


def _of_key(name: str, hint: Any, table: type[Any]) -> dict[str, Any]:
    """What a value must be. Lexicons of one's own may add fields and levels: they are not listed."""
    if name == "rules" and table is Options:
        return _rules()
    if name == "severity":
        return {"type": "object", "propertyNames": _REFERENCE, "additionalProperties": _of(typing.get_args(hint)[1])}
    if name == "input-format":
        from bulletcoach.readers import FORMAT_NAMES

        return {"enum": [AUTO, *FORMAT_NAMES]}
    if name == "text" and table is Suppress:
        return {"type": "string", "minLength": 1}
    if name == "rules" and table is Suppress:
        return {"type": "array", "items": _REFERENCE, "minItems": 1}
    return _of(hint, _REFERENCE if name in _SELECTING else {"type": "string"})


def _of(hint: Any, text: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """The schema of a type; `text` is that of the texts in it."""
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin in (typing.Union, types.UnionType):
        return _of(next(each for each in arguments if each is not type(None)), text)
    if origin is tuple:
        return {"type": "array", "items": _of(arguments[0], text)}
    if origin is not None:
        return {"type": "object", "additionalProperties": _of(arguments[1], text)}
    if issubclass(hint, Struct):
        return _table(hint)
    if issubclass(hint, Enum):
        return {"enum": [member.value for member in hint]}
    return dict(text) if hint is str and text is not None else {"type": _TYPES[hint]}


_REFERENCE = {"$ref": "#/$defs/selector"}


def _selector() -> dict[str, Any]:
    families = sorted({rule.code[:3] for rule in RULES})
    named = [*(rule.code for rule in RULES), *(rule.name for rule in RULES)]
    return {"description": "A rule by its code or name, a family of rules, or ALL.", "enum": [ALL, *families, *named]}


def _rules() -> dict[str, Any]:
    tables: dict[str, Any] = {}
    for rule in RULES:
        options = {
            option.name: {
                "description": option.about,
                "type": "integer",
                "minimum": option.least,
                "maximum": option.most,
                "default": option.default,
            }
            for option in options_of(rule)
        }
        if options:
            table = {
                "description": f"{rule.code} flags {rule.summary}.",
                "type": "object",
                "additionalProperties": False,
                "properties": options,
            }
            tables.update({rule.name: table, rule.code: table})
    return {"type": "object", "additionalProperties": False, "properties": tables}


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    return value.value if isinstance(value, Enum) else value
