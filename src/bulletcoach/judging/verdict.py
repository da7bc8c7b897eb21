"""The verdict on a bullet, and its reason in words.

The order of the questions is the product's definition of duty, action and achievement: what can be checked comes
first, then whether there is an act of the writer's own, then whether it was a finished thing or the daily round.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bulletcoach.lexicon.lexicon import Lexicon
from bulletcoach.lexicon.records import HeadPlace, OpenerEntry, OpenerKind
from bulletcoach.model.facts import Act, Claim, Clause, Facts, Form, Mark, MarkKind, Object, Role, Strength, Verb
from bulletcoach.model.judgement import Metric, MetricKind, Verdict
from bulletcoach.model.text import Span

_YEAR = re.compile(r"\b(?:in|of|during|since|from)\s+(?:[A-Z][a-z]+\s+|the\s+)?(?:19|20)\d\d\b", re.IGNORECASE)
_JOB_DESCRIPTION = (Form.BASE, Form.GERUND, Form.THIRD, Form.PRESENT, Form.NOMINAL)
# Characters within which a noun behind a verb is what the verb is about.
_NEXT_WORDS = 12


@dataclass(frozen=True, slots=True)
class Ruling:
    """A verdict with its reason."""

    verdict: Verdict
    reason: str


class Judge:
    """Rules on bullets from their facts and judged metrics."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._openers = {entry.phrase: entry for entry in lexicon.openers}

    def rule(self, facts: Facts, metrics: tuple[Metric, ...]) -> Ruling:
        """The verdict on a bullet."""
        outcomes = [metric for metric in metrics if metric.kind is MetricKind.OUTCOME]
        if outcomes:
            return self._with_outcome(facts, outcomes)
        if win := self._checkable_win(facts):
            return Ruling(Verdict.ACHIEVEMENT, f"“{win.of(facts.text)}” is an outcome that anyone can check")
        own = self._own_verbs(facts)
        opener = self._opener(facts)
        if not own:
            return self._without_act(facts, metrics, opener)
        return self._with_act(facts, metrics, own)

    # ---- with a number for the outcome -------------------------------------------------------------------------

    def _with_outcome(self, facts: Facts, outcomes: list[Metric]) -> Ruling:
        number = outcomes[0].quantity.text
        for metric in outcomes:
            if not self._hides_act(facts, metric):
                return Ruling(Verdict.ACHIEVEMENT, f"“{metric.quantity.text}” says what came of it")
        opener = facts.opener.text if facts.opener else facts.head.text if facts.head else ""
        return Ruling(Verdict.ACTION, f"“{number}” is an outcome, but “{opener}” does not say what your own part was")

    def _hides_act(self, facts: Facts, metric: Metric) -> bool:
        """Whether the outcome hangs on an opener or verb that gives no act of one's own."""
        clause = facts.clauses[metric.quantity.clause] if metric.quantity.clause is not None else None
        later = clause is not None and clause.verb in facts.verbs[1:] and clause.verb.act is not Act.VAGUE
        if later:
            return False
        opener = self._opener(facts)
        if opener is not None:
            return facts.head is None or _only_takes_part(facts.head) or opener.head is HeadPlace.AFTER
        return facts.head is not None and _only_takes_part(facts.head)

    # ---- with an outcome that needs no number ------------------------------------------------------------------

    def _checkable_win(self, facts: Facts) -> Span | None:
        """A promotion, award, contract won, audit passed: recognition of the writer, or a win that stands as a fact."""
        if facts.opener is not None:
            return None
        hoped = facts.clauses_of(Role.INTENTION, Role.PRAISE)
        for mark in facts.marked(MarkKind.RECOGNITION, MarkKind.WIN):
            if any(clause.span.covers(mark.span) for clause in hoped):
                continue
            if mark.kind is MarkKind.WIN or self._is_recognised(facts, mark):
                return mark.span
        return next(self._won_objects(facts), None)

    def _won_objects(self, facts: Facts) -> Iterator[Span]:
        """Contracts won, audits passed, elections carried: a winning verb in the past and what it won."""
        for verb in facts.verbs:
            clause = _clause_at(facts, verb.span.start)
            if verb.lemma in self._lexicon.terms_of("winning") and verb.form is Form.PAST and clause is not None:
                for item in facts.objects:
                    if clause.span.overlaps(item.span) and item.lemma in self._lexicon.terms_of("win-object"):
                        yield Span(verb.span.start, item.span.end)

    def _is_recognised(self, facts: Facts, mark: Mark) -> bool:
        """Whether the word of praise is about the writer: it is the act itself, or what the act earned."""
        if not facts.verbs:
            return True
        if any(verb.span.overlaps(mark.span) or 0 <= mark.span.start - verb.span.end <= 1 for verb in facts.verbs):
            return True
        clause = _clause_at(facts, mark.span.start)
        if clause is None or clause.verb is None:
            return False
        return clause.role is Role.RESULT or clause.verb.family == "results" or clause.verb.lemma in ("receive", "be")

    # ---- with no outcome ------------------------------------------------------------------------------------------

    def _without_act(self, facts: Facts, metrics: tuple[Metric, ...], opener: OpenerEntry | None) -> Ruling:
        """Openers, participatory verbs and bullets without a verb."""
        if opener is not None or (facts.head is not None and (not metrics or facts.head.claim is not Claim.OWN)):
            words = facts.opener.text if facts.opener else facts.head.text if facts.head else ""
            return Ruling(Verdict.DUTY, f"“{words}” gives no act of your own, and no result follows")
        if facts.nominal is not None and facts.nominal.act in (Act.MAKE, Act.RESULT) and _has_particular(facts):
            return Ruling(Verdict.ACTION, f"names a finished thing (“{facts.nominal.text}”), but no result")
        if metrics:
            return Ruling(Verdict.ACTION, f"“{metrics[0].quantity.text}” says how big, not what came of it")
        return Ruling(Verdict.DUTY, "names a task or a post without a verb, and no result")

    def _with_act(self, facts: Facts, metrics: tuple[Metric, ...], own: tuple[Verb, ...]) -> Ruling:
        head = own[0]
        if benefit := self._benefit(facts, own):
            return Ruling(Verdict.ACTION, f"“{benefit.span.of(facts.text)}” names a benefit without its size")
        if metrics:
            return Ruling(Verdict.ACTION, f"“{metrics[0].quantity.text}” says how big or how often, not what came of it")
        for verb in own:
            if verb.act is Act.RESULT and not self._is_daily_round(facts, verb):
                return Ruling(Verdict.ACTION, f"“{verb.text}” claims a change, but not its size")
            if verb.act is Act.MAKE and not self._is_daily_round(facts, verb):
                return Ruling(Verdict.ACTION, f"“{verb.text}” names a finished thing of your own, but no result")
        if undertaking := self._undertaking(facts, head):
            return Ruling(Verdict.ACTION, f"“{undertaking.span.of(facts.text)}” is a definite piece of work, but no result follows")
        if head.form is Form.PAST and (occasion := self._occasion(facts)):
            return Ruling(Verdict.ACTION, f"“{occasion.of(facts.text)}” tells of one occasion, but not of what came of it")
        if praise := facts.clauses_of(Role.PRAISE):
            return Ruling(Verdict.DUTY, f"“{praise[0].span.of(facts.text)}” is nothing that a reader could check")
        if intention := facts.clauses_of(Role.INTENTION):
            return Ruling(Verdict.DUTY, f"“{intention[0].span.of(facts.text)}” says what was hoped for, not what came of it")
        return Ruling(Verdict.DUTY, f"“{head.text}” is what the job was; nothing shows what came of it")

    def _benefit(self, facts: Facts, own: tuple[Verb, ...]) -> Clause | None:
        """A result clause of its own, not the head clause."""
        for clause in facts.clauses_of(Role.RESULT):
            if clause.verb in facts.verbs:
                if clause.verb in own[1:] and clause.verb.form not in _JOB_DESCRIPTION:
                    return clause
            elif not self._names_routine(facts, clause):
                return clause
        return None

    def _names_routine(self, facts: Facts, clause: Clause) -> bool:
        """ "…, generating reports": a verb of consequence whose object is the daily round."""
        if clause.verb is None or clause.verb.act is Act.RESULT or clause.cue in self._lexicon.terms_of("result-cue"):
            return False
        behind = [mark for mark in facts.marked(MarkKind.ONGOING) if clause.span.covers(mark.span)]
        return any(mark.span.start - clause.verb.span.end <= _NEXT_WORDS for mark in behind)

    def _is_daily_round(self, facts: Facts, verb: Verb) -> bool:
        """Whether a verb of making or change stands for the daily round after all: "Created daily reports".

        A recurring act is one, and so is making what no one can finish (relationships, a welcoming atmosphere). A job
        description's form ("Design internal tools", "Developing …") is one too unless it names one particular thing.
        """
        clause = _clause_at(facts, verb.span.start)
        if clause is None:
            return False
        objects = self._objects_of(facts, clause)
        if any(_is_particular(facts, item) for item in objects):
            return False
        if verb.form in _JOB_DESCRIPTION:
            return True
        if verb.lemma not in self._lexicon.terms_of("generic-making"):
            return False
        if any(_recurs(mark, clause, objects) for mark in facts.marked(MarkKind.RECURRENCE)):
            return True
        ongoing = facts.marked(MarkKind.ONGOING)
        return bool(objects) and all(any(mark.span.overlaps(item.head) for mark in ongoing) for item in objects)

    def _objects_of(self, facts: Facts, clause: Clause) -> list[Object]:
        """The objects in a clause, or in the next one where coordinated verbs share them: "Built and kept records"."""
        for later in facts.clauses[facts.clauses.index(clause) :]:
            if objects := [item for item in facts.objects if later.span.overlaps(item.span)]:
                return objects
        return []

    def _undertaking(self, facts: Facts, head: Verb) -> Mark | None:
        """A finite piece of work that the head verb led, ran or coordinated."""
        if _is_recurring(facts) or head.form in _JOB_DESCRIPTION or head.act is not Act.ROUTINE:
            return None
        if head.family not in ("leadership", "organizational", "strategic"):
            return None
        clause = _clause_at(facts, head.span.start)
        for mark in facts.marked(MarkKind.UNDERTAKING):
            if clause is not None and any(mark.span.overlaps(item.head) for item in self._objects_of(facts, clause)):
                return mark
        return None

    def _occasion(self, facts: Facts) -> Span | None:
        """What ties the act to one occasion: "after the fire", "in March 2020"."""
        for clause in facts.clauses_of(Role.PROBLEM):
            rest = facts.text[clause.span.start + len(clause.cue or "") : clause.span.end].split()
            definite = bool(rest) and (rest[0].lower() in self._lexicon.terms_of("article") or rest[0][:1].isupper())
            if clause.cue in self._lexicon.terms_of("occasion") and definite:
                return clause.span
        year = _YEAR.search(facts.text)
        return Span(year.start(), year.end()) if year else None

    # ---- acts and openers -----------------------------------------------------------------------------------------

    def _own_verbs(self, facts: Facts) -> tuple[Verb, ...]:
        """The verbs that name an act of one's own: none behind an opener, none that only take part."""
        opener = self._opener(facts)
        if opener is not None:
            later = facts.verbs[1:] if opener.head is HeadPlace.OWN else ()
            return tuple(verb for verb in later if verb.act in (Act.MAKE, Act.RESULT) and verb.form is Form.PAST)
        return tuple(verb for verb in facts.verbs if verb.act is not Act.VAGUE)

    def _opener(self, facts: Facts) -> OpenerEntry | None:
        return self._openers.get(facts.opener.phrase) if facts.opener else None

    def _is_fixed(self, facts: Facts) -> bool:
        opener = self._opener(facts)
        return opener is not None and opener.kind in (OpenerKind.FIXED, OpenerKind.LIST, OpenerKind.NOUN)


