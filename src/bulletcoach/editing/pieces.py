"""The source of a bullet in pieces: its words, the marks of markup round them, and what the reader leaves out."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from msgspec import Struct

from bulletcoach.editing.alignment import WORD
from bulletcoach.model.document import Bullet
from bulletcoach.model.text import MarkPair, Run, Span


class Word(Struct, frozen=True):
    """A word, blank or sign of the clean text. A run of source that is not literal lies in one word altogether."""

    text: str
    clean: Span


class Piece(Struct, frozen=True):
    """A stretch of source. It writes (a part of) the word numbered `word`, or is one half of `pair`, or neither: then
    it is something that nobody reads, such as a soft hyphen. What is no word stands between the words `left` and
    `right`, which are one and the same inside a word, and None at the ends of the bullet.
    """

    source: Span
    word: int | None = None
    pair: MarkPair | None = None
    left: int | None = None
    right: int | None = None

    @property
    def opens(self) -> bool:
        return self.pair is not None and self.source == self.pair.opening

    @property
    def closes(self) -> bool:
        return self.pair is not None and self.source == self.pair.closing


def words_of(bullet: Bullet) -> list[Word]:
    """The words of a bullet, in order."""
    spans = [Span(*match.span()) for match in WORD.finditer(bullet.text)]
    whole = [run.clean for run in bullet.source_map.runs if not run.is_literal]
    return [Word(span.of(bullet.text), span) for span in _joined(spans, whole)]


def pieces_of(bullet: Bullet, words: Sequence[Word]) -> list[Piece]:
    """The pieces of `bullet.span`, in order and without gap."""
    pieces: list[Piece] = []
    marks = _marks(bullet.marks)
    at, left = bullet.span.start, None
    for piece in _written(bullet.source_map.runs, words):
        pieces += _between(Span(at, piece.source.start), marks, left, piece.word)
        pieces.append(piece)
        at, left = piece.source.end, piece.word
    pieces += _between(Span(at, bullet.span.end), marks, left, None)
    return pieces


def _joined(spans: Sequence[Span], whole: Sequence[Span]) -> Iterator[Span]:
    """`spans`, those joined that share one of the stretches that must stay whole."""
    waiting = iter(whole)
    stretch = next(waiting, None)
    start = None
    for span in spans:
        start = span.start if start is None else start
        while stretch is not None and stretch.end <= span.end:
            stretch = next(waiting, None)
        if stretch is None or stretch.start >= span.end:
            yield Span(start, span.end)
            start = None


def _written(runs: Sequence[Run], words: Sequence[Word]) -> Iterator[Piece]:
    """The words' own source: for each word one piece for each run that it has a part in."""
    first = 0
    for number, word in enumerate(words):
        while runs[first].clean.end <= word.clean.start:
            first += 1
        at = first
        while at < len(runs) and runs[at].clean.start < word.clean.end:
            yield Piece(_part(runs[at], word.clean), number)
            at += 1


def _part(run: Run, clean: Span) -> Span:
    """The source of what `run` and `clean` share."""
    if not run.is_literal:
        return run.source
    shift = run.source.start - run.clean.start
    return Span(max(run.clean.start, clean.start) + shift, min(run.clean.end, clean.end) + shift)


def _marks(pairs: Sequence[MarkPair]) -> list[tuple[Span, MarkPair]]:
    return sorted((mark, pair) for pair in pairs for mark in (pair.opening, pair.closing))


def _between(gap: Span, marks: Sequence[tuple[Span, MarkPair]], left: int | None, right: int | None) -> Iterator[Piece]:
    """The marks in a gap between words, and what stands between them."""
    at = gap.start
    first, last = (bisect_left(marks, offset, key=lambda each: each[0].start) for offset in (gap.start, gap.end))
    for mark, pair in marks[first:last]:
        if at < mark.start:
            yield Piece(Span(at, mark.start), left=left, right=right)
        yield Piece(mark, pair=pair, left=left, right=right)
        at = mark.end
    if at < gap.end:
        yield Piece(Span(at, gap.end), left=left, right=right)
