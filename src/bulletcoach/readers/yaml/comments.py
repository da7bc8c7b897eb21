"""The comments of a YAML file: from a “#” that stands in no scalar to the end of its line."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bulletcoach.model.document import Comment
from bulletcoach.model.text import Span

_COMMENT = re.compile(r"(?:(?<=[\s,\[\]{}\"'])|^)#[^\r\n]*")


def comments_of(text: str, scalars: Sequence[Span]) -> tuple[Comment, ...]:
    """All comments of `text`, the scalars of which stand at `scalars`, in order."""
    found: list[Comment] = []
    at = 0
    for scalar in (*scalars, Span(len(text), len(text))):
        for match in _COMMENT.finditer(text, at, scalar.start):
            found.append(Comment(match[0].lstrip("#").strip(), Span(*match.span())))
        at = max(at, scalar.end)
    return tuple(found)
