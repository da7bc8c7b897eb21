"""Stories: problem, action and result in the order that the bullet's own parts suggest."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from bulletcoach.model.facts import Act, Clause, Form, Role, Verb
from bulletcoach.model.judgement import Verdict
from bulletcoach.model.rewrite import Origin, Part, Rewrite, RewriteKind
from bulletcoach.model.text import Span
from bulletcoach.rewriting.blanks import BlankMaker, as_finite, recurs
from bulletcoach.rewriting.composing import Change, grammar
from bulletcoach.rewriting.draft import Draft
from bulletcoach.rewriting.ending import ending, is_unsized_change, praise, size
from bulletcoach.rewriting.inflection import in_form
from bulletcoach.rewriting.strong import duties

_REASONS = ("because", "since", "as")


def stories(draft: Draft, blanks: BlankMaker, taken: Collection[str]) -> Iterator[Rewrite]:
    """The story of a bullet.

    Where the source ends in a benefit, the benefit comes first (“Made replies faster … by rebuilding …”). Where it
    tells its problem, or of a thing that was made, a blank for the result comes first. Else what made it hard is asked
    for, of a past act only: a habit in the present is no story, and nor is the daily round.
    """
    verb = draft.opening.verb
    if verb is None or draft.opening.shared or draft.opening.before or verb.form is Form.PASSIVE or duties(draft):
        return
    found = list(_benefit_first(draft, blanks))
    if not found and _has_effect(draft, verb) and not blanks.measures_act(draft.bullet, draft.act):
        found = list(_result_first(draft, blanks))
    if found or draft.form is not Form.PAST or _gives_reason(draft) or _is_daily_round(draft):
        yield from found
    else:
        yield from _problem_first(draft, blanks, taken)


def _has_effect(draft: Draft, verb: Verb) -> bool:
    """Whether one past act made something or solved a problem, so that something came of it."""
    if draft.form is not Form.PAST or recurs(draft.facts):
        return False
    return (verb.act is Act.MAKE or bool(draft.facts.clauses_of(Role.PROBLEM))) and _is_one_act(draft)


def _benefit_first(draft: Draft, blanks: BlankMaker) -> Iterator[Rewrite]:
    row = _benefits(draft)
    if not row:
        return
    past = [in_form(verb, Form.PAST, draft.lexicon) for _, verb in row]
    (first, verb), (last, _) = row[0], row[-1]
    act = draft.told(draft.plain_choice, Form.GERUND, until=first.span.start)
    if None in past or not act:
        return
    said = [Part(word, Origin.SOURCE, each.span) for word, (_, each) in zip(past, row, strict=True) if word]
    others = [Change(each.span, (part,)) for part, (_, each) in zip(said[1:], row[1:], strict=True)]
    benefit = (said[0], *draft.rest(Span(verb.span.end, draft.opening.body.end), others))
    how_far = size(draft, last, blanks) if is_unsized_change(draft, last) else ()
    yield Rewrite(RewriteKind.STORY, (*benefit, *how_far, grammar(" by "), *act))


def _benefits(draft: Draft) -> list[tuple[Clause, Verb]]:
    """The benefits that a bullet ends in, each with its verb: “…, cutting waits and freeing two agents”; none where
    the last is joined to a further act: “…, updating the file and cutting waits”."""
    row: list[tuple[Clause, Verb]] = []
    for clause in reversed(draft.facts.clauses):
        if clause.verb is None or not _is_benefit(draft, clause):
            return []
        row.insert(0, (clause, clause.verb))
        before = next((token for token in reversed(draft.facts.tokens) if token.start < clause.span.start), None)
        if before is None or before.tag != "CC":
            return row
    return []


def _is_benefit(draft: Draft, clause: Clause) -> bool:
    """Whether the clause is a result in a gerund without a cue, behind an act that does not tell its method yet."""
    verb = clause.verb
    if clause.role is not Role.RESULT or clause.span.start < draft.opening.body.start:
        return False
    if clause.cue is not None and clause.cue in draft.lexicon.terms_of("sized-cue"):
        return False  # “resulting in …” has no act of its own
    gerund = verb is not None and verb.form is Form.GERUND and verb not in draft.facts.verbs
    return gerund and draft.first_of(Role.METHOD) is None


def _result_first(draft: Draft, blanks: BlankMaker) -> Iterator[Rewrite]:
    if draft.first_of(Role.RESULT) is not None or _gives_reason(draft):
        return  # a result of the source would have to go
    end = draft.first_of(Role.PRAISE)
    act = draft.told(draft.plain_choice, Form.GERUND, until=end)
    finite = as_finite(next(blanks.results(draft.bullet, draft.act)), draft.lexicon)
    if finite is not None and act and draft.first_of(Role.METHOD) is None:
        yield Rewrite(RewriteKind.STORY, (finite, grammar(" by "), *act))


def _is_daily_round(draft: Draft) -> bool:
    """Whether the act is routine, or none that began and ended: it had no obstacle of its own."""
    verb = draft.opening.verb
    if draft.facts.clauses_of(Role.PROBLEM) and _is_one_act(draft):
        return False
    return verb is None or verb.act in (Act.ROUTINE, Act.VAGUE) or not _is_one_act(draft)


def _is_one_act(draft: Draft) -> bool:
    """Whether something was done once, to one thing: “rebuilt the phone menu”, not “made coffee”."""
    verb = draft.opening.verb
    if draft.bullet.judgement.verdict is not Verdict.ACTION and draft.facts.opener is None:
        return False
    tokens = (token for token in draft.facts.tokens if verb and token.start >= verb.span.end and token.tag != "RP")
    behind = next(tokens, None)
    return behind is not None and behind.tag in ("DT", "PRP$")


def _gives_reason(draft: Draft) -> bool:
    """Whether the bullet says why: “…, since the old one was on paper”."""
    return "mark" in draft.facts.deps and any(
        token.dep == "mark" and token.text.lower() in _REASONS for token in draft.facts.tokens
    )


def _problem_first(draft: Draft, blanks: BlankMaker, taken: Collection[str]) -> Iterator[Rewrite]:
    end, tail = ending(draft, blanks, next(blanks.results(draft.bullet, draft.act)))
    act = draft.told(draft.choices(taken)[0], draft.form, praise(draft), end)
    if act:
        lead = (grammar("despite ", tied=True), blanks.blank("problem"), grammar(", ", tied=True))
        yield Rewrite(RewriteKind.STORY, (*lead, *act, *tail))
