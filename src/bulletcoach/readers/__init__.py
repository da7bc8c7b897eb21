"""From a file's bytes to a Document: one module for each format, and what they share.

`decode`    bytes to text, whatever the encoding
`text`      the plain-text reader, which serves Markdown-like files too
`bare`      bullets with no résumé round them

It is made of these, in the order in which they are used:

`words`     the words of lexicons/resume.toml, made ready for look-up
`lines`     the lines of a text and their indentation
`markers`   bullet glyphs and numbers
`headings`  which line heads which kind of section
`shapes`    what a line looks like: a title, a sentence, a list, contact details
`dates`     date ranges, in every usual manner of writing
`asides`    what stands in parentheses beside a name
`labels`    header lines that say what they are: “Client: …”
`headers`   which lines can stand above an entry's bullets
`posts`     title, employer, place and dates from those lines
`naming`    which of the names is the title and which the employer
`items`     wrapped lines joined to bullets and paragraphs
`entries`   items grouped into entries
`shared`    several posts under one employer
`marks`     pairs of Markdown's marks
`cleaning`  the text of a bullet as one would say it, each character mapped to its source

and for the way back:

`encode`    clean text in the characters and escapes of its file's format
"""

from __future__ import annotations

from bulletcoach.model.document import Bullet, Document, Source
from bulletcoach.readers.bare import read_bare
from bulletcoach.readers.cleaning import spoken
from bulletcoach.readers.decode import decode
from bulletcoach.readers.encode import encode_text
from bulletcoach.readers.marks import MarkPair, mark_pairs
from bulletcoach.readers.text import read_text
from bulletcoach.readers.words import ResumeWords

__all__ = ["MarkPair", "ResumeWords", "decode", "encode", "markup", "read", "read_bare", "spoken"]


def read(source: Source, words: ResumeWords) -> Document:
    """Read `source` in the format that its name and content ask for."""
    return read_text(source, words)


def markup(document: Document, bullet: Bullet) -> list[MarkPair]:
    """The pairs of marks in and round the text of `bullet`, in order."""
    return mark_pairs(document.source.text, bullet.span)


def encode(document: Document, text: str) -> tuple[str, ...]:
    """Clean text for the file of `document`: for each character what is written for it."""
    return encode_text(text, document.source)
