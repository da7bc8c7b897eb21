"""From the blocks of a marked-up file to a Document.

A format's reader knows which stretches of its file are headings, bullets, names of entries or running text, and gives
each as a Block. They are written below one another as a plain text, which is read as any text is (see `sections`), and
everything found in it is traced back to the file.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bulletcoach.model.document import Comment, Document, Source
from bulletcoach.readers.blocks import Block
from bulletcoach.readers.decode import encoding_notes
from bulletcoach.readers.lines import MAX_LINES
from bulletcoach.readers.sections import read_sections
from bulletcoach.readers.sheet import written
from bulletcoach.readers.words import ResumeWords

UNWRAPPED = 1_000_000
"""The width of a text whose line breaks are all meant."""


def read_outline(
    blocks: Iterable[Block],
    source: Source,
    format: str,
    words: ResumeWords,
    *,
    comments: Sequence[Comment] = (),
    notes: Sequence[str] = (),
    included: Sequence[Source] = (),
    width: int = UNWRAPPED,
) -> Document:
    """The document that `blocks` make up, in their order. `width` is that at which running text was wrapped.

    No more than MAX_LINES blocks are read; a note says so.
    """
    sheet, too_many = written(blocks)
    lines = list(sheet.lines(words))
    sections = read_sections(lines, sheet.text, width, words, lambda _span: ())
    remarks = [*encoding_notes(source), *notes]
    if too_many:
        remarks.append(f"only the first {MAX_LINES:,} lines were read")
    return Document(
        source,
        format,
        tuple(sheet.traced(section) for section in sections),
        tuple(remarks),
        tuple(included),
        sheet.text,
        tuple(sorted(comments, key=lambda comment: (comment.file, comment.span))),
    )
