"""From the lines of an AsciiDoc file to blocks."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bulletcoach.model.document import Comment, Source
from bulletcoach.model.text import Span
from bulletcoach.readers.asciidoc.attributes import Attributes
from bulletcoach.readers.asciidoc.delimited import next_line, read_delimited
from bulletcoach.readers.asciidoc.inline import grammar
from bulletcoach.readers.asciidoc.signs import (
    ADMONITION,
    ATTRIBUTE,
    AUTHOR,
    BOX,
    COMMENT,
    CONDITION,
    CONTINUATION,
    DELIMITER,
    ITEM,
    REVISION,
    TERM,
    is_unread,
)
from bulletcoach.readers.asciidoc.tables import EDGE, Cell, cells_of
from bulletcoach.readers.asciidoc.titles import block_title, is_underline, title_at, underlined_at
from bulletcoach.readers.blocks import Block, Kind
from bulletcoach.readers.headers import entry_dates
from bulletcoach.readers.levels import lift
from bulletcoach.readers.line_blocks import LineBlocks
from bulletcoach.readers.source_lines import SourceLine, source_lines
from bulletcoach.readers.words import ResumeWords

_MOST_NESTED = 8


def blocks_of(source: Source, words: ResumeWords) -> tuple[list[Block], list[Comment]]:
    """The blocks of a file, in order, and its comments."""
    lines = source_lines(source.text)
    levels = (title.level for at in range(len(lines)) if (title := title_at(lines, at)))
    reading = _Reading(source, words, lift(levels))
    reading.read(lines)
    return reading.page.blocks, reading.page.comments


class _Reading:
    """Goes through lines; `lift` is added to the levels of titles."""

    def __init__(self, source: Source, words: ResumeWords, lift: int) -> None:
        self._attributes = Attributes()
        self.page = LineBlocks(source, words, grammar(self._attributes.values))
        self._source = source
        self._words = words
        self._lift = lift
        self._items: list[str] = []  # the markers of the lists that are open
        self._depth = 0
        self._in_header = False

    def read(self, lines: Sequence[SourceLine]) -> None:
        """Reads lines, of the file or of a table's cell."""
        at = 0
        while at < len(lines) and not self.page.is_full:
            at = self._line(lines, at)
        self.page.end()

    def _line(self, lines: Sequence[SourceLine], at: int) -> int:
        """Reads what begins on a line; the number of the next line."""
        line = lines[at]
        text = line.text
        if line.is_blank:
            self.page.end()
            self.page.gap, self._in_header = True, False
            return at + 1
        if COMMENT.match(text):
            self.page.comments.append(Comment(text[2:].strip(), Span(line.start, line.end)))
            return at + 1
        if condition := CONDITION.match(text):
            self._condition(line, condition)
            return at + 1
        if attribute := ATTRIBUTE.match(text):
            if not self._in_header:
                self.page.end()
            return self._attributes.take(attribute, lines, at)
        if EDGE.match(text):
            return self._table(lines, at)
        if (delimiter := DELIMITER.match(text)) and not is_underline(lines, at):
            return read_delimited(lines, at, delimiter[1], self._source, self.page)
        if is_unread(text) or text == CONTINUATION:
            self.page.end()
            self.page.gap = self.page.gap or (not self._items and text != CONTINUATION)
            return at + 1
        if (behind := self._title(lines, at)) is not None:
            return behind
        self._own(line)
        return at + 1

    def _condition(self, line: SourceLine, found: re.Match[str]) -> None:
        """`ifdef::name[text]`: its text is read; where it holds for lines, those are."""
        self.page.end()
        if found["inner"] and not line.text.startswith(("endif", "ifeval")):
            self._line([line.part(found.start("inner"), found.end("inner"))], 0)
            self.page.end()

    def _title(self, lines: Sequence[SourceLine], at: int) -> int | None:
        """Reads a title that begins on a line; the number of the line behind it."""
        is_free = not self.page.open
        title = title_at(lines, at) or (underlined_at(lines, at) if is_free else None)
        if title is not None:
            self._items.clear()
            self.page.heading(title.text, title.level + self._lift)
            self._in_header = title.level == 1
            return title.behind
        if is_free and (own := block_title(lines[at])) is not None:
            self.page.gap = self.page.gap or not self._items
            self.page.line(own)
            return at + 1
        return None

    def _own(self, line: SourceLine) -> None:
        """Reads a line that is an item, a term or text."""
        if found := ITEM.match(line.text):
            self._item(line, found)
        elif (term := TERM.match(line.text)) and not self.page.open:
            self._term(line, term)
        elif self._in_header and REVISION.match(line.text):
            pass
        elif self._in_header and AUTHOR.match(line.text):
            self.page.line(line)
        else:
            self._text(line.content())

    def _item(self, line: SourceLine, found: re.Match[str]) -> None:
        marker = found["marker"]
        kind = "1." if marker[0].isalnum() else marker
        if kind in self._items:
            del self._items[self._items.index(kind) + 1 :]
        else:
            self._items.append(kind)
        rest = line.part(found.end())
        if box := BOX.match(rest.text):
            rest = rest.part(box.end())
        self.page.begin(marker, rest, len(self._items) - 1)

    def _term(self, line: SourceLine, found: re.Match[str]) -> None:
        """`term:: text` is read as “term: text”, or as two columns where either has dates; `term::` above a list names
        an entry."""
        self.page.end()
        self._items.clear()
        term, rest = line.part(found.start("term"), found.end("term")), line.part(found.end())
        if not rest.text:
            self.page.gap = True
            self.page.line(term)
            return
        is_dated = bool(entry_dates(term.text, self._words) or entry_dates(rest.text, self._words))
        rendering = self.page.joined(term, *(("", "\t") if is_dated else (":", " ")), [rest])
        self.page.add(Kind.TEXT, rendering, Span(term.start, rest.end))

    def _text(self, content: SourceLine) -> None:
        if not self.page.open:
            self._items.clear()
            if admonition := ADMONITION.match(content.text):
                content = content.part(admonition.end())
        self.page.take(content)

    # ------------------------------------------------------------------------------------------ blocks

    def _table(self, lines: Sequence[SourceLine], at: int) -> int:
        """A table: the short cells of a row are columns of a line, the others are read one after the other."""
        self.page.end()
        self._items.clear()
        end = next_line(lines, at + 1, lines[at].text)
        row: list[SourceLine] = []
        for cell in cells_of(lines[at + 1 : end]):
            own = [line for line in cell.lines if not line.is_blank]
            is_short = len(own) == 1 and not _is_block(own[0])
            if cell.is_first or (own and not is_short):
                self.page.columns(row)
                row = []
            if is_short:
                row.append(own[0].content())
            elif own:
                self._cell(cell)
        self.page.columns(row)
        self.page.gap = True
        return end + 1

    def _cell(self, cell: Cell) -> None:
        if self._depth >= _MOST_NESTED:
            return
        self._depth += 1
        self.read([line.content() for line in cell.lines])
        self._depth -= 1
        self._items.clear()


def _is_block(line: SourceLine) -> bool:
    return bool(ITEM.match(line.text) or title_at([line.content()], 0))
