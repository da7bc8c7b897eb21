"""What stands in parentheses beside a name: “(Part-time)”, “(36 beds)”, “(fintech, Series B)”.

An aside is written in any case and with any separators, so it is taken off before a line is judged by its shape.
"""

from __future__ import annotations

import re

_ASIDE = re.compile(r"\s*\(([^()]{0,100})\)")
_BEFORE_COMMA = re.compile(r"\s+(?=[,;])")
_WORD = re.compile(r"[^\W_]")
_HEAD = 600


def without_asides(text: str) -> str:
    """`text` without its asides; unchanged where nothing else is left, or where it is too long to be a name."""
    return split_asides(text)[0]


def split_asides(text: str) -> tuple[str, tuple[str, ...]]:
    """`text` without its asides, and what stood in them."""
    if len(text) > _HEAD or "(" not in text:
        return text, ()
    rest = _BEFORE_COMMA.sub("", _ASIDE.sub(" ", text)).strip()
    if not _WORD.search(rest):
        return text, ()
    return rest, tuple(match[1].strip() for match in _ASIDE.finditer(text) if _WORD.search(match[1]))
