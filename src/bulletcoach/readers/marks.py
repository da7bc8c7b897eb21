"""Markdown's marks in a text: pairs that stand round words and are no words themselves."""

from __future__ import annotations

import re
from bisect import bisect_right

from bulletcoach.model.text import MarkPair, Span

# Every class excludes its own opening mark, so that a failed match never rescans what another one will scan.
# Both are compiled where a text has any mark at all; most have none.
_EMPHASIS = (
    r"(?<![\w*])(\*\*\*?)(?=[^\s*])[^*]{1,400}(?<=[^\s*])(\1)(?![*])"
    r"|(?<!\w)(__)(?=[^\s_])[^_]{1,400}(?<=[^\s_])(__)(?!\w)"
    r"|(?<![\w*])(\*)(?=[^\s*])[^*]{1,400}(?<=[^\s*])(\*)(?![\w*])"
    r"|(?<!\w)(_)(?=[^\s_])[^_]{1,400}(?<=[^\s_])(_)(?!\w)"
    r"|(?<![\w`])(`)[^`]{1,400}(`)(?![\w`])"
)
_ANY = re.compile(r"[*_`]|\]\(")
_LINK = r"(?<!!)(\[)[^\[\]]{1,400}(\]\((?:https?://|mailto:|www\.|#|\./|/)[^\s()]{0,400}\))"


def mark_pairs(text: str, span: Span) -> list[MarkPair]:
    """The pairs in `span` of `text`, in order. The text of a link may hold further ones, its address, in its closing
    mark, may not."""
    if not _ANY.search(text, span.start, span.end):
        return []
    links = [_pair(match, 1, 2) for match in re.compile(_LINK).finditer(text, span.start, span.end)]
    taken = [each for link in links for each in (link.opening, link.closing)]
    emphasis = []
    for match in re.compile(_EMPHASIS).finditer(text, span.start, span.end):
        closing = match.lastindex or 0
        pair = _pair(match, closing - 1, closing)
        if not (_within(pair.opening, taken) or _within(pair.closing, taken)):
            emphasis.append(pair)
    return sorted([*links, *emphasis])


def _pair(match: re.Match[str], opening: int, closing: int) -> MarkPair:
    return MarkPair(Span(*match.span(opening)), Span(*match.span(closing)))


def _within(mark: Span, spans: list[Span]) -> bool:
    index = bisect_right(spans, mark.start, key=lambda span: span.start) - 1
    return index >= 0 and mark.start < spans[index].end
