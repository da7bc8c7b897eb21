"""From a file's bytes to a Document: one module for each format, and what they share.

`decode`    bytes to text, whatever the encoding
`formats`   which format a file is in, and its reader
`bare`      bullets with no résumé round them

The formats, each with a module or package of its own: `text`, `markdown`, `latex`, `json`, `yaml`, `typst`, `html`,
`org`, `rst`, `asciidoc`, `docx`, `pdf`, `rtf`. Some share more:

`schema`          what the keys of JSON and YAML mean
`wordprocessor`   paragraphs, tables and boxes of DOCX and RTF
`passages`        inline markup that goes over several lines
`source_lines`    the lines of a file with markup
`soft_breaks`     whether a line break in a paragraph was meant

Those with markup make blocks of their files, which are then read as a text is:

`rendering` a stretch of source as one reads it, each character mapped back
`blocks`    what such a stretch is: a heading, a bullet, the name of an entry, running text
`sheet`     blocks below one another as a plain text, and the way back
`outline`   from blocks to a document

All meet in `sections`, which is made of these, in the order in which they are used:

`words`     the words of lexicons/resume.toml, made ready for look-up
`lines`     the lines of a text and their indentation
`markers`   bullet glyphs and numbers
`titles`    which kind of section a title heads
`headings`  which lines are headings
`once`      judgements of a line, each made once in a reading
`shapes`    what a line looks like: a title, a sentence, a list, contact details
`dates`     date ranges, in every usual manner of writing
`asides`    what stands in parentheses beside a name
`labels`    header lines that say what they are: “Client: …”
`pictures`  emoji in front of names and bullets
`headers`   which lines can stand above an entry's bullets
`posts`     title, employer, place and dates from those lines
`naming`    which of the names is the title and which the employer
`items`     wrapped lines joined to bullets and paragraphs
`parts`     what each item is to its entry
`entries`   items grouped into entries
`usage`     the order of title and employer that the entries of a section agree on
`shared`    several posts under one employer
`marks`     pairs of Markdown's marks
`cleaning`  the text of a bullet as one would say it, each character mapped to its source

The way back, from clean text to that of the file, is the `encode` of each format.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from msgspec.structs import replace

from bulletcoach.errors import InputError
from bulletcoach.model.document import Bullet, Document, Source
from bulletcoach.readers.bare import read_bare
from bulletcoach.readers.cleaning import spoken
from bulletcoach.readers.decode import decode
from bulletcoach.readers.formats import BINARY, SUFFIXES, format_of, promised_format, reader
from bulletcoach.readers.formats import NAMES as FORMAT_NAMES
from bulletcoach.readers.words import ResumeWords

__all__ = ["FORMAT_NAMES", "SUFFIXES", "ResumeWords", "decode", "encode", "read", "read_bare", "sealed", "spoken"]


def read(
    source: Source,
    words: ResumeWords,
    format: str | None = None,
    latex_root: Path | None = None,
    included: Mapping[Path, Source] | None = None,
) -> Document:
    """Read `source` in `format`, one of FORMAT_NAMES, or in the one that its name and content ask for.

    `latex_root` is the document that a LaTeX file is a part of, where it does not lie near it. `included` are sources
    to take, by their resolved files, instead of what the disk has. Raises InputError where it cannot be read: broken
    JSON, an encrypted PDF.
    """
    name = _checked(format, source) if format else format_of(source)
    words = words.for_one_reading()
    if name == "latex" and (latex_root is not None or included):
        from bulletcoach.readers import latex

        return latex.read(source, words, latex_root, included)
    document = reader(name).read(source, words)
    if source.encoding and (promised := promised_format(source)) in BINARY and format is None:
        remark = f"the name promises {str(promised).upper()}, but this is text; it was read as {name}"
        return replace(document, notes=(*document.notes, remark))
    return document


def _checked(format: str, source: Source) -> str:
    """The format that was asked for. Raises InputError for text that is no text, and the other way round."""
    if source.encoding and format in BINARY:
        raise InputError(f"{source.path}: this is no {format.upper()} file but text")
    if not source.encoding and format not in BINARY:
        raise InputError(f"{source.path}: this is no text; it looks like {format_of(source).upper()}")
    return format


def encode(document: Document, bullet: Bullet, text: str) -> tuple[str, ...]:
    """Clean text as it is written in the place of `bullet`: for each character what stands for it."""
    name = "text" if document.format == "bare" else document.format
    return reader(name).encode(text, document.sources[bullet.file], bullet)


def sealed(document: Document, bullet: Bullet, written: str) -> str:
    """The new source of a bullet's span, `written` word by word, in a form that its format takes as that text.

    Only YAML has one: a scalar without quotes may need them now.
    """
    if document.format != "yaml":
        return written
    from bulletcoach.readers import yaml

    return yaml.sealed(written, bullet)
