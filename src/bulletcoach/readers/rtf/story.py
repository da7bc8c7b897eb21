"""Paragraphs and tables of RTF, built up while the file is read."""

from __future__ import annotations

from collections import Counter

from msgspec import Struct, field

from bulletcoach.readers.rtf.state import State
from bulletcoach.readers.wordprocessor.flow import Cell, Flow, ListPlace, Look, Node, Paragraph, Table

_DEEPEST = 9
_BULLET = "•"


class _OpenTable(Struct):
    """A table that is being written: its rows, the cells of the last row, and what is in the last cell."""

    rows: list[list[Cell]] = field(default_factory=list)
    cells: list[Cell] = field(default_factory=list)
    nodes: list[Node] = field(default_factory=list)

    def end_cell(self) -> None:
        self.cells.append(Cell(len(self.cells), tuple(self.nodes)))
        self.nodes = []

    def end_row(self) -> None:
        if self.nodes:
            self.end_cell()
        if self.cells:
            self.rows.append(self.cells)
        self.cells = []

    def closed(self) -> Table:
        self.end_row()
        return Table(tuple(self.rows))


class Story(Struct):
    """The text or a text box. `tables` are the open ones, each in the one before."""

    flow: Flow
    nodes: list[Node] = field(default_factory=list)
    tables: list[_OpenTable] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)
    marker: list[str] = field(default_factory=list)
    sizes: Counter[int] = field(default_factory=Counter)
    lead: int = 0
    is_bold: bool = True
    is_caps: bool = True

    @property
    def is_begun(self) -> bool:
        """Whether something was said since the last paragraph ended."""
        return bool(self.parts)

    def say(self, text: str, state: State) -> None:
        """Characters of the paragraph."""
        if state.is_hidden or state.is_deleted:
            return
        self.parts.append(text)
        if visible := len(text.strip()):
            self.sizes[state.size] += visible
            self.is_bold = self.is_bold and state.is_bold
            self.is_caps = self.is_caps and state.is_caps
        if self.is_bold:
            self.lead += len(text)

    def end_paragraph(self, state: State, heading: int, *, is_bullet: bool) -> None:
        """The paragraph is over. `is_bullet`: the file's list table says that it has a sign in front."""
        self._at_level(state.table)
        text = "".join(self.parts)
        size = self.sizes.most_common(1)[0][0] if self.sizes else 0
        look = Look(
            str(state.style),
            size,
            is_bold=self.is_bold,
            is_caps=self.is_caps or text.isupper(),
            has_rule=state.has_rule,
        )
        marker = "".join(self.marker).strip() or (_BULLET if is_bullet else "")
        place = ListPlace(str(state.list), min(state.level, _DEEPEST), marker[:4]) if marker and text.strip() else None
        number = len(self.flow.paragraphs)
        paragraph = Paragraph(number, text, place, heading, look, self.lead, state.before, state.after)
        self.flow.paragraphs.append(paragraph)
        self._here.append(paragraph)
        self.parts, self.marker, self.sizes, self.lead = [], [], Counter(), 0
        self.is_bold = self.is_caps = True

    def end_cell(self, level: int) -> None:
        self._at_level(level)
        self.tables[-1].end_cell()

    def end_row(self, level: int) -> None:
        self._at_level(level)
        self.tables[-1].end_row()

    def add(self, node: Node) -> None:
        """A box stands here."""
        self._here.append(node)

    def closed(self) -> list[Node]:
        """All nodes; open tables are over."""
        self._at_level(0)
        return self.nodes

    @property
    def _here(self) -> list[Node]:
        return self.tables[-1].nodes if self.tables else self.nodes

    def _at_level(self, level: int) -> None:
        """Close tables that the next paragraph is not in, open those that it is in."""
        level = min(level, _DEEPEST)
        while len(self.tables) > level:
            table = self.tables.pop().closed()
            self._here.append(table)
        while len(self.tables) < level:
            self.tables.append(_OpenTable())
