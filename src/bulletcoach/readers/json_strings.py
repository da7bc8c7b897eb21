"""JSON's strings: read through their escapes, and written with them."""

from __future__ import annotations

import re

from bulletcoach.model.text import Span
from bulletcoach.readers.rendering import Renderer, Rendering
from bulletcoach.readers.schema.nodes import Kind, Scalar

QUOTING = "double"
_ESCAPE = re.compile(r"(?:\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2})|\\u[0-9a-fA-F]{4}|\\.", re.DOTALL)
_SHORT = {"b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}
_HALF = "\ufffd"  # what is read for half of a character that was written without the other


def read_string(source: str, scalar: Scalar) -> Rendering:
    """What a scalar of a JSON text says."""
    if scalar.kind is not Kind.TEXT:
        return Rendering.as_it_stands(source, scalar.span)
    inner = Span(scalar.span.start + 1, scalar.span.end - 1)
    if source.find("\\", inner.start, inner.end) < 0:
        return Rendering.as_it_stands(source, inner)
    renderer = Renderer(source)
    at = inner.start
    for match in _ESCAPE.finditer(source, inner.start, inner.end):
        renderer.copy(at, match.start())
        renderer.say(_meant(match[0]), *match.span())
        at = match.end()
    renderer.copy(at, inner.end)
    return renderer.rendering()


def escaped(character: str, only_ascii: bool) -> str:
    """A character as it is written in a string, in a file that has `only_ascii` as an escape where it is none."""
    if character in '"\\':
        return f"\\{character}"
    if character < " " or (only_ascii and not character.isascii()):
        units = character.encode("utf-16-be", "surrogatepass").hex()
        return "".join(f"\\u{units[at : at + 4]}" for at in range(0, len(units), 4))
    return character


def _meant(escape: str) -> str:
    if escape[1] != "u":
        return _SHORT.get(escape[1], escape[1])
    units = bytes.fromhex(escape.replace("\\u", ""))
    return units.decode("utf-16-be", "replace") if len(units) > 2 else _whole(chr(int(escape[2:], 16)))


def _whole(character: str) -> str:
    return _HALF if "\ud800" <= character <= "\udfff" else character
