"""Rendering: a rewrite laid beside its source, to be asked which words of the source it still has."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
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
    `altered` are those that are not taken from the source as it is. `told` are the stretches of the source that it
    tells, a lexicon's verb counting for what it stands for; `kept` those of them that are in the source's own words.
    """

    rewrite: Rewrite
    facts: Facts
    parts: Sequence[Part]
    altered: Sequence[Part]
    told: Sequence[Span]
    kept: Sequence[Span]

    @classmethod
    def of(cls, rewrite: Rewrite, facts: Facts) -> Rendering:
        shown = (*rewrite.parts, *rewrite.second)
        text = facts.text
        own = [part.source for part in shown if part.source is not None and part.origin is Origin.SOURCE]
        lent = [part.source for part in shown if part.source is not None and part.origin is Origin.LEXICON]
        parts = [*shown, *(part for slot in rewrite.slots for part in slot.instead)]
        altered = [part for part in parts if not _is_literal(part, text)]
        return cls(rewrite, facts, parts, altered, [*own, *lent], own)

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
        own = [(part.text, part.source) for part in self.altered if part.origin is Origin.SOURCE]
        text = self.facts.text
        return tuple([change for shown, at in own if at is not None for change in _changed(shown, at, text)])


def _is_literal(part: Part, text: str) -> bool:
    span = part.source
    return span is not None and part.origin is Origin.SOURCE and text[span.start : span.end] == part.text


def _changed(shown: str, span: Span, text: str) -> Iterator[Changed]:
    ours, theirs = WORD.findall(shown), list(WORD.finditer(text, span.start, span.end))
    for mine, other in zip(ours, theirs, strict=True) if len(ours) == len(theirs) else ():
        if mine.casefold() != other[0].casefold():
            yield Changed(Span(*other.span()), mine)
