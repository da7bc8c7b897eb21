"""Which KPI a number measures, by the field lexicon."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from msgspec import Struct

from bulletcoach.judging.typos import SHORTEST, TypoMender
from bulletcoach.lexicon.field import FieldPack, KpiEntry
from bulletcoach.lexicon.lexicon import Lexicon
from bulletcoach.lexicon.phrases import PhraseIndex, Word
from bulletcoach.model.facts import Clause, Facts, Quantity, Shape
from bulletcoach.model.judgement import MetricKind
from bulletcoach.model.text import Span

_RATING = "rating-"
_SCORE = "score-100"
_PERCENT = "percent"
# "brought ticket volume down 15%": the word that ties the number says that it moved.
_DIRECTIONS = ("up", "down")
# A name stands beside its number: further away than this many words it belongs to something else.
_NEAR = 9


class Naming(Struct, frozen=True):
    """A KPI's name found in a bullet, and whether it may mean something else."""

    kpi: KpiEntry
    span: Span
    is_maybe: bool


class _Hints(Struct, frozen=True):
    """Words that a KPI's ambiguous names need nearby, and words that speak against it."""

    needs: PhraseIndex[str]
    avoid: PhraseIndex[str]


class KpiFinder:
    """Finds the KPIs of one field pack."""

    def __init__(self, pack: FieldPack, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._kpis = pack.kpis
        self._money = {unit.id for unit in lexicon.units if unit.shape is Shape.MONEY}
        self._time = {unit.id for unit in lexicon.units if unit.seconds is not None}
        self._hints: dict[str, _Hints] = {}
        self._done = lexicon.terms_of("finishing")
        self._joints = lexicon.terms_of("joint")
        self._bases = lexicon.terms_of("base")
        self._trend = lexicon.terms_of("trend")

    @cached_property
    def _readings(self) -> dict[str, list[tuple[KpiEntry, bool]]]:
        """The KPIs by each of their names, and whether they are sure to be meant by it."""
        readings: dict[str, list[tuple[KpiEntry, bool]]] = {}
        for kpi in self._kpis.values():
            for name in (kpi.name, *kpi.abbr, *kpi.aliases):
                readings.setdefault(name.lower(), []).append((kpi, False))
            for name in kpi.maybe:
                readings.setdefault(name.lower(), []).append((kpi, True))
        return readings

    @cached_property
    def _index(self) -> PhraseIndex[list[tuple[KpiEntry, bool]]]:
        return PhraseIndex(self._readings.items(), plural=True, spelling=self._lexicon.pairs_of("spelling"))

    @cached_property
    def _typos(self) -> TypoMender:
        return TypoMender(self._readings)

    @cached_property
    def _by_act(self) -> dict[str, list[KpiEntry]]:
        """The KPIs that a verb names, alone or with the word that ties the number to it."""
        acts: dict[str, list[KpiEntry]] = {}
        for kpi in self._kpis.values():
            for verb in kpi.verbs:
                acts.setdefault(verb, []).append(kpi)
        return acts

    def find(self, facts: Facts, quantities: Sequence[tuple[Quantity, MetricKind]]) -> list[KpiEntry | None]:
        """The KPI of each quantity, in order; None where no name stands near or the units do not fit."""
        if not quantities or not self._kpis:
            return [None] * len(quantities)
        words = [self._typos.mended(word) if len(word.key) >= SHORTEST else word for word in facts.words]
        namings = [
            Naming(kpi, match.span, is_maybe) for match in self._index.find(words) for kpi, is_maybe in match.value
        ]
        spans = [quantity.span for quantity, kind in quantities if kind is MetricKind.OUTCOME]
        return [self._of(quantity, kind, facts, words, namings, spans) for quantity, kind in quantities]

    def _is_meant(self, naming: Naming, words: Sequence[Word]) -> bool:
        """Whether the words round a name bear out that the KPI is meant."""
        kpi = naming.kpi
        if naming.is_maybe and kpi.needs and not self._hints_of(kpi).needs.everywhere(words):
            return False
        return not (kpi.avoid and self._hints_of(kpi).avoid.everywhere(words))

    def _hints_of(self, kpi: KpiEntry) -> _Hints:
        if kpi.id not in self._hints:
            self._hints[kpi.id] = _Hints(PhraseIndex(_keyed(kpi.needs)), PhraseIndex(_keyed(kpi.avoid)))
        return self._hints[kpi.id]

    def _of(
        self,
        quantity: Quantity,
        kind: MetricKind,
        facts: Facts,
        words: Sequence[Word],
        namings: Sequence[Naming],
        spans: Sequence[Span],
    ) -> KpiEntry | None:
        """The KPI of a number: for a size what it counts; for an outcome the nearest name, else what the verb says."""
        clause = facts.clauses[quantity.clause] if quantity.clause is not None else None
        if kind is MetricKind.SCOPE:
            if quantity.link in self._bases:
                return None
            counted = (each for each in namings if each.kpi.flow and _counts(quantity, each))
            meant = next((each.kpi for each in counted if self._is_meant(each, words)), None)
            return self._reported(meant, clause) if meant else None
        near: list[tuple[float, KpiEntry]] = []
        for naming in namings:
            distance = self._distance(quantity, naming, facts, words, spans)
            fits = distance is not None and self._fits(quantity, naming, facts, clause)
            if distance is not None and fits and self._is_meant(naming, words):
                near.append((distance, naming.kpi))
        by_verb = self._by_verb(quantity, clause)
        if near:
            nearest = min(near, key=lambda pair: pair[0])[1]
            return by_verb if by_verb is not None and nearest.flow else self._reported(nearest, clause)
        return by_verb

    def _reported(self, kpi: KpiEntry, clause: Clause | None) -> KpiEntry:
        """The KPI under which a count is reported: a load as volume, finished work as work solved."""
        if clause is not None and clause.verb is not None and kpi.done_as and clause.verb.lemma in self._done:
            return self._kpis[kpi.done_as]
        return self._kpis[kpi.counted_as] if kpi.counted_as else kpi

    def _by_verb(self, quantity: Quantity, clause: Clause | None) -> KpiEntry | None:
        if clause is None or clause.verb is None:
            return None
        lemma = clause.verb.lemma
        named = [*self._by_act.get(lemma, ()), *self._by_act.get(f"{lemma} {quantity.link}", ())]
        fitting = {kpi.id for kpi in named if self._unit_fits(quantity, kpi)}
        return next((kpi for kpi in self._kpis.values() if kpi.id in fitting), None) if fitting else None

    def _distance(
        self, quantity: Quantity, naming: Naming, facts: Facts, words: Sequence[Word], spans: Sequence[Span]
    ) -> float | None:
        """How far the name stands from the number in words; None where another number or clause lies between."""
        if naming.span.overlaps(quantity.span):
            return 0.0
        behind = naming.span.start >= quantity.span.end
        between = Span(quantity.span.end, naming.span.start) if behind else Span(naming.span.end, quantity.span.start)
        if any(between.start <= other.start < between.end for other in spans):
            return None
        if _clause_index(facts, naming.span.start) != _clause_index(facts, quantity.span.start):
            return None
        inside = [word.key for word in words if between.start <= word.span.start < between.end]
        if len(inside) > _NEAR:
            return None
        # "95% CSAT" beats "CSAT … 95%", and a name right behind its number beats one far behind.
        adjoins = behind and len(inside) <= 2 and not self._joints & set(inside)
        return len(inside) if adjoins else len(inside) + (6 if behind else 2)

    def _fits(self, quantity: Quantity, naming: Naming, facts: Facts, clause: Clause | None) -> bool:
        """Whether an outcome can measure the named KPI: not a mere size, and in a unit that the KPI is measured in."""
        kpi = naming.kpi
        if kpi.scope and not kpi.flow:
            return False
        if kpi.flow and not self._is_moved(quantity, naming, facts, clause):
            return False
        return self._unit_fits(quantity, kpi)

    def _unit_fits(self, quantity: Quantity, kpi: KpiEntry) -> bool:
        """Whether a KPI can change or stand by this number: percent and multiples fit all, other units their kind."""
        units = set(kpi.units)
        if not units or quantity.shape in (Shape.PERCENT, Shape.MULTIPLE) or quantity.unit == _PERCENT:
            return True
        if quantity.unit in self._time:
            return bool(units & self._time)
        if quantity.unit in self._money:
            return bool(units & self._money)
        if quantity.shape is Shape.RATING or quantity.unit == "stars":
            return any(unit.startswith(_RATING) or unit == _SCORE for unit in units)
        if quantity.shape is Shape.RANK:
            return "rank" in units
        return bool(units - self._time - self._money)

    def _is_moved(self, quantity: Quantity, naming: Naming, facts: Facts, clause: Clause | None) -> bool:
        """Whether the contacts themselves changed ("cut tickets by 14 %") and are not where a rate was measured."""
        if _counts(quantity, naming) and quantity.link not in self._bases:
            return clause is None or clause.verb is None or clause.verb.lemma not in self._by_act
        entry = self._lexicon.verbs.get(clause.verb.lemma) if clause is not None and clause.verb is not None else None
        moves = entry is not None and entry.moves is not None
        moved = moves or quantity.shape is Shape.MULTIPLE or quantity.link in _DIRECTIONS
        if moved and any(item.span.overlaps(naming.span) for item in facts.objects):
            return True
        before = naming.span.end <= quantity.span.start
        between = facts.text[naming.span.end : quantity.span.start].split() if before else []
        is_object = (
            clause is not None
            and clause.verb is not None
            and 0 <= naming.span.start - clause.verb.span.end <= _ADJOINING
        )
        return (
            (moved and is_object)
            or quantity.link in _DIRECTIONS
            or any(token.lemma.lower() in self._trend for token in facts.tokens if token.text in between[:2])
        )


# Characters between a verb and its object, a determiner and an adjective allowed.
_ADJOINING = 20


def _counts(quantity: Quantity, naming: Naming) -> bool:
    """Whether the number directly counts the things named: "60+ technical tickets"."""
    noun = quantity.noun_span
    return quantity.shape is Shape.COUNT and noun is not None and naming.span.start <= noun.start < naming.span.end


def _clause_index(facts: Facts, offset: int) -> int:
    """The clause at an offset; what stands before the first one is its subject."""
    return max((n for n, clause in enumerate(facts.clauses) if clause.span.start <= offset), default=0)


def _keyed(phrases: Sequence[str]) -> list[tuple[str, str]]:
    return [(phrase, phrase) for phrase in phrases]
