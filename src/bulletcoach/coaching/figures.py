"""The figures of an answer: numbers with the hedges and units that were typed with them.

“9 min to 6”            9 min, 6
“from 9 -> 6 minutes”   9, 6 minutes
“6 minutes (was 9)”     9, 6 minutes: the earlier one first
“about 60 calls a day”  about 60; the words “calls”, “day” are left over
“60 or so”              about 60
“-12 to 20”             -12, 20
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from bulletcoach.analysis.numerals import Numeral, NumeralReader
from bulletcoach.lexicon.lexicon import Lexicon
from bulletcoach.lexicon.phrases import PhraseIndex, Word, words_of
from bulletcoach.model.facts import Shape
from bulletcoach.model.text import Span

_ARROW = re.compile(r"\s*(?:[-=–—]+>|[→⇒➔]|(?<=[\w%])\s*>\s*(?=[$€£₹]?\d))\s*")
_PER = re.compile(r"(?<=\d)\s?/\s?(?=[A-Za-z])")
_DASH = re.compile(r"(?<=[\w%])\s*[-–—]\s*(?=[$€£₹]?\d)")
_ARTICLE = re.compile(r"\ban? $", re.IGNORECASE)
_ABOUT = ("~", "≈", "<", ">", "≤", "≥", "±", "+")
_RANGE = re.compile(r"\d\S*\s?(?:[-–—‑]|to)\s?[$€£₹]?\d")
_JOINT = re.compile(r"\s?(?:and )?")
_MINUS = re.compile(r"(?<![^\s(])[-−–]\s?$")
# The reader of numerals takes “9 to 12” for a range, unless it is told that this is a change, and “half” for a part of
# something only behind a word that says so.
_FROM, _BY = "from ", "by "
# How an estimate is marked, unless the writer has hedged it already.
ABOUT = "about "


class Figure(Struct, frozen=True):
    """A number of an answer. `text` is all of it as typed, `bare` the same without its unit; both keep the hedge.

    `value` is in `unit`, an id of lexicons/metrics.toml (“rating-5” for one out of five), None where none was typed;
    `upper` is the other end of a range (“50-60”), else the same. Below zero, `text` and `bare` begin with the sign.
    """

    text: str
    bare: str
    value: float
    upper: float
    unit: str | None
    hedged: bool = False


class Reading(Struct, frozen=True):
    """The figures of a text, and the words that are neither figure nor hedge nor link between two figures.

    `plain` is the text with words for signs (“9 → 6” is “9 to 6”), and `ends` tells where in it each figure ends.
    """

    figures: tuple[Figure, ...]
    words: tuple[Word, ...]
    plain: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    @property
    def rest(self) -> tuple[str, ...]:
        return tuple(word.key for word in self.words)

    def rest_within(self, count: int) -> tuple[str, ...]:
        """The words left over before the end of the figure number `count`, counted from 1."""
        return tuple(word.key for word in self.words if word.span.end <= self.ends[count - 1])

    def tail(self, count: int) -> str:
        """What follows the figure number `count`."""
        return self.plain[self.ends[count - 1] :].strip()


class FigureReader:
    """Reads answers with the units, number words and hedges of a lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._numerals = NumeralReader(lexicon)
        self._hedges = PhraseIndex(lexicon.numbers_of("hedge").items())
        self._links = lexicon.terms_of("figure-link")
        self._hedge_behind = re.compile(rf"[\s-]*(?:{_any_of(lexicon.terms_of('answer-hedge'))})(?!\w)", re.IGNORECASE)
        self._earlier = re.compile(rf"(?<!\w)(?:{_any_of(lexicon.terms_of('answer-earlier'))})(?!\w)", re.IGNORECASE)
        self._seconds = {unit.id: unit.seconds for unit in lexicon.units if unit.seconds is not None}
        self._money = {unit.id for unit in lexicon.units if unit.shape is Shape.MONEY}

    def read(self, text: str, *, pair: bool = False, change: bool = False) -> Reading:
        """The figures of `text`; in a `pair` “82-91” are two of them, the earlier first, else a range. As the amount of
        a `change`, “half” is one, too."""
        plain = _PER.sub(" a ", _ARROW.sub(" to ", text))
        lead = _FROM if pair else _BY if change else ""
        plain = lead + (_DASH.sub(" to ", plain) if pair else plain)
        numerals = list(self._whole(plain, self._numerals.read(plain, words_of(plain))))
        spans = [self._with_hedge(plain, numeral) for numeral in numerals]
        figures = [_figure(plain, numeral, span) for numeral, span in zip(numerals, spans, strict=True)]
        for number, span in enumerate(spans):
            if behind := self._hedge_behind.match(plain, span.end):
                spans[number] = Span(span.start, behind.end())
                figures[number] = _hedged(figures[number])
        words = tuple(
            replace(word, span=Span(word.span.start - len(lead), word.span.end - len(lead)))
            for word in words_of(plain)
            if word.key not in self._links and not any(_holds(span, word.span) for span in spans)
        )
        if pair and len(figures) == 2 and self._is_reversed(plain[len(lead) :], spans, len(lead)):
            figures.reverse()
        starts = tuple(span.start - len(lead) for span in spans)
        ends = tuple(span.end - len(lead) for span in spans)
        return Reading(tuple(figures), words, plain[len(lead) :], starts, ends)

    def _is_reversed(self, plain: str, spans: Sequence[Span], shift: int) -> bool:
        """Whether the later figure stands first: “to 6 minutes from 9”, “6 minutes (was 9)”."""
        first, second = spans
        before, between = plain[: first.start - shift], plain[first.end - shift : second.start - shift]
        return self._earlier.search(between) is not None and self._earlier.search(before) is None

    def unit_alone(self, text: str) -> str | None:
        """The unit that `text` names and nothing else: “min”, “%”, “$”, “out of 5”."""
        for sample in (f"1{text}", f"1 {text}", f"{text}1"):
            reading = self.read(sample)
            figure = reading.figures[0] if len(reading.figures) == 1 and not reading.rest else None
            if figure is not None and (figure.text, figure.value, figure.upper) == (sample, 1, 1):
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
        minus = _MINUS.search(before)
        return Span(minus.start(), numeral.span.end) if minus else numeral.span


def _figure(text: str, numeral: Numeral, span: Span) -> Figure:
    whole = span.of(text)
    bare = Span(span.start, numeral.number.end if numeral.unit else numeral.span.end).of(text)
    if numeral.plus and not bare.endswith("+"):
        bare += "+"
    sign = -1 if _MINUS.match(whole[0]) else 1
    is_hedged = (sign > 0 and span != numeral.span) or numeral.plus or bare.startswith(_ABOUT)
    # The `other` number of a rating is its scale, of a share the whole.
    is_range = numeral.other is not None and _RANGE.search(numeral.span.of(text)) is not None
    upper = max(numeral.value, numeral.other or 0.0) if is_range else numeral.value
    return Figure(whole, bare, sign * numeral.value, sign * upper, numeral.unit, is_hedged)


def _hedged(figure: Figure) -> Figure:
    """The figure with its hedge before it: “60 or so” is “about 60”."""
    if figure.hedged:
        return figure
    return replace(figure, text=ABOUT + figure.text, bare=ABOUT + figure.bare, hedged=True)


def _holds(figure: Span, word: Span) -> bool:
    """Whether the word is part of the figure; of “60x” the figure is not all."""
    return figure.overlaps(word) and word.end <= figure.end


def _any_of(words: Iterable[str]) -> str:
    """A pattern for any of the words, the longest first; one that matches nothing for none."""
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True)) or "(?!)"
