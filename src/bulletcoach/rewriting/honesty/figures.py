"""Figures: the numbers of a rewrite are those of its source, with their signs, their order and their hedges."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Set

from msgspec import Struct

from bulletcoach.lexicon.lexicon import Lexicon
from bulletcoach.lexicon.phrases import Match, PhraseIndex
from bulletcoach.lexicon.recent import Recent
from bulletcoach.model.facts import Facts
from bulletcoach.model.rewrite import Origin
from bulletcoach.rewriting.honesty.rendering import Rendering

# A number with the signs that touch it: ~60, $40, -5, <2%, 60+, 1.5x. A row of signs is looked at from its first alone.
_SIGN = r"[~≈<>≤≥±£$€-]"
_FIGURE = re.compile(rf"((?:(?<!{_SIGN}){_SIGN}+)?)(\d[\d,.]*\d|\d)(\s?%|\+|[xX]\b)?")
_DIGIT = re.compile(r"\d")
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
        self._sources: Recent[Facts, _Source] = Recent()  # a bullet has several rewrites

    def faults(self, rendering: Rendering) -> Iterator[str]:
        """Numbers that are not the source's, or lost their sign, their place or their hedge."""
        source = self._sources.of(rendering.facts, self._source)
        yield from _numbers(rendering, source)
        yield from _order(rendering)
        for match in source.hedges:
            if not rendering.keeps(match.span) and _tells_number_near(match, rendering, source):
                yield f"“{match.span.of(rendering.facts.text)}” was dropped beside its number"

    def _source(self, facts: Facts) -> _Source:
        hedges = tuple(self._hedges.find(facts.words))
        return _Source(_figures(facts.text), hedges, self._counting(facts) if hedges else frozenset())

    def _counting(self, facts: Facts) -> frozenset[int]:
        counted = {token.text.lower() for token in facts.tokens if token.tag == "CD"}
        numbers = [word.key in self._numbers or word.key in counted or word.key[0].isdigit() for word in facts.words]
        return frozenset([place for place, is_number in enumerate(numbers) if is_number])


class _Source(Struct, frozen=True):
    """What a bullet counts: its figures in order, its hedges, and if it has any the places of words that are numbers or
    work as one (“third”, “half”, “doubled”)."""

    figures: list[tuple[str, str, str]]
    hedges: tuple[Match[str], ...]
    numbers: Set[int]


def _tells_number_near(hedge: Match[str], rendering: Rendering, source: _Source) -> bool:
    """Whether the rewrite tells a number that the hedge may belong to."""
    words = rendering.facts.words
    near = (*range(hedge.end, hedge.end + _NEAR), *range(hedge.first - _NEAR, hedge.first))
    counts = [words[place].span for place in near if place in source.numbers]
    return any(told.covers(span) for told in rendering.told for span in counts)


def _numbers(rendering: Rendering, source: _Source) -> Iterator[str]:
    """No number but the source's, none more often than there, each with its signs."""
    whole = "".join(["\n" if part.origin in _INVENTED else part.text for part in rendering.rewrite.parts])
    second = "".join([part.text for part in rendering.rewrite.second])
    behind = [part.text for slot in rendering.rewrite.slots for part in slot.instead]
    for text in (f"{whole}\n{second}", *behind):
        figures = _figures(text)
        if figures and figures != source.figures:  # as they are written; else by their values
            for figure in Counter(map(_value, figures)) - Counter(map(_value, source.figures)):
                yield f"the number {figure} is not in the source"


def _figures(text: str) -> list[tuple[str, str, str]]:
    """The numbers in a text, each with the signs before it and behind it."""
    return _FIGURE.findall(text) if _DIGIT.search(text) else []


def _value(figure: tuple[str, str, str]) -> str:
    """A number by its value, with its signs."""
    before, number, behind = figure
    plain = number.replace(",", "")
    if plain.count(".") < 2:  # a number, and no version or date
        plain = f"{float(plain):g}"
    return f"{before}{plain}{behind.strip().lower()}"


def _order(rendering: Rendering) -> Iterator[str]:
    """The words of one quantity stay in their order: “from 9 to 4” is not “from 4 to 9”."""
    quantities = rendering.facts.quantities
    places = [part.source for part in rendering.rewrite.parts if part.source is not None] if quantities else []
    for quantity in quantities:
        starts = [max(each.start, quantity.span.start) for each in places if each.overlaps(quantity.span)]
        if starts != sorted(starts):
            yield f"“{quantity.text}” has another order in the source"
