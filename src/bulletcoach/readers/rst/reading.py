"""From the lines of a reStructuredText file to blocks.

docutils tells no columns and leaves out lists that lack a blank line, which people write all the same; so the lines are
read here.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bulletcoach.model.document import Comment, Source
from bulletcoach.model.text import Span
from bulletcoach.readers.blocks import Block, Kind
from bulletcoach.readers.line_blocks import LineBlocks
from bulletcoach.readers.rst.directives import Directive, directive_at, substitutions
from bulletcoach.readers.rst.inline import grammar
from bulletcoach.readers.rst.signs import EXPLICIT, FIELD, ITEM, LINE_BLOCK, TARGET, behind_block
from bulletcoach.readers.rst.tables import GRID, Row, grid_at, list_rows, simple_at
from bulletcoach.readers.rst.titles import adornment, levels_of, title_at
from bulletcoach.readers.source_lines import SourceLine, source_lines
from bulletcoach.readers.titles import kind_of
from bulletcoach.readers.words import ResumeWords

_MOST_NESTED = 8
_LITERAL = "::"


def blocks_of(source: Source, words: ResumeWords) -> tuple[list[Block], list[Comment]]:
    """The blocks of a file, in order, and its comments."""
    lines = source_lines(source.text)
    reading = _Reading(LineBlocks(source, words, grammar(substitutions(lines))), words, levels_of(lines))
    reading.read(lines)
    return reading.page.blocks, reading.page.comments


class _Reading:
    """Goes through lines; `levels` are those of the styles of titles."""

    def __init__(self, page: LineBlocks, words: ResumeWords, levels: dict[str, int]) -> None:
        self.page = page
        self._words = words
        self._levels = levels
        self._items: list[int] = []  # the column of each list that is open
        self._depth = 0

    def read(self, lines: Sequence[SourceLine]) -> None:
        """Reads lines, of the file or of a table's cell."""
        at = 0
        while at < len(lines) and not self.page.is_full:
            at = self._line(lines, at)
        self.page.end()

    def _line(self, lines: Sequence[SourceLine], at: int) -> int:
        """Reads what begins on a line; the number of the next line."""
        line = lines[at]
        if line.is_blank:
            if self.page.open:
                self.page.end()
            self.page.gap = True
            return at + 1
        if not self.page.open and (title := title_at(lines, at)) is not None:
            self._items.clear()
            self.page.heading(title.text, self._levels.get(title.style, 6))
            return title.behind
        if adornment(line):
            self.page.end()
            self.page.gap = True
            return at + 1
        if (behind := self._set_off(lines, at)) is not None:
            return behind
        self._own(line)
        return at + 1

    def _set_off(self, lines: Sequence[SourceLine], at: int) -> int | None:
        """Reads a table, or what begins with two dots; the number of the line behind it."""
        line = lines[at]
        if table := grid_at(lines, at) if GRID.match(line.text) else simple_at(lines, at):
            self.page.end()
            self._rows(table.rows)
            return table.behind
        if directive := directive_at(lines, at):
            self.page.end()
            return self._directive(lines, directive)
        if TARGET.match(line.text):
            self.page.end()
            return behind_block(lines, at + 1, line.indent)
        if lead := EXPLICIT.match(line.text):
            self.page.end()
            return self._comment(lines, at, line.part(lead.end()))
        return None

    # ------------------------------------------------------------------------------------------ texts

    def _own(self, line: SourceLine) -> None:
        """Reads a line that is an item, a field, a verse or text."""
        found = ITEM.match(line.text)
        verse = LINE_BLOCK.match(line.text)
        if found and not self._is_within(found["marker"]):
            self._item(line, found)
        elif verse and not line.text.endswith("|"):
            self.page.line(line.part(verse.end()))
        elif (field := FIELD.match(line.text)) and not self.page.open:
            self._field(line, field)
        else:
            self._text(line)

    def _is_within(self, marker: str) -> bool:
        """Whether what looks like a number or letter of a list stands at the head of a line that was wrapped."""
        is_number = any(sign.isalnum() for sign in marker)
        return is_number and bool(self.page.open) and not any(sign.isalnum() for sign in self.page.marker)

    def _item(self, line: SourceLine, found: re.Match[str]) -> None:
        rest = line
        for _ in range(_MOST_NESTED):  # `- - text` opens two lists at once
            column = rest.left + rest.part(0, found.start("marker") + 1).indent
            while self._items and self._items[-1] > column:
                self._items.pop()
            if not self._items or self._items[-1] < column:
                self._items.append(column)
            marker = found["marker"]
            rest = rest.part(found.end())
            inner = ITEM.match(rest.text)
            if inner is None:
                break
            found = inner
        self.page.begin(marker, rest, len(self._items) - 1)

    def _text(self, line: SourceLine) -> None:
        column = line.left + line.indent
        if self.page.marker and self._items:
            if column > self._items[-1]:
                self.page.take(line.content())
                return
            self.page.end()
        if self.page.open:
            if self.page.open[-1].left != column:
                self.page.end()  # a definition below its term, or a quotation
        else:
            while self._items and self._items[-1] >= column:
                self._items.pop()
        text = line.content()
        if text.text.endswith(_LITERAL):
            text = text.part(0, len(text.text) - (2 if text.text == _LITERAL else 1))
        self.page.take(text)

    def _field(self, line: SourceLine, found: re.Match[str]) -> None:
        """`:Name: text` is read as “Name: text”."""
        self.page.end()
        rest = line.part(found.end())
        name = line.part(found.start("name"), found.end("name") + (not rest.text))
        rendering = self.page.joined(name, ":", " ", [rest] if rest.text else [])
        self.page.add(Kind.TEXT, rendering, Span(line.content().start, line.end))

    # ------------------------------------------------------------------------------------------ blocks

    def _comment(self, lines: Sequence[SourceLine], at: int, rest: SourceLine) -> int:
        if not rest.text and (at + 1 >= len(lines) or lines[at + 1].is_blank):
            return at + 1  # an empty comment ends what stands above and is none itself
        end = behind_block(lines, at + 1, lines[at].indent)
        own = [line for line in lines[at:end] if not line.is_blank]
        text = "\n".join([rest.text.strip(), *(line.text.strip() for line in own[1:])])
        self.page.comments.append(Comment(text.strip(), Span(lines[at].content().start, own[-1].end)))
        return end

    def _directive(self, lines: Sequence[SourceLine], directive: Directive) -> int:
        """Passes over a directive that is not read, or its first lines; what it holds is read as any other lines."""
        if not directive.is_read:
            return directive.end
        argument = directive.argument
        if argument.text and (directive.is_heading or kind_of(argument.text, self._words) is not None):
            self.page.heading(argument, max(self._levels.values(), default=1) + directive.is_heading)
        elif directive.has_text and not directive.is_table:
            self.page.line(argument)
        if directive.is_table:
            self._rows(list_rows(lines[directive.start : directive.end]) if directive.is_list_table else [])
            return directive.end
        self.page.gap = True
        return directive.start

    def _rows(self, rows: Sequence[Row]) -> None:
        """Cells with lists or paragraphs are read one after the other; short ones in a row are columns of a line."""
        for row in rows:
            line: list[SourceLine] = []
            for cell in row:
                own = [each for each in cell if not each.is_blank]
                if len(own) == 1 and not ITEM.match(own[0].text) and not LINE_BLOCK.match(own[0].text):
                    line.append(own[0].content())
                    continue
                self._columns(line)
                line = []
                self._cell(cell)
            self._columns(line)
            self.page.gap = True

    def _columns(self, parts: Sequence[SourceLine]) -> None:
        self.page.columns(sorted(parts, key=lambda part: part.start))

    def _cell(self, cell: Sequence[SourceLine]) -> None:
        if self._depth >= _MOST_NESTED:
            return
        items, self._items = self._items, []
        self._depth += 1
        self.read(cell)
        self._depth -= 1
        self._items = items
