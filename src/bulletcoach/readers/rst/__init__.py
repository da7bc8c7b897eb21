"""The reader for reStructuredText, by lines.

`inline`      emphasis, literals, links, roles, substitutions
`signs`       the lines that are more than text
`titles`      titles and their levels
`directives`  what stands behind `.. name::`, and what is substituted
`tables`      the cells of grid tables, simple tables and list tables
`reading`     lines to blocks
`writing`     clean text as it is written here
"""

from __future__ import annotations

from bulletcoach.model.document import Bullet, Document, Source
from bulletcoach.readers.outline import read_outline
from bulletcoach.readers.rst.reading import blocks_of
from bulletcoach.readers.rst.writing import written
from bulletcoach.readers.words import ResumeWords

__all__ = ["encode", "read"]


def read(source: Source, words: ResumeWords) -> Document:
    """Read a reStructuredText file. Never fails."""
    blocks, comments = blocks_of(source, words)
    return read_outline(blocks, source, "rst", words, comments=comments)


def encode(text: str, _source: Source, _bullet: Bullet) -> tuple[str, ...]:
    """Clean text as it is written here: for each character what stands for it."""
    return written(text)
