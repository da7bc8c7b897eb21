"""Renderings of renderings: a line of a string without its Markdown, a string of HTML without its tags."""

from __future__ import annotations

import re

from bulletcoach.model.text import MarkPair, Span
from bulletcoach.readers.marks import mark_pairs
from bulletcoach.readers.rendering import Renderer, Rendering
from bulletcoach.readers.sheet import composed

# “$400+$”, “$\geq 3$”: figures between dollar signs, as RenderCV sets formulas; “$5-$10” are amounts.
_FIGURES = re.compile(r"(?<![\\$\w])(\$)(?=[^\s$])[\d.,+\-−<>=~×%^ ]{1,20}(?<=[^\s$])(\$)(?![\d$])")


def through(outer: Rendering, inner: Rendering) -> Rendering:
    """`outer`, made of the text of `inner`, as a rendering of what `inner` was made of."""

    def traced(mark: Span) -> Span:
        return inner.source_map.source_span(mark)

    own = (MarkPair(traced(pair.opening), traced(pair.closing)) for pair in outer.marks)
    source_map = composed(outer.source_map, inner.source_map, 0)
    if not source_map.runs:
        return Rendering("", source_map)
    whole = extent(inner, outer.source_map.source_span(Span(0, len(outer.text))))
    around = (pair for pair in inner.marks if whole.covers(Span(pair.opening.start, pair.closing.end)))
    return Rendering(outer.text, source_map, tuple(sorted({*own, *around})))


def without_markdown(rendering: Rendering, span: Span) -> Rendering:
    """The part `span` of a rendering, its pairs of Markdown's marks not read."""
    pairs = mark_pairs(rendering.text, span)
    taken = [mark for pair in pairs for mark in (pair.opening, pair.closing)]
    for match in _FIGURES.finditer(rendering.text, span.start, span.end):
        opening, closing = Span(*match.span(1)), Span(*match.span(2))
        if not any(mark.overlaps(opening) or mark.overlaps(closing) for mark in taken):
            pairs.append(MarkPair(opening, closing))
    renderer = Renderer(rendering.text)
    at = span.start
    for mark in sorted(mark for pair in pairs for mark in (pair.opening, pair.closing)):
        renderer.copy(at, mark.start)
        at = mark.end
    renderer.copy(at, span.end)
    for pair in pairs:
        renderer.mark(pair.opening, pair.closing)
    return through(renderer.rendering(), rendering)


def extent(rendering: Rendering, span: Span) -> Span:
    """The source of the part `span`, as far as the characters on both sides of it leave room."""
    own = rendering.source_map.source_span(span)
    start = rendering.source_map.character(span.start - 1).end if span.start else None
    end = rendering.source_map.character(span.end).start if span.end < len(rendering.text) else None
    first = own.start if start is None else start
    last = own.end if end is None else end
    for pair in rendering.marks:
        first = min(first, pair.opening.start) if start is None else first
        last = max(last, pair.closing.end) if end is None else last
    return Span(min(first, own.start), max(last, own.end))


def with_marks(rendering: Rendering) -> Span:
    """The source range of a rendering with the marks in and round it."""
    own = rendering.source_map.source_span(Span(0, len(rendering.text)))
    start = min((pair.opening.start for pair in rendering.marks), default=own.start)
    end = max((pair.closing.end for pair in rendering.marks), default=own.end)
    return Span(min(start, own.start), max(end, own.end))
