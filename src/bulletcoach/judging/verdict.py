"""The verdict on a bullet, and its reason in words.

The order of the questions is the product's definition of duty, action and achievement: what can be checked comes
first, then whether there is an act of the writer's own, then whether it was a finished thing or the daily round.
"""

from __future__ import annotations

from msgspec import Struct

from bulletcoach.judging.acts import ActReader, names_one_thing
from bulletcoach.judging.wins import WinReader
from bulletcoach.lexicon.lexicon import Lexicon
from bulletcoach.model.facts import Act, Claim, Facts, Role, Verb
from bulletcoach.model.judgement import Metric, MetricKind, Verdict

# What a verb of change or of making claims when nothing follows it.
_CLAIMS = {
    Act.RESULT: "claims a change, but not its size",
    Act.MAKE: "names a finished thing of your own, but no result",
}


class Ruling(Struct, frozen=True):
    """A verdict with its reason."""

    verdict: Verdict
    reason: str


class Judge:
    """Rules on bullets from their facts and judged metrics."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._acts = ActReader(lexicon)
        self._wins = WinReader(lexicon)

    def rule(self, facts: Facts, metrics: tuple[Metric, ...]) -> Ruling:
        """The verdict on a bullet."""
        if outcomes := [metric for metric in metrics if metric.kind is MetricKind.OUTCOME]:
            return self._with_outcome(facts, outcomes)
        if win := self._wins.find(facts):
            return Ruling(Verdict.ACHIEVEMENT, f"“{win.of(facts.text)}” is an outcome that anyone can check")
        if own := self._acts.own_verbs(facts):
            return self._with_act(facts, metrics, own)
        return self._without_act(facts, metrics)

    def _with_outcome(self, facts: Facts, outcomes: list[Metric]) -> Ruling:
        """A number for the outcome: an achievement, unless every outcome hangs on an act that was not one's own."""
        for metric in outcomes:
            clause = facts.clauses[metric.quantity.clause] if metric.quantity.clause is not None else None
            if not self._acts.hides_act(facts, clause):
                return Ruling(Verdict.ACHIEVEMENT, f"“{metric.quantity.text}” says what came of it")
        number, opening = outcomes[0].quantity.text, _opening(facts)
        return Ruling(Verdict.ACTION, f"“{number}” is an outcome, but “{opening}” does not say what your own part was")

    def _without_act(self, facts: Facts, metrics: tuple[Metric, ...]) -> Ruling:
        """Openers, verbs that only take part, and bullets without a verb."""
        serves = facts.opener is None and facts.head is not None and facts.head.claim is Claim.OWN
        if opening := _opening(facts):
            if not (serves and metrics):
                return Ruling(Verdict.DUTY, f"“{opening}” gives no act of your own, and no result follows")
        elif facts.nominal is not None and facts.nominal.act in (Act.MAKE, Act.RESULT) and names_one_thing(facts):
            return Ruling(Verdict.ACTION, f"names a finished thing (“{facts.nominal.text}”), but no result")
        if metrics:
            return Ruling(Verdict.ACTION, f"“{metrics[0].quantity.text}” says how big, not what came of it")
        return Ruling(Verdict.DUTY, "names a task or a post without a verb, and no result")

    def _with_act(self, facts: Facts, metrics: tuple[Metric, ...], own: tuple[Verb, ...]) -> Ruling:
        """An act of one's own without an outcome: credited for a benefit, a size or a finished thing, else a duty."""
        head = own[0]
        if benefit := self._acts.benefit(facts, own):
            return Ruling(Verdict.ACTION, f"“{benefit.span.of(facts.text)}” names a benefit without its size")
        if metrics:
            number = metrics[0].quantity.text
            return Ruling(Verdict.ACTION, f"“{number}” says how big or how often, not what came of it")
        for verb in own:
            if verb.act in _CLAIMS and not self._acts.is_daily_round(facts, verb):
                return Ruling(Verdict.ACTION, f"“{verb.text}” {_CLAIMS[verb.act]}")
        if undertaking := self._acts.undertaking(facts, head):
            name = undertaking.span.of(facts.text)
            return Ruling(Verdict.ACTION, f"“{name}” is a definite piece of work, but no result follows")
        if occasion := self._acts.occasion(facts, head):
            when = occasion.of(facts.text)
            return Ruling(Verdict.ACTION, f"“{when}” tells of one occasion, but not of what came of it")
        return _duty(facts, head)


def _duty(facts: Facts, head: Verb) -> Ruling:
    if praise := facts.clauses_of(Role.PRAISE):
        return Ruling(Verdict.DUTY, f"“{praise[0].span.of(facts.text)}” is nothing that a reader could check")
    if hope := facts.clauses_of(Role.INTENTION):
        return Ruling(Verdict.DUTY, f"“{hope[0].span.of(facts.text)}” says what was hoped for, not what came of it")
    return Ruling(Verdict.DUTY, f"“{head.text}” is what the job was; nothing shows what came of it")


def _opening(facts: Facts) -> str:
    """The words with which the bullet opens: its opener, else its head verb."""
    if facts.opener is not None:
        return facts.opener.text
    return facts.head.text if facts.head is not None else ""
