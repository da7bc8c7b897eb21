"""The text of a paragraph, heading or bullet without its Markdown, each character mapped back.

markdown-it gives no positions inside of a line, so that this is read here (see `scan`). What is no markup is read as
it stands.
"""

from __future__ import annotations

from collections.abc import Collection

from msgspec import Struct

from bulletcoach.readers.markdown.columns import columns
from bulletcoach.readers.markdown.emphasis import paired
from bulletcoach.readers.markdown.passage import Passage
from bulletcoach.readers.markdown.scan import is_plain, scanned
from bulletcoach.readers.rendering import Renderer, Rendering

_EMPHASIS = "*_~`"


class Reading(Struct, frozen=True):
    """What was read of a passage, and the places of those of its signs that make other signs markup.

    These are all signs of emphasis and of code, the first one of a tag, an entity, the address of a link.
    """

    rendering: Rendering
    markup: frozenset[int]


def read_inline(
    passage: Passage,
    source: str,
    references: Collection[str] = (),
    joined: Collection[int] = (),
    *,
    strict: bool = False,
) -> Reading:
    """The text of `passage`, which stands in `source`.

    `references` are the labels of links that are defined elsewhere, as `label_of` writes them. Line breaks stay such,
    but those at the offsets `joined` of the passage's text are blanks. `strict` is that of `run_at`.
    """
    text = passage.text
    if is_plain(text):
        return Reading(Rendering.as_it_stands(source, passage.span), frozenset())
    found = scanned(text, references, joined, strict=strict)
    pairs = [*found.pairs, *(((a, a + length), (b, b + length)) for a, b, length in paired(found.runs))]
    marks = {start: end for pair in pairs for start, end in pair}
    breaks = columns(text, marks)
    renderer = Renderer(source)
    markup: set[int] = set()
    copied = 0
    for at in sorted({*found.said, *marks, *breaks}):
        if at < copied:
            continue
        _copy(renderer, passage, copied, at)
        end, said = found.said.get(at) or ((marks[at], "") if at in marks else (breaks[at], "\t"))
        span = passage.source_span(at, end)
        renderer.say(said, span.start, span.end)
        if at not in breaks:
            markup.update(_telling(text, at, end))
        copied = end
    _copy(renderer, passage, copied, len(text))
    for opening, closing in pairs:
        renderer.mark(passage.source_span(*opening), passage.source_span(*closing))
    return Reading(renderer.rendering(), frozenset(markup))


def _telling(text: str, start: int, end: int) -> range:
    """Which of the signs of a mark make it one."""
    if text[start] in _EMPHASIS:
        return range(start, end)
    return range(start, start + (text[start:end] != "["))


def _copy(renderer: Renderer, passage: Passage, start: int, end: int) -> None:
    """The passage from `start` to `end`, on one line, is read as it stands."""
    span = passage.source_span(start, end)
    renderer.copy(span.start, span.end)
