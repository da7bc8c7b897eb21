"""Quantities: the numbers of a bullet that measure something, each in its grammar."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from bulletcoach.analysis.bearings import BearingReader
from bulletcoach.analysis.decoys import DecoyReader
from bulletcoach.analysis.numerals import Numeral, NumeralReader
from bulletcoach.analysis.parsing import Parse
from bulletcoach.analysis.ranks import Ordinal, is_identifier, ordinals, rank_start
from bulletcoach.lexicon.lexicon import Lexicon
from bulletcoach.lexicon.phrases import Word, singular
from bulletcoach.model.facts import Act, Clause, Quantity, Shape
from bulletcoach.model.text import Span

_CHANGE = re.compile(
    r"(?:\s+[^\s,;]+){0,3}?\s*(?:\bto\b|→|->|=>|⇒)\s*"
    r"(?:(?:an?|just|only|under|over|about|around|nearly|roughly|below|above|less than|more than|~|<|>)\s*)*",
    re.IGNORECASE,
)
_FROM = re.compile(r"\bfrom\b(?:\s+[^\s,;]+){0,3}\s*$", re.IGNORECASE)
_RANGING = re.compile(
    r"\b(?:rang(?:e|es|ed|ing)|var(?:y|ies|ied|ying)|anywhere|sizes?|sized)\s+from\b[^,;]{0,20}$", re.IGNORECASE
)
_INSTEAD = re.compile(
    r"(?:\s+[^\s,;]+){0,2}?\s*\(?"
    r"(?:instead of|rather than|down from|up from|compared (?:to|with)|versus|vs\.?)\s+"
    r"(?:(?:an?|the|about|over|nearly)\s+)*",
    re.IGNORECASE,
)
_TO = re.compile(r"\bto\s+(?:an?\s+|just\s+|only\s+|about\s+|over\s+|under\s+)*$", re.IGNORECASE)
_ARROW = re.compile(r"→|->|=>|⇒")
_CHANGE_SPREAD = 40
_BEFORE_EVENT = re.compile(r"\s+(?:before|prior to|after|in advance of|following)\b", re.IGNORECASE)
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
        durations = {singular(word) for unit in lexicon.units if unit.seconds is not None for word in unit.words}
        self._stretches = lexicon.terms_of("stretch") | {word for word in durations if len(word) > 2}
        self._measures = lexicon.terms_of("level")
        self._period_links = lexicon.terms_of("period")
        self._speed = lexicon.terms_of("speed")
        changing = {lemma for lemma, verb in lexicon.verbs.items() if verb.act is Act.RESULT}
        self._finished = lexicon.terms_of("completion") | changing
        self._seconds = {unit.id: unit.seconds for unit in lexicon.units if unit.seconds is not None}
        self._short = {unit for unit, seconds in self._seconds.items() if seconds <= _ONE_DAY}

    def read(self, parse: Parse, clauses: Sequence[Clause]) -> tuple[Quantity, ...]:
        """The quantities of a bullet, left to right."""
        text, words = parse.text, parse.words
        places = list(ordinals(text))
        numerals = [
            numeral
            for numeral in self._numerals.read(text, words)
            if not any(numeral.span.overlaps(place.span) for place in places)
            and not is_identifier(text, numeral)
            and not self._decoys.is_decoy(parse, words, numeral)
        ]
        found = [self._quantity(parse, words, numeral, clauses) for numeral in self._paired(text, numerals)]
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
        if noun is not None and clause is not None and noun.span.start >= clauses[clause].span.end:
            noun = None
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
            link=link.word,
            comparative=self._bearings.comparative(words, numeral),
            hedged=link.hedged or numeral.plus,
            clause=clause,
        )
        spans = link.over and verb is not None and link.word != verb.text.lower() and quantity.shape is Shape.DURATION
        return replace(quantity, period=spans or self._is_period(parse, quantity, numeral))

    def _paired(self, text: str, numerals: Sequence[Numeral]) -> Iterator[Numeral]:
        """The numerals with "from X to Y" made one: a change whose value is Y and whose other number is X.

        Where both ends have units of their own, X is converted to the unit of Y: "from 4 h to 55 min" falls.
        """
        at = 0
        while at < len(numerals):
            first = numerals[at]
            second = numerals[at + 1] if at + 1 < len(numerals) else None
            if second is not None and _is_change(text, first, second):
                yield self._change(first, second, Span(first.span.start, second.span.end))
                at += 2
            elif second is not None and _is_reverse_change(text, first, second):
                yield self._change(second, first, Span(first.span.start, second.span.end))
                at += 2
            else:
                is_frequency = first.unit == "multiple" and _FREQUENCY.match(text, first.span.end)
                yield replace(first, unit="times", shape=Shape.COUNT) if is_frequency else first
                at += 1

    def _change(self, old: Numeral, new: Numeral, span: Span) -> Numeral:
        seconds = self._seconds.get(old.unit or ""), self._seconds.get(new.unit or "")
        factor = seconds[0] / seconds[1] if seconds[0] and seconds[1] else 1.0
        return replace(new, span=span, shape=Shape.CHANGE, unit=new.unit or old.unit, other=old.value * factor)

    def _is_period(self, parse: Parse, quantity: Quantity, numeral: Numeral) -> bool:
        """Whether a length of time only says when or how long: "for 3 years", "within six months"."""
        stretches = quantity.noun in self._stretches
        if quantity.shape is Shape.COUNT and stretches and quantity.link in self._period_links:
            return True
        if quantity.shape is not Shape.DURATION or quantity.comparative:
            return False
        if numeral.glued and stretches:
            return True
        if _BEFORE_EVENT.match(parse.text, quantity.span.end):
            return True
        # "12 month attrition": a length of time in the singular is an adjective.
        if (
            quantity.value > 1
            and not quantity.text.endswith("s")
            and quantity.noun in self._measures
            and not numeral.glued
        ):
            return True
        done_in = quantity.verb in self._finished and quantity.unit in self._short
        if quantity.link in ("within", "in") and (quantity.verb in self._speed or done_in):
            return False
        return quantity.link in self._period_links and not (quantity.link == "by" and quantity.verb is not None)


def _is_change(text: str, first: Numeral, second: Numeral) -> bool:
    """Whether two numerals are the ends of one change: "from 12 days to five", "54% → 78%", "9 to 4 minutes"."""
    between = text[first.span.end : second.span.start]
    if len(between) > _CHANGE_SPREAD or not _CHANGE.fullmatch(between):
        return False
    if first.shape is not second.shape and first.unit and second.unit:
        return False
    if _RANGING.search(text[: first.span.start]):
        return False
    if _ARROW.search(between) or _FROM.search(text[: first.span.start]):
        return True
    return between.strip() == "to" and first.value > second.value


def _is_reverse_change(text: str, first: Numeral, second: Numeral) -> bool:
    """ "to 96% from 88%", "one hour instead of a day": the later end first."""
    between = text[first.span.end : second.span.start]
    same = first.shape is second.shape or not (first.unit and second.unit)
    if not same or len(between) > _CHANGE_SPREAD:
        return False
    if between.strip() in ("from", "(from"):
        return _TO.search(text[: first.span.start]) is not None
    return _INSTEAD.fullmatch(between) is not None


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
        clause=clause,
    )


def _clause_index(clauses: Sequence[Clause], offset: int) -> int | None:
    """The index of the clause that holds the offset: clauses are flat, so the last one that begins before it."""
    return max((n for n, clause in enumerate(clauses) if clause.span.start <= offset), default=None)
