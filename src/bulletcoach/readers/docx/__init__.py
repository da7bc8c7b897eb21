"""The DOCX reader.

`package`   the ZIP archive and its parts
`xml`       a part's XML, read with care
`styles`    what paragraphs inherit
`numbering` which of them have bullets
`inline`    the text of a paragraph
`body`      paragraphs, tables and text boxes, which `wordprocessor` makes a document of

Headers, footers and notes are not read: they hold contact details and page numbers.
"""

from __future__ import annotations

from bulletcoach.errors import InputError
from bulletcoach.model.document import Bullet, Document, Positions, Source
from bulletcoach.readers.docx.body import Body, comments_of
from bulletcoach.readers.docx.numbering import Lists
from bulletcoach.readers.docx.package import Package
from bulletcoach.readers.docx.styles import Styles
from bulletcoach.readers.docx.xml import child
from bulletcoach.readers.lines import MAX_LINES
from bulletcoach.readers.wordprocessor.reading import read_flow, too_long
from bulletcoach.readers.words import ResumeWords


def read(source: Source, words: ResumeWords) -> Document:
    """Read a DOCX file; its text has one paragraph of the file on each line. Raises InputError."""
    package = Package.open(source)
    main = package.main()
    root = package.part(main)
    body = child(root, "w:body")
    if body is None:
        raise InputError(f"{source.path}: this file holds no Word document; save the résumé as DOCX or as plain text")
    parts = dict(reversed(package.related(main)))
    folder = main.rpartition("/")[0]
    styles, numbering, comments = (
        package.part(parts.get(kind, f"{folder}/{kind}.xml")) for kind in ("styles", "numbering", "comments")
    )
    flow = Body(Styles.of(styles), Lists.of(numbering), comments_of(comments)).read(body)
    if all(paragraph.is_empty for paragraph in flow.paragraphs):
        if next(body.iter("w:altChunk"), None) is not None:
            raise InputError(
                f"{source.path}: this DOCX only embeds another file; open it in a word processor and save it anew"
            )
        if flow.has_pictures:
            raise InputError(
                f"{source.path}: this DOCX holds pictures and no text; give the file that they were made from"
            )
    notes = [f"only the first {MAX_LINES:,} paragraphs were read"] if too_long(flow) else []
    return read_flow(flow, source, "docx", words, Positions.PARAGRAPHS, notes)


def encode(text: str, _source: Source, _bullet: Bullet) -> tuple[str, ...]:
    """The characters themselves: a DOCX file is not changed."""
    return tuple(text)
