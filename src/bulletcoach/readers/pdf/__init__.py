"""The PDF reader: from glyphs on pages back to the lines, columns and bullets that a person sees.

`pdfium`     the file itself: pages, glyphs and drawn dots; the only module that speaks to PDFium
`glyphs`     what is drawn on a page, in its plainest form
`sight`      which glyphs can be seen: no hidden keywords, nothing twice, nothing sideways
`letters`    letters that a font hides: ligatures without Unicode, accents beside their letter
`words`      glyphs to words, by the gaps between them
`rows`       words to rows of text
`furniture`  running headers, footers and page numbers, left out
`columns`    sidebars and tables: what belongs beside, and what below one another
`flow`       the rows of all pages in the order in which one reads them
`markers`    which rows begin with a bullet
`hyphens`    words that the typesetter cut at the end of a row
`items`      rows joined to bullets and paragraphs
`styles`     which rows look like the headings of this file
`sheet`      all of it as a text with lines that the shared reading takes

A PDF is read, never written: what is on a page is the result of a layout, and its text has no place to change it in.
"""

from __future__ import annotations

from msgspec.structs import replace

from bulletcoach.model.document import Bullet, Document, Positions, Source
from bulletcoach.readers.pdf.flow import flow_of
from bulletcoach.readers.pdf.pdfium import pages_of
from bulletcoach.readers.pdf.sheet import sheet_of
from bulletcoach.readers.words import ResumeWords

__all__ = ["encode", "read"]


def read(source: Source, words: ResumeWords) -> Document:
    """The document in a PDF; its source has the text that was found.

    Raises InputError for a file that is protected, damaged, empty or has no letters.
    """
    scan = pages_of(source)
    sheet = sheet_of(flow_of(scan.pages, words), scan, words)
    return Document(
        replace(source, text=sheet.text),
        "pdf",
        sheet.sections,
        (*scan.notes, *sheet.notes),
        prose=sheet.text,
        positions=Positions.PAGES,
        pages=sheet.pages,
    )


def encode(text: str, _source: Source, _bullet: Bullet) -> tuple[str, ...]:
    """The characters of `text`: nothing is written into a PDF."""
    return tuple(text)
