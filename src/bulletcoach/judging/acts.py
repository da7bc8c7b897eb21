"""What kind of act a bullet tells of: whose it was, and whether it was a finished thing or the daily round."""

from __future__ import annotations

import re

from bulletcoach.lexicon.lexicon import Lexicon
from bulletcoach.lexicon.records import HeadPlace, OpenerEntry, OpenerKind
from bulletcoach.model.facts import Act, Claim, Clause, Facts, Form, Mark, MarkKind, Object, Role, Strength, Verb
from bulletcoach.model.text import Span

# Compiled when a text has a number that may be a year.
_YEAR = r"(?i)\b(?:in|of|during|since|from)\s+(?:[A-Z][a-z]+\s+|the\s+)?(?:19|20)\d\d\b"
_JOB_DESCRIPTION = (Form.BASE, Form.GERUND, Form.THIRD, Form.PRESENT, Form.NOMINAL)
_COORDINATING = ("leadership", "organizational", "strategic")
# Characters within which a noun behind a verb is what the verb is about.
_NEXT_WORDS = 12


class ActReader:
    """Answers questions about the acts in a bullet's facts, with the words of a lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._openers = {entry.phrase: entry for entry in lexicon.openers}
        self._generic = lexicon.terms_of("generic-making")
        self._result_cues = lexicon.terms_of("result-cue")
        self._occasions = lexicon.terms_of("occasion")
        self._articles = lexicon.terms_of("article")

    def opener(self, facts: Facts) -> OpenerEntry | None:
        """The lexicon's entry for the bullet's opener."""
        return self._openers.get(facts.opener.phrase) if facts.opener else None

    def own_verbs(self, facts: Facts) -> tuple[Verb, ...]:
        """The verbs that name an act of one's own: none behind an opener, none that only take part."""
        opener = self.opener(facts)
        if opener is None:
            return tuple(verb for verb in facts.verbs if verb.act is not Act.VAGUE)
        later = facts.verbs[1:] if opener.head is HeadPlace.OWN else ()
        return tuple(verb for verb in later if verb.act in (Act.MAKE, Act.RESULT) and verb.form is Form.PAST)

    def hides_act(self, facts: Facts, clause: Clause | None) -> bool:
        """Whether what stands in `clause` hangs on an opener or verb that gives no act of one's own."""
        if clause is not None and clause.verb in facts.verbs[1:] and clause.verb.act is not Act.VAGUE:
            return False
        opener = self.opener(facts)
        if opener is not None and (opener.head is HeadPlace.AFTER or facts.head is None):
            return True
        if opener is not None and opener.kind is OpenerKind.INFINITIVE and opener.part is not None:
            return True  # “tried to cut churn by 20 %”
        return facts.head is not None and only_takes_part(facts.head)

    def is_daily_round(self, facts: Facts, verb: Verb) -> bool:
        """Whether a verb of making or change stands for the daily round after all: "Created daily reports".

        One particular thing ("a new returns form") never does. Without one, a job description's form does ("Design
        internal tools"), and so does making in a list behind a routine verb ("took orders, made drinks"), and a generic
        verb of making with a word of recurrence or with an object that no one finishes ("built relationships").
        """
        clause = clause_at(facts, verb.span.start)
        if clause is None:
            return False
        objects = objects_of(facts, clause)
        if any(_is_particular(facts, item) for item in objects):
            return False
        if verb.form in _JOB_DESCRIPTION:
            return True
        if verb.act is Act.MAKE and _is_listed_behind_routine(facts, verb):
            return True
        if verb.lemma not in self._generic:
            return False
        if any(_recurs(mark, clause, objects) for mark in facts.marked(MarkKind.RECURRENCE)):
            return True
        ongoing = facts.marked(MarkKind.ONGOING)
        return bool(objects) and all(any(mark.span.overlaps(item.head) for mark in ongoing) for item in objects)

    def benefit(self, facts: Facts, own: tuple[Verb, ...]) -> Clause | None:
        """A result clause besides the head clause: "…, improving morale", "and cut waiting times"."""
        for clause in facts.clauses_of(Role.RESULT):
            if clause.verb in facts.verbs:
                if clause.verb in own[1:] and clause.verb.form not in _JOB_DESCRIPTION:
                    return clause
            elif not self._names_routine(facts, clause):
                return clause
        return None

    def undertaking(self, facts: Facts, head: Verb) -> Mark | None:
        """A finite piece of work that the head verb led, ran or coordinated: "Led the office move"."""
        if facts.marked(MarkKind.RECURRENCE) or head.form in _JOB_DESCRIPTION:
            return None
        clause = clause_at(facts, head.span.start)
        if clause is None or head.act is not Act.ROUTINE or head.family not in _COORDINATING:
            return None
        heads = [item.head for item in objects_of(facts, clause)]
        undertakings = facts.marked(MarkKind.UNDERTAKING)
        return next((mark for mark in undertakings if any(mark.span.overlaps(head) for head in heads)), None)

    def occasion(self, facts: Facts, head: Verb) -> Span | None:
        """What ties a past act to one occasion: "after the fire", "in March 2020"."""
        if head.form is not Form.PAST:
            return None
        for clause in facts.clauses_of(Role.PROBLEM):
            rest = clause.span.of(facts.text)[len(clause.cue or "") :].split()
            is_definite = bool(rest) and (rest[0].lower() in self._articles or rest[0][:1].isupper())
            if clause.cue in self._occasions and is_definite:
                return clause.span
        year = re.search(_YEAR, facts.text) if "19" in facts.text or "20" in facts.text else None
        return Span(year.start(), year.end()) if year else None

    def _names_routine(self, facts: Facts, clause: Clause) -> bool:
        """ "…, generating reports": a verb of consequence whose object is the daily round."""
        if clause.verb is None or clause.verb.act is Act.RESULT or clause.cue in self._result_cues:
            return False
        behind = [mark for mark in facts.marked(MarkKind.ONGOING) if clause.span.covers(mark.span)]
        return any(mark.span.start - clause.verb.span.end <= _NEXT_WORDS for mark in behind)


