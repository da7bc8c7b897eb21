"""Fillers: a bullet without one, or with the shorter word for it."""

from __future__ import annotations

from bulletcoach.fixes.proposing import Proposal
from bulletcoach.model.facts import Facts, MarkKind
from bulletcoach.model.finding import Applicability
from bulletcoach.model.rewrite import Rewrite, RewriteKind
from bulletcoach.model.text import Span
from bulletcoach.rewriting.composing import end_of_words, joined, rendered
from bulletcoach.rewriting.trimming import Trimmer

_TO = "to"


def without_filler(span: Span, facts: Facts, trimmer: Trimmer) -> Proposal | None:
    """The bullet without the filler at `span`; None where the sentence would not close over the gap.

    “With the goal of” stays before a number: “to” could be read as if the number had been reached.
    """
    mark = next((each for each in facts.marked(MarkKind.FILLER) if each.span == span), None)
    changes = trimmer.without(mark, facts) if mark is not None else []
    instead = "".join(part.text for part in changes[0].parts) if changes else ""
    if not changes or len(instead.split()) >= len(span.of(facts.text).split()):
        return None  # “as needed” for “when needed” is no gain
    if instead == _TO and any(quantity.span.start >= span.end for quantity in facts.quantities):
        return None
    parts = joined(rendered(facts.text, Span(0, end_of_words(facts.text)), changes), facts.text)
    title = f"Say “{instead}”" if instead else f"Leave out “{span.of(facts.text)}”"
    return Proposal(Applicability.UNSAFE, title, Rewrite(RewriteKind.MINIMAL, parts))
