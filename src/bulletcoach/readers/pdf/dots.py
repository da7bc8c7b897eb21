"""Dots that are drawn, not written: browsers paint the marks of their lists as small discs and squares.

Such a dot is a bullet where a line of text begins behind it. Several in a row are a rating, one between words parts
them.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from msgspec.structs import replace

from bulletcoach.readers.pdf.glyphs import Area, Glyph, Page, Style

DOT = "•"
_FURTHEST = 30.0  # points from the dot to its text
_NEAREST_LEFT = 12.0  # points to the text of another line's end, or to the next dot of a rating
_MOST = 5_000


def with_dots(page: Page) -> Page:
    """`page` with a bullet's glyph for every dot in front of a line."""
    dots = page.dots[:_MOST]
    if not dots:
        return page
    glyphs = sorted((glyph for glyph in page.glyphs if not glyph.is_space), key=lambda glyph: glyph.y)
    levels = [glyph.y for glyph in glyphs]
    by_height = sorted(dots, key=_middle)
    heights = [_middle(dot) for dot in by_height]
    found: dict[tuple[int, int], Glyph] = {}
    for dot in dots:
        middle = _middle(dot)
        beside = by_height[bisect_left(heights, middle - 2) : bisect_right(heights, middle + 2)]
        if any(_are_row(dot, other) for other in beside[:50]):
            continue
        near = glyphs[bisect_left(levels, middle - 2) : bisect_right(levels, middle + 14)]
        if glyph := _marker(dot, near):
            found[round(glyph.x0), round(glyph.y)] = glyph
    return replace(page, glyphs=[*page.glyphs, *found.values()])


def _middle(dot: Area) -> float:
    return (dot.y0 + dot.y1) / 2


def _are_row(dot: Area, other: Area) -> bool:
    gap = max(dot.x0 - other.x1, other.x0 - dot.x1)
    return 0.5 < gap < _NEAREST_LEFT


def _marker(dot: Area, near: Sequence[Glyph]) -> Glyph | None:
    """The glyph for a dot, on the baseline of the text behind it."""
    line = [glyph for glyph in near if -0.1 <= (glyph.y - _middle(dot)) / max(glyph.style.size, 1) <= 0.75]
    behind = [glyph for glyph in line if 0 <= glyph.x0 - dot.x1 <= _FURTHEST]
    if not behind:
        return None
    first = min(behind, key=lambda glyph: (glyph.x0, glyph.y))
    if any(abs(glyph.y - first.y) < 1 and -1 <= dot.x0 - glyph.x1 <= _NEAREST_LEFT for glyph in line):
        return None
    size = first.style.size
    if dot.x1 - dot.x0 > 0.9 * size:
        return None  # a picture or a box
    return Glyph(DOT, dot.x0, dot.x1, first.y, Style("", size, is_symbol=True))
