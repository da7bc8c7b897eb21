"""From the paragraphs of a word processor's file to a document."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from bulletcoach.model.document import Document, Positions, Source
from bulletcoach.model.text import Span
from bulletcoach.readers.blocks import Block, Kind
from bulletcoach.readers.headers import entry_dates, is_header, is_strong_header
from bulletcoach.readers.lines import MAX_LINES
from bulletcoach.readers.outline import read_outline
from bulletcoach.readers.rendering import Rendering
from bulletcoach.readers.titles import kind_of
from bulletcoach.readers.wordprocessor.flow import BREAK, Flow, ListPlace, Sheet
from bulletcoach.readers.wordprocessor.looks import BY_LOOK, DEEPEST, Headings, headings_of, number_end
from bulletcoach.readers.wordprocessor.order import in_order
from bulletcoach.readers.wordprocessor.running import Running
from bulletcoach.readers.wordprocessor.strips import Strip
from bulletcoach.readers.words import ResumeWords

_LINE_START = re.compile(rf"{BREAK}[ \t]*")


def read_flow(
    flow: Flow, source: Source, format: str, words: ResumeWords, positions: Positions, notes: Sequence[str] = ()
) -> Document:
    """The document that a file's paragraphs make up.

    Its source text has a paragraph on each line; where places are named by lines, line breaks inside them count too.
    """
    sheet = Sheet.of(flow)
    text = sheet.text if positions is Positions.PARAGRAPHS else sheet.text.replace(BREAK, "\n")
    read = replace(source, text=text)
    blocks = _blocks(in_order(flow, words), Sheet(text, sheet.starts), words)
    comments = [sheet.comment(remark) for remark in flow.remarks]
    document = read_outline(blocks, read, format, words, comments=comments, notes=notes)
    return replace(document, positions=positions)


def too_long(flow: Flow) -> bool:
    """Whether a file has more paragraphs than are read of one."""
    return len(flow.paragraphs) >= MAX_LINES


def _blocks(strips: Sequence[Strip], sheet: Sheet, words: ResumeWords) -> Iterator[Block]:
    headings = headings_of(strips, words)
    running = Running(sheet)
    for index, strip in enumerate(strips):
        own = strip.first
        level = _level(strips, index, headings, words)
        if strip.is_entry:
            yield from running.taken()
            running.add(strip, is_apart=True)
            yield from running.taken(Kind.ENTRY)
        elif level:
            yield from running.taken()
            yield _heading(strip, level, sheet, words)
        elif own.place is not None and len(strip.paragraphs) == 1:
            yield from running.taken()
            yield from _bullets(strip, own.place, sheet, words)
        else:
            if not running.takes(strip):
                yield from running.taken()
            above = strips[index - 1] if index else None
            running.add(strip, is_apart=strip.is_apart or _follows_bullet(strip, above, words))
    yield from running.taken()


def _level(strips: Sequence[Strip], index: int, headings: Headings, words: ResumeWords) -> int:
    """The level of a heading, also of one with a bullet's sign or that names an entry; 0 for what is none."""
    strip, below = strips[index], _at(strips, index + 1)
    level = headings.level(strip, below, words)
    if strip.first.place is not None and not strip.first.heading:
        return max(level, BY_LOOK) if _heads_section(strips, index, level > 0, words) else 0
    if level or below is None:
        return level
    if headings.is_bold_name(strip, below, words):
        return DEEPEST
    above = _at(strips, index - 1)
    is_first = above is None or above.first.place is not None or kind_of(above.text, words) is not None
    return DEEPEST if is_first and headings.begins_with_name(strip, below, words) else 0


def _at(strips: Sequence[Strip], index: int) -> Strip | None:
    return strips[index] if 0 <= index < len(strips) else None


def _heading(strip: Strip, level: int, sheet: Sheet, words: ResumeWords) -> Block:
    """The heading alone, without breaks round it or a number typed in front of it."""
    text, whole = strip.first.text, sheet.span(strip.first)
    start = len(text) - len(text.lstrip())
    behind = start + number_end(text[start:], words)
    if kind_of(text[behind:], words) is not None:
        start = behind
    span = Span(whole.start + start, whole.start + len(text.rstrip()))
    return Block(Kind.HEADING, Rendering.as_it_stands(sheet.text, span), span, level, gap=strip.is_apart)


def _bullets(strip: Strip, place: ListPlace, sheet: Sheet, words: ResumeWords) -> Iterator[Block]:
    """A paragraph of a list: one bullet, or several where its lines begin with signs of their own."""
    span = sheet.span(strip.first)
    bounds = _parts(strip.first.text, words)
    for number, (start, end) in enumerate(bounds):
        part = Span(span.start + start, span.start + end)
        rendering = Rendering.as_it_stands(sheet.text, part)
        gap = strip.is_apart and not number
        if number and not words.markers.match(strip.first.text, start, end):
            yield Block(Kind.TEXT, rendering, part, gap=gap)
            continue
        marker = words.markers.match(strip.first.text, start, end) if number else None
        if marker is not None:
            part = Span(span.start + marker.end, part.end)
            rendering = Rendering.as_it_stands(sheet.text, part)
        level = place.level + (1 if number else 0)
        yield Block(Kind.BULLET, rendering, part, level, marker.text if marker else place.marker, gap=gap)


def _parts(text: str, words: ResumeWords) -> list[tuple[int, int]]:
    """Where the parts of a list's paragraph stand: lines with signs of their own, and what is below an entry's name."""
    inner = [match.end() for match in _LINE_START.finditer(text)]
    starts = [0, *(begin for begin in inner if words.markers.match(text, begin, len(text)))]
    first, _, rest = text.strip().partition(BREAK)
    if len(starts) == 1 and rest.strip() and entry_dates(first, words) and is_header(first, words):
        starts.append(text.index(BREAK, text.index(first)) + 1)
    return list(zip(starts, [*starts[1:], len(text)], strict=True))


def _follows_bullet(strip: Strip, above: Strip | None, words: ResumeWords) -> bool:
    """Whether a line of names follows a typed bullet, which it does not carry on, however that may end."""
    if above is None or words.markers.match(above.text, 0, len(above.text)) is None:
        return False
    return not strip.text[:1].islower() and is_strong_header(strip.text, words)


def _is_alone(strips: Sequence[Strip], index: int) -> bool:
    """Whether a paragraph with a bullet's sign has no twin above or below it: “➢ EXPERIENCE”."""
    own = strips[index].first.place
    beside = [strips[each].first.place for each in (index - 1, index + 1) if 0 <= each < len(strips)]
    return own is not None and not any(
        place is not None and (place.list, place.level) == (own.list, own.level) for place in beside
    )


def _heads_section(strips: Sequence[Strip], index: int, looks_so: bool, words: ResumeWords) -> bool:
    """Whether a paragraph with a bullet's sign is a heading: it looks so or is in capitals, and stands alone."""
    text = strips[index].text.strip()
    return kind_of(text, words) is not None and (looks_so or text.isupper()) and _is_alone(strips, index)
