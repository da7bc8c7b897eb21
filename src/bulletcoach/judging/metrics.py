"""Which quantities are metrics, and whether each is an outcome or only a size."""

from __future__ import annotations

import re

from bulletcoach.lexicon.lexicon import Lexicon
from bulletcoach.lexicon.phrases import keys_of, singular
from bulletcoach.model.facts import Act, Clause, Facts, Quantity, Role, Shape
from bulletcoach.model.judgement import MetricKind

# A hyphen before the unit ("four-week"), and not in a range ("4-5 minutes").
_ADJECTIVE = re.compile(r"-[A-Za-z]")
_A_WEEK = re.compile(r"\s?(?:a|per|each|/)\s?(?:week|wk)\b", re.IGNORECASE)


def metric_kind(quantity: Quantity, facts: Facts, lexicon: Lexicon) -> MetricKind | None:
    """Whether the quantity is an outcome or a scope; None where it measures nothing that was done.

    A period ("for 3 years") and a target ("to reach 95 %") are no metrics. Sizes and volumes are scope. Changes,
    levels, rates, ranks, ratings, money and time gained are outcomes.
    """
    clause = facts.clauses[quantity.clause] if quantity.clause is not None else None
    if quantity.period or _is_target(quantity, clause, facts, lexicon):
        return None
    if _is_outcome(quantity, clause, facts, lexicon):
        return MetricKind.OUTCOME
    return None if _is_working_time(quantity, facts) else MetricKind.SCOPE


def _is_working_time(quantity: Quantity, facts: Facts) -> bool:
    """ "37.5 hours a week", "20 hrs/wk": the contract, not the work."""
    return quantity.unit == "hours" and _A_WEEK.match(facts.text, quantity.span.end) is not None


def _is_outcome(quantity: Quantity, clause: Clause | None, facts: Facts, lexicon: Lexicon) -> bool:
    match quantity.shape:
        case Shape.CHANGE | Shape.RANK | Shape.RATING | Shape.POINTS:
            return True
        case Shape.MULTIPLE:
            return quantity.unit == "multiple" or not _is_share_of_work(quantity, clause, facts, lexicon)
        case Shape.PERCENT:
            return not _is_share_of_work(quantity, clause, facts, lexicon)
        case Shape.MONEY:
            return _is_money_gained(quantity, clause, facts, lexicon)
        case Shape.DURATION:
            return _is_time_gained(quantity, clause, facts, lexicon)
        case Shape.COUNT:
            return _is_count_gained(quantity, clause, facts, lexicon)
    return False


def _is_target(quantity: Quantity, clause: Clause | None, facts: Facts, lexicon: Lexicon) -> bool:
    """A level that was only aimed at: "to reach 95% CSAT", "with a target of 20 calls"."""
    if clause is None or clause.role is not Role.INTENTION or quantity.shape is Shape.CHANGE:
        return False
    verb = clause.verb
    if clause.cue != "to" or verb is None or verb.lemma in lexicon.terms_of("target-verb"):
        return True
    before = facts.text[max(0, quantity.span.start - 30) : quantity.span.start]
    return not lexicon.terms_of("goal").isdisjoint(keys_of(before))


def _is_share_of_work(quantity: Quantity, clause: Clause | None, facts: Facts, lexicon: Lexicon) -> bool:
    """ "Developed 55% of the app", "handled 30% of the calls": how much of something was one's own."""
    rest = keys_of(facts.text[quantity.span.end : quantity.span.end + 12])
    if rest[:1] != ["of"] or clause is None or clause.verb is None:
        return False
    verb = clause.verb
    counts = (
        verb.act is Act.RESULT
        or verb.lemma in lexicon.terms_of("completion")
        or quantity.noun in lexicon.terms_of("level")
    )
    return not counts and clause.role in (Role.ACTION, Role.TASK)


