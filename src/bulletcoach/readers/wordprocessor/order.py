"""The order in which one reads paragraphs, tables and boxes.

Tables lay résumés out: dates beside what was done, a column of skills beside the posts, a title at the left and its
dates at the right. What stands side by side as one line of names is read as one line; dates beside an entry are read
with its first lines; columns with headings of their own are read one after the other.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby, pairwise

from bulletcoach.readers.wordprocessor.flow import Box, Flow, Node, Paragraph, Table
from bulletcoach.readers.wordprocessor.rows import Rows, label_of_cell
from bulletcoach.readers.wordprocessor.strips import Strip
from bulletcoach.readers.words import ResumeWords

_FEWEST_LABELS = 3  # rows that begin with a label: the table is a form
_MORE_SPACE = 80  # twips; a third of a line more than usual is seen as a gap


def in_order(flow: Flow, words: ResumeWords) -> list[Strip]:
    """All that is to be read, without empty paragraphs."""
    reading = _Reading(words, _usual_space(flow.paragraphs))
    own = reading.flow(flow.nodes)
    return own + reading.put_off


class _Reading:
    """Reads a flow; boxes with headings of their own are put off to the end, so that they part nothing."""

    def __init__(self, words: ResumeWords, usual_space: int) -> None:
        self.put_off: list[Strip] = []
        self._rows = Rows(words)
        self._gap = usual_space + _MORE_SPACE

    def flow(self, nodes: Sequence[Node]) -> list[Strip]:
        found: list[Strip] = []
        above: Paragraph | None = None
        is_apart = True
        for node in nodes:
            if isinstance(node, Paragraph):
                if node.is_empty:
                    is_apart = True
                    continue
                is_apart = is_apart or (above is not None and _space(above, node) >= self._gap)
                found.append(Strip((node,), is_apart))
                above, is_apart = node, False
            elif isinstance(node, Table):
                found += self._table(node)
                above = None
            else:
                self._box(node, found)
        return found

    def _box(self, box: Box, found: list[Strip]) -> None:
        """A side story goes to the end, unless the text has no headings so far; anything else stays in its place."""
        own = self.flow(box.flow)
        is_story = len(own) > 2 and any(self._rows.is_heading(strip) for strip in own)
        if is_story and any(self._rows.is_heading(strip) for strip in found):
            self.put_off += own
        else:
            found += own

    def _table(self, table: Table) -> list[Strip]:
        found: list[Strip] = []
        for is_wide, band in groupby(table.rows, key=lambda row: len(row) < 2):
            rows = [[(cell.column, self.flow(cell.flow)) for cell in row] for row in band]
            if not is_wide and len(rows) > 1 and self._has_columns(rows):
                columns = sorted({column for row in rows for column, _ in row})
                found += [
                    strip for wanted in columns for row in rows for column, own in row if column == wanted
                    for strip in own
                ]  # fmt: skip
                continue
            labels = [label_of_cell(own) for _, own in rows[0]]
            if len(rows) > 1 and self._rows.has_labels(labels):
                for row in rows[1:]:
                    found += self._rows.record(labels, [own for _, own in row])
                continue
            for row in rows:
                found += self._rows.row([own for _, own in row if own])
        return found

    def _has_columns(self, rows: Sequence[Sequence[tuple[int, list[Strip]]]]) -> bool:
        """Whether more than one column has headings: then each is a story of its own.

        Not beside labels such as “Dates” and “Employer”, each of which says what stands on its row.
        """
        if sum(self._rows.is_field(row[0][1]) for row in rows) >= _FEWEST_LABELS:
            return False
        headed = {column for row in rows for column, own in row if any(self._rows.is_heading(strip) for strip in own)}
        return len(headed) > 1


def _usual_space(paragraphs: Sequence[Paragraph]) -> int:
    """The space between most paragraphs, in twips; it says nothing."""
    spaces = sorted(_space(above, below) for above, below in pairwise(each for each in paragraphs if not each.is_empty))
    return spaces[len(spaces) // 2] if spaces else 0


def _space(above: Paragraph, below: Paragraph) -> int:
    return max(above.after, below.before)
