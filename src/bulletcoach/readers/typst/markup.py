"""Typst's markup: text, emphasis, headings and lists, with code embedded in it."""

from __future__ import annotations

import re

from msgspec import Struct
from msgspec.structs import replace

from bulletcoach.model.document import Source
from bulletcoach.model.text import Span
from bulletcoach.readers.typst.code import Code
from bulletcoach.readers.typst.cursor import LINE_BREAK, URL, Cursor
from bulletcoach.readers.typst.nodes import Blank, Break, Content, Heading, Item, Math, Node, Styled, Words

_PLAIN = re.compile(r"(?:[^\s\\*_`$<@#~\-./\[\]h]|h(?!ttps?://))+")
_SHORTHAND = re.compile(r"---|--|-\?|\.\.\.")
_SHORTHANDS = {"---": "—", "--": "–", "-?": "\u00ad", "...": "…"}
_LABEL = re.compile(r"<[^\W\d][\w.:-]*>")
_REFERENCE = re.compile(r"@[^\W\d][\w:-]*(?:\.[\w:-]+)*")
_HEADING = re.compile(r"=+(?=\s|$)")
_MARKER = re.compile(r"(?:[-+/]|\d{1,9}\.)(?=\s|$)")
_BLANK_LINE = re.compile(r"(?:\r\n|\r|\n)[^\S\r\n]*(?:\r\n|\r|\n)")


class _Until(Struct, frozen=True):
    """Where a stretch of markup ends: at a line indented no further than `column`, at the end of its line, at the
    bracket that closes it, at one of the `delimiters` of the emphasis that it stands in."""

    column: int = -1
    line: bool = False
    bracket: bool = False
    delimiters: str = ""


def parsed(source: Source) -> tuple[tuple[Node, ...], Cursor]:
    """The nodes of a file, and the cursor at its end, which has its comments. Raises InputError for one that is
    nested too deep."""
    cursor = Cursor(source)
    return _Markup(cursor).nodes(_Until()), cursor


