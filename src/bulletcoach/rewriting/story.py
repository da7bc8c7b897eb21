"""Stories: problem, action and result in the order that the bullet's own parts suggest."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import islice

from bulletcoach.model.facts import Act, Clause, Form, Role
from bulletcoach.model.rewrite import Origin, Part, Rewrite, RewriteKind
from bulletcoach.model.text import Span
from bulletcoach.rewriting.blanks import BlankMaker, as_finite
from bulletcoach.rewriting.composing import grammar
from bulletcoach.rewriting.draft import Draft
from bulletcoach.rewriting.ending import ending, is_unsized_change, praise
from bulletcoach.rewriting.inflection import in_form


def stories(draft: Draft, blanks: BlankMaker, taken: Collection[str]) -> Iterator[Rewrite]:
    """The story of a bullet.

    Where the source ends in a benefit, the benefit comes first (“Made replies faster … by rebuilding …”). Where it
    tells its problem, or of a thing that was made, a blank for the result comes first. Else the problem is asked for.
    """
    verb = draft.opening.verb
    if verb is None or draft.opening.shared or draft.opening.before or verb.form is Form.PASSIVE:
        return
    results = list(islice(blanks.results(draft.bullet), 3))
    other = results[1] if len(results) > 2 else results[0]  # the last one fits anything, and says least
    found = list(_benefit_first(draft, blanks))
    if not found and (draft.facts.clauses_of(Role.PROBLEM) or verb.act is Act.MAKE):
        found = list(_result_first(draft, other))
    yield from found or _problem_first(draft, blanks, other, taken)


def _benefit_first(draft: Draft, blanks: BlankMaker) -> Iterator[Rewrite]:
    last = draft.facts.clauses[-1] if draft.facts.clauses else None
    if last is None or last.verb is None or not _is_benefit(draft, last):
        return
    past = in_form(last.verb, Form.PAST, draft.lexicon)
    act = draft.told(draft.plain_choice, Form.GERUND, until=last.span.start)
    if past is None or not act:
        return
    benefit = (Part(past, Origin.SOURCE, last.verb.span), *draft.rest(Span(last.verb.span.end, draft.opening.body.end)))
    size = (grammar(" ", tied=True), blanks.blank("size")) if is_unsized_change(draft, last) else ()
    yield Rewrite(RewriteKind.STORY, (*benefit, *size, grammar(" by "), *act))


def _is_benefit(draft: Draft, clause: Clause) -> bool:
    """Whether the clause is a result in a gerund without a cue, behind an act that does not tell its method yet."""
    verb = clause.verb
    if clause.role is not Role.RESULT or clause.cue is not None or clause.span.start < draft.opening.body.start:
        return False
    gerund = verb is not None and verb.form is Form.GERUND and verb not in draft.facts.verbs
    return gerund and draft.first_of(Role.METHOD) is None


def _result_first(draft: Draft, result: Part) -> Iterator[Rewrite]:
    finite = as_finite(result, draft.lexicon)
    end = draft.first_of(Role.PRAISE, Role.INTENTION, Role.RESULT)
    act = draft.told(draft.plain_choice, Form.GERUND, until=end)
    if finite is not None and act and draft.first_of(Role.METHOD) is None:
        yield Rewrite(RewriteKind.STORY, (finite, grammar(" by "), *act))


def _problem_first(draft: Draft, blanks: BlankMaker, result: Part, taken: Collection[str]) -> Iterator[Rewrite]:
    end, tail = ending(draft, blanks, result)
    act = draft.told(draft.choices(taken)[0], draft.form, praise(draft), end)
    if act:
        lead = (grammar("When ", tied=True), blanks.blank("problem"), grammar(", ", tied=True))
        yield Rewrite(RewriteKind.STORY, (*lead, *act, *tail))
