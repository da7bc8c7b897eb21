"""The elements that are open, one in another, and what they say of the text in them."""

from __future__ import annotations

import re
from collections.abc import Mapping

from msgspec import Struct, field

from bulletcoach.model.text import Span
from bulletcoach.readers.html.elements import BLOCKS, CELLS, CLOSED_BY, LISTS, is_bold, keeps_blanks, level_of
from bulletcoach.readers.html.layout import Item
from bulletcoach.readers.html.tokens import Token

_DEEPEST = 400
"""Elements inside one another; those further in are not kept apart."""
_CLOSES_PARAGRAPH = (frozenset({"p"}), BLOCKS - {"p"})
_TABLE_PARTS = frozenset({"table", "tr", "tbody", "thead", "tfoot", "body", "html"})
_LEVEL_OF_WORD = re.compile(r"mso-list:[^;]*\blevel(\d)", re.IGNORECASE)
_LEVEL_OF_DOCS = re.compile(r"\blst-kix_\w+-(\d)\b")


class Open(Struct):
    """An element that is open. `strip` is the number of the strip that it began in, `looks` its classes; `cells` and
    `items` count its own.

    The others are those of Strip and Landmark.
    """

    name: str
    span: Span
    strip: int
    is_block: bool
    is_bold: bool
    is_kept: bool
    level: int
    style: str
    item: Item | None
    row: int
    cell: int
    landmark: str
    looks: str
    cells: int = 0
    items: int = 0


class Nesting(Struct):
    """The stack of open elements, and how many rows of tables there were."""

    stack: list[Open] = field(default_factory=list)
    rows: int = 0

    @property
    def inmost(self) -> Open | None:
        return self.stack[-1] if self.stack else None

    @property
    def is_in_item(self) -> bool:
        return bool(self.stack) and self.stack[-1].item is not None

    @property
    def is_full(self) -> bool:
        return len(self.stack) >= _DEEPEST

    def open(self, token: Token, attributes: Mapping[str, str], *, strip: int, is_block: bool) -> None:
        """Begin the element of a start tag."""
        name, above = token.name, self.inmost
        style = f"{name} {attributes['class'].strip()}" if attributes.get("class") else ""
        landmark = attributes.get("id", "") or (attributes.get("class", "") if name == "section" else "")
        opened = Open(
            name,
            token.span,
            strip,
            is_block,
            is_bold(name, attributes) or bool(above and above.is_bold),
            keeps_blanks(name, attributes) or bool(above and above.is_kept),
            level_of(name, attributes) or (above.level if above else 0),
            style if is_block or not above else above.style,
            above.item if above else None,
            above.row if above else 0,
            above.cell if above else 0,
            landmark if is_block else "",
            attributes.get("class", ""),
        )
        if name in LISTS and opened.item is not None:
            opened.item.has_list = True
        if name == "li" or _LEVEL_OF_WORD.search(attributes.get("style", "")):
            opened.item = self._item(name, attributes, above)
        if name == "tr":
            self.rows += 1
            opened.row, opened.cell = self.rows, 0
        if name in CELLS:
            row = next((each for each in reversed(self.stack) if each.name == "tr"), None)
            if row is not None:
                row.cells += 1
                opened.cell = row.cells
            opened.item = None
        self.stack.append(opened)

    def height_closed_by_start(self, name: str) -> int:
        """How many elements stay open when a block of a name begins: some end without saying so."""
        names, bound = CLOSED_BY.get(name, _CLOSES_PARAGRAPH)
        for height in range(len(self.stack) - 1, -1, -1):
            if self.stack[height].name in names:
                return height
            if self.stack[height].name in bound:
                break
        return len(self.stack)

    def height_of(self, name: str) -> int | None:
        """Where in the stack the element of a name stands that an end tag closes."""
        is_block = name in BLOCKS
        for height in range(len(self.stack) - 1, -1, -1):
            own = self.stack[height]
            if own.name == name:
                return height
            if is_block and own.name in CELLS and name not in _TABLE_PARTS:
                return None
            if (own.is_block and not is_block) or (name == "li" and own.name in LISTS):
                return None
        return None

    def _item(self, name: str, attributes: Mapping[str, str], above: Open | None) -> Item:
        lists = [each for each in self.stack if each.name in LISTS]
        depth = max(0, len(lists) - 1)
        told = _LEVEL_OF_WORD.search(attributes.get("style", ""))
        if name != "li" and told:
            depth = max(0, int(told[1]) - 1)
        elif lists and (told := _LEVEL_OF_DOCS.search(lists[-1].style)):
            depth = int(told[1])
        marker = "-"
        if lists:
            lists[-1].items += 1
            marker = f"{lists[-1].items}." if lists[-1].name == "ol" else "-"
        return Item(above.item if above else None, depth, marker)
