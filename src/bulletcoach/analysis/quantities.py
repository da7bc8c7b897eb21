"""Quantities: the numbers of a bullet that measure something, each in its grammar."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from bulletcoach.analysis.bearings import BearingReader
from bulletcoach.analysis.decoys import DecoyReader
from bulletcoach.analysis.numerals import Numeral, NumeralReader
from bulletcoach.analysis.parsing import Parse
from bulletcoach.analysis.ranks import Ordinal, is_identifier, ordinals, rank_start
from bulletcoach.lexicon.lexicon import Lexicon
from bulletcoach.lexicon.phrases import Word, words_of
from bulletcoach.model.facts import Act, Clause, Quantity, Shape
from bulletcoach.model.text import Span

_CHANGE = re.compile(
    r"(?:\s+[^\s,;]+){0,3}?\s*(?:\bto\b|→|->|=>|⇒)\s*"
    r"(?:(?:an?|just|only|under|over|about|around|nearly|roughly|below|above|less than|more than|~|<|>)\s*)*",
    re.IGNORECASE,
)
_FROM = re.compile(r"\bfrom\b(?:\s+[^\s,;]+){0,3}\s*$", re.IGNORECASE)
_ARROW = re.compile(r"→|->|=>|⇒")
_CHANGE_SPREAD = 40
_FREQUENCY = re.compile(
    r"\s+(?:a|an|per|each|every)\s+\w+|\s+(?:daily|weekly|monthly|yearly|annually|nightly)\b|/\w+", re.IGNORECASE
)
# Seconds. A job done in minutes, hours or days was quick; weeks and months say when.
_ONE_DAY = 86_400


class QuantityReader:
    """Reads the quantities of a bullet."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._numerals = NumeralReader(lexicon)
        self._decoys = DecoyReader(lexicon)
        self._bearings = BearingReader(lexicon)
        self._stretches = lexicon.terms_of("stretch")
        self._period_links = lexicon.terms_of("period")
        self._speed = lexicon.terms_of("speed")
        changing = {lemma for lemma, verb in lexicon.verbs.items() if verb.act is Act.RESULT}
        self._finished = lexicon.terms_of("completion") | changing
        self._short = {unit.id for unit in lexicon.units if unit.seconds is not None and unit.seconds <= _ONE_DAY}

    def read(self, parse: Parse, clauses: Sequence[Clause]) -> tuple[Quantity, ...]:
        """The quantities of a bullet, left to right."""
        text, words = parse.text, words_of(parse.text)
        places = list(ordinals(text))
        numerals = [
            numeral
            for numeral in self._numerals.read(text)
            if not any(numeral.span.overlaps(place.span) for place in places)
            and not is_identifier(text, numeral)
            and not self._decoys.is_decoy(parse, words, numeral)
        ]
        found = [self._quantity(parse, words, numeral, clauses) for numeral in _paired(text, numerals)]
        found += [_place(text, place, clauses) for place in places]
        return tuple(sorted(found, key=lambda quantity: quantity.span))

    def _quantity(self, parse: Parse, words: Sequence[Word], numeral: Numeral, clauses: Sequence[Clause]) -> Quantity:
        text = parse.text
        rank = rank_start(text, numeral)
        span = numeral.span if rank is None else Span(rank, numeral.span.end)
        link = self._bearings.link(words, text, span)
        noun = self._bearings.noun(parse, numeral)
        if noun is None and numeral.unit is None:
            noun = self._bearings.level_before(words, link.word, span)
        clause = _clause_index(clauses, span.start)
        verb = clauses[clause].verb if clause is not None else None
        quantity = Quantity(
            span=span,
            text=span.of(text),
            value=numeral.value,
            other=numeral.other,
            unit=numeral.unit or (noun.key if noun else "count"),
            shape=numeral.shape if rank is None else Shape.RANK,
            noun=noun.key if noun else None,
            noun_span=noun.span if noun else None,
            verb=verb.lemma if verb else None,
            verb_span=verb.span if verb else None,
            link=link.word,
            comparative=self._bearings.comparative(words, numeral),
            hedged=link.hedged or numeral.plus,
            clause=clause,
        )
        return replace(quantity, period=self._is_period(quantity, numeral))

    def _is_period(self, quantity: Quantity, numeral: Numeral) -> bool:
        """Whether a length of time only says when or how long: "for 3 years", "within six months"."""
        stretches = quantity.noun in self._stretches
        if quantity.shape is Shape.COUNT and stretches and quantity.link in self._period_links:
            return True
        if quantity.shape is not Shape.DURATION or quantity.comparative:
            return False
        if numeral.glued and stretches:
            return True
        done_in = quantity.verb in self._finished and quantity.unit in self._short
        if quantity.link in ("within", "in") and (quantity.verb in self._speed or done_in):
            return False
        return quantity.link in self._period_links and not (quantity.link == "by" and quantity.verb is not None)


def _paired(text: str, numerals: Sequence[Numeral]) -> Iterator[Numeral]:
    """The numerals with "from X to Y" made one: a change whose value is Y and whose other number is X."""
    at = 0
    while at < len(numerals):
        first = numerals[at]
        second = numerals[at + 1] if at + 1 < len(numerals) else None
        if second is not None and _is_change(text, first, second):
            span = Span(first.span.start, second.span.end)
            unit = second.unit or first.unit
            yield replace(second, span=span, shape=Shape.CHANGE, unit=unit, other=first.value)
            at += 2
            continue
        is_frequency = first.unit == "multiple" and _FREQUENCY.match(text, first.span.end)
        yield replace(first, unit="times", shape=Shape.COUNT) if is_frequency else first
        at += 1


def _is_change(text: str, first: Numeral, second: Numeral) -> bool:
    """Whether two numerals are the ends of one change: "from 12 days to five", "54% → 78%", "9 to 4 minutes"."""
    between = text[first.span.end : second.span.start]
    if len(between) > _CHANGE_SPREAD or not _CHANGE.fullmatch(between):
        return False
    if first.shape is not second.shape and first.unit and second.unit:
        return False
    if _ARROW.search(between) or _FROM.search(text[: first.span.start]):
        return True
    return between.strip() == "to" and first.value > second.value


def _place(text: str, ordinal: Ordinal, clauses: Sequence[Clause]) -> Quantity:
    clause = _clause_index(clauses, ordinal.span.start)
    verb = clauses[clause].verb if clause is not None else None
    return Quantity(
        span=ordinal.span,
        text=ordinal.span.of(text),
        value=float(ordinal.place),
        unit="rank",
        shape=Shape.RANK,
        verb=verb.lemma if verb else None,
        verb_span=verb.span if verb else None,
        clause=clause,
    )


def _clause_index(clauses: Sequence[Clause], offset: int) -> int | None:
    """The index of the clause that holds the offset: clauses are flat, so the last one that begins before it."""
    return max((n for n, clause in enumerate(clauses) if clause.span.start <= offset), default=None)
