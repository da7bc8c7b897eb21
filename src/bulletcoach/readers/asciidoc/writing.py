"""Clean text as it is written in AsciiDoc."""

from __future__ import annotations

import re

from bulletcoach.readers.asciidoc.inline import grammar

_GRAMMAR = grammar({})
_ESCAPABLE = frozenset((
    "attribute", "dash", "dots", "sign", "strong", "italic", "mono", "mark", "strong2", "italic2", "mono2", "mark2",
    "raised", "lowered", "web", "link", "url", "xref", "anchor", "hidden", "key", "quoted", "typographic",
))  # fmt: skip
_LITERAL = ("pass", "literal", "plain")
_AT_START = re.compile(r"(?:\*{1,5}|-|\.{1,5}|\d{1,9}\.|[a-zA-Z]\.|[ivxIVX]{1,8}\))(?=\s)|\[[ xX*]\](?=\s)")


def written(text: str) -> tuple[str, ...]:
    """For each character what stands for it."""
    parts = list(text)
    at = 0
    while match := _GRAMMAR.pattern.search(text, at):
        at = max(match.end(), match.start() + 1) if match.lastgroup == "bare" else match.start() + 1
        if _GRAMMAR.found(match) is None or match.lastgroup == "bare":
            continue
        if match.lastgroup == "escape":
            parts[match.start()] = "{backslash}"
        elif match.lastgroup in _LITERAL:
            for inside in range(match.start(), match.end()):
                parts[inside] = "{plus}" if text[inside] == "+" else parts[inside]
        elif match.lastgroup in _ESCAPABLE:
            parts[match.start()] = f"\\{text[match.start()]}"
    for place in re.finditer(r"[ \t]\+(?=\s*\Z)", text):
        parts[place.start() + 1] = "{plus}"
    if found := _AT_START.match(text):
        parts[0] = "{empty}" + parts[0] if found[0][0] not in "*-." else _leading(text[0])
    return tuple(parts)


def _leading(sign: str) -> str:
    """A sign that would make a list at the head of a line."""
    return "{asterisk}" if sign == "*" else f"{{empty}}{sign}"
