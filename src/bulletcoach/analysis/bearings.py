"""The bearings of a number: the words around it that say what it measures and how it is tied to the sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct

from bulletcoach.analysis.numerals import Numeral
from bulletcoach.analysis.parsing import Parse
from bulletcoach.lexicon.lexicon import Lexicon
from bulletcoach.lexicon.phrases import Match, PhraseIndex, Word, singular
from bulletcoach.model.text import Span

# What may stand between a link and its number besides the words that are skipped: opening signs.
_ADJOINING = re.compile(r"[\s~<>+#($€£≈≤≥±\"']*(?:[A-Za-z]+\s+)*[\s~<>+#($€£]*")
_SIGNS = "~<>≈≤≥±"
# Tags on the way from a number up to the noun it measures, and on the way from a number to the next noun.
_CLIMBED = ("CD", "SYM", "$", "IN", "RB", "JJR", "JJ", "NFP")
_PASSED = ("JJ", "JJR", "VBG", "VBN", "HYPH", "IN", "DT", "RB", "PRP$")
_NEXT_NOUN = 4
# Characters within which a word of more or less, or of being early, belongs to the number in front of it.
_BESIDE = 30


class Link(Struct, frozen=True):
    """The word that ties a number to what stands before it, and whether the number is hedged.

    `over` says that the hedge is "over", which before a length of time may be a preposition ("over two seasons").
    """

    word: str | None
    hedged: bool
    over: bool = False


class BearingReader:
    """Reads what stands around a number."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._hedges = PhraseIndex((word, word) for word in lexicon.numbers_of("hedge"))
        moves = [(word, role) for role in ("up", "down", "early") for word in lexicon.numbers_of(role)]
        self._moves = PhraseIndex(moves)
        self._bounds = lexicon.terms_of("bound")
        self._articles = lexicon.terms_of("article")
        self._levels = lexicon.terms_of("level")

    def noun(self, parse: Parse, numeral: Numeral) -> Word | None:
        """The noun that the number counts or measures: its governor in the parse, or else the next noun behind it."""
        inside = parse.overlapping(numeral.span)
        if not inside:
            return None
        for index in (inside[0], *parse.ancestors(inside[0])):
            token = parse.tokens[index]
            if index not in inside and token.tag not in _CLIMBED:
                if token.tag.startswith("NN") and token.start >= numeral.number.start:
                    return _noun_at(parse, index)
                break
        return self._next_noun(parse, inside[-1] + 1)

    def _next_noun(self, parse: Parse, first: int) -> Word | None:
        for index in range(first, min(first + _NEXT_NOUN, len(parse.tokens))):
            token = parse.tokens[index]
            # "70 calls a day": the parser may take a plural behind a number for a verb.
            if token.tag.startswith("NN") or (index == first and token.tag == "VBZ"):
                while index + 1 < len(parse.tokens) and parse.tokens[index + 1].tag.startswith("NN"):
                    index += 1
                return _noun_at(parse, index)
            if token.tag not in _PASSED:
                return None
        return None

    def level_before(self, words: Sequence[Word], link: str | None, span: Span) -> Word | None:
        """The level that a bare number gives: "an NPS of 72", "CSAT at 91"."""
        before = [word for word in words if word.span.end <= span.start and word.key not in self._articles][-2:]
        if before and before[-1].key in self._levels:
            return before[-1]
        return before[0] if len(before) == 2 and before[1].key == link and before[0].key in self._levels else None

    def link(self, words: Sequence[Word], text: str, span: Span) -> Link:
        """The word that ties the number to what stands before it, hedges and articles skipped.

        "under" and its kin are both: they hedge, and they tie the number as a bound.
        """
        before = [word for word in words if word.span.end <= span.start]
        hedged = span.of(text)[:1] in _SIGNS
        over = False
        while before:
            if hedge := self._hedge_ending(before):
                hedged = True
                over = over or hedge.value == "over"
                before = before[: hedge.first]
                if hedge.value in self._bounds:
                    return Link("under", hedged)
            elif before[-1].key in self._articles:
                before = before[:-1]
            else:
                adjoins = _ADJOINING.fullmatch(text[before[-1].span.end : span.start])
                return Link(before[-1].key if adjoins else None, hedged, over)
        return Link(None, hedged, over)

    def comparative(self, words: Sequence[Word], numeral: Numeral) -> str | None:
        """A word of more, less or early beside the number, as "up", "down" or "early": "40% fewer", "2 weeks early"."""
        end = numeral.span.end
        behind = [word for word in words if end <= word.span.start < end + _BESIDE]
        before = [word for word in words if word.span.end <= numeral.span.start][-3:]
        tied = [word for word, following in pairwise(before) if following.key == "by"]
        match = next(self._moves.find(behind[:3]), None)
        if match is not None and (match.value == "early" or match.first < 2):
            return match.value
        return next((match.value for match in self._moves.find(tied)), None)

    def _hedge_ending(self, words: Sequence[Word]) -> Match[str] | None:
        """The hedge that ends the words, the longest one."""
        for width in range(min(3, len(words)), 0, -1):
            match = self._hedges.at(words, len(words) - width)
            if match and match.end == len(words):
                return match
        return None


def _noun_at(parse: Parse, index: int) -> Word:
    token = parse.tokens[index]
    return Word(Span(token.start, token.end), singular(token.text.lower()))
