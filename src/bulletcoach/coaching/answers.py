"""Answers: what a reply puts into a blank, or what speaks against it.

Two kinds of answer are understood. Figures alone (“9 to 6 min”) take the places of the blank's letters; anything in
words of one's own takes the place of all of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bulletcoach.coaching.figures import Figure, FigureReader
from bulletcoach.coaching.phrasing import fitting, tidy
from bulletcoach.coaching.plausible import Objection, objections
from bulletcoach.coaching.slots import filled, is_pair, letters_of, takes_figures
from bulletcoach.lexicon.field import FieldPack
from bulletcoach.lexicon.lexicon import Lexicon
from bulletcoach.lexicon.phrases import singular, words_of
from bulletcoach.model.facts import Shape
from bulletcoach.model.rewrite import Slot, Wanted

# How an estimate is marked, unless the writer has hedged it already.
ABOUT = "about "
_UNITS_TO_ASK = (Shape.PERCENT, Shape.POINTS, Shape.DURATION, Shape.MONEY, Shape.RATING)
_LONGEST = 200
_ROOM_FOR_SCOPE = 3
_FIRST_DIGIT = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Blank:
    """A slot in its place: the bullet's text, the words before the slot in the rewrite, and the field of work."""

    slot: Slot
    bullet: str
    before: str
    pack: FieldPack


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
        self._adverbs = lexicon.pairs_of("period-adverb")

    def examine(self, reply: str, blank: Blank, doubted: Doubt | None = None, *, estimate: bool = False) -> Finding:
        """What `reply` does for the blank; `doubted` is the doubt that it answers."""
        typed = tidy(reply)
        if doubted is not None and self._reader.unit_alone(typed):
            typed = self._completed(doubted.typed, typed, blank.slot)
        if estimate:
            typed = self._as_estimate(typed, blank.slot)
        raised = doubted.raised if doubted is not None and _same(typed, doubted.typed) else 0
        found = self._by_figures(typed, blank) or self._by_words(typed, blank)
        if isinstance(found, Refusal):
            return found
        text, objected = found
        if final := next((each for each in objected if each.is_final), None):
            return Refusal(final.message)
        return Doubt(objected[raised].message, typed, raised + 1) if len(objected) > raised else Settled(text, typed)

    def substitute(self, reply: str, blank: Blank) -> Settled | Refusal:
        """What `reply`, to a question asked instead of the blank's own, puts there: words, with or without a number."""
        typed = tidy(reply)
        if not typed:
            return _nothing()
        if blank.slot.wants is Wanted.SCOPE and len(typed.split()) > _ROOM_FOR_SCOPE:
            return Refusal("It stands before what was counted: a word or three fit there; for more, /own.")
        return Settled(fitting(typed, blank.slot, blank.before, self._lexicon), typed)

    def figures_example(self, slot: Slot) -> str:
        """The slot's example with its figures alone, “9 to 6 minutes”; empty where words are wanted as well."""
        figures = self._reader.read(slot.example, pair=is_pair(slot)).figures
        if not takes_figures(slot) or len(figures) != len(slot.letters):
            return ""
        return " to ".join(figure.text for figure in figures)

    def _by_figures(self, typed: str, blank: Blank) -> tuple[str, list[Objection]] | Refusal | None:
        """The blank's text with the figures of `typed`, if it holds nothing else; None for an answer in words."""
        slot = blank.slot
        reading = self._reader.read(typed, pair=is_pair(slot))
        slot, rest = self._with_period(slot, reading.rest)
        if not slot.letters or not reading.figures or not set(map(singular, rest)) <= self._said(blank):
            return None
        if not takes_figures(blank.slot):
            return None if rest else Refusal(f"Say in words what it is about, too; for instance: {slot.example}")
        wanted, given = len(slot.letters), len(reading.figures)
        if given != wanted:
            return Refusal(_count_message(slot, given)) if not rest or given < wanted else None
        text = filled(slot, reading.figures, self._reader)
        objected = [*self._unit_missing(slot, reading.figures), *self._objections(slot, reading.figures, blank)]
        return text, [*objected, *_copied(text, slot)]

    def _by_words(self, typed: str, blank: Blank) -> tuple[str, list[Objection]] | Refusal:
        if not typed:
            return _nothing()
        slot = blank.slot
        text = fitting(typed, slot, blank.before, self._lexicon)
        reading = self._reader.read(typed, pair=is_pair(slot))
        figures = reading.figures
        objected = list(_copied(text, slot))
        if figures and not reading.rest:
            objected += self._unit_missing(slot, figures)
        if slot.letters and not figures:
            objected.append(Objection(f"There is no number in it; for instance: {slot.example}"))
        elif is_pair(slot) and len(figures) == 2:
            objected.extend(replace(each, is_final=False) for each in self._objections(slot, figures, blank))
        if len(text) > _LONGEST:
            objected.append(Objection("That is long for one blank of one bullet: can it be said in fewer words?"))
        return text, objected

    def _objections(self, slot: Slot, figures: Sequence[Figure], blank: Blank) -> Iterator[Objection]:
        return objections(slot, figures, blank.pack, self._lexicon, self._reader)

    def _said(self, blank: Blank) -> set[str]:
        """Words that an answer may repeat without adding any: the slot's own, and for a size those of the bullet."""
        repeated = blank.slot.text + (f" {blank.bullet}" if blank.slot.wants is Wanted.SCOPE else "")
        return {singular(word.key) for word in words_of(repeated)}

    def _with_period(self, slot: Slot, rest: Sequence[str]) -> tuple[Slot, tuple[str, ...]]:
        """The slot with the period of the answer, “N weekly” for “40 a week”, and the words left over then."""
        if slot.wants is not Wanted.SCOPE or len(slot.letters) != 1:
            return slot, tuple(rest)
        known = {**self._adverbs, **{adverb: adverb for adverb in self._adverbs.values()}}
        period = next((word for word in rest if singular(word) in known), None)
        if period is None:
            return slot, tuple(rest)
        words = slot.text.split(" ")
        kept = [word for word in words if word not in self._adverbs.values()]
        place = words.index(slot.letters[0]) + 1 if slot.letters[0] in words else len(kept)
        kept.insert(min(place, len(kept)), known[singular(period)])
        return replace(slot, text=" ".join(kept)), tuple(word for word in rest if word != period)

    def _unit_missing(self, slot: Slot, figures: Sequence[Figure]) -> Iterator[Objection]:
        """An objection where figures stand without the unit that the slot is measured in."""
        is_given = any(figure.unit for figure in figures) or any(
            letter.unit for letter in letters_of(slot, self._reader)
        )
        shape = Shape.RATING if (slot.unit or "").startswith("rating-") else self._shapes.get(slot.unit or "")
        if not is_given and shape in _UNITS_TO_ASK:
            numbers = " and ".join(figure.text for figure in figures)
            unit = f"points out of {str(slot.unit).removeprefix('rating-')}" if shape is Shape.RATING else slot.unit
            yield Objection(f"{numbers}: in {unit}? Type the unit.")

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


def _same(reply: str, other: str) -> bool:
    return reply.casefold() == other.casefold()


def _copied(text: str, slot: Slot) -> Iterator[Objection]:
    """An objection to the slot's own example, if it is more than a word: it is somebody else's figure or doing."""
    if _same(text, slot.example) and " " in text:
        yield Objection("That is the example word for word: is it true of you?")


def _nothing() -> Refusal:
    return Refusal("Nothing typed. /skip leaves this blank out, /unknown asks for something else.")


def _count_message(slot: Slot, given: int) -> str:
    if is_pair(slot):
        return f"Two numbers are wanted, the earlier and the later one; for instance: {slot.example}"
    wanted = len(slot.letters)
    return f"{wanted} {'number is' if wanted == 1 else 'numbers are'} wanted here, and {given} given."
