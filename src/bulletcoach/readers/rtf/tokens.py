"""The tokens of RTF: braces, control words, characters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum

from msgspec import Struct

_TOKEN = re.compile(
    r"\\(?P<word>[a-zA-Z]{1,40})(?P<number>-?\d{1,10})? ?"
    r"|\\'(?P<hex>[0-9a-fA-F]{2})"
    r"|\\(?P<symbol>[^a-zA-Z])"
    r"|(?P<brace>[{}])"
    r"|(?P<text>[^\\{}\r\n]+)"
)
_LARGEST = 2**31


class Kind(Enum):
    """What a token is. SYMBOL is a control word of one sign, BYTE a character given by its code."""

    OPEN = "open"
    CLOSE = "close"
    WORD = "word"
    SYMBOL = "symbol"
    BYTE = "byte"
    TEXT = "text"


class Token(Struct, frozen=True):
    """A token; `text` is the word, the sign or the characters, of which each stands for a byte."""

    kind: Kind
    text: str = ""
    number: int | None = None


_OPEN, _CLOSE = Token(Kind.OPEN), Token(Kind.CLOSE)


def tokens(data: bytes) -> Iterator[Token]:
    """The tokens of a file, without its own line breaks and without binary data (`\\bin`)."""
    text = data.decode("latin-1")
    at = 0
    while match := _TOKEN.search(text, at):
        at = match.end()
        if said := match["text"]:
            yield Token(Kind.TEXT, said)
        elif word := match["word"]:
            number = int(match["number"]) if match["number"] else None
            if word == "bin":
                at += min(max(0, number or 0), _LARGEST)
                continue
            yield Token(Kind.WORD, word, number)
        elif brace := match["brace"]:
            yield _OPEN if brace == "{" else _CLOSE
        elif code := match["hex"]:
            yield Token(Kind.BYTE, chr(int(code, 16)))
        else:
            yield Token(Kind.SYMBOL, match["symbol"])
