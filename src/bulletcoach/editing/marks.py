"""Marks of markup in a changed bullet: they go in pairs, with their last word, or stay where they can be read."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from msgspec import Struct

from bulletcoach.editing.edits import place
from bulletcoach.editing.pieces import Piece
from bulletcoach.errors import EditError
from bulletcoach.model.document import Source
from bulletcoach.model.text import MarkPair, Span

_SHOWN = 24  # characters of a mark in a message: a link's closing mark holds its address


class Written(Struct, frozen=True):
    """A piece, or a place between two (an empty span, `piece` None), with the text that stands there from now on."""

    source: Span
    text: str
    piece: Piece | None = None

    @property
    def is_word(self) -> bool:
        return (self.piece is None or self.piece.word is not None) and bool(self.text.strip())

    @property
    def is_lost_word(self) -> bool:
        return self.piece is not None and self.piece.word is not None and not self.text


def lost_pairs(written: Sequence[Written]) -> set[MarkPair]:
    """The pairs of marks that lose the last word between them."""
    lost: set[MarkPair] = set()
    opened: dict[MarkPair, int] = {}
    for index, each in enumerate(written):
        pair = each.piece.pair if each.piece is not None else None
        if pair is None or each.piece is None:
            continue
        if each.piece.opens:
            opened[pair] = index
        elif pair in opened:
            between = written[opened[pair] : index]
            if any(one.is_lost_word for one in between) and not any(one.is_word for one in between):
                lost.add(pair)
    return lost


def check_marks(source: Source, written: Sequence[Written]) -> None:
    """Raises EditError for a mark that would no longer stand at the edge of a word."""
    text = "".join(each.text for each in written)
    starts = accumulate((len(each.text) for each in written), initial=0)
    for start, each in zip(starts, written, strict=False):
        if each.piece is None or each.piece.pair is None or not each.text:
            continue
        pair = each.piece.pair
        outer, inner = _neighbours(text, Span(start, start + len(each.text)), each.piece)
        old_outer, old_inner = _neighbours(source.text, each.source, each.piece)
        if (old_inner.strip() and not inner.strip()) or (outer.isalnum() and not old_outer.isalnum()):
            marks = f"{pair.opening.of(source.text)}…{pair.closing.of(source.text)[:_SHOWN]}"
            raise EditError(f"{place(source, pair.opening)}: the new text would cut through the markup “{marks}”")


def _neighbours(text: str, mark: Span, piece: Piece) -> tuple[str, str]:
    """The characters right outside and right inside of a mark, empty at the ends of `text`."""
    before, behind = text[max(0, mark.start - 1) : mark.start], text[mark.end : mark.end + 1]
    return (behind, before) if piece.closes else (before, behind)
