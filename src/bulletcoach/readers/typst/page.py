"""The blocks of a Typst file as they are found."""

from __future__ import annotations

from collections.abc import Sequence

from bulletcoach.model.document import SectionKind, Source
from bulletcoach.model.text import Span
from bulletcoach.readers.blocks import Block, Kind
from bulletcoach.readers.posts import Header
from bulletcoach.readers.rendering import Renderer, Rendering
from bulletcoach.readers.soft_breaks import SOFT, settled
from bulletcoach.readers.titles import kind_of
from bulletcoach.readers.typst.inline import Inline
from bulletcoach.readers.typst.nodes import Content, Node, String, Value
from bulletcoach.readers.typst.shape import trimmed
from bulletcoach.readers.words import ResumeWords

IN_STRING = "string"
"""The `quoting` of a bullet that stands in a string."""


class Page:
    """Takes down blocks; `gap` says that something blank stands above the next one, `kind` is that of the section."""

    def __init__(self, source: Source, words: ResumeWords, inline: Inline) -> None:
        self.blocks: list[Block] = []
        self.gap = False
        self.kind = SectionKind.UNKNOWN
        self._source = source
        self._words = words
        self._inline = inline

    def heading(self, children: Sequence[Node], span: Span, level: int) -> None:
        """A heading: of a section where its words are those of one."""
        rendering = self._read(children, hard="\t")
        self.add(Kind.HEADING, rendering, span, level=level)
        self.kind = kind_of(rendering.text.strip(), self._words) or self.kind

    def section(self, text: str, span: Span, title: str = "") -> None:
        """The heading of a section, made of what stands in `span`; its words are `title` where `text` says more."""
        self.line(Kind.HEADING, text, span, level=2)
        self.kind = kind_of(title or text, self._words) or SectionKind.UNKNOWN

    def line(self, kind: Kind, text: str, span: Span, *, level: int = 0, post: Header | None = None) -> None:
        """A line that is made of what stands in `span`."""
        renderer = Renderer(self._source.text)
        renderer.say(text, span.start, span.end)
        self.add(kind, renderer.rendering(), span, level=level, post=post)

    def bullet(self, nodes: Sequence[Node], marker: str, depth: int) -> None:
        span = Span(nodes[0].span.start, nodes[-1].span.end)
        self.add(Kind.BULLET, self._read(nodes), span, level=depth, marker=marker)

    def value(self, value: Value, kind: Kind, depth: int = 0) -> None:
        """A content, string or call that is one bullet or sentence."""
        renderer = Renderer(self._source.text)
        soft, hard = (SOFT, "\n") if kind is Kind.TEXT else (" ", " ")
        span, quoting = value.span, ""
        nodes: Sequence[Node] = [value]
        if isinstance(value, Content):
            nodes = trimmed(value.children)
            span = Span(nodes[0].span.start, nodes[-1].span.end) if nodes else value.inner
        elif isinstance(value, String):
            span, quoting = value.inner, IN_STRING
        self._inline.read(nodes, renderer, soft=soft, hard=hard)
        rendering = renderer.rendering()
        if kind is Kind.TEXT:
            rendering = settled(rendering, self._words)
        level = depth if kind is Kind.BULLET else 0
        self.add(kind, rendering, span, level=level, marker="-" if kind is Kind.BULLET else "", quoting=quoting)

    def paragraph(self, nodes: list[Node]) -> None:
        """Running text; `nodes` is empty afterwards."""
        own = trimmed(nodes)
        nodes.clear()
        if not own:
            return
        renderer = Renderer(self._source.text)
        self._inline.read(own, renderer, soft=SOFT, hard="\n")
        span = Span(own[0].span.start, own[-1].span.end)
        self.add(Kind.TEXT, settled(renderer.rendering(), self._words), span)

    def row(self, cells: Sequence[Node]) -> None:
        """Cells side by side: the columns of a line."""
        renderer = Renderer(self._source.text)
        for number, cell in enumerate(cells):
            if number and not renderer.is_empty:
                renderer.say("\t", cells[number - 1].span.end, cell.span.start)
            self._inline.read([cell], renderer, soft=SOFT, hard="\n")
        if cells:
            span = Span(cells[0].span.start, cells[-1].span.end)
            self.add(Kind.TEXT, settled(renderer.rendering(), self._words), span)

    def add(
        self,
        kind: Kind,
        rendering: Rendering,
        span: Span,
        *,
        level: int = 0,
        marker: str = "",
        quoting: str = "",
        post: Header | None = None,
    ) -> None:
        if rendering.text.strip():
            level = min(level, 6) if kind is Kind.HEADING else level
            self.blocks.append(Block(kind, rendering, span, level, marker, post, quoting, gap=self.gap))
            self.gap = False

    def _read(self, nodes: Sequence[Node], hard: str = " ") -> Rendering:
        renderer = Renderer(self._source.text)
        self._inline.read(nodes, renderer, hard=hard)
        return renderer.rendering()
