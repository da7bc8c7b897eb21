"""Blanks: what a rewrite asks the writer for, with the question that fits what the bullet is about."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from bulletcoach.lexicon.field import KpiEntry
from bulletcoach.lexicon.lexicon import Lexicon
from bulletcoach.lexicon.records import UnitEntry
from bulletcoach.model.facts import Facts, Form, MarkKind, Role, Verb
from bulletcoach.model.judgement import Judged
from bulletcoach.model.rewrite import Origin, Part, Slot, Wanted
from bulletcoach.rewriting.inflection import inflected
from bulletcoach.rewriting.spelling import Spelling
from bulletcoach.rewriting.things import thing_entry
from bulletcoach.rules.reference import Reference

_WANTS = {
    "act-on": Wanted.ACT,
    "act-with": Wanted.PART,
    "part": Wanted.PART,
    "together": Wanted.PART,
    "detail": Wanted.DETAIL,
    "occasion": Wanted.PART,
    "unfilled": Wanted.SCOPE,
    "scope": Wanted.SCOPE,
    "scope-daily": Wanted.SCOPE,
    "scope-monthly": Wanted.SCOPE,
    "size": Wanted.RESULT,
    "size-up": Wanted.RESULT,
    "size-down": Wanted.RESULT,
    "problem": Wanted.PROBLEM,
    "method": Wanted.METHOD,
    "result": Wanted.RESULT,
}


class BlankMaker:
    """Makes blanks for the bullets of one field, in the source's spelling."""

    def __init__(self, reference: Reference, spelling: Spelling) -> None:
        self._reference = reference
        self._spelling = spelling

    def blank(self, name: str, *, instead: tuple[Part, ...] = ()) -> Part:
        """The blank of lexicons/blanks.toml called `name`."""
        entry = self._reference.lexicon.blanks[name]
        wants = _WANTS[name]
        unit = "count" if wants is Wanted.SCOPE else None
        return as_part(Slot(wants, entry.text, entry.ask, entry.example, unit=unit, instead=instead))

    def results(self, bullet: Judged, act: Verb | None = None, *, of_thing: bool = True) -> Iterator[Part]:
        """Blanks for the result, the one that fits best first; the last one fits anything.

        `act` is the verb that the rewrite opens with, if it is the writer's own.

        Without `of_thing` what the bullet names was not what the writer worked on (“worked with the design team”), and
        its figures are not his.
        """
        reference = self._reference.of(bullet)
        yardstick = reference.yardsticks.of(bullet.facts, act) if of_thing else None
        if yardstick is not None:
            kpi = reference.pack.kpis.get(yardstick.kpi) if yardstick.kpi else None
            yield self._result(yardstick.result, yardstick.example, yardstick.ask, kpi)
        entry = thing_entry(bullet, reference) if of_thing else None
        kpis = [kpi for name in (entry.kpis if entry else ()) if (kpi := reference.pack.kpis.get(name)) is not None]
        named = {metric.kpi for metric in bullet.judgement.metrics}
        if entry is not None and entry.result and not (kpis and kpis[0].id in named):
            # An object's own blank asks for its first KPI, in words that suit the object.
            first = kpis[0] if kpis and kpis[0].result else None
            yield self._result(entry.result, entry.example, entry.ask_outcome or entry.ask, first)
            kpis = kpis[1:]
        for kpi in kpis:
            if kpi.result and kpi.id not in named:
                yield self._result(kpi.result, kpi.example, _ask(kpi), kpi)
        yield self.blank("result")

    def measures_act(self, bullet: Judged, act: Verb | None) -> bool:
        """Whether the result asked for tells how well the act was done, and not what came of it."""
        return self._reference.of(bullet).yardsticks.of(bullet.facts, act) is not None

    def improvement(self, verb: str, rest: str, instead: tuple[Part, ...], *, down: bool) -> Part:
        """A blank in the place of what was only hoped for: [improving retention from X to Y]."""
        text = f"{verb} {rest} from X to Y"
        ask = f"Did it come about? {text[:1].upper()}{text[1:]}: what were X and Y?"
        example = f"{verb} {rest} from {'12% to 8%' if down else '60% to 72%'}"
        return as_part(Slot(Wanted.RESULT, text, ask, example, instead=instead))

    def _result(self, text: str, example: str, ask: str, kpi: KpiEntry | None) -> Part:
        windows = [each for each in kpi.plausible if self._is_in(example, each.unit)] if kpi else []
        window = windows[0] if windows else None
        if kpi is not None and kpi.plausible and window is None:
            kpi = None  # the blank asks for the thing's own figure: till differences in dollars are no accuracy
        return as_part(
            Slot(
                Wanted.RESULT,
                self._spelling.of(text),
                self._spelling.of(ask),
                self._spelling.of(example),
                unit=window.unit if window else None,
                kpi=kpi.id if kpi else None,
                low=window.low if window else None,
                high=window.high if window else None,
            )
        )

    def _is_in(self, example: str, unit: str) -> bool:
        """Whether an example is given in a unit, or in one of the same kind of length: minutes for seconds."""
        units = self._reference.units
        entry = units.get(unit)
        if entry is None or _shows(example, entry):
            return True
        if entry.seconds:
            return any(each.seconds and _shows(example, each) for each in units.values())
        return not entry.signs and "%" not in example and "$" not in example


def _shows(example: str, unit: UnitEntry) -> bool:
    """Whether an example has a sign or a word of a unit."""
    return any(sign in example for sign in unit.signs) or not set(unit.words).isdisjoint(example.lower().split())


def or_else(part: Part, instead: tuple[Part, ...]) -> Part:
    """A blank that gives way to `instead` if the writer leaves it out."""
    return replace(part, slot=replace(part.slot, instead=instead)) if part.slot is not None else part


def as_part(slot: Slot) -> Part:
    """The part that shows a blank."""
    return Part(f"[{slot.text}]", Origin.SLOT, slot=slot)


def as_finite(part: Part, lexicon: Lexicon) -> Part | None:
    """A result blank that begins a bullet: [cutting X …] as [cut X …]; None where its verb is not known."""
    slot = part.slot
    if slot is None:
        return None
    texts = [_finite(text, lexicon) for text in (slot.text, slot.example)]
    if None in texts:
        return None
    return as_part(Slot(slot.wants, texts[0] or "", slot.ask, texts[1] or "", slot.unit, slot.kpi, slot.low, slot.high))


def _finite(text: str, lexicon: Lexicon) -> str | None:
    gerund, _, rest = text.partition(" ")
    lemma = next((lemma for lemma, form in lexicon.forms_of(gerund.lower()) if form is Form.GERUND), None)
    past = inflected(lemma, Form.PAST, lexicon) if lemma else None
    return f"{past} {rest}" if past else None


def _ask(kpi: KpiEntry) -> str:
    letters = "From what, to what" if " X to Y" in kpi.result else "What was it"
    return f"Which figure shows it: {kpi.name}? {letters}?"


def wants_size(bullet: Judged) -> bool:
    """Whether a bullet says nothing of how many, how much or how often."""
    return not bullet.judgement.metrics and not any(not each.period for each in bullet.facts.quantities)


def recurs(facts: Facts) -> bool:
    """Whether the bullet says already how often: weekly, every month."""
    return bool(facts.marked(MarkKind.RECURRENCE))


def ends_in(facts: Facts, *roles: Role) -> bool:
    """Whether the last clause plays one of these parts."""
    return bool(facts.clauses) and facts.clauses[-1].role in roles
