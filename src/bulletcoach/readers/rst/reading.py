"""From the lines of a reStructuredText file to blocks.

docutils tells no columns and leaves out lists that lack a blank line, which people write all the same; so the lines are
read here.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bulletcoach.model.document import Comment, Source
from bulletcoach.model.text import Span
from bulletcoach.readers.headings import kind_of
from bulletcoach.readers.lines import MAX_LINES
from bulletcoach.readers.outline import Block, Kind
from bulletcoach.readers.passages import Passage, append
from bulletcoach.readers.rendering import Renderer, Rendering
from bulletcoach.readers.rst.inline import grammar
from bulletcoach.readers.rst.tables import GRID, SIMPLE, Row, grid_rows, list_rows, simple_rows
from bulletcoach.readers.soft_breaks import SOFT, settled
from bulletcoach.readers.source_lines import SourceLine, source_lines
from bulletcoach.readers.words import ResumeWords

_ADORNMENT = re.compile(r"([!-/:-@\[-`{-~])\1*$")
_ITEM = re.compile(r"[ \t]*(?P<marker>[-*+•‣⁃]|\(?(?:\d{1,3}|\#|[a-z])[.)])(?:[ \t]+(?=\S)|$)")
_DIRECTIVE = re.compile(r"[ \t]*\.\.[ \t]+(?:\|(?P<name>[^|]+)\|[ \t]+)?(?P<directive>[\w:.+-]+?)[ \t]*::(?:[ \t]+|$)")
_TARGET = re.compile(r"[ \t]*(?:\.\.[ \t]+(?:_[^_].*?:(?:[ \t]|$)|__:|\[[^\]]+\](?:[ \t]|$))|__[ \t])")
_EXPLICIT = re.compile(r"[ \t]*\.\.(?:[ \t]+|$)")
_FIELD = re.compile(r"[ \t]*:(?P<name>(?:[^:\\\n]|\\.){1,80}):(?:[ \t]+|$)")
_LINE_BLOCK = re.compile(r"[ \t]*\|(?:[ \t]+|$)")
_UNREAD = frozenset((
    "include", "raw", "image", "figure", "code", "code-block", "sourcecode", "math", "role", "default-role", "contents",
    "sectnum", "section-numbering", "meta", "header", "footer", "title", "toctree", "replace", "unicode", "date",
    "highlight", "literalinclude", "target-notes", "youtube", "stylesheet",
))  # fmt: skip
_TABLES = frozenset(("list-table", "csv-table"))
_HEADINGS = frozenset(("rubric",))
_MOST_NESTED = 8
_SHORTEST_ADORNMENT = 3


def blocks_of(source: Source, words: ResumeWords) -> tuple[list[Block], list[Comment]]:
    """The blocks of a file, in order, and its comments."""
    lines = source_lines(source.text)
    reading = _Reading(source, words, _substitutions(lines), _levels(lines))
    reading.read(lines)
    return reading.blocks, reading.comments


class _Reading:
    def __init__(
        self, source: Source, words: ResumeWords, substitutions: dict[str, str], levels: dict[str, int]
    ) -> None:
        self.blocks: list[Block] = []
        self.comments: list[Comment] = []
        self._source = source
        self._words = words
        self._grammar = grammar(substitutions)
        self._levels = levels
        self._paragraph: list[SourceLine] = []
        self._items: list[int] = []
        self._marker = ""
        self._gap = False
        self._depth = 0

    def read(self, lines: Sequence[SourceLine]) -> None:
        """Reads lines, of the file or of a table's cell."""
        at = 0
        while at < len(lines) and len(self.blocks) <= MAX_LINES:
            at = self._line(lines, at)
        self._end()

    def _line(self, lines: Sequence[SourceLine], at: int) -> int:
        """Reads what begins on a line; the number of the next line."""
        line = lines[at]
        if line.is_blank:
            self._end()
            self._gap = True
            return at + 1
        if not self._paragraph and (title := _title(lines, at)) is not None:
            style, text, behind = title
            self._items.clear()
            self._marker = ""
            self._add(Kind.HEADING, self._said([text], " "), text, text, level=min(6, self._levels.get(style, 6)))
            return behind
        if _adornment(line):
            self._end()
            self._gap = True
            return at + 1
        if GRID.match(line.text):
            return self._table(lines, at)
        if SIMPLE.match(line.text):
            return self._simple_table(lines, at)
        if directive := _DIRECTIVE.match(line.text):
            self._end()
            return self._directive(lines, at, directive)
        if _TARGET.match(line.text):
            self._end()
            return _behind(lines, at + 1, line.indent)
        if _EXPLICIT.match(line.text):
            self._end()
            return self._comment(lines, at)
        found = _ITEM.match(line.text)
        if found and not self._is_within(found["marker"]):
            self._item(line, found)
        elif _LINE_BLOCK.match(line.text) and not line.text.rstrip().endswith("|"):
            self._verse(line)
        elif (field := _FIELD.match(line.text)) and not self._paragraph:
            self._field(line, field)
        else:
            self._text(line)
        return at + 1

    def _is_within(self, marker: str) -> bool:
        """Whether what looks like a number or letter of a list stands at the head of a line that was wrapped."""
        is_number = any(sign.isalnum() for sign in marker)
        return is_number and bool(self._paragraph) and not any(sign.isalnum() for sign in self._marker)

    # ------------------------------------------------------------------------------------------ parts

    def _item(self, line: SourceLine, found: re.Match[str]) -> None:
        self._end()
        rest, opening = line, found
        for _ in range(_MOST_NESTED):  # `- - text` opens two lists at once
            column = rest.left + rest.part(0, opening.start("marker") + 1).indent
            while self._items and self._items[-1] > column:
                self._items.pop()
            if not self._items or self._items[-1] < column:
                self._items.append(column)
            self._marker = opening["marker"]
            rest = rest.part(opening.end())
            inner = _ITEM.match(rest.text)
            if inner is None:
                break
            opening = inner
        self._paragraph = [rest] if rest.text else []

    def _text(self, line: SourceLine) -> None:
        column = line.left + line.indent
        if self._marker and self._items:
            if column > self._items[-1]:
                self._paragraph.append(line.content())
                return
            self._end()
        if self._paragraph:
            above = self._paragraph[-1]
            if above.left != column:
                self._end()  # a definition below its term, or a quotation
        else:
            while self._items and self._items[-1] >= column:
                self._items.pop()
        text = line.content()
        if text.text.endswith("::"):
            text = text.part(0, len(text.text) - (2 if text.text == "::" else 1))
        self._paragraph.append(text)

    def _verse(self, line: SourceLine) -> None:
        """A line of a line block: its end is meant."""
        self._end()
        self._paragraph = [line.part(_LINE_BLOCK.match(line.text).end())]  # type: ignore[union-attr]
        self._end()

    def _field(self, line: SourceLine, field: re.Match[str]) -> None:
        """`:Name: text` is read as “Name: text”."""
        self._end()
        renderer = Renderer(self._source.text)
        colon = line.start + field.start("name") - 1
        renderer.say("", colon, colon + 1)
        append(renderer, self._said([line.part(field.start("name"), field.end("name"))], " "))
        renderer.copy(line.start + field.end("name"), line.start + field.end("name") + 1)
        rest = line.part(field.end())
        if rest.text:
            renderer.say(" ", line.start + field.end("name") + 1, rest.start)
            append(renderer, self._said([rest], " "))
        self._add(Kind.TEXT, renderer.rendering(), line.content(), line)

    def _end(self) -> None:
        """The paragraph or the bullet that was being read is over."""
        lines, self._paragraph = [line for line in self._paragraph if line.text], []
        if not lines:
            return
        marker, self._marker = self._marker, ""
        if marker:
            level = len(self._items) - 1
            self._add(Kind.BULLET, self._said(lines, " "), lines[0], lines[-1], level=level, marker=marker)
        else:
            self._add(Kind.TEXT, settled(self._said(lines, SOFT), self._words), lines[0], lines[-1])

    # ------------------------------------------------------------------------------------------ blocks

    def _comment(self, lines: Sequence[SourceLine], at: int) -> int:
        first = lines[at]
        lead = _EXPLICIT.match(first.text)
        assert lead is not None, "a comment begins here"
        rest = first.part(lead.end())
        if not rest.text and (at + 1 >= len(lines) or lines[at + 1].is_blank):
            return at + 1  # an empty comment ends what stands above and is none itself
        end = _behind(lines, at + 1, first.indent)
        own = [line for line in lines[at:end] if not line.is_blank]
        text = "\n".join([rest.text.strip(), *(line.text.strip() for line in own[1:])])
        self.comments.append(Comment(text.strip(), Span(first.content().start, own[-1].end)))
        return end

    def _directive(self, lines: Sequence[SourceLine], at: int, found: re.Match[str]) -> int:
        """Passes over a directive that is not read, or its first lines; what it holds is read as any other lines."""
        name = found["directive"].casefold()
        line = lines[at]
        end = _behind(lines, at + 1, line.indent)
        if found["name"] or name in _UNREAD:
            return end
        start = at + 1
        while start < end and _FIELD.match(lines[start].text):
            start += 1
        argument = line.part(found.end())
        if argument.text and (name in _HEADINGS or kind_of(argument.text, self._words) is not None):
            level = max(self._levels.values(), default=1) + (name in _HEADINGS)
            self._add(Kind.HEADING, self._said([argument], " "), argument, argument, level=min(6, level))
            argument = argument.part(0, 0)
        if name in _TABLES:
            self._rows(list_rows(lines[start:end]) if name == "list-table" else [])
            return end
        if argument.text and name not in ("class", "container", "rst-class", "role", "parsed-literal"):
            self._paragraph = [argument]
            self._end()
        self._gap = True
        return start

    def _table(self, lines: Sequence[SourceLine], at: int) -> int:
        self._end()
        end = at
        while end < len(lines) and lines[end].text.lstrip().startswith(("+", "|")):
            end += 1
        self._rows(grid_rows(lines[at:end]))
        return end

    def _simple_table(self, lines: Sequence[SourceLine], at: int) -> int:
        self._end()
        rules = [number for number in range(at, min(len(lines), at + 400)) if SIMPLE.match(lines[number].text)]
        end = (
            rules[2]
            if len(rules) > 2 and not _blank_between(lines, rules[1], rules[2])
            else rules[min(1, len(rules) - 1)]
        )
        if end == at:
            return at + 1
        self._rows(simple_rows(lines[at:end]))
        return end + 1

    def _rows(self, rows: Sequence[Row]) -> None:
        """Cells with lists or paragraphs are read one after the other; short ones in a row are columns of a line."""
        for row in rows:
            line: list[SourceLine] = []
            for cell in row:
                own = [each for each in cell if not each.is_blank]
                if len(own) == 1 and not _ITEM.match(own[0].text) and not _LINE_BLOCK.match(own[0].text):
                    line.append(own[0].content())
                    continue
                self._columns(line)
                line = []
                self._cell(cell)
            self._columns(line)
            self._gap = True

    def _columns(self, parts: Sequence[SourceLine]) -> None:
        renderer = Renderer(self._source.text)
        for part in sorted(parts, key=lambda each: each.start):
            if not renderer.is_empty:
                renderer.say("\t", part.start - 1, part.start)
            append(renderer, self._said([part], " "))
        if parts:
            self._add(Kind.TEXT, renderer.rendering(), parts[0], parts[-1])

    def _cell(self, cell: Sequence[SourceLine]) -> None:
        if self._depth >= _MOST_NESTED:
            return
        items, self._items, self._marker = self._items, [], ""
        self._depth += 1
        self.read(cell)
        self._depth -= 1
        self._items = items

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


