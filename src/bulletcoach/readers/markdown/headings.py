"""Headings with a sign of one: without their numbers and attributes."""

from __future__ import annotations

import re
from collections.abc import Sequence

from markdown_it.token import Token
from msgspec.structs import replace

from bulletcoach.readers.markdown.passage import Passage
from bulletcoach.readers.titles import kind_of
from bulletcoach.readers.words import ResumeWords

_TAIL = re.compile(r"[ \t]*\{[#.:][^{}]*\}[ \t]*$")
_NUMBER = re.compile(r"(?:\d{1,2}(?:\.\d{1,2})*[.)]|[IVX]{1,4}[.)])[ \t]+(?=\S)")


def has_sections(tokens: Sequence[Token], words: ResumeWords) -> bool:
    """Whether any heading says what its section is."""
    return any(
        token.type == "heading_open" and kind_of(tokens[number + 1].content, words) is not None
        for number, token in enumerate(tokens)
    )


def bare(passage: Passage, source: str) -> Passage:
    """A heading, which stands in `source`, without its number and its attributes."""
    text, span = passage.text, passage.span
    if len(passage.lines) > 1:
        return passage
    tail, number = _TAIL.search(text), _NUMBER.match(text)
    start = number.end() if number else 0
    end = tail.start() if tail else len(text)
    bare = replace(span, start=span.start + start, end=span.start + end)
    return Passage(source, [bare]) if start < end else passage
