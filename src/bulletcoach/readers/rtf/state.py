"""What holds in a group of RTF: it is copied where a group opens, and what was before holds again where it closes."""

from __future__ import annotations

from enum import Enum, auto

from msgspec import Struct


class Target(Enum):
    """Where characters go.

    BODY: the text. MARKER: the sign in front of a list's paragraph. NOWHERE: they are not read. UNICODE_PAIR: not read,
    but a group in it says the same in Unicode. FORMULA: that of a field. The others are the tables at the head of the
    file, the lists of old writers, and shapes, in which only the text of a box is read.
    """

    BODY = auto()
    MARKER = auto()
    NOWHERE = auto()
    UNICODE_PAIR = auto()
    FONTS = auto()
    STYLES = auto()
    LISTS = auto()
    OVERRIDES = auto()
    FORMULA = auto()
    OLD_LIST = auto()
    SHAPE = auto()


class State(Struct):
    """Target, letters and paragraph.

    `skip` is how many characters stand behind one in Unicode for readers that know none. `size` is in half-points,
    `before` and `after` in twips. `list` is 0 outside lists. `table` is how deep in tables the paragraph is.
    """

    target: Target = Target.BODY
    font: int = -1
    skip: int = 1
    is_bold: bool = False
    is_caps: bool = False
    is_hidden: bool = False
    is_deleted: bool = False
    size: int = 24
    style: int = 0
    list: int = 0
    level: int = 0
    table: int = 0
    outline: int | None = None
    before: int = 0
    after: int = 0
    has_rule: bool = False

    def plain(self) -> None:
        """As `\\plain` says: letters as they are by themselves."""
        self.is_bold = self.is_caps = self.is_hidden = self.is_deleted = False
        self.font, self.size = -1, 24

    def pard(self) -> None:
        """As `\\pard` says: a paragraph as it is by itself."""
        self.style = self.list = self.level = self.table = self.before = self.after = 0
        self.outline, self.has_rule = None, False
