"""Surroundings: which bullet or entry of its file a comment is about, by where it stands."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from msgspec import Struct

from bulletcoach.model.document import Comment
from bulletcoach.model.text import Span
from bulletcoach.suppression.sourcelines import SourceLines

# Where the indentation of a comment says to which item it belongs.
INDENTED = frozenset({"markdown", "rst", "org", "typst", "yaml", "text"})
# What may stand between the text of a bullet and a comment behind it: the end of what holds the text.
_CLOSING = re.compile(r"(?:\s|</[A-Za-z][\w:-]*\s*>|[\])},;'\"*_`])*")
_BLANK = re.compile(r"\s*")


class Standing(Struct, frozen=True, order=True):
    """A bullet or an entry, with its number, where it stands in its file.

    `end` is where its text ends, for an entry what stands above its bullets; `outer` is where its markup does.
    `has_bullets`: it is an entry of a tree, and they stand inside of it.
    """

    start: int
    end: int
    outer: int
    number: int
    is_entry: bool = False
    has_bullets: bool = False

    @property
    def span(self) -> Span:
        """What stands there: the text of a bullet, an entry's own lines."""
        return Span(self.start, self.end)


class Surroundings:
    """The bullets, entries and comments of one source file."""

    def __init__(
        self, lines: SourceLines, bullets: Iterable[Standing], entries: Iterable[Standing], *, is_indented: bool
    ) -> None:
        self.lines = lines
        self.bullets, self.entries = sorted(bullets), sorted(entries)
        self.is_indented = is_indented
        self._starts = [bullet.start for bullet in self.bullets]
        self._entry_starts = [entry.start for entry in self.entries]

    def target(self, comment: Comment) -> Standing | None:
        """The bullet or entry that a comment is about."""
        span = comment.span
        is_alone = self.lines.is_bare(span.start) and self.lines.is_bare(max(span.start, span.end - 1))
        here = self._bullet_on(span) or self._entry_on(span, is_alone)
        if here is not None:
            return here
        above = self._above(span.start)
        if above is not None and self._belongs_to(above, span, is_alone):
            return above
        return self._next_of_all(span.end)

    def next_bullet(self, offset: int) -> Standing | None:
        """The first bullet that begins at or behind an offset."""
        at = bisect_left(self._starts, offset)
        return self.bullets[at] if at < len(self.bullets) else None

    def _next_of_all(self, offset: int) -> Standing | None:
        bullet = self.next_bullet(offset)
        at = bisect_left(self._entry_starts, offset)
        entry = self.entries[at] if at < len(self.entries) else None
        if bullet is None or entry is None:
            return bullet or entry
        return entry if entry.start <= bullet.start else bullet

    def _bullet_on(self, span: Span) -> Standing | None:
        """The bullet on a line where the comment begins or ends: that which it stands in or behind, else before."""
        for offset in (span.start, max(span.start, span.end - 1)):
            line = self.lines.around(offset)
            above, below = self._above(span.start), self.next_bullet(span.start)
            if above is not None and above.end > line.start:
                return above
            if below is not None and below.start < line.end:
                return below
        return None

    def _entry_on(self, span: Span, is_alone: bool) -> Standing | None:
        """The entry among whose own lines the comment stands."""
        line = self.lines.around(span.start)
        last = bisect_left(self._entry_starts, line.end)
        entry = self.entries[last - 1] if last else None
        if entry is None or entry.end <= line.start:
            return None
        if is_alone:  # between two of its lines
            return None if entry.has_bullets else entry
        below = self.next_bullet(span.end)
        heads_text = below is not None and self.lines.blank_before(below.start, entry.start) <= span.start
        return None if heads_text else entry  # “- >- # comment” and the text on the next line

    def _above(self, offset: int) -> Standing | None:
        at = bisect_right(self._starts, offset) - 1
        return self.bullets[at] if at >= 0 else None

    def _belongs_to(self, above: Standing, span: Span, is_alone: bool) -> bool:
        """Whether a comment right below or behind a bullet is about it, by its indentation or what stands before it."""
        if not is_alone:
            return self.lines.reach(_CLOSING, above.outer) >= span.start
        if not self.is_indented or self.lines.reach(_BLANK, above.outer) < span.start:
            return False
        column, below = self.lines.column(span.start), self.next_bullet(span.end)
        if column <= self.lines.indent(above.start):
            return False
        if below is None or self.lines.indent(below.start) != column:
            return True
        return self.lines.blank_before(self.lines.around(below.start).start, above.outer) > span.start
