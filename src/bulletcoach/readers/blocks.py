"""Blocks: the stretches of a marked-up file that its reader tells apart."""

from __future__ import annotations

from enum import Enum

from msgspec import Struct

from bulletcoach.model.text import Span
from bulletcoach.readers.posts import Header
from bulletcoach.readers.rendering import Rendering


class Kind(Enum):
    """What a block is.

    HEADING: of a section or of an entry, by its `level`; which of the two is found out. ENTRY: the first line of names
    and dates above an entry's bullets, which begins a new entry; HEADER: a further such line. BULLET: one bullet,
    though lists of tools are still left out. BODY: a sentence or paragraph of an entry. TEXT: running text, the line
    breaks of which may mean something: names, dates, bullets with typed glyphs, sentences; all of it is found out.
    """

    HEADING = "heading"
    ENTRY = "entry"
    HEADER = "header"
    BULLET = "bullet"
    BODY = "body"
    TEXT = "text"


class Block(Struct, frozen=True):
    """A stretch of the file.

    `span` is the source range of its text with the markup round it, without the marker; for an ENTRY perhaps of more.
    `level` is that of a HEADING, from 1 to 6, or the depth of a BULLET, from 0. `marker` is what the source has in
    front of a bullet. `post` says what an ENTRY is where the format names title, employer and dates. `quoting` is that
    of Bullet. `file` is the number of the source that it stands in. `gap`: blank lines stand above it.
    """

    kind: Kind
    rendering: Rendering
    span: Span
    level: int = 0
    marker: str = ""
    post: Header | None = None
    quoting: str = ""
    file: int = 0
    gap: bool = False
