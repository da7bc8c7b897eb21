"""Quantities: numerals in their grammar. Which numbers measure something, what of, and what ties them there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from bulletcoach.analysis.numerals import Numeral, NumeralReader, is_year
from bulletcoach.analysis.parsing import Parse
from bulletcoach.lexicon.lexicon import Lexicon
from bulletcoach.lexicon.phrases import Match, PhraseIndex, Word, singular, words_of
from bulletcoach.model.facts import Act, Clause, Quantity, Shape
from bulletcoach.model.text import Span

_CHANGE = re.compile(r"(?:\s+[^\s,;]+){0,3}?\s*(?:\bto\b|→|->|=>|⇒|\bdown to\b|\bup to\b)\s*(?:(?:an?|just|only|under|over|about|around|nearly|roughly|below|above|less than|more than|~|<|>)\s*)*$", re.IGNORECASE)
_FROM = re.compile(r"\bfrom\b(?:\s+[^\s,;]+){0,3}\s*$", re.IGNORECASE)
_ARROW = re.compile(r"→|->|=>|⇒")
_PHONE = re.compile(r"(?<!\w)(?:\+?\d[\s.-]?)?\(?\d{3}\)?[\s.-]\d{3}[\s.-]\d{4}(?!\w)|\b1[- ]8\d\d\b")
_DATE = re.compile(r"\b\d{1,2}/\d{1,2}/\d{2,4}\b|\b\d{1,2}/(?:19|20)\d\d\b|\b(?:19|20)\d\d\s?[-–—/]\s?(?:(?:19|20)?\d\d|[Pp]resent)\b")
_ADDRESS = re.compile(r"https?://\S+|\bwww\.\S+|\S+@\S+\.\S+")
_FREQUENCY = re.compile(r"\s+(?:a|an|per|each|every)\s+\w+|\s+(?:daily|weekly|monthly|yearly|annually|nightly)\b|/\w+", re.IGNORECASE)
_TOP = re.compile(r"\btop[\s-]+$", re.IGNORECASE)
_IN_TOP = re.compile(r"\b(?:in|into|among|within|to|as|a|of|ranked|placed|finished)\s+(?:the\s+)?top[\s-]+$", re.IGNORECASE)
_HASH = re.compile(r"(?:#|\b[Nn]o\.\s?|\b[Nn]umber\s)$")
_RANKED = re.compile(r"\b(?:rank|ranked|ranking|placed?|placing|finished|finishing|voted|named|rated|became|hit|reached|as|the|to)\b[^.;]{0,30}$", re.IGNORECASE)
_ORDINAL = re.compile(r"(?<![\w.])(?P<place>\d{1,4}(?:st|nd|rd|th)|first|second|third)(?:[\s-](?P<noun>place|prize|runner-up)|\s(?:out of|of|among|in)\s(?:over |more than )?\d[\d,]*)", re.IGNORECASE)
_RANKED_ORDINAL = re.compile(r"\b(?:ranked|placed|finished|came)\s(?P<place>\d{1,4}(?:st|nd|rd|th)|first|second|third)\b", re.IGNORECASE)
# What may stand between a link and its number besides the words that are skipped: opening signs.
_ADJOINING = re.compile(r"[\s~<>+#($€£≈≤≥±\"']*(?:[A-Za-z]+\s+)*[\s~<>+#($€£]*")
_WORDS_BEFORE = 4
# Seconds. A job done in minutes, hours or days was quick; weeks and months say when.
_ONE_DAY = 86_400


class QuantityReader:
    """Reads the quantities of a bullet."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._numerals = NumeralReader(lexicon)
        roles: dict[str, dict[str, float]] = {}
        for entry in lexicon.numbers:
            roles.setdefault(entry.role, {}).update(entry.words)
        self._hedges = PhraseIndex([(word, word) for word in roles.get("hedge", {})])
        self._bounds = lexicon.terms_of("bound")
        self._articles = lexicon.terms_of("article")
        self._stretches = lexicon.terms_of("stretch")
        self._moves = PhraseIndex([(word, "up") for word in roles.get("up", {})] + [(word, "down") for word in roles.get("down", {})])
        self._early = PhraseIndex([(word, "early") for word in roles.get("early", {})])
        decoys: dict[str, list[str]] = {}
        for decoy in lexicon.decoys:
            decoys.setdefault(decoy.kind, []).extend(decoy.words)
        tools = [name for pack in lexicon.fields.values() for tool in pack.tools for name in tool.names]
        named = [name for name in tools if any(character.isdigit() for character in name)]
        self._literal = PhraseIndex([(word, word) for word in (*decoys.get("literal", ()), *named)])
        self._before = PhraseIndex([(word, word) for word in decoys.get("before", ())])
        self._after = PhraseIndex([(word, word) for word in decoys.get("after", ())], plural=True)
        self._period_links = lexicon.terms_of("period")
        self._levels = lexicon.terms_of("level")
        self._finished = lexicon.terms_of("completion") | {lemma for lemma, verb in lexicon.verbs.items() if verb.act is Act.RESULT}
        self._short = {unit.id for unit in lexicon.units if unit.seconds is not None and unit.seconds <= _ONE_DAY}
        self._speed = lexicon.terms_of("speed")
        self._light = lexicon.terms_of("light")

    def read(self, parse: Parse, clauses: Sequence[Clause]) -> tuple[Quantity, ...]:
        """The quantities of a bullet, left to right."""
        text, words = parse.text, words_of(parse.text)
        ranks = list(self._ordinals(text))
        numerals = [
            numeral
            for numeral in self._numerals.read(text)
            if not self._is_decoy(text, words, numeral, parse) and not any(numeral.span.overlaps(rank) for rank in ranks)
        ]
        found = [self._quantity(parse, words, numeral, clauses) for numeral in self._paired(text, numerals)]
        found += [self._ranked(parse, rank, clauses) for rank in ranks]
        return tuple(sorted(found, key=lambda quantity: quantity.span))

    # ---- which numerals measure nothing --------------------------------------------------------------------------

    def _is_decoy(self, text: str, words: Sequence[Word], numeral: Numeral, parse: Parse) -> bool:
        if is_year(text, numeral) or self._is_glued_to_letters(text, numeral):
            return True
        if any(match.start() <= numeral.number.start < match.end() for shape in (_PHONE, _DATE, _ADDRESS) for match in shape.finditer(text)):
            return True
        if numeral.shape is not Shape.MONEY and any(match.span.covers(numeral.span) for match in self._literal.find(words)):
            return True
        behind = [word for word in words if word.span.start >= numeral.number.end]
        gap = text[numeral.number.end : behind[0].span.start] if behind else ""
        if behind and len(gap) <= 2 and self._after.at(behind, 0):
            return True
        return numeral.unit is None and self._is_identifier(text, words, numeral, parse)

    def _is_glued_to_letters(self, text: str, numeral: Numeral) -> bool:
        before, after = text[: numeral.number.start][-2:], text[numeral.span.end :][:2]
        if numeral.written:
            return False
        if numeral.shape is not Shape.MONEY and (before[-1:].isalnum() or (before[-1:] == "-" and before[:1].isalpha())):
            return True
        if after[:1].isalpha() or (after[:1] == "/" and after[1:].isdigit()):
            return True
        written = numeral.number.of(text)
        return (before[-1:] == "/" and before[:1].isdigit()) or (written[0] == "0" and written[1:2].isdigit())

    def _is_identifier(self, text: str, words: Sequence[Word], numeral: Numeral, parse: Parse) -> bool:
        """Whether a bare number names which one: tier 2, Windows 10, #48213, Angular 8."""
        before = [word for word in words if word.span.end <= numeral.span.start]
        gap = text[before[-1].span.end : numeral.span.start] if before else ""
        if before and gap.strip() in ("", "-", "#") and len(gap) <= 2:
            for width in range(1, _WORDS_BEFORE):
                match = self._before.at(before, len(before) - width) if width <= len(before) else None
                if match and match.end == len(before):
                    return True
            word = before[-1].span.of(text)
            index = next(iter(parse.overlapping(numeral.number)), None)
            capital = word[:1].isupper() and len(before) > 1 and before[-1].key not in self._levels
            if capital and index is not None and parse.tokens[index].head < index and parse.tokens[index].dep in ("nummod", "appos"):
                return True
        return _HASH.search(text[: numeral.span.start]) is not None and not self._is_rank(text, numeral)

    # ---- shapes of more than one numeral ------------------------------------------------------------------------

    def _paired(self, text: str, numerals: Sequence[Numeral]) -> Iterator[Numeral]:
        """Numerals with "from X to Y" made one: a change whose value is Y and whose other number is X."""
        at = 0
        while at < len(numerals):
            first = numerals[at]
            second = numerals[at + 1] if at + 1 < len(numerals) else None
            if first.unit == "multiple" and _FREQUENCY.match(text, first.span.end):
                yield replace(first, unit="times", shape=Shape.COUNT)
                at += 1
            elif second is not None and _is_change(text, first, second):
                unit = second.unit or first.unit
                yield replace(second, span=Span(first.span.start, second.span.end), shape=Shape.CHANGE, unit=unit, other=first.value)
                at += 2
            else:
                yield first
                at += 1

    def _is_rank(self, text: str, numeral: Numeral) -> bool:
        before = text[: numeral.span.start]
        if _TOP.search(before):
            return numeral.shape is Shape.PERCENT or _IN_TOP.search(before) is not None
        return _HASH.search(before) is not None and numeral.value <= 100 and _RANKED.search(_HASH.sub("", before) + " ") is not None

    def _ordinals(self, text: str) -> Iterator[Span]:
        spans: list[Span] = []
        for shape in (_ORDINAL, _RANKED_ORDINAL):
            for match in shape.finditer(text):
                span = Span(match.start("place"), match.end())
                if not any(span.overlaps(other) for other in spans):
                    spans.append(span)
                    yield span

    # ---- the grammar around one ----------------------------------------------------------------------------------

    def _quantity(self, parse: Parse, words: Sequence[Word], numeral: Numeral, clauses: Sequence[Clause]) -> Quantity:
        text = parse.text
        shape = Shape.RANK if self._is_rank(text, numeral) else numeral.shape
        span = numeral.span
        if shape is Shape.RANK:
            top = _TOP.search(text[: span.start]) or _HASH.search(text[: span.start])
            span = Span(top.start() if top else span.start, span.end)
        noun, noun_span = self._noun(parse, numeral)
        link, hedged = self._link(words, text, span)
        if noun is None and numeral.unit is None and (level := self._level_before(words, link, span)):
            noun, noun_span = level.key, level.span
        clause = _innermost(clauses, span.start)
        verb = clauses[clause].verb if clause is not None else None
        near = [word for word in words if numeral.span.end <= word.span.start < numeral.span.end + 24][:3]
        comparative = next((match.value for match in self._early.find(near)), None) or self._comparative(words, numeral, noun)
        return Quantity(
            span=span,
            text=span.of(text),
            value=numeral.value,
            other=numeral.other,
            unit=numeral.unit or (noun or "count"),
            shape=shape,
            noun=noun,
            noun_span=noun_span,
            verb=verb.lemma if verb else None,
            verb_span=verb.span if verb else None,
            link=link,
            comparative=comparative,
            hedged=hedged or numeral.plus,
            period=self._is_period(numeral, shape, link, noun, comparative, verb.lemma if verb else None),
            clause=clause,
        )

    def _ranked(self, parse: Parse, span: Span, clauses: Sequence[Clause]) -> Quantity:
        digits = re.match(r"\d+", span.of(parse.text))
        value = float(digits[0]) if digits else {"f": 1.0, "s": 2.0, "t": 3.0}[span.of(parse.text)[0].lower()]
        clause = _innermost(clauses, span.start)
        verb = clauses[clause].verb if clause is not None else None
        return Quantity(span, span.of(parse.text), value, "rank", Shape.RANK, verb=verb.lemma if verb else None, clause=clause)

    def _noun(self, parse: Parse, numeral: Numeral) -> tuple[str | None, Span | None]:
        """The noun that the number counts or measures: its governor in the parse, or the next noun behind it."""
        inside = parse.overlapping(numeral.span)
        for index in [*inside[:1], *(ancestor for ancestor in parse.ancestors(inside[0]))] if inside else []:
            token = parse.tokens[index]
            if index in inside or token.tag in ("CD", "SYM", "$", "IN", "RB", "JJR", "JJ", "NFP"):
                continue
            if token.tag.startswith("NN") and token.start >= numeral.number.start:
                return self._content_noun(parse, index)
            break
        # "70 calls a day": the parser may take a plural behind a number for a verb.
        if inside and inside[-1] + 1 < len(parse.tokens) and parse.tokens[inside[-1] + 1].tag == "VBZ":
            return self._content_noun(parse, inside[-1] + 1)
        for index in range(inside[-1] + 1, min(inside[-1] + 5, len(parse.tokens))) if inside else ():
            token = parse.tokens[index]
            if token.tag.startswith("NN"):
                while index + 1 < len(parse.tokens) and parse.tokens[index + 1].tag.startswith("NN"):
                    index += 1
                return self._content_noun(parse, index)
            if token.tag not in ("JJ", "JJR", "VBG", "VBN", "HYPH", "IN", "DT", "CC", "RB", "PRP$", ",") or token.text in (",", "and"):
                break
        return None, None

    def _content_noun(self, parse: Parse, index: int) -> tuple[str, Span]:
        """The noun at `index`, or the one behind "of" where that noun says nothing by itself ("a number of calls")."""
        token = parse.tokens[index]
        return singular(token.text.lower()), Span(token.start, token.end)

    def _link(self, words: Sequence[Word], text: str, span: Span) -> tuple[str | None, bool]:
        """The word that ties the number to what stands before it, hedges and articles skipped, and whether one hedged.

        "under" and its kin are both: they hedge, and they tie the number as a bound.
        """
        before = [word for word in words if word.span.end <= span.start]
        hedged = span.of(text)[:1] in "~<>≈≤≥±"
        while before:
            if hedge := self._hedge_ending(before):
                hedged = True
                before = before[: hedge.first]
                if self._is_bound(hedge.value):
                    return "under", True
            elif before[-1].key in self._articles:
                before = before[:-1]
            else:
                return (before[-1].key if _ADJOINING.fullmatch(text[before[-1].span.end : span.start]) else None), hedged
        return None, hedged

    def _level_before(self, words: Sequence[Word], link: str | None, span: Span) -> Word | None:
        """The level that a bare number gives: "an NPS of 72", "CSAT at 91"."""
        before = [word for word in words if word.span.end <= span.start and word.key not in self._articles][-2:]
        if before and before[-1].key in self._levels:
            return before[-1]
        return before[0] if len(before) == 2 and before[1].key == link and before[0].key in self._levels else None

    def _hedge_ending(self, words: Sequence[Word]) -> Match[str] | None:
        """The hedge that ends the words, the longest one."""
        for width in range(min(3, len(words)), 0, -1):
            match = self._hedges.at(words, len(words) - width)
            if match and match.end == len(words):
                return match
        return None

    def _is_bound(self, hedge: str) -> bool:
        return hedge in self._bounds

    def _comparative(self, words: Sequence[Word], numeral: Numeral, noun: str | None) -> str | None:
        """ "up" or "down" where a word of more or less stands with the number: "40% fewer", "a 12% increase"."""
        behind = [word for word in words if numeral.span.end <= word.span.start < numeral.span.end + 30][:2]
        before = [word for word in words if word.span.end <= numeral.span.start][-3:]
        tied = [word for word, following in zip(before, before[1:], strict=False) if following.key == "by"]
        return next((match.value for match in self._moves.find([*behind, *tied])), None)

    def _is_period(
        self, numeral: Numeral, shape: Shape, link: str | None, noun: str | None, comparative: str | None, verb: str | None
    ) -> bool:
        """Whether a length of time only says when or how long: "for 3 years", "within six months"."""
        if numeral.shape is Shape.COUNT and noun in self._stretches and link in self._period_links:
            return True
        if numeral.shape is not Shape.DURATION or shape is not Shape.DURATION or comparative:
            return False
        if numeral.glued and noun in self._stretches:
            return True
        if link in ("within", "in") and (verb in self._speed or (verb in self._finished and numeral.unit in self._short)):
            return False
        return link in self._period_links and not (link == "by" and verb is not None)


def _is_change(text: str, first: Numeral, second: Numeral) -> bool:
    """Whether two numerals are the ends of one change: "from 12 days to five", "54% → 78%", "32 to 58"."""
    between = text[first.span.end : second.span.start]
    if len(between) > 40 or not _CHANGE.fullmatch(between):
        return False
    if first.shape is not second.shape and first.unit and second.unit:
        return False
    if _ARROW.search(between) or _FROM.search(text[: first.span.start]):
        return True
    return between.strip() == "to" and first.value > second.value


def _innermost(clauses: Sequence[Clause], offset: int) -> int | None:
    """The index of the clause that holds the offset; clauses are flat, so the last one that begins before it."""
    return max((n for n, clause in enumerate(clauses) if clause.span.start <= offset), default=None)
