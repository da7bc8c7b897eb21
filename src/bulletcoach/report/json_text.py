"""JSON as text: written piece by piece, in ASCII, so that no character of it steers a terminal."""

from __future__ import annotations

import json

_INDENT = 2


def indented(value: object, depth: int) -> str:
    """The value in JSON, each line indented `depth` times."""
    text = json.dumps(value, indent=_INDENT, allow_nan=False)
    margin = " " * (_INDENT * depth)
    return margin + text.replace("\n", "\n" + margin)


def one_line(value: object) -> str:
    """The value in JSON, on one line."""
    return json.dumps(value, allow_nan=False) + "\n"


def storable(text: str) -> str:
    """Text that UTF-8 can hold: a path's bytes that are no text stand as escapes."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")
