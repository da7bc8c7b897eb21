"""A string cut into bullets and paragraphs: one bullet, lines with glyphs, an HTML list, or prose."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

from msgspec import Struct

from bulletcoach.model.text import Span
from bulletcoach.readers.items import Item, read_items
from bulletcoach.readers.lines import read_lines, wrap_width
from bulletcoach.readers.rendering import Rendering
from bulletcoach.readers.schema.fragments import is_html, read_html
from bulletcoach.readers.schema.nodes import Scalar
from bulletcoach.readers.schema.renderings import with_marks, without_markdown
from bulletcoach.readers.shapes import opens_like_bullet
from bulletcoach.readers.touching import with_touching_markers
from bulletcoach.readers.words import ResumeWords

PART = " part"
HTML = " html"


class Use(Enum):
    """What a string is to its entry: one of its bullets, all of its bullets, or a text that may hold some."""

    ITEM = "item"
    LIST = "list"
    TEXT = "text"


class Claim(Struct, frozen=True):
    """A bullet or paragraph in a string: what it says, where it stands, and how. `marker` is empty for a paragraph, or
    where the string itself is the bullet; `level` is its depth in the string."""

    rendering: Rendering
    span: Span
    quoting: str
    marker: str = ""
    level: int = 0


class Contents(Struct, frozen=True):
    """The bullets of a string, and the paragraphs above them or without any."""

    bullets: tuple[Claim, ...] = ()
    prose: tuple[Claim, ...] = ()


def read_string(scalar: Scalar, use: Use, words: ResumeWords) -> Contents:
    """What is in a string: in a TEXT the bullets are those lines that a glyph shows, else each line is one.

    Lines with glyphs below the first line of an ITEM are nested in it.
    """
    rendering, quoting = scalar.rendering, scalar.quoting
    if is_html(rendering.text):
        rendering, quoting = read_html(rendering), quoting + HTML
    text = rendering.text
    if not text.strip():
        return Contents()
    holds_bullets = use is not Use.TEXT
    if "\n" not in text.strip() and not words.markers.inline_starts(text, 0, len(text)):
        claim = _whole(scalar, rendering, quoting, words)
        is_bullet = holds_bullets or (claim.marker != "" and not claim.marker[0].isalnum())
        return Contents(bullets=(claim,)) if is_bullet else Contents(prose=(claim,))
    items = _items(text, words)
    marked = [item for item in items if item.marker is not None]
    if marked:
        first = items.index(marked[0])
        is_nested = use is Use.ITEM and first > 0
        above = [_part(rendering, quoting, item, 0) for item in items[:first]]
        levels = [level + is_nested for level in _levels(marked)]
        bullets = [_part(rendering, quoting, item, level) for item, level in zip(marked, levels, strict=True)]
        return Contents((*above, *bullets)) if is_nested else Contents(tuple(bullets), tuple(above))
    opens_all = len(items) > 1 and all(opens_like_bullet(item.head, words) for item in items)
    if holds_bullets and (len(items) == 1 or (use is Use.ITEM and not opens_all)):
        return Contents(bullets=(_whole(scalar, rendering, quoting, words),))
    parts = tuple(_part(rendering, quoting, item, 0) for item in items)
    return Contents(bullets=parts) if holds_bullets or opens_all else Contents(prose=parts)


def _items(text: str, words: ResumeWords) -> list[Item]:
    lines, _ = read_lines(text, words)
    lines = with_touching_markers(lines, words)
    numbers = sum(1 for line in lines if line.marker is not None and line.marker.is_number)
    items = read_items(lines, wrap_width(lines), words)
    return [item for item in items if item.head and not (numbers == 1 and item.marker and item.marker.is_number)]


def _whole(scalar: Scalar, rendering: Rendering, quoting: str, words: ResumeWords) -> Claim:
    """The string as one bullet, perhaps with a glyph in front; the glyph stays in the span, as the quotes do."""
    text = rendering.text
    start = len(text) - len(text.lstrip())
    marker = words.markers.match(text, start, len(text))
    if marker is not None and marker.end < len(text) and not marker.text.isalpha():
        inner = without_markdown(rendering, Span(marker.end, len(text)))
        return Claim(inner, scalar.span, quoting, marker.text)
    return Claim(without_markdown(rendering, Span(start, len(text))), scalar.span, quoting)


def _part(rendering: Rendering, quoting: str, item: Item, level: int) -> Claim:
    """One of the bullets or paragraphs of a string."""
    inner = without_markdown(rendering, item.span)
    return Claim(inner, with_marks(inner), quoting + PART, item.marker.text if item.marker else "", level)


def _levels(items: Sequence[Item]) -> list[int]:
    """The depth of each item by its indentation."""
    open_indents: list[int] = []
    levels = []
    for item in items:
        while open_indents and open_indents[-1] > item.indent:
            open_indents.pop()
        if not open_indents or open_indents[-1] < item.indent:
            open_indents.append(item.indent)
        levels.append(len(open_indents) - 1)
    return levels
