"""Answers: what a reply puts into a blank, or what speaks against it.

Two kinds of answer are understood. Figures (“9 to 6 min”, “by 30%”, “9 to 6 min in three months”) take the places of
the blank's letters; anything in words of one's own takes the place of all of it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from bulletcoach.coaching.blank import Blank, Doubt, Finding, Refusal, Settled
from bulletcoach.coaching.figured import FigureAnswers, copied
from bulletcoach.coaching.figures import ABOUT, Figure, FigureReader
from bulletcoach.coaching.phrasing import fitting, tidy
from bulletcoach.coaching.plausible import Objection
from bulletcoach.coaching.slots import is_pair, takes_figures
from bulletcoach.coaching.wording import misfits
from bulletcoach.lexicon.lexicon import Lexicon
from bulletcoach.lexicon.phrases import words_of
from bulletcoach.model.facts import Shape
from bulletcoach.model.rewrite import Slot, Wanted

_LONGEST = 200
_ROOM_FOR_SCOPE = 3
_FIRST_DIGIT = re.compile(r"\d")


class Examiner:
    """Examines replies with the words and units of a lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._reader = FigureReader(lexicon)
        self._figures = FigureAnswers(lexicon, self._reader)
        self._money = {unit.id for unit in lexicon.units if unit.shape is Shape.MONEY}

    def examine(self, reply: str, blank: Blank, doubted: Doubt | None = None, *, estimate: bool = False) -> Finding:
        """What `reply` does for the blank; `doubted` is the doubt that it answers."""
        typed = tidy(reply)
        if doubted is not None and self._reader.unit_alone(typed):
            typed = self._completed(doubted.typed, typed, blank.slot)
        if estimate:
            typed = self._as_estimate(typed, blank.slot)
        return _judged(self._figures.read(typed, blank) or self._by_words(typed, blank), typed, doubted)

    def substitute(self, reply: str, blank: Blank, doubted: Doubt | None = None) -> Finding:
        """What `reply`, to a question asked instead of the blank's own, puts there: words, with or without a number.

        Kept and given to the blank itself another time, it comes to the same.
        """
        typed = tidy(reply)
        if not typed:
            return _nothing()
        if by_figures := self._figures.read(typed, blank):
            return _judged(by_figures, typed, doubted)
        if blank.slot.wants is Wanted.SCOPE and len(typed.split()) > _ROOM_FOR_SCOPE:
            return Refusal("It stands before what was counted: a word or three fit there; for more, /own.")
        said = {word.key for word in words_of(f"{blank.before} {blank.after}")}
        if {word.key for word in words_of(typed)} <= said:
            return Refusal(f"The bullet says “{typed}” already.")
        text = fitting(typed, blank.slot, blank.before, self._lexicon, blank.after)
        reading = self._reader.read(typed)
        objected = misfits(text, blank.slot, blank.before, reading, self._lexicon, unasked=True)
        return _judged((text, list(objected)), typed, doubted)

    def figures_example(self, slot: Slot) -> str:
        """The slot's example with its figures alone, “9 to 6 minutes”; empty where words are wanted as well."""
        figures = self._reader.read(slot.example, pair=is_pair(slot)).figures
        if not takes_figures(slot) or len(figures) != len(slot.letters):
            return ""
        return " to ".join(figure.text for figure in figures)

    def _by_words(self, typed: str, blank: Blank) -> tuple[str, list[Objection]] | Refusal:
        if not typed:
            return _nothing()
        slot = blank.slot
        text = fitting(typed, slot, blank.before, self._lexicon, blank.after)
        reading = self._reader.read(typed, pair=is_pair(slot))
        figures = reading.figures
        objected = list(copied(text, slot))
        if figures and not reading.rest:
            objected += self._figures.unit_missing(slot, figures)
        if (slot.letters or (slot.wants is Wanted.SCOPE and _FIRST_DIGIT.search(slot.example))) and not figures:
            objected.append(Objection(f"There is no number in it; for instance: {slot.example}"))
        elif is_pair(slot) and len(figures) == 2 and self._is_comparable(slot, typed, figures):
            objected.extend(replace(each, is_final=False) for each in self._figures.objections(slot, figures, blank))
        objected += misfits(text, slot, blank.before, reading, self._lexicon)
        if len(text) > _LONGEST:
            objected.append(Objection("That is long for one blank of one bullet: can it be said in fewer words?"))
        return text, objected

    def _is_comparable(self, slot: Slot, typed: str, figures: Sequence[Figure]) -> bool:
        """Whether the limits of a blank hold for figures in words of the writer's own.

        They do if the figures have units, or the words tell of what the blank asks for: “cut mix-ups from 6 to 1” in a
        blank for the wait is another result, and no wait of one second.
        """
        if any(figure.unit is not None for figure in figures):
            return True
        passing = self._lexicon.terms_of("small-word")
        asked = {word.key for word in words_of(slot.text) if word.key not in passing and len(word.key) > 1}
        things = {word for word in asked if not self._lexicon.forms_of(word) or not word.endswith("ing")}
        return bool(things & {word.key for word in words_of(typed)})

    def _completed(self, typed: str, unit: str, slot: Slot) -> str:
        """`typed` with the unit that was given afterwards: a word behind the last figure, a sign at each."""
        figures = self._reader.read(typed, pair=is_pair(slot)).figures
        if unit[0].isalpha():
            last = max((typed.find(each.text) for each in figures), default=-1)
            return _exchanged(
                typed, [(each, f"{each.text} {unit}") for each in figures if typed.find(each.text) == last]
            )
        if self._reader.unit_alone(unit) in self._money:
            with_sign = [_FIRST_DIGIT.sub(lambda digit: unit + digit[0], each.text, count=1) for each in figures]
            return _exchanged(typed, list(zip(figures, with_sign, strict=True)))
        return _exchanged(typed, [(each, f"{each.text}{unit}") for each in figures])

    def _as_estimate(self, typed: str, slot: Slot) -> str:
        """`typed` with every figure hedged; one that the writer hedged keeps those words."""
        figures = self._reader.read(typed, pair=is_pair(slot)).figures
        return _exchanged(typed, [(each, ABOUT + each.text) for each in figures if not each.hedged])


def _exchanged(typed: str, figures: Sequence[tuple[Figure, str]]) -> str:
    """`typed` with other texts in the place of figures."""
    places = sorted((typed.find(figure.text), figure.text, other) for figure, other in figures)
    text, at = "", 0
    for place, old, new in places:
        place = typed.find(old, at) if place < at else place
        if place >= 0:
            text += typed[at:place] + new
            at = place + len(old)
    return text + typed[at:]


def _judged(found: tuple[str, list[Objection]] | Refusal, typed: str, doubted: Doubt | None) -> Finding:
    """What is to be said of an answer: the next of the objections that was not made to it yet."""
    if isinstance(found, Refusal):
        return found
    text, objected = found
    if final := next((each for each in objected if each.is_final), None):
        return Refusal(final.message)
    raised = doubted.raised if doubted is not None and _same(typed, doubted.typed) else 0
    return Doubt(objected[raised].message, typed, raised + 1) if len(objected) > raised else Settled(text, typed)


def _same(reply: str, other: str) -> bool:
    return reply.casefold() == other.casefold()


def _nothing() -> Refusal:
    return Refusal("Nothing typed. /skip leaves this blank out, /unknown asks for something else.")
