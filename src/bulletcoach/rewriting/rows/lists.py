"""Lists: acts that stand beside one another by their form alone, and what ties them."""

from __future__ import annotations

from collections.abc import Iterator

from bulletcoach.lexicon.lexicon import Lexicon
from bulletcoach.model.facts import Act, Facts, Form, Token, Verb
from bulletcoach.model.text import Span
from bulletcoach.rewriting.composing import Change, grammar
from bulletcoach.rewriting.rows.members import JOINTS, whole_word
from bulletcoach.rules.parts import token_of

_LIST = 3  # acts; of two the parse is the better judge


def listed_gerunds(facts: Facts, start: int, lexicon: Lexicon) -> tuple[Verb, ...]:
    """The acts of a list whose every member begins with a gerund, whatever the parse makes of it; else nothing.

    “Resetting passwords, imaging laptops and closing tickets”: `start` is where the list begins.
    """
    if "CC" not in facts.tags or facts.text.lower().count("ing") < _LIST:
        return ()
    tokens = [token for token in facts.tokens if token.start >= start]
    joints = [n for n, token in enumerate(tokens) if token.tag in JOINTS and n + 1 < len(tokens)]
    firsts = [0, *(n + 1 for n in joints if tokens[n + 1].tag not in JOINTS)]
    row = [_gerund_at(tokens[n], facts, lexicon) for n in firsts if n < len(tokens)]
    acts = [verb for verb in row if verb is not None]
    if len(acts) < _LIST or len(acts) < len(row) or not any(tokens[n].tag == "CC" for n in joints):
        return ()
    described = any(verb.text.lower() in lexicon.terms_of("describing-gerund") for verb in acts[1:])
    moved = any((entry := lexicon.verbs.get(verb.lemma)) is not None and entry.moves for verb in acts[1:])
    return () if described or moved else tuple(acts)


def _gerund_at(token: Token, facts: Facts, lexicon: Lexicon) -> Verb | None:
    """The gerund of a known verb that says what was done."""
    word = token.text.lower()
    if not word.endswith("ing"):
        return None
    lemma = next((each for each, form in lexicon.forms_of(word) if form is Form.GERUND), None)
    entry = lexicon.verbs.get(lemma) if lemma is not None else None
    if lemma is None or entry is None or entry.act is Act.VAGUE:
        return None
    span = whole_word(token, facts.text)
    told = next((verb for verb in facts.verbs if verb.span == span), None)
    return told or Verb(
        span, span.of(facts.text), lemma, Form.GERUND, entry.strength, entry.family, entry.claim, entry.act
    )


def token_at(start: int, row: tuple[Verb, ...]) -> Verb | None:
    """The verb of the row that begins at an offset."""
    return next((verb for verb in row if verb.span.start == start), None)


def links_before(facts: Facts, row: tuple[Verb, ...]) -> Iterator[Span]:
    """What tied a later member to the opener, and has nothing to be tied to now: the second “for” of “responsible for
    answering calls and for filing claims”."""
    if not row or "CC" not in facts.tags:
        return
    for first, joint, link in zip(facts.tokens, facts.tokens[1:], facts.tokens[2:], strict=False):
        if first.tag == "CC" and joint.tag == "IN" and token_at(link.start, row) is not None:
            yield Span(joint.start, link.start)


def last_joint(facts: Facts, others: tuple[Verb, ...]) -> Iterator[Change]:
    """“And” before the last act of a list that has none: “vacuumed, dusted, ironed”."""
    place = token_of(others[-1], facts) if others else None
    before = facts.tokens[place - 1] if place else None
    if before is None or before.text != "," or "CC" in facts.tags:
        return
    yield Change(Span(before.start, others[-1].span.start), (grammar(" and "),))
