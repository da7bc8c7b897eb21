"""The reader for Typst. Nothing is compiled or run: markup and code are read by their shape.

`cursor`      a place in the source, and its strings, comments and escapes
`nodes`       what a file consists of
`code`        what stands behind `#` and between parentheses
`statements`  what follows `let`, `if` and the other keywords
`markup`      text, emphasis, headings and lists
`vocabulary`  what functions and arguments are, by lexicons/typst.toml and by the file itself
`inline`      what stands within a line, as one reads it
`fields`      title, employer, place and dates from the arguments of a call
`shape`       what a piece looks like: a block or part of a line, the fields of a call
`cells`       the rows of grids and tables
`page`        blocks as they are found
`setting`     what the reading of a file has at hand
`reading`     nodes to blocks
`flow`        what calls and data lead back to
`calls`       lists, grids and frames
`data`        entries, by the arguments of calls and by dictionaries
`writing`     clean text as it is written here
"""

from __future__ import annotations

from bulletcoach.model.document import Bullet, Document, Source
from bulletcoach.readers.outline import read_outline
from bulletcoach.readers.typst.markup import parsed
from bulletcoach.readers.typst.page import IN_STRING
from bulletcoach.readers.typst.reading import blocks_of
from bulletcoach.readers.typst.writing import in_markup, in_string
from bulletcoach.readers.words import ResumeWords

__all__ = ["encode", "read"]


def read(source: Source, words: ResumeWords) -> Document:
    """Read a Typst file. Raises InputError for one whose brackets are nested too deep."""
    nodes, cursor = parsed(source)
    return read_outline(blocks_of(nodes, source, words), source, "typst", words, comments=cursor.comments)


def encode(text: str, _source: Source, bullet: Bullet) -> tuple[str, ...]:
    """Clean text as it is written in the place of `bullet`: for each character what stands for it."""
    return in_string(text) if bullet.quoting == IN_STRING else in_markup(text)
