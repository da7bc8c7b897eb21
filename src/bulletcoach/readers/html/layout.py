"""What a page looks like: strips of text below one another, each with what is known of it.

A strip is what stands between two breaks: the text of a paragraph up to its first `<br>`, of a list item, of a cell.
"""

from __future__ import annotations

from msgspec import Struct

from bulletcoach.model.document import Comment
from bulletcoach.model.text import Span
from bulletcoach.readers.rendering import Rendering


class Item(Struct, eq=False):
    """A list item: its depth from 0, the element round it, whether another list stands in it, and its marker."""

    parent: Item | None
    depth: int
    marker: str = "-"
    has_list: bool = False


class Strip(Struct, frozen=True):
    """A strip: its text and the source range of it, and where it stands.

    `level` is that of a heading, 0 for what is none; `item` the list item right round it; `row` and `cell` number those
    of a table; `style` is the name and the class of the block that it stands in, as one text. `gap`: there is space
    above it. `is_bold`: all of it is. `is_kept`: with the line breaks of the source.
    `is_entry`: it names an entry, which its words do not show.
    """

    rendering: Rendering
    level: int = 0
    item: Item | None = None
    row: int = 0
    cell: int = 0
    style: str = ""
    gap: bool = False
    is_bold: bool = False
    is_kept: bool = False
    is_entry: bool = False


class Landmark(Struct, frozen=True):
    """An element that names itself by its id or its class: its name, the strips in it, and where its tag stands."""

    name: str
    first: int
    last: int
    span: Span


class Layout(Struct, frozen=True):
    """The strips of a source in order, its landmarks and comments. `is_cut`: elements were too deep in one another."""

    strips: tuple[Strip, ...]
    landmarks: tuple[Landmark, ...]
    comments: tuple[Comment, ...]
    is_cut: bool
