"""What stands in a paragraph: its text as one sees it, and the boxes that are anchored in it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from xml.etree.ElementTree import Element

from msgspec import Struct, field

from bulletcoach.readers.docx.styles import Face, Styles
from bulletcoach.readers.docx.xml import child, children, value
from bulletcoach.readers.wordprocessor.flow import BREAK
from bulletcoach.readers.wordprocessor.glyphs import as_sign, is_symbol_font, symbol

_CONTAINERS = frozenset(
    {
        "w:hyperlink", "w:ins", "w:moveTo", "w:smartTag", "w:sdt", "w:sdtContent", "w:fldSimple", "w:customXml",
        "w:dir", "w:bdo", "w:ruby", "w:rubyBase", "m:oMathPara", "m:oMath",
    }
)  # fmt: skip
_SIGNS = {
    "w:tab": "\t", "w:ptab": "\t", "w:br": BREAK, "w:cr": BREAK, "w:noBreakHyphen": "\u2011", "w:softHyphen": "\u00ad",
}  # fmt: skip
_PICTURES = frozenset({"w:drawing", "w:pict", "w:object"})
_LINE_ENDS = re.compile(r"[\r\n]+[ \t]*")
_BREAKS = re.compile("[\u2028\u2029\u0085\x0b\x0c]")


class Inline(Struct):
    """What was found in a paragraph.

    `sizes` counts characters by size, in half-points; `lead` counts the bold ones at its start.
    """

    parts: list[str] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)
    sizes: Counter[int] = field(default_factory=Counter)
    lead: int = 0
    is_bold: bool = True
    is_caps: bool = True
    has_pictures: bool = False

    @property
    def text(self) -> str:
        return "".join(self.parts)


def read_inline(paragraph: Element, face: Face, styles: Styles) -> Inline:
    """What stands in `paragraph`, the letters of which have `face` unless they say otherwise."""
    found = Inline()
    for element in _runs(paragraph):
        if element.tag == "w:r":
            _read_run(element, face, styles, found)
        elif element.tag == "m:r":
            found.parts += [each.text or "" for each in element.iter("m:t")]
        else:
            found.comments.append(value(element, "w:id"))
    return found


def chosen(alternatives: Element) -> Element | None:
    """Of an element that says one thing in several ways, the first way with text; the first of all if none has any."""
    branches = [each for each in alternatives if each.tag in ("mc:Choice", "mc:Fallback")]
    return next((each for each in branches if next(each.iter("w:t"), None) is not None), next(iter(branches), None))


def _runs(element: Element) -> Iterator[Element]:
    """The runs, formulas and comment marks in a paragraph, in order; nothing that was deleted."""
    for each in element:
        if each.tag in ("w:r", "w:commentRangeStart"):
            yield each
        elif each.tag == "mc:AlternateContent":
            branch = chosen(each)
            if branch is not None:
                yield from _runs(branch)
        elif each.tag in ("m:oMath", "m:oMathPara"):
            yield from each.iter("m:r")
        elif each.tag in _CONTAINERS:
            yield from _runs(each)


def _read_run(run: Element, face: Face, styles: Styles, found: Inline) -> None:
    properties = child(run, "w:rPr")
    own = face
    font = ""
    if properties is not None:
        own = Face.of(properties).over(styles.character(value(child(properties, "w:rStyle")))).over(face)
        font = value(child(properties, "w:rFonts"), "w:ascii")
    text = "".join(_said(run, font, found))
    if own.is_hidden:
        return
    found.parts.append(text)
    if visible := len(text.strip()):
        found.sizes[own.size or 0] += visible
        found.is_bold = found.is_bold and bool(own.is_bold)
        found.is_caps = found.is_caps and bool(own.is_caps)
    if found.is_bold:
        found.lead += len(text)


def _said(run: Element, font: str, found: Inline) -> Iterator[str]:
    """What a run reads as; its boxes are gathered."""
    for each in run:
        if each.tag == "w:t":
            yield _text(each.text or "", font)
        elif each.tag in _SIGNS:
            yield _SIGNS[each.tag]
        elif each.tag == "w:sym":
            yield _sign(value(each, "w:char"))
        elif each.tag in _PICTURES or each.tag == "mc:AlternateContent":
            found.has_pictures = True
            found.boxes += _boxes(each)
        elif each.tag == "w:ruby":
            for base in children(each, "w:rubyBase"):
                for inner in _runs(base):
                    yield from _said(inner, font, found)


def _text(text: str, font: str) -> str:
    if is_symbol_font(font) and len(text.strip()) == 1:
        return as_sign(text, font) + "\t" * text.endswith((" ", "\t"))
    return _BREAKS.sub(BREAK, _LINE_ENDS.sub(" ", text))


def _sign(code: str) -> str:
    try:
        return symbol(int(code, 16))
    except ValueError:
        return ""


def _boxes(element: Element) -> Sequence[Element]:
    """The contents of the text boxes in a drawing, each once, not those of boxes in boxes."""
    if element.tag == "w:txbxContent":
        return [element]
    if element.tag == "mc:AlternateContent":
        branch = chosen(element)
        return [] if branch is None else _boxes(branch)
    return [box for child in element for box in _boxes(child)]
