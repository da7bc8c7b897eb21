"""Passives made active, where the act was the writer's own."""

from __future__ import annotations

from dataclasses import dataclass

from bulletcoach.lexicon.lexicon import Lexicon
from bulletcoach.model.facts import Facts, Verb
from bulletcoach.model.rewrite import Part
from bulletcoach.model.text import Span
from bulletcoach.rewriting.composing import Change, kept


@dataclass(frozen=True, slots=True)
class Active:
    """A passive turned round: its subject comes behind the verb, and “by me” goes."""

    subject: Part
    changes: tuple[Change, ...] = ()


def activated(facts: Facts, head: Verb, index: int, lexicon: Lexicon) -> Active | None:
    """“Refunds were processed by me” for “Processed refunds”; `index` is the place of the head's token.

    None where somebody else is named, or the writer was the one to whom it was done (“was promoted”), or a second verb
    would lose its object (“were greeted and directed to the desk”). Without “by”, what a bullet tells was its writer's.
    """
    tokens = facts.tokens
    subject = next((each for each in tokens if each.head == index and each.dep == "nsubjpass"), None)
    helper = next((each for each in tokens if each.head == index and each.dep == "auxpass"), None)
    behind = tokens[index + 1] if index + 1 < len(tokens) else None
    if behind is not None and behind.tag in ("IN", "RP") and not any(each.head == index + 1 for each in tokens):
        return None  # “were dealt with by me”
    if subject is None or helper is None or subject.tag == "PRP" or len(facts.verbs) > 1:
        return None
    if any(each.dep == "auxpass" and each.start > head.span.end for each in tokens):
        return None  # “bugs were fixed and features were added”
    if any(each.dep == "conj" and each.head == index and each.tag.startswith("VB") for each in tokens):
        return None
    if not subject.end <= helper.start < head.span.start:
        return None
    moved = kept(facts.text, Span(0, helper.start))
    agent = next((number for number, each in enumerate(tokens) if each.head == index and each.dep == "agent"), None)
    if agent is None:
        return Active(moved)
    who = next((each for each in tokens[agent + 1 :] if each.head == agent), None)
    if who is None or who.text.lower() not in lexicon.terms_of("by-self"):
        return None
    return Active(moved, (Change(Span(tokens[agent].start, who.end)),))
