"""A place in a Typst source that moves on, and the pieces of it that are found by a pattern alone."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from contextlib import contextmanager

from bulletcoach.errors import InputError
from bulletcoach.model.document import Comment, Source
from bulletcoach.model.text import LineIndex, Span
from bulletcoach.readers.typst.nodes import String, Words

MOST_NESTED = 40
"""Brackets, lists and emphasis nested deeper than this are no résumé's."""

_LONGEST_RAW = 100_000

URL = re.compile(r"https?://[^\s\[\]\"<>\\`]*[^\s\[\]\"<>\\`.,;:!?'*_)]")
LINE_BREAK = re.compile(r"\r\n|\r|\n")
NAME = re.compile(r"[^\W\d][\w-]*")
OPERATOR = re.compile(r"(?:=>|==|!=|<=|>=|\+=|-=|\*=|/=|[-+*/<>=:]|(?:and|or|not\s+in|in|as)\b)(?!/)")
_BLANK = re.compile(r"\s+")
_COMMENT_EDGE = re.compile(r"/\*|\*/")
_TO_LINE_END = re.compile(r"[^\r\n]*")
_ESCAPE = re.compile(r"\\(?:u\{([0-9a-fA-F]{1,8})\}|(.))", re.DOTALL)
_STRING = re.compile(r'[^"\\]+')
_TICKS = re.compile(r"`+")
_IN_STRING = {"n": "\n", "t": "\t", "r": "\r", '"': '"', "\\": "\\"}


class Cursor:
    """`at` is the offset that is read next; `comments` are those passed so far."""

    def __init__(self, source: Source) -> None:
        self.text = source.text
        self.end = len(source.text)
        self.at = 0
        self.comments: list[Comment] = []
        self._source = source
        self._depth = 0
        self._lines = [0, *(found.end() for found in LINE_BREAK.finditer(source.text))]

    @contextmanager
    def nested(self) -> Iterator[None]:
        """One level deeper. Raises InputError where that is too deep."""
        self._depth += 1
        if self._depth > MOST_NESTED:
            line, _ = LineIndex(self.text).position(self.at)
            raise InputError(
                f"{self._source.path}:{line}: brackets and lists are nested more than {MOST_NESTED} deep here; "
                "close some of them"
            )
        yield
        self._depth -= 1

    def sees(self, sign: str) -> bool:
        return self.text.startswith(sign, self.at)

    @property
    def next(self) -> str:
        """The character at the cursor, empty at the end."""
        return self.text[self.at : self.at + 1]

    @property
    def column(self) -> int:
        """The number of characters in front of the cursor on its line."""
        return self.at - self._lines[bisect_right(self._lines, self.at) - 1]

    def blank(self) -> Span | None:
        """Passes white space."""
        return self._passed(_BLANK)

    def name(self) -> str:
        """Passes a name; empty where there is none."""
        found = self._passed(NAME)
        return found.of(self.text) if found else ""

    def comment(self) -> bool:
        """Passes a comment, if one begins here."""
        start = self.at
        if self.sees("//"):
            self._passed(_TO_LINE_END)
            self.comments.append(Comment(self.text[start + 2 : self.at].strip(), Span(start, self.at)))
            return True
        if not self.sees("/*"):
            return False
        depth = 0
        while found := _COMMENT_EDGE.search(self.text, self.at):
            self.at = found.end()
            depth += 1 if found[0] == "/*" else -1
            if not depth:
                break
        else:
            self.at = self.end
        inner = self.text[start + 2 : self.at].removesuffix("*/")
        self.comments.append(Comment(inner.strip(), Span(start, self.at)))
        return True

    def pass_blanks(self, *, lines: bool = True) -> bool:
        """Passes white space and comments, line breaks only where `lines` may end; whether a line ended."""
        ended = False
        while True:
            start = self.at
            found = _BLANK.match(self.text, self.at)
            if found and LINE_BREAK.search(found[0]):
                if not lines:
                    return ended
                ended = True
            if found:
                self.at = found.end()
            self.comment()
            if self.at == start:
                return ended

    def escape(self) -> Words | None:
        """Passes `\\$` or `\\u{1F600}`, in markup."""
        found = _ESCAPE.match(self.text, self.at)
        if found is None:
            return None
        self.at = found.end()
        return Words(Span(*found.span()), _character(found[1]) if found[1] else found[2])

    def string(self) -> String:
        """Passes a string, which begins here."""
        start = self.at
        self.at += 1
        parts: list[Words] = []
        while self.at < self.end and self.next != '"':
            if literal := self._passed(_STRING):
                parts.append(Words(literal))
            elif found := _ESCAPE.match(self.text, self.at):
                self.at = found.end()
                said = _character(found[1]) if found[1] else _IN_STRING.get(found[2])
                parts.append(Words(Span(*found.span()), said))
            else:
                self.at += 1
        inner = Span(start + 1, self.at)
        self.at = min(self.end, self.at + 1)
        return String(Span(start, self.at), inner, tuple(parts))

    def raw(self) -> tuple[Span, Span] | None:
        """Passes raw text between backticks; the two marks, or None where it has no end and only the backticks are
        passed."""
        ticks = _TICKS.match(self.text, self.at)
        assert ticks is not None, "raw text begins with a backtick"
        count = len(ticks[0])
        if count == 2:
            self.at = ticks.end()
            return Span(self.at - 2, self.at - 1), Span(self.at - 1, self.at)
        close = self.text.find(ticks[0], ticks.end(), ticks.end() + _LONGEST_RAW)
        if close < 0:
            self.at = ticks.end()
            return None
        start = ticks.end()
        if count > 2:
            tag = NAME.match(self.text, start)
            start = tag.end() if tag else start
        self.at = close + count
        return Span(ticks.start(), min(start, close)), Span(close, self.at)

    def _passed(self, pattern: re.Pattern[str]) -> Span | None:
        found = pattern.match(self.text, self.at)
        if found is None or found.end() == self.at:
            return None
        self.at = found.end()
        return Span(*found.span())


def _character(digits: str) -> str:
    number = int(digits, 16)
    return chr(number) if number < 0x110000 and not 0xD800 <= number < 0xE000 else "\ufffd"
