"""The figures of an answer: numbers with the hedges and units that were typed with them.

“9 min to 6”            9 min, 6
“from 9 -> 6 minutes”   9, 6 minutes
“about 60 calls a day”  about 60; the words “calls”, “day” are left over
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from bulletcoach.analysis.numerals import Numeral, NumeralReader
from bulletcoach.lexicon.lexicon import Lexicon
from bulletcoach.lexicon.phrases import PhraseIndex, words_of
from bulletcoach.model.facts import Shape
from bulletcoach.model.text import Span

_ARROW = re.compile(r"\s*(?:[-=–—]+>|[→⇒➔])\s*")
_DASH = re.compile(r"(?<=[\w%])\s*[-–—]\s*(?=[$€£₹]?\d)")
_ARTICLE = re.compile(r"\ban? $", re.IGNORECASE)
_ABOUT = ("~", "≈", "<", ">", "≤", "≥", "±", "+")
_RANGE = re.compile(r"\d\S*\s?(?:[-–—‑]|to)\s?[$€£₹]?\d")
_JOINT = re.compile(r"\s?(?:and )?")
# The reader of numerals takes “9 to 12” for a range, unless it is told that this is a change.
_FROM = "from "


@dataclass(frozen=True, slots=True)
class Figure:
    """A number of an answer. `text` is all of it as typed, `bare` the same without its unit; both keep the hedge.

    `value` is in `unit`, an id of lexicons/metrics.toml (“rating-5” for one out of five), None where none was typed;
    `upper` is the other end of a range (“50-60”), else the same.
    """

    text: str
    bare: str
    value: float
    upper: float
    unit: str | None
    hedged: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """The figures of a text, and the words that are neither figure nor hedge nor link between two figures."""

    figures: tuple[Figure, ...]
    rest: tuple[str, ...]


class FigureReader:
    """Reads answers with the units, number words and hedges of a lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._numerals = NumeralReader(lexicon)
        self._hedges = PhraseIndex(lexicon.numbers_of("hedge").items())
        self._links = lexicon.terms_of("figure-link")
        self._seconds = {unit.id: unit.seconds for unit in lexicon.units if unit.seconds is not None}
        self._money = {unit.id for unit in lexicon.units if unit.shape is Shape.MONEY}

    def read(self, text: str, *, pair: bool = False) -> Reading:
        """The figures of `text`; in a `pair` “82-91” are two of them, else a range."""
        plain = _ARROW.sub(" to ", text)
        if pair:
            plain = _FROM + _DASH.sub(" to ", plain)
        numerals = list(self._whole(plain, self._numerals.read(plain)))
        spans = [self._with_hedge(plain, numeral) for numeral in numerals]
        figures = tuple(_figure(plain, numeral, span) for numeral, span in zip(numerals, spans, strict=True))
        rest = tuple(
            word.key
            for word in words_of(plain)
            if word.key not in self._links and not any(span.overlaps(word.span) for span in spans)
        )
        return Reading(figures, rest)

    def unit_alone(self, text: str) -> str | None:
        """The unit that `text` names and nothing else: “min”, “%”, “$”, “out of 5”."""
        for sample in (f"1{text}", f"1 {text}", f"{text}1"):
            reading = self.read(sample)
            figure = reading.figures[0] if len(reading.figures) == 1 and not reading.rest else None
            if figure is not None and (figure.text, figure.value) == (sample, 1):
                return figure.unit
        return None

    def in_unit(self, figure: Figure, unit: str | None) -> float | None:
        """The figure's value in `unit`; None where the two cannot be compared. A bare figure is in any unit."""
        if figure.unit is None or unit is None or figure.unit == unit:
            return figure.value
        if figure.unit in self._seconds and unit in self._seconds:
            return figure.value * self._seconds[figure.unit] / self._seconds[unit]
        if figure.unit in self._money and unit in self._money:
            return figure.value
        return figure.value if {figure.unit, unit} == {"stars", "rating-5"} else None

    def _whole(self, text: str, numerals: list[Numeral]) -> Iterator[Numeral]:
        """The numerals, with lengths of time in two units made one: “1 h 30 min”."""
        waiting: Numeral | None = None
        for numeral in numerals:
            if waiting is not None and (joined := self._joined(text, waiting, numeral)):
                waiting = joined
                continue
            if waiting is not None:
                yield waiting
            waiting = numeral
        if waiting is not None:
            yield waiting

    def _joined(self, text: str, first: Numeral, second: Numeral) -> Numeral | None:
        larger, smaller = self._seconds.get(first.unit or "", 0.0), self._seconds.get(second.unit or "", 0.0)
        if not _JOINT.fullmatch(text[first.span.end : second.span.start]) or not larger > smaller > 0:
            return None
        span = Span(first.span.start, second.span.end)
        return replace(first, span=span, number=span, value=first.value + second.value * smaller / larger)

    def _with_hedge(self, text: str, numeral: Numeral) -> Span:
        """The numeral's span with the hedge before it: “about 60”, “an estimated 60”."""
        before = text[: numeral.span.start]
        words = words_of(before)
        for match in self._hedges.find(words):
            if match.end == len(words) and not before[match.span.end :].strip():
                article = _ARTICLE.search(before[: match.span.start])
                return Span(article.start() if article else match.span.start, numeral.span.end)
        return numeral.span


def _figure(text: str, numeral: Numeral, span: Span) -> Figure:
    whole = span.of(text)
    bare = Span(span.start, numeral.number.end if numeral.unit else numeral.span.end).of(text)
    if numeral.plus and not bare.endswith("+"):
        bare += "+"
    is_hedged = span != numeral.span or numeral.plus or bare.startswith(_ABOUT)
    # The `other` number of a rating is its scale, of a share the whole.
    is_range = numeral.other is not None and _RANGE.search(numeral.span.of(text)) is not None
    upper = max(numeral.value, numeral.other or 0.0) if is_range else numeral.value
    return Figure(whole, bare, numeral.value, upper, numeral.unit, is_hedged)
