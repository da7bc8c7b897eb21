"""Which diagnostics a file shows, where several documents have something to say of it."""

from __future__ import annotations

from lsprotocol.types import Diagnostic, Position, Range

from bulletcoach.server.board import Board

ROOT, OTHER, PART = "file:///c/cv.tex", "file:///c/long.tex", "file:///c/work.tex"
PART_AS_SPELT_ELSEWHERE = "file:///c/w%6Frk.tex"


def says(message: str) -> list[Diagnostic]:
    return [Diagnostic(Range(Position(0, 0), Position(0, 1)), message)]


def test_what_is_included_shows_what_its_document_says_and_is_cleared_with_it() -> None:
    board = Board()
    assert board.put(ROOT, {ROOT: [], PART: says("a")}) == {PART: says("a")}
    assert board.put(ROOT, {ROOT: says("r")}) == {ROOT: says("r"), PART: []}
    assert board.take(ROOT) == {ROOT: []}


def test_of_two_documents_the_first_speaks() -> None:
    board = Board()
    board.put(ROOT, {ROOT: [], PART: says("a")})
    assert board.put(OTHER, {OTHER: [], PART: says("b")}) == {}
    assert board.take(ROOT) == {PART: says("b")}


def test_an_open_part_speaks_for_itself_however_it_is_spelt() -> None:
    board = Board()
    board.put(ROOT, {ROOT: [], PART: says("a")})
    changed = board.put(PART_AS_SPELT_ELSEWHERE, {PART_AS_SPELT_ELSEWHERE: says("own")})
    assert changed == {PART: [], PART_AS_SPELT_ELSEWHERE: says("own")}
    assert board.take(PART_AS_SPELT_ELSEWHERE) == {PART: says("a"), PART_AS_SPELT_ELSEWHERE: []}


def test_a_document_is_told_again_of_what_it_has() -> None:
    board = Board()
    board.put(ROOT, {ROOT: says("r")})
    assert board.put(ROOT, {ROOT: says("r")}) == {ROOT: says("r")}
    board.put(ROOT, {ROOT: []})
    assert board.put(ROOT, {ROOT: []}) == {}
