"""Styles: what a paragraph inherits from its style and from those that this one is based on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TypeVar
from xml.etree.ElementTree import Element

from msgspec import Struct, field

from bulletcoach.readers.docx.xml import child, is_on, number, value

_HEADING = re.compile(r"heading ?([1-9])")
_TITLE = "title"
_LIST_BULLET = re.compile(r"list bullet(?: ?([2-5]))?")
_LONGEST_CHAIN = 20
_MOST_LEVELS = 9
_Known = TypeVar("_Known")


class Face(Struct, frozen=True):
    """What is said of letters; None where nothing is. `size` is in half-points."""

    is_bold: bool | None = None
    is_caps: bool | None = None
    is_hidden: bool | None = None
    size: int | None = None

    @classmethod
    def of(cls, properties: Element | None) -> Face:
        """What a <w:rPr> says itself."""
        if properties is None:
            return _PLAIN
        caps, small = is_on(properties, "w:caps"), is_on(properties, "w:smallCaps")
        size = number(child(properties, "w:sz"))
        return cls(
            is_on(properties, "w:b"), caps if caps or small is None else small, is_on(properties, "w:vanish"), size
        )

    def over(self, other: Face) -> Face:
        """This, and for what it does not say the other."""
        return Face(
            other.is_bold if self.is_bold is None else self.is_bold,
            other.is_caps if self.is_caps is None else self.is_caps,
            other.is_hidden if self.is_hidden is None else self.is_hidden,
            other.size if self.size is None else self.size,
        )


_PLAIN = Face()


class Style(Struct, frozen=True):
    """A style with all that it inherits.

    `heading` is 1 for a title, 2 for headings of the first level and so on, 0 for none. `list` is the id of its list,
    empty for none. `bullet` is the depth of one of the built-in styles for bullets, None for others.
    """

    id: str = ""
    face: Face = Face()
    heading: int = 0
    list: str = ""
    level: int | None = None
    bullet: int | None = None
    before: int = 0
    after: int = 0
    has_rule: bool = False
    is_tight: bool = False


class Styles(Struct):
    """The styles of a file by their ids; `usual` is that of paragraphs that name none."""

    elements: Mapping[str, Element] = field(default_factory=dict)
    defaults: Element | None = None
    usual: str = ""
    _known: dict[str, Style] = field(default_factory=dict)
    _faces: dict[str, Face] = field(default_factory=dict)

    @classmethod
    def of(cls, root: Element | None) -> Styles:
        """Those of a styles part."""
        if root is None:
            return cls()
        elements = {value(each, "w:styleId"): each for each in root.iter("w:style")}
        usual = next(
            (
                name
                for name, each in elements.items()
                if value(each, "w:type") == "paragraph" and value(each, "w:default") in ("1", "true", "on")
            ),
            "",
        )
        return cls(elements, child(root, "w:docDefaults"), usual)

    def paragraph(self, style_id: str) -> Style:
        """The paragraph style with that id, or the usual one where there is none."""
        wanted = style_id if style_id in self.elements else self.usual
        if wanted not in self._known:
            self._known[wanted] = self._resolved(wanted)
        return self._known[wanted]

    def character(self, style_id: str) -> Face:
        """What a character style says, with what it is based on."""
        if style_id not in self._faces:
            face = _PLAIN
            for each in self._chain(style_id):
                face = face.over(Face.of(child(each, "w:rPr")))
            self._faces[style_id] = face
        return self._faces[style_id]

    def _chain(self, style_id: str) -> Iterator[Element]:
        """A style and those that it is based on, nearest first."""
        for _ in range(_LONGEST_CHAIN):
            element = self.elements.get(style_id)
            if element is None:
                return
            yield element
            style_id = value(child(element, "w:basedOn"))

    def _resolved(self, style_id: str) -> Style:
        face, heading, list_id, level, bullet = _PLAIN, None, "", None, None
        before = after = None
        has_rule = is_tight = None
        for each in self._chain(style_id):
            properties = child(each, "w:pPr")
            face = face.over(Face.of(child(each, "w:rPr")))
            name = value(child(each, "w:name")).lower() or value(each, "w:styleId").lower()
            heading = _heading(name, properties) if heading is None else heading
            if properties is not None:
                numbering = child(properties, "w:numPr")
                if numbering is not None:
                    list_id = list_id or value(child(numbering, "w:numId"))
                    level = number(child(numbering, "w:ilvl")) if level is None else level
                spacing = child(properties, "w:spacing")
                before = _first(before, number(spacing, "w:before"))
                after = _first(after, number(spacing, "w:after"))
                has_rule = _first(has_rule, rule_of(properties))
                is_tight = _first(is_tight, is_on(properties, "w:contextualSpacing"))
            if bullet is None and (match := _LIST_BULLET.fullmatch(name)):
                bullet = int(match[1] or 1) - 1
        if self.defaults is not None:
            face = face.over(Face.of(child(self.defaults, "w:rPrDefault", "w:rPr")))
            spacing = child(self.defaults, "w:pPrDefault", "w:pPr", "w:spacing")
            before = _first(before, number(spacing, "w:before"))
            after = _first(after, number(spacing, "w:after"))
        return Style(
            style_id,
            face,
            heading or 0,
            list_id,
            level,
            bullet,
            before or 0,
            after or 0,
            bool(has_rule),
            bool(is_tight),
        )


def rule_of(properties: Element) -> bool | None:
    """Whether a line is drawn above or below a paragraph; None where its <w:pPr> does not say."""
    borders = child(properties, "w:pBdr")
    if borders is None:
        return None
    return any(value(borders.find(side), "w:val") not in ("", "nil", "none") for side in ("w:top", "w:bottom"))


def outline_level(properties: Element | None) -> int | None:
    """The level of heading that a <w:pPr> gives; 0 where it says that it is body text."""
    level = None if properties is None else number(child(properties, "w:outlineLvl"))
    if level is None:
        return None
    return level + 2 if 0 <= level < _MOST_LEVELS else 0


def _heading(name: str, properties: Element | None) -> int | None:
    """The level of heading by a style's name, or by its level in the outline; None where neither says."""
    if match := _HEADING.fullmatch(name):
        return int(match[1]) + 1
    return 1 if name == _TITLE else outline_level(properties)


def _first(known: _Known | None, other: _Known | None) -> _Known | None:
    return other if known is None else known
