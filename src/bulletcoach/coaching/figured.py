"""Answers in figures: “9 to 6 min”, “by 30%”, “9 to 6 min in three months”. They stand for the letters of a blank."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from bulletcoach.coaching.blank import Blank, Refusal
from bulletcoach.coaching.figures import Figure, FigureReader, Reading
from bulletcoach.coaching.plausible import Objection, objections
from bulletcoach.coaching.reshaping import as_change, as_levels, with_period
from bulletcoach.coaching.slots import direction_of, filled, is_change, is_pair, letters_of, takes_figures
from bulletcoach.lexicon.lexicon import Lexicon
from bulletcoach.lexicon.phrases import singular, words_of
from bulletcoach.model.facts import Form, Shape
from bulletcoach.model.rewrite import Slot, Wanted

_UNITS_TO_ASK = (Shape.PERCENT, Shape.POINTS, Shape.DURATION, Shape.MONEY, Shape.RATING)
# One thousand two hundred in much of Europe, and one and a fifth in English.
_POINTED = re.compile(r"(?<![\d.])\d{1,3}\.\d{3}(?![\d.%])")
_BY, _UPS_AND_DOWNS = "by", {"up", "down"}


class FigureAnswers:
    """Reads answers in figures with the words and units of a lexicon."""

    def __init__(self, lexicon: Lexicon, reader: FigureReader) -> None:
        self._lexicon = lexicon
        self._reader = reader
        self._shapes = {unit.id: unit.shape for unit in lexicon.units}
        self._signs = {unit.id: unit.signs[0] for unit in lexicon.units if unit.shape is Shape.MONEY and unit.signs}
        self._adverbs = lexicon.pairs_of("period-adverb")
        self._fillers = lexicon.terms_of("answer-filler")
        self._tail_links = lexicon.terms_of("answer-tail")

    def read(self, typed: str, blank: Blank) -> tuple[str, list[Objection]] | Refusal | None:
        """The blank's text with the figures of `typed`, and with what says more of them behind; None for an answer in
        words."""
        slot, reading = self._shaped(typed, blank)
        wanted, given = len(slot.letters), len(reading.figures)
        slot, rest = with_period(slot, reading.rest, self._adverbs)
        if not slot.letters or not reading.figures:
            return None
        tail = ""
        if not self._is_said(rest, blank) or given > wanted:
            tail = self._tail(reading, slot, blank) if given >= wanted else ""
            if not tail:
                return self._miscounted(slot, reading, rest, blank)
            slot = blank.slot if slot.wants is Wanted.SCOPE else slot
        if not takes_figures(blank.slot):
            return None if rest else Refusal(f"Say in words what it is about, too; for instance: {slot.example}")
        if given < wanted:
            return Refusal(_count_message(blank.slot, given))
        figures = self._signed(slot, reading.figures[:wanted])
        text = f"{filled(slot, figures, self._reader)} {tail}".rstrip()
        objected = [
            *_pointed(typed),
            *self._turned_round(typed, slot),
            *self.unit_missing(slot, figures),
            *self.objections(slot, reading.figures[:wanted], blank),
            *copied(text, blank.slot),
        ]
        return text, objected

    def _shaped(self, typed: str, blank: Blank) -> tuple[Slot, Reading]:
        """The slot in the form that the answer has, levels or a difference, and the answer read for that form."""
        slot = blank.slot
        reading = self._reader.read(typed, pair=is_pair(slot), change=is_change(slot))
        if is_pair(slot) and len(reading.figures) == 1 and (other := as_change(slot)) is not None:
            unit = reading.figures[0].unit
            before = {word.key for word in words_of(reading.plain[: reading.starts[0]])}
            is_share = unit == "percent" and slot.unit not in (None, unit)
            if before & {_BY, *_UPS_AND_DOWNS} or is_share:
                return other, self._reader.read(typed, change=True)
        if is_change(slot) and (other := as_levels(slot)) is not None:
            pair = self._reader.read(typed, pair=True)
            if len(pair.figures) == len(other.letters) == len(slot.letters) + 1:
                return other, pair
        return slot, reading

    def _is_said(self, words: Iterable[str], blank: Blank) -> bool:
        """Whether these words add nothing to the blank's own: they repeat them, or the name of what is measured, or for
        a size what the bullet says."""
        slot, kpi = blank.slot, blank.pack.kpis.get(blank.slot.kpi or "")
        names = " ".join((kpi.name, *kpi.abbr, *kpi.aliases)) if kpi else ""
        repeated = f"{slot.text} {names}" + (f" {blank.bullet}" if slot.wants is Wanted.SCOPE else "")
        said = {singular(word.key) for word in words_of(repeated)} | self._fillers
        direction = direction_of(slot, self._lexicon)
        return all(singular(word) in said or self._moves(word, direction) for word in words)

    def _moves(self, word: str, direction: str | None) -> bool:
        """Whether the word says, as the blank's own verb does, which way the number went: “fell” for “cutting”."""
        moves = {self._lexicon.verbs[lemma].moves for lemma, form in self._lexicon.forms_of(word) if form is Form.PAST}
        return direction is not None and (direction in moves or word in self._lexicon.terms_of(f"answer-{direction}"))

    def _tail(self, reading: Reading, slot: Slot, blank: Blank) -> str:
        """What follows the figures that the slot wants, if it says more of them: “in three months”, “a week”.

        Behind bare figures, to which the slot gives the unit, it might say that another one was meant.
        """
        wanted = len(slot.letters)
        if slot.wants is not Wanted.RESULT or not self._is_said(reading.rest_within(wanted), blank):
            return ""
        if any(letter.unit for letter in letters_of(slot, self._reader)) and not reading.figures[0].unit:
            return ""
        tail = reading.tail(wanted)
        words = words_of(tail)
        return tail if words and words[0].span.start == 0 and words[0].key in self._tail_links else ""

    def _miscounted(self, slot: Slot, reading: Reading, rest: Sequence[str], blank: Blank) -> Refusal | None:
        """The refusal of figures, too many or too few, that stand without words of their own."""
        given = len(reading.figures)
        if self._is_said(rest, blank) and takes_figures(blank.slot) and (not rest or given < len(slot.letters)):
            return Refusal(_count_message(blank.slot, given))
        return None

    def _signed(self, slot: Slot, figures: Sequence[Figure]) -> tuple[Figure, ...]:
        """The figures; of a fall “by -20%” the sign goes, since the verb says it."""
        if not is_change(slot) or direction_of(slot, self._lexicon) != "down":
            return tuple(figures)
        return tuple(
            replace(each, text=each.text.lstrip("-−– "), bare=each.bare.lstrip("-−– ")) if each.value < 0 else each
            for each in figures
        )

    def _turned_round(self, typed: str, slot: Slot) -> Iterator[Objection]:
        """An objection to “up” in an answer to “cutting …”, and to “down” in one to “raising …”."""
        direction = direction_of(slot, self._lexicon)
        words = {word.key for word in words_of(typed)}
        other = next((word for word in words & _UPS_AND_DOWNS if direction and word != direction), None)
        if other is not None and is_change(slot):
            yield Objection(f"“{slot.text.partition(' ')[0]}” says {direction}, and you say {other}: which is it?")

    def objections(self, slot: Slot, figures: Sequence[Figure], blank: Blank) -> Iterator[Objection]:
        return objections(slot, figures, blank.pack, self._lexicon, self._reader)

    def unit_missing(self, slot: Slot, figures: Sequence[Figure]) -> Iterator[Objection]:
        """An objection where figures stand without the unit that the slot, or else its example, is measured in."""
        is_given = any(figure.unit for figure in figures) or any(
            letter.unit for letter in letters_of(slot, self._reader)
        )
        sample = self._reader.read(slot.example).figures
        unit = slot.unit or (sample[-1].unit if sample else None) or ""
        shape = Shape.RATING if unit.startswith("rating-") else self._shapes.get(unit)
        if not is_given and shape in _UNITS_TO_ASK:
            numbers = " and ".join(figure.text for figure in figures)
            yield Objection(f"{numbers}: in {self._spoken(unit, shape)}? Type the unit.")

    def _spoken(self, unit: str, shape: Shape | None) -> str:
        """A unit as one would type it: “$” rather than its id."""
        if shape is Shape.RATING:
            return f"points out of {unit.removeprefix('rating-')}"
        return self._signs.get(unit, unit)


def copied(text: str, slot: Slot) -> Iterator[Objection]:
    """An objection to the slot's own example, if it is more than a word: it is somebody else's figure or doing."""
    if text.casefold() == slot.example.casefold() and " " in text:
        yield Objection("That is the example word for word: is it true of you?")


def _pointed(typed: str) -> Iterator[Objection]:
    """An objection to “1.200”, which is another number in English than in much of Europe."""
    if match := _POINTED.search(typed):
        yield Objection(f"{match[0]}: is that {match[0].replace('.', ',')}, or a fraction? Type it as in English.")


def _count_message(slot: Slot, given: int) -> str:
    if is_pair(slot):
        return (
            "Two numbers are wanted, the earlier and the later one, or by how much it changed (“by 12%”);"
            f" for instance: {slot.example}"
        )
    wanted = len(slot.letters)
    return f"{wanted} {'number is' if wanted == 1 else 'numbers are'} wanted here, and {given} given."
