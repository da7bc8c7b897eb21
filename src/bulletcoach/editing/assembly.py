"""The new source of a bullet, put together piece by piece, and the edits that make it of the old one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from bulletcoach.editing.edits import SourceEdit
from bulletcoach.editing.marks import Written, check_marks, lost_pairs
from bulletcoach.editing.pieces import Piece
from bulletcoach.editing.plan import Lines, Plan
from bulletcoach.model.document import Source
from bulletcoach.model.text import Span


class Assembled(Struct, frozen=True):
    """The edits, how they treat line breaks, and how many pairs of marks go with the words between them."""

    edits: tuple[SourceEdit, ...]
    lines: Lines
    lost_pairs: int


def assemble(
    source: Source, pieces: Sequence[Piece], plan: Plan, lines: Lines, seal: Callable[[str], str]
) -> Assembled:
    """The edits that `plan` asks for. Raises EditError where they would cut through markup.

    `seal` is given the whole new text and may have it written in another form: then it is one edit.
    """
    written = list(_written(source, pieces, plan, lines))
    lost = lost_pairs(written)
    written = [
        replace(each, text="") if each.piece is not None and each.piece.pair in lost else each for each in written
    ]
    check_marks(source, written)
    whole = "".join(each.text for each in written)
    sealed = seal(whole)
    if sealed != whole:
        edit = SourceEdit(Span(pieces[0].source.start, pieces[-1].source.end), sealed)
        return Assembled((edit,), lines, len(lost))
    return Assembled(tuple(_edits(source, written)), lines, len(lost))


def _written(source: Source, pieces: Sequence[Piece], plan: Plan, lines: Lines) -> Iterator[Written]:
    """Every piece with its text, and what comes in between; marks are all still there."""
    arrivals = _arrivals(pieces, plan)
    begun: set[int] = set()
    for index, piece in enumerate(pieces):
        if index in arrivals:
            yield Written(Span(piece.source.start, piece.source.start), arrivals[index])
        text = piece.source.of(source.text)
        if piece.word is not None:
            now = plan.written[piece.word]
            if now is not None:
                text = now if piece.word not in begun else ""
            begun.add(piece.word)
        elif piece.pair is None and _goes(text, piece, plan, lines):
            text = ""
        yield Written(piece.source, text, piece)
    if len(pieces) in arrivals:
        end = pieces[-1].source.end
        yield Written(Span(end, end), arrivals[len(pieces)])


def _goes(text: str, piece: Piece, plan: Plan, lines: Lines) -> bool:
    """Whether what nobody reads between two words goes: where either of them changes or something comes in."""
    if piece.left is None or piece.right is None:
        return False
    if lines is Lines.ONE and ("\n" in text or "\r" in text):
        return True
    if not (plan.is_kept(piece.left) and plan.is_kept(piece.right)):
        return True
    return piece.left != piece.right and bool(plan.arrivals[piece.right])


def _arrivals(pieces: Sequence[Piece], plan: Plan) -> dict[int, str]:
    """What comes in, by the index of the piece that it stands before."""
    first: dict[int, int] = {}
    last: dict[int, int] = {}
    for index, piece in enumerate(pieces):
        if piece.word is not None:
            first.setdefault(piece.word, index)
            last[piece.word] = index
    count = len(plan.written)
    found: dict[int, str] = {}
    for number, text in enumerate(plan.arrivals):
        if text:
            start = last[number - 1] + 1 if number else 0
            end = first[number] if number < count else len(pieces)
            found[_entrance(pieces, start, end, number, plan)] = text
    return found


def _entrance(pieces: Sequence[Piece], start: int, end: int, number: int, plan: Plan) -> int:
    """Where between `start` and `end` something comes in before word `number`.

    It stands close to a neighbour that is written anew, else outside of the markup of either.
    """
    if number and plan.written[number - 1]:
        return start
    if number < len(plan.written) and plan.written[number]:
        return end
    closing = [index for index in range(start, end) if pieces[index].closes]
    if closing:
        return closing[-1] + 1
    opening = [index for index in range(start, end) if pieces[index].opens]
    if opening:
        return opening[0]
    return start if number else end


def _edits(source: Source, written: Sequence[Written]) -> Iterator[SourceEdit]:
    """The smallest edits: neighbours that change make one."""
    start = end = None
    text = ""
    for each in written:
        if each.source.of(source.text) == each.text:
            if start is not None and end is not None:
                yield SourceEdit(Span(start, end), text)
            start, text = None, ""
        else:
            start = each.source.start if start is None else start
            end = each.source.end
            text += each.text
    if start is not None and end is not None:
        yield SourceEdit(Span(start, end), text)
