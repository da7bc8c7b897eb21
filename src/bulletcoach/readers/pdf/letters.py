"""Letters that a font hides: ligatures and dashes without Unicode, accents printed over their letter.

Fonts of TeX that come without names for their glyphs leave the code of the encoding; ligatures and dashes lie among the
control characters there, so they can be told. A glyph inside a word of which nothing is known is nearly always a
ligature of f: which one, its width and the next letter say.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from msgspec.structs import replace

from bulletcoach.readers.pdf.glyphs import UNREADABLE, Glyph, Page

_TEX = {
    0x0B: "ff", 0x0C: "fi", 0x0D: "fl", 0x0E: "ffi", 0x0F: "ffl",  # OT1
    0x10: "“", 0x11: "”", 0x12: "„", 0x15: "–", 0x16: "—", 0x19: "ı",  # T1
    0x1B: "ff", 0x1C: "fi", 0x1D: "fl", 0x1E: "ffi", 0x1F: "ffl", 0x7F: "-",
}  # fmt: skip
_ACCENTS = dict(
    zip(
        "´`¨ˆ^˜~¯˘˙˚¸ˇ˝",
        "\u0301\u0300\u0308\u0302\u0302\u0303\u0303\u0304\u0306\u0307\u030a\u0327\u030c\u030b",
        strict=True,
    )
)
_DOTLESS = {"ı": "i", "ȷ": "j"}
_WIDE = 0.72  # em; of three letters
_WIDEST = 1.05
_TOUCHES = 0.12  # em
_VOWELS = "aouyi"


def without_gaps(page: Page) -> Page:
    """`page` with the letters that its fonts hide."""
    glyphs = _accented(page.glyphs)
    return replace(page, glyphs=[_read(glyphs, index) for index in range(len(glyphs))])


def _accented(glyphs: Sequence[Glyph]) -> list[Glyph]:
    """Accents put on the letter that they are printed over, whichever of the two is drawn first."""
    found: list[Glyph] = []
    for glyph in glyphs:
        before = found[-1] if found else None
        if before is not None and (whole := _over(before, glyph) or _over(glyph, before)):
            found[-1] = replace(before, char=whole, x0=min(before.x0, glyph.x0), x1=max(before.x1, glyph.x1))
            continue
        found.append(glyph)
    return found


def _over(accent: Glyph, letter: Glyph) -> str | None:
    """The letter with the accent, if the one stands over the other."""
    sign = _ACCENTS.get(accent.char)
    if sign is None or not letter.char.isalpha() or abs(accent.y - letter.y) > letter.style.size / 2:
        return None
    shared = min(accent.x1, letter.x1) - max(accent.x0, letter.x0)
    if shared < 0.5 * min(accent.x1 - accent.x0, letter.x1 - letter.x0) or shared <= 0:
        return None
    whole = unicodedata.normalize("NFC", _DOTLESS.get(letter.char, letter.char) + sign)
    return whole if len(whole) == 1 else None


def _read(glyphs: Sequence[Glyph], index: int) -> Glyph:
    glyph = glyphs[index]
    if glyph.char != UNREADABLE or glyph.style.is_symbol:
        return glyph
    if known := _TEX.get(glyph.code):
        return replace(glyph, char=known)
    before = _neighbour(glyphs, index, -1)
    after = _neighbour(glyphs, index, 1)
    return replace(glyph, char=_ligature(glyph, after)) if before or after.islower() else glyph


def _neighbour(glyphs: Sequence[Glyph], index: int, step: int) -> str:
    """The letter that touches a glyph on one side, empty where there is none in the same font."""
    if not 0 <= index + step < len(glyphs):
        return ""
    glyph, other = glyphs[index], glyphs[index + step]
    left, right = (other, glyph) if step < 0 else (glyph, other)
    is_close = abs(right.x0 - left.x1) <= _TOUCHES * glyph.style.size and abs(left.y - right.y) < 1
    return other.char if is_close and other.char.isalpha() and other.style.font == glyph.style.font else ""


def _ligature(glyph: Glyph, after: str) -> str:
    width = (glyph.x1 - glyph.x0) / max(glyph.style.size, 1)
    if width > _WIDEST:
        return glyph.char
    if width >= _WIDE:
        return "ffi"
    if not after:
        return "ff"
    return "fl" if after.casefold() in _VOWELS else "fi"
