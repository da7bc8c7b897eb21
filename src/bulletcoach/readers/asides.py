"""What stands in parentheses beside a name: “(Part-time)”, “(36 beds)”, “(fintech, Series B)”.

An aside is written in any case and with any separators, so it is taken off before a line is judged by its shape.
"""

from __future__ import annotations

import re

_ASIDE = r"\s*\(([^()]{0,100})\)"  # both are compiled where an aside may stand
_BEFORE_COMMA = r"\s+(?=[,;])"
_HEAD = 600


def without_asides(text: str) -> str:
    """`text` without its asides; unchanged where nothing else is left, or where it is too long to be a name."""
    return split_asides(text)[0]


def split_asides(text: str) -> tuple[str, tuple[str, ...]]:
    """`text` without its asides, and what stood in them."""
    if len(text) > _HEAD or "(" not in text:
        return text, ()
    rest = re.sub(_BEFORE_COMMA, "", re.sub(_ASIDE, " ", text)).strip()
    if not _has_word(rest):
        return text, ()
    return rest, tuple(match[1].strip() for match in re.finditer(_ASIDE, text) if _has_word(match[1]))


def _has_word(text: str) -> bool:
    return any(map(str.isalnum, text))