def _adornment(line: SourceLine) -> str:
    """The sign that a line is made of; empty where it is no adornment."""
    found = _ADORNMENT.match(line.text)
    return found[1] if found and len(line.text) >= _SHORTEST_ADORNMENT else ""


def _title(lines: Sequence[SourceLine], at: int) -> tuple[str, SourceLine, int] | None:
    """The style of a title that begins on a line, its text, and the number of the line behind it."""
    line = lines[at]
    below = lines[at + 1] if at + 1 < len(lines) else None
    if below is None or below.is_blank:
        return None
    sign = _adornment(line)
    if sign:
        under = lines[at + 2] if at + 2 < len(lines) else None
        if under is not None and _adornment(under) == sign and not _adornment(below):
            return sign * 2, below.content(), at + 3
        return None
    sign = _adornment(below)
    is_long_enough = len(below.text) >= min(len(line.text), 4) and not line.text[0].isspace()
    if not sign or not is_long_enough or _ITEM.match(line.text) or _EXPLICIT.match(line.text):
        return None
    if sign in "|+" and SIMPLE.match(below.text):
        return None
    return sign, line, at + 2


def _levels(lines: Sequence[SourceLine]) -> dict[str, int]:
    """The level of each style of titles, by the order in which they come."""
    styles: list[str] = []
    counts: dict[str, int] = {}
    at = 0
    while at < len(lines):
        title = None if lines[at].is_blank else _title(lines, at)
        if title is None:
            at += 1
            continue
        counts[title[0]] = counts.get(title[0], 0) + 1
        if title[0] not in styles:
            styles.append(title[0])
        at = title[2]
    lift = 1 if styles and counts[styles[0]] > 1 else 0
    return {style: number + lift for number, style in enumerate(styles, start=1)}


def _substitutions(lines: Sequence[SourceLine]) -> dict[str, str]:
    """The texts of `.. |name| replace:: text` and the characters of `unicode::`."""
    found: dict[str, str] = {}
    for line in lines:
        match = _DIRECTIVE.match(line.text)
        if match is None or not match["name"]:
            continue
        text = line.text[match.end() :].strip()
        if match["directive"] == "unicode":
            codes = (re.fullmatch(r"(?:0x|x|\\x|U\+|u|\\u)([0-9a-fA-F]{1,6})", word) for word in text.split())
            text = "".join(chr(int(code[1], 16)) for code in codes if code and int(code[1], 16) < 0xD800)
        elif match["directive"] != "replace":
            text = ""
        found[match["name"].strip().casefold()] = text
    return found


def _behind(lines: Sequence[SourceLine], at: int, indent: int) -> int:
    """The number of the first line from `at` on that is not indented further than `indent`."""
    while at < len(lines) and (lines[at].is_blank or lines[at].indent > indent):
        at += 1
    return at


def _blank_between(lines: Sequence[SourceLine], start: int, end: int) -> bool:
    return any(line.is_blank for line in lines[start + 1 : end])
