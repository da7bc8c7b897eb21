"""The file itself, through PDFium: its pages, what is drawn on them, and what is wrong with it.

PDFium is not made for threads, so one file is read at a time. Everything that it opens is closed again. Of a hostile
file no more is read than the bounds below; forms in forms are followed a few levels deep.
"""

from __future__ import annotations

import ctypes
import math
import re
import threading
from collections.abc import Iterator
from contextlib import closing, suppress
from typing import Any

from msgspec import Struct

from bulletcoach.errors import InputError
from bulletcoach.model.document import Source
from bulletcoach.readers.pdf.glyphs import UNREADABLE, Area, Glyph, Page, Style
from bulletcoach.readers.pdf.letters import without_gaps
from bulletcoach.readers.pdf.sight import all_seen

MAX_PAGES = 50
"""Pages; a résumé of more is a book, of which the beginning is read."""
MAX_GLYPHS = 120_000
_MAX_OBJECTS = 20_000
_MAX_DEPTH = 4
_LONGEST_NAME = 256
_DOT = (0.8, 9.0)  # points from side to side
_UNREAD = 0.3  # of the letters of a file; more have no Unicode only where all of a font has none
_TELLING = 20  # letters
_SLANT = 0.1  # radians
_INVISIBLE = (3, 7)  # text render modes: neither, and clip only
_ENCRYPTED = b"/Encrypt"
_NO_PAGES = re.compile(rb"/Count\s+0\b")
_TYPESETTER = re.compile(r"tex\b|typst|dvipdfm", re.IGNORECASE)
_lock = threading.Lock()


class Scan(Struct, frozen=True):
    """The pages of a file with what can be seen on them, and remarks for the user.

    `is_typeset` tells that its maker cuts words at the ends of lines, as TeX does and browsers do not.
    """

    pages: list[Page]
    notes: tuple[str, ...]
    is_typeset: bool = False


def pages_of(source: Source) -> Scan:
    """What can be seen in a PDF. Raises InputError where there is nothing to read."""
    with _lock:
        drawn, total, maker = _drawn(source)
    pages = [without_gaps(page) for page in all_seen(drawn)]
    letters = [glyph for page in pages for glyph in page.glyphs if not glyph.is_space]
    if not letters:
        raise InputError(f"{source.path}: {_without_text(drawn)}")
    unread = sum(1 for glyph in letters if glyph.char == UNREADABLE)
    if len(letters) >= _TELLING and unread > _UNREAD * len(letters):
        raise InputError(
            f"{source.path}: the fonts of this PDF do not say which letters they draw; export it again or run OCR"
        )
    return Scan(pages, tuple(_notes(drawn, total)), bool(_TYPESETTER.search(maker)))


def _drawn(source: Source) -> tuple[list[Page], int, str]:
    """What is drawn on the pages that are read, how many pages there are, and which program made the file."""
    import pypdfium2 as pdfium  # type: ignore[import-untyped]
    import pypdfium2.raw as raw  # type: ignore[import-untyped]

    try:
        document = pdfium.PdfDocument(source.data)
    except pdfium.PdfiumError as error:
        raise InputError(f"{source.path}: {_refusal(getattr(error, 'err_code', None), source.data, raw)}") from None
    pages: list[Page] = []
    left = MAX_GLYPHS
    with closing(document):
        total = len(document)
        maker = _maker(document)
        if not total:
            raise InputError(f"{source.path}: this PDF has no pages; export it again")
        for number in range(min(total, MAX_PAGES)):
            try:
                page = document[number]
            except pdfium.PdfiumError:
                continue  # one damaged page among others
            with closing(page):
                is_form = _is_form(page, raw)
                if is_form:
                    raw.FPDFPage_Flatten(page, raw.FLAT_NORMALDISPLAY)  # what was typed in becomes part of the page
                else:
                    pages.append(_page(page, number, left, raw))
            if is_form:
                with closing(document[number]) as page:
                    pages.append(_page(page, number, left, raw))
            left -= len(pages[-1].glyphs)
            if left <= 0:
                break
    if not pages:
        raise InputError(f"{source.path}: this PDF is damaged: none of its pages can be read; export it again")
    return pages, total, maker


