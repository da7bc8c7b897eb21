"""A bullet's source in pieces: nothing is missing, and what the reader gave as one stays one."""

from __future__ import annotations

from inline_resumes import bullets_of

from bulletcoach.editing.pieces import pieces_of, words_of
from bulletcoach.model.document import Bullet
from bulletcoach.model.text import Run, SourceMap, Span
from bulletcoach.readers import ResumeWords, decode, read


def test_pieces_tile_the_bullet(words: ResumeWords) -> None:
    text = "- **Took [sup\u00adport](https://a.example)\n  calls** daily"
    document = read(decode(text.encode(), "resume.txt"), words)
    bullet = bullets_of(document)[0]
    pieces = pieces_of(bullet, words_of(bullet))

    assert [piece.source.of(text) for piece in pieces] == (
        ["**", "Took", " ", "[", "sup", "\u00ad", "port", "](https://a.example)", "\n  ", "calls", "**", " ", "daily"]
    )
    assert [piece.word for piece in pieces if piece.word is not None] == [0, 1, 2, 2, 3, 4, 5, 6]
    assert [(piece.left, piece.right) for piece in pieces if piece.word is None] == (
        [(None, 0), (1, 2), (2, 2), (2, 3), (4, 5)]
    )


def test_a_run_that_is_not_literal_is_one_word() -> None:
    """“½” read as “1/2”: a change of its denominator changes the whole sign."""
    runs = (Run(Span(0, 4), Span(0, 4)), Run(Span(4, 7), Span(4, 5)), Run(Span(7, 12), Span(5, 10)))
    bullet = Bullet("Cut 1/2 of it", SourceMap(runs), span=Span(0, 10))

    assert [word.text for word in words_of(bullet)] == ["Cut", " ", "1/2", " ", "of", " ", "it"]
