"""HTML laid out as a browser does: from tags and texts to the strips that are seen (see `layout`)."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping

from msgspec import Struct, field

from bulletcoach.model.document import Comment
from bulletcoach.model.text import Span
from bulletcoach.readers.html.elements import BLOCKS, PARAGRAPHS, VOID, is_unseen, level_of
from bulletcoach.readers.html.layout import Landmark, Layout, Strip
from bulletcoach.readers.html.line import NEWLINE, Line
from bulletcoach.readers.html.nesting import Nesting
from bulletcoach.readers.html.tokens import Sign, Token, attributes_of, tokens_of
from bulletcoach.readers.rendering import Renderer

_TEXT = re.compile(
    r"(?P<space>[ \t\n\r\f]+)"
    r"|(?P<entity>&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z][A-Za-z\d]{1,31});?)"
    r"|&|[^& \t\n\r\f]+"
)
_FAR = 3  # blocks that end or begin between two strips where one entry ends and another begins
_BETWEEN_CELLS = ("table", "tbody", "thead", "tr", "colgroup")
_SELF_CLOSING = ("script", "svg", "iframe")
_CONTENT = re.compile(r"<(?:h[1-6]|li)\b", re.IGNORECASE)
_LONGEST_FOOTER = 20_000


def laid_out(source: str, start: int, end: int, *, keeps_lines: bool = False) -> Layout:
    """The layout of `source` from `start` to `end`. `keeps_lines`: its line breaks are meant, as in a Markdown file."""
    return _Writer(source, keeps_lines, Line(source, Renderer(source))).written(start, end)


class _Writer(Struct):
    """One way through the tokens.

    `crossed` counts the blocks that ended or began since the last strip; `unseen` those of the name `unseen_name` that
    are open and not shown.
    """

    source: str
    keeps_lines: bool
    line: Line
    strips: list[Strip] = field(default_factory=list)
    landmarks: list[Landmark] = field(default_factory=list)
    comments: list[Comment] = field(default_factory=list)
    nesting: Nesting = field(default_factory=Nesting)
    crossed: int = _FAR
    unseen: int = 0
    unseen_name: str = ""
    is_cut: bool = False

    def written(self, start: int, end: int) -> Layout:
        for token in tokens_of(self.source, start, end):
            if token.sign is Sign.COMMENT:
                self.comments.append(Comment(token.inside.of(self.source).strip(), token.span))
            elif self.unseen:
                self._pass_unseen(token)
            elif token.sign is Sign.START:
                self._start(token)
            elif token.sign is Sign.END:
                self._end(token)
            elif token.sign is Sign.TEXT:
                self._text(token.span)
        self._close_down_to(0)
        self._finish()
        return Layout(tuple(self.strips), tuple(self.landmarks), tuple(self.comments), self.is_cut)

    def _pass_unseen(self, token: Token) -> None:
        """Count the elements of the name of an unseen one until it ends; a head ends where the body begins."""
        if self.unseen_name == "head" and token.sign is Sign.START and token.name in BLOCKS:
            self.unseen = 0
            self._start(token)
        elif token.name == self.unseen_name and token.sign is Sign.START and not token.is_empty:
            self.unseen += 1
        elif token.name == self.unseen_name and token.sign is Sign.END:
            self.unseen -= 1

    def _start(self, token: Token) -> None:
        name = token.name
        if name == "br":
            self._break(token)
            return
        attributes = attributes_of(token, self.source)
        if self._is_hidden(token, attributes):
            if name not in VOID and not (token.is_empty and name in _SELF_CLOSING):
                self.unseen, self.unseen_name = 1, name
            return
        if name in VOID:
            if name == "hr":
                self._finish()
                self.crossed = _FAR
            return
        is_block = name in BLOCKS or level_of(name, attributes) > 0
        if is_block:
            self._close_down_to(self.nesting.height_closed_by_start(name))
            self._finish()
            self.crossed += _FAR if name in PARAGRAPHS else 1
        else:
            self.line.open(name, attributes.get("class", ""))
        if self.nesting.is_full:
            self.is_cut = True
            return
        self.nesting.open(token, attributes, strip=len(self.strips), is_block=is_block)

    def _is_hidden(self, token: Token, attributes: Mapping[str, str]) -> bool:
        """Whether nobody sees an element, or it is a marker that Word typed, or tells who made the page."""
        is_ignored = "mso-list:ignore" in attributes.get("style", "").lower().replace(" ", "")
        if (is_ignored and self.nesting.is_in_item) or is_unseen(token.name, attributes):
            return True
        return token.name == "footer" and not self._has_content(token)

    def _has_content(self, token: Token) -> bool:
        """Whether a footer holds headings or lists, not only who made the page."""
        close = self.source.find("</footer", token.span.end)
        inside = self.source[token.span.end : close if close >= 0 else len(self.source)][:_LONGEST_FOOTER]
        return _CONTENT.search(inside) is not None

    def _end(self, token: Token) -> None:
        name = token.name
        if name == "br":
            self._break(token)
            return
        height = self.nesting.height_of(name)
        if height is None:
            if name in BLOCKS:
                self._finish()
        elif self.nesting.stack[height].is_block:
            self._close_down_to(height)
        else:
            opened = self.nesting.stack.pop(height)
            self.line.close(opened, token.span, is_whole=opened.strip == len(self.strips))

    def _close_down_to(self, height: int) -> None:
        """End all elements but the first so many."""
        while len(self.nesting.stack) > height:
            closed = self.nesting.stack.pop()
            if closed.is_block:
                self._finish()
                self.crossed += _FAR if closed.name in PARAGRAPHS else 1
                if closed.landmark:
                    self.landmarks.append(Landmark(closed.landmark, closed.strip, len(self.strips), closed.span))

    def _break(self, token: Token) -> None:
        own = self.nesting.inmost
        if own is not None and own.level and not self.line.is_empty:
            self.line.column(token.span)
        elif self.line.is_empty:
            self.crossed = max(self.crossed, _FAR)  # an empty line
        else:
            self._finish()

    def _text(self, span: Span) -> None:
        own = self.nesting.inmost
        if own is not None and own.name in _BETWEEN_CELLS and not span.of(self.source).strip():
            return
        for match in _TEXT.finditer(self.source, span.start, span.end):
            at = Span(*match.span())
            if match.lastgroup == "space":
                self._space(at, is_kept=own is not None and own.is_kept)
            elif said := html.unescape(match[0]) if match.lastgroup == "entity" else match[0]:
                self.line.add(said, at, own)  # a few numbers stand for nothing

    def _space(self, at: Span, *, is_kept: bool) -> None:
        if is_kept:
            self.line.kept_blank(at)
        elif self.keeps_lines and NEWLINE.search(at.of(self.source)) and not self.nesting.is_in_item:
            self._finish()
        else:
            self.line.blank(at)

    def _finish(self) -> None:
        """End the strip that is being written."""
        strip = self.line.strip(gap=self.crossed >= _FAR)
        self.line = Line(self.source, Renderer(self.source))
        if strip is not None:
            self.strips.append(strip)
            self.crossed = 0
