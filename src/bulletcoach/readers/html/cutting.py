"""Renderings cut to a part of themselves, and joined to one."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Sequence

from bulletcoach.model.text import MarkPair, Run, SourceMap, Span
from bulletcoach.readers.rendering import Rendering
from bulletcoach.readers.words import ResumeWords

_DOTS = "•·∙‣⁃◦"  # glyphs that are punctuation to Unicode


def cut(rendering: Rendering, start: int, end: int) -> Rendering:
    """The part of `rendering` from `start` to `end` of its text, with all of its marks."""
    if start <= 0 and end >= len(rendering.text):
        return rendering
    runs: list[Run] = []
    first = max(0, bisect_right(rendering.source_map.runs, start, key=lambda run: run.clean.start) - 1)
    for run in rendering.source_map.runs[first:]:
        low, high = max(run.clean.start, start), min(run.clean.end, end)
        if run.clean.start >= end:
            break
        if low >= high:
            continue
        source = run.source
        if run.is_literal:
            shift = run.source.start - run.clean.start
            source = Span(low + shift, high + shift)
        runs.append(Run(Span(low - start, high - start), source))
    return Rendering(rendering.text[start:end], SourceMap(tuple(runs)), rendering.marks)


def trimmed(rendering: Rendering) -> Rendering:
    """`rendering` without blanks at its ends."""
    text = rendering.text
    start = len(text) - len(text.lstrip())
    return rendering if text == text.strip() else cut(rendering, start, max(start, len(text.rstrip())))


def joined(renderings: Sequence[Rendering], between: str) -> Rendering:
    """`renderings`, which follow one another in the source, with the character `between` between them."""
    text, runs, marks = "", list[Run](), list[MarkPair]()
    for rendering in renderings:
        own = rendering.source_map.runs
        if text and own:
            at = own[0].source.start
            runs.append(Run(Span(len(text), len(text) + 1), Span(at, at)))
            text += between
        shift = len(text)
        runs += [Run(Span(run.clean.start + shift, run.clean.end + shift), run.source) for run in own]
        marks += rendering.marks
        text += rendering.text
    return Rendering(text, SourceMap(tuple(runs)), tuple(sorted(set(marks))))


def without_glyph(rendering: Rendering, words: ResumeWords, *, signs: bool) -> Rendering:
    """A list item without the glyph that was typed in it as well: “• Took calls”; `signs`: also without a dash."""
    text = rendering.text
    marker = words.markers.match(text, 0, len(text))
    if marker is None or marker.is_number or marker.end >= len(text) or text[0].isalnum():
        return rendering
    is_sign = not unicodedata.category(text[0]).startswith("S") and text[0] not in _DOTS
    return cut(rendering, marker.end, len(text)) if signs or not is_sign else rendering


def extent(rendering: Rendering) -> Span:
    """The source range of a rendering that is not empty, with the marks right round it."""
    runs = rendering.source_map.runs
    first, last = runs[0].source.start, runs[-1].source.end
    inside = [pair for pair in rendering.marks if pair.opening.start < last and first < pair.closing.end]
    return Span(
        min([first, *(pair.opening.start for pair in inside)]), max([last, *(pair.closing.end for pair in inside)])
    )
