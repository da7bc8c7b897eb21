"""Answers: what a reply puts into a blank, or what speaks against it.

Two kinds of answer are understood. Figures (“9 to 6 min”, “by 30%”, “9 to 6 min in three months”) take the places of the
blank's letters; anything in words of one's own takes the place of all of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from bulletcoach.coaching.figures import ABOUT, Figure, FigureReader, Reading
from bulletcoach.coaching.phrasing import fitting, tidy
from bulletcoach.coaching.plausible import Objection, objections
from bulletcoach.coaching.reshaping import as_change, as_levels, with_period
from bulletcoach.coaching.slots import direction_of, filled, is_change, is_pair, letters_of, takes_figures
from bulletcoach.coaching.wording import misfits
from bulletcoach.lexicon.field import FieldPack
from bulletcoach.lexicon.lexicon import Lexicon
from bulletcoach.lexicon.phrases import singular, words_of
from bulletcoach.model.facts import Form, Shape
from bulletcoach.model.rewrite import Slot, Wanted

_UNITS_TO_ASK = (Shape.PERCENT, Shape.POINTS, Shape.DURATION, Shape.MONEY, Shape.RATING)
_LONGEST = 200
_ROOM_FOR_SCOPE = 3
_FIRST_DIGIT = re.compile(r"\d")
# One thousand two hundred in much of Europe, and one and a fifth in English.
_POINTED = re.compile(r"(?<![\d.])\d{1,3}\.\d{3}(?![\d.%])")
_BY = "by"


@dataclass(frozen=True, slots=True)
class Blank:
    """A slot in its place: the bullet's text, the words round the slot in the rewrite, and the field of work."""

    slot: Slot
    bullet: str
    before: str
    pack: FieldPack
    after: str = ""


@dataclass(frozen=True, slots=True)
class Settled:
    """A good answer: `text` fills the blank, `typed` is the reply that says so, for keeping."""

    text: str
    typed: str


@dataclass(frozen=True, slots=True)
class Doubt:
    """A reply that something speaks against. The same reply again stands; a unit alone completes it.

    `raised` counts the objections made to it so far.
    """

    message: str
    typed: str
    raised: int = 1


@dataclass(frozen=True, slots=True)
class Refusal:
    """A reply that cannot fill the blank, however often it is given."""

    message: str


Finding = Settled | Doubt | Refusal


