"""Fillers: a bullet without one, or with the shorter word for it."""

from __future__ import annotations

from collections.abc import Sequence, Set

from bulletcoach.fixes.proposing import Proposal
from bulletcoach.lexicon.phrases import words_of
from bulletcoach.model.facts import Facts, Mark, MarkKind, Token
from bulletcoach.model.finding import Applicability
from bulletcoach.model.rewrite import Rewrite, RewriteKind
from bulletcoach.model.text import Span
from bulletcoach.rewriting.composing import end_of_words, joined, rendered
from bulletcoach.rewriting.trimming import Trimmer

_TO = "to"
_ACTS = ("VBD", "VBP", "VBZ", "VB", "VBG")
_HELPS = ("aux", "auxpass")


def without_filler(span: Span, facts: Facts, trimmer: Trimmer, negations: Set[str]) -> Proposal | None:
    """The bullet without the filler at `span`; None where the sentence would not close over the gap.

    “With the goal of” stays before a number: “to” could be read as if the number had been reached. Behind a negation
    the filler may be all that is negated: “never simply closed a ticket”.
    """
    mark = next((each for each in facts.marked(MarkKind.FILLER) if each.span == span), None)
    if mark is None or any(word.key in negations for word in words_of(facts.text[: span.start])):
        return None
    changes = trimmer.without(mark, facts)
    instead = "".join(part.text for part in changes[0].parts) if changes else ""
    if not changes or len(instead.split()) >= len(span.of(facts.text).split()):
        return None  # “as needed” for “when needed” is no gain
    if not instead and not _is_idle(mark, changes[0].span, facts.tokens):
        return None
    if instead == _TO and any(quantity.span.start >= span.end for quantity in facts.quantities):
        return None
    parts = joined(rendered(facts.text, Span(0, end_of_words(facts.text)), changes), facts.text)
    title = f"Say “{instead}”" if instead else f"Leave out “{span.of(facts.text)}”"
    return Proposal(Applicability.UNSAFE, title, Rewrite(RewriteKind.MINIMAL, parts))


def _is_idle(mark: Mark, gone: Span, tokens: Sequence[Token]) -> bool:
    """Whether the words can go as they are: an adverb says how something was done, and nothing leans on them.

    “Highly available” is another thing than “available”, “effectively the manager” no manager; and of “carefully and
    with a hoist” an “and” would be left.
    """
    inside = [number for number, token in enumerate(tokens) if gone.covers(Span(token.start, token.end))]
    if not inside:
        return False
    adverb = tokens[inside[0]]
    if len(mark.phrase.split()) == 1 and adverb.tag == "RB" and not _is_act(adverb.head, tokens):
        return False
    before, behind = tokens[inside[0] - 1 : inside[0]], tokens[inside[-1] + 1 : inside[-1] + 3]
    if [token.tag for token in before] == ["CC"]:
        return bool(behind) and behind[0].tag in _ACTS
    return not behind or behind[0].tag != "CC" or behind[-1].tag in _ACTS


def _is_act(number: int, tokens: Sequence[Token]) -> bool:
    """Whether a token is the verb of an act, and neither describes a noun nor only ties it to another."""
    verb = tokens[number]
    helped = any(token.head == number and token.dep in _HELPS for token in tokens)
    return verb.lemma != "be" and verb.dep != "amod" and (verb.tag in _ACTS or (verb.tag == "VBN" and helped))
