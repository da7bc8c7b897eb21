"""Figures: the numbers of a rewrite are those of its source, with their signs, their order and their hedges."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress

from bulletcoach.lexicon.lexicon import Lexicon
from bulletcoach.lexicon.phrases import PhraseIndex, words_of
from bulletcoach.model.facts import Facts
from bulletcoach.model.rewrite import Origin
from bulletcoach.model.text import Span
from bulletcoach.rewriting.honesty.rendering import Rendering

# A number with the signs that touch it: ~60, $40, -5, <2%, 60+, 1.5x.
_FIGURE = re.compile(r"(?P<before>[~≈<>≤≥±£$€-]*)(?P<number>\d[\d,.]*\d|\d)(?P<after>\s?%|\+|[xX]\b)?")
_NEAR = 3  # words between a hedge and its number
_INVENTED = (Origin.SLOT, Origin.ANSWER)


class FigureCheck:
    """Checks the numbers of rewrites."""

    def __init__(self, lexicon: Lexicon) -> None:
        hedges = [*lexicon.numbers_of("hedge"), *lexicon.terms_of("hedge-behind")]
        self._hedges = PhraseIndex((phrase, phrase) for phrase in hedges)
        roles = ("value", "magnitude", "fraction", "multiple", "multiplier")
        phrases = (phrase for role in roles for phrase in lexicon.numbers_of(role))
        self._numbers = frozenset(word for phrase in phrases for word in phrase.split())

    def faults(self, rendering: Rendering) -> Iterator[str]:
        """Numbers that are not the source's, or lost their sign, their place or their hedge."""
        yield from _numbers(rendering)
        yield from _order(rendering)
        yield from self._dropped_hedges(rendering)

    def _dropped_hedges(self, rendering: Rendering) -> Iterator[str]:
        words = words_of(rendering.facts.text)
        for match in self._hedges.find(words):
            if rendering.keeps(match.span):
                continue
            near = [*words[match.end : match.end + _NEAR], *words[max(match.first - _NEAR, 0) : match.first]]
            counts = [word.span for word in near if self._is_number(word.key, rendering.facts)]
            if any(any(each.covers(span) for each in rendering.told) for span in counts):
                yield f"“{match.span.of(rendering.facts.text)}” was dropped beside its number"

    def _is_number(self, word: str, facts: Facts) -> bool:
        """Whether a word is a number or works as one: “third”, “half”, “doubled”."""
        if word[:1].isdigit() or word in self._numbers:
            return True
        return any(token.tag == "CD" and token.text.lower() == word for token in facts.tokens)


def _numbers(rendering: Rendering) -> Iterator[str]:
    """No number but the source's, none more often than there, each with its signs."""
    there = Counter(_figure(match) for match in _FIGURE.finditer(rendering.facts.text))
    whole = "".join("\n" if part.origin in _INVENTED else part.text for part in rendering.rewrite.parts)
    second = "".join(part.text for part in rendering.rewrite.second)
    behind = (part.text for slot in rendering.rewrite.slots for part in slot.instead)
    for text in (f"{whole}\n{second}", *behind):
        for figure in Counter(_figure(match) for match in _FIGURE.finditer(text)) - there:
            yield f"the number {figure} is not in the source"


def _figure(match: re.Match[str]) -> str:
    """A number by its value, with its signs."""
    plain = match["number"].replace(",", "")
    with suppress(ValueError):
        plain = f"{float(plain):g}"
    return f"{match['before']}{plain}{(match['after'] or '').strip().lower()}"


def _order(rendering: Rendering) -> Iterator[str]:
    """The words of one quantity stay in their order: “from 9 to 4” is not “from 4 to 9”."""
    for quantity in rendering.facts.quantities:
        starts = [span.start for span in _shown_of(quantity.span, rendering)]
        if starts != sorted(starts):
            yield f"“{quantity.text}” has another order in the source"


def _shown_of(span: Span, rendering: Rendering) -> Iterator[Span]:
    """The stretches of a span, in the order in which the rewrite shows them."""
    for part in rendering.rewrite.parts:
        if part.source is not None and part.source.overlaps(span):
            yield Span(max(part.source.start, span.start), min(part.source.end, span.end))