class Examiner:
    """Examines replies with the words and units of a lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._reader = FigureReader(lexicon)
        self._shapes = {unit.id: unit.shape for unit in lexicon.units}
        self._signs = {unit.id: unit.signs[0] for unit in lexicon.units if unit.shape is Shape.MONEY and unit.signs}
        self._adverbs = lexicon.pairs_of("period-adverb")
        self._fillers = lexicon.terms_of("answer-filler")
        self._tail_links = lexicon.terms_of("tail-link")
        self._ups_and_downs = {"up", "down"}

    def examine(self, reply: str, blank: Blank, doubted: Doubt | None = None, *, estimate: bool = False) -> Finding:
        """What `reply` does for the blank; `doubted` is the doubt that it answers."""
        typed = tidy(reply)
        if doubted is not None and self._reader.unit_alone(typed):
            typed = self._completed(doubted.typed, typed, blank.slot)
        if estimate:
            typed = self._as_estimate(typed, blank.slot)
        return _judged(self._by_figures(typed, blank) or self._by_words(typed, blank), typed, doubted)

    def substitute(self, reply: str, blank: Blank, doubted: Doubt | None = None) -> Finding:
        """What `reply`, to a question asked instead of the blank's own, puts there: words, with or without a number."""
        typed = tidy(reply)
        if not typed:
            return _nothing()
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

    def _by_figures(self, typed: str, blank: Blank) -> tuple[str, list[Objection]] | Refusal | None:
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
            *self._unit_missing(slot, figures),
            *self._objections(slot, reading.figures[:wanted], blank),
            *_copied(text, blank.slot),
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
            if before & {_BY, *self._ups_and_downs} or is_share:
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
        return direction is not None and (direction in moves or word in self._lexicon.terms_of(f"moved-{direction}"))

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
        other = next((word for word in words & self._ups_and_downs if direction and word != direction), None)
        if other is not None and is_change(slot):
            yield Objection(f"“{slot.text.partition(' ')[0]}” says {direction}, and you say {other}: which is it?")

    def _by_words(self, typed: str, blank: Blank) -> tuple[str, list[Objection]] | Refusal:
        if not typed:
            return _nothing()
        slot = blank.slot
        text = fitting(typed, slot, blank.before, self._lexicon, blank.after)
        reading = self._reader.read(typed, pair=is_pair(slot))
        figures = reading.figures
        objected = list(_copied(text, slot))
        if figures and not reading.rest:
            objected += self._unit_missing(slot, figures)
        if (slot.letters or (slot.wants is Wanted.SCOPE and _FIRST_DIGIT.search(slot.example))) and not figures:
            objected.append(Objection(f"There is no number in it; for instance: {slot.example}"))
        elif is_pair(slot) and len(figures) == 2:
            objected.extend(replace(each, is_final=False) for each in self._objections(slot, figures, blank))
        objected += misfits(text, slot, blank.before, reading, self._lexicon)
        if len(text) > _LONGEST:
            objected.append(Objection("That is long for one blank of one bullet: can it be said in fewer words?"))
        return text, objected

    def _objections(self, slot: Slot, figures: Sequence[Figure], blank: Blank) -> Iterator[Objection]:
        return objections(slot, figures, blank.pack, self._lexicon, self._reader)

    def _unit_missing(self, slot: Slot, figures: Sequence[Figure]) -> Iterator[Objection]:
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

    def _completed(self, typed: str, unit: str, slot: Slot) -> str:
        """`typed` with the unit that was given afterwards: a word behind the last figure, a sign at each."""
        figures = [figure.text for figure in self._reader.read(typed, pair=is_pair(slot)).figures]
        if not figures:
            return typed
        if unit[0].isalpha():
            figures[-1] = f"{figures[-1]} {unit}"
        elif self._shapes.get(self._reader.unit_alone(unit) or "") is Shape.MONEY:
            figures = [_FIRST_DIGIT.sub(lambda digit: unit + digit[0], figure, count=1) for figure in figures]
        else:
            figures = [f"{figure}{unit}" for figure in figures]
        return " to ".join(figures)

    def _as_estimate(self, typed: str, slot: Slot) -> str:
        """`typed` with every figure hedged; one that the writer hedged keeps those words."""
        text, at = "", 0
        for figure in self._reader.read(typed, pair=is_pair(slot)).figures:
            place = typed.find(figure.text, at)
            if place < 0:
                continue
            text += typed[at:place] + ("" if figure.hedged else ABOUT) + figure.text
            at = place + len(figure.text)
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


def _pointed(typed: str) -> Iterator[Objection]:
    """An objection to “1.200”, which is another number in English than in much of Europe."""
    if match := _POINTED.search(typed):
        yield Objection(f"{match[0]}: is that {match[0].replace('.', ',')}, or a fraction? Type it as in English.")


def _copied(text: str, slot: Slot) -> Iterator[Objection]:
    """An objection to the slot's own example, if it is more than a word: it is somebody else's figure or doing."""
    if _same(text, slot.example) and " " in text:
        yield Objection("That is the example word for word: is it true of you?")


def _nothing() -> Refusal:
    return Refusal("Nothing typed. /skip leaves this blank out, /unknown asks for something else.")


def _count_message(slot: Slot, given: int) -> str:
    if is_pair(slot):
        return (
            "Two numbers are wanted, the earlier and the later one, or by how much it changed (“by 12%”);"
            f" for instance: {slot.example}"
        )
    wanted = len(slot.letters)
    return f"{wanted} {'number is' if wanted == 1 else 'numbers are'} wanted here, and {given} given."
