"""Facts and their context in, a Judgement out."""

from __future__ import annotations

from bulletcoach.judging.kpi import KpiFinder
from bulletcoach.judging.metrics import metric_kind
from bulletcoach.judging.story import story_of
from bulletcoach.judging.verdict import Judge
from bulletcoach.lexicon.field import FieldPack, KpiEntry
from bulletcoach.lexicon.lexicon import Lexicon
from bulletcoach.model.facts import Facts, Quantity, Shape
from bulletcoach.model.judgement import Judgement, Metric, MetricKind


class Bench:
    """Judges bullets of one field: metrics and their KPIs, the story, the verdict and its reason."""

    def __init__(self, pack: FieldPack, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._kpis = KpiFinder(pack, lexicon)
        self._judge = Judge(lexicon)

    def judge(self, facts: Facts) -> Judgement:
        """The judgement of a bullet's facts."""
        metrics = self._metrics(facts)
        ruling = self._judge.rule(facts, metrics)
        return Judgement(ruling.verdict, ruling.reason, metrics, story_of(facts, metrics))

    def _metrics(self, facts: Facts) -> tuple[Metric, ...]:
        kinds = [(quantity, metric_kind(quantity, facts, self._lexicon)) for quantity in facts.quantities]
        counted = [(quantity, kind) for quantity, kind in kinds if kind is not None]
        named = self._kpis.find(facts, counted)
        return tuple(self._metric(facts, *pair, kpi) for pair, kpi in zip(counted, named, strict=True))

    def _metric(self, facts: Facts, quantity: Quantity, kind: MetricKind, kpi: KpiEntry | None) -> Metric:
        good = None if kpi is None or kpi.good == "scale" else kpi.good
        clause = facts.clauses[quantity.clause] if quantity.clause is not None else None
        # "Deflected 30%": the verb moves the contacts, while the number is the level of the KPI that it names.
        is_level = kpi is not None and clause is not None and clause.verb is not None and clause.verb.lemma in kpi.verbs
        change = None if is_level else _change(facts, quantity, self._lexicon)
        return Metric(quantity, kind, kpi.id if kpi else None, change, good)


def _change(facts: Facts, quantity: Quantity, lexicon: Lexicon) -> str | None:
    """ "up" or "down" where the numbers or the verb beside them say so."""
    if quantity.shape is Shape.CHANGE and quantity.other is not None and quantity.other != quantity.value:
        return "up" if quantity.value > quantity.other else "down"
    if quantity.comparative in ("up", "down"):
        return quantity.comparative
    clause = facts.clauses[quantity.clause] if quantity.clause is not None else None
    entry = lexicon.verbs.get(clause.verb.lemma) if clause is not None and clause.verb is not None else None
    if entry is None or entry.moves is None or quantity.shape is Shape.RATING:
        return None
    return entry.moves if quantity.link in ("by", "to", None) or _is_amount(quantity) else None


def _is_amount(quantity: Quantity) -> bool:
    """Whether the number can be the amount of a change."""
    return quantity.shape in (Shape.PERCENT, Shape.POINTS, Shape.MULTIPLE, Shape.MONEY, Shape.DURATION)
