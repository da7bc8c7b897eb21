"""What a plain scalar is by its looks: a text, a number, a date, true, null."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import yaml

TEXT = "str"
_PREFIX = "tag:yaml.org,2002:"
_RESOLVERS: Mapping[str, Sequence[tuple[str, re.Pattern[str]]]] = yaml.SafeLoader.yaml_implicit_resolvers


def looks_like(value: str) -> str:
    """The name of YAML's tag for a plain scalar that says `value`: “str”, “int”, “null”, “timestamp” and so on."""
    for tag, pattern in _RESOLVERS.get(value[:1], ()):
        if pattern.match(value):
            return tag.removeprefix(_PREFIX)
    return TEXT


def name_of(tag: str) -> str:
    """The name of a tag that the file gives."""
    return tag.removeprefix(_PREFIX)
