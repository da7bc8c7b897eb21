"""The text between a slot's brackets, taken apart: what its letters stand for, and how figures are put in their place.

“cutting handle time from X to Y”   two levels, a fall
“cutting repeat contacts by X%”     a change, its unit given
“N daily”                           one level
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from bulletcoach.coaching.figures import Figure, FigureReader
from bulletcoach.lexicon.lexicon import Lexicon
from bulletcoach.lexicon.phrases import words_of
from bulletcoach.model.facts import Form
from bulletcoach.model.rewrite import Slot

_LETTER = re.compile(r"\b[XYN]\b")
_CHANGE = re.compile(r"\bby $", re.IGNORECASE)
_FROM_TO = re.compile(r"\bfrom [XYN]\b.*\bto [XYN]\b", re.IGNORECASE)
# Any number does: it shows which unit the reader of numerals finds behind the letter.
_SAMPLE = "7"


class Letter(Struct, frozen=True):
    """A letter of a slot: where it stands, the unit that the slot's own words give it and where they end."""

    start: int
    unit: str | None
    end: int


def letters_of(slot: Slot, reader: FigureReader) -> tuple[Letter, ...]:
    """The letters of the slot's text, in order."""
    sample = _LETTER.sub(_SAMPLE, slot.text)
    units = {start: (figure.unit, start + len(figure.text)) for start, figure in _placed(sample, reader)}
    letters = []
    for match in _LETTER.finditer(slot.text):
        unit, end = units.get(match.start(), (None, match.end()))
        letters.append(Letter(match.start(), unit, end))
    return tuple(letters)


def filled(slot: Slot, figures: Sequence[Figure], reader: FigureReader) -> str:
    """The slot's text with `figures` for its letters, of which there must be as many.

    A unit that the slot's text gives is not doubled; another one, typed with the figure, takes its place.
    """
    text, at = "", 0
    for letter, figure in zip(letters_of(slot, reader), figures, strict=True):
        is_given = letter.unit is not None and figure.unit in (None, letter.unit)
        text += slot.text[at : letter.start] + (figure.bare if is_given else figure.text)
        at = letter.start + 1 if is_given or figure.unit is None else letter.end
    return text + slot.text[at:]


def is_pair(slot: Slot) -> bool:
    """Whether the slot asks for two numbers, an earlier and a later one."""
    return len(slot.letters) == 2 and _FROM_TO.search(slot.text) is not None


def is_change(slot: Slot) -> bool:
    """Whether the slot's first letter is a difference (“by X”) and no level."""
    first = _LETTER.search(slot.text)
    return first is not None and _CHANGE.search(slot.text[: first.start()]) is not None


def takes_figures(slot: Slot) -> bool:
    """Whether numbers alone fill the slot: all its other words stand in its example too, so that none is a blank."""
    example = {word.key for word in words_of(slot.example)}
    words = {word.key for word in words_of(_LETTER.sub("", slot.text)) if word.key.isalpha()}
    return bool(slot.letters) and words <= example


def direction_of(slot: Slot, lexicon: Lexicon) -> str | None:
    """ "up" or "down", where the slot's verb says which way its number moves: “cutting …”, “raising …”."""
    words = words_of(slot.text)
    readings = lexicon.forms_of(words[0].key) if words else ()
    moves = {lexicon.verbs[lemma].moves for lemma, form in readings if form is Form.GERUND}
    return next(iter(moves)) if len(moves) == 1 else None


def _placed(sample: str, reader: FigureReader) -> list[tuple[int, Figure]]:
    """The figures of the sample with their offsets."""
    placed, at = [], 0
    for figure in reader.read(sample).figures:
        at = sample.index(figure.text, at)
        placed.append((at, figure))
        at += len(figure.text)
    return placed
