"""Clean text written as HTML has it."""

from __future__ import annotations

import re

from msgspec.structs import replace

from bulletcoach.model.document import Source
from bulletcoach.readers.quotes import with_quotes_of

_TAG = re.compile(r"<[^<>]*>")
_SIGNS = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}


def escaped(text: str, source: Source) -> tuple[str, ...]:
    """`text`, character by character, as it is written between the tags of `source`."""
    shown = replace(source, text=_TAG.sub(" ", source.text))
    return tuple(_SIGNS.get(sign) or _encodable(sign, source.encoding) for sign in with_quotes_of(shown, text))


def _encodable(sign: str, encoding: str) -> str:
    """A character, by its number where the encoding of the file has it not."""
    try:
        sign.encode(encoding or "utf-8")
    except UnicodeEncodeError:
        return f"&#{ord(sign)};"
    return sign
