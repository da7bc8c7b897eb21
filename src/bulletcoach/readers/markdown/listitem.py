"""The text of a list item: one bullet, several that lie in one another, or the lines that name an entry."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from markdown_it.token import Token
from msgspec import Struct

from bulletcoach.readers.blocks import Block, Kind
from bulletcoach.readers.headers import entry_dates, is_header
from bulletcoach.readers.html.cutting import cut, extent, trimmed, without_glyph
from bulletcoach.readers.rendering import Rendering
from bulletcoach.readers.shapes import is_sentence
from bulletcoach.readers.words import ResumeWords

_TASK = re.compile(r"\[[ xX]\][ \t]+(?=\S)")
_INNER_MARK = re.compile(
    r"(?:(?:[-*+•◦▪●‣∙·]|\(?(?:\d{1,2}|[a-z])\)|\d{1,2}\.|[ivx]{2,4}[.)])[ \t]+(?=\S)|[–—][ \t]+(?=[A-Z]))"
)
_HEADER_LINES = 4


class ListItem(Struct):
    """A list item: its marker, depth from 0, level among the tokens, whether a list stands in it.

    `is_alone`: its list has no other. `is_fresh`: nothing of it was read yet.
    """

    marker: str
    depth: int
    level: int
    has_list: bool = False
    is_alone: bool = True
    is_fresh: bool = True


def items_of(tokens: Sequence[Token]) -> dict[int, ListItem]:
    """All list items, by the numbers of the tokens that open them."""
    found: dict[int, ListItem] = {}
    opened: list[ListItem] = []
    lists: list[list[ListItem]] = []
    for number, token in enumerate(tokens):
        match token.type:
            case "bullet_list_open" | "ordered_list_open":
                lists.append([])
                if opened:
                    opened[-1].has_list = True
            case "bullet_list_close" | "ordered_list_close":
                own = lists.pop()
                for item in own if len(own) > 1 else ():
                    item.is_alone = False
            case "list_item_open":
                item = ListItem(f"{token.info}{token.markup}", len(lists) - 1, token.level)
                found[number] = item
                opened.append(item)
                lists[-1].append(item)
            case "list_item_close":
                opened.pop()
    return found


def names_entry(text: str, item: ListItem, words: ResumeWords) -> bool:
    """Whether an item of several lines is an entry: it has dates, or names alone above a list of its own."""
    lines = [line.strip() for line in text.split("\n")[:_HEADER_LINES]]
    if len(lines) < 2 or is_sentence(lines[0], words) or not is_header(lines[0], words):
        return False
    if any(entry_dates(line, words) and is_header(line, words) for line in lines):
        return True
    return item.has_list and all(is_header(line, words) for line in lines)


def bullets_of(rendering: Rendering, item: ListItem, words: ResumeWords) -> Iterator[Block]:
    """The bullets of an item. A line in it that begins with a marker is one inside of it: indented by more than four
    columns, it is no list to CommonMark."""
    starts = [0]
    markers = [item.marker]
    for end in re.finditer("\n", rendering.text):
        if mark := _INNER_MARK.match(rendering.text, end.end()):
            starts.append(mark.end())
            markers.append(mark[0].strip())
    for number, (start, marker) in enumerate(zip(starts, markers, strict=True)):
        end_of_line = rendering.text.rfind("\n", start, starts[number + 1]) if number + 1 < len(starts) else None
        part = trimmed(cut(rendering, start, len(rendering.text) if end_of_line is None else end_of_line))
        task = _TASK.match(part.text)
        part = without_glyph(cut(part, task.end(), len(part.text)) if task else part, words, signs=False)
        if part.text:
            yield Block(Kind.BULLET, part, extent(part), level=item.depth + (number > 0), marker=marker)
