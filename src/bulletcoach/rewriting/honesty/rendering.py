"""Rendering: a rewrite laid beside its source, to be asked which words of the source it still has."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from msgspec import Struct

from bulletcoach.model.facts import Facts, Token
from bulletcoach.model.rewrite import Origin, Part, Rewrite, Wanted
from bulletcoach.model.text import Span

WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+|’[^\W\d_]+)*")
_ASKED = (Wanted.PART, Wanted.ACT)


class Changed(Struct, frozen=True):
    """A word of the source that a rewrite shows in another form: where it stands, and as what it is shown."""

    span: Span
    word: str


class Rendering(Struct, frozen=True, dict=True):
    """A rewrite and the facts of its source.

    `parts` are all its parts, those of a second bullet and those that would stand in a blank's place among them;
    `opening` is its first part. `told` are the stretches of the source that it tells, a lexicon's verb counting for
    what it stands for; `kept` those of them that are in the source's own words.
    """

    rewrite: Rewrite
    facts: Facts
    parts: tuple[Part, ...]
    told: tuple[Span, ...]
    kept: tuple[Span, ...]

    @classmethod
    def of(cls, rewrite: Rewrite, facts: Facts) -> Rendering:
        shown = (*rewrite.parts, *rewrite.second)
        told = tuple(part.source for part in shown if part.source is not None and part.origin in _TOLD)
        kept = tuple(part.source for part in shown if part.source is not None and part.origin is Origin.SOURCE)
        behind = tuple(part for slot in rewrite.slots for part in slot.instead)
        return cls(rewrite, facts, (*shown, *behind), told, kept)

    @property
    def asks_for_part(self) -> bool:
        """Whether the writer's own part is asked for, and at the head."""
        return any(part.slot is not None and part.slot.wants in _ASKED for part in self.rewrite.parts[:4])

    def tells(self, token: Token) -> bool:
        """Whether the rewrite tells a word of the source, in whatever form."""
        return any(span.start <= token.start and token.end <= span.end for span in self.told)

    def keeps(self, span: Span) -> bool:
        """Whether the rewrite has this stretch of the source in the source's words, cut into parts or not."""
        at = span.start
        while at < span.end:
            end = max((each.end for each in self.kept if each.start <= at < each.end), default=None)
            if end is None:
                return False
            at = end
        return True

    @cached_property
    def changed(self) -> tuple[Changed, ...]:
        """The words of the source that are shown in another form."""
        return tuple(change for part in self.parts for change in _changed(part, self.facts.text))


def _changed(part: Part, text: str) -> Iterator[Changed]:
    if part.origin is not Origin.SOURCE or part.source is None or part.text == part.source.of(text):
        return
    theirs = list(WORD.finditer(part.source.of(text)))
    ours = WORD.findall(part.text)
    for mine, other in zip(ours, theirs, strict=True) if len(ours) == len(theirs) else ():
        if mine.casefold() != other[0].casefold():
            start = part.source.start + other.start()
            yield Changed(Span(start, start + len(other[0])), mine)


_TOLD = (Origin.SOURCE, Origin.LEXICON)
