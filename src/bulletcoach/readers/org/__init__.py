"""The reader for Org, by lines.

`signs`         the lines that are more than text
`headlines`     headlines, what hides them, and their drawers
`outline_file`  the lines of a file, and where its parts end
`drawers`       what a headline's drawer says of an entry
`inline`        emphasis, links, timestamps, entities
`reading`       lines to blocks
`tangled`       a résumé in source blocks of another language
`writing`       clean text as it is written here
"""

from __future__ import annotations

from msgspec.structs import replace

from bulletcoach.model.document import Bullet, Document, Source
from bulletcoach.readers.formats import reader
from bulletcoach.readers.org.reading import blocks_of
from bulletcoach.readers.org.tangled import tangled
from bulletcoach.readers.org.writing import written
from bulletcoach.readers.outline import read_outline
from bulletcoach.readers.words import ResumeWords

__all__ = ["encode", "read"]


def read(source: Source, words: ResumeWords) -> Document:
    """Read an Org file. Never fails."""
    if (document := tangled(source, words)) is not None:
        return document
    blocks, comments = blocks_of(source, words)
    document = read_outline(blocks, source, "org", words, comments=comments)
    if any(entry.bullets for _, entry in document.judged_entries()):
        return document
    return tangled(source, words, "export") or document


def encode(text: str, source: Source, bullet: Bullet) -> tuple[str, ...]:
    """Clean text as it is written in the place of `bullet`: for each character what stands for it."""
    language, colon, quoting = bullet.quoting.partition(":")
    if colon:
        return reader(language).encode(text, source, replace(bullet, quoting=quoting))
    return written(text)
