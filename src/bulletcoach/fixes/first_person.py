"""“I” before the act: a résumé goes without it."""

from __future__ import annotations

from collections.abc import Set

from bulletcoach.fixes.proposing import Proposal
from bulletcoach.model.facts import Facts, MarkKind
from bulletcoach.model.finding import Applicability
from bulletcoach.model.rewrite import Origin, Part, Rewrite, RewriteKind
from bulletcoach.model.text import Span

_I = "i"
_FINITE = ("VBD", "VBP")
_HELPING = ("be", "have")  # “Was a waiter”, “Have trained staff” read as if a word were missing
_OBJECTS = ("dobj", "pobj", "dative")


def without_i(facts: Facts, states: Set[str]) -> Proposal | None:
    """The bullet without the “I” that opens it, where its verb follows at once and reads right alone.

    None where the sentence goes on with another “I” or “myself”, which would be left without the first, and before the
    verbs `states` in the present: “Know SQL” reads as an order.
    """
    subject, verb, *behind = facts.tokens[:3] if len(facts.tokens) > 1 else (None, None)
    if subject is None or verb is None or facts.head is None:
        return None
    opens = subject.start == 0 and subject.text.lower() == _I and subject.dep == "nsubj"
    own = sum(mark.phrase.startswith(_I) for mark in facts.marked(MarkKind.PRONOUN))
    acts = facts.head.span == Span(verb.start, verb.end) and verb.tag in _FINITE and verb.lemma not in _HELPING
    is_state = verb.tag == "VBP" and verb.lemma in states
    alone = any(token.text.lower() == "myself" and token.dep not in _OBJECTS for token in facts.tokens)
    used_to = verb.lemma == "use" and any(token.tag == "TO" for token in behind)
    if not (opens and acts and own == 1 and verb.start == len(_I) + 1) or used_to or alone or is_state:
        return None
    text = facts.text
    first = text[verb.start].upper() if text[0].isupper() else text[verb.start]
    span = Span(verb.start, len(text))
    part = Part(first + text[verb.start + 1 :], Origin.SOURCE, span)
    return Proposal(Applicability.SAFE, f"Leave out “{text[0]}”", Rewrite(RewriteKind.MINIMAL, (part,)))
