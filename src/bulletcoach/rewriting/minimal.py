"""Minimal rewrites: the grammar alone, nothing added and no blank."""

from __future__ import annotations

from collections.abc import Iterator

from bulletcoach.model.facts import Claim, Form
from bulletcoach.model.rewrite import Origin, Part, Rewrite, RewriteKind
from bulletcoach.model.text import Span
from bulletcoach.rewriting.composing import Change, end_before, end_of_words, rendered
from bulletcoach.rewriting.draft import Draft
from bulletcoach.rewriting.edges import Step
from bulletcoach.rewriting.inflection import in_form
from bulletcoach.rewriting.tense import form_for

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
        parts = rendered(draft.facts.text, whole, draft.vague)
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
        cut = end_before(text, verb.span.start, draft.lexicon)
        first = (*draft.head(None, draft.form), *draft.body(None, draft.form, draft.vague, until=cut))
        second = _second(draft, verb.span.start)
        if first and second:
            yield Rewrite(RewriteKind.MINIMAL, first, note="Two bullets read better than one this long.", second=second)
            return


def _second(draft: Draft, start: int) -> tuple[Part, ...]:
    span = Span(start, draft.opening.body.end)
    return rendered(draft.facts.text, span, [*draft.vague, *draft._joined_verbs(draft.form)])


def _told(draft: Draft, form: Form) -> tuple[Part, ...]:
    step: Step | str | None = None
    if draft.opening.noun:
        if not draft.named:
            return ()
        step = draft.named[0]
    elif draft.opening.verb is None:
        return _taking_part(draft)
    elif draft.is_large and draft.steps:
        step = draft.steps[0]
    head = draft.head(step, form)
    return (*head, *draft.body(step, form, draft.vague)) if head else ()


def _taking_part(draft: Draft) -> tuple[Part, ...]:
    """A bullet about what the writer took part in, as it is but for tense and fillers: it claims no more and no less."""
    verb = draft.opening.taking_part
    opener = draft.facts.opener
    if verb is None and opener is None:
        return ()
    if verb is not None and verb.claim is Claim.OWN:
        return ()
    changes = list(draft.vague)
    if verb is not None and (word := in_form(verb, form_for(draft.bullet, verb.form), draft.lexicon)):
        changes.append(Change(verb.span, (Part(word, Origin.SOURCE, verb.span),)))
    return rendered(draft.facts.text, Span(0, end_of_words(draft.facts.text)), changes)
