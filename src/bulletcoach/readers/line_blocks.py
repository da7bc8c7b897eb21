"""The blocks of a file that is read line by line: lines make up paragraphs and bullets until something ends them."""

from __future__ import annotations

from collections.abc import Sequence

from bulletcoach.model.document import Comment, Source
from bulletcoach.model.text import Span
from bulletcoach.readers.blocks import Block, Kind
from bulletcoach.readers.lines import MAX_LINES
from bulletcoach.readers.passages import Grammar, Passage, append
from bulletcoach.readers.posts import Header
from bulletcoach.readers.rendering import Renderer, Rendering
from bulletcoach.readers.soft_breaks import SOFT, settled
from bulletcoach.readers.source_lines import SourceLine
from bulletcoach.readers.words import ResumeWords


class LineBlocks:
    """Takes lines down. `open` are those of the paragraph or bullet that has not ended, `marker` is the bullet's.

    `gap` says that something blank stands above the next block. The markup in the lines is that of `grammar`.
    """

    def __init__(self, source: Source, words: ResumeWords, grammar: Grammar) -> None:
        self.blocks: list[Block] = []
        self.comments: list[Comment] = []
        self.open: list[SourceLine] = []
        self.marker = ""
        self.gap = False
        self._source = source
        self._words = words
        self._grammar = grammar
        self._level = 0

    @property
    def is_full(self) -> bool:
        """Whether there are more blocks than anybody reads."""
        return len(self.blocks) > MAX_LINES

    def begin(self, marker: str, first: SourceLine, level: int) -> None:
        """A bullet begins; its text may begin on a later line."""
        self.end()
        self.marker, self._level = marker, level
        self.take(first)

    def take(self, line: SourceLine) -> None:
        """One more line of the bullet or paragraph, or the first of one."""
        if line.text:
            self.open.append(line)

    def end(self) -> None:
        """The bullet or paragraph is over."""
        lines, self.open = self.open, []
        marker, self.marker = self.marker, ""
        if lines and marker:
            self.add(Kind.BULLET, self.bullet(lines), _whole(lines), level=self._level, marker=marker)
        elif lines:
            self.add(Kind.TEXT, settled(self.said(lines, SOFT), self._words), _whole(lines))

    def bullet(self, lines: Sequence[SourceLine]) -> Rendering:
        """What a bullet is read as."""
        return self.said(lines)

    def line(self, line: SourceLine) -> None:
        """A paragraph of one line."""
        self.end()
        self.take(line)
        self.end()

    def heading(self, title: SourceLine, level: int) -> None:
        self.end()
        self.add(Kind.HEADING, self.said([title]), _whole([title]), level=min(6, level))

    def columns(self, parts: Sequence[SourceLine]) -> None:
        """Parts of a line side by side, such as the cells of a table; they must rise in the source."""
        renderer = Renderer(self._source.text)
        for part in parts:
            if not renderer.is_empty:
                renderer.say("\t", part.start - 1, part.start)
            append(renderer, self.said([part]))
        if parts:
            self.add(Kind.TEXT, renderer.rendering(), _whole(parts))

    def joined(self, head: SourceLine, link: str, gap: str, rest: Sequence[SourceLine]) -> Rendering:
        """`head`, and `rest` behind it; between them `link` is read for the signs, `gap` for white space after them."""
        renderer = Renderer(self._source.text)
        append(renderer, self.said([head]))
        if rest:
            blank = head.end + len(self._source.text[head.end : rest[0].start].rstrip())
            renderer.say(link, head.end, blank)
            renderer.say(gap, blank, rest[0].start)
        append(renderer, self.said(rest))
        return renderer.rendering()

    def said(self, lines: Sequence[SourceLine], soft: str = " ") -> Rendering:
        """Lines as they are read, with `soft` for the breaks between them."""
        return Passage(self._source.text, lines).rendering(self._grammar, soft=soft)

    def add(
        self,
        kind: Kind,
        rendering: Rendering,
        span: Span,
        *,
        level: int = 0,
        marker: str = "",
        post: Header | None = None,
    ) -> None:
        """A block, unless it says nothing."""
        if rendering.text.strip():
            self.blocks.append(Block(kind, rendering, span, level, marker, post, gap=self.gap))
            self.gap = False


def _whole(lines: Sequence[SourceLine]) -> Span:
    return Span(lines[0].start, max(lines[0].end, lines[-1].end))
