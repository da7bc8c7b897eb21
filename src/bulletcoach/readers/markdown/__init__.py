"""Résumés in Markdown, of all the kinds that people write: CommonMark, GitHub, kramdown, pandoc.

`veil`       what is not read: comments, front matter, the signs of site generators
`structure`  the blocks, by markdown-it, and where their text stands
`passage`    text on several lines, without what leads them in
`inline`     that text without its marks
`scan`       one way through it: escapes, entities, code, tags
`links`      brackets, and what makes them links or images
`emphasis`   which `*` and `_` are marks
`found`      what was found on the way
`columns`    names side by side that only their markup sets apart
`wrapping`   which line breaks of a paragraph are meant
`listitem`   what a list item holds
`looks`      what a paragraph is by its look
`headings`   headings without their numbers and attributes
`fences`     text in fences
`rows`       rows of tables
`blocks`     which block is what
`escapes`    the way back
"""

from __future__ import annotations

from bulletcoach.model.document import Bullet, Document, Source
from bulletcoach.readers.html.escapes import escaped as escaped_html
from bulletcoach.readers.lines import read_lines, wrap_width
from bulletcoach.readers.markdown.blocks import CELL, HTML, PLAIN, blocks_of
from bulletcoach.readers.markdown.escapes import escaped, in_cell
from bulletcoach.readers.markdown.fences import inside_of_fence, is_plain_fence
from bulletcoach.readers.markdown.structure import DEEPEST, Structure, structure_of
from bulletcoach.readers.markdown.veil import veiled
from bulletcoach.readers.outline import UNWRAPPED, read_outline
from bulletcoach.readers.quotes import with_quotes_of
from bulletcoach.readers.words import ResumeWords

_TOO_DEEP = "lists too deep in one another were left out"


def read(source: Source, words: ResumeWords) -> Document:
    """Read a Markdown file. Never fails."""
    veil = veiled(source.text)
    structure = structure_of(veil.text, source.text)
    return read_outline(
        blocks_of(structure, _width_of_text(structure, words), words),
        source,
        "markdown",
        words,
        comments=veil.comments,
        notes=(_TOO_DEEP,) if any(token.level >= DEEPEST - 1 for token in structure.tokens) else (),
        width=_width(structure, words),
    )


def encode(text: str, source: Source, bullet: Bullet) -> tuple[str, ...]:
    """Clean text for a Markdown file: for each character what is written for it."""
    if bullet.quoting == HTML:
        return escaped_html(text, source)
    quoted = with_quotes_of(source, text)
    if bullet.quoting == PLAIN:
        return quoted
    writer = in_cell if bullet.quoting == CELL else escaped
    written = writer(text, bullet, source.text)
    return tuple(sign if len(sign) > 1 else quote for sign, quote in zip(written, quoted, strict=True))


def _width_of_text(structure: Structure, words: ResumeWords) -> int:
    """The width at which the lines of the file were wrapped; 0 where no block has several, and it tells nothing."""
    if not any(token.type == "inline" and "\n" in token.content for token in structure.tokens):
        return 0
    lines, _ = read_lines(structure.text, words)
    return wrap_width(lines)


def _width(structure: Structure, words: ResumeWords) -> int:
    """The width at which text in fences was wrapped."""
    widths = []
    for token in structure.tokens:
        if is_plain_fence(token):
            first, last = inside_of_fence(token, structure)
            text = structure.stretch(first, last).of(structure.text) if first < last else ""
            widths.append(wrap_width(read_lines(text, words)[0]))
    return max(widths, default=0) or UNWRAPPED