def _maker(document: Any) -> str:
    """The programs that made a file, as far as it says so."""
    said = []
    for key in ("Creator", "Producer"):
        with suppress(UnicodeError, RuntimeError):  # what a damaged file says may be no text
            said.append(str(document.get_metadata_value(key))[:_LONGEST_NAME])
    return " ".join(said)


def _refusal(code: int | None, data: bytes, raw: Any) -> str:
    """Why a file could not be opened. The code may be left over from an earlier file, so the bytes are asked too."""
    if code == raw.FPDF_ERR_PASSWORD and _ENCRYPTED in data:
        return "this PDF is protected by a password; save it without one"
    if code == raw.FPDF_ERR_SECURITY and _ENCRYPTED in data:
        return "this PDF is protected in a way that cannot be read; save it without protection"
    if _NO_PAGES.search(data):
        return "this PDF has no pages; export it again"
    return "this PDF is damaged or cut off; export it again"


def _without_text(pages: list[Page]) -> str:
    if any(page.areas for page in pages):
        return "this PDF holds pictures of text; export it with text or run OCR"
    return "this PDF holds no text; export it with text or run OCR"


def _notes(pages: list[Page], total: int) -> Iterator[str]:
    pictures = [
        str(page.number + 1)
        for page in pages
        if not any(not glyph.is_space for glyph in page.glyphs) and any(area.color < 0 for area in page.areas)
    ]
    if len(pictures) == 1:
        yield f"page {pictures[0]} is a picture and was not read; run OCR to have its text"
    elif pictures:
        yield f"pages {', '.join(pictures)} are pictures and were not read; run OCR to have their text"
    if total > MAX_PAGES:
        yield f"only the first {MAX_PAGES} of {total} pages were read"
    elif sum(len(page.glyphs) for page in pages) >= MAX_GLYPHS:
        yield f"only the first {MAX_GLYPHS:,} characters were read"


def _page(page: Any, number: int, left: int, raw: Any) -> Page:
    """One page, at most `left` glyphs of it."""
    x0, y0, x1, y1 = page.get_cropbox()
    frame = _Frame(min(x0, x1), max(y0, y1), abs(x1 - x0), abs(y1 - y0))
    text = page.get_textpage()
    with closing(text):
        handle = text.raw  # cheaper to pass than `text`, and it is passed six times for each glyph
        glyphs = list(_glyphs(handle, frame, min(left, raw.FPDFText_CountChars(handle)), raw))
    turn = _turn(glyphs)
    found = Page(number, *frame.turned_size(turn))
    found.glyphs.extend(frame.turned(glyph, turn) for glyph in glyphs)
    for area in _areas(page, raw):
        placed = frame.turned_area(area, turn)
        sides = (placed.x1 - placed.x0, placed.y1 - placed.y0)
        if all(_DOT[0] <= side <= _DOT[1] for side in sides) and 0.5 <= sides[0] / sides[1] <= 2:
            found.dots.append(placed)
        elif min(sides) > 1:
            found.areas.append(placed)
    return found


def _is_form(page: Any, raw: Any) -> bool:
    """Whether a page has fields to fill in."""
    for index in range(min(raw.FPDFPage_GetAnnotCount(page), _MAX_OBJECTS)):
        annotation = raw.FPDFPage_GetAnnot(page, index)
        if annotation:
            kind = raw.FPDFAnnot_GetSubtype(annotation)
            raw.FPDFPage_CloseAnnot(annotation)
            if kind == raw.FPDF_ANNOT_WIDGET:
                return True
    return False


