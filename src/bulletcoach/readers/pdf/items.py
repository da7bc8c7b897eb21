"""Rows joined to bullets and paragraphs, by where they stand.

A row carries on the one above if it begins where the text behind the bullet does (or where the paragraph does), close
below it, and if its first word had no room on the row above. How the words read decides only where that leaves a doubt.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct

from bulletcoach.readers.headers import entry_dates, is_dates_only, is_header, is_strong_header
from bulletcoach.readers.pdf.flow import Flow
from bulletcoach.readers.pdf.markers import Firsts, Head, head_of
from bulletcoach.readers.pdf.rows import Row
from bulletcoach.readers.shapes import ends_open, is_contact, is_place, is_sentence, is_title_case, opens_like_bullet
from bulletcoach.readers.titles import is_sub_heading, kind_of
from bulletcoach.readers.words import ResumeWords

_SAME_X = 2.5  # points
_SAME_SIZE = 0.1
_SPACE = 0.2  # em
_CLOSE = 1.4  # of the usual distance of rows
_CLOSE_BARE = 1.2  # for paragraphs, which only white space may part
_LEAST = 1.15  # em from row to row; bullets may be set closer than the rows of one, but no text is
_MOST = 1.6
_USUAL = 1.25  # em from row to row where nothing tells
_FURTHEST = 2.2  # em; what is further down is another paragraph in any case
_HANGS_BY = (4.0, 45.0)  # points
_TELLING = 3  # rows near the right edge tell where text is wrapped
_WRAPPED_FROM = 0.5  # of the width; shorter rows were not wrapped
_NEAR_EDGE = 0.12  # of the width
_DATE_WORDS = 2
_CARRIES_ON = tuple(",;:)&+%/")
_ENDS = (".", "!", "?", ";", ":")


class Item(Struct, frozen=True):
    """Rows, by their numbers in the flow, that make up a bullet (with a head) or a paragraph."""

    rows: tuple[int, ...]
    head: Head | None = None


def items_of(flow: Flow, thread: Sequence[int], words: ResumeWords) -> list[Item]:
    """The items of one thread of a flow."""
    return _Joiner(flow, words).items(thread)


class _Zone(Struct, frozen=True):
    """What a column is like: the distance of its rows, where its text is wrapped, and which left edges hang."""

    leading: float
    right: float
    edges: dict[int, float]
    hanging: frozenset[int]


class _Joiner:
    """Joins the rows of a flow."""

    def __init__(self, flow: Flow, words: ResumeWords) -> None:
        self.rows = flow.rows
        self.zones = flow.zones
        self.words = words
        firsts = Firsts.of(flow.rows)
        self.heads = [
            None if index and self._breaks_dates(flow.rows[index - 1].text, row.text) else head_of(row, firsts, words)
            for index, row in enumerate(flow.rows)
        ]
        self.said = [
            row.text[head.length :] if head else row.text for row, head in zip(flow.rows, self.heads, strict=True)
        ]
        numbered: dict[int, list[int]] = defaultdict(list)
        for index, number in enumerate(flow.zones):
            numbered[number].append(index)
        self.known = {number: self._zone(indices) for number, indices in numbered.items()}

    def items(self, thread: Sequence[int]) -> list[Item]:
        items: list[Item] = []
        open_rows: list[int] = []
        for index in thread:
            head = self.heads[index]
            if open_rows and head is None and self._carries_on(open_rows, index):
                open_rows.append(index)
                continue
            if open_rows:
                items.append(Item(tuple(open_rows), self.heads[open_rows[0]]))
            open_rows = [index]
        if open_rows:
            items.append(Item(tuple(open_rows), self.heads[open_rows[0]]))
        return items

    def _carries_on(self, above: Sequence[int], index: int) -> bool:
        first, last, row = self.rows[above[0]], self.rows[above[-1]], self.rows[index]
        if index != above[-1] + 1 or abs(row.size - last.size) > _SAME_SIZE * last.size:
            return False
        head = self.heads[above[0]]
        same_zone = self.zones[index] == self.zones[above[-1]]
        if same_zone:
            furthest = (_CLOSE if head else _CLOSE_BARE) * self.known[self.zones[index]].leading
            if not 0 < row.y - last.y <= furthest:
                return False
        elif not self._may_cross(above, index):
            return False
        return (
            self._bullet_carries_on(head, above, index)
            if head
            else self._paragraph_carries_on(first, len(above), above[-1], index)
        )

    def _may_cross(self, above: Sequence[int], index: int) -> bool:
        """Whether what ends a page or a column may go on at the top of the next."""
        last, row = self.rows[above[-1]], self.rows[index]
        if _begins_inside(row.text):
            return True
        return row.page != last.page and not _has_ended(last.text) and self._is_full(above[-1], row)

    def _bullet_carries_on(self, head: Head, above: Sequence[int], index: int) -> bool:
        last, row, words = self.rows[above[-1]], self.rows[index], self.words
        tail = self.said[above[-1]].rpartition("\t")
        is_parted = bool(tail[1]) and (bool(entry_dates(tail[2], words)) or is_place(tail[2], words))
        if is_dates_only(row.text, words) or (row.has_tab and (entry_dates(row.text, words) or is_parted)):
            return False
        hangs = head.x0 + _SAME_X < row.x0 <= head.text_x + _SAME_X
        is_flush = abs(row.x0 - head.x0) <= _SAME_X
        if not (hangs or is_flush):
            return row.page != last.page and _begins_inside(row.text) and abs(row.x0 - head.text_x) < _HANGS_BY[1]
        if _begins_inside(row.text) or ends_open(last.text, words):
            return not is_parted
        if row.style.is_bold and not last.style.is_bold and is_header(row.text, words):
            return False
        if not any(map(str.isalpha, row.text)) and any(map(str.isdigit, row.text)):
            return True  # “4%”
        is_full = self._is_full(above[-1], row)
        if hangs and is_full:
            return not (entry_dates(row.text, words) and is_header(row.text, words))
        if hangs:
            return not is_header(row.text, words) and not _has_ended(last.text)
        if kind_of(row.text, words) is not None or is_sub_heading(row.text, words) or not is_full:
            return False
        return not is_header(row.text, words) and not (_has_ended(last.text) and opens_like_bullet(row.text, words))

    def _paragraph_carries_on(self, first: Row, count: int, above: int, index: int) -> bool:
        last, row, words = self.rows[above], self.rows[index], self.words
        if count == 1 and self._breaks_dates(last.text, row.text):
            return True
        if last.has_tab or row.has_tab or row.style.is_bold != last.style.is_bold:
            return False
        if is_contact(row.text, words) or is_dates_only(row.text, words) or last.text.endswith(":"):
            return False
        if kind_of(row.text, words) is not None or kind_of(last.text, words) is not None:
            return False
        is_level = abs(row.x0 - last.x0) <= _SAME_X
        hangs = count == 1 and _HANGS_BY[0] <= row.x0 - first.x0 <= _HANGS_BY[1]
        zone = self.known[self.zones[index]]
        is_new = count == 1 and round(first.x0) in zone.hanging
        if not (is_level or hangs) or (is_level and is_new):
            return False
        if count == 1 and is_header(first.text, words) and not is_sentence(first.text, words):
            return False
        if _begins_inside(row.text):
            return not is_title_case(last.text, words) or self._is_full(above, row)
        if not self._is_full(above, row) or is_strong_header(row.text, words):
            return False
        return hangs or not (_has_ended(last.text) and opens_like_bullet(row.text, words))

    def _breaks_dates(self, above: str, below: str) -> bool:
        """Whether the dates of a header line go on below it: “…  June 2020 –” and “Present”, “…  2016” and “– 2019”."""
        if len(below.strip("-–— ").split()) > _DATE_WORDS or not is_header(above, self.words):
            return False
        return any(
            dates.span.start < len(above) < dates.span.end - 1 for dates in entry_dates(f"{above} {below}", self.words)
        )

    def _is_full(self, above: int, row: Row) -> bool:
        """Whether the first word of `row` had no room on the row above."""
        last = self.rows[above]
        head = self.heads[above]
        zone = self.known[self.zones[above]]
        edge = zone.edges.get(round(head.text_x if head else last.x0), zone.right)
        first = row.words[0]
        return last.x1 + _SPACE * row.size + (first.x1 - first.x0) > edge - 0.5

    def _zone(self, indices: Sequence[int]) -> _Zone:
        rows = [self.rows[index] for index in indices]
        steps = sorted(
            below.y - above.y
            for above, below in pairwise(rows)
            if 0.5 * above.size < below.y - above.y <= _FURTHEST * above.size
        )
        size = rows[len(rows) // 2].size
        leading = steps[len(steps) // 4] if steps else _USUAL * size
        leading = min(max(leading, _LEAST * size), _MOST * size)
        right = max(row.x1 for row in rows)
        left = min(row.x0 for row in rows)
        by_edge: dict[int, list[float]] = defaultdict(list)
        for index, row in zip(indices, rows, strict=True):
            head = self.heads[index]
            if "\t" not in self.said[index]:
                x = round(head.text_x if head else row.x0)
                for near in (x - 1, x, x + 1):
                    by_edge[near].append(row.x1)
        edges = {}
        for x, ends in by_edge.items():
            widest = max(ends)
            near_edge = sum(end >= widest - _NEAR_EDGE * (right - left) for end in ends)
            is_wrapped = near_edge >= _TELLING and widest - x >= _WRAPPED_FROM * (right - x)
            edges[x] = widest if is_wrapped else right
        hanging = frozenset(self._hanging(indices, edges, leading))
        return _Zone(leading, right, edges, hanging)

    def _hanging(self, indices: Sequence[int], edges: dict[int, float], leading: float) -> list[int]:
        """The left edges of paragraphs without bullets whose further rows are indented."""
        found = []
        for above, below in pairwise(indices):
            last, row = self.rows[above], self.rows[below]
            if self.heads[above] or self.heads[below] or last.has_tab or row.has_tab:
                continue
            if not _HANGS_BY[0] <= row.x0 - last.x0 <= _HANGS_BY[1] or row.y - last.y > _CLOSE_BARE * leading:
                continue
            edge = edges.get(round(last.x0), last.x1)
            if last.x1 + _SPACE * row.size + row.words[0].x1 - row.words[0].x0 > edge and not is_header(
                last.text, self.words
            ):
                x = round(last.x0)
                found += [x - 1, x, x + 1]
        return found


def _begins_inside(text: str) -> bool:
    """Whether a row begins as only the middle of a sentence does."""
    return text[0].islower() or text.startswith(_CARRIES_ON)


def _has_ended(text: str) -> bool:
    return text.endswith(_ENDS)
