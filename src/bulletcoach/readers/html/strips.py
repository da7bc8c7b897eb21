"""HTML laid out as a browser does: from tags and texts to the strips that are seen (see `layout`)."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from bulletcoach.model.document import Comment
from bulletcoach.model.text import Span
from bulletcoach.readers.html.cutting import trimmed
from bulletcoach.readers.html.elements import (
    BLOCKS,
    CELLS,
    CLOSED_BY,
    LISTS,
    PARAGRAPHS,
    VOID,
    is_bold,
    is_unseen,
    keeps_blanks,
    level_of,
)
from bulletcoach.readers.html.layout import Item, Landmark, Layout, Strip
from bulletcoach.readers.html.tokens import Sign, Token, attributes_of, tokens_of
from bulletcoach.readers.rendering import Renderer

_TEXT = re.compile(
    r"(?P<space>[ \t\n\r\f]+)"
    r"|(?P<entity>&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z][A-Za-z\d]{1,31});?)"
    r"|&|[^& \t\n\r\f]+"
)
_NEWLINE = re.compile(r"\r\n|\n|\r")
_DEEPEST = 400
"""Elements inside one another; those further in are not kept apart."""
_LONGEST_HEADER = 240
_SET_APART = ("small", "span", "time", "em", "i")
_CLOSES_PARAGRAPH = (frozenset({"p"}), BLOCKS - {"p"})
_FAR = 3  # blocks that end or begin between two strips where one entry ends and another begins
_LEVEL_OF_WORD = re.compile(r"mso-list:[^;]*\blevel(\d)", re.IGNORECASE)
_LEVEL_OF_DOCS = re.compile(r"\blst-kix_\w+-(\d)\b")


@dataclass(slots=True)
class _Open:
    """An element that is open, and what it says of the text in it."""

    name: str
    span: Span
    strip: int
    is_block: bool
    is_bold: bool
    is_kept: bool
    level: int
    style: str
    item: Item | None
    row: int
    cell: int
    landmark: str
    cells: int = 0
    items: int = 0


@dataclass(slots=True)
class _Line:
    """The strip that is being written."""

    renderer: Renderer
    bold: int = 0
    length: int = 0
    space: Span | None = None
    closed: str = ""
    opened: str = ""
    own: _Open | None = None


def laid_out(source: str, start: int, end: int, *, keeps_lines: bool = False) -> Layout:
    """The layout of `source` from `start` to `end`. `keeps_lines`: its line breaks are meant, as in a Markdown file."""
    return _Writer(source, keeps_lines).written(start, end)


@dataclass(slots=True)
class _Writer:
    source: str
    keeps_lines: bool
    strips: list[Strip] = field(default_factory=list)
    landmarks: list[Landmark] = field(default_factory=list)
    comments: list[Comment] = field(default_factory=list)
    stack: list[_Open] = field(default_factory=list)
    line: _Line = field(init=False)
    crossed: int = _FAR
    rows: int = 0
    unseen: int = 0
    unseen_name: str = ""
    is_cut: bool = False

    def __post_init__(self) -> None:
        self.line = _Line(Renderer(self.source))

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
        while self.stack:
            self._pop(None)
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
        is_word_marker = self._in_item() and "mso-list:ignore" in attributes.get("style", "").lower().replace(" ", "")
        if is_word_marker or is_unseen(name, attributes) or (name == "footer" and not self._has_content(token)):
            if name not in VOID and not (token.is_empty and name in ("script", "svg", "iframe")):
                self.unseen, self.unseen_name = 1, name
            return
        if name in VOID:
            if name == "hr":
                self._finish()
                self.crossed = _FAR
            return
        is_block = name in BLOCKS or level_of(name, attributes) > 0
        if is_block:
            self._close_before(name)
            self._finish()
            self.crossed += _FAR if name in PARAGRAPHS else 1
        else:
            self.line.opened = name
        if len(self.stack) >= _DEEPEST:
            self.is_cut = True
            return
        self.stack.append(self._opened(token, attributes, is_block))

    def _has_content(self, token: Token) -> bool:
        """Whether a footer holds headings or lists, not only who made the page."""
        close = self.source.find("</footer", token.span.end)
        inside = self.source[token.span.end : close if close >= 0 else len(self.source)][:20_000]
        return re.search(r"<(?:h[1-6]|li)\b", inside, re.IGNORECASE) is not None

    def _opened(self, token: Token, attributes: Mapping[str, str], is_block: bool) -> _Open:
        name = token.name
        above = self.stack[-1] if self.stack else None
        style = f"{name} {attributes['class'].strip()}" if attributes.get("class") else ""
        landmark = attributes.get("id", "") or (attributes.get("class", "") if name == "section" else "")
        opened = _Open(
            name,
            token.span,
            len(self.strips),
            is_block,
            is_bold(name, attributes) or bool(above and above.is_bold),
            keeps_blanks(name, attributes) or bool(above and above.is_kept),
            level_of(name, attributes) or (above.level if above else 0),
            style if is_block or not above else above.style,
            above.item if above else None,
            above.row if above else 0,
            above.cell if above else 0,
            landmark if is_block else "",
        )
        if name in LISTS and opened.item is not None:
            opened.item.has_list = True
        if name == "li" or _LEVEL_OF_WORD.search(attributes.get("style", "")):
            opened.item = self._item(name, attributes, above)
        if name == "tr":
            self.rows += 1
            opened.row, opened.cell = self.rows, 0
        if name in CELLS:
            row = next((each for each in reversed(self.stack) if each.name == "tr"), None)
            if row is not None:
                row.cells += 1
                opened.cell = row.cells
            opened.item = None
        return opened

    def _item(self, name: str, attributes: Mapping[str, str], above: _Open | None) -> Item:
        lists = [each for each in self.stack if each.name in LISTS]
        depth = max(0, len(lists) - 1)
        told = _LEVEL_OF_WORD.search(attributes.get("style", ""))
        if name != "li" and told:
            depth = max(0, int(told[1]) - 1)
        elif lists and (told := _LEVEL_OF_DOCS.search(lists[-1].style)):
            depth = int(told[1])
        marker = "-"
        if lists:
            lists[-1].items += 1
            marker = f"{lists[-1].items}." if lists[-1].name == "ol" else "-"
        return Item(above.item if above else None, depth, marker)

    def _close_before(self, name: str) -> None:
        """Close what the start of a block closes without saying so."""
        names, bound = CLOSED_BY.get(name, _CLOSES_PARAGRAPH)
        for height in range(len(self.stack) - 1, -1, -1):
            if self.stack[height].name in names:
                while len(self.stack) > height:
                    self._pop(None)
                return
            if self.stack[height].name in bound:
                return

    def _end(self, token: Token) -> None:
        name = token.name
        if name == "br":
            self._break(token)
            return
        height = self._height_of(name)
        if height is None:
            if name in BLOCKS:
                self._finish()
            return
        if self.stack[height].is_block:
            while len(self.stack) > height:
                self._pop(token if len(self.stack) == height + 1 else None)
            return
        self._close_inline(self.stack.pop(height), token)

    def _height_of(self, name: str) -> int | None:
        """Where in the stack the element of a name stands that an end tag closes."""
        is_block = name in BLOCKS
        for height in range(len(self.stack) - 1, -1, -1):
            own = self.stack[height]
            if own.name == name:
                return height
            if (
                is_block
                and own.name in CELLS
                and name not in ("table", "tr", "tbody", "thead", "body", "html", "tfoot")
            ):
                return None
            if (own.is_block and not is_block) or (name == "li" and own.name in LISTS):
                return None
        return None

    def _pop(self, token: Token | None) -> None:
        closed = self.stack.pop()
        if closed.is_block:
            self._finish()
            self.crossed += _FAR if closed.name in PARAGRAPHS else 1
            if closed.landmark:
                self.landmarks.append(Landmark(closed.landmark, closed.strip, len(self.strips), closed.span))
        elif token is not None:
            self._close_inline(closed, token)

    def _close_inline(self, opened: _Open, token: Token) -> None:
        if opened.strip == len(self.strips):
            self.line.renderer.mark(opened.span, token.span)
        self.line.closed = opened.name
        self.line.opened = ""

    def _break(self, token: Token) -> None:
        own = self.stack[-1] if self.stack else None
        if own is not None and own.level and not self.line.renderer.is_empty:
            self.line.renderer.say("\t", token.span.start, token.span.end)
            self.line.space = None
            return
        if self.line.renderer.is_empty:
            self.crossed = max(self.crossed, _FAR)  # an empty line
            return
        self._finish()

    def _text(self, span: Span) -> None:
        own = self.stack[-1] if self.stack else None
        if (
            own is not None
            and own.name in ("table", "tbody", "thead", "tr", "colgroup")
            and not span.of(self.source).strip()
        ):
            return
        is_kept = own is not None and own.is_kept
        for match in _TEXT.finditer(self.source, span.start, span.end):
            if match.lastgroup == "space":
                self._space(match, is_kept)
            elif match.lastgroup == "entity":
                said = html.unescape(match[0])
                if said:  # a few numbers stand for nothing
                    self._write(said, match, own, is_copy=said == match[0])
            else:
                self._write(match[0], match, own, is_copy=True)

    def _space(self, match: re.Match[str], is_kept: bool) -> None:
        if is_kept:
            self._keep_space(match)
        elif self.keeps_lines and _NEWLINE.search(match[0]) and not self._in_item():
            self._finish()
        elif self.line.space is None and not self.line.renderer.is_empty:
            self.line.space = Span(*match.span())

    def _in_item(self) -> bool:
        return bool(self.stack) and self.stack[-1].item is not None

    def _keep_space(self, match: re.Match[str]) -> None:
        renderer, at = self.line.renderer, match.start()
        for each in _NEWLINE.finditer(self.source, match.start(), match.end()):
            renderer.copy(at, each.start())
            renderer.say("\n", each.start(), each.end())
            at = each.end()
        renderer.copy(at, match.end())

    def _write(self, said: str, match: re.Match[str], own: _Open | None, *, is_copy: bool) -> None:
        line = self.line
        if line.renderer.is_empty:
            line.own = own
        elif line.space is not None:
            is_column = self._parts_names(said, is_heading=own is not None and own.level > 0)
            line.renderer.say("\t" if is_column else " ", line.space.start, line.space.end)
        elif self._is_glued(said):
            line.renderer.say("\t", match.start(), match.start())
        line.space, line.closed, line.opened = None, "", ""
        if is_copy:
            line.renderer.copy(match.start(), match.end())
        else:
            line.renderer.say(said, match.start(), match.end())
        line.length += len(said)
        line.bold += len(said) if own is not None and own.is_bold else 0

    def _parts_names(self, said: str, *, is_heading: bool) -> bool:
        """Whether the blank before `said` parts two names that differ in their markup: `<b>Agent</b> <i>Acme</i>`.

        In a heading one of them may have none: `Agent <small>Acme</small>`.
        """
        line = self.line
        if line.length > _LONGEST_HEADER or not (said[0].isupper() or said[0].isdigit()):
            return False
        if is_heading and not line.closed:
            return line.opened in _SET_APART
        return bool(line.closed) and bool(line.opened) and line.opened != line.closed

    def _is_glued(self, said: str) -> bool:
        """Whether a tag alone parts two names: `Agent</span><span>2019`."""
        line = self.line
        if self._in_item() or not (line.closed or line.opened) or line.length > _LONGEST_HEADER:
            return False
        last = line.renderer.last
        if line.closed and line.opened and line.closed != line.opened:
            return last.isalnum() and (said[0].isupper() or said[0].isdigit())
        if last.islower() or last == ")":
            return said[0].isupper() or said[:2].isdigit()
        return (last.isdigit() and said[0].isupper() and said[1:2].islower()) or (last.isupper() and said[:4].isdigit())

    def _finish(self) -> None:
        """End the strip that is being written."""
        line, self.line = self.line, _Line(Renderer(self.source))
        rendering = trimmed(line.renderer.rendering())
        if not rendering.text:
            return
        own = line.own
        self.strips.append(
            Strip(
                rendering,
                level=own.level if own else 0,
                item=own.item if own else None,
                row=own.row if own else 0,
                cell=own.cell if own else 0,
                style=own.style if own else "",
                gap=self.crossed >= _FAR,
                is_bold=line.length > 0 and line.bold >= line.length,
                is_kept=bool(own and own.is_kept) and "\n" in rendering.text,
            )
        )
        self.crossed = 0
