"""What stands on pages besides their text: running headers and footers, page numbers.

They come again at the same height on other pages, or hold the number of their page and are set off from the text.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from statistics import median

from bulletcoach.readers.pdf.glyphs import Page
from bulletcoach.readers.pdf.rows import Row, rows_of
from bulletcoach.readers.pdf.words import Word

_MARGIN = 0.12  # of the height of a page
_MOST_ROWS = 3  # at either edge
_SAME_HEIGHT = 4.0  # points
_SET_OFF = 1.6  # em
_NAME = 1.2  # times the usual size
_MOST_WORDS = 12
_NUMBER = re.compile(r"\d+")
_PRINTED = re.compile(r"\b\d{1,4}[./-]\d{1,2}[./-]\d{2,4},?\s+\d{1,2}[:.]\d{2}\b")  # a browser's own header
_TAIL = re.compile(r"(?<![\d.,])(\d{1,2})(?:\s*(?:[/|–-]|\w{2,3})\s*(\d{1,2}))?[\s.)|–-]*$")


def without_furniture(pages: Sequence[Page], words: Sequence[list[Word]]) -> list[list[Word]]:
    """The words of all pages without those in headers and footers; the first page keeps a name set large."""
    edges = [_edges(page, own) for page, own in zip(pages, words, strict=True)]
    heights: dict[tuple[str, bool], list[tuple[int, float]]] = defaultdict(list)
    for page, rows in enumerate(edges):
        for row, is_top in rows:
            heights[_shape(row), is_top].append((page, row.y if is_top else pages[page].height - row.y))
    kept = []
    for page, own in enumerate(words):
        dropped: set[int] = set()
        for row, is_top in edges[page]:
            height = row.y if is_top else pages[page].height - row.y
            others = heights[_shape(row), is_top]
            comes_again = any(other != page and abs(at - height) <= _SAME_HEIGHT for other, at in others)
            is_number = _has_number(row, page + 1, len(pages)) and _is_set_off(row, own, is_top)
            is_first_head = is_top and page == 0 and row.size >= _NAME * _usual_size(own)
            if _PRINTED.search(row.text) or ((comes_again or is_number) and not (is_first_head and not is_number)):
                dropped.update(map(id, row.words))
        kept.append([word for word in own if id(word) not in dropped])
    return kept


def _edges(page: Page, words: Sequence[Word]) -> list[tuple[Row, bool]]:
    """The rows at the upper (True) and lower edge of a page."""
    top = [word for word in words if word.y <= _MARGIN * page.height]
    bottom = [word for word in words if word.y >= (1 - _MARGIN) * page.height]
    return [
        *((row, True) for row in rows_of(top, page.number)[:_MOST_ROWS]),
        *((row, False) for row in rows_of(bottom, page.number)[-_MOST_ROWS:]),
    ]


def _usual_size(words: Sequence[Word]) -> float:
    return median(word.size for word in words)


def _shape(row: Row) -> str:
    return _NUMBER.sub("#", row.text)


def _has_number(row: Row, page: int, pages: int) -> bool:
    """Whether a short row ends with the number of its page, perhaps with that of all pages behind it."""
    found = _TAIL.search(row.text.split("\t")[-1]) if len(row.words) <= _MOST_WORDS else None
    if found is None:
        return False
    number, total = int(found[1]), found[2]
    return number == page and (total is None or int(total) == pages)


def _is_set_off(row: Row, words: Sequence[Word], is_top: bool) -> bool:
    """Whether white space parts a row from the text of its page."""
    if is_top:
        below = min((word.y - word.size for word in words if word.y > row.y + row.size / 2), default=row.y + 1e6)
        return below - row.y >= (_SET_OFF - 1) * row.size
    above = max((word.y for word in words if word.y < row.y - row.size / 2), default=-1e6)
    return row.y - above >= _SET_OFF * row.size
