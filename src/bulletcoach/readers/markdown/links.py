"""Links and images: brackets, and what makes them such."""

from __future__ import annotations

import re
from collections.abc import Collection

from msgspec import Struct

from bulletcoach.readers.markdown.emphasis import paired
from bulletcoach.readers.markdown.found import Found

ATTRIBUTES = re.compile(r"\{[:.#][^{}\n]{0,200}\}")
_ADDRESS = re.compile(
    r"\(\s*(?:<[^<>\n]{0,2000}>|[^\s()]{0,2000}(?:\([^\s()]{0,500}\)[^\s()]{0,500}){0,9})"
    r"(?:\s+(?:\"[^\"]{0,500}\"|'[^']{0,500}'|\([^()]{0,500}\)))?\s*\)"
)
_LABEL = re.compile(r"\[([^\[\]]{0,500})\]")
_FOOTNOTE = re.compile(r"\[\^[^\[\]\s]{1,40}\]")
_SPACES = re.compile(r"\s+")
_LONGEST_LABEL = 500


def label_of(text: str) -> str:
    """The label of a link's reference, as such labels are compared."""
    return _SPACES.sub(" ", text.strip()).casefold().upper()


class _Bracket(Struct):
    """An opening bracket, and how many runs and pairs were found before it."""

    at: int
    is_image: bool
    runs: int
    pairs: int


class Brackets:
    """The brackets that are open in `text`. `references` are the labels of links that are defined elsewhere."""

    def __init__(self, text: str, references: Collection[str], found: Found) -> None:
        self._text = text
        self._references = references
        self._found = found
        self._open: list[_Bracket] = []
        self._dead = 0  # so many of them hold a link and so are none

    def opening(self, at: int) -> int:
        """Take in `[` or `!` at `at`, and say where to go on."""
        is_image = self._text[at] == "!"
        if is_image and self._text[at + 1 : at + 2] != "[":
            return at + 1
        note = _FOOTNOTE.match(self._text, at)
        if note and label_of(note[0][1:-1]) in self._references:
            return self._found.say(at, note.end())
        self._open.append(_Bracket(at, is_image, len(self._found.runs), len(self._found.pairs)))
        return at + 1 + is_image

    def closing(self, at: int) -> int:
        """Take in `]` at `at`, and say where to go on. The emphasis in a link is settled with it."""
        if not self._open:
            return at + 1
        bracket = self._open.pop()
        is_dead = len(self._open) < self._dead
        self._dead = min(self._dead, len(self._open))
        end = self._target(bracket, at) if bracket.is_image or not is_dead else None
        if end is None:
            return at + 1
        inner = self._found.runs[bracket.runs :]
        del self._found.runs[bracket.runs :]
        if bracket.is_image:
            del self._found.pairs[bracket.pairs :]
            return self._found.say(bracket.at, end)
        self._found.pairs += [((a, a + length), (b, b + length)) for a, b, length in paired(inner)]
        self._found.pairs.append(((bracket.at, bracket.at + 1), (at, end)))
        self._dead = len(self._open)
        return end

    def _target(self, bracket: _Bracket, at: int) -> int | None:
        """The end of what makes brackets a link or an image, with the attributes behind it; None for mere brackets."""
        address = _ADDRESS.match(self._text, at + 1)
        end = address.end() if address else None
        if end is None:
            text = self._text[bracket.at + 1 + bracket.is_image : at]
            label = _LABEL.match(self._text, at + 1)
            if label is not None and label_of(label[1] or text) in self._references:
                end = label.end()
            elif label_of(text) in self._references and len(text) <= _LONGEST_LABEL:
                end = at + 1
        attributes = ATTRIBUTES.match(self._text, at + 1 if end is None else end)
        return attributes.end() if attributes else end
