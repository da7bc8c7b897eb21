"""Rows of tables: names in cells side by side are one line, a row of labels is none."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from bulletcoach.readers.headers import entry_dates, is_header
from bulletcoach.readers.html.cutting import joined
from bulletcoach.readers.html.layout import Strip
from bulletcoach.readers.shapes import is_sentence, opens_like_bullet, word_count
from bulletcoach.readers.titles import is_sub_heading
from bulletcoach.readers.words import ResumeWords, folded

_LONGEST_NAME = 160
_SHORT = 5  # words


def row_of(strips: Sequence[Strip], words: ResumeWords) -> list[Strip]:
    """The strips of a row as they are read: what stands in its first cells may be one line, “Company | Role” goes."""
    cells = [list(group) for _, group in groupby(strips, key=lambda strip: strip.cell)]
    if len(cells) < 2:
        return list(strips)
    if _is_row_of_labels(cells, words):
        return []
    lead: list[Strip] = []
    for number, cell in enumerate(cells):
        if not _is_name(cell[0], words) or (len(cell) > 1 and number + 1 < len(cells)):
            break
        lead.append(cell.pop(0))
    rest = [strip for cell in cells for strip in cell]
    if len(lead) < 2:
        return [*lead, *rest]
    line = joined([strip.rendering for strip in lead], "\t")
    names_entry = bool(entry_dates(line.text, words)) and not is_header(line.text, words)
    return [Strip(line, gap=lead[0].gap, is_entry=names_entry), *rest]


def _is_name(strip: Strip, words: ResumeWords) -> bool:
    text = strip.rendering.text
    if strip.level or len(text) > _LONGEST_NAME or "\n" in text:
        return False
    is_short = word_count(text) <= _SHORT and text[-1:] not in ".!;" and not opens_like_bullet(text, words)
    return is_short or not is_sentence(text, words)


def _is_row_of_labels(cells: Sequence[Sequence[Strip]], words: ResumeWords) -> bool:
    texts = [cell[0].rendering.text for cell in cells if len(cell) == 1]
    if len(texts) < len(cells) or any(entry_dates(text, words) for text in texts):
        return False
    return 2 * sum(folded(text) in words.fields or is_sub_heading(text, words) for text in texts) >= len(cells)
