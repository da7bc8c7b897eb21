"""Clean text back into the format of its file: what `cleaning` undoes.

Plain text has nothing to escape. Only the quotes, which cleaning makes those of the keyboard, are written as the rest
of the file has them.
"""

from __future__ import annotations

import re

from bulletcoach.model.document import Source

_CURLY = re.compile("[‘’“”]")
_STRAIGHT = re.compile("['\"]")
_QUOTE = re.compile("(?P<apostrophe>(?<=\\w)'|'(?=\\d\\ds?\\b))|(?P<opens>(?<![^\\s(\\[/–—])['\"])|(?P<closes>['\"])")
_OPENING = {"'": "‘", '"': "“"}
_CLOSING = {"'": "’", '"': "”"}


def encode_text(text: str, source: Source) -> tuple[str, ...]:
    """`text` for a plain-text or Markdown-like file: for each character what is written for it."""
    if _CURLY.search(source.text) is None or _STRAIGHT.search(source.text) is not None:
        return tuple(text)
    return tuple(_QUOTE.sub(_curly, text))


def _curly(quote: re.Match[str]) -> str:
    return (_OPENING if quote.lastgroup == "opens" else _CLOSING)[quote[0]]
