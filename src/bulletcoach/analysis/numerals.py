"""Numbers as they are written: digits, number words, ranges and ratios, before asking what they measure.

Everything here works on characters alone; the grammar around a number is `quantities`' business.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from bulletcoach.lexicon.lexicon import Lexicon
from bulletcoach.lexicon.phrases import Match, PhraseIndex, Word, singular, words_of
from bulletcoach.model.facts import Shape
from bulletcoach.model.text import Span

_DIGITS = r"\d{1,3}(?:,\d{2,3})+(?:\.\d+)?|\d+(?:[.]\d+)?"
_NUMBER = re.compile(rf"(?<![\w.,])(?P<number>{_DIGITS})")
# A comma, or the point that much of Europe writes, before three zeros.
_THOUSANDS = re.compile(r",|\.(?=000(?!\d))")
_SPELLED_CLOCK = re.compile(r"(?P<minutes>\d{1,2})\s?m(?:in)?\s?(?P<seconds>\d{1,2})\s?s(?:ec)?(?!\w)")
_CLOCK = re.compile(r"(?P<minutes>\d{1,2}):(?P<seconds>[0-5]\d)(?![\d:])")
_RATIO = re.compile(r"\s?(?:/|out of|of)\s?(?P<scale>5\.0|5|7|10\.0|10|100)(?![\d%])(?!\s?\w*(?:,\d))")
# "11 of 13", "38 out of 120": a share. A scale of 5 or 10 makes it a rating, and that is tried first.
_SHARE = re.compile(
    r"\s(?:(?:of|out of)\s(?:(?:the|all|my|our|their|its)\s)?|in\s(?=\d{1,2}\s))"
    r"(?P<whole>\d{1,4})(?![\d,.%/-])(?=\s|[,.;)]|$)"
)
# First words of fractions that mean something else in other places: "a quarter" of the year, "half the team".
_ALSO_RATES = ("a", "one", "half")
_MOST_STARS = 10


class Numeral(Struct, frozen=True):
    """A number as written. `span` covers sign, currency and unit; `number` the digits or number words alone.

    `value` is in the written unit, magnitudes multiplied out ("$45K" is 45000); `other` the first number of a range
    or the scale of a rating. `unit` is None where no unit touches or follows it. `glued` marks a number that a
    hyphen ties to the word after it ("30-day", "15-agent"); `scale` is the magnitude ("million") in `value`.
    """

    span: Span
    number: Span
    value: float
    unit: str | None = None
    shape: Shape = Shape.COUNT
    other: float | None = None
    scale: float = 1.0
    plus: bool = False
    glued: bool = False
    written: bool = False


class NumeralReader:
    """Reads the numerals of a text, with the units and number words of a lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._values = PhraseIndex(lexicon.numbers_of("value").items())
        self._fractions = PhraseIndex(lexicon.numbers_of("fraction").items())
        self._multiples = PhraseIndex(lexicon.numbers_of("multiple").items())
        self._multipliers = PhraseIndex(lexicon.numbers_of("multiplier").items())
        self._levels = lexicon.terms_of("level")
        self._hedges = frozenset(lexicon.numbers_of("hedge"))
        self._dividing = lexicon.terms_of("dividing")
        self._compared = lexicon.terms_of("compared")
        self._vague = lexicon.terms_of("vague-number")
        magnitudes = self._magnitudes = lexicon.numbers_of("magnitude")
        self._shapes = {unit.id: unit.shape for unit in lexicon.units}
        self._unit_words = PhraseIndex([(word, unit.id) for unit in lexicon.units for word in unit.words])
        signs = sorted(
            ((sign, unit.id) for unit in lexicon.units for sign in unit.signs), key=lambda pair: -len(pair[0])
        )
        self._before = tuple((sign, unit) for sign, unit in signs if self._shapes[unit] is Shape.MONEY)
        self._after = tuple((sign, unit) for sign, unit in signs if self._shapes[unit] is not Shape.MONEY)
        spaced = [word for word in magnitudes if len(word) > 1 and word != "mm"]
        words = "|".join(sorted(map(re.escape, spaced), key=len, reverse=True))
        letters = "|".join(sorted((re.escape(word) for word in magnitudes if len(word) <= 2), key=len, reverse=True))
        self._magnitude = re.compile(rf"(?:\s?(?P<word>{words})\b|(?P<letter>{letters})(?![\w%]))", re.IGNORECASE)

    def read(self, text: str, words: Sequence[Word]) -> list[Numeral]:
        """All numerals of `text`, whose words are given, left to right, without overlap."""
        found = list(self._digits(text))
        for numeral in self._worded(text, words):
            if not any(numeral.span.overlaps(other.span) for other in found):
                found.append(numeral)
        return sorted(self._ranges(text, sorted(found, key=lambda numeral: numeral.span)), key=lambda n: n.span)

    def _digits(self, text: str) -> Iterator[Numeral]:
        at = 0
        while match := _NUMBER.search(text, at):
            numeral = self._complete(text, match)
            yield numeral
            at = max(numeral.span.end, match.end())

    def _complete(self, text: str, match: re.Match[str]) -> Numeral:
        """The numeral whose digits are `match`, with the signs, magnitude and unit around it."""
        if clock := _CLOCK.match(text, match.start()) or _SPELLED_CLOCK.match(text, match.start()):
            span = Span(clock.start(), clock.end())
            value = int(clock["minutes"]) + int(clock["seconds"]) / 60
            return Numeral(span, span, value, "minutes", Shape.DURATION)
        start, end = match.span("number")
        value = float(_THOUSANDS.sub("", match["number"]))
        number = Span(start, end)
        currency, start = self._currency(text, start)
        scale = 1.0
        if ratio := _RATIO.match(text, end):
            scale = float(ratio["scale"])
            if currency is None and value <= scale and (scale != 100 or "/" in ratio[0]):
                span = Span(start, ratio.end("scale"))
                return Numeral(span, number, value, f"rating-{scale:g}", Shape.RATING, other=scale)
        if share := _SHARE.match(text, end):
            whole = float(share["whole"])
            if text[start - 1 : start] == "#":
                return Numeral(Span(start, share.end("whole")), number, value, other=whole)
            if currency is None and whole > 0 and value < whole and float(value).is_integer():
                span = Span(start, share.end("whole"))
                return Numeral(span, number, round(100 * value / whole, 1), "percent", Shape.PERCENT, other=whole)
        if magnitude := self._magnitude.match(text, end):
            is_metre = magnitude["letter"] is not None and magnitude["letter"].lower() == "m" and currency is None
            if not is_metre or text[magnitude.start("letter")] == "M":
                scale = self._magnitudes[(magnitude["word"] or magnitude["letter"]).lower()]
                value *= scale
                end = magnitude.end()
        plus = text.startswith("+", end)
        end += plus
        numeral = Numeral(
            Span(start, end), number, value, currency, Shape.MONEY if currency else Shape.COUNT, scale=scale, plus=plus
        )
        return numeral if currency else self._with_unit(text, numeral)

    def _currency(self, text: str, start: int) -> tuple[str | None, int]:
        """The currency whose sign stands before `start`, and where it begins; signs of more or less included."""
        before = text[:start].rstrip(" ") if text[max(0, start - 1) : start] == " " else text[:start]
        for sign, unit in self._before:
            if before.endswith(sign) and (not sign[0].isalpha() or not before[: -len(sign)][-1:].isalnum()):
                return unit, len(before) - len(sign)
        while start and text[start - 1] in "+~<>≈≤≥±":
            start -= 1
        return None, start

    def _with_unit(self, text: str, numeral: Numeral) -> Numeral:
        end = numeral.span.end
        for sign, unit in self._after:
            for gap in ("", " "):
                if text.startswith(gap + sign, end) and not text[end + len(gap + sign) :][:1].isalpha():
                    end += len(gap + sign)
                    plus = text.startswith("+", end)
                    span = Span(numeral.span.start, end + plus)
                    return replace(numeral, span=span, unit=unit, shape=self._shapes[unit], plus=numeral.plus or plus)
        hyphen = bool(re.match(r"[-‑–][A-Za-z]", text[end : end + 2]))
        skipped = end + (1 if hyphen else len(text[end:]) - len(text[end:].lstrip(" ")))
        if skipped - end > 1 or (skipped == end and not text[end : end + 1].isalpha()):
            return replace(numeral, glued=hyphen)
        words = words_of(text[skipped : skipped + 40].split("/")[0])
        if words and words[0].span.start == 0 and (match := self._unit_words.at(words, 0)):
            span = Span(numeral.span.start, skipped + match.span.end)
            found = replace(numeral, span=span, unit=match.value, shape=self._shapes[match.value], glued=hyphen)
            # "190 stars" are counted; a rating has few.
            is_counted = found.shape is Shape.RATING and found.value > _MOST_STARS
            return replace(found, shape=Shape.COUNT) if is_counted else found
        return replace(numeral, glued=hyphen)

    def _worded(self, text: str, words: Sequence[Word]) -> Iterator[Numeral]:
        for fraction in self._fractions.find(words):
            if not self._is_part(words, fraction):
                continue
            yield Numeral(fraction.span, fraction.span, fraction.value, "fraction", Shape.MULTIPLE, written=True)
        for multiple in self._multiples.find(words):
            yield Numeral(multiple.span, multiple.span, multiple.value, "multiple", Shape.MULTIPLE, written=True)
        for multiple in self._multipliers.find(words):
            if multiple.end < len(words) and words[multiple.end].key in self._compared:
                yield Numeral(multiple.span, multiple.span, multiple.value, "multiple", Shape.MULTIPLE, written=True)
        yield from self._none_of(text, words)
        runs: list[Numeral] = []
        for value in self._values.find(words):
            numeral = Numeral(value.span, value.span, value.value, written=True)
            if (
                runs
                and text[runs[-1].span.end : value.span.start] in (" ", "-", " and ")
                and _continues(runs[-1], numeral, text)
            ):
                runs[-1] = _joined(runs[-1], numeral)
            else:
                runs.append(numeral)
        for numeral in runs:
            if numeral.value == 0 and text[numeral.span.end : numeral.span.end + 1] == "-":
                continue
            if numeral.number.of(text).lower() not in self._vague:
                yield self._with_unit(text, numeral)

    def _none_of(self, text: str, words: Sequence[Word]) -> Iterator[Numeral]:
        """ "with no errors", "; no material weaknesses": zero of what is counted against one."""
        for index, word in enumerate(words):
            if word.key != "no":
                continue
            opens = index == 0 or words[index - 1].key == "with" or text[: word.span.start].rstrip()[-1:] in ";,–—("
            if opens and any(singular(each.key) in self._levels for each in words[index + 1 : index + 4]):
                yield Numeral(word.span, word.span, 0.0, written=True)

    def _is_part(self, words: Sequence[Word], fraction: Match[float]) -> bool:
        """Whether "half", "a third" or "a quarter" is a part of something; "20 clients a quarter" is a rate."""
        if words[fraction.first].key not in _ALSO_RATES or fraction.end - fraction.first > 2:
            return True
        if fraction.end < len(words) and words[fraction.end].key == "of":
            return True
        before = fraction.first - 1
        while before >= 0 and words[before].key in self._hedges:
            before -= 1
        return before >= 0 and words[before].key in self._dividing

    def _ranges(self, text: str, numerals: list[Numeral]) -> Iterator[Numeral]:
        """Numerals with "10-20" and "60 to 80" made one; "from X to Y" is a change and is left to the grammar."""
        at = 0
        while at < len(numerals):
            first = numerals[at]
            second = numerals[at + 1] if at + 1 < len(numerals) else None
            gap = text[first.span.end : second.span.start] if second else ""
            if second and _is_range(text, first, second, gap):
                scale = second.scale if first.scale == 1 else 1.0
                yield replace(
                    second,
                    span=Span(first.span.start, second.span.end),
                    value=first.value * scale,
                    other=second.value,
                    unit=second.unit or first.unit,
                    shape=second.shape if second.unit else first.shape,
                )
                at += 2
            else:
                yield first
                at += 1


def _is_range(text: str, first: Numeral, second: Numeral, gap: str) -> bool:
    if gap.strip() not in ("-", "–", "—", "to", "‑") or len(gap) > 4 or second.value <= first.value:
        return False
    before = text[max(0, first.span.start - 24) : first.span.start].lower()
    return gap.strip() != "to" or re.search(r"\bfrom\b", before) is None


def _continues(first: Numeral, second: Numeral, text: str) -> bool:
    """Whether "and" goes on with the same number: "two hundred and forty", but not "two and three"."""
    return " and" not in text[first.span.end : second.span.start] or (first.value >= 100 > second.value)


def _joined(first: Numeral, second: Numeral) -> Numeral:
    """ "twenty" + "five" → 25, "two" + "hundred" → 200."""
    value = (
        first.value * second.value if second.value >= 12 and first.value < second.value else first.value + second.value
    )
    span = Span(first.span.start, second.span.end)
    return replace(first, span=span, number=span, value=value)
