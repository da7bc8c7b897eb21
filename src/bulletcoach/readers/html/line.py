"""A strip while it is written: which blanks are seen, and where a blank or a tag parts two names."""

from __future__ import annotations

import re

from msgspec import Struct

from bulletcoach.model.text import Span
from bulletcoach.readers.html.cutting import trimmed
from bulletcoach.readers.html.layout import Strip
from bulletcoach.readers.html.nesting import Open
from bulletcoach.readers.rendering import Renderer

NEWLINE = re.compile(r"\r\n|\n|\r")
_LONGEST_HEADER = 240
_SET_APART = ("small", "span", "time", "em", "i")
_ICONS = ("i", "span")
"""Elements that are pictures by their class where nothing is in them."""


class Line(Struct):
    """The strip so far.

    `own` is the element that its first words stand in, `space` a blank that is seen if anything follows; `closed` and
    `opened` name the inline elements that ended and began since the last word, `closed_looks` and `opened_looks` are
    their classes; `has_icon`: a picture stands there.
    """

    source: str
    renderer: Renderer
    own: Open | None = None
    space: Span | None = None
    closed: str = ""
    opened: str = ""
    closed_looks: str = ""
    opened_looks: str = ""
    has_icon: bool = False
    length: int = 0
    bold: int = 0

    @property
    def is_empty(self) -> bool:
        return self.renderer.is_empty

    def add(self, said: str, at: Span, own: Open | None) -> None:
        """Words, which the source spells as they are or otherwise."""
        is_in_item = own is not None and own.item is not None
        if self.is_empty:
            self.own = own
        elif self.space is not None:
            is_column = self._parts_names(said, is_heading=own is not None and own.level > 0)
            self.renderer.say("\t" if is_column else " ", self.space.start, self.space.end)
        elif self.has_icon or (not is_in_item and self._is_glued(said)):
            self.renderer.say("\t", at.start, at.start)
        self.space, self.closed, self.opened, self.has_icon = None, "", "", False
        if said == at.of(self.source):
            self.renderer.copy(at.start, at.end)
        else:
            self.renderer.say(said, at.start, at.end)
        self.length += len(said)
        self.bold += len(said) if own is not None and own.is_bold else 0

    def blank(self, at: Span) -> None:
        """White space, of which one blank is seen at most."""
        if self.space is None and not self.is_empty:
            self.space = at

    def kept_blank(self, at: Span) -> None:
        """White space that is seen as it stands."""
        start = at.start
        for each in NEWLINE.finditer(self.source, at.start, at.end):
            self.renderer.copy(start, each.start())
            self.renderer.say("\n", each.start(), each.end())
            start = each.end()
        self.renderer.copy(start, at.end)

    def column(self, at: Span) -> None:
        """What parts two names for certain."""
        self.renderer.say("\t", at.start, at.end)
        self.space = None

    def open(self, name: str, looks: str) -> None:
        """The start of an inline element with the classes `looks`."""
        self.opened, self.opened_looks = name, looks

    def close(self, opened: Open, tag: Span, *, is_whole: bool) -> None:
        """The end of an inline element, `is_whole` if it began in this strip."""
        if is_whole:
            self.renderer.mark(opened.span, tag)
        self.closed, self.closed_looks, self.opened = opened.name, opened.looks, ""
        if opened.name in _ICONS and opened.span.end == tag.start and not self.is_empty:
            self.has_icon = True

    def strip(self, *, gap: bool) -> Strip | None:
        """What was written, None for nothing but blanks."""
        rendering = trimmed(self.renderer.rendering())
        if not rendering.text:
            return None
        own = self.own
        return Strip(
            rendering,
            level=own.level if own else 0,
            item=own.item if own else None,
            row=own.row if own else 0,
            cell=own.cell if own else 0,
            style=own.style if own else "",
            gap=gap,
            is_bold=self.length > 0 and self.bold >= self.length,
            is_kept=bool(own and own.is_kept) and "\n" in rendering.text,
        )

    def _parts_names(self, said: str, *, is_heading: bool) -> bool:
        """Whether the blank before `said` parts two names that differ in their markup: `<b>Agent</b> <i>Acme</i>`.

        In a heading one of them may have none: `Agent <small>Acme</small>`.
        """
        if self.length > _LONGEST_HEADER or not (said[0].isupper() or said[0].isdigit()):
            return False
        if is_heading and not self.closed:
            return self.opened in _SET_APART
        return bool(self.closed) and bool(self.opened) and self.opened != self.closed

    def _is_glued(self, said: str) -> bool:
        """Whether a tag alone parts two names: `Agent</span><span>2019`."""
        if not (self.closed or self.opened) or self.length > _LONGEST_HEADER:
            return False
        last = self.renderer.last
        if self.closed and self.opened and self._changes_looks():
            return last.isalnum() and (said[0].isupper() or said[0].isdigit())
        if last.islower() or last == ")":
            return said[0].isupper() or said[:2].isdigit()
        return (last.isdigit() and said[0].isupper() and said[1:2].islower()) or (last.isupper() and said[:4].isdigit())

    def _changes_looks(self) -> bool:
        """Whether the elements on both sides differ by their names, or by what their classes are."""
        has_classes = bool(self.closed_looks) and bool(self.opened_looks)
        return self.closed != self.opened or (has_classes and self.closed_looks != self.opened_looks)
