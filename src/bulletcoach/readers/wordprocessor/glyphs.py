"""Signs of the symbol fonts, which have codes of their own: what one sees instead."""

from __future__ import annotations

_SYMBOL_FONTS = frozenset(
    {"symbol", "wingdings", "wingdings 2", "wingdings 3", "webdings", "zapfdingbats", "zapf dingbats"}
)
_PRIVATE = range(0xF020, 0xF100)
_BULLET = "•"
_SIGNS = {
    0x6C: "●", 0x6E: "■", 0x6F: "□", 0x71: "❑", 0x72: "❒", 0x75: "◆", 0x76: "❖", 0x9F: "•", 0xA7: "▪", 0xA8: "◻",
    0xB7: "•", 0xD8: "➢", 0xE0: "→", 0xF0: "⇨", 0xFC: "✓", 0xFE: "☑", 0x2D: "–",
}  # fmt: skip
"""Code in Wingdings or Symbol, without the private use area that Word puts it in, to the usual sign like it."""


def is_symbol_font(name: str) -> bool:
    return name.strip().lower() in _SYMBOL_FONTS


def symbol(code: int) -> str:
    """The sign with that code in a symbol font; a bullet for one that is not known."""
    return _SIGNS.get(code & 0xFF, _BULLET)


def as_sign(text: str, font: str = "") -> str:
    """The sign in front of a list's paragraphs, as one sees it; a letter in a symbol font is a sign as well."""
    sign = text.strip()
    if len(sign) == 1 and (ord(sign) in _PRIVATE or (is_symbol_font(font) and ord(sign) < 0x100)):
        return symbol(ord(sign))
    return sign[:4]
