"""HTML cut into tags, comments and text, each with its place in the source.

It takes what browsers take: no tag has to be closed, no name to be known. Linear in the length of the source, also
where quotes and tags are left open: of that one cannot be sure with every version of `html.parser`.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping
from enum import Enum

from msgspec import Struct

from bulletcoach.model.text import Span

_NAME = re.compile(r"</?([A-Za-z][^\s/><]*)")
_TAG_SIGN = re.compile(r"[\"'>]")
_ATTRIBUTE = re.compile(r"([^\s\"'<>/=]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+)))?")
_RAW = ("script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes")
_NOWHERE = Span(0, 0)
_MOST_ATTRIBUTES = 4000  # characters; a picture that is written out in an attribute is longer


class Sign(Enum):
    """What a token is. OTHER is what nobody reads: declarations, scripts."""

    START = "start"
    END = "end"
    TEXT = "text"
    COMMENT = "comment"
    OTHER = "other"


class Token(Struct, frozen=True):
    """A token at `span`. `name` is that of its element in small letters, `inside` the range of its attributes, or that
    of the text of a comment."""

    sign: Sign
    span: Span
    name: str = ""
    inside: Span = _NOWHERE
    is_empty: bool = False


def attributes_of(token: Token, source: str) -> Mapping[str, str]:
    """The attributes of a start tag by their names in small letters."""
    raw = token.inside.of(source)[:_MOST_ATTRIBUTES]
    return {
        match[1].lower(): html.unescape(match[2] or match[3] or match[4] or "") for match in _ATTRIBUTE.finditer(raw)
    }


def tokens_of(source: str, start: int, end: int) -> Iterator[Token]:
    """The tokens of `source` from `start` to `end`, without gap."""
    ends = _Ends(source, end)
    at = text = start
    while at < end:
        at = source.find("<", at, end)
        if at < 0:
            break
        token = _token(source, at, end, ends)
        if token is None:
            at += 1
            continue
        if text < at:
            yield Token(Sign.TEXT, Span(text, at))
        yield token
        at = text = token.span.end
        if token.sign is Sign.START and token.name in _RAW and not token.is_empty:
            close = re.compile(rf"</{re.escape(token.name)}(?=[\s/>])", re.IGNORECASE).search(source, at, end)
            rest = close.start() if close else end
            if at < rest:
                yield Token(Sign.OTHER, Span(at, rest), token.name)
            at = text = rest
    if text < end:
        yield Token(Sign.TEXT, Span(text, end))


class _Ends:
    """Where signs stand next, without looking twice for one that comes no more."""

    def __init__(self, source: str, end: int) -> None:
        self._source = source
        self._end = end
        self._gone: set[str] = set()
        self.is_hopeless = False  # a tag was left open in which quotes hide the end of every further one

    def find(self, sign: str, at: int) -> int:
        """The place of the next `sign` from `at` on, -1 where there is none. `at` never falls."""
        if sign in self._gone:
            return -1
        found = self._source.find(sign, at, self._end)
        if found < 0:
            self._gone.add(sign)
        return found


def _token(source: str, at: int, end: int, ends: _Ends) -> Token | None:
    """The tag or comment at `at`, None where `<` is text."""
    if source.startswith("<!--", at):
        found = ends.find("-->", at + 4)
        inner = Span(at + 4, found if found >= 0 else end)
        return Token(Sign.COMMENT, Span(at, found + 3 if found >= 0 else end), inside=inner)
    name = _NAME.match(source, at, end)
    if name is None:
        is_markup = source[at + 1 : at + 2] in ("!", "?", "/")
        found = ends.find(">", at) if is_markup else -1
        return Token(Sign.OTHER, Span(at, found + 1)) if found >= 0 else None
    close = -1 if ends.is_hopeless else _tag_end(source, name.end(), end, ends)
    if close < 0:
        ends.is_hopeless = True
        return None
    is_start = source[at + 1] != "/"
    is_empty = is_start and source[close - 1] == "/"
    return Token(
        Sign.START if is_start else Sign.END,
        Span(at, close + 1),
        name[1].lower(),
        Span(name.end(), close - is_empty),
        is_empty,
    )


def _tag_end(source: str, at: int, end: int, ends: _Ends) -> int:
    """The place of the `>` that ends a tag; those in quotes do not. -1 where there is none."""
    if ends.find(">", at) < 0:
        return -1
    while sign := _TAG_SIGN.search(source, at, end):
        if sign[0] == ">":
            return sign.start()
        closing = ends.find(sign[0], sign.end())
        is_value = source[max(at, sign.start() - 8) : sign.start()].rstrip().endswith("=")
        at = closing + 1 if closing >= 0 and is_value else sign.end()
    return -1