class _Frame(Struct, frozen=True):
    """The part of a page that is shown, in the coordinates of the file: y runs upwards there."""

    left: float
    top: float
    width: float
    height: float

    def holds(self, x: float, y: float) -> bool:
        return -1 <= x - self.left <= self.width + 1 and -1 <= self.top - y <= self.height + 1

    def turned_size(self, turn: int) -> tuple[float, float]:
        return (self.height, self.width) if turn % 2 else (self.width, self.height)

    def turned(self, glyph: Glyph, turn: int) -> Glyph:
        """A glyph on the page turned so that most text is upright; `x0` and `y` come as the file has its origin."""
        x, y = self._spot(glyph.x0, glyph.y, turn)
        angle = glyph.angle if glyph.angle < 0 else (glyph.angle - turn) % 4
        x1 = x + glyph.x1 - glyph.x0
        return Glyph(glyph.char, x, x1, y, glyph.style, glyph.code, angle, glyph.is_ghost, glyph.is_parted)

    def turned_area(self, area: Area, turn: int) -> Area:
        (ax, ay), (bx, by) = self._spot(area.x0, area.y0, turn), self._spot(area.x1, area.y1, turn)
        return Area(min(ax, bx), min(ay, by), max(ax, bx), max(ay, by), area.color)

    def _spot(self, x: float, y: float, turn: int) -> tuple[float, float]:
        x, y = x - self.left, self.top - y
        match turn:
            case 1:
                return self.height - y, x
            case 2:
                return self.width - x, self.height - y
            case 3:
                return y, self.width - x
        return x, y


def _turn(glyphs: list[Glyph]) -> int:
    """By how many quarters most of the text is turned."""
    counts = [0, 0, 0, 0]
    for glyph in glyphs:
        if glyph.angle >= 0 and not glyph.is_space:
            counts[glyph.angle] += 1
    return max(range(4), key=lambda turn: (counts[turn], -turn))


def _glyphs(text: Any, frame: _Frame, count: int, raw: Any) -> Iterator[Glyph]:
    """The glyphs of a page in the order in which the file draws them; spaces that PDFium adds are left out."""
    styles: dict[int, tuple[Style, int, bool]] = {}
    box = raw.FS_RECTF()
    x, y = ctypes.c_double(), ctypes.c_double()
    is_parted = False
    for index in range(count):
        if raw.FPDFText_IsGenerated(text, index) == 1:
            is_parted = True
            continue
        if not raw.FPDFText_GetCharOrigin(text, index, x, y):
            continue
        raw.FPDFText_GetLooseCharBox(text, index, box)
        if not all(map(math.isfinite, (x.value, y.value, box.left, box.right, box.top, box.bottom))):
            continue
        made_by = raw.FPDFText_GetTextObject(text, index)
        key = ctypes.cast(made_by, ctypes.c_void_p).value or 0
        if key not in styles:
            styles[key] = _style(text, index, made_by, raw)
        style, angle, is_ghost = styles[key]
        if not frame.holds(x.value, y.value):
            continue
        char, code = _char(text, index, raw)
        length = abs(box.top - box.bottom) if angle in (1, 3) else abs(box.right - box.left)
        start = box.left if angle == 0 and box.left < box.right else x.value
        yield Glyph(char, start, start + length, y.value, style, code, angle, is_ghost, is_parted)
        is_parted = False


def _char(text: Any, index: int, raw: Any) -> tuple[str, int]:
    """The character at `index`, and its code where the file has no Unicode for it."""
    code = raw.FPDFText_GetUnicode(text, index)
    if code == 0xFFFE or code == 2 or raw.FPDFText_IsHyphen(text, index) == 1:
        return "-", 0  # a hyphen at the end of a line
    is_lost = code == 0 or code > 0x10FFFF or 0xD800 <= code <= 0xDFFF or code == 0xFFFF
    if is_lost:
        return UNREADABLE, code & 0xFF
    if code < 0x20 or 0x7F <= code < 0xA0:
        return (
            (" ", 0) if code in (9, 10, 13) and not raw.FPDFText_HasUnicodeMapError(text, index) else (UNREADABLE, code)
        )
    return chr(code), 0


