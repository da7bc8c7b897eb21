"""The rows as a text, one line for each, and what is read in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from bulletcoach.model.document import Section, SectionKind
from bulletcoach.readers.headers import entry_dates, is_dates_only, is_header, is_strong_header
from bulletcoach.readers.lines import MAX_LINES, Line, Role
from bulletcoach.readers.markers import Marker
from bulletcoach.readers.outline import UNWRAPPED
from bulletcoach.readers.pdf.flow import Flow
from bulletcoach.readers.pdf.hyphens import with_soft_hyphens
from bulletcoach.readers.pdf.items import Item, items_of
from bulletcoach.readers.pdf.markers import Head
from bulletcoach.readers.pdf.pdfium import Scan
from bulletcoach.readers.pdf.rows import Row
from bulletcoach.readers.pdf.styles import Look, heading_looks, is_heading_text, look_of, may_be_heading
from bulletcoach.readers.posts import parse
from bulletcoach.readers.sections import read_sections
from bulletcoach.readers.shapes import is_place, is_sentence
from bulletcoach.readers.titles import kind_of
from bulletcoach.readers.words import ResumeWords

_CONTROL = re.compile(r"[\x00-\x08\x0a-\x1f\x7f-\x9f\ud800-\udfff\u2028\u2029]")
_GAP = 1.6  # em from row to row; more is a blank line
_LEADER = re.compile(r"\.{5,}\s*$")
_CAPTION = 3  # words
_INDENT = 4.0  # points to a column
_NAME = 1.25  # how much larger than the text the writer's name is


class Sheet(Struct, frozen=True):
    """The text of a file, where its pages begin in it, and the sections in it."""

    text: str
    pages: tuple[int, ...]
    sections: tuple[Section, ...]
    notes: tuple[str, ...] = ()


def sheet_of(flow: Flow, scan: Scan, words: ResumeWords) -> Sheet:
    """The sheet of the flow of the pages in `scan`."""
    rows = flow.rows[:MAX_LINES]
    notes = (f"only the first {MAX_LINES:,} lines were read",) if len(rows) < len(flow.rows) else ()
    flow = Flow(rows, flow.zones[: len(rows)], [[i for i in thread if i < len(rows)] for thread in flow.threads])
    threads = [items_of(flow, thread, words) for thread in flow.threads]
    heads = {item.rows[0]: item.head for items in threads for item in items if item.head}
    texts = _texts(rows, heads)
    if scan.is_typeset:
        texts = with_soft_hyphens(texts, words)
    text, starts, begins = _written(rows, texts, len(scan.pages))
    looks = heading_looks(rows, words)
    writer = _Writer(flow, text, starts, heads, looks, words)
    sections: list[Section] = []
    for number, items in enumerate(threads):
        if number and not any(is_heading_text(rows[item.rows[0]], words) for item in items):
            continue  # a sidebar without headings: contact details, a list of tools
        lines = list(writer.lines(items, is_first=not number))
        found = read_sections(lines, text, UNWRAPPED, words, lambda _span: ())
        sections += (_without_remarks(section) for section in found)
    return Sheet(text, begins, tuple(sections), notes)


def _without_remarks(section: Section) -> Section:
    """Under a heading that nobody knows, sentences without bullet and dates are a motto or a remark, not claims."""
    if section.kind is not SectionKind.UNKNOWN or not section.title:
        return section
    kept = tuple(entry for entry in section.entries if entry.start or any(each.marker for each in entry.bullets))
    return replace(section, entries=kept)


def _texts(rows: Sequence[Row], heads: dict[int, Head]) -> list[str]:
    """What each row reads, with a plain space behind its bullet."""
    texts = []
    for index, row in enumerate(rows):
        head = heads.get(index)
        said = row.text if head is None else f"{head.glyph} {row.text[head.length :]}"
        texts.append(_CONTROL.sub(" ", said).rstrip())
    return texts


def _written(rows: Sequence[Row], texts: Sequence[str], pages: int) -> tuple[str, list[int], tuple[int, ...]]:
    """The text, the offset of each row in it, and those of the pages."""
    starts: list[int] = []
    begins: list[int] = []
    at = 0
    for row, text in zip(rows, texts, strict=True):
        while len(begins) <= row.page:
            begins.append(at)
        starts.append(at)
        at += len(text) + 1
    while len(begins) < pages:
        begins.append(at)
    return "".join(f"{text}\n" for text in texts), starts, tuple(begins)


class _Writer(Struct, frozen=True):
    """Makes the lines that the shared reading takes."""

    flow: Flow
    text: str
    starts: Sequence[int]
    heads: dict[int, Head]
    looks: frozenset[Look]
    words: ResumeWords

    def lines(self, items: Sequence[Item], *, is_first: bool) -> Iterator[Line]:
        """The lines of one thread; the first one begins with the name of the writer."""
        name = self._name(items) if is_first else None
        for number, item in enumerate(items):
            above = items[number - 1] if number else None
            gap = self._gap(above, item)
            if self._is_caption(item, items[number + 1] if number + 1 < len(items) else None):
                continue
            if number == name:
                yield self._line(item, gap, Role.HEADING, level=1)
            elif item.head is not None:
                yield from self._bullet(item, item.head, items[number + 1 : number + 3], gap)
            elif self._is_heading(item):
                yield self._line(item, 1, Role.HEADING, level=2)
            else:
                is_body = len(item.rows) > 1 and not self._is_dated(self._said(item))
                yield self._line(item, gap, Role.BODY if is_body else None)

    def _bullet(self, item: Item, head: Head, below: Sequence[Item], gap: int) -> Iterator[Line]:
        said = self._said(item, behind=True)
        if not said:
            return
        if self._names_entry(item, said, below):
            yield self._line(item, max(gap, 1), Role.ENTRY, behind=True)
            return
        start = self.starts[item.rows[0]]
        body = start + len(head.glyph) + 1
        end = self._end(item)
        indent = max(0, round(head.x0 / _INDENT))
        marker = Marker(head.glyph, body, head.is_number)
        yield Line(start, end, _flat(self.text[start:end]), indent, gap, marker, role=Role.BULLET)

    def _is_caption(self, item: Item, below: Item | None) -> bool:
        """“Vocational” above an entry whose name, employer and dates stand on the next line, or dots to the margin."""
        row = self.flow.rows[item.rows[0]]
        if item.head is not None or len(item.rows) > 1 or look_of(row) in self.looks:
            return False
        if _LEADER.search(row.text):
            return True
        if below is None or row.has_tab or len(row.words) > _CAPTION or kind_of(row.text, self.words) is not None:
            return False
        other = self.flow.rows[below.rows[0]]
        if look_of(row)[:4] == look_of(other)[:4] or is_strong_header(row.text, self.words):
            return False
        told = parse([self._said(below)], SectionKind.EXPERIENCE, self.words)
        return len(below.rows) == 1 and told.is_titled and told.employer is not None and told.current is not None

    def _is_dated(self, said: str) -> bool:
        return bool(entry_dates(said, self.words)) and is_header(said, self.words)

    def _names_entry(self, item: Item, said: str, following: Sequence[Item]) -> bool:
        """Whether a bullet names an entry: dates or a place at the right edge, or bullets of a deeper kind below."""
        if len(item.rows) > 1 or is_sentence(said.split("\t")[0], self.words):
            return False
        last = said.split("\t")[-1]
        if "\t" in said and (entry_dates(last, self.words) or is_place(last, self.words)):
            return True
        if not following or not is_header(said, self.words):
            return False
        below = following[0]
        if below.head is None:
            names = [self._said(each) for each in following if each.head is None and len(each.rows) == 1]
            if len(names) < 2 or self._is_dated(names[0]):
                return bool(names) and len(below.rows) == 1 and self._is_dated(names[0])
            is_named = is_strong_header(said, self.words) and is_header(names[0], self.words)
            return is_named and is_dates_only(names[1], self.words)  # title, employer, dates
        head = self.heads[item.rows[0]]
        return below.head.x0 > head.x0 + _INDENT and is_strong_header(said, self.words)

    def _name(self, items: Sequence[Item]) -> int | None:
        """Which of the first items is the name of the writer: the largest, and larger than all text."""
        first = [(number, self.flow.rows[item.rows[0]]) for number, item in enumerate(items[:4])]
        if not first:
            return None
        number, row = max(first, key=lambda each: (each[1].size, -each[0]))
        sizes = sorted(row.size for row in self.flow.rows)
        is_large = row.size >= _NAME * sizes[len(sizes) // 2] and look_of(row) not in self.looks
        return number if is_large and row.page == 0 and kind_of(row.text, self.words) is None else None

    def _is_heading(self, item: Item) -> bool:
        row = self.flow.rows[item.rows[0]]
        return len(item.rows) == 1 and look_of(row) in self.looks and may_be_heading(row, self.words)

    def _line(self, item: Item, gap: int, role: Role | None, *, level: int = 0, behind: bool = False) -> Line:
        start = self.starts[item.rows[0]]
        head = self.heads.get(item.rows[0])
        if behind and head is not None:
            start += len(head.glyph) + 1
        end = self._end(item)
        said = self.text[start:end]
        start += len(said) - len(said.lstrip())
        lead = "#" * level + " " if level else ""
        return Line(start, end, lead + _flat(self.text[start:end]), 0, gap, role=role)

    def _said(self, item: Item, *, behind: bool = False) -> str:
        start = self.starts[item.rows[0]]
        head = self.heads.get(item.rows[0])
        if behind and head is not None:
            start += len(head.glyph) + 1
        return _flat(self.text[start : self._end(item)]).strip(" ")

    def _end(self, item: Item) -> int:
        """The end of the text of an item, without white space."""
        last = item.rows[-1]
        end = self.starts[last + 1] - 1 if last + 1 < len(self.starts) else len(self.text) - 1
        start = self.starts[last]
        return start + len(self.text[start:end].rstrip())

    def _gap(self, above: Item | None, item: Item) -> int:
        """How many blank lines stand above an item."""
        if above is None:
            return 1
        last, row = self.flow.rows[above.rows[-1]], self.flow.rows[item.rows[0]]
        if self.flow.zones[above.rows[-1]] != self.flow.zones[item.rows[0]]:
            return 0 if row.page != last.page else 1
        return 1 if row.y - last.y > _GAP * max(row.size, last.size) else 0


def _flat(text: str) -> str:
    return text.replace("\n", " ")
