"""Which glyphs a person can see: painted, upright, of a size and colour to be read, and each once."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from bulletcoach.readers.pdf.glyphs import Area, Glyph, Page

_SMALLEST = 2.5  # points; keywords for machines are hidden in smaller type
_NEAR_WHITE = 0xF5
_SAME_SPOT = 0.1  # em; a letter printed twice for boldness
_OCR_FROM = 0.8  # of all glyphs: the text that OCR has put behind the picture of a page
_LARGE = 0.3  # of the page


def all_seen(pages: Sequence[Page]) -> list[Page]:
    """`pages` without what nobody sees. Text behind scanned pictures counts where there is no other."""
    is_scanned = _is_ocr(pages)
    return [_seen(page, is_scanned) for page in pages]


def _seen(page: Page, is_scanned: bool) -> Page:
    covers = [area for area in page.areas if not _is_white(area.color)]
    kept: list[Glyph] = []
    spots: dict[tuple[str, int, int], Glyph] = {}
    for glyph in page.glyphs:
        if glyph.angle or (glyph.is_ghost and not is_scanned) or glyph.style.size < _SMALLEST:
            continue
        if _is_white(glyph.style.color) and not glyph.is_ghost and not _is_on(covers, glyph):
            continue
        is_of_ligature = bool(kept) and kept[-1].x0 == glyph.x0 and kept[-1].y == glyph.y
        if not glyph.is_space and not is_of_ligature and _is_double(glyph, spots):
            continue
        kept.append(glyph)
    return replace(page, glyphs=kept)


def _is_ocr(pages: Sequence[Page]) -> bool:
    ghosts = sum(1 for page in pages for glyph in page.glyphs if glyph.is_ghost and not glyph.is_space)
    total = sum(1 for page in pages for glyph in page.glyphs if not glyph.is_space)
    has_scans = any(
        area.color < 0 and (area.x1 - area.x0) * (area.y1 - area.y0) > _LARGE * page.width * page.height
        for page in pages
        for area in page.areas
    )
    return has_scans and ghosts >= _OCR_FROM * total


def _is_white(color: int) -> bool:
    return color >= 0 and all((color >> shift) & 255 >= _NEAR_WHITE for shift in (16, 8, 0))


def _is_on(areas: Sequence[Area], glyph: Glyph) -> bool:
    """Whether something that is not white lies behind a glyph."""
    x, y = (glyph.x0 + glyph.x1) / 2, glyph.y - glyph.style.size / 4
    return any(area.holds(x, y) for area in areas)


def _is_double(glyph: Glyph, spots: dict[tuple[str, int, int], Glyph]) -> bool:
    """Whether the same letter was drawn on the same spot before; it is noted as drawn."""
    column, line = int(glyph.x0), int(glyph.y)
    reach = _SAME_SPOT * glyph.style.size
    for dx in (-1, 0, 1):
        for dy in (-1, 0, 1):
            other = spots.get((glyph.char, column + dx, line + dy))
            if other is not None and abs(other.x0 - glyph.x0) <= reach and abs(other.y - glyph.y) <= reach:
                return True
    spots[glyph.char, column, line] = glyph
    return False
