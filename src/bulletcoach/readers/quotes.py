"""Quotes, which cleaning makes those of the keyboard, written as the rest of a file has them."""

from __future__ import annotations

import re

from bulletcoach.model.document import Source

_CURLY = re.compile("[‘’“”]")
_STRAIGHT = re.compile("['\"]")
_QUOTE = re.compile("(?P<apostrophe>(?<=\\w)'|'(?=\\d\\ds?\\b))|(?P<opens>(?<![^\\s(\\[/–—])['\"])|(?P<closes>['\"])")
_OPENING = {"'": "‘", '"': "“"}
_CLOSING = {"'": "’", '"': "”"}


def with_quotes_of(source: Source, text: str) -> tuple[str, ...]:
    """`text` with curly quotes if `source` has only such, character by character."""
    if _CURLY.search(source.text) is None or _STRAIGHT.search(source.text) is not None:
        return tuple(text)
    return tuple(_QUOTE.sub(_curly, text))


def _curly(quote: re.Match[str]) -> str:
    return (_OPENING if quote.lastgroup == "opens" else _CLOSING)[quote[0]]
