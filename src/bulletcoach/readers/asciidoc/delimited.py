"""AsciiDoc's delimited blocks: some are not read, some are comments, of most only the delimiters are passed over."""

from __future__ import annotations

from collections.abc import Sequence

from bulletcoach.model.document import Comment, Source
from bulletcoach.model.text import Span
from bulletcoach.readers.blocks import Kind
from bulletcoach.readers.line_blocks import LineBlocks
from bulletcoach.readers.rendering import Rendering
from bulletcoach.readers.source_lines import SourceLine

_OPEN = "--"
_COMMENT = "/"
_AS_IT_STANDS = "."
_UNREAD = ("-", "+", "`", _COMMENT)


def read_delimited(lines: Sequence[SourceLine], at: int, delimiter: str, source: Source, page: LineBlocks) -> int:
    """Reads a block by the line that opens it; the number of the line to read next, which may be in the block."""
    page.end()
    page.gap = True
    sign = delimiter[0]
    if delimiter == _OPEN or sign not in (*_UNREAD, _AS_IT_STANDS):
        return at + 1
    end = next_line(lines, at + 1, "```" if sign == "`" else delimiter)
    inner = lines[at + 1 : end]
    if sign == _COMMENT:
        text = "\n".join(each.text for each in inner).strip()
        last = lines[min(end, len(lines) - 1)]
        page.comments.append(Comment(text, Span(lines[at].start, last.end)))
    elif sign == _AS_IT_STANDS and inner:
        span = Span(inner[0].start, inner[-1].end)
        page.add(Kind.TEXT, Rendering.as_it_stands(source.text, span), span)
    return end + 1


def next_line(lines: Sequence[SourceLine], at: int, text: str) -> int:
    """The number of the next line that is just `text`; that behind the last one where there is none."""
    return next((number for number in range(at, len(lines)) if lines[number].text == text), len(lines))
