"""Which block of a Markdown file is what: headings, bullets, running text."""

from __future__ import annotations

from collections.abc import Iterator

from markdown_it.token import Token
from msgspec import Struct, field
from msgspec.structs import replace

from bulletcoach.model.document import SectionKind
from bulletcoach.readers.blocks import Block, Kind
from bulletcoach.readers.html.blocks import blocks_of as html_blocks
from bulletcoach.readers.html.cutting import extent, trimmed
from bulletcoach.readers.html.strips import laid_out
from bulletcoach.readers.markdown.fences import inside_of_fence, is_plain_fence
from bulletcoach.readers.markdown.headings import bare, has_sections
from bulletcoach.readers.markdown.inline import read_inline
from bulletcoach.readers.markdown.listitem import ListItem, bullets_of, items_of, names_entry
from bulletcoach.readers.markdown.looks import is_name, is_section, is_strong, names_employer, opens_with_name
from bulletcoach.readers.markdown.passage import Passage
from bulletcoach.readers.markdown.rows import blocks_of_row
from bulletcoach.readers.markdown.structure import Structure
from bulletcoach.readers.markdown.wrapping import joined_breaks, lines_of_bullet
from bulletcoach.readers.rendering import Rendering
from bulletcoach.readers.shapes import is_contact, is_sentence
from bulletcoach.readers.titles import kind_of
from bulletcoach.readers.words import ResumeWords

PLAIN, HTML, CELL = "plain", "html", "cell"
"""The quoting of bullets that are not written as most of Markdown is: in a fence, in HTML, in a table."""

_LOWEST = 6  # the level of headings without a sign of one
_LOOK_AHEAD = 6  # lines


def blocks_of(structure: Structure, width: int, words: ResumeWords) -> Iterator[Block]:
    """The blocks of a file whose lines were wrapped at `width`, in order."""
    yield from _Walk(structure, width, words, has_sections(structure.tokens, words)).blocks()


class _Walk(Struct):
    """One way through the tokens. `items` are the list items that are open."""

    structure: Structure
    width: int
    words: ResumeWords
    has_headings: bool
    items: list[ListItem] = field(default_factory=list)
    is_below_rule: bool = False
    section: SectionKind = SectionKind.UNKNOWN
    is_divided: bool = False

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
        rendering = self._read(bare(passage, self.structure.source))
        if rendering.text:
            self._enter(rendering.text)
            yield Block(Kind.HEADING, rendering, passage.span, level=int(token.tag[1]), gap=gap)

    def _may_head(self, text: str) -> bool:
        return not is_contact(text, self.words) and not is_sentence(text, self.words)

    def _paragraph(self, token: Token, inline: Token, above: Token) -> Iterator[Block]:
        passage = self.structure.passage(inline)
        if passage is None:
            return
        item = self.items[-1] if self.items else None
        gap = self._gap(token)
        if item is None or token.level != item.level + 1 or not item.is_fresh:
            yield from self._text(passage, gap, above)
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
        if item.depth or not is_section(text, self.words):
            return False
        return (item.has_list and not self.has_headings) or (text.isupper() and (item.has_list or item.is_alone))

    def _text(self, passage: Passage, gap: bool, above: Token | None = None) -> Iterator[Block]:
        rendering = self._read(passage, joins=True)
        if not rendering.text:
            return
        is_heading = is_strong(rendering, self.structure.source) and is_section(rendering.text, self.words)
        is_entry = not is_heading and above is not None and self._names_entry(rendering, passage, above)
        kind = Kind.HEADING if is_heading else Kind.ENTRY if is_entry else Kind.TEXT
        if is_heading:
            self._enter(rendering.text)
        yield Block(kind, rendering, passage.span, level=_LOWEST if is_heading else 0, gap=gap)

    def _names_entry(self, rendering: Rendering, passage: Passage, above: Token) -> bool:
        """Whether a paragraph names an entry by its look and its place, `above` being the token above it."""
        if above.type == "dl_open" or above.type == "dd_close":
            return self.section.holds_bullets and is_name(rendering.text, self.words)
        if not above.type.endswith(("list_close", "heading_close")):
            return False
        source = self.structure.source
        if self.section is SectionKind.PROJECTS:
            return opens_with_name(rendering, passage, source, self.words)
        is_open = self.section.holds_bullets and not self.is_divided
        return is_open and names_employer(rendering, source, self.words)

    def _enter(self, title: str) -> None:
        """Take note of a heading: it begins a section, or divides the one that it stands in."""
        kind = kind_of(title, self.words)
        self.is_divided = kind is None
        self.section = kind or self.section

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
        cells = (self._read(cell) for cell in self.structure.cells(token.map[0]))
        yield from blocks_of_row(cells, self.words, CELL, gap=gap)
