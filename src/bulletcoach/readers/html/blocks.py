"""Which strip of a page is what: a heading, a bullet, running text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from bulletcoach.readers.blocks import Block, Kind
from bulletcoach.readers.headers import entry_dates, is_header
from bulletcoach.readers.html.cutting import extent, joined, without_glyph
from bulletcoach.readers.html.landmarks import headed
from bulletcoach.readers.html.layout import Item, Layout, Strip
from bulletcoach.readers.html.order import as_seen
from bulletcoach.readers.html.rows import row_of
from bulletcoach.readers.words import ResumeWords

_HEADER_LINES = 4


def blocks_of(layout: Layout, source: str, words: ResumeWords, quoting: str = "") -> Iterator[Block]:
    """The blocks of a page, in order. `quoting` is that of its bullets."""
    seen: set[int] = set()
    strips = as_seen(list(headed(layout, source, words)), words)
    for (row, _), group in groupby(strips, key=lambda strip: (strip.row, id(strip.item))):
        own = list(group)
        item = own[0].item
        if item is not None:
            yield from _item_blocks(own, item, id(item) in seen, words, quoting)
            seen.add(id(item))
        elif row:
            yield from (_plain(strip, quoting) for strip in row_of(own, words))
        else:
            yield from (_plain(strip, quoting) for strip in own)


def kind_of_strip(strip: Strip) -> Kind:
    """What a strip outside of lists is."""
    if strip.level:
        return Kind.HEADING
    return Kind.ENTRY if strip.is_entry else Kind.TEXT


def _plain(strip: Strip, quoting: str) -> Block:
    kind = kind_of_strip(strip)
    return Block(kind, strip.rendering, extent(strip.rendering), level=strip.level, quoting=quoting, gap=strip.gap)


def _item_blocks(
    strips: Sequence[Strip], item: Item, is_rest: bool, words: ResumeWords, quoting: str
) -> Iterator[Block]:
    """The strips of a list item: one bullet, an entry with its lines, or what stands below the item's own list."""
    if is_rest or any(strip.level for strip in strips) or _names_entry(strips, item, words):
        yield from (_plain(strip, quoting) for strip in strips)
        return
    for number, part in enumerate(_bullets(strips, words)):
        if number and part[0].gap:
            yield from (_plain(strip, quoting) for strip in part)
            continue
        rendering = without_glyph(joined([strip.rendering for strip in part], " "), words, signs=True)
        span = extent(rendering)
        yield Block(Kind.BULLET, rendering, span, level=item.depth, marker=item.marker, quoting=quoting)


def _names_entry(strips: Sequence[Strip], item: Item, words: ResumeWords) -> bool:
    """Whether a list item of several lines is an entry: it has dates, or names alone above a list of its own."""
    if len(strips) < 2:
        return False
    texts = [strip.rendering.text for strip in strips[:_HEADER_LINES]]
    if any(entry_dates(text, words) and is_header(text, words) for text in texts):
        return True
    return item.has_list and all(is_header(text, words) for text in texts)


def _bullets(strips: Sequence[Strip], words: ResumeWords) -> Iterator[list[Strip]]:
    """The strips of an item in runs of one bullet each: a line break alone parts none, a typed glyph or a gap does."""
    run: list[Strip] = []
    for strip in strips:
        text = strip.rendering.text
        has_glyph = not text[0].isalnum() and words.markers.match(text, 0, len(text)) is not None
        if run and (strip.gap or has_glyph):
            yield run
            run = []
        run.append(strip)
    yield run
