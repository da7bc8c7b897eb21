"""What the reading of one Typst file has at hand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from msgspec import Struct

from bulletcoach.model.document import Source
from bulletcoach.readers.typst.cursor import NAME
from bulletcoach.readers.typst.inline import Inline
from bulletcoach.readers.typst.nodes import (
    Blank,
    Break,
    Call,
    Content,
    Let,
    Node,
    Statement,
    String,
    Styled,
    Value,
    Words,
)
from bulletcoach.readers.typst.page import Page
from bulletcoach.readers.typst.shape import Shape
from bulletcoach.readers.typst.vocabulary import Vocabulary
from bulletcoach.readers.words import ResumeWords


class Setting(Struct, frozen=True):
    """The file and its words, what it calls things, what its nodes look like, and the page that they are put on."""

    source: Source
    words: ResumeWords
    vocabulary: Vocabulary
    shape: Shape
    page: Page

    @classmethod
    def of(cls, nodes: Sequence[Node], source: Source, words: ResumeWords) -> Setting:
        """For a file that consists of `nodes`, whose definitions name its functions and short texts."""
        lets = [node for node in nodes if isinstance(node, Let)]
        own = {let.name: let.parameters for let in lets if let.parameters is not None}
        vocabulary = Vocabulary(words, own)
        strings: dict[str, str] = {}
        inline = Inline(source.text, vocabulary, strings)
        uses = Counter(NAME.findall(source.text)) if lets else Counter[str]()
        if all(_defines(node) for node in nodes):
            uses.update(let.name for let in lets)  # they are used by the file that imports this one
        for let in lets:
            if let.parameters is None and let.values and all(_is_short(value) for value in let.values):
                strings[let.name] = inline.said(let.values).strip()
        shape = Shape(words, vocabulary, inline, uses)
        return cls(source, words, vocabulary, shape, Page(source, words, inline))


def _defines(node: Node) -> bool:
    """Whether a node puts nothing on the page."""
    return isinstance(node, (Let, Blank)) or (isinstance(node, Statement) and node.keyword in ("set", "import"))


def _is_short(value: Value) -> bool:
    """Whether a value is a text within a line."""
    match value:
        case String():
            return True
        case Content(_, _, children):
            return all(_is_inline(each) for each in children)
    return False


def _is_inline(node: Node) -> bool:
    if isinstance(node, Blank):
        return node.breaks < 2
    return isinstance(node, (Words, Styled, Break, Call, String))
