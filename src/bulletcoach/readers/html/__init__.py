"""Résumés in HTML: pages written by hand, by generators, by word processors.

`tokens`     the tags, comments and texts of a source
`elements`   what the elements do to a text
`layout`     what a page looks like: strips of text between one break and the next
`strips`     from tags and texts to strips
`nesting`    the elements that are open
`line`       a strip while it is written
`landmarks`  headings that are none by their element
`order`      dates that stand below what they stand beside
`rows`       rows of tables
`blocks`     which strip is what
`cutting`    renderings cut and joined
`escapes`    the way back
"""

from __future__ import annotations

from bulletcoach.model.document import Bullet, Document, Source
from bulletcoach.readers.html.blocks import blocks_of
from bulletcoach.readers.html.escapes import escaped
from bulletcoach.readers.html.layout import Layout
from bulletcoach.readers.html.strips import laid_out
from bulletcoach.readers.lines import read_lines, wrap_width
from bulletcoach.readers.outline import UNWRAPPED, read_outline
from bulletcoach.readers.words import ResumeWords

TOO_DEEP = "elements too deep in one another were read as text"


def read(source: Source, words: ResumeWords) -> Document:
    """Read a page. Never fails."""
    layout = laid_out(source.text, 0, len(source.text))
    return read_outline(
        blocks_of(layout, source.text, words),
        source,
        "html",
        words,
        comments=layout.comments,
        notes=(TOO_DEEP,) if layout.is_cut else (),
        width=_width(layout, words),
    )


def encode(text: str, source: Source, _bullet: Bullet) -> tuple[str, ...]:
    """Clean text for a page: for each character what is written for it."""
    return escaped(text, source)


def _width(layout: Layout, words: ResumeWords) -> int:
    """The width at which preformatted text was wrapped."""
    kept = [strip.rendering.text for strip in layout.strips if strip.is_kept]
    return max((wrap_width(read_lines(text, words)[0]) for text in kept), default=UNWRAPPED) or UNWRAPPED