class _Markup:
    def __init__(self, cursor: Cursor) -> None:
        self._cursor = cursor
        self._code = Code(cursor, self._content)

    def nodes(self, until: _Until) -> tuple[Node, ...]:
        cursor = self._cursor
        found: list[Node] = []
        at_start = not until.line and not until.delimiters
        open_brackets = 0
        while cursor.at < cursor.end:
            if cursor.next.isspace():
                blank = self._blank(until)
                if blank is None:
                    break
                found.append(blank)
                at_start = at_start or (blank.breaks > 0 and not until.delimiters and not until.line)
                continue
            if cursor.comment():
                continue
            if cursor.next == "]":
                if not open_brackets and until.bracket:
                    break
                open_brackets = max(0, open_brackets - 1)
            elif cursor.next == "[":
                open_brackets += 1
            elif cursor.next in ("*", "_") and cursor.next in until.delimiters and not self._in_word():
                break
            if at_start and (block := self._block(until)):
                found.append(block)
            else:
                found += self._inline(until)
            at_start = False
        return tuple(found)

    def _content(self, _cursor: Cursor) -> Content:
        """`[…]`, which begins here."""
        cursor = self._cursor
        start = cursor.at
        cursor.at += 1
        with cursor.nested():
            children = self.nodes(_Until(bracket=True))
        inner = Span(start + 1, cursor.at)
        cursor.at = min(cursor.end, cursor.at + 1)
        return Content(Span(start, cursor.at), inner, children)

    def _blank(self, until: _Until) -> Blank | None:
        """Passes white space, unless the stretch ends with it."""
        cursor = self._cursor
        start = cursor.at
        span = cursor.blank()
        assert span is not None, "there is white space here"
        breaks = len(LINE_BREAK.findall(span.of(cursor.text)))
        if breaks:
            is_outside = cursor.at >= cursor.end or cursor.column <= until.column
            if until.line or (until.column >= 0 and is_outside) or (until.delimiters and breaks > 1):
                cursor.at = start
                return None
        return Blank(span, breaks)

    def _block(self, until: _Until) -> Heading | Item | None:
        """A heading or a list item that begins here."""
        cursor = self._cursor
        start, column = cursor.at, cursor.column
        if found := _HEADING.match(cursor.text, start):
            cursor.at = found.end()
            with cursor.nested():
                children = self.nodes(replace(until, line=True))
            return Heading(Span(start, cursor.at), len(found[0]), children)
        if found := _MARKER.match(cursor.text, start):
            cursor.at = found.end()
            with cursor.nested():
                children = self.nodes(_Until(max(column, until.column), bracket=until.bracket))
            return Item(Span(start, cursor.at), found[0], children)
        return None

    def _inline(self, until: _Until) -> list[Node]:
        """The next piece of a line. Always passes something."""
        cursor = self._cursor
        start = cursor.at
        if found := URL.match(cursor.text, start):
            cursor.at = found.end()
            return [Words(Span(start, cursor.at))]
        if found := _PLAIN.match(cursor.text, start):
            cursor.at = found.end()
            return [Words(Span(start, cursor.at))]
        match cursor.next:
            case "\\":
                return [self._escaped()]
            case "*" | "_" if not self._in_word():
                return self._styled(cursor.next, until)
            case "`":
                if marks := cursor.raw():
                    return [Styled(*marks, (Words(Span(marks[0].end, marks[1].start)),))]
                return [Words(Span(start, cursor.at))]
            case "$":
                if math := self._math():
                    return [math]
            case "~":
                cursor.at += 1
                return [Words(Span(start, cursor.at), "\u00a0")]
            case "#":
                cursor.at += 1
                code = self._code.embedded()
                return [Words(Span(start, cursor.at)) if code is None else code]
        return [self._sign()]

    def _sign(self) -> Node:
        """A label, a reference, a dash, or a character that stands for itself."""
        cursor = self._cursor
        start = cursor.at
        hidden = _LABEL.match(cursor.text, start)
        if hidden is None and not cursor.text[start - 1 : start].isalnum():
            hidden = _REFERENCE.match(cursor.text, start)
        if hidden:
            cursor.at = hidden.end()
            return Words(Span(start, cursor.at), "")
        if found := _SHORTHAND.match(cursor.text, start):
            cursor.at = found.end()
            return Words(Span(start, cursor.at), _SHORTHANDS[found[0]])
        cursor.at += 1
        return Words(Span(start, cursor.at))

    def _escaped(self) -> Node:
        cursor = self._cursor
        start = cursor.at
        behind = cursor.text[start + 1 : start + 2]
        if not behind or behind.isspace():
            cursor.at += 1
            return Break(Span(start, cursor.at))
        return cursor.escape() or Words(Span(start, start + 1))

    def _styled(self, mark: str, until: _Until) -> list[Node]:
        """`*…*`; a mark without its other half is text."""
        cursor = self._cursor
        opening = Span(cursor.at, cursor.at + 1)
        cursor.at += 1
        with cursor.nested():
            children = self.nodes(replace(until, delimiters=until.delimiters + mark))
        if cursor.next != mark:
            return [Words(opening), *children]
        cursor.at += 1
        return [Styled(opening, Span(cursor.at - 1, cursor.at), children)]

    def _in_word(self) -> bool:
        """Whether a `*` or `_` stands between letters or digits: then it is no mark."""
        at = self._cursor.at
        return self._cursor.text[max(0, at - 1) : at].isalnum() and self._cursor.text[at + 1 : at + 2].isalnum()

    def _math(self) -> Math | None:
        """`$…$`, which `rendering` reads; None where no other `$` follows in the paragraph."""
        cursor = self._cursor
        close = cursor.text.find("$", cursor.at + 1)
        while close > 0 and cursor.text[close - 1] == "\\":
            close = cursor.text.find("$", close + 1)
        if close < 0 or _BLANK_LINE.search(cursor.text, cursor.at, close):
            return None
        span = Span(cursor.at, close + 1)
        cursor.at = close + 1
        return Math(span)
