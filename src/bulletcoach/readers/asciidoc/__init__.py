"""The reader for AsciiDoc, by lines.

`inline`      marks, macros, attributes, replacements
`attributes`  what the file itself sets
`signs`       the lines that are more than text
`titles`      titles, behind signs or above them
`delimited`   blocks between delimiters
`tables`      the cells of tables
`reading`     lines to blocks
`writing`     clean text as it is written here
"""

from __future__ import annotations

from bulletcoach.model.document import Bullet, Document, Source
from bulletcoach.readers.asciidoc.reading import blocks_of
from bulletcoach.readers.asciidoc.writing import written
from bulletcoach.readers.outline import read_outline
from bulletcoach.readers.words import ResumeWords

__all__ = ["encode", "read"]


def read(source: Source, words: ResumeWords) -> Document:
    """Read an AsciiDoc file. Never fails; what it includes is not read."""
    blocks, comments = blocks_of(source, words)
    return read_outline(blocks, source, "asciidoc", words, comments=comments)


def encode(text: str, _source: Source, _bullet: Bullet) -> tuple[str, ...]:
    """Clean text as it is written here: for each character what stands for it."""
    return written(text)
