"""Rows of verbs: those that stand beside a verb and take its form, “answered calls, logged tickets and escalated …”."""

from __future__ import annotations

from collections.abc import Iterator

from bulletcoach.lexicon.lexicon import Lexicon
from bulletcoach.model.facts import Facts, Form, Token, Verb
from bulletcoach.model.text import Span
from bulletcoach.rules.parts import token_of

_OBJECT = ("DT", "PRP$", "NN", "NNS", "NNP", "JJ", "CD", "IN", "CC", ",")


def joined_verbs(facts: Facts, head: Verb, lexicon: Lexicon) -> tuple[Verb, ...]:
    """The verbs in a row with `head`, in order, whatever their forms: “answering calls … and escalate to tier 2”.

    A word that the parse has for a noun is one of them only where it has an object of its own.
    """
    found = [verb for verb in facts.verbs if verb.span.start > head.span.start and not _is_noun(verb, facts)]
    if head.form is not Form.BASE:
        found.extend(_out_of_form(facts, (head, *found), lexicon))
    return tuple(sorted(found, key=lambda verb: verb.span))


def _out_of_form(facts: Facts, row: tuple[Verb, ...], lexicon: Lexicon) -> Iterator[Verb]:
    """Base forms in a row of other forms, which the analysis does not count as joined."""
    places = {token_of(verb, facts) for verb in row}
    for number, token in enumerate(facts.tokens):
        if token.dep != "conj" or token.head not in places or token.tag not in ("VB", "VBP"):
            continue
        span = Span(token.start, token.end)
        if any(verb.span == span for verb in facts.verbs) or _has_subject(facts.tokens, number):
            continue
        forms = lexicon.forms_of(token.text.lower())
        lemma = next((lemma for lemma, form in forms if form is Form.BASE), None)
        if lemma is not None:
            yield Verb(span, token.text, lemma, Form.BASE)


def _is_noun(verb: Verb, facts: Facts) -> bool:
    """Whether a joined word is a noun after all: the “chat” of “(phones + chat)”."""
    index = token_of(verb, facts)
    if index is None or facts.tokens[index].tag.startswith("VB"):
        return False
    behind = facts.tokens[index + 1] if index + 1 < len(facts.tokens) else None
    return behind is None or behind.tag not in _OBJECT


def _has_subject(tokens: tuple[Token, ...], number: int) -> bool:
    """Whether a verb has a subject or a helping verb of its own: “and if it fails, they call”."""
    return any(token.head == number and token.dep in ("nsubj", "aux", "mark") for token in tokens)
