"""Fences: those that hold text and no code, and where the text in them stands."""

from __future__ import annotations

from markdown_it.token import Token

from bulletcoach.readers.markdown.structure import Structure

_PLAIN_INFO = frozenset({"", "text", "txt", "plain", "plaintext", "none"})


def is_plain_fence(token: Token) -> bool:
    """Whether a fence holds text, not code."""
    return token.type == "fence" and token.info.strip().lower() in _PLAIN_INFO


def inside_of_fence(token: Token, structure: Structure) -> tuple[int, int]:
    """The first line inside of a fence, and the one behind the last."""
    assert token.map is not None
    first, last = token.map
    is_closed = last - 1 > first and structure.lines[last - 1].of(structure.text).strip(" \t>").startswith(token.markup)
    return first + 1, last - 1 if is_closed else last
