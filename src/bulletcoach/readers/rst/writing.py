"""Clean text as it is written in reStructuredText."""

from __future__ import annotations

import re

from bulletcoach.readers.rst.inline import grammar

_GRAMMAR = grammar({})
_SIGNS = frozenset("\\*`|")
_AT_START = re.compile(r"[-+•‣⁃](?=\s|$)|\(?(?:\d{1,3}|\#|[a-z])[.)](?=\s|$)|\.\.(?=\s|$)|__(?=\s)|:(?=[^:]+:)")


def written(text: str) -> tuple[str, ...]:
    """For each character what stands for it."""
    parts = [f"\\{sign}" if sign in _SIGNS and not _stands_alone(text, at) else sign for at, sign in enumerate(text)]
    at = 0
    while match := _GRAMMAR.pattern.search(text, at):
        at = max(match.end(), match.start() + 1)
        if match.lastgroup == "bare":
            for inside in range(match.start(), match.end()):
                parts[inside] = text[inside]
        elif match.lastgroup in ("reference", "note"):
            last = text.rindex("_", match.start(), match.end())
            parts[last] = "\\_"
            if text[last - 1] == "_":
                parts[last - 1] = "\\_"
        else:
            at = match.start() + 1
    if found := _AT_START.match(text):
        parts[0] = f"\\{text[0]}" if not parts[0].startswith("\\") else parts[0]
        if found[0][0].isalnum():
            parts[0] = text[0]
            parts[found.end() - 1] = f"\\{text[found.end() - 1]}"
    return tuple(parts)


def _stands_alone(text: str, at: int) -> bool:
    """Whether a sign inside a text has white space on both sides: then it marks nothing up, unless it escapes that."""
    return text[at] != "\\" and text[max(0, at - 1)].isspace() and text[at + 1 : at + 2].isspace()
