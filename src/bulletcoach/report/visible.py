"""Text that others wrote, made safe to show: characters that steer a terminal or hide are written out."""

from __future__ import annotations

import unicodedata

# Controls (ANSI escapes start with one), format characters (bidi controls, zero-width ones), lone surrogates (bytes
# of a file name that are not text), line and paragraph separators. So are noncharacters, which XML and HTML forbid.
_HIDDEN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})


def visible(text: str) -> str:
    """The text with every control, bidi and invisible character as an escape: `\\x1b`, `\\u202e`."""
    # What is printable to Python is none of these, nor unassigned; most texts are, so they need not be looked through.
    return text if text.isprintable() else "".join(map(visible_character, text))


def visible_character(character: str) -> str:
    """One character, or its escape."""
    code = ord(character)
    if unicodedata.category(character) not in _HIDDEN and not _is_noncharacter(code):
        return character
    if code < 0x100:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def _is_noncharacter(code: int) -> bool:
    return 0xFDD0 <= code <= 0xFDEF or code & 0xFFFE == 0xFFFE


def width(character: str) -> int:
    """How many cells of a terminal the character takes."""
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
