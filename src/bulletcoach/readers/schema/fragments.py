"""HTML inside a string: its lists and paragraphs become lines, list items get a glyph, inline tags are marks."""

from __future__ import annotations

import html
import re

from bulletcoach.model.text import Span
from bulletcoach.readers.rendering import Renderer, Rendering
from bulletcoach.readers.schema.renderings import through

_BLOCKS = frozenset(
    [
        "ul",
        "ol",
        "p",
        "div",
        "br",
        "hr",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "section",
        "article",
        "table",
        "tr",
        "td",
        "blockquote",
        "dl",
        "dt",
        "dd",
    ]
)
_INLINE = frozenset(
    [
        "a",
        "b",
        "i",
        "u",
        "s",
        "em",
        "strong",
        "span",
        "code",
        "small",
        "sub",
        "sup",
        "mark",
        "font",
        "tt",
        "kbd",
        "abbr",
        "del",
        "ins",
    ]
)
_NAMES = "|".join(sorted(_BLOCKS | _INLINE | {"li"}, key=lambda name: (-len(name), name)))
_IS_HTML = re.compile(rf"</?(?:{_NAMES})(?:\s[^<>]*)?/?>", re.IGNORECASE)
_TOKEN = re.compile(
    rf"<(?P<close>/?)(?P<name>{_NAMES})(?:\s[^<>]*)?/?>|(?P<entity>&(?:#\d{{1,7}}|#[xX][0-9a-fA-F]{{1,6}}|\w{{2,31}});)"
    r"|(?P<space>(?<!\s)\s+)",
    re.IGNORECASE,
)
_ITEM = "• "
_INDENT = "  "
_MOST_LEVELS = 9


def is_html(text: str) -> bool:
    """Whether there is a tag in it; “<50 ms” and “R&D;” are none."""
    return "<" in text and _IS_HTML.search(text) is not None


def read_html(rendering: Rendering) -> Rendering:
    """`rendering`, which holds HTML, without its tags. What is no tag of a text stands as it is."""
    text = rendering.text
    renderer = Renderer(text)
    opened: list[tuple[str, Span]] = []
    pending: tuple[str, Span] | None = None  # a line break that is written as soon as there is text again
    depth = 0
    at = 0

    def copy(end: int) -> None:
        nonlocal pending
        if at < end:
            break_line()
            renderer.copy(at, end)

    def break_line() -> None:
        nonlocal pending
        if pending is not None:
            renderer.say(pending[0], pending[1].start, pending[1].end)
            pending = None

    for match in _TOKEN.finditer(text):
        copy(match.start())
        at = match.end()
        span = Span(*match.span())
        name = (match["name"] or "").lower()
        if match["space"]:
            if pending is None and not renderer.is_empty:
                renderer.say(" ", span.start, span.end)
        elif match["entity"]:
            break_line()
            renderer.say(html.unescape(match["entity"]), span.start, span.end)
        elif name in _INLINE:
            if not match["close"]:
                opened.append((name, span))
            elif opened and opened[-1][0] == name:
                renderer.mark(opened.pop()[1], span)
        elif name == "li" and not match["close"]:
            opened.clear()
            pending = ("\n" + _INDENT * min(max(depth - 1, 0), _MOST_LEVELS) + _ITEM, span)
        else:
            opened.clear()
            if name in ("ul", "ol"):
                depth = max(0, depth - 1) if match["close"] else depth + 1
            if pending is None or (match["close"] and name in ("li", "ul", "ol")):
                pending = ("\n", span)
    copy(len(text))
    return _traced(renderer.rendering(), rendering)


def _traced(read: Rendering, source: Rendering) -> Rendering:
    return through(read, source) if read.text else read
