"""Decoys: numbers in a bullet that measure nothing. Years, versions, tiers, phone numbers, product names, 24/7."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bulletcoach.analysis.numerals import Numeral
from bulletcoach.analysis.parsing import Parse
from bulletcoach.lexicon.lexicon import Lexicon
from bulletcoach.lexicon.phrases import PhraseIndex, Word
from bulletcoach.model.facts import Shape

_YEAR = re.compile(r"(?:19|20)\d\d")
_PHONE = re.compile(r"(?<!\w)(?:\+?\d[\s.-]?)?\(?\d{3}\)?[\s.-]\d{3}[\s.-]\d{4}(?!\w)|\b1[- ]8\d\d\b")
_DATE = re.compile(
    r"\b\d{1,2}/\d{1,2}/\d{2,4}\b|\b\d{1,2}/(?:19|20)\d\d\b|\b(?:19|20)\d\d\s?[-–—/]\s?(?:(?:19|20)?\d\d|[Pp]resent)\b"
)
_ADDRESS = re.compile(r"https?://\S+|\bwww\.\S+|\S+@\S+\.\S+")
# An identifier's name has at most this many words ("sql server", "pci dss").
_LONGEST_NAME = 3


class DecoyReader:
    """Tells numerals that measure nothing, by the decoys of a lexicon, the tools of its fields, and by shape."""

    def __init__(self, lexicon: Lexicon) -> None:
        words: dict[str, list[str]] = {"literal": [], "before": [], "after": []}
        for decoy in lexicon.decoys:
            words[decoy.kind].extend(decoy.words)
        tools = (name for pack in lexicon.fields.values() for tool in pack.tools for name in tool.names)
        words["literal"].extend(name for name in tools if any(character.isdigit() for character in name))
        self._literal = PhraseIndex((word, word) for word in words["literal"])
        self._before = PhraseIndex((word, word) for word in words["before"])
        self._after = PhraseIndex(((word, word) for word in words["after"]), plural=True)
        self._levels = lexicon.terms_of("level")

    def is_decoy(self, parse: Parse, words: Sequence[Word], numeral: Numeral) -> bool:
        """Whether the numeral measures nothing where it stands."""
        text = parse.text
        return (
            _is_year(text, numeral)
            or _is_class_of_stars(numeral)
            or _is_glued(text, numeral)
            or _is_in_shape(text, numeral)
            or self._is_literal(words, numeral)
            or self._describes(text, words, numeral)
            or (numeral.unit is None and self._identifies(parse, words, numeral))
        )

    def _is_literal(self, words: Sequence[Word], numeral: Numeral) -> bool:
        """24/7, Office 365, B2B. Money is never part of a name: "$3M" is not the company."""
        return numeral.shape is not Shape.MONEY and any(
            match.span.covers(numeral.span) for match in self._literal.find(words)
        )

    def _describes(self, text: str, words: Sequence[Word], numeral: Numeral) -> bool:
        """A number directly before a word that makes it a kind of thing: 5-star hotel, 40-hour week."""
        behind = [word for word in words if word.span.start >= numeral.number.end]
        if not behind or len(text[numeral.number.end : behind[0].span.start]) > 2:
            return False
        return self._after.at(behind, 0) is not None

    def _identifies(self, parse: Parse, words: Sequence[Word], numeral: Numeral) -> bool:
        """A bare number that says which one: tier 2, Windows 10, Angular 8."""
        before = [word for word in words if word.span.end <= numeral.span.start]
        if not before:
            return False
        gap = parse.text[before[-1].span.end : numeral.span.start]
        if gap.strip() not in ("", "-", "#", ".") or len(gap) > 2:
            return False
        return self._ends_in_name(parse, before) or self._follows_capital(parse, before, numeral)

    def _ends_in_name(self, parse: Parse, before: Sequence[Word]) -> bool:
        """Whether a name of numbered things stands there, and not a verb that looks like one: "Schedule 25 agents"."""
        last = next(iter(parse.overlapping(before[-1].span)), None)
        # "escalate to tier 2": behind "to" the parser takes many a noun for a verb.
        behind_to = last is not None and last > 0 and parse.tokens[last - 1].tag == "TO"
        if last is not None and parse.tokens[last].tag.startswith("VB") and not behind_to:
            return False
        for width in range(1, min(_LONGEST_NAME, len(before)) + 1):
            match = self._before.at(before, len(before) - width)
            if match and match.end == len(before):
                return True
        return False

    def _follows_capital(self, parse: Parse, before: Sequence[Word], numeral: Numeral) -> bool:
        """Whether the number is attached to a capitalised word in front of it that names no level (NPS 72)."""
        index = next(iter(parse.overlapping(numeral.number)), None)
        if index is None or len(before) < 2 or before[-1].key in self._levels:
            return False
        token = parse.tokens[index]
        is_attached = token.head < index and token.dep in ("nummod", "appos")
        return is_attached and before[-1].span.of(parse.text)[:1].isupper()


def _is_year(text: str, numeral: Numeral) -> bool:
    """A bare calendar year, 1900 to 2099, with no unit of its own."""
    return numeral.unit is None and not numeral.plus and _YEAR.fullmatch(numeral.number.of(text)) is not None


def _is_class_of_stars(numeral: Numeral) -> bool:
    """ "five-star reviews" are a kind of review; "4.8-star" is a rating."""
    return numeral.unit == "stars" and numeral.glued and numeral.value.is_integer()


def _is_glued(text: str, numeral: Numeral) -> bool:
    """Digits glued to letters, to a leading zero or to other digits by a slash: Q3, COVID-19, 3CX, 0800, 901/903."""
    if numeral.written:
        return False
    before, after = text[: numeral.number.start][-2:], text[numeral.span.end :][:2]
    is_tied = (before[-1:] == "-" and before[:1].isalpha()) or (before[-1:] == "/" and before[:1].isdigit())
    if numeral.shape is not Shape.MONEY and (is_tied or before[-1:].isalnum()):
        return True
    written = numeral.number.of(text)
    has_leading_zero = written[0] == "0" and written[1:2].isdigit()
    return has_leading_zero or after[:1].isalpha() or (after[:1] == "/" and after[1:].isdigit())


def _is_in_shape(text: str, numeral: Numeral) -> bool:
    """A phone number, a date or an address."""
    return any(
        match.start() <= numeral.number.start < match.end()
        for shape in (_PHONE, _DATE, _ADDRESS)
        for match in shape.finditer(text)
    )
