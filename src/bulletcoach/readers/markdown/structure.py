"""The block structure of a Markdown text, by markdown-it, and where the text of each block stands.

Only the blocks are looked for there: what is inside of a line is read in `inline`, which knows its places.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, MutableMapping, Sequence
from functools import cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.deflist import deflist_plugin
from msgspec import Struct

from bulletcoach.model.text import Span
from bulletcoach.readers.lines import MAX_LINES
from bulletcoach.readers.markdown.links import label_of
from bulletcoach.readers.markdown.passage import Passage

DEEPEST = 60
"""Lists and quotations inside one another; two levels for each list."""
_MOST_LINES = 2 * MAX_LINES
_LINE_END = re.compile(r"\r\n|\n|\r")
_HEADING_LEAD = re.compile(r"[ \t>]*#{1,6}[ \t]*")
_CELL = re.compile(r"(?:\\.|[^|\\])+|\\")
_ROW_LEAD = re.compile(r"[ \t>]*\|?")


class Structure(Struct, frozen=True):
    """What markdown-it found: its tokens, the labels of links that are defined, and the lines that it counts."""

    tokens: Sequence[Token]
    references: Collection[str]
    lines: Sequence[Span]
    text: str
    source: str

    def passage(self, token: Token) -> Passage | None:
        """Where the text of an `inline` token stands, None for an empty one."""
        assert token.map is not None
        contents = token.content.split("\n")
        first = token.map[0]
        found: list[Span] = []
        columns: list[int] = []
        for number, content in enumerate(contents, first):
            said = content.strip()
            if number >= len(self.lines):
                break
            if said:
                found.append(self._place(self.lines[number], said))
                columns.append(found[-1].start - self.lines[number].start)
        return Passage(self.source, found, columns) if found else None

    def heading(self, token: Token) -> Passage | None:
        """The text of a heading with `#` in front."""
        assert token.map is not None
        line = self.lines[token.map[0]]
        lead = _HEADING_LEAD.match(self.text, line.start, line.end)
        said = token.content.strip()
        at = self.text.find(said, lead.end() if lead else line.start, line.end)
        return Passage(self.source, [Span(at, at + len(said))]) if said and at >= 0 else None

    def cells(self, number: int) -> list[Passage]:
        """The cells of the row of a table on line `number`."""
        line = self.lines[number]
        lead = _ROW_LEAD.match(self.text, line.start, line.end)
        passages = []
        for cell in _CELL.finditer(self.text, lead.end() if lead else line.start, line.end):
            said = cell[0].strip()
            if said:
                at = cell.start() + cell[0].index(said)
                passages.append(Passage(self.source, [Span(at, at + len(said))]))
        return passages

    def stretch(self, first: int, last: int) -> Span:
        """The source range of the lines from `first` up to `last`."""
        return Span(self.lines[first].start, self.lines[min(last, len(self.lines)) - 1].end)

    def end_of(self, token: Token, further: int) -> int:
        """The end of the line that stands so many lines `further` down than a block ends."""
        assert token.map is not None
        return self.lines[min(token.map[1] + further, len(self.lines)) - 1].end

    def is_blank(self, number: int) -> bool:
        """Whether nothing stands on a line but the signs of quotations."""
        return not self.lines[number].of(self.text).strip(" \t>")

    def _place(self, line: Span, said: str) -> Span:
        """Where on a line the end of its text stands that a block has; all of it where that cannot be told."""
        shown = line.of(self.text)
        kept = shown.rstrip()
        if kept.endswith(said):
            return Span(line.start + len(kept) - len(said), line.start + len(kept))
        at = kept.find(said)
        if at >= 0:
            return Span(line.start + at, line.start + at + len(said))
        left = len(shown) - len(shown.lstrip())
        return Span(line.start + left, line.start + max(left, len(kept)))


def structure_of(text: str, source: str) -> Structure:
    """The structure of `text`, which is `source` with blanks for all that is not read."""
    lines = list(_lines(text))
    environment: MutableMapping[str, Any] = {}
    tokens = _parser().parse(text if len(lines) <= _MOST_LINES else text[: lines[_MOST_LINES].start], environment)
    references = frozenset(label_of(label) for label in environment.get("references", ()))
    return Structure(tokens, references, lines, text, source)


@cache
def _parser() -> MarkdownIt:
    """The parser, which keeps nothing of what it has parsed, for blocks alone."""
    parser = MarkdownIt("commonmark", {"maxNesting": DEEPEST}).enable("table").disable("code").use(deflist_plugin)
    parser.core.ruler.disable(["inline", "text_join"])
    return parser


def _lines(text: str) -> Iterator[Span]:
    at = 0
    for end in _LINE_END.finditer(text):
        yield Span(at, end.start())
        at = end.end()
    yield Span(at, len(text))
