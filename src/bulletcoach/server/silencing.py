"""Silencing: the comments that silence a finding on a bullet, as each format writes them."""

from __future__ import annotations

from collections.abc import Iterator

from bulletcoach.editing import SourceEdit
from bulletcoach.model.document import Bullet, Document
from bulletcoach.model.text import Span

# How a comment is written. JSON and plain text have none.
_COMMENTS = {
    "asciidoc": "// {}",
    "html": "<!-- {} -->",
    "latex": "% {}",
    "markdown": "<!-- {} -->",
    "org": "# {}",
    "rst": ".. {}",
    "typst": "// {}",
    "yaml": "# {}",
}
_CLOSED = ("html", "markdown")  # a comment may stand anywhere in a line
_TO_THE_END = ("latex", "typst", "yaml")  # it may stand behind something, and takes the rest of the line


def can_be_silenced(format: str) -> bool:
    """Whether a format has comments."""
    return format in _COMMENTS


def ways_to_silence(document: Document, bullet: Bullet, code: str) -> Iterator[SourceEdit]:
    """Edits that may do it, the most usual first; they have not been tried."""
    if document.format not in _COMMENTS:
        return
    text, comment = document.source.text, _COMMENTS[document.format]
    written = len(text[: bullet.span.end].rstrip())
    behind, above = (comment.format(f"bulletcoach: {kind}[{code}]") for kind in ("ignore", "ignore-next"))
    if document.format in _CLOSED:
        yield _insertion(written, f" {behind}")
    elif document.format in _TO_THE_END:
        yield _insertion(_end_of_line(text, written), f" {behind}")
    start = max(text.rfind("\n", 0, bullet.span.start), text.rfind("\r", 0, bullet.span.start)) + 1
    line = text[start : bullet.span.start]
    indent = line[: len(line) - len(line.lstrip())]
    yield _insertion(start, f"{indent}{above}{document.source.newline}")


def _end_of_line(text: str, offset: int) -> int:
    while offset < len(text) and text[offset] not in "\r\n":
        offset += 1
    return offset


def _insertion(offset: int, text: str) -> SourceEdit:
    return SourceEdit(Span(offset, offset), text)
