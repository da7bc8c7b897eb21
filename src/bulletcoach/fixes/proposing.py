"""A new wording of a bullet, as it is proposed: parts of known origin, so that its honesty can be checked."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import takewhile

from msgspec import Struct

from bulletcoach.model.finding import Applicability, Fix, TextEdit
from bulletcoach.model.rewrite import Rewrite
from bulletcoach.model.text import Span


class Proposal(Struct, frozen=True):
    """A fix before it is checked: what to call it, and the wording that it makes of the bullet."""

    applicability: Applicability
    title: str
    rewrite: Rewrite

    def as_fix(self, text: str) -> Fix:
        """The fix of a bullet that reads `text`, with one edit: the words that change, and those between them."""
        return Fix(self.applicability, self.title, (smallest_edit(text, new_wording(text, self.rewrite)),))


def new_wording(text: str, rewrite: Rewrite) -> str:
    """The text of a rewrite of `text`; a comma or semicolon that leads on to the next line stays."""
    new = rewrite.text
    return f"{new}{text[-1]}" if text.endswith((",", ";")) and new[-1:].isalnum() else new


def smallest_edit(old: str, new: str) -> TextEdit:
    """The one edit that makes `new` of `old`; it cuts through no word."""
    start = _common(old, new)
    while start and (_joins(old, start) or _joins(new, start)):
        start -= 1
    end = _common(reversed(old[start:]), reversed(new[start:]))
    while end and (_joins(old, len(old) - end) or _joins(new, len(new) - end)):
        end -= 1
    return TextEdit(Span(start, len(old) - end), new[start : len(new) - end])


def _common(one: Iterable[str], other: Iterable[str]) -> int:
    """How many characters two texts have in common at their beginning."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _joins(text: str, at: int) -> bool:
    """Whether a word goes on over the offset."""
    return 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum()
