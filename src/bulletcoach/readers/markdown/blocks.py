"""Which block of a Markdown file is what: headings, bullets, running text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from markdown_it.token import Token

from bulletcoach.model.document import SectionKind
from bulletcoach.readers.headers import is_header
from bulletcoach.readers.headings import is_sub_heading, kind_of
from bulletcoach.readers.html.blocks import blocks_of as html_blocks
from bulletcoach.readers.html.blocks import kind_of_strip
from bulletcoach.readers.html.cutting import cut, extent, trimmed
from bulletcoach.readers.html.layout import Strip
from bulletcoach.readers.html.rows import row_of
from bulletcoach.readers.html.strips import laid_out
from bulletcoach.readers.markdown.inline import read_inline
from bulletcoach.readers.markdown.listitem import ListItem, bullets_of, items_of, names_entry
from bulletcoach.readers.markdown.passage import Passage
from bulletcoach.readers.markdown.structure import Structure
from bulletcoach.readers.markdown.wrapping import joined_breaks, lines_of_bullet
from bulletcoach.readers.outline import Block, Kind
from bulletcoach.readers.rendering import Rendering
from bulletcoach.readers.shapes import is_contact, is_sentence
from bulletcoach.readers.words import ResumeWords

PLAIN, HTML, CELL = "plain", "html", "cell"
"""The quoting of bullets that are not written as most of Markdown is: in a fence, in HTML, in a table."""

_LOWEST = 6  # the level of headings without a sign of one
_LOOK_AHEAD = 6  # lines
_HEADING_TAIL = re.compile(r"[ \t]*\{[#.:][^{}]*\}[ \t]*$")
_HEADING_NUMBER = re.compile(r"(?:\d{1,2}(?:\.\d{1,2})*[.)]|[IVX]{1,4}[.)])[ \t]+(?=\S)")
_BEHIND_NAME = re.compile(r"\s*[–—|:(-]\s*\S[^\n]{0,120}\Z")
_PLAIN_INFO = frozenset({"", "text", "txt", "plain", "plaintext", "none"})


def blocks_of(structure: Structure, width: int, words: ResumeWords) -> Iterator[Block]:
    """The blocks of a file whose lines were wrapped at `width`, in order."""
    yield from _Walk(structure, width, words, _has_headings(structure, words)).blocks()


def is_plain_fence(token: Token) -> bool:
    """Whether a fence holds text, not code."""
    return token.type == "fence" and token.info.strip().lower() in _PLAIN_INFO


def inside_of_fence(token: Token, structure: Structure) -> tuple[int, int]:
    """The first line inside of a fence, and the one behind the last."""
    assert token.map is not None
    first, last = token.map
    is_closed = last - 1 > first and structure.lines[last - 1].of(structure.text).strip(" \t>").startswith(token.markup)
    return first + 1, last - 1 if is_closed else last


def _has_headings(structure: Structure, words: ResumeWords) -> bool:
    """Whether any heading with a sign says what its section is."""
    tokens = structure.tokens
    return any(
        token.type == "heading_open" and kind_of(tokens[number + 1].content, words) is not None
        for number, token in enumerate(tokens)
    )


@dataclass(slots=True)
class _Walk:
    """One way through the tokens. `items` are the list items that are open."""

    structure: Structure
    width: int
    words: ResumeWords
    has_headings: bool
    items: list[ListItem] = field(default_factory=list)
    is_below_rule: bool = False
    section: SectionKind | None = None

    def blocks(self) -> Iterator[Block]:
        tokens = self.structure.tokens
        items = items_of(tokens)
        for number, token in enumerate(tokens):
            match token.type:
                case "list_item_open":
                    self.items.append(items[number])
                case "list_item_close":
                    self.items.pop()
                case "heading_open":
                    yield from self._heading(token, tokens[number + 1])
                case "paragraph_open" | "dt_open":
                    yield from self._paragraph(token, tokens[number + 1], tokens[max(0, number - 1)])
                case "fence":
                    yield from self._fence(token)
                case "html_block":
                    yield from self._html(token)
                case "tr_open":
                    yield from self._row(token)
                case "hr":
                    self.is_below_rule = True

    def _gap(self, token: Token) -> bool:
        """Whether something blank stands above a block."""
        assert token.map is not None
        first = token.map[0]
        is_below_rule, self.is_below_rule = self.is_below_rule, False
        return is_below_rule or first == 0 or self.structure.is_blank(first - 1)

    def _read(self, passage: Passage, *, joins: bool = False) -> Rendering:
        source = self.structure.source
        joined = joined_breaks(passage, self.structure.text, self.width, self.words) if joins else ()
        return trimmed(read_inline(passage, source, self.structure.references, joined).rendering)

    def _heading(self, token: Token, inline: Token) -> Iterator[Block]:
        is_underlined = token.markup in ("=", "-")
        passage = self.structure.passage(inline) if is_underlined else self.structure.heading(inline)
        if passage is None:
            return
        gap = self._gap(token)
        if is_underlined and (len(passage.lines) > 1 or not self._may_head(passage.text)):
            yield from self._text(passage, gap)
            return
        rendering = self._read(self._bare_heading(passage))
        if rendering.text:
            self.section = kind_of(rendering.text, self.words) or self.section
            yield Block(Kind.HEADING, rendering, passage.span, level=int(token.tag[1]), gap=gap)

    def _may_head(self, text: str) -> bool:
        return not is_contact(text, self.words) and not is_sentence(text, self.words)

    def _bare_heading(self, passage: Passage) -> Passage:
        """A heading without its number and its attributes."""
        text, span = passage.text, passage.span
        if len(passage.lines) > 1:
            return passage
        tail, number = _HEADING_TAIL.search(text), _HEADING_NUMBER.match(text)
        start = number.end() if number else 0
        end = tail.start() if tail else len(text)
        bare = replace(span, start=span.start + start, end=span.start + end)
        return Passage(self.structure.source, [bare]) if start < end else passage

    def _paragraph(self, token: Token, inline: Token, above: Token) -> Iterator[Block]:
        passage = self.structure.passage(inline)
        if passage is None:
            return
        item = self.items[-1] if self.items else None
        gap = self._gap(token)
        if item is None or token.level != item.level + 1 or not item.is_fresh:
            is_first = above.type.endswith(("list_close", "heading_close"))
            yield from self._text(passage, gap, may_name=is_first and self.section is SectionKind.PROJECTS)
            return
        item.is_fresh = False
        end = self.structure.end_of(inline, _LOOK_AHEAD)
        own = lines_of_bullet(passage, self.structure.text, end, self.width, self.words)
        source = self.structure.source
        yield from self._item(passage.lines_of(0, own, source), item, gap)
        for number in range(own, len(passage.lines)):
            if not passage.lines[number].of(source).startswith(item.marker):
                yield from self._text(passage.lines_of(number, len(passage.lines), source), False)
                break
            line = passage.lines[number]  # “-opened the store”, its sign without a blank
            bare = replace(line, start=min(line.start + len(item.marker), line.end))
            yield from self._item(Passage(source, [bare]), item, gap)

    def _item(self, passage: Passage, item: ListItem, gap: bool) -> Iterator[Block]:
        rendering = self._read(passage)
        if not rendering.text:
            return
        if self._is_listed_section(rendering.text, item):
            yield Block(Kind.HEADING, rendering, passage.span, level=_LOWEST, gap=gap)
        elif names_entry(rendering.text, item, self.words):
            yield Block(Kind.TEXT, rendering, extent(rendering), gap=gap)
        else:
            yield from bullets_of(rendering, item, self.words)

    def _is_listed_section(self, text: str, item: ListItem) -> bool:
        """Whether an item heads a section: above a list in a file without headings, or alone and in capitals."""
        if item.depth or not self._is_section(text):
            return False
        return (item.has_list and not self.has_headings) or (text.isupper() and (item.has_list or item.is_alone))

    def _text(self, passage: Passage, gap: bool, *, may_name: bool = False) -> Iterator[Block]:
        rendering = self._read(passage, joins=True)
        if not rendering.text:
            return
        span = passage.span
        is_heading = _is_bold(rendering, self.structure.source) and self._is_section(rendering.text)
        kind = Kind.HEADING if is_heading else Kind.TEXT
        if (
            may_name
            and not is_heading
            and not is_header(rendering.text, self.words)
            and self._is_named(passage, rendering)
        ):
            kind = Kind.ENTRY
        yield Block(kind, rendering, span, level=_LOWEST if is_heading else 0, gap=gap)

    def _is_named(self, passage: Passage, rendering: Rendering) -> bool:
        """“**Larkbot** – a bot for chats”: a strong name, and what it is."""
        source, span = self.structure.source, passage.span
        strong = next((pair for pair in rendering.marks if pair.opening.of(source) in ("**", "__")), None)
        if strong is None or strong.opening.start != span.start:
            return False
        return _BEHIND_NAME.match(source, strong.closing.end, span.end) is not None

    def _is_section(self, text: str) -> bool:
        return kind_of(text, self.words) is not None and not is_sub_heading(text, self.words)

    def _fence(self, token: Token) -> Iterator[Block]:
        first, last = inside_of_fence(token, self.structure)
        gap = self._gap(token)
        if is_plain_fence(token) and first < last:
            span = self.structure.stretch(first, last)
            rendering = Rendering.as_it_stands(self.structure.source, span)
            yield Block(Kind.TEXT, rendering, span, quoting=PLAIN, gap=gap)

    def _html(self, token: Token) -> Iterator[Block]:
        assert token.map is not None
        self._gap(token)
        span = self.structure.stretch(*token.map)
        layout = laid_out(self.structure.text, span.start, span.end, keeps_lines=True)
        yield from html_blocks(layout, self.structure.text, self.words, HTML)

    def _row(self, token: Token) -> Iterator[Block]:
        assert token.map is not None
        gap = self._gap(token)
        strips: list[Strip] = []
        for number, cell in enumerate(self.structure.cells(token.map[0]), 1):
            rendering = self._read(cell)
            strips += [Strip(part, row=1, cell=number) for part in _lines(rendering)]
        for strip in row_of(strips, self.words):
            yield Block(kind_of_strip(strip), strip.rendering, extent(strip.rendering), quoting=CELL, gap=gap)
            gap = False


def _lines(rendering: Rendering) -> Iterator[Rendering]:
    """The lines of a rendering that hold anything."""
    at = 0
    for line in rendering.text.split("\n"):
        part = trimmed(cut(rendering, at, at + len(line)))
        if part.text:
            yield part
        at += len(line) + 1


def _is_bold(rendering: Rendering, source: str) -> bool:
    """Whether one pair of strong marks stands round the whole of a line."""
    runs = rendering.source_map.runs
    first, last = runs[0].source.start, runs[-1].source.end
    return "\n" not in rendering.text and any(
        pair.opening.of(source) in ("**", "__") and pair.opening.end <= first and last <= pair.closing.start + 1
        for pair in rendering.marks
    )
