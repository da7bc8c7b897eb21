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
    start = _start_of_line(text, bullet.span.start)
    yield _line(document, start, above)
    if document.format == "yaml" and start:  # the “|” or “>” over a text in which a number sign is text
        yield _line(document, _start_of_line(text, len(text[:start].rstrip())), above)


def _line(document: Document, start: int, comment: str) -> SourceEdit:
    """A comment on a line of its own above the line that starts there, indented like that."""
    rest = document.source.text[start:]
    indent = rest[: len(rest) - len(rest.lstrip(" \t"))]
    return _insertion(start, f"{indent}{comment}{document.source.newline}")


def _start_of_line(text: str, offset: int) -> int:
    return max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset)) + 1


def _end_of_line(text: str, offset: int) -> int:
    while offset < len(text) and text[offset] not in "\r\n":
        offset += 1
    return offset


def _insertion(offset: int, text: str) -> SourceEdit:
    return SourceEdit(Span(offset, offset), text)
