"""What the tables at the head of an RTF file say: fonts, styles, lists."""

from __future__ import annotations

import re

from msgspec import Struct, field

from bulletcoach.readers.rtf.charsets import of_font
from bulletcoach.readers.wordprocessor.glyphs import is_symbol_font

_HEADING = re.compile(r"heading ?([1-9])")
_TITLE = "title"
_NONE = 255
_DEEPEST_CHAIN = 20


class Sheets(Struct):
    """Encodings of fonts by their numbers (None for that of the file); headings; the kinds of numbers of lists."""

    fonts: dict[int, str | None] = field(default_factory=dict)
    headings: dict[int, int] = field(default_factory=dict)
    based_on: dict[int, int] = field(default_factory=dict)
    kinds: dict[int, list[int]] = field(default_factory=dict)
    lists: dict[int, int] = field(default_factory=dict)
    _number: int = -1
    _kinds: list[int] = field(default_factory=list)
    _name: str = ""

    def font(self, word: str, number: int | None) -> None:
        """A control word in the font table."""
        if word == "f" and number is not None:
            self._number, self._name = number, ""
            self.fonts.setdefault(number, None)
        elif word == "fcharset":
            self.fonts[self._number] = of_font(number)

    def font_name(self, text: str) -> None:
        self._name += text
        if is_symbol_font(self._name.partition(";")[0]):
            self.fonts[self._number] = of_font(2)

    def style(self, word: str, number: int | None) -> None:
        """A control word in the style sheet."""
        if word == "s" and number is not None:
            self._number, self._name = number, ""
        elif word == "sbasedon" and number is not None:
            self.based_on[self._number] = number
        elif word == "outlinelevel" and number is not None:
            self.headings[self._number] = heading_level(number)
        elif word in ("cs", "ts", "ds"):
            self._number, self._name = -1, ""

    def style_name(self, text: str) -> None:
        self._name += text
        name, semicolon, _ = self._name.partition(";")
        if not semicolon or self._number < 0:
            return
        if match := _HEADING.fullmatch(name.strip().lower()):
            self.headings[self._number] = int(match[1]) + 1
        elif name.strip().lower() == _TITLE:
            self.headings[self._number] = 1
        self._name = ""

    def list(self, word: str, number: int | None) -> None:
        """A control word in the table of lists."""
        if word == "list":
            self._kinds = []
        elif word == "levelnfc" and number is not None:
            self._kinds.append(number)
        elif word == "listid" and number is not None:
            self.kinds[number] = self._kinds

    def override(self, word: str, number: int | None) -> None:
        """A control word in the table that numbers the lists."""
        if word == "listid" and number is not None:
            self._number = number
        elif word == "ls" and number is not None:
            self.lists[number] = self._number

    def heading(self, style: int) -> int:
        """The level of heading of a style, 0 for none."""
        for _ in range(_DEEPEST_CHAIN):
            if style in self.headings:
                return self.headings[style]
            if style not in self.based_on:
                break
            style = self.based_on[style]
        return 0

    def has_bullet(self, number: int, level: int) -> bool:
        """Whether that level of a list has a bullet in front, or a number."""
        kinds = self.kinds.get(self.lists.get(number, -1), [])
        return number > 0 and (not kinds or kinds[min(level, len(kinds) - 1)] != _NONE)


def heading_level(outline: int) -> int:
    return outline + 2 if 0 <= outline < 9 else 0
