"""The order in which a page is seen: dates that its source has below an entry stand beside its title on the screen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bulletcoach.readers.headers import entry_dates, is_dates_only
from bulletcoach.readers.html.layout import Strip
from bulletcoach.readers.words import ResumeWords

Segment = list[Strip]


def as_seen(strips: Sequence[Strip], words: ResumeWords) -> Iterator[Strip]:
    """`strips`, the dates of entries right below their headings where all entries of a section end with them."""
    segments = _segments(strips)
    at = 0
    while at < len(segments):
        end = at + 1
        while end < len(segments) and _level(segments[end]) == _level(segments[at]) != 0:
            end += 1
        above = segments[at - 1] if at else []
        is_below = _ends_with_dates(segments[end - 1], words) and not (above and _is_dates(above[-1], words))
        for segment in segments[at:end]:
            yield from _dates_first(segment) if is_below and _ends_with_dates(segment, words) else segment
        at = end


def _segments(strips: Sequence[Strip]) -> list[Segment]:
    """The strips parted before each heading."""
    segments: list[Segment] = [[]]
    for strip in strips:
        if strip.level:
            segments.append([])
        segments[-1].append(strip)
    return segments


def _level(segment: Segment) -> int:
    return segment[0].level if segment else 0


def _ends_with_dates(segment: Segment, words: ResumeWords) -> bool:
    """Whether the only dates below a heading stand at the end, behind something else."""
    if len(segment) < 3 or not segment[0].level or not _is_dates(segment[-1], words):
        return False
    return not any(strip.item is None and entry_dates(strip.rendering.text, words) for strip in segment[:-1])


def _is_dates(strip: Strip, words: ResumeWords) -> bool:
    return strip.item is None and not strip.level and is_dates_only(strip.rendering.text, words)


def _dates_first(segment: Segment) -> Segment:
    return [segment[0], segment[-1], *segment[1:-1]]
