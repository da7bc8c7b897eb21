"""The text of a YAML scalar, each character traced back through escapes, folded lines and indentation.

PyYAML has read the same text; should the two ever differ, its text is taken for the scalar as a whole.
"""

from __future__ import annotations

import re

from bulletcoach.model.text import Span
from bulletcoach.readers.rendering import Renderer, Rendering
from bulletcoach.readers.schema.nodes import Scalar

STYLES = {None: "plain", "": "plain", "'": "single", '"': "double", "|": "literal", ">": "folded"}
_BREAK = r"(?:\r\n|\r|\n)"
_FOLD = rf"(?P<fold>(?:(?<![ \t])|(?<=\\[ \t]))[ \t]*{_BREAK}(?:[ \t]*{_BREAK})*[ \t]*)"
_TOKENS = {
    "plain": re.compile(_FOLD),
    "single": re.compile(rf"{_FOLD}|(?P<quote>'')"),
    "double": re.compile(
        rf"\\(?P<joined>{_BREAK}(?:[ \t]*{_BREAK})*[ \t]*)|{_FOLD}"
        r"|\\u(?P<high>[dD][89abAB][0-9a-fA-F]{2})\\u(?P<low>[dD][c-fC-F][0-9a-fA-F]{2})"
        r"|\\(?:x(?P<x>[0-9a-fA-F]{2})|u(?P<u>[0-9a-fA-F]{4})|U(?P<U>[0-9a-fA-F]{8})|(?P<short>.))"
    ),
}
_SHORT = {
    "0": "\0", "a": "\a", "b": "\b", "t": "\t", "n": "\n", "v": "\v", "f": "\f", "r": "\r", "e": "\x1b",
    "N": "\x85", "_": "\xa0", "L": "\u2028", "P": "\u2029",
}  # fmt: skip
_ANY_BREAK = re.compile(_BREAK)
_LINE = re.compile(rf"([^\r\n]*)({_BREAK}|\Z)")
_HEADER = re.compile(rf"[|>][^\r\n]*{_BREAK}?")
# A list below the first line of a folded text: RenderCV's nested highlights, and lists that somebody folded by mistake.
_LISTED = re.compile(r"[-*•–▪◦●]\s")


def read_scalar(source: str, text: str, value: str, scalar: Scalar) -> Rendering:
    """What `scalar` of `source` says. `text` is the source as PyYAML got it, `value` what that made of it."""
    style = scalar.quoting.split()[0]
    renderer = Renderer(source)
    if style in ("literal", "folded"):
        _block(renderer, text, value, scalar.span, style == "folded")
    else:
        edge = 0 if style == "plain" else 1
        _flow(renderer, text, Span(scalar.span.start + edge, scalar.span.end - edge), style)
    rendering = renderer.rendering()
    value = _whole(value)
    if _is_as_read(rendering, text, value):
        return rendering
    renderer = Renderer(source)
    renderer.say(value, scalar.span.start, scalar.span.end)
    return renderer.rendering()


def content_of(text: str, span: Span) -> Span:
    """Where the text of a block scalar stands, without its first line and the blanks round it."""
    header = _HEADER.match(text, span.start, span.end)
    start = header.end() if header else span.start
    content = text[start : span.end]
    if not content.strip():
        return Span(start, start)
    return Span(start + len(content) - len(content.lstrip()), start + len(content.rstrip()))


def _flow(renderer: Renderer, text: str, span: Span, style: str) -> None:
    """A scalar that is folded at its line breaks: plain or in quotes."""
    at = span.start
    for match in _TOKENS[style].finditer(text, span.start, span.end):
        renderer.copy(at, match.start())
        renderer.say(_meant(match, text), *match.span())
        at = match.end()
    renderer.copy(at, span.end)


def _meant(match: re.Match[str], text: str) -> str:
    found = match.groupdict()
    if found["fold"] is not None:
        breaks = len(_ANY_BREAK.findall(match[0]))
        is_listed = breaks == 1 and _LISTED.match(text, match.end()) is not None
        return "\n" if is_listed else "\n" * (breaks - 1) or " "
    if found.get("quote"):
        return "'"
    if found["joined"] is not None:
        return "\n" * (len(_ANY_BREAK.findall(match[0])) - 1)
    if found["high"] is not None:
        return bytes.fromhex(found["high"] + found["low"]).decode("utf-16-be")
    code = found["x"] or found["u"] or found["U"]
    if code is not None:
        return _whole(chr(min(int(code, 16), 0x10FFFF)))
    return _SHORT.get(found["short"], found["short"])


def _block(renderer: Renderer, text: str, value: str, span: Span, is_folded: bool) -> None:
    """A literal or folded block."""
    start = max(text.rfind("\n", 0, span.start), text.rfind("\r", 0, span.start)) + 1
    first = next((line for line in value.splitlines() if line.strip()), "")
    indent = span.start - start - (len(first) - len(first.lstrip(" \t")))
    above: Span | None = None
    blanks = 0
    for match in _LINE.finditer(text, start, span.end):
        line = Span(min(match.start() + indent, match.end(1)), match.end(1))
        if not len(line):
            blanks += 1
            continue
        if above is not None:
            is_flat = is_folded and text[above.start] not in " \t" and text[line.start] not in " \t"
            renderer.say(_between(blanks, is_flat, text, line), above.end, line.start)
        renderer.copy(line.start, line.end)
        above, blanks = line, 0


def _between(blanks: int, is_flat: bool, text: str, below: Span) -> str:
    """What is read for the line break and the blank lines above the line `below`."""
    if not is_flat:
        return "\n" * (blanks + 1)
    is_listed = not blanks and _LISTED.match(text, below.start) is not None
    return "\n" if is_listed else "\n" * blanks or " "


def _is_as_read(rendering: Rendering, text: str, value: str) -> bool:
    """Whether the rendering says what PyYAML has read, white space apart: a folded list is read as one here."""
    runs = rendering.source_map.runs
    said = "".join(run.source.of(text) if run.is_literal else run.clean.of(rendering.text) for run in runs)
    return said.split() == value.split()


def _whole(value: str) -> str:
    """`value` with halves of characters joined; a half without the other is replaced."""
    return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