def _is_listed_behind_routine(facts: Facts, verb: Verb) -> bool:
    """Whether the verb is one of a list that a routine verb opens: "Took orders, made drinks and handled cash"."""
    head = facts.head
    if head is None or verb is head or head.act is not Act.ROUTINE:
        return False
    return ";" not in facts.text[head.span.end : verb.span.start]


def only_takes_part(verb: Verb) -> bool:
    """Whether the verb gives no act of one's own: helped, assisted, supported, participated, worked."""
    if verb.act is not Act.VAGUE:
        return False
    return verb.claim is Claim.SUPPORT or (verb.claim is Claim.SHARE and verb.strength is Strength.WEAK)


def clause_at(facts: Facts, offset: int) -> Clause | None:
    """The clause that holds an offset."""
    return next((clause for clause in facts.clauses if clause.span.start <= offset < clause.span.end), None)


def objects_of(facts: Facts, clause: Clause) -> list[Object]:
    """The objects in a clause, or in the next one where coordinated verbs share them: "Built and kept records"."""
    for later in facts.clauses[facts.clauses.index(clause) :]:
        if objects := [item for item in facts.objects if later.span.overlaps(item.span)]:
            return objects
    return []


def names_one_thing(facts: Facts) -> bool:
    """Whether a noun phrase speaks of one thing: "Implementation of a new policy"."""
    return any(_is_particular(facts, item) for item in facts.objects) or re.search(r"\ba\b", facts.text) is not None


def _is_particular(facts: Facts, item: Object) -> bool:
    """Whether the object is one thing: it has an indefinite article, or "the" and a singular."""
    words = item.span.of(facts.text).lower().split()
    if not words:
        return False
    return words[0] in ("a", "an") or (words[0] == "the" and not words[-1].endswith("s"))


def _recurs(mark: Mark, clause: Clause, objects: list[Object]) -> bool:
    """Whether a word such as "daily" is about the act: in what is made, or at the clause's end."""
    return mark.span.end == clause.span.end or (bool(objects) and objects[0].span.overlaps(mark.span))
