"""Which KPI a number measures, by the field lexicon."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bulletcoach.lexicon.field import FieldPack, KpiEntry
from bulletcoach.lexicon.lexicon import Lexicon
from bulletcoach.lexicon.phrases import PhraseIndex, Word, words_of
from bulletcoach.model.facts import Facts, Quantity, Shape
from bulletcoach.model.judgement import MetricKind
from bulletcoach.model.text import Span

_MONEY = frozenset({"usd", "eur", "gbp", "inr", "money"})
_TIME = frozenset({"milliseconds", "seconds", "minutes", "hours", "days", "nights", "weeks", "months", "quarters", "years"})
# A name stands beside its number: further away than this many words it belongs to something else.
_NEAR = 9


@dataclass(frozen=True, slots=True)
class Naming:
    """A KPI's name found in a bullet."""

    kpi: KpiEntry
    span: Span
    first: int
    end: int


class KpiFinder:
    """Finds the KPIs of one field pack."""

    def __init__(self, pack: FieldPack, lexicon: Lexicon) -> None:
        spelling = lexicon.pairs_of("spelling")
        names = [(name, (kpi, False)) for kpi in pack.kpis.values() for name in (kpi.name, *kpi.abbr, *kpi.aliases)]
        maybe = [(name, (kpi, True)) for kpi in pack.kpis.values() for name in kpi.maybe]
        self._index: PhraseIndex[tuple[KpiEntry, bool]] = PhraseIndex([*names, *maybe], plural=True, spelling=spelling)
        self._completion = lexicon.terms_of("completion")

    def find(self, facts: Facts, quantities: Sequence[tuple[Quantity, MetricKind]]) -> list[KpiEntry | None]:
        """The KPI of each quantity, in order; None where no name stands near or the units do not fit."""
        words = words_of(facts.text)
        namings = list(self._namings(words))
        return [self._of(quantity, kind, facts, words, namings, quantities) for quantity, kind in quantities]

    def _namings(self, words: Sequence[Word]) -> list[Naming]:
        keys = {word.key for word in words}
        found = []
        for match in self._index.find(words):
            kpi, is_maybe = match.value
            if not (is_maybe and kpi.needs and not self._has_any(kpi.needs, words, keys)) and not (
                kpi.avoid and self._has_any(kpi.avoid, words, keys)
            ):
                found.append(Naming(kpi, match.span, match.first, match.end))
        return found

    def _has_any(self, phrases: Sequence[str], words: Sequence[Word], keys: set[str]) -> bool:
        index: PhraseIndex[str] = PhraseIndex([(phrase, phrase) for phrase in phrases], plural=True)
        return next(index.find(words), None) is not None

    def _of(
        self,
        quantity: Quantity,
        kind: MetricKind,
        facts: Facts,
        words: Sequence[Word],
        namings: Sequence[Naming],
        quantities: Sequence[tuple[Quantity, MetricKind]],
    ) -> KpiEntry | None:
        """The best named KPI for one number: right behind it, else nearest before it, else nearest behind, same clause."""
        others = [other.span for other, _ in quantities if other is not quantity]
        best: tuple[float, KpiEntry] | None = None
        for naming in namings:
            distance = self._distance(quantity, naming, facts, words, others)
            if distance is None or not self._fits(quantity, kind, naming, facts):
                continue
            if best is None or distance < best[0]:
                best = distance, naming.kpi
        return best[1] if best else None

    def _distance(
        self, quantity: Quantity, naming: Naming, facts: Facts, words: Sequence[Word], others: Sequence[Span]
    ) -> float | None:
        """How far the name stands from the number in words; None where another number or clause lies between."""
        behind = naming.span.start >= quantity.span.end
        between = Span(quantity.span.end, naming.span.start) if behind else Span(naming.span.end, quantity.span.start)
        if naming.span.overlaps(quantity.span):
            return 0.0
        if any(between.start <= other.start < between.end for other in others):
            return None
        if self._clause(facts, naming.span.start) != self._clause(facts, quantity.span.start):
            return None
        gap = sum(between.start <= word.span.start < between.end for word in words)
        if gap > _NEAR:
            return None
        # "95% CSAT" beats "CSAT … 95%": a name right behind its number is its name.
        return gap if behind and gap <= 2 else gap + 2 + (4 if behind else 0)

    def _clause(self, facts: Facts, offset: int) -> int:
        return max((n for n, clause in enumerate(facts.clauses) if clause.span.start <= offset), default=-1)

    def _fits(self, quantity: Quantity, kind: MetricKind, naming: Naming, facts: Facts) -> bool:
        """Whether the number can measure the KPI: its unit, and for a plain size that it counts the thing named."""
        kpi = naming.kpi
        if kind is MetricKind.SCOPE:
            counts = naming.span.start >= quantity.span.end and not facts.text[quantity.span.end : naming.span.start].count(",")
            return kpi.scope and kpi.flow and counts and quantity.shape is Shape.COUNT
        if quantity.shape in (Shape.PERCENT, Shape.POINTS, Shape.MULTIPLE, Shape.CHANGE, Shape.RANK):
            return quantity.shape is not Shape.RANK or "rank" in kpi.units
        return bool(_unit_names(quantity) & set(kpi.units)) if kpi.units else True


def _unit_names(quantity: Quantity) -> set[str]:
    if quantity.unit in _MONEY:
        return {"usd"}
    if quantity.unit in _TIME:
        return set(_TIME)
    if quantity.shape is Shape.RATING or quantity.unit == "stars":
        return {"rating-5", "rating-7", "rating-10", "score-100", quantity.unit}
    return {"count", "points", "score-100", "percent", quantity.unit}


