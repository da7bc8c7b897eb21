"""Clean text as it is written in Org.

Org has no escapes; where a sign would be markup, a zero-width space parts it from its neighbour, as its manual advises.
Nobody reads that space.
"""

from __future__ import annotations

import re

from bulletcoach.readers.org.inline import grammar
from bulletcoach.readers.passages import Marked

_ZERO_WIDTH = "\u200b"
_AT_START = re.compile(r"\[@\w+\]|\[[ X-]\](?=\s|$)", re.IGNORECASE)
_TERM = re.compile(r"(?<=\s)::(?=\s|$)")
_GRAMMAR = grammar({})


def written(text: str) -> tuple[str, ...]:
    """For each character what stands for it."""
    parts = list(text)
    at = 0
    while match := _GRAMMAR.pattern.search(text, at):
        found = _GRAMMAR.found(match)
        at = match.start() + 1
        if found is None or match.lastgroup == "bare":
            at = match.end() if match.lastgroup == "bare" else at
            continue
        if isinstance(found, Marked) and match.lastgroup in ("marked", "coded"):
            parts[match.start()] = _ZERO_WIDTH + match[0][0]
            continue
        parts[match.start()] += _ZERO_WIDTH
        if match.lastgroup in ("dash", "dots"):
            for inside in range(match.start() + 1, match.end() - 1):
                parts[inside] += _ZERO_WIDTH
            at = match.end()
    for term in _TERM.finditer(text):
        parts[term.start()] += _ZERO_WIDTH
    if _AT_START.match(text):
        parts[0] += _ZERO_WIDTH
    return tuple(parts)
