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
_SOURCE, _LEXICON = Origin.SOURCE, Origin.LEXICON  # looked up once: that takes as long as three calls


class Changed(Struct, frozen=True):
    """A word of the source that a rewrite shows in another form: where it stands, and as what it is shown."""

    span: Span
    word: str


class Rendering(Struct, frozen=True, dict=True):
    """A rewrite and the facts of its source.

    `altered` are the parts that are not taken from the source as it is, those of a second bullet and those that would
    stand in a blank's place among them. `told` are the stretches of the source that it tells, a lexicon's verb counting
    for what it stands for; `kept` those of them that are in the source's own words.
    """

    rewrite: Rewrite
    facts: Facts
    altered: Sequence[Part]
    told: Sequence[Span]
    kept: Sequence[Span]

    @classmethod
    def of(cls, rewrite: Rewrite, facts: Facts) -> Rendering:
        text = facts.text
        shown = (*rewrite.parts, *rewrite.second)
        own: list[Span] = []
        lent: list[Span] = []
        altered: list[Part] = []
        for part in shown:
            span = part.source
            is_own = part.origin is _SOURCE
            if span is not None and is_own:
                own.append(span)
            elif span is not None and part.origin is _LEXICON:
                lent.append(span)
            if span is None or not is_own or text[span.start : span.end] != part.text:
                altered.append(part)
        altered += [part for slot in rewrite.slots for part in slot.instead if not _is_literal(part, text)]
        return cls(rewrite, facts, altered, [*own, *lent], own)

    @property
    def asks_for_part(self) -> bool:
        """Whether the writer's own part is asked for, and at the head."""
        slots = [part.slot for part in self.rewrite.parts[:4] if part.slot is not None]
        return bool(slots) and any(slot.wants in _ASKED for slot in slots)

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
        own = [(part.text, part.source) for part in self.altered if part.origin is _SOURCE]
        text = self.facts.text
        return tuple([change for shown, at in own if at is not None for change in _changed(shown, at, text)])


def _is_literal(part: Part, text: str) -> bool:
    span = part.source
    return span is not None and part.origin is _SOURCE and text[span.start : span.end] == part.text


def _changed(shown: str, span: Span, text: str) -> Iterator[Changed]:
    ours, theirs = WORD.findall(shown), list(WORD.finditer(text, span.start, span.end))
    for mine, other in zip(ours, theirs, strict=True) if len(ours) == len(theirs) else ():
        if mine.casefold() != other[0].casefold():
            yield Changed(Span(*other.span()), mine)
