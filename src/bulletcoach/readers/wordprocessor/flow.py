"""Paragraphs, tables and text boxes of a word processor's file, as they stand in it."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct, field

from bulletcoach.model.document import Comment
from bulletcoach.model.text import Span

BREAK = "\v"
"""What stands in the text of a paragraph for a line break inside it."""


class Look(Struct, frozen=True):
    """How a paragraph looks: its style, its size in half-points (0 where not given), and what holds for all of it."""

    style: str = ""
    size: int = 0
    is_bold: bool = False
    is_caps: bool = False
    has_rule: bool = False


class ListPlace(Struct, frozen=True):
    """Where a paragraph stands in a list: which list, the depth in it from 0, and the sign or number in front."""

    list: str
    level: int
    marker: str


class Paragraph(Struct, frozen=True):
    """One paragraph of the file.

    `number` counts from 0 in the order of the file. `heading` is the level of its style, 1 for a title, 2 for the
    uppermost headings, 0 where it has none. `lead` counts the characters at its start that are bold. `before` and
    `after` are the spaces above and below in twips (1/20 point).
    """

    number: int
    text: str
    place: ListPlace | None = None
    heading: int = 0
    look: Look = Look()
    lead: int = 0
    before: int = 0
    after: int = 0

    @property
    def is_empty(self) -> bool:
        return not self.text.strip()


class Cell(Struct, frozen=True):
    """A cell of a table; `column` is the first column of the grid that it covers."""

    column: int
    flow: Sequence[Node]


class Table(Struct, frozen=True):
    """A table: its rows from top to bottom."""

    rows: Sequence[Sequence[Cell]]


class Box(Struct, frozen=True):
    """A text box, which stands beside the text that it is anchored in."""

    flow: Sequence[Node]


Node = Paragraph | Table | Box


class Remark(Struct, frozen=True):
    """A reviewer's comment: what it says, and the number of the paragraph that it is about."""

    text: str
    paragraph: int


class Flow(Struct):
    """All of a file: its nodes, and its paragraphs by their numbers."""

    nodes: list[Node] = field(default_factory=list)
    paragraphs: list[Paragraph] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    has_pictures: bool = False


class Sheet(Struct, frozen=True):
    """The text of a file, one paragraph below the other, and where in it each of them begins."""

    text: str
    starts: Sequence[int]

    @classmethod
    def of(cls, flow: Flow) -> Sheet:
        starts, at = [], 0
        for paragraph in flow.paragraphs:
            starts.append(at)
            at += len(paragraph.text) + 1
        return cls("".join(f"{paragraph.text}\n" for paragraph in flow.paragraphs), starts)

    def span(self, paragraph: Paragraph) -> Span:
        start = self.starts[paragraph.number]
        return Span(start, start + len(paragraph.text))

    def comment(self, remark: Remark) -> Comment:
        """A remark stands in front of the paragraph that it is about."""
        start = self.starts[remark.paragraph]
        return Comment(remark.text, Span(start, start))
