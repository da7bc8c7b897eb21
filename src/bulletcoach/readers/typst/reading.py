"""From the nodes of a Typst file to blocks: what is a heading, a bullet, a paragraph, and what is told elsewhere.

Functions called are read in `calls`, data that stands in the file itself in `data`.
"""

from __future__ import annotations

from collections.abc import Sequence

from bulletcoach.model.document import Source
from bulletcoach.readers.blocks import Block
from bulletcoach.readers.levels import lift
from bulletcoach.readers.lines import MAX_LINES
from bulletcoach.readers.typst.calls import Calls
from bulletcoach.readers.typst.data import Data
from bulletcoach.readers.typst.nodes import (
    Blank,
    Call,
    Content,
    Group,
    Heading,
    Item,
    Let,
    Node,
    Statement,
    String,
    Styled,
    Value,
)
from bulletcoach.readers.typst.setting import Setting
from bulletcoach.readers.typst.shape import trimmed
from bulletcoach.readers.words import ResumeWords


def blocks_of(nodes: Sequence[Node], source: Source, words: ResumeWords) -> list[Block]:
    """The blocks of a file, in order."""
    setting = Setting.of(nodes, source, words)
    _Reading(setting, lift(node.level for node in nodes if isinstance(node, Heading))).flow(nodes, 0)
    return setting.page.blocks


class _Reading:
    """Goes through nodes and tells the page what they are. `lift` is added to the levels of headings."""

    def __init__(self, setting: Setting, lift: int) -> None:
        self._page = setting.page
        self._shape = setting.shape
        self._lift = lift
        self._data = Data(setting, self)
        self._calls = Calls(setting, self._data, self)

    def flow(self, nodes: Sequence[Node], depth: int) -> None:
        """Reads nodes that make paragraphs, lists and headings; `depth` is that of a list among them."""
        paragraph: list[Node] = []
        for node in nodes:
            if len(self._page.blocks) > MAX_LINES:
                return  # no more are read
            if isinstance(node, Blank) and node.breaks > 1:
                self._page.paragraph(paragraph)
                self._page.gap = True
            elif self._shape.is_block(node):
                self._page.paragraph(paragraph)
                self._block(node, depth)
            elif not isinstance(node, (Let, Statement)):
                paragraph.append(node)
        self._page.paragraph(paragraph)

    def values(self, values: Sequence[Value], depth: int) -> None:
        """Reads values that stand by themselves; what is no block is a paragraph."""
        for value in values:
            if isinstance(value, Content):
                self.flow(value.children, depth)
            elif self._shape.is_block(value):
                self._block(value, depth)
            elif isinstance(value, (Call, Styled, String)):
                self._page.paragraph([value])

    def item(self, marker: str, children: Sequence[Node], depth: int) -> None:
        """A bullet, and what stands below it."""
        children = trimmed(children)
        own: list[Node] = []
        for node in children:
            if self._shape.is_block(node) or (isinstance(node, Blank) and node.breaks > 1):
                break
            own.append(node)
        rest = children[len(own) :]
        own = trimmed(own)
        if own:
            self._page.bullet(own, marker, depth)
            depth += 1
        self.flow(rest, depth)

    def call(self, call: Call, depth: int) -> None:
        """A function called, which stands between paragraphs."""
        self._calls.read(call, depth)

    def _block(self, node: Node, depth: int) -> None:
        match node:
            case Heading(span, level, children):
                self._page.heading(children, span, level + self._lift)
            case Item(_, marker, children):
                self.item(marker, children, depth)
            case Call():
                self.call(node, depth)
            case Let(_, name, _, values):
                self._data.named(name, values, depth)
            case Statement(_, "show", values):
                self._templates(values, depth)
            case Statement(_, _, values):
                self.values(values, depth)
            case Content(_, _, children):
                self.flow(children, depth)
            case Group(_, arguments):
                for argument in arguments:
                    self.values(argument.values, depth)
            case _:
                pass

    def _templates(self, values: Sequence[Value], depth: int) -> None:
        """Templates that a whole file is shown with: only those of their arguments that have sections in them."""
        arguments = [each for value in values if isinstance(value, Call) for each in value.arguments]
        for content in (value for argument in arguments for value in argument.values):
            if isinstance(content, Content) and any(isinstance(each, Heading) for each in content.children):
                self.flow(content.children, depth)
