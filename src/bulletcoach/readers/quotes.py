"""Quotes, which cleaning makes those of the keyboard, written as the rest of a file has them."""

from __future__ import annotations

import re

from bulletcoach.model.document import Source

# Compiled when something is written, which most runs do not.
_CURLY = "[‘’“”]"
_STRAIGHT = "['\"]"
_QUOTE = "(?P<apostrophe>(?<=\\w)'|'(?=\\d\\ds?\\b))|(?P<opens>(?<![^\\s(\\[/–—])['\"])|(?P<closes>['\"])"
_OPENING = {"'": "‘", '"': "“"}
_CLOSING = {"'": "’", '"': "”"}


def with_quotes_of(source: Source, text: str) -> tuple[str, ...]:
    """`text` with curly quotes if `source` has only such, character by character."""
    if re.search(_CURLY, source.text) is None or re.search(_STRAIGHT, source.text) is not None:
        return tuple(text)
    return tuple(re.sub(_QUOTE, _curly, text))


def _curly(quote: re.Match[str]) -> str:
    return (_OPENING if quote.lastgroup == "opens" else _CLOSING)[quote[0]]
