"""The RTF reader.

`tokens`   braces, control words, characters
`charsets` the encodings of bytes
`sheets`   fonts, styles and lists, from the tables at the head of the file
`state`    what holds in a group
`scan`     one way through the file
`story`    its paragraphs and tables, which `wordprocessor` makes a document of

Pictures, headers, footers, notes and what is hidden are not read.
"""

from __future__ import annotations

from bulletcoach.errors import InputError
from bulletcoach.model.document import Bullet, Document, Positions, Source
from bulletcoach.readers.lines import MAX_LINES
from bulletcoach.readers.rtf.scan import Scanner, TooDeepError
from bulletcoach.readers.wordprocessor.reading import read_flow, too_long
from bulletcoach.readers.words import ResumeWords

_SIGNATURE = b"{\\rtf"


def read(source: Source, words: ResumeWords) -> Document:
    """Read an RTF file; its text has each paragraph, and each line within one, on a line. Raises InputError."""
    if not source.data.startswith(_SIGNATURE):
        raise InputError(f"{source.path}: this is no RTF file; give its format, or save it as plain text")
    scanner = Scanner()
    try:
        flow = scanner.scan(source.data)
    except TooDeepError:
        raise InputError(
            f"{source.path}: this RTF is nested too deep to be a résumé; save it anew, or as plain text"
        ) from None
    if scanner.depth > 1 and not too_long(flow):
        raise InputError(f"{source.path}: this RTF is damaged or cut off; open it in a word processor and save it anew")
    if flow.has_pictures and all(paragraph.is_empty for paragraph in flow.paragraphs):
        raise InputError(f"{source.path}: this RTF holds pictures and no text; give the file that they were made from")
    notes = [f"only the first {MAX_LINES:,} paragraphs were read"] if too_long(flow) else []
    if scanner.depth and not notes:
        notes.append("the file ends before its last brace; it may be cut off")
    return read_flow(flow, source, "rtf", words, Positions.LINES, notes)


def encode(text: str, _source: Source, _bullet: Bullet) -> tuple[str, ...]:
    """The characters themselves: an RTF file is not changed."""
    return tuple(text)
