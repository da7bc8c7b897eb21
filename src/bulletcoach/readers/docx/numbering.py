"""Lists: which paragraphs have a bullet or a number, and at which depth."""

from __future__ import annotations

from collections.abc import Mapping
from xml.etree.ElementTree import Element

from msgspec import Struct, field

from bulletcoach.readers.docx.xml import child, children, number, value
from bulletcoach.readers.wordprocessor.flow import ListPlace
from bulletcoach.readers.wordprocessor.glyphs import as_sign

NO_LIST = "0"
_BULLET = "•"
_DEEPEST = 8


class Level(Struct, frozen=True):
    """A level of a list: its sign, empty for none; whether it counts; the paragraph style that belongs to it."""

    sign: str
    counts: bool = False
    style: str = ""


class Lists(Struct):
    """The lists of a file by their ids, each with its levels. Counts the numbers while it is asked."""

    levels: Mapping[str, Mapping[int, Level]] = field(default_factory=dict)
    counts: dict[tuple[str, int], int] = field(default_factory=dict)

    @classmethod
    def of(cls, root: Element | None) -> Lists:
        """Those of a numbering part."""
        if root is None:
            return cls()
        drafts = {value(each, "w:abstractNumId"): each for each in root.iter("w:abstractNum")}
        linked = {link: each for each in drafts.values() if (link := value(child(each, "w:styleLink")))}
        found: dict[str, Mapping[int, Level]] = {}
        for each in root.iter("w:num"):
            draft = drafts.get(value(child(each, "w:abstractNumId")))
            if draft is not None and (style := value(child(draft, "w:numStyleLink"))):
                draft = linked.get(style, draft)
            levels = _levels(draft)
            for override in children(each, "w:lvlOverride"):
                levels.update(_levels(override))
            found[value(each, "w:numId")] = levels
        return cls(found)

    def place(self, list_id: str, level: int | None, style: str) -> ListPlace | None:
        """Where a paragraph of that list and style stands; None if it has neither bullet nor number."""
        if not list_id or list_id == NO_LIST:
            return None
        levels = self.levels.get(list_id, {})
        if level is None:
            level = next((depth for depth, each in levels.items() if each.style and each.style == style), 0)
        level = max(0, min(level, _DEEPEST))
        own = levels.get(level, Level(_BULLET))
        if own.counts:
            return ListPlace(list_id, level, f"{self._next(list_id, level)}.")
        return ListPlace(list_id, level, own.sign) if own.sign else None

    def _next(self, list_id: str, level: int) -> int:
        for deeper in range(level + 1, _DEEPEST + 1):
            self.counts.pop((list_id, deeper), None)
        now = self.counts.get((list_id, level), 0) + 1
        self.counts[list_id, level] = now
        return now


def _levels(draft: Element | None) -> dict[int, Level]:
    found = {}
    for each in children(draft, "w:lvl") if draft is not None else ():
        depth = number(each, "w:ilvl")
        if depth is not None:
            found[depth] = _level(each)
    return found


def _level(element: Element) -> Level:
    kind, text = value(child(element, "w:numFmt")), value(child(element, "w:lvlText"))
    style = value(child(element, "w:pStyle"))
    font = value(child(element, "w:rPr", "w:rFonts"), "w:ascii")
    if kind == "none":
        return Level("", style=style)
    if kind == "bullet":
        is_picture = child(element, "w:lvlPicBulletId") is not None
        return Level(as_sign(text, font) or (_BULLET if is_picture else ""), style=style)
    return Level("1", counts="%" in text, style=style) if "%" in text else Level(as_sign(text, font), style=style)
