"""Headings of a page that are none by their element: bold lines, classes of headings, sections named by their id."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from bulletcoach.model.text import Span
from bulletcoach.readers.html.cutting import extent
from bulletcoach.readers.html.layout import Landmark, Layout, Strip
from bulletcoach.readers.rendering import Renderer
from bulletcoach.readers.shapes import has_employer, has_title
from bulletcoach.readers.titles import is_sub_heading, kind_of
from bulletcoach.readers.words import ResumeWords

_LOWEST = 6  # their level
_LONGEST = 70
_HEADING_CLASS = re.compile(r"head|title|section|caption", re.IGNORECASE)
_NAME_BREAK = re.compile(r"[^A-Za-z]+|(?<=[a-z])(?=[A-Z])")
_SECTION = "section"


def headed(layout: Layout, source: str, words: ResumeWords) -> Iterator[Strip]:
    """The strips of `layout`; those that head a section are headings, and unnamed sections get one from their id."""
    strips = _with_headings(layout.strips, words)
    named = dict(_named(layout.landmarks, strips, words))
    for number, strip in enumerate(strips):
        if number in named:
            name, landmark = named[number]
            if strip.level and not _is_entry(strip, words):
                yield _heading(name, extent(strip.rendering), strip.level, source)
                continue
            yield _heading(name, landmark.span, _LOWEST, source)
        yield strip


def _with_headings(strips: Sequence[Strip], words: ResumeWords) -> list[Strip]:
    told = [_tells_heading(strip, words) for strip in strips]
    times = Counter(strip.style for strip, is_heading in zip(strips, told, strict=True) if is_heading and strip.style)
    styles = {style for style, count in times.items() if count > 1} - {
        strip.style for strip in strips if strip.item is not None or words.dates.find(strip.rendering.text[:_LONGEST])
    }
    return [
        replace(strip, level=_LOWEST)
        if is_heading or (not strip.level and strip.style in styles and len(strip.rendering.text) <= _LONGEST)
        else strip
        for strip, is_heading in zip(strips, told, strict=True)
    ]


def _tells_heading(strip: Strip, words: ResumeWords) -> bool:
    """Whether a strip that is no heading by its element shows it by its words and by its look."""
    text = strip.rendering.text
    if strip.level or strip.item is not None or len(text) > _LONGEST or kind_of(text, words) is None:
        return False
    looks_so = strip.is_bold or text.isupper() or bool(_HEADING_CLASS.search(strip.style))
    return looks_so and (text.isupper() or not is_sub_heading(text, words))


def _named(
    landmarks: Sequence[Landmark], strips: Sequence[Strip], words: ResumeWords
) -> Iterator[tuple[int, tuple[str, Landmark]]]:
    """The sections that have no heading which says what they are, by the number of their first strip."""
    names = {each: " ".join(part.lower() for part in _NAME_BREAK.split(each.name) if part) for each in landmarks}
    names = {each: re.sub(rf"\b{_SECTION}\b", "", name).strip() for each, name in names.items()}
    times = Counter(names.values())
    known = _known_before(strips, words)
    for each in sorted(landmarks, key=lambda landmark: -landmark.first):
        name = names[each]
        if times[name] > 1 or each.first >= each.last or len(name) > _LONGEST or kind_of(name, words) is None:
            continue
        if known[each.last] == known[each.first]:
            yield each.first, (name, each)


def _known_before(strips: Sequence[Strip], words: ResumeWords) -> list[int]:
    """How many strips above each say by themselves what they head."""
    count, counts = 0, [0]
    for strip in strips:
        count += strip.item is None and kind_of(strip.rendering.text, words) is not None
        counts.append(count)
    return counts


def _is_entry(strip: Strip, words: ResumeWords) -> bool:
    text = strip.rendering.text
    return has_title(text, words) or has_employer(text, words) or bool(words.dates.find(text[:_LONGEST]))


def _heading(name: str, span: Span, level: int, source: str) -> Strip:
    renderer = Renderer(source)
    renderer.say(name.title(), span.start, span.end)
    return Strip(renderer.rendering(), level=level, gap=True)