def _clause_at(facts: Facts, offset: int) -> Clause | None:
    return next((clause for clause in reversed(facts.clauses) if clause.span.start <= offset < clause.span.end), None)


def _only_takes_part(verb: Verb) -> bool:
    """Whether the verb gives no act of one's own: helped, assisted, supported, participated, worked."""
    return verb.act is Act.VAGUE and (verb.claim is Claim.SUPPORT or (verb.claim is Claim.SHARE and verb.strength is Strength.WEAK))


def _has_particular(facts: Facts) -> bool:
    """Whether a noun phrase speaks of one thing: "Implementation of a new policy"."""
    return " a " in f" {facts.text.lower()} " or " the new " in facts.text.lower()


def _recurs(mark: Mark, clause: Clause, objects: list[Object]) -> bool:
    """Whether a word such as "daily" is about the act: in what is made, or at the clause's end."""
    return mark.span.end == clause.span.end or (bool(objects) and objects[0].span.overlaps(mark.span))


def _is_recurring(facts: Facts) -> bool:
    return bool(facts.marked(MarkKind.RECURRENCE))


def _is_particular(facts: Facts, item: Object) -> bool:
    """Whether the object is one thing: it has an article or a number, or is a single noun in the singular."""
    phrase = item.span.of(facts.text).lower().split()
    return bool(phrase) and (phrase[0] in ("a", "an") or (phrase[0] == "the" and not phrase[-1].endswith("s")))
