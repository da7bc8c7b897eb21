"""Marks: a bullet's text with the parts of its story marked, each by a letter and a line of its own kind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from bulletcoach.model.judgement import Story
from bulletcoach.model.text import Span
from bulletcoach.report.html.elements import Child, Html, element


class StoryPart(Struct, frozen=True):
    """A part of a story: its `name` in Story, the letter that stands for it, and what it tells."""

    name: str
    letter: str
    tells: str


PARTS = (
    StoryPart("problem", "P", "what was wrong, or at stake"),
    StoryPart("task", "T", "what you were there to do"),
    StoryPart("action", "A", "what you did"),
    StoryPart("method", "M", "how you did it"),
    StoryPart("result", "R", "what came of it"),
)


class _Stretch(Struct, frozen=True):
    """A stretch of the text that belongs to a part; a continued one began further in front."""

    span: Span
    part: StoryPart
    continued: bool = False


def legend() -> Html:
    """What the letters and lines mean."""
    return element(
        "dl",
        *(element("div", element("dt", _mark(part, [part.name])), element("dd", part.tells)) for part in PARTS),
        class_="legend",
    )


def marked(text: str, story: Story) -> Iterator[Child]:
    """The text with its parts marked. A part within another stands in it; one that crosses another is cut there."""
    stretches = [_Stretch(span, part) for part in PARTS for span in _joined(getattr(story, part.name), text)]
    return _marked(text, Span(0, len(text)), stretches)


def _joined(spans: Iterable[Span], text: str) -> list[Span]:
    """The spans of one part, those with nothing but spaces between them as one."""
    joined: list[Span] = []
    for span in sorted(filter(None, spans)):
        if joined and not text[joined[-1].end : span.start].strip():
            span = Span(joined[-1].start, max(joined.pop().end, span.end))
        joined.append(span)
    return joined


def _marked(text: str, within: Span, stretches: Iterable[_Stretch]) -> Iterator[Child]:
    at, waiting = within.start, list(stretches)
    while waiting:
        first, *others = sorted(waiting, key=_order)
        end = first.span.end
        inside = [_until(one, end) for one in others if one.span.start < end]
        yield text[at : first.span.start]
        yield _mark(first.part, _marked(text, first.span, inside), first.continued)
        at = end
        waiting = [_behind(one, end) for one in others if one.span.end > end]
    yield text[at : within.end]


def _order(stretch: _Stretch) -> tuple[int, int]:
    """The first comes first; of those that begin together the longest, to hold the others."""
    return stretch.span.start, -stretch.span.end


def _until(stretch: _Stretch, at: int) -> _Stretch:
    """What there is of a stretch up to an offset."""
    return replace(stretch, span=Span(stretch.span.start, min(stretch.span.end, at)))


def _behind(stretch: _Stretch, at: int) -> _Stretch:
    """What is left of a stretch behind an offset."""
    if stretch.span.start >= at:
        return stretch
    return _Stretch(Span(at, stretch.span.end), stretch.part, continued=True)


def _mark(part: StoryPart, children: Iterable[Child], continued: bool = False) -> Html:
    letter = None if continued else element("b", part.letter, class_="letter", title=part.name)
    return element("span", letter, *children, class_=f"part {part.name}")
