"""Ranks: places among others, in digits or words. "top 5%", "#1 of 40", "2nd out of 300", "ranked third"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from bulletcoach.analysis.numerals import Numeral
from bulletcoach.model.facts import Shape
from bulletcoach.model.text import Span

_TOP = re.compile(r"\btop[\s-]+$", re.IGNORECASE)
_AMONG_TOP = re.compile(
    r"\b(?:in|into|among|within|to|as|a|of|ranked|placed|finished)\s+(?:the\s+)?top[\s-]+$", re.IGNORECASE
)
_HASH = re.compile(r"(?:#|\b[Nn]o\.\s?|\b[Nn]umber\s)$")
_PLACED = re.compile(
    r"\b(?:rank(?:ed|ing)?|plac(?:ed?|ing)|finish(?:ed|ing)|voted|named|rated|became|hit|reached|as|the|to)\b"
    r"[^.;]{0,30}$",
    re.IGNORECASE,
)
_PLACE = r"(?P<place>\d{1,4}(?:st|nd|rd|th)|first|second|third)"
_ORDINALS = (
    re.compile(
        rf"(?<![\w.]){_PLACE}"
        r"(?:[\s-](?:place|prize|runner-up)|\s(?:out of|of|among|in)\s(?:over |more than )?\d[\d,]*)",
        re.IGNORECASE,
    ),
    re.compile(rf"\b(?:ranked|placed|finished|came)\s{_PLACE}\b", re.IGNORECASE),
)
_WORDS = {"first": 1, "second": 2, "third": 3}
# Places worth telling; a larger number behind "#" is an identifier.
_LAST_PLACE = 100


class Ordinal(Struct, frozen=True):
    """A place written as an ordinal, with what it is a place of: "2nd out of 300"."""

    span: Span
    place: int


def ordinals(text: str) -> Iterator[Ordinal]:
    """The ordinals of `text` that are places; "the 1st process" and "third shift" are not."""
    taken: list[Span] = []
    for shape in _ORDINALS:
        for match in shape.finditer(text):
            span = Span(match.start("place"), match.end())
            if not any(span.overlaps(other) for other in taken):
                taken.append(span)
                place = match["place"].lower()
                yield Ordinal(span, _WORDS.get(place) or int(re.sub(r"\D", "", place)))


def rank_start(text: str, numeral: Numeral) -> int | None:
    """Where the rank begins whose number is `numeral` ("top 5%", "#1"), None where it is no rank.

    "the top ten drivers" ranks the drivers, not the writer; only a place among the top counts, a share of it, or a
    bullet that opens so ("Top 5 agent for satisfaction").
    """
    before = text[: numeral.span.start]
    if top := _TOP.search(before):
        opens = not before[: top.start()].strip()
        is_own = opens or numeral.shape is Shape.PERCENT or _AMONG_TOP.search(before) is not None
        return top.start() if is_own else None
    if (sign := _HASH.search(before)) and numeral.value <= _LAST_PLACE and _PLACED.search(before[: sign.start()] + " "):
        return sign.start()
    return None


def is_identifier(text: str, numeral: Numeral) -> bool:
    """Whether a "#" or "No." in front makes the number a name: ticket #48213."""
    return _HASH.search(text[: numeral.span.start]) is not None and rank_start(text, numeral) is None
