"""What is drawn on a page, in its plainest form: glyphs, dots, and areas behind them.

Lengths are points; x runs to the right and y downwards, from the upper left corner of the page as one reads it.
"""

from __future__ import annotations

import re

from msgspec import Struct, field

UNREADABLE = "\ufffd"
"""Stands for a glyph of which the file does not say what letter it is."""

_BOLD = re.compile(
    r"bold|black|heavy|demi|semib|^(?:\w{6}\+)?(?:cmbx|sfbx|sfsx|cmssbx|ecbx)|-(?:bd|sb|b)\b", re.IGNORECASE
)
_SYMBOL = re.compile(
    r"symbol|dings|webding|awesome|fontello|icon|marvosym|fontfont-fa|typicons|entypo|glyphicon|msam|bbding",
    re.IGNORECASE,
)
_PICTURES = re.compile(r"awesome|fontello|icon|typicons|entypo|glyphicon", re.IGNORECASE)
_BOLD_FROM = 700


class Style(Struct, frozen=True):
    """How letters look. `size` is the height of an em on the page, `color` is 0xRRGGBB, `is_symbol` tells a font of
    pictures, the letters of which mean nothing."""

    font: str = ""
    size: float = 10.0
    is_bold: bool = False
    color: int = 0
    is_symbol: bool = False

    @property
    def is_picture(self) -> bool:
        """Whether its letters are icons; Symbol and its kin have signs that are read."""
        return self.is_symbol and bool(_PICTURES.search(self.font))

    @classmethod
    def of(cls, font: str, size: float, weight: int, color: int) -> Style:
        """The weight that PDFium gives is a guess by stem widths, which a high figure only makes believable."""
        is_bold = bool(_BOLD.search(font)) or weight >= _BOLD_FROM
        return cls(font, round(size * 4) / 4, is_bold, color, bool(_SYMBOL.search(font)))


class Glyph(Struct, frozen=True):
    """One letter or sign: `x0` to `x1` is its advance, `y` the baseline it stands on.

    `code` is what the file says where it does not say it in Unicode, 0 elsewhere. `angle` counts quarter turns, -1 is
    any other slant. `is_ghost` tells glyphs that are not painted at all.
    """

    char: str
    x0: float
    x1: float
    y: float
    style: Style
    code: int = 0
    angle: int = 0
    is_ghost: bool = False
    is_parted: bool = False

    @property
    def is_space(self) -> bool:
        return self.char.isspace()


class Area(Struct, frozen=True):
    """A filled shape or a picture: its box, and its colour, -1 for a picture."""

    x0: float
    y0: float
    x1: float
    y1: float
    color: int = -1

    def holds(self, x: float, y: float) -> bool:
        return self.x0 <= x <= self.x1 and self.y0 <= y <= self.y1


class Page(Struct, frozen=True):
    """A page as it is drawn. `dots` are small round or square shapes, as browsers draw them in front of list items."""

    number: int
    width: float
    height: float
    glyphs: list[Glyph] = field(default_factory=list)
    areas: list[Area] = field(default_factory=list)
    dots: list[Area] = field(default_factory=list)
