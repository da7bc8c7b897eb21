"""From the old and the new text of a bullet to edits of its source."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import partial
from itertools import pairwise

from bulletcoach.editing.alignment import WORD
from bulletcoach.editing.assembly import Assembled, assemble
from bulletcoach.editing.edits import SourceEdit, place
from bulletcoach.editing.pieces import Piece, pieces_of, words_of
from bulletcoach.editing.plan import Lines, on_one_line, plan, without_stubs
from bulletcoach.errors import EditError
from bulletcoach.model.document import Bullet, Document, Source
from bulletcoach.readers import encode, sealed, spoken

# The table of an alignment has a cell for each pair of an old and a new word; this many take about a second.
_MOST_CELLS = 1_000_000
_NEWLINE = frozenset("\r\n")
_CONTROL = ("Cc", "Cs")  # control characters, and halves of characters


def rewritten(document: Document, bullet: Bullet, new_text: str) -> tuple[SourceEdit, ...]:
    """The edits that make `bullet` of `document` say `new_text`, in order; none where it already does.

    Words that stay are not touched, nor the markup and the line breaks between them. Nothing is read again: see
    `verified`. Raises EditError where an edit would cut through markup, and for a text that no bullet can have.
    """
    return ways(document, bullet, new_text)[0]


def ways(document: Document, bullet: Bullet, new_text: str) -> list[tuple[SourceEdit, ...]]:
    """All the ways to make `bullet` say `new_text`, the one that touches least first; at least one.

    They differ in which of several equal words stays, and in whether a wrapped bullet stays wrapped. Raises EditError
    as `rewritten` does.
    """
    source = document.sources[bullet.file]
    new = wanted(document, bullet, new_text)
    words = words_of(bullet)
    if len(words) * len(WORD.findall(new)) > _MOST_CELLS:
        raise EditError(f"{place(document.sources[bullet.file], bullet.span)}: the text is too long to be changed here")
    pieces = pieces_of(bullet, words)
    breaks = _breaks(source, pieces)
    seal = partial(sealed, document, bullet)
    encoded = encode(document, bullet, new)
    refusals: list[EditError] = []
    ready: list[Assembled] = []
    for dear, late in _preferences(pieces, breaks):
        made = plan(words, dear, encoded, new, late=late)
        for lines in Lines:
            laid_out = on_one_line(made, words, breaks) if lines is Lines.ONE else without_stubs(made, words, breaks)
            try:
                ready.append(assemble(source, pieces, laid_out, lines, seal))
            except EditError as error:
                refusals.append(error)
    if not ready:
        raise refusals[0]
    return list(dict.fromkeys(each.edits for each in sorted(ready, key=_harm)))


def _preferences(pieces: Sequence[Piece], breaks: frozenset[int]) -> list[tuple[frozenset[int], bool]]:
    """The blanks that had better stay, and whether words go late: several of both where there is markup to keep."""
    beside = breaks | _beside_marks(pieces)
    if beside == breaks:
        return [(breaks, False)]
    return [(dear, late) for dear in (breaks, beside) for late in (False, True)]


def _breaks(source: Source, pieces: Sequence[Piece]) -> frozenset[int]:
    """The numbers of the words, blanks nearly always, that break a line."""
    return frozenset(
        piece.word
        for piece in pieces
        if piece.word is not None and not _NEWLINE.isdisjoint(piece.source.of(source.text))
    )


def _beside_marks(pieces: Sequence[Piece]) -> frozenset[int]:
    """The numbers of the words, of which only blanks matter, that touch a mark of markup."""
    beside = [pair for pair in pairwise(pieces) if pair[0].pair is not None or pair[1].pair is not None]
    return frozenset(piece.word for pair in beside for piece in pair if piece.word is not None)


def _harm(made: Assembled) -> tuple[bool, int, int]:
    """How much a way changes beyond the words: line breaks that could have stayed, markup lost, the number of edits."""
    return made.lines is Lines.ONE, made.lost_pairs, len(made.edits)


def wanted(document: Document, bullet: Bullet, new_text: str) -> str:
    """`new_text` in the characters of clean text. Raises EditError if nothing is left of it or it cannot be shown."""
    if not bullet.source_map.runs:
        raise EditError(f"{document.source.path}: a bullet without a place in the text of its file cannot be changed")
    new = spoken(new_text)
    strange = next((character for character in new if unicodedata.category(character) in _CONTROL), None)
    if strange is not None:
        where = place(document.sources[bullet.file], bullet.span)
        raise EditError(f"{where}: the new text holds a control character (U+{ord(strange):04X})")
    if not new:
        raise EditError(f"{place(document.sources[bullet.file], bullet.span)}: there is no new text")
    return new
