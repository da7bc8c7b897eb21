"""Sizes: where a bullet says nothing of how many, and a blank can ask for it."""

from __future__ import annotations

from bulletcoach.model.facts import Act, Facts, MarkKind, Object, Token
from bulletcoach.model.text import Span
from bulletcoach.rewriting.blanks import BlankMaker, recurs, wants_size
from bulletcoach.rewriting.composing import Change, grammar
from bulletcoach.rewriting.draft import Draft
from bulletcoach.rewriting.edges import Step

_LONGEST = 24  # words; a longer bullet takes no blank for the size
_PLAIN = ("NN", "NNS", "JJ", "HYPH", "VBN", "VBG")
_NEW = "new"
_NEAR = 3  # nouns


def sizes(draft: Draft, step: Step | None, blanks: BlankMaker) -> list[Change]:
    """A blank for how many, if nothing else gives a size: in the place of “various”, else before a bare plural."""
    verb = draft.opening.verb
    unasked = verb is not None and verb.lemma in draft.lexicon.terms_of("unasked-size")
    if not wants_size(draft.bullet) or draft.must_ask or unasked:
        return []
    facts, body = draft.facts, draft.opening.body
    for mark in facts.marked(MarkKind.VAGUE):
        trim = next((each for each in draft.trims if each.span.covers(mark.span)), Change(mark.span))
        if body.covers(trim.span) and _is_before_plural(facts, mark.span):
            return [Change(trim.span, (blanks.blank("scope"),))]
    if len(facts.text.split()) > _LONGEST:
        return []
    thing = _bare_plural(draft, step)
    if thing is None:
        return []
    blank = blanks.blank(_rate(draft, thing))
    return [Change(Span(thing.span.start, thing.span.start), (blank, grammar(" ", tied=True)))]


def _rate(draft: Draft, thing: Object) -> str:
    """Whether to ask how many a day, a month, or in all: what is dealt with again and again has a rate."""
    described = thing.span.of(draft.facts.text).lower().split()[:-1]  # “quarterly reviews”, “new customers” come seldom
    verb = draft.opening.verb
    seldom = recurs(draft.facts) or any(word.endswith("ly") or word == _NEW for word in described)
    if seldom or (verb is not None and verb.act is Act.MAKE):
        return "scope"
    if thing.lemma in draft.lexicon.terms_of("counted-daily"):
        return "scope-daily"
    comes_and_goes = verb is not None and verb.lemma in draft.lexicon.terms_of("counted-monthly")
    return "scope-monthly" if comes_and_goes else "scope"


def _is_before_plural(facts: Facts, span: Span) -> bool:
    nouns = [token for token in facts.tokens if token.start >= span.end and token.tag.startswith("NN")]
    return any(token.tag in ("NNS", "NNPS") for token in nouns[:_NEAR])


def _is_joined_to_mass(facts: Facts, joint: Token) -> bool:
    """Whether “and” ties the plural to what cannot be counted: “desserts and wine”, “drivers and route planning”."""
    behind = [token for token in facts.tokens if token.start >= joint.end and token.tag not in ("DT", "JJ")]
    nouns = [token.tag for token in behind[:2] if token.tag.startswith("NN")]
    return joint.tag == "CC" and bool(behind) and behind[0].tag == "NN" and nouns[-1:] == ["NN"]


def _bare_plural(draft: Draft, step: Step | None) -> Object | None:
    """The act's own object, if it is a plural without article, number or quantity: the thing that can be counted."""
    facts = draft.facts
    start = step.words.end if step and step.words and draft.opening.verb else draft.opening.body.start
    thing = next((each for each in facts.objects if each.span.start >= start), None)
    if thing is None or facts.text[start : thing.span.start].strip():
        return None
    inside = [token for token in facts.tokens if thing.span.start <= token.start < thing.span.end]
    behind = next((token for token in facts.tokens if token.start >= thing.span.end), None)
    if not inside or any(token.tag not in _PLAIN for token in inside) or inside[-1].start != thing.head.start:
        return None
    if behind is not None and (behind.tag in ("JJ", "NN", "NNS") or _is_joined_to_mass(facts, behind)):
        return None
    head = inside[-1]
    counted = head.tag == "NNS" and head.text.lower() not in draft.lexicon.terms_of("uncounted")
    return thing if counted else None
