"""A stretch of source told piece by piece, and the map that comes of it."""

from __future__ import annotations

from bulletcoach.model.text import MarkPair, Run, Span
from bulletcoach.readers.rendering import Renderer

SOURCE = r"Ran \emph{the} desk -- alone"


def test_pieces_that_follow_one_another_are_one_run() -> None:
    renderer = Renderer(SOURCE)
    renderer.copy(0, 3)
    renderer.say(" ", 3, 4)
    assert renderer.rendering().source_map.runs == (Run(Span(0, 4), Span(0, 4)),)
    renderer.mark(Span(4, 10), Span(13, 14))
    renderer.copy(10, 13)
    renderer.copy(14, 19)
    rendering = renderer.rendering()
    assert rendering.text == "Ran the desk"
    assert rendering.marks == (MarkPair(Span(4, 10), Span(13, 14)),)
    assert rendering.source_map.runs == (
        Run(Span(0, 4), Span(0, 4)),
        Run(Span(4, 7), Span(10, 13)),
        Run(Span(7, 12), Span(14, 19)),
    )


def test_what_is_read_as_something_else_is_a_run_of_its_own() -> None:
    renderer = Renderer(SOURCE)
    renderer.copy(15, 20)
    renderer.say("–", 20, 22)
    renderer.copy(22, 28)
    assert renderer.rendering().text == "desk – alone"
    assert [run.is_literal for run in renderer.rendering().source_map.runs] == [True, False, True]


def test_nothing_told_is_nothing() -> None:
    renderer = Renderer(SOURCE)
    renderer.copy(3, 3)
    renderer.say("", 4, 10)
    assert renderer.is_empty
    assert renderer.rendering().source_map.runs == ()
