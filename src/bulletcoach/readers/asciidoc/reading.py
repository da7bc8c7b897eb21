"""From the lines of an AsciiDoc file to blocks."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bulletcoach.model.document import Comment, Source
from bulletcoach.model.text import Span
from bulletcoach.readers.asciidoc.inline import INTRINSIC, grammar
from bulletcoach.readers.asciidoc.tables import EDGE, Cell, cells_of
from bulletcoach.readers.headers import entry_dates
from bulletcoach.readers.lines import MAX_LINES
from bulletcoach.readers.outline import Block, Kind
from bulletcoach.readers.passages import Passage, append
from bulletcoach.readers.rendering import Renderer, Rendering
from bulletcoach.readers.soft_breaks import SOFT, settled
from bulletcoach.readers.source_lines import SourceLine, source_lines
from bulletcoach.readers.words import ResumeWords

_TITLE = re.compile(r"(={1,6}|#{1,6})[ \t]+(?=\S)")
_CLOSING = re.compile(r"[ \t]+={1,6}$")
_UNDERLINES = {"=": 1, "-": 2, "~": 3, "^": 4, "+": 5}
_ITEM = re.compile(r"[ \t]*(?P<marker>\*{1,5}|-|•|\.{1,5}|\d{1,9}\.|[a-zA-Z]\.|[ivxIVX]{1,8}\))[ \t]+(?=\S)")
_BOX = re.compile(r"\[[ xX*]\][ \t]+")
_TERM = re.compile(r"[ \t]*(?P<term>\S.{0,300}?)(?P<colons>:{2,4}|;;)(?:[ \t]+|$)")
_ATTRIBUTE = re.compile(r":(?P<unset>!?)(?P<name>\w[\w-]*)!?:(?:[ \t]+(?P<value>.*))?$")
_CONDITION = re.compile(r"(?:ifdef|ifndef|ifeval|endif)::[^\[\]]*\[(?P<inner>.*)\]$")
_MACRO = re.compile(r"(?:include|image|video|audio|toc|icon)::?[^\s\[\]]*\[.*\]$")
_LIST = re.compile(r"\[(?!\[|[ xX*]\])[^\[\]]*(?:\[[^\]]*\][^\[\]]*)*\]$|\[\[[^\[\]]*\]\]$")
_BLOCK_TITLE = re.compile(r"\.(?=[^\s.])")
_DELIMITER = re.compile(r"(-{4,}|\.{4,}|\+{4,}|/{4,}|`{3,}\w*|\*{4,}|={4,}|_{4,}|--|~{4,})$")
_HIDDEN = ("-", "+", "/", "`")
_RULE = re.compile(r"(?:'{3,}|<{3,}|-{3}|\*{3}|- - -|\* \* \*)$")
_COMMENT = re.compile(r"//(?!/)")
_ADMONITION = re.compile(r"(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION):[ \t]+(?=\S)")
_AUTHOR = re.compile(r"\w[\w'’.-]*(?:[ \t]+\w[\w'’.-]*){0,3}[ \t]*(?:<[^<>]+>)?$")
_REVISION = re.compile(r"v?\d[\d.]*(?:[,:]|$)|v\d")
_MOST_NESTED = 8


def blocks_of(source: Source, words: ResumeWords) -> tuple[list[Block], list[Comment]]:
    """The blocks of a file, in order, and its comments."""
    lines = source_lines(source.text)
    reading = _Reading(source, words, _lift(lines))
    reading.read(lines)
    return reading.blocks, reading.comments


class _Reading:
    def __init__(self, source: Source, words: ResumeWords, lift: int) -> None:
        self.blocks: list[Block] = []
        self.comments: list[Comment] = []
        self._source = source
        self._words = words
        self._lift = lift
        self._attributes: dict[str, str] = {}
        self._grammar = grammar(self._attributes)
        self._paragraph: list[SourceLine] = []
        self._items: list[str] = []  # the markers of the lists that are open
        self._marker = ""
        self._gap = False
        self._depth = 0
        self._in_header = False

    def read(self, lines: Sequence[SourceLine]) -> None:
        """Reads lines, of the file or of a table's cell."""
        at = 0
        while at < len(lines) and len(self.blocks) <= MAX_LINES:
            at = self._line(lines, at)
        self._end()

    def _line(self, lines: Sequence[SourceLine], at: int) -> int:
        """Reads what begins on a line; the number of the next line."""
        line = lines[at]
        text = line.text
        if line.is_blank:
            self._end()
            self._gap, self._in_header = True, False
            return at + 1
        if _COMMENT.match(text):
            self.comments.append(Comment(text[2:].strip(), Span(line.start, line.end)))
            return at + 1
        if condition := _CONDITION.match(text):
            self._end()
            if condition["inner"] and not text.startswith(("endif", "ifeval")):
                self._line([line.part(condition.start("inner"), condition.end("inner"))], 0)
                self._end()
            return at + 1
        if attribute := _ATTRIBUTE.match(text):
            return self._set(attribute, lines, at)
        if EDGE.match(text):
            return self._table(lines, at)
        if (delimiter := _DELIMITER.match(text)) and not self._is_title_below(lines, at):
            self._end()
            self._gap = True
            return self._delimited(lines, at, delimiter[1])
        if _LIST.match(text) or _RULE.match(text) or _MACRO.match(text):
            self._end()
            self._gap = self._gap or not self._items
            return at + 1
        if text == "+":
            self._end()
            return at + 1
        if title := self._title(lines, at):
            return title
        if found := _ITEM.match(text):
            self._item(line, found)
        elif (term := _TERM.match(text)) and not self._paragraph:
            self._term(line, term)
        elif self._in_header and _REVISION.match(text):
            pass
        elif self._in_header and _AUTHOR.match(text):
            self._paragraph = [line]
            self._end()
        else:
            self._text(line)
        return at + 1

    # ------------------------------------------------------------------------------------------ parts

    def _title(self, lines: Sequence[SourceLine], at: int) -> int | None:
        """Reads a title that begins on a line; the number of the line behind it."""
        line = lines[at]
        if found := _TITLE.match(line.text):
            self._end()
            self._items.clear()
            title = line.part(found.end())
            if closing := _CLOSING.search(title.text):
                title = title.part(0, closing.start())
            self._heading(title, len(found[1]))
            self._in_header = len(found[1]) == 1
            return at + 1
        if not self._paragraph and self._is_title_below(lines, at + 1):
            self._items.clear()
            sign = lines[at + 1].text[0]
            self._heading(line, _UNDERLINES[sign])
            self._in_header = sign == "="
            return at + 2
        if (found := _BLOCK_TITLE.match(line.text)) and not self._paragraph and not _ITEM.match(line.text):
            self._gap = self._gap or not self._items
            self._paragraph = [line.part(1)]
            self._end()
            return at + 1
        return None

    def _is_title_below(self, lines: Sequence[SourceLine], at: int) -> bool:
        """Whether a line is the underline of the title above it."""
        if not 0 < at < len(lines):
            return False
        text, above = lines[at].text, lines[at - 1].text
        if not text or text[0] not in _UNDERLINES or text.strip(text[0]) or len(text) < 2:
            return False
        is_plain = bool(re.match(r"\w", above)) and not _ATTRIBUTE.match(above)
        return (
            is_plain
            and abs(len(text) - len(above)) <= 2
            and (at < 2 or lines[at - 2].is_blank or self._is_set_off(lines[at - 2]))
        )

    def _is_set_off(self, line: SourceLine) -> bool:
        return bool(_LIST.match(line.text) or _COMMENT.match(line.text) or _ATTRIBUTE.match(line.text))

    def _heading(self, title: SourceLine, level: int) -> None:
        self._add(Kind.HEADING, self._said([title], " "), title, title, level=min(6, level + self._lift))

    def _item(self, line: SourceLine, found: re.Match[str]) -> None:
        self._end()
        marker = found["marker"]
        kind = "1." if marker[0].isalnum() else marker
        if kind in self._items:
            del self._items[self._items.index(kind) + 1 :]
        else:
            self._items.append(kind)
        rest = line.part(found.end())
        if box := _BOX.match(rest.text):
            rest = rest.part(box.end())
        self._marker, self._paragraph = marker, [rest]

    def _term(self, line: SourceLine, found: re.Match[str]) -> None:
        """`term:: text` is read as “term: text”, or as two columns where either has dates; `term::` above a list names
        an entry."""
        self._end()
        self._items.clear()
        term, rest = line.part(found.start("term"), found.end("term")), line.part(found.end())
        if not rest.text:
            self._gap = True
            self._paragraph = [term]
            self._end()
            return
        renderer = Renderer(self._source.text)
        append(renderer, self._said([term], " "))
        is_dated = bool(entry_dates(term.text, self._words) or entry_dates(rest.text, self._words))
        renderer.say("\t" if is_dated else ": ", line.start + found.start("colons"), rest.start)
        append(renderer, self._said([rest], " "))
        self._add(Kind.TEXT, renderer.rendering(), term, rest)

    def _text(self, line: SourceLine) -> None:
        content = line.content()
        if not self._paragraph:
            self._items.clear()
            if admonition := _ADMONITION.match(content.text):
                content = content.part(admonition.end())
        self._paragraph.append(content)

    def _end(self) -> None:
        """The paragraph or the bullet that was being read is over."""
        lines, self._paragraph = [line for line in self._paragraph if line.text], []
        marker, self._marker = self._marker, ""
        if not lines:
            return
        if marker:
            level = len(self._items) - 1
            self._add(Kind.BULLET, self._said(lines, " "), lines[0], lines[-1], level=level, marker=marker)
        else:
            self._add(Kind.TEXT, settled(self._said(lines, SOFT), self._words), lines[0], lines[-1])

    # ------------------------------------------------------------------------------------------ blocks

    def _set(self, found: re.Match[str], lines: Sequence[SourceLine], at: int) -> int:
        """`:name: value`"""
        if not self._in_header:
            self._end()
        value = found["value"] or ""
        while value.endswith(" \\") and at + 1 < len(lines):
            at += 1
            value = value[:-1] + lines[at].text.strip()
        name = found["name"].casefold()
        if found["unset"]:
            self._attributes.pop(name, None)
        elif len(value) < 1000:
            self._attributes[name] = self._resolved(value)
        return at + 1

    def _resolved(self, value: str) -> str:
        """A value with the attributes in it."""

        def of(match: re.Match[str]) -> str:
            return self._attributes.get(match[1].casefold(), INTRINSIC.get(match[1].casefold(), match[0]))

        return re.sub(r"\{(\w[\w-]*)\}", of, value)[:1000]

    def _delimited(self, lines: Sequence[SourceLine], at: int, delimiter: str) -> int:
        """Passes over a block that is not read; of the others, the delimiters alone. `....` stands as it is."""
        if delimiter == "--" or delimiter[0] not in (*_HIDDEN, "."):
            return at + 1
        closing = "```" if delimiter[0] == "`" else delimiter
        end = next((number for number in range(at + 1, len(lines)) if lines[number].text == closing), len(lines))
        inner = lines[at + 1 : end]
        if delimiter[0] == "/":
            text = "\n".join(each.text for each in inner).strip()
            last = lines[min(end, len(lines) - 1)]
            self.comments.append(Comment(text, Span(lines[at].start, last.end)))
        elif delimiter[0] == "." and inner:
            span = Span(inner[0].start, inner[-1].end)
            rendering = Rendering.as_it_stands(self._source.text, span)
            self._add(Kind.TEXT, rendering, inner[0], inner[-1])
        return end + 1

    def _table(self, lines: Sequence[SourceLine], at: int) -> int:
        self._end()
        self._items.clear()
        edge = lines[at].text
        end = next((number for number in range(at + 1, len(lines)) if lines[number].text == edge), len(lines))
        row: list[SourceLine] = []
        for cell in cells_of(lines[at + 1 : end]):
            if cell.is_first:
                self._row(row)
                row = []
            own = [line for line in cell.lines if not line.is_blank]
            if len(own) == 1 and not _is_block(own[0]):
                row.append(own[0].content())
            elif own:
                self._row(row)
                row = []
                self._cell(cell)
        self._row(row)
        self._gap = True
        return end + 1

    def _row(self, parts: Sequence[SourceLine]) -> None:
        """Short cells of a row are columns of a line."""
        renderer = Renderer(self._source.text)
        for part in parts:
            if not renderer.is_empty:
                renderer.say("\t", part.start - 1, part.start)
            append(renderer, self._said([part], " "))
        if parts:
            self._add(Kind.TEXT, renderer.rendering(), parts[0], parts[-1])

    def _cell(self, cell: Cell) -> None:
        if self._depth >= _MOST_NESTED:
            return
        self._depth += 1
        self.read([line.content() for line in cell.lines])
        self._depth -= 1
        self._items.clear()

    def _said(self, lines: Sequence[SourceLine], soft: str) -> Rendering:
        return Passage(self._source.text, lines).rendering(self._grammar, soft=soft)

    def _add(
        self,
        kind: Kind,
        rendering: Rendering,
        first: SourceLine,
        last: SourceLine,
        *,
        level: int = 0,
        marker: str = "",
    ) -> None:
        if rendering.text.strip():
            span = Span(first.start, max(first.end, last.end))
            self.blocks.append(Block(kind, rendering, span, level, marker, gap=self._gap))
            self._gap = False


def _is_block(line: SourceLine) -> bool:
    return bool(_ITEM.match(line.text) or _TITLE.match(line.content().text))


def _lift(lines: Sequence[SourceLine]) -> int:
    """What is added to levels: where several titles stand on the first, it is that of sections, not of the name."""
    return 1 if sum(line.text.startswith(("= ", "# ")) for line in lines) > 1 else 0
