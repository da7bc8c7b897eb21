"""The plain-text reader, for .txt files and pastes, Markdown-like ones among them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from bulletcoach.model.document import Bullet, Comment, Document, Source
from bulletcoach.model.text import Span
from bulletcoach.readers.decode import encoding_notes
from bulletcoach.readers.lines import MAX_LINES, read_lines, wrap_width
from bulletcoach.readers.marks import mark_pairs
from bulletcoach.readers.quotes import with_quotes_of
from bulletcoach.readers.sections import read_sections
from bulletcoach.readers.touching import with_touching_markers
from bulletcoach.readers.words import ResumeWords

_OPENING, _CLOSING = "<!--", "-->"


def read(source: Source, words: ResumeWords) -> Document:
    """Read a text. Never fails."""
    lines, too_many = read_lines(source.text, words)
    lines = with_touching_markers(lines, words)
    sections = read_sections(lines, source.text, wrap_width(lines), words, partial(mark_pairs, source.text))
    notes = list(encoding_notes(source))
    if too_many:
        notes.append(f"only the first {MAX_LINES:,} lines were read")
    return Document(source, "text", sections, tuple(notes), prose=source.text, comments=tuple(_comments(source.text)))


def encode(text: str, source: Source, _bullet: Bullet) -> tuple[str, ...]:
    """Clean text for a file of `source`: for each character what is written for it. Nothing has to be escaped."""
    return with_quotes_of(source, text)


def _comments(text: str) -> Iterator[Comment]:
    """The comments of Markdown-like texts."""
    start = text.find(_OPENING)
    while start >= 0 and (end := text.find(_CLOSING, start)) >= 0:
        yield Comment(text[start + len(_OPENING) : end].strip(), Span(start, end + len(_CLOSING)))
        start = text.find(_OPENING, end)
