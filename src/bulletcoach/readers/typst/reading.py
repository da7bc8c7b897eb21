"""From the nodes of a Typst file to blocks: what is a heading, an entry, a bullet, a paragraph.

A call is read by what the lexicon says of its function, else by its shape: see lexicons/typst.toml.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from bulletcoach.model.document import SectionKind, Source
from bulletcoach.model.text import Span
from bulletcoach.readers.headings import kind_of
from bulletcoach.readers.lines import MAX_LINES
from bulletcoach.readers.outline import Block, Kind
from bulletcoach.readers.typst.cells import rows_of
from bulletcoach.readers.typst.cursor import NAME
from bulletcoach.readers.typst.fields import post
from bulletcoach.readers.typst.inline import Inline
from bulletcoach.readers.typst.nodes import (
    Argument,
    Blank,
    Break,
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
    Words,
)
from bulletcoach.readers.typst.page import Page
from bulletcoach.readers.typst.shape import Shape, is_dictionary, trimmed
from bulletcoach.readers.typst.vocabulary import Vocabulary
from bulletcoach.readers.words import ResumeWords


def blocks_of(nodes: Sequence[Node], source: Source, words: ResumeWords) -> list[Block]:
    """The blocks of a file, in order."""
    lets = [node for node in nodes if isinstance(node, Let)]
    own = {let.name: let.parameters for let in lets if let.parameters is not None}
    vocabulary = Vocabulary(words, own)
    strings: dict[str, str] = {}
    inline = Inline(source.text, vocabulary, strings)
    uses = Counter(NAME.findall(source.text)) if lets else Counter[str]()
    for let in lets:
        if let.parameters is None and let.values and not _holds_blocks(let.values):
            strings[let.name] = inline.said(let.values).strip()
    page = Page(source, words, inline)
    shape = Shape(words, vocabulary, inline, uses)
    _Reading(source, words, vocabulary, page, shape, _levels(nodes)).flow(nodes, 0)
    return page.blocks


class _Reading:
    """Goes through nodes and tells the page what they are. `lift` is added to the levels of headings."""

    def __init__(
        self, source: Source, words: ResumeWords, vocabulary: Vocabulary, page: Page, shape: Shape, lift: int
    ) -> None:
        self._source = source
        self._words = words
        self._vocabulary = vocabulary
        self._page = page
        self._shape = shape
        self._lift = lift
        self._kind = SectionKind.UNKNOWN

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

    # -------------------------------------------------------------------------------------------- blocks

    def _block(self, node: Node, depth: int) -> None:
        match node:
            case Heading(span, level, children):
                self._heading(children, span, level + self._lift)
            case Item(_, marker, children):
                self._item(marker, children, depth)
            case Call():
                self._call(node, depth)
            case Let(_, name, _, values):
                self._data(name, values, depth)
            case Statement(_, "show", values):
                for value in values:
                    self._template(value, depth)
            case Statement(_, _, values):
                self._values(values, depth)
            case Content(_, _, children):
                self.flow(children, depth)
            case Group(_, arguments):
                for argument in arguments:
                    self._values(argument.values, depth)
            case _:
                pass

    # -------------------------------------------------------------------------------------------- calls

    def _call(self, call: Call, depth: int) -> None:
        role = self._vocabulary.function(call.name).role
        match role:
            case "list":
                self._list(call, depth)
            case "item":
                self._one_item(call, depth)
            case "cells":
                self._cells(call, depth)
            case "flow":
                self._flow_call(call, depth)
            case "text":
                self._values([value for each in call.arguments for value in each.values], depth)
            case _:
                self._shaped(call, role, depth)
        self._page.gap = self._page.gap or role == "flow"

    def _shaped(self, call: Call, role: str, depth: int) -> None:
        """A call that is a heading, an entry, or a frame round other things."""
        fields = self._shape.fields(call)
        names = [text for _, text in fields.texts]
        is_known = len(names) == 1 and kind_of(names[0], self._words) is not None
        if names and (is_known or (role == "section" and len(names) <= 2)):
            self._page.line(Kind.HEADING, fields.line, call.span, level=2)
            self._kind = kind_of(names[0], self._words) or SectionKind.UNKNOWN
        elif len(names) == 1 and fields.body and all(_are_dictionaries(values) for _, values in fields.body):
            pass  # the key of a frame round several entries
        elif len(names) > 1 or (names and (fields.body or role == "entry")):
            is_header = role == "header" or (not fields.is_named and len(names) < 3 and not fields.body)
            header = post(fields, self._kind, self._words)
            kind = Kind.TEXT if is_header and header is None else Kind.ENTRY
            self._page.line(kind, fields.line, call.span, post=header if kind is Kind.ENTRY else None)
        elif names:
            self._page.line(Kind.TEXT, fields.line, call.span)
        for name, values in fields.body:
            self._body(name, values, depth)

    def _body(self, name: str, values: Sequence[Value], depth: int) -> None:
        """What belongs to an entry: lists as they are, arrays and single texts as bullets or sentences."""
        for value in values:
            if isinstance(value, Group) and is_dictionary(value):
                self._dictionary(value, depth)
            elif isinstance(value, Group):
                for argument in value.arguments:
                    self._element(argument, depth)
            elif self._shape.is_rich(value):
                self._values([value], depth)
            elif isinstance(value, (Content, String)) and name:
                self._page.value(value, Kind.TEXT)
            else:
                self._page.value(value, Kind.BULLET)

    def _element(self, argument: Argument, depth: int) -> None:
        """An element of an array: a bullet, or what it holds."""
        for value in argument.values:
            if isinstance(value, Group):
                self._dictionary(value, depth)
            elif self._shape.is_rich(value):
                self._values([value], depth)
            elif not argument.name:
                self._page.value(value, Kind.BULLET, depth)

    def _list(self, call: Call, depth: int) -> None:
        for argument in call.arguments:
            if argument.name:
                continue
            for value in argument.values:
                self._list_value(value, depth)

    def _list_value(self, value: Value, depth: int) -> None:
        match value:
            case Content(_, _, children):
                if any(isinstance(each, Item) for each in trimmed(children)[:1]):
                    self.flow(children, depth)
                else:
                    self._item("-", children, depth)
            case Group(_, arguments):
                for argument in arguments:
                    for each in argument.values:
                        self._list_value(each, depth)
            case Call() if self._shape.is_block_call(value):
                self._call(value, depth + 1)
            case _:
                self._page.value(value, Kind.BULLET, depth)

    def _one_item(self, call: Call, depth: int) -> None:
        contents = [value for each in call.arguments if not each.name for value in each.values]
        for value in contents:
            if isinstance(value, Content) and self._shape.is_rich(value):
                self.flow(value.children, depth)
            elif isinstance(value, (Content, String)):
                self._page.value(value, Kind.BULLET, depth)

    def _flow_call(self, call: Call, depth: int) -> None:
        for argument in call.arguments:
            is_hidden = argument.name and self._vocabulary.argument("", argument.name, 0) not in ("body", "about")
            if not is_hidden:
                self._values([each for each in argument.values if not isinstance(each, String)], depth)

    def _cells(self, call: Call, depth: int) -> None:
        """The cells of a grid: rows of short texts are lines, everything else is read one after the other."""
        for row in rows_of(call, self._vocabulary, self._source.text):
            line: list[Node] = []
            for value in row:
                if self._shape.is_rich(value):
                    self._page.row(line)
                    line = []
                    self._values([value], depth)
                else:
                    line.append(value)
            self._page.row(line)

    # -------------------------------------------------------------------------------------------- values

    def _values(self, values: Sequence[Value], depth: int) -> None:
        """Reads values that stand by themselves; what is no block is a paragraph."""
        for value in values:
            if isinstance(value, Content):
                self.flow(value.children, depth)
            elif self._shape.is_block(value):
                self._block(value, depth)
            elif isinstance(value, (Call, Styled, String)):
                self._page.paragraph([value])

    def _data(self, name: str, values: Sequence[Value], depth: int) -> None:
        """What a name stands for, where it holds more than a few words: read where it is defined."""
        title = name.replace("_", " ").replace("-", " ")
        for value in values:
            if isinstance(value, Group):
                if (kind := kind_of(title, self._words)) is not None:
                    self._page.line(Kind.HEADING, title.title(), value.span, level=2)
                    self._kind = kind
                self._dictionary(value, depth)
            else:
                self._values([value], depth)

    def _dictionary(self, group: Group, depth: int) -> None:
        """A dictionary that describes an entry, or an array of them."""
        if is_dictionary(group):
            self._shaped(Call(group.span, "", group.arguments), "", depth)
            return
        for argument in group.arguments:
            for value in argument.values:
                if isinstance(value, Group):
                    self._dictionary(value, depth)
                elif self._shape.is_rich(value):
                    self._values([value], depth)

    def _template(self, value: Value, depth: int) -> None:
        """A template that a whole file is shown with: only those of its arguments that have sections in them."""
        if not isinstance(value, Call):
            return
        for argument in value.arguments:
            for each in argument.values:
                if isinstance(each, Content) and _has_heading(each.children):
                    self.flow(each.children, depth)

    # -------------------------------------------------------------------------------------------- texts

    def _heading(self, children: Sequence[Node], span: Span, level: int) -> None:
        title = self._page.heading(children, span, level)
        if (kind := kind_of(title, self._words)) is not None:
            self._kind = kind

    def _item(self, marker: str, children: Sequence[Node], depth: int) -> None:
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


def _holds_blocks(values: Sequence[Value]) -> bool:
    """Whether a definition is more than a text in a line."""
    for value in values:
        match value:
            case String():
                continue
            case Content(_, _, children) if all(
                isinstance(each, (Words, Blank, Styled, Break, Call, String)) and not _parts(each) for each in children
            ):
                continue
        return True
    return False


def _are_dictionaries(values: Sequence[Value]) -> bool:
    return all(isinstance(value, Group) and is_dictionary(value) for value in values)


def _parts(node: Node) -> bool:
    return isinstance(node, Blank) and node.breaks > 1


def _has_heading(children: Sequence[Node]) -> bool:
    return any(isinstance(each, Heading) for each in children)


def _levels(nodes: Sequence[Node]) -> int:
    """What is added to the levels of headings: where several stand on the first, it is that of sections, not of the
    name."""
    return 1 if sum(isinstance(node, Heading) and node.level == 1 for node in nodes) > 1 else 0
