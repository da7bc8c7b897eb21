"""Clean text written as Markdown has it: with a backslash only where it would be read as something else."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bulletcoach.model.document import Bullet
from bulletcoach.model.text import Span
from bulletcoach.readers.markdown.inline import read_inline
from bulletcoach.readers.markdown.passage import Passage

_PUNCTUATION = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
_EMPHASIS = "*_~`"
_ROUNDS = 4
_START = re.compile(r"(?P<sign>[-+*>|:=](?=\s)|#(?=#{0,5}\s)|[<`~](?=\S)|\[(?=[ xX]\]\s))|\d{1,9}(?P<stop>[.)])(?=\s)")
_GLUED = re.compile(r"(?<=\])[(\[{]")


def escaped(text: str, bullet: Bullet, source: str) -> tuple[str, ...]:
    """`text`, character by character, as it is written in the place of `bullet`."""
    escapes = {match.start() for match in _GLUED.finditer(text)} | _beside_own_marks(text, bullet, source)
    if start := _START.match(text):
        name = start.lastgroup or ""
        escapes.add(start.start(name))
    written = _with(text, escapes)
    for _ in range(_ROUNDS):
        more = _markup(written)
        if not more - escapes:
            break
        escapes |= more
        written = _with(text, escapes)
    return written


def in_cell(text: str, bullet: Bullet, source: str) -> tuple[str, ...]:
    """The same for a cell of a table, where a bar is the end."""
    return tuple("\\|" if sign == "|" else sign for sign in escaped(text, bullet, source))


def _markup(written: Sequence[str]) -> set[int]:
    """The places of a text that are read as markup where it is written so, escapes left out."""
    line = "".join(written)
    read = read_inline(Passage(line, [Span(0, len(line))]), line, strict=True)
    found: set[int] = set()
    at = 0
    for place, each in enumerate(written):
        if len(each) == 1 and at in read.markup and each in _PUNCTUATION:
            found.add(place)
        at += len(each)
    return found


def _beside_own_marks(text: str, bullet: Bullet, source: str) -> set[int]:
    """Signs of the kind of the bullet's own marks, which they might pair with, unless blanks stand round them."""
    marks = "".join(pair.opening.of(source) + pair.closing.of(source) for pair in bullet.marks)
    own = {sign for sign in _EMPHASIS if sign in marks}
    if marks:
        own.add("\\")
    if "[" in marks:
        own |= {"[", "]"}
    return {place for place, sign in enumerate(text) if sign in own and not _stands_free(text, place)}


def _stands_free(text: str, place: int) -> bool:
    around = text[max(0, place - 1) : place], text[place + 1 : place + 2]
    return all(not each or each == " " for each in around)


def _with(text: str, escapes: set[int]) -> tuple[str, ...]:
    return tuple(f"\\{sign}" if place in escapes else sign for place, sign in enumerate(text))
