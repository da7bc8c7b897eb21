"""The body of a DOCX file: its paragraphs, tables and text boxes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element

from msgspec import Struct, field

from bulletcoach.readers.docx.inline import chosen, read_inline
from bulletcoach.readers.docx.numbering import Lists
from bulletcoach.readers.docx.styles import Style, Styles, outline_level, rule_of
from bulletcoach.readers.docx.xml import child, is_on, number, value
from bulletcoach.readers.lines import MAX_LINES
from bulletcoach.readers.wordprocessor.flow import Box, Cell, Flow, ListPlace, Look, Node, Paragraph, Remark, Table

_THROUGH = frozenset({"w:ins", "w:moveTo", "w:customXml", "w:smartTag", "w:sdtContent"})
_BULLET = "•"


class Body(Struct):
    """Reads a body. `comments` are the texts of comments by their ids."""

    styles: Styles
    lists: Lists
    comments: dict[str, str]
    flow: Flow = field(default_factory=Flow)

    def read(self, body: Element) -> Flow:
        """All that is in `body`, up to the number of paragraphs that no résumé has."""
        self.flow.nodes = self._nodes(body)
        return self.flow

    def _nodes(self, parent: Element, *, is_deleted: bool = False) -> list[Node]:
        found: list[Node] = []
        for each in _through(parent, ("w:p", "w:tbl")):
            if len(self.flow.paragraphs) >= MAX_LINES:
                break
            if each.tag == "w:p":
                found += self._paragraph(each, is_deleted)
            else:
                found.append(self._table(each, is_deleted))
        return found

    def _table(self, table: Element, is_deleted: bool) -> Table:
        rows = []
        for row in _through(table, ("w:tr",)):
            gone = is_deleted or child(row, "w:trPr", "w:del") is not None
            column = number(child(row, "w:trPr", "w:gridBefore")) or 0
            cells = []
            for cell in _through(row, ("w:tc",)):
                cells.append(Cell(column, self._nodes(cell, is_deleted=gone)))
                column += max(1, number(child(cell, "w:tcPr", "w:gridSpan")) or 1)
            rows.append(cells)
        return Table(rows)

    def _paragraph(self, element: Element, is_deleted: bool) -> Iterable[Node]:
        """A paragraph, and the boxes that are anchored in it."""
        properties = child(element, "w:pPr")
        style = self.styles.paragraph(value(child(properties, "w:pStyle")))
        inline = read_inline(element, style.face, self.styles)
        at = len(self.flow.paragraphs)
        text = "" if is_deleted else inline.text
        size = inline.sizes.most_common(1)[0][0] if inline.sizes else 0
        own_rule = None if properties is None else rule_of(properties)
        look = Look(
            style.id,
            size,
            is_bold=inline.is_bold,
            is_caps=inline.is_caps or text.isupper(),
            has_rule=style.has_rule if own_rule is None else own_rule,
        )
        level = outline_level(properties)
        spacing = child(properties, "w:spacing")
        before, after = number(spacing, "w:before"), number(spacing, "w:after")
        is_tight = is_on(properties, "w:contextualSpacing")
        if style.is_tight if is_tight is None else is_tight:
            before = after = 0
        paragraph = Paragraph(
            at,
            text,
            place=self._place(properties, style) if text.strip() else None,
            heading=style.heading if level is None else level,
            look=look,
            lead=inline.lead,
            before=style.before if before is None else before,
            after=style.after if after is None else after,
        )
        self.flow.paragraphs.append(paragraph)
        self.flow.has_pictures = self.flow.has_pictures or inline.has_pictures
        self.flow.remarks += [Remark(self.comments[name], at) for name in inline.comments if name in self.comments]
        return [paragraph, *(Box(self._nodes(box, is_deleted=is_deleted)) for box in inline.boxes)]

    def _place(self, properties: Element | None, style: Style) -> ListPlace | None:
        own = child(properties, "w:numPr")
        level = number(child(own, "w:ilvl"))
        list_id = value(child(own, "w:numId")) or style.list
        if list_id:
            return self.lists.place(list_id, style.level if level is None else level, style.id)
        return None if style.bullet is None else ListPlace("", style.bullet, _BULLET)


def comments_of(root: Element | None) -> dict[str, str]:
    """The texts of comments by their ids."""
    if root is None:
        return {}
    return {
        value(each, "w:id"): "\n".join(
            "".join(part.text or "" for part in line.iter("w:t")) for line in each.iter("w:p")
        )
        for each in root.iter("w:comment")
    }


def _through(parent: Element, tags: tuple[str, ...]) -> Iterator[Element]:
    """The children with those tags, also where they stand in content controls or marks of changes."""
    for each in parent:
        if each.tag in tags:
            yield each
        elif each.tag == "w:sdt":
            content = child(each, "w:sdtContent")
            if content is not None:
                yield from _through(content, tags)
        elif each.tag in _THROUGH:
            yield from _through(each, tags)
        elif each.tag == "mc:AlternateContent":
            branch = chosen(each)
            if branch is not None:
                yield from _through(branch, tags)
