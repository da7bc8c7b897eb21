"""Wins: outcomes that anyone could check without a number. Promotions, awards, contracts won, audits passed."""

from __future__ import annotations

from collections.abc import Iterator

from bulletcoach.judging.acts import clause_at, objects_of
from bulletcoach.lexicon.lexicon import Lexicon
from bulletcoach.model.facts import Facts, Form, Mark, MarkKind, Role
from bulletcoach.model.text import Span

_RESULTS = "results"


class WinReader:
    """Finds wins in a bullet's facts."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._winning = lexicon.terms_of("winning")
        self._won = lexicon.terms_of("win-object")
        self._gained = lexicon.terms_of("gain")
        self._receiving = lexicon.terms_of("receiving")

    def find(self, facts: Facts) -> Span | None:
        """The words that state a win, if any; a hope or praise states none, nor does a stock opener's task."""
        if facts.opener is not None:
            return None
        hoped = facts.clauses_of(Role.INTENTION, Role.PRAISE)
        for mark in facts.marked(MarkKind.RECOGNITION, MarkKind.WIN):
            if any(clause.span.covers(mark.span) for clause in hoped):
                continue
            if self._is_fact(facts, mark) if mark.kind is MarkKind.WIN else self._is_of_writer(facts, mark):
                return mark.span
        return next(self._won_objects(facts), None)

    def _is_fact(self, facts: Facts, mark: Mark) -> bool:
        """Whether the win is told and not only an adjective: "zero-downtime releases" are a kind of release."""
        return "-" in mark.phrase or "-" not in mark.span.of(facts.text)

    def _is_of_writer(self, facts: Facts, mark: Mark) -> bool:
        """Whether the word of recognition is about the writer: it is the act itself, or what the act earned."""
        if not facts.verbs:
            return True
        if any(verb.span.overlaps(mark.span) or 0 <= mark.span.start - verb.span.end <= 1 for verb in facts.verbs):
            return True
        clause = clause_at(facts, mark.span.start)
        if clause is None or clause.verb is None:
            return False
        return clause.role is Role.RESULT or clause.verb.family == _RESULTS or clause.verb.lemma in self._receiving

    def _won_objects(self, facts: Facts) -> Iterator[Span]:
        """A winning verb in the past and what it won: "Passed the PCI audit", "Landed the first federal customer"."""
        for verb in facts.verbs:
            clause = clause_at(facts, verb.span.start)
            if verb.lemma in self._winning and verb.form is Form.PAST and clause is not None:
                for item in objects_of(facts, clause):
                    if not clause.span.overlaps(item.span):
                        continue
                    is_first = "first" in item.span.of(facts.text).lower().split() and item.lemma in self._gained
                    if item.lemma in self._won or is_first:
                        yield Span(verb.span.start, item.span.end)