def _is_money_gained(quantity: Quantity, clause: Clause | None, facts: Facts, lexicon: Lexicon) -> bool:
    """Money saved, earned or raised, and not money that was there to be looked after."""
    after = set(map(singular, keys_of(facts.text[quantity.span.end : quantity.span.end + 40])[:4]))
    if not after.isdisjoint(map(singular, lexicon.terms_of("sure-benefit"))):
        return True
    if clause is not None and clause.verb is not None and clause.verb.lemma in lexicon.terms_of("finding"):
        return not after.isdisjoint(lexicon.terms_of("found-money"))
    benefit = not after.isdisjoint(map(singular, lexicon.terms_of("benefit")))
    size = quantity.noun in lexicon.terms_of("size")
    if size and quantity.link in lexicon.terms_of("base"):
        return False
    if quantity.link == "by" or quantity.comparative == "early":
        return True
    if clause is None or clause.verb is None:
        return benefit and not size
    verb = clause.verb
    gaining = verb.act is Act.RESULT or lexicon.tail_of(verb.lemma) == "result" or verb.family in ("sales", "results")
    gaining = gaining or verb.lemma in lexicon.terms_of("earning") or clause.role is Role.RESULT
    if size and verb.act is not Act.RESULT and verb.family != "sales":
        return False
    return gaining or (benefit and verb.act is not Act.ROUTINE)


def _is_time_gained(quantity: Quantity, clause: Clause | None, facts: Facts, lexicon: Lexicon) -> bool:
    """Time saved, a speed reached, a date beaten; not the length of a course or the hours worked."""
    if quantity.comparative:
        return True
    timed = quantity.noun in lexicon.terms_of("speed") or quantity.noun in lexicon.terms_of("level")
    # "a four-week academy" has its length; "a 24-hour response" is one.
    if _ADJECTIVE.search(quantity.text):
        return timed
    if quantity.link in lexicon.terms_of("bounding") and (timed or clause is not None):
        return True
    verb = clause.verb if clause is not None else None
    if (
        verb is not None
        and quantity.link != "of"
        and (verb.act is Act.RESULT or verb.lemma in lexicon.terms_of("freeing"))
    ):
        return True
    if timed and quantity.link != "of":
        return True
    return not lexicon.terms_of("wait").isdisjoint(keys_of(facts.text[: quantity.span.start])[-5:])


def _is_of_backlog(quantity: Quantity, facts: Facts, lexicon: Lexicon) -> bool:
    """ "a backlog of 2,300 tickets": work that had piled up, so that clearing it is done once."""
    return not lexicon.terms_of("piled-up").isdisjoint(keys_of(facts.text[: quantity.span.start])[-4:])


def _is_count_gained(quantity: Quantity, clause: Clause | None, facts: Facts, lexicon: Lexicon) -> bool:
    """Things won, prevented or brought to zero; not things handled."""
    if quantity.value == 0 or quantity.comparative == "early" or (quantity.link == "by" and quantity.comparative):
        return True
    if quantity.noun_span is not None and quantity.noun_span.end <= quantity.span.start:
        return True
    if clause is None or clause.verb is None:
        return False
    verb = lexicon.verbs.get(clause.verb.lemma)
    if verb is None:
        return False
    if clause.verb.act is Act.RESULT and clause.verb.act is not verb.act:
        return _is_object_of(quantity, clause)
    gains = quantity.noun in lexicon.terms_of("gain") or quantity.noun in lexicon.terms_of("level")
    if quantity.link == "under" and clause.verb.lemma in lexicon.terms_of("holding"):
        return True
    if clause.verb.lemma in lexicon.terms_of("clearing") and _is_of_backlog(quantity, facts, lexicon):
        return True
    if verb.moves is not None and (quantity.link in ("by", "to") or quantity.noun is not None):
        return _is_object_of(quantity, clause) or quantity.link in ("by", "to")
    if verb.act is Act.RESULT and verb.family in ("results", "sales"):
        return _is_object_of(quantity, clause)
    return gains and lexicon.tail_of(clause.verb.lemma) == "result" and _is_object_of(quantity, clause)


def _is_object_of(quantity: Quantity, clause: Clause) -> bool:
    """Whether the number stands right behind the verb, so that it counts what the verb acts on."""
    if clause.verb is None:
        return False
    word = clause.verb.text.lower().split("-")[-1]
    return quantity.link in (word, None, "back", "up", "out", "off", "down", "in")
