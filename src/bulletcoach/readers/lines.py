"""The lines of a text that hold words, with their indentation, markers, and the white space around them.

Rulers, box frames, code fences and comments are dropped here, leaving a trace where it matters: a line remembers that
it was underlined, or that something blank stood above it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import Enum

from msgspec import Struct
from msgspec.structs import replace

from bulletcoach.readers.markers import Marker
from bulletcoach.readers.posts import Header
from bulletcoach.readers.shapes import opens_like_bullet, word_count
from bulletcoach.readers.words import ResumeWords

MAX_LINES = 20_000
"""More lines than this, empty ones not counted, are no résumé; the rest is left unread, and a note says so."""

_NOT_EMPTY = re.compile(r"[^\r\n]+")
_LINE_BREAK = re.compile(r"\r\n|\r|\n")
_FRAME = r"[\u2500-\u259f\s]*"  # compiled, as is _PIPED, where it may stand
_PIPED = r"\|[ \t](.*\S)[ \t]*\|"
_HAS_WORD = re.compile(r"[^\W_]")
_FENCE_OR_COMMENT = re.compile(r"(?:```|~~~)\s*\w*$|<!--[^>]*-->$")
_TAB = 4
_WRAP_FROM = 40  # a line shorter than this says nothing about where the text was wrapped


class Role(Enum):
    """What a format says that a line is; a text says so of none.

    HEADING: a heading, of a section or of an entry. ENTRY: the first of the lines that name an entry, HEADER: a further
    one. BULLET: a whole bullet. BODY: a whole sentence or paragraph.
    """

    HEADING = "heading"
    ENTRY = "entry"
    HEADER = "header"
    BULLET = "bullet"
    BODY = "body"


class Line(Struct, frozen=True):
    """A line, or one bullet's part of a line that holds several.

    `start` and `end` are source offsets of its content without outer white space; `body` is where the text behind the
    marker begins. `indent` is the column of its content, `gap` the number of blank lines (a ruler counts as one)
    above it. `is_part` tells a later part of a line that was split at its glyphs. `role` is what the format says that
    it is, None where that is to be found out; `post` is what a line of role ENTRY says, where the format says it.
    """

    start: int
    end: int
    text: str
    indent: int
    gap: int
    marker: Marker | None = None
    underlined: bool = False
    is_part: bool = False
    role: Role | None = None
    post: Header | None = None

    @property
    def may_head(self) -> bool:
        """Whether it may be the heading of a section: a whole line, and nothing else by its format."""
        return not self.is_part and self.role in (None, Role.HEADING)

    @property
    def body(self) -> int:
        return self.marker.end if self.marker else self.start

    @property
    def body_text(self) -> str:
        return self.text[self.body - self.start :]

    @property
    def right(self) -> int:
        """The column behind its last character."""
        return self.indent + len(self.text)


def read_lines(text: str, words: ResumeWords) -> tuple[list[Line], bool]:
    """The lines of `text` that hold words, and whether it had more lines than MAX_LINES."""
    lines: list[Line] = []
    gap, last_end = 1, 0
    for count, match in enumerate(_NOT_EMPTY.finditer(text)):
        if count >= MAX_LINES:
            return lines, True
        gap += _breaks(text, last_end, match.start()) - (1 if last_end else 0)
        last_end = match.end()
        start, end, indent = _content(text, *match.span())
        content = text[start:end]
        if not _HAS_WORD.search(content):
            marker = words.markers.match(text, start, end) if end - start <= 2 else None
            if marker is None or marker.end < end:
                if lines and not gap and end - start >= 3 and not content.isspace():
                    lines[-1] = replace(lines[-1], underlined=True)
                gap += 1
                continue
        elif _FENCE_OR_COMMENT.match(content):
            gap += 1
            continue
        else:
            marker = words.markers.match(text, start, end)
        if lines and lines[-1].end == lines[-1].body and marker and lines[-1].marker:
            lines.pop()  # a glyph without text, followed by another bullet
        lines.extend(_split(text, Line(start, end, content, indent, gap, marker), words))
        gap = 0
    return lines, False


def wrap_width(lines: Sequence[Line]) -> int:
    """The column at which the text was wrapped, as far as the longest lines tell; a few overlong ones do not count."""
    rights = sorted(line.right for line in lines if line.right >= _WRAP_FROM)
    return rights[len(rights) * 95 // 100] if rights else 0


def _breaks(text: str, start: int, end: int) -> int:
    """How many line breaks stand between two lines."""
    if end - start <= 1:
        return end - start
    return sum(1 for _ in _LINE_BREAK.finditer(text, start, end))


def _content(text: str, start: int, end: int) -> tuple[int, int, int]:
    """The content of a line without outer white space and box frame, and the column where it begins."""
    line = text[start:end]
    stripped = line.strip()
    if not stripped:
        return start, start, 0
    left = len(line) - len(line.lstrip())
    content_start, content_end = start + left, start + left + len(stripped)
    if "\u2500" <= stripped[0] <= "\u257f" or "\u2500" <= stripped[-1] <= "\u257f":
        content_start += len(re.match(_FRAME, stripped)[0])  # type: ignore[index]
        content_end -= len(re.match(_FRAME, stripped[::-1])[0])  # type: ignore[index]
        content_end = max(content_start, content_end)
    elif stripped[0] == "|" == stripped[-1] and stripped.count("|") == 2 and (piped := re.fullmatch(_PIPED, stripped)):
        content_start, content_end = content_start + piped.start(1), content_start + piped.end(1)
        content_start += len(text[content_start:content_end]) - len(text[content_start:content_end].lstrip())
    before = text[start:content_start]
    return content_start, content_end, len(before.expandtabs(_TAB)) if "\t" in before else len(before)


def _split(text: str, line: Line, words: ResumeWords) -> list[Line]:
    """`line`, or its parts where it holds several bullets: “• Did a • Did b”."""
    inline = words.markers.inline_starts(text, line.body, line.end)
    if line.marker is not None:
        inline = [span for span in inline if text[span[0] : span[1]].strip() == line.marker.text]
    if not inline:
        return [line]
    starts = [line.body, *(body for _, body in inline)]
    ends = [*(glyph for glyph, _ in inline), line.end]
    bodies = [text[start:end].strip() for start, end in zip(starts, ends, strict=True)]
    if not _are_bullets(bodies, line.marker is not None, words):
        return [line]
    head = line.marker
    if head is None and opens_like_bullet(bodies[0], words):
        head = Marker("", line.start)  # the glyphs stand between the bullets
    parts = [_part(text, line, line.start, ends[0], head, first=True)]
    for (glyph, body), end in zip(inline, ends[1:], strict=True):
        marker = Marker(text[glyph:body].strip(), body)
        parts.append(_part(text, line, glyph, end, marker, first=False))
    return parts


def _part(text: str, line: Line, start: int, end: int, marker: Marker | None, *, first: bool) -> Line:
    content = text[start:end].rstrip()
    end = max(start + len(content), marker.end if marker else start)
    return replace(
        line, start=start, end=end, text=text[start:end], marker=marker, gap=line.gap if first else 0, is_part=not first
    )


def _are_bullets(bodies: Sequence[str], is_marked: bool, words: ResumeWords) -> bool:
    """Whether the parts between glyphs are bullets, not items of a list or columns of a header."""
    if is_marked:
        return all(word_count(body) >= 2 for body in bodies) and any(word_count(body) >= 3 for body in bodies)
    return all(opens_like_bullet(body, words) and word_count(body) >= 3 for body in bodies[1:])
