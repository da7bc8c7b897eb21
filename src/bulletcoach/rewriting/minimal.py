"""Minimal rewrites: the grammar alone, nothing added and no blank."""

from __future__ import annotations

from collections.abc import Iterator

from bulletcoach.model.facts import Claim, Verb
from bulletcoach.model.rewrite import Origin, Part, Rewrite, RewriteKind
from bulletcoach.model.text import Span
from bulletcoach.rewriting.composing import Change, end_before, end_of_words, grammar, is_tidy, rendered
from bulletcoach.rewriting.draft import Draft
from bulletcoach.rewriting.inflection import in_form
from bulletcoach.rewriting.tense import form_for

_LONG = 30  # words; where the rule too-long begins
_FEWEST = 6  # words that each half of a split bullet must have


def minimal(draft: Draft) -> Iterator[Rewrite]:
    """The act first, in the right tense, without stock phrase and filler.

    The writer's own verb stays unless it is a word that the rules would flag; a stock opener with a bare noun takes the
    verb that says no more. What the writer only took part in stays so. “We” cannot go without saying who else it was.
    Nothing where that is what stands there already.
    """
    if draft.opening.shared or (draft.is_as_written and is_tidy(draft.facts.text)):
        return
    parts = _taking_part(draft) if draft.must_ask else draft.told(draft.plain_choice, draft.form)
    if parts:
        yield Rewrite(RewriteKind.MINIMAL, parts)


def tightened(draft: Draft) -> Iterator[Rewrite]:
    """An achievement, told more tightly if it can be: it needs nothing else."""
    if draft.opening.verb is None or draft.opening.shared:
        yield Rewrite(RewriteKind.MINIMAL, _as_it_is(draft))
    else:
        yield from minimal(draft)


def split(draft: Draft) -> Iterator[Rewrite]:
    """A long bullet of several acts as two, cut where an act begins, as near the middle as can be."""
    text, opening = draft.facts.text, draft.opening
    if len(text.split()) <= _LONG or opening.shared:
        return
    middle = len(text) / 2
    for verb in sorted(opening.others, key=lambda each: abs(each.span.start - middle)):
        cut = end_before(text, verb.span.start, draft.lexicon)
        if min(len(text[:cut].split()), len(text[verb.span.start :].split())) < _FEWEST:
            continue
        first = draft.told(draft.plain_choice, draft.form, _last_joint(draft, verb), until=cut)
        second = draft.rest(Span(verb.span.start, opening.body.end))
        yield Rewrite(RewriteKind.MINIMAL, first, note="Two bullets read better than one this long.", second=second)
        return


def _last_joint(draft: Draft, verb: Verb) -> list[Change]:
    """“And” in the place of the comma before the last act that stands before `verb`, where the cut took it away."""
    text = draft.facts.text
    before = [each for each in draft.opening.others if each.span.start < verb.span.start]
    if not before:
        return []
    last = before[-1].span.start
    comma = len(text[:last].rstrip())
    joined = text[draft.opening.body.start : last].lower().split()
    if text[comma - 1 : comma] != "," or any(word in draft.lexicon.terms_of("leading-on") for word in joined[-3:]):
        return []
    return [Change(Span(comma - 1, last), (grammar(" and "),))]


def _taking_part(draft: Draft) -> tuple[Part, ...]:
    """What the writer helped with, as it is but for tense and empty words: it claims no more and no less."""
    verb = draft.opening.taking_part
    if verb is None or verb.claim is not Claim.SUPPORT:
        return ()
    word = in_form(verb, form_for(draft.bullet, verb.form, draft.lexicon), draft.lexicon)
    return _as_it_is(draft, *([Change(verb.span, (Part(word, Origin.SOURCE, verb.span),))] if word else []))


def _as_it_is(draft: Draft, *changes: Change) -> tuple[Part, ...]:
    verb, opener = draft.opening.taking_part, draft.facts.opener
    inside = opener is not None and verb is not None and opener.span.covers(verb.span)
    start = 0
    if verb is not None:  # “to assist”, “I assisted”, “I helped with”
        start = opener.span.start if opener is not None and inside else verb.span.start
        start = draft.opening.before.start if draft.opening.before else start  # “occasionally helped”
    return rendered(draft.facts.text, Span(start, end_of_words(draft.facts.text)), [*changes, *draft.trims])