def _style(text: Any, index: int, made_by: Any, raw: Any) -> tuple[Style, int, bool]:
    """The style of the text object that a character belongs to, its quarter turns, and whether it is not painted."""
    name = ctypes.create_string_buffer(_LONGEST_NAME)
    raw.FPDFText_GetFontInfo(text, index, name, _LONGEST_NAME, None)
    matrix = raw.FS_MATRIX()
    raw.FPDFText_GetMatrix(text, index, matrix)
    size = abs(raw.FPDFText_GetFontSize(text, index)) * math.hypot(matrix.c, matrix.d)
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    raw.FPDFText_GetFillColor(text, index, red, green, blue, alpha)
    mode = raw.FPDFTextObj_GetTextRenderMode(made_by) if made_by else 0
    font = name.value.decode("utf-8", "replace")
    if not font and made_by:  # drawn letters (Type 3) have no name
        font = f"@{ctypes.cast(raw.FPDFTextObj_GetFont(made_by), ctypes.c_void_p).value}"
    color = (red.value & 255) << 16 | (green.value & 255) << 8 | (blue.value & 255)
    size = size if math.isfinite(size) else 0.0
    style = Style.of(font, min(size, 500.0), raw.FPDFText_GetFontWeight(text, index), color)
    turns = math.atan2(matrix.b, matrix.a) / (math.pi / 2)
    angle = round(turns) % 4 if abs(turns - round(turns)) * math.pi / 2 < _SLANT else -1
    return style, angle, mode in _INVISIBLE or (alpha.value == 0 and mode == 0)


def _areas(page: Any, raw: Any) -> Iterator[Area]:
    """Filled shapes and pictures, in the coordinates of the file."""
    waiting = [(page, _Matrix(), 0)]
    seen_objects = 0
    while waiting:
        holder, matrix, depth = waiting.pop()
        count = raw.FPDFFormObj_CountObjects(holder) if depth else raw.FPDFPage_CountObjects(holder)
        for index in range(max(0, count)):
            seen_objects += 1
            if seen_objects > _MAX_OBJECTS:
                return
            each = raw.FPDFFormObj_GetObject(holder, index) if depth else raw.FPDFPage_GetObject(holder, index)
            if not each:
                continue
            kind = raw.FPDFPageObj_GetType(each)
            if kind == raw.FPDF_PAGEOBJ_FORM and depth < _MAX_DEPTH:
                own = raw.FS_MATRIX()
                raw.FPDFPageObj_GetMatrix(each, own)
                waiting.append((each, matrix.after(own), depth + 1))
            elif kind in (raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_SHADING):
                area = _area(each, kind, matrix, raw)
                if area is not None:
                    yield area


class _Matrix(Struct, frozen=True):
    """Where the contents of a form are placed; turned ones are not worth the trouble."""

    a: float = 1.0
    d: float = 1.0
    e: float = 0.0
    f: float = 0.0

    def after(self, own: Any) -> _Matrix:
        """The placement of what `own` places inside of this."""
        return _Matrix(self.a * own.a, self.d * own.d, self.a * own.e + self.e, self.d * own.f + self.f)

    def placed(self, x: float, y: float) -> tuple[float, float]:
        return self.a * x + self.e, self.d * y + self.f


def _area(each: Any, kind: int, matrix: _Matrix, raw: Any) -> Area | None:
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    if not raw.FPDFPageObj_GetBounds(each, left, bottom, right, top):
        return None
    x0, y0 = matrix.placed(left.value, bottom.value)
    x1, y1 = matrix.placed(right.value, top.value)
    if not all(map(math.isfinite, (x0, y0, x1, y1))):
        return None
    color = -1
    if kind == raw.FPDF_PAGEOBJ_PATH:
        red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
        raw.FPDFPageObj_GetFillColor(each, red, green, blue, alpha)
        color = (red.value & 255) << 16 | (green.value & 255) << 8 | (blue.value & 255)
        fill, stroke = ctypes.c_int(), ctypes.c_int()
        raw.FPDFPath_GetDrawMode(each, fill, stroke)
        if not fill.value and not stroke.value:
            return None
        if not fill.value:
            color = 0xFFFFFF  # a frame covers nothing
    return Area(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1), color)
