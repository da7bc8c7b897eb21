"""From the lines of an Org file to blocks."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bulletcoach.model.document import Comment, Source
from bulletcoach.model.text import Span
from bulletcoach.readers.blocks import Block, Kind
from bulletcoach.readers.headers import entry_dates
from bulletcoach.readers.levels import lift
from bulletcoach.readers.line_blocks import LineBlocks
from bulletcoach.readers.org.drawers import Told, told
from bulletcoach.readers.org.headlines import Headline
from bulletcoach.readers.org.inline import grammar
from bulletcoach.readers.org.outline_file import OutlineFile
from bulletcoach.readers.org.signs import BEGIN, COMMENT, DRAWER, ITEM, is_aside, item_text, parts, stars, unfixed
from bulletcoach.readers.rendering import Renderer, Rendering
from bulletcoach.readers.shapes import is_contact, is_sentence, opens_like_bullet, word_count
from bulletcoach.readers.source_lines import SourceLine
from bulletcoach.readers.words import ResumeWords

_UNREAD = frozenset(("comment", "src", "example", "export", "latex", "html", "ascii"))
_TERM = re.compile(r"[ \t]+::(?:[ \t]+|$)")
_SECTIONS_AND_ENTRIES = 2
"""Headlines down to this level are no bullets."""


def blocks_of(source: Source, words: ResumeWords) -> tuple[list[Block], list[Comment]]:
    """The blocks of a file, in order, and its comments."""
    reading = _Reading(source, words)
    reading.read()
    return reading.page.blocks, reading.page.comments


class _Page(LineBlocks):
    def bullet(self, lines: Sequence[SourceLine]) -> Rendering:
        """`term :: text` is read as “term: text”."""
        term = _TERM.search(lines[0].text)
        if term is None or not term.start():
            return self.said(lines)
        rest = [line for line in (lines[0].part(term.end()), *lines[1:]) if line.text]
        return self.joined(lines[0].part(0, term.start()), ":", " ", rest)


class _Reading:
    """Goes through the lines of a file."""

    def __init__(self, source: Source, words: ResumeWords) -> None:
        self._file = OutlineFile(source.text)
        self.page = _Page(source, words, grammar(self._file.macros))
        self._source = source
        self._words = words
        self._lift = lift(stars(line) for line in self._file.lines if line.text.startswith("* "))
        self._items: list[int] = []  # the indentation of each list that is open

    def read(self) -> None:
        at = 0
        while at < len(self._file.lines) and not self.page.is_full:
            at = self._line(at)
        self.page.end()

    def _line(self, at: int) -> int:
        """Reads what begins on a line; the number of the next line."""
        line = self._file.lines[at]
        if line.is_blank:
            self.page.end()
            self.page.gap = True
            return at + 1
        if line.text.startswith("*") and (found := self._file.headline(at)):
            return self._section(found, at)
        if begin := BEGIN.match(line.text):
            return self._block(at, begin[1].casefold())
        if DRAWER.match(line.text) and (behind := self._file.behind_drawer(at)) is not None:
            self.page.end()
            return behind
        if COMMENT.match(line.text):
            self._comment([line], [line])
        elif parts(line.text):
            self.page.end()
            self.page.gap = True
        elif is_aside(line.text):
            self.page.end()
        elif item := ITEM.match(line.text):
            self._item(line, item)
        elif line.text.lstrip().startswith("|"):
            self._row(line)
        else:
            self._text(line)
        return at + 1

    # ------------------------------------------------------------------------------------------ headlines

    def _section(self, found: Headline, at: int) -> int:
        self.page.end()
        self._items.clear()
        if found.is_hidden:
            return self._file.behind_subtree(found.level, at + 1)
        if found.is_unheaded or not found.title.text:
            self.page.gap = True
            return at + 1
        rendering = self.page.said([found.title])
        span = Span(found.title.start, found.title.end)
        text = rendering.text.strip()
        if (entry := told(text, found.properties, self._words)) is not None:
            self._entry(entry, span)
        elif self._is_bullet(found, text, at):
            self.page.add(Kind.BULLET, rendering, span, level=0, marker="*")
        else:
            self.page.heading(found.title, found.level + self._lift)
        return at + 1

    def _entry(self, entry: Told, span: Span) -> None:
        renderer = Renderer(self._source.text)
        renderer.say(entry.line, span.start, span.end)
        self.page.add(Kind.ENTRY, renderer.rendering(), span, post=entry.post)

    def _is_bullet(self, found: Headline, text: str, at: int) -> bool:
        """Whether a headline is a bullet: some write all of a résumé in headlines."""
        if found.level <= _SECTIONS_AND_ENTRIES or entry_dates(text, self._words) or is_contact(text, self._words):
            return False
        is_claim = opens_like_bullet(text, self._words) or is_sentence(text, self._words)
        return is_claim and word_count(text) > 3 and self._file.ends_branch(at + 1, found.level)

    # ------------------------------------------------------------------------------------------ blocks

    def _block(self, at: int, name: str) -> int:
        """`#+begin_…`: passed over where it is not read, else its lines are read as any others."""
        self.page.end()
        end = self._file.end_of_block(at, name) if name in _UNREAD else None
        if end is None:
            return at + 1
        if name == "comment":
            whole = self._file.lines[at : end + 1]
            self._comment(whole, whole[1:-1])
        return end + 1

    def _comment(self, whole: Sequence[SourceLine], inner: Sequence[SourceLine]) -> None:
        text = "\n".join(line.text.strip().removeprefix("#").strip() for line in inner)
        self.page.comments.append(Comment(text.strip(), Span(whole[0].content().start, whole[-1].end)))

    def _row(self, line: SourceLine) -> None:
        """A row of a table: its cells are columns of a line."""
        self.page.end()
        cells: list[SourceLine] = []
        at = line.text.index("|") + 1
        for cell in line.text[at:].split("|"):
            cells.append(line.part(at, at + len(cell)).content())
            at += len(cell) + 1
        self.page.columns([cell for cell in cells if cell.text])

    # ------------------------------------------------------------------------------------------ texts

    def _item(self, line: SourceLine, found: re.Match[str]) -> None:
        indent = line.part(0, found.start("marker") + 1).indent
        while self._items and self._items[-1] > indent:
            self._items.pop()
        if not self._items or self._items[-1] < indent:
            self._items.append(indent)
        self.page.begin(found["marker"], item_text(line.part(found.end())), len(self._items) - 1)

    def _text(self, line: SourceLine) -> None:
        if self.page.marker:
            if line.indent > self._items[-1]:
                self.page.take(line.content())
                return
            self.page.end()
        if not self.page.open:
            while self._items and self._items[-1] >= line.indent:
                self._items.pop()
        if (fixed := unfixed(line)) is not None:
            self.page.end()
            line = fixed
        self.page.take(line.content())
