"""Scoring the gold set: what the product says of each bullet, held against the labels, in the figures of README.md."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt
from pathlib import Path

from bulletcoach.analysis import Analyser
from bulletcoach.judging import Bench
from bulletcoach.lexicon.lexicon import Lexicon
from bulletcoach.model.judgement import Judgement, Verdict

GOLD = Path(__file__).with_name("bullets.jsonl")
SUPPORT = "customer-service"


@dataclass(frozen=True)
class Label:
    """What a careful reader says of a bullet. `kpis` is filled for customer service only."""

    verdict: str
    metric_kind: str
    head_verb: str | None
    kpis: frozenset[str]


@dataclass(frozen=True)
class Case:
    """A bullet of the gold set, its label, and what the product said."""

    id: str
    text: str
    field: str
    gold: Label
    said: Label
    reason: str

    @property
    def differences(self) -> list[str]:
        """What differs, as "verdict: duty, not action"."""
        gold, said = self.gold, self.said
        pairs = [
            ("verdict", said.verdict, gold.verdict),
            ("metric", said.metric_kind, gold.metric_kind),
            ("head verb", said.head_verb, gold.head_verb),
        ]
        if self.field == SUPPORT:
            pairs.append(("KPIs", ", ".join(sorted(said.kpis)) or "none", ", ".join(sorted(gold.kpis)) or "none"))
        return [f"{name}: {have}, not {want}" for name, have, want in pairs if have != want]

    def __str__(self) -> str:
        return f"{self.id} “{self.text}”\n      {'; '.join(self.differences)} ({self.reason})"


def run_gold(analyser: Analyser, lexicon: Lexicon, path: Path = GOLD) -> list[Case]:
    """All cases, each judged in its own field where the lexicons have it."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]
    benches = {name: Bench(pack, lexicon) for name, pack in lexicon.fields.items()}
    cases = []
    for row, facts in zip(rows, analyser.analyse([row["text"] for row in rows]), strict=True):
        judgement = benches.get(row["field"], benches["general"]).judge(facts)
        gold = Label(row["verdict"], row["metric_kind"], row["head_verb"], frozenset(row["kpis"]))
        said = _said(judgement, facts.head.lemma if facts.head else None)
        cases.append(Case(row["id"], row["text"], row["field"], gold, said, judgement.reason))
    return cases


def _said(judgement: Judgement, head: str | None) -> Label:
    kind = "outcome" if judgement.outcomes else "scope" if judgement.scopes else "none"
    kpis = frozenset(metric.kpi for metric in judgement.metrics if metric.kpi)
    return Label(judgement.verdict.value, kind, head, kpis)


@dataclass(frozen=True)
class Confusion:
    """How often yes and no were said where yes and no was right."""

    both: int
    only_said: int
    only_gold: int
    neither: int

    @classmethod
    def of(cls, pairs: Iterable[tuple[bool, bool]]) -> Confusion:
        """From (gold, said) pairs."""
        counts = Counter(pairs)
        return cls(counts[True, True], counts[False, True], counts[True, False], counts[False, False])

    @property
    def precision(self) -> float:
        return _share(self.both, self.both + self.only_said)

    @property
    def recall(self) -> float:
        return _share(self.both, self.both + self.only_gold)

    @property
    def f1(self) -> float:
        return _share(2 * self.both, 2 * self.both + self.only_said + self.only_gold)

    @property
    def mcc(self) -> float:
        """Matthews correlation: 1 for all right, 0 for guessing, whatever the shares of yes and no."""
        a, b, c, d = self.both, self.only_said, self.only_gold, self.neither
        product = (a + b) * (a + c) * (d + b) * (d + c)
        return (a * d - b * c) / sqrt(product) if product else 0.0


def figures(cases: Sequence[Case]) -> dict[str, float]:
    """The figures by which the product is measured, from 0 to 1; more is better, except for the one that says so."""
    achievements = [case for case in cases if case.gold.verdict == Verdict.ACHIEVEMENT]
    plain = [case for case in cases if case.gold.metric_kind == "none" and case not in achievements]
    support = [case for case in cases if case.field == SUPPORT]
    named = Counter[str]()
    for case in support:
        named["gold"] += len(case.gold.kpis)
        named["said"] += len(case.said.kpis)
        named["both"] += len(case.gold.kpis & case.said.kpis)
    return {
        "verdict accuracy": _same(cases, lambda label: label.verdict),
        "duty F1": _yes_no(cases, lambda label: label.verdict == Verdict.DUTY).f1,
        "achievements called duty (less is better)": _share(
            sum(case.said.verdict == Verdict.DUTY for case in achievements), len(achievements)
        ),
        "duty against action without a metric, MCC": _yes_no(plain, lambda label: label.verdict == Verdict.DUTY).mcc,
        "metric kind accuracy": _same(cases, lambda label: label.metric_kind),
        "metric F1": _yes_no(cases, lambda label: label.metric_kind != "none").f1,
        "head verb accuracy": _same(cases, lambda label: label.head_verb),
        "KPI recall, support": _share(named["both"], named["gold"]),
        "KPI precision, support": _share(named["both"], named["said"]),
    }


def table(found: Mapping[str, float], floors: Mapping[str, float]) -> str:
    """The figures beside their floors, the ones that fell marked."""
    rows = [f"{'figure':44}{'now':>7}{'floor':>8}"]
    for name, value in found.items():
        mark = "" if holds(name, value, floors[name]) else "  <--"
        rows.append(f"{name:44}{value:7.3f}{floors[name]:8.3f}{mark}")
    return "\n".join(rows)


def holds(name: str, value: float, floor: float) -> bool:
    return value <= floor if name.endswith("(less is better)") else value >= floor


def _same(cases: Sequence[Case], of: Callable[[Label], object]) -> float:
    return _share(sum(of(case.gold) == of(case.said) for case in cases), len(cases))


def _yes_no(cases: Sequence[Case], of: Callable[[Label], bool]) -> Confusion:
    return Confusion.of((of(case.gold), of(case.said)) for case in cases)


def _share(part: float, whole: float) -> float:
    return part / whole if whole else 0.0


def main() -> None:
    """`python tests/gold/gold_score.py`: the figures, and every bullet that is read otherwise than labelled."""
    from bulletcoach.lexicon.lexicon import load_lexicon

    lexicon = load_lexicon()
    cases = run_gold(Analyser(lexicon), lexicon)
    for case in cases:
        if case.differences:
            print(case)
    print()
    for name, value in figures(cases).items():
        print(f"{name:44}{value:7.3f}")


if __name__ == "__main__":
    main()
