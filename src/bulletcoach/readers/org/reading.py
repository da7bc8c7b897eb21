"""From the lines of an Org file to blocks."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence

from bulletcoach.model.document import Comment, Source
from bulletcoach.model.text import Span
from bulletcoach.readers.dates import merged
from bulletcoach.readers.headers import entry_dates
from bulletcoach.readers.headings import kind_of
from bulletcoach.readers.lines import MAX_LINES
from bulletcoach.readers.org.headlines import Headline, customs, headline
from bulletcoach.readers.org.inline import grammar
from bulletcoach.readers.outline import Block, Kind
from bulletcoach.readers.passages import Passage, append
from bulletcoach.readers.posts import Header
from bulletcoach.readers.rendering import Renderer, Rendering
from bulletcoach.readers.shapes import has_title, is_contact, is_sentence, opens_like_bullet, word_count
from bulletcoach.readers.soft_breaks import SOFT, settled
from bulletcoach.readers.source_lines import SourceLine, source_lines
from bulletcoach.readers.words import ResumeWords

KEYWORD = re.compile(r"[ \t]*#\+([\w-]+):[ \t]*(.*)")
BEGIN = re.compile(r"[ \t]*#\+begin_([\w-]+)[ \t]*(\S*)", re.IGNORECASE)
END = re.compile(r"[ \t]*#\+end_([\w-]+)", re.IGNORECASE)
UNREAD = frozenset(("comment", "src", "example", "export", "latex", "html", "ascii"))
_ITEM = re.compile(r"[ \t]*(?P<marker>[-+]|\d{1,9}[.)]|(?<=[ \t])\*|[a-z][.)](?=[ \t]+\S))(?:[ \t]+|$)")
_COUNTER = re.compile(r"\[@\w+\][ \t]*")
_BOX = re.compile(r"\[[ X-]\](?:[ \t]+|$)", re.IGNORECASE)
_TERM = re.compile(r"[ \t]+::(?:[ \t]+|$)")
_COMMENT = re.compile(r"[ \t]*#(?:[ \t]|$)")
_RULE = re.compile(r"[ \t]*(?:-{5,}|\|[-+|]+\|?)$")
_DRAWER = re.compile(r"[ \t]*:[\w-]+:[ \t]*$")
_END_DRAWER = re.compile(r"[ \t]*:end:[ \t]*$", re.IGNORECASE)
_PLANNING = re.compile(r"[ \t]*(?:SCHEDULED|DEADLINE|CLOSED|CLOCK):")
_FIXED = re.compile(r"[ \t]*:(?:[ \t]|$)")
_FOOTNOTE = re.compile(r"\[fn:[^\]]+\]")
_MACRO = re.compile(r"([\w-]+)[ \t]+(.*)")
_LONGEST_DRAWER = 200  # lines


def blocks_of(source: Source, words: ResumeWords) -> tuple[list[Block], list[Comment]]:
    """The blocks of a file, in order, and its comments."""
    reading = _Reading(source, words)
    reading.read()
    return reading.blocks, reading.comments


class _Reading:
    def __init__(self, source: Source, words: ResumeWords) -> None:
        self.blocks: list[Block] = []
        self.comments: list[Comment] = []
        self._source = source
        self._words = words
        self._lines = source_lines(source.text)
        keywords = [
            (match[1].casefold(), match[2].strip()) for line in self._lines if (match := KEYWORD.match(line.text))
        ]
        self._customs = customs(keywords)
        macros = (_MACRO.match(value) for name, value in keywords if name == "macro")
        self._grammar = grammar({match[1]: match[2] for match in macros if match})
        self._lift = _lift(self._lines)
        self._ends: dict[str, list[int]] = {}
        for number, line in enumerate(self._lines):
            if end := END.match(line.text):
                self._ends.setdefault(end[1].casefold(), []).append(number)
        self._paragraph: list[SourceLine] = []
        self._items: list[int] = []  # the indentation of each list that is open
        self._marker = ""
        self._gap = False

    def read(self) -> None:
        at = 0
        while at < len(self._lines) and len(self.blocks) <= MAX_LINES:
            at = self._line(at)
        self._end()

    def _line(self, at: int) -> int:
        """Reads what begins on a line; the number of the next line."""
        line = self._lines[at]
        if line.is_blank:
            self._end()
            self._gap = True
            return at + 1
        if line.text.startswith("*") and (found := self._headline(at)):
            self._end()
            self._items.clear()
            return self._section(found, at)
        if begin := BEGIN.match(line.text):
            self._end()
            return self._block(at, begin[1].casefold())
        if _DRAWER.match(line.text) and not _END_DRAWER.match(line.text):
            if (end := self._drawer_end(at)) is not None:
                self._end()
                return end
        elif _COMMENT.match(line.text):
            self._comment(at, at + 1)
            return at + 1
        if KEYWORD.match(line.text) or END.match(line.text) or _RULE.match(line.text) or _END_DRAWER.match(line.text):
            self._end()
            self._gap = True
        elif _PLANNING.match(line.text) or _FOOTNOTE.match(line.text):
            self._end()
        elif found_item := _ITEM.match(line.text):
            self._item(line, found_item)
        elif line.text.lstrip().startswith("|"):
            self._row(line)
        else:
            self._text(line)
        return at + 1

    def _headline(self, at: int) -> Headline | None:
        return headline(self._lines[at], self._lines[at + 1 : at + 1 + _LONGEST_DRAWER], self._customs)

    def _section(self, found: Headline, at: int) -> int:
        if found.is_hidden:
            return self._behind_subtree(found.level, at + 1)
        if found.is_unheaded or not found.title.text:
            self._gap = True
            return at + 1
        rendering = self._said([found.title], " ")
        span = Span(found.title.start, found.title.end)
        text = rendering.text.strip()
        post = _post(text, found.properties, self._words)
        if post is not None:
            renderer = Renderer(self._source.text)
            renderer.say(_entry_line(text, found.properties, self._words), span.start, span.end)
            self._add(Kind.ENTRY, renderer.rendering(), span, post=post if post.employer else None)
        elif self._is_bullet(found, text, at):
            self._add(Kind.BULLET, rendering, span, level=0, marker="*")
        else:
            self._add(Kind.HEADING, rendering, span, level=min(6, found.level + self._lift))
        return at + 1

    def _is_bullet(self, found: Headline, text: str, at: int) -> bool:
        """Whether a headline is a bullet: some write all of a résumé in headlines."""
        if found.level < 3 or entry_dates(text, self._words) or is_contact(text, self._words):
            return False
        is_claim = opens_like_bullet(text, self._words) or is_sentence(text, self._words)
        if not is_claim or word_count(text) <= 3:
            return False
        below = at + 1
        while below < len(self._lines) and self._lines[below].is_blank:
            below += 1
        return below == len(self._lines) or 1 <= _stars(self._lines[below]) <= found.level

    def _behind_subtree(self, level: int, at: int) -> int:
        while at < len(self._lines):
            stars = _stars(self._lines[at])
            if 0 < stars <= level and self._lines[at].text[stars : stars + 1] in (" ", "\t"):
                break
            at += 1
        return at

    def _block(self, at: int, name: str) -> int:
        """`#+begin_…`: passed over where it is not read, else its lines are read as any others."""
        if name not in UNREAD:
            return at + 1
        ends = self._ends.get(name, [])
        place = bisect_right(ends, at)
        if place == len(ends) or any(_stars(line) for line in self._lines[at + 1 : ends[place]]):
            return at + 1
        if name == "comment":
            self._comment(at, ends[place] + 1)
        return ends[place] + 1

    def _drawer_end(self, at: int) -> int | None:
        """The line behind a drawer that begins here."""
        for end in range(at + 1, min(len(self._lines), at + _LONGEST_DRAWER)):
            if _END_DRAWER.match(self._lines[end].text):
                return end + 1
            if self._lines[end].text.startswith("*"):
                break
        return None

    def _comment(self, start: int, end: int) -> None:
        lines = self._lines[start:end]
        inner = lines[1:-1] if len(lines) > 1 else lines
        text = "\n".join(line.text.strip().removeprefix("#").strip() for line in inner)
        self.comments.append(Comment(text.strip(), Span(lines[0].content().start, lines[-1].end)))

    def _item(self, line: SourceLine, found: re.Match[str]) -> None:
        self._end()
        indent = line.part(0, found.start("marker") + 1).indent
        while self._items and self._items[-1] > indent:
            self._items.pop()
        if not self._items or self._items[-1] < indent:
            self._items.append(indent)
        rest = line.part(found.end())
        for pattern in (_COUNTER, _BOX):
            if lead := pattern.match(rest.text):
                rest = rest.part(lead.end())
        self._marker = found["marker"]
        self._paragraph = [rest]

    def _text(self, line: SourceLine) -> None:
        if self._marker:
            if line.indent > self._items[-1]:
                self._paragraph.append(line.content())
                return
            self._end()
        if not self._paragraph:
            while self._items and self._items[-1] >= line.indent:
                self._items.pop()
        if _FIXED.match(line.text):
            self._end()
            line = line.part(line.text.index(":") + 1)
        self._paragraph.append(line.content())

    def _row(self, line: SourceLine) -> None:
        """A row of a table: its cells are columns of a line."""
        self._end()
        renderer = Renderer(self._source.text)
        at = line.text.index("|") + 1
        cells = line.text[at:].split("|")
        for cell in cells:
            part = line.part(at, at + len(cell)).content()
            if part.text:
                if not renderer.is_empty:
                    renderer.say("\t", part.start - 1, part.start)
                append(renderer, self._said([part], " "))
            at += len(cell) + 1
        self._add(Kind.TEXT, renderer.rendering(), Span(line.start, line.end))

    def _end(self) -> None:
        """The paragraph or the bullet that was being read is over."""
        lines, self._paragraph = [line for line in self._paragraph if line.text], []
        marker, self._marker = self._marker, ""
        if not lines:
            return
        span = Span(lines[0].start, lines[-1].end)
        if marker:
            self._add(Kind.BULLET, self._bullet(lines), span, level=len(self._items) - 1, marker=marker)
        else:
            self._add(Kind.TEXT, settled(self._said(lines, SOFT), self._words), span)

    def _bullet(self, lines: Sequence[SourceLine]) -> Rendering:
        """`term :: text` is read as “term: text”."""
        term = _TERM.search(lines[0].text)
        if term is None or not term.start():
            return self._said(lines, " ")
        head = self._said([lines[0].part(0, term.start())], " ")
        rest = [line for line in (lines[0].part(term.end()), *lines[1:]) if line.text]
        body = self._said(rest, " ")
        renderer = Renderer(self._source.text)
        append(renderer, head)
        if rest:
            colons = lines[0].start + lines[0].text.index("::", term.start()) + 2
            renderer.say(":", lines[0].start + term.start(), colons)
            renderer.say(" ", colons, rest[0].start)
        append(renderer, body)
        return renderer.rendering()

    def _said(self, lines: Sequence[SourceLine], soft: str) -> Rendering:
        return Passage(self._source.text, lines).rendering(self._grammar, soft=soft)

    def _add(
        self,
        kind: Kind,
        rendering: Rendering,
        span: Span,
        *,
        level: int = 0,
        marker: str = "",
        post: Header | None = None,
    ) -> None:
        if rendering.text.strip():
            self.blocks.append(Block(kind, rendering, span, level, marker, post, gap=self._gap))
            self._gap = False


def _stars(line: SourceLine) -> int:
    """How many stars stand at the head of a line."""
    return len(line.text) - len(line.text.lstrip("*"))


def _lift(lines: Sequence[SourceLine]) -> int:
    """What is added to levels: where several headlines stand on the first, it is that of sections."""
    return 1 if sum(line.text.startswith("* ") for line in lines) > 1 else 0


def _told(properties: Mapping[str, str], words: ResumeWords) -> dict[str, list[str]]:
    """The values of a drawer by what they are: “employer”, “dates”, “start” and so on."""
    told: dict[str, list[str]] = {}
    for name, value in properties.items():
        if value and (use := words.keys.get(name)) is not None:
            told.setdefault(use, []).append(value.strip("<>[]"))
    return told


def _dates(told: Mapping[str, Sequence[str]]) -> str:
    if told.get("start"):
        return f"{told['start'][0]} – {''.join(told.get('end', [])[:1])}"
    return ", ".join(told.get("dates", told.get("end", [])))


def _entry_line(title: str, properties: Mapping[str, str], words: ResumeWords) -> str:
    told = _told(properties, words)
    columns = [title, *told.get("employer", [])[:1], *told.get("place", [])[:1], _dates(told)]
    return "\t".join(column for column in columns if column)


def _post(title: str, properties: Mapping[str, str], words: ResumeWords) -> Header | None:
    """The entry that a headline and its drawer make; None where the drawer says nothing of one, and for sections."""
    told = _told(properties, words)
    if kind_of(title, words) is not None or not any(told.get(use) for use in ("employer", "start", "dates")):
        return None
    start, end, current = merged(entry_dates(_dates(told), words))
    employer = told.get("employer", [None])[0]
    place = told.get("place", [None])[0]
    return Header(title, employer, place, start, end, current, has_title(title, words))
