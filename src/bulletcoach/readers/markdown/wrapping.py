"""Which line breaks of a paragraph are meant, and which are there because the line was full.

Markdown says that a line break is a blank, and that a line right below a bullet belongs to it, indented or not. People
put title, employer and dates on lines below one another, and the next entry right below a bullet. So this is settled as
in a plain text.
"""

from __future__ import annotations

from bisect import bisect_left

from bulletcoach.readers.headings import find_headings
from bulletcoach.readers.items import Item, read_items
from bulletcoach.readers.lines import read_lines
from bulletcoach.readers.markdown.passage import Passage
from bulletcoach.readers.touching import with_touching_markers
from bulletcoach.readers.words import ResumeWords

_HARD = ("  ", "\\", "<br>", "<br/>", "<br />")


def joined_breaks(passage: Passage, text: str, width: int, words: ResumeWords) -> frozenset[int]:
    """The offsets in `passage` of the line breaks that are blanks. `text`, the file, was wrapped at `width`."""
    if len(passage.lines) < 2:
        return frozenset()
    start = passage.lines[0].start
    items = _items(text[start : passage.span.end], width, words)
    begins = sorted(start + item.lines[0].start for item in items)
    found: set[int] = set()
    at = 0
    for own, below in zip(passage.lines, passage.lines[1:], strict=False):
        at += len(own)
        line = text[own.start : own.end]
        is_hard = line.endswith(_HARD) or text.startswith("  ", own.end)
        if not is_hard and bisect_left(begins, below.start) == bisect_left(begins, below.end):
            found.add(at)
        at += 1
    return frozenset(found)


def lines_of_bullet(passage: Passage, text: str, end: int, width: int, words: ResumeWords) -> int:
    """How many lines of a list item's paragraph belong to its bullet: the indented ones, others if they carry it on.

    `end` is where in the file looking ahead ends.
    """
    count = len(passage.lines)
    if count < 2:
        return count
    first = passage.lines[0].start - passage.columns[0]
    lead = text[first : passage.lines[0].start]
    margin = len(lead) - len(lead.lstrip())
    if all(column > margin for column in passage.columns[1:]):
        return count
    items = _items(text[first:end], width, words)
    bullet_end = first + items[0].lines[-1].end if items else passage.span.end
    return max(1, sum(line.start < bullet_end for line in passage.lines))


def _items(text: str, width: int, words: ResumeWords) -> list[Item]:
    """The bullets and paragraphs of a stretch, up to the first heading in it."""
    lines = with_touching_markers(read_lines(text, words)[0], words)
    headings = [heading.line for heading in find_headings(lines, words) if heading.line]
    before = read_items(lines[: headings[0]], width, words) if headings else read_items(lines, width, words)
    return [*before, *(Item.of(line) for line in (lines[headings[0] :] if headings else ()))]
