"""Stories: problem, action and result in the order that the bullet's own parts suggest."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import islice

from bulletcoach.model.facts import Act, Form, Role
from bulletcoach.model.rewrite import Origin, Part, Rewrite, RewriteKind
from bulletcoach.model.text import Span
from bulletcoach.rewriting.blanks import BlankMaker, as_finite
from bulletcoach.rewriting.composing import grammar, rendered
from bulletcoach.rewriting.draft import Draft
from bulletcoach.rewriting.inflection import in_form, inflected
from bulletcoach.rewriting.spelling import Spelling
from bulletcoach.rewriting.strong import ending, told


def stories(draft: Draft, blanks: BlankMaker, spelling: Spelling, taken: Collection[str]) -> Iterator[Rewrite]:
    """The story of a bullet.

    Where the source ends in a benefit, the benefit comes first (“Made replies faster … by rebuilding …”). Where it tells
    its problem, or of a thing that was made, a blank for the result comes first. Else the problem is asked for.
    """
    if draft.opening.verb is None or draft.opening.shared or draft.opening.verb.form is Form.PASSIVE:
        return
    results = list(islice(blanks.results(draft.bullet), 3))
    other = results[1] if len(results) > 2 else results[0]
    found = list(_benefit_first(draft, blanks))
    if not found and (draft.facts.clauses_of(Role.PROBLEM) or draft.opening.verb.act is Act.MAKE):
        found = list(_result_first(draft, other))
    yield from found or _problem_first(draft, blanks, other)


def _benefit_first(draft: Draft, blanks: BlankMaker) -> Iterator[Rewrite]:
    facts = draft.facts
    last = facts.clauses[-1] if facts.clauses else None
    if last is None or last.role is not Role.RESULT or last.verb is None or last.verb in facts.verbs:
        return
    if last.verb.form is not Form.GERUND or last.span.start < draft.opening.body.start:
        return
    if last.cue is not None or draft.first_of(Role.METHOD) is not None:
        return
    past, rest = in_form(last.verb, Form.PAST, draft.lexicon), Span(last.verb.span.end, draft.opening.body.end)
    act = _gerund(draft, last.span.start)
    if past is None or not act:
        return
    benefit = (Part(past, Origin.SOURCE, last.verb.span), *rendered(facts.text, rest, draft.vague))
    size = () if _has_number(draft, last.span) else (grammar(" ", tied=True), blanks.blank("size"))
    yield Rewrite(RewriteKind.STORY, (*benefit, *size, grammar(" by "), *act))


def _result_first(draft: Draft, result: Part) -> Iterator[Rewrite]:
    finite = as_finite(result, draft.lexicon)
    end = draft.first_of(Role.PRAISE, Role.INTENTION, Role.RESULT)
    act = _gerund(draft, end)
    if finite is not None and act and draft.first_of(Role.METHOD) is None:
        yield Rewrite(RewriteKind.STORY, (finite, grammar(" by "), *act))


def _problem_first(draft: Draft, blanks: BlankMaker, result: Part) -> Iterator[Rewrite]:
    end, tail = ending(draft, blanks, result)
    step = draft.steps[0] if draft.is_large and draft.steps else None
    act = told(draft, step, draft.form, draft.vague, end)
    if act and draft.opening.before is None:
        lead = (grammar("When ", tied=True), blanks.blank("problem"), grammar(", ", tied=True))
        yield Rewrite(RewriteKind.STORY, (*lead, *act, *tail))


def _gerund(draft: Draft, until: int | None) -> tuple[Part, ...]:
    """The act as what was done for the result: “rebuilding the macro library”."""
    step = draft.steps[0] if draft.is_large and draft.steps else None
    return told(draft, step, Form.GERUND, draft.vague, until)


def _has_number(draft: Draft, span: Span) -> bool:
    return any(span.covers(metric.quantity.span) for metric in draft.bullet.judgement.metrics)


__all__ = ["inflected", "stories"]
