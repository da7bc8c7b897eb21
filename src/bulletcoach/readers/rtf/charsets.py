"""Which encoding the bytes of RTF are in: that of the file, or of the font that they are set in."""

from __future__ import annotations

import codecs

from bulletcoach.readers.wordprocessor.glyphs import symbol

SYMBOL = "symbol"
"""Stands for the encoding of symbol fonts, whose codes are signs."""

USUAL = "cp1252"
_OF_FILE = {"mac": "mac_roman", "pc": "cp437", "pca": "cp850", "ansi": USUAL}
_OF_FONT = {
    2: SYMBOL, 77: "mac_roman", 78: "shift_jis", 79: "johab", 80: "gb2312", 81: "big5", 128: "cp932", 129: "cp949",
    130: "johab", 134: "gbk", 136: "big5", 161: "cp1253", 162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256",
    186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250", 254: "cp437", 255: "cp850",
}  # fmt: skip


def of_file(word: str, number: int | None) -> str | None:
    """The encoding that a control word names for the file; None where it names none that is known."""
    if word == "ansicpg":
        return known(f"cp{number}") or (known("utf-8") if number == 65001 else None)
    return _OF_FILE.get(word)


def of_font(charset: int | None) -> str | None:
    """The encoding of a font with that `\\fcharset`; None for that of the file."""
    return _OF_FONT.get(charset) if charset is not None else None


def known(name: str) -> str | None:
    try:
        return codecs.lookup(name).name
    except LookupError:
        return None


def decoded(characters: str, encoding: str) -> str:
    """Characters that stand for bytes, as text."""
    if encoding == SYMBOL:
        return _signs(characters)
    return characters.encode("latin-1", "replace").decode(encoding, "replace")


def _signs(characters: str) -> str:
    """One character in a symbol font is a sign; more of them are words that somebody set in the wrong font."""
    if len(characters.strip()) != 1:
        return characters
    return "".join(each if each.isspace() else symbol(ord(each)) for each in characters)
