"""Minimal rewrites: the grammar alone, nothing added and no blank."""

from __future__ import annotations

from collections.abc import Iterator

from bulletcoach.model.facts import Form
from bulletcoach.model.rewrite import Rewrite, RewriteKind
from bulletcoach.model.text import Span
from bulletcoach.rewriting.composing import Change, end_of_words, rendered
from bulletcoach.rewriting.draft import Draft
from bulletcoach.rewriting.edges import Step

_LONG = 30  # words; where the rule too-long begins
_FEWEST = 6  # words that each half of a split bullet must have


def minimal(draft: Draft) -> Iterator[Rewrite]:
    """The act first, in the right tense, without stock phrase and filler.

    The writer's own verb stays unless it is a word that the rules would flag; a stock opener with a bare noun takes the
    verb that says no more.
    """
    if draft.opening.shared:
        return  # “we” cannot go without saying who else it was
    yield from (Rewrite(RewriteKind.MINIMAL, parts) for parts in [_told(draft, draft.form)] if parts)


def tightened(draft: Draft) -> Iterator[Rewrite]:
    """An achievement, told more tightly if it can be: it needs nothing else."""
    if draft.opening.verb is None or draft.opening.shared:
        whole = Span(0, end_of_words(draft.facts.text))
        parts = rendered(draft.facts.text, whole, draft.trims)
    else:
        parts = _told(draft, draft.form)
    if parts:
        yield Rewrite(RewriteKind.MINIMAL, parts)


def split(draft: Draft) -> Iterator[Rewrite]:
    """A long bullet of several acts as two, cut where an act begins, as near the middle as can be."""
    text, opening = draft.facts.text, draft.opening
    if len(text.split()) <= _LONG or opening.verb is None or opening.shared:
        return
    middle = len(text) / 2
    starts = sorted(opening.others, key=lambda verb: abs(verb.span.start - middle))
    for verb in starts:
        before, after = text[: verb.span.start], text[verb.span.start :]
        if min(len(before.split()), len(after.split())) < _FEWEST:
            continue
        cut = len(before.rstrip(" ,;&").removesuffix(" and").rstrip(" ,;"))
        first = (*draft.head(None, draft.form), *draft.body(None, draft.form, draft.trims, until=cut))
        second = _second(draft, verb.span.start)
        if first and second:
            yield Rewrite(RewriteKind.MINIMAL, first, note="Two bullets read better than one this long.", second=second)
            return


def _second(draft: Draft, start: int) -> tuple:  # type: ignore[type-arg]
    span = Span(start, draft.opening.body.end)
    return rendered(draft.facts.text, span, [*draft.trims, *draft._joined_verbs(draft.form)])


def _told(draft: Draft, form: Form) -> tuple:  # type: ignore[type-arg]
    step: Step | str | None = None
    if draft.opening.noun:
        if not draft.named:
            return ()
        step = draft.named[0]
    elif draft.opening.verb is None:
        whole = Span(0, end_of_words(draft.facts.text))
        return rendered(draft.facts.text, whole, draft.trims)
    elif draft.is_large and draft.steps:
        step = draft.steps[0]
    head = draft.head(step, form)
    return (*head, *draft.body(step, form, draft.trims)) if head else ()


__all__ = ["Change", "minimal", "split", "tightened"]
