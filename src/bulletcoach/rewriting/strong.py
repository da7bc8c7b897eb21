"""Strong rewrites: the sharpest verb that is as true as the writer's, with blanks for the size and the result."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from bulletcoach.model.facts import MarkKind, Object, Verb
from bulletcoach.model.judgement import Verdict
from bulletcoach.model.rewrite import Part, Rewrite, RewriteKind
from bulletcoach.model.text import Span
from bulletcoach.rewriting.blanks import BlankMaker
from bulletcoach.rewriting.composing import Change, end_before, grammar
from bulletcoach.rewriting.draft import Draft
from bulletcoach.rewriting.ending import ending, praise
from bulletcoach.rewriting.sizes import sizes

_SEVERAL = 3  # acts in a row that make a list of duties
_TOGETHER = ("with", "alongside")


def strong(draft: Draft, blanks: BlankMaker, taken: Collection[str]) -> Iterator[Rewrite]:
    """The best rewrites first: of a list of duties the one worth telling, then the whole with the verb that fits best.

    `taken` are the verbs that neighbouring bullets open with.
    """
    result = next(blanks.results(draft.bullet, draft.act, of_thing=not _is_about_people(draft)))
    if draft.must_ask:
        yield Rewrite(RewriteKind.STRONG, _asking(draft, blanks, result))
        return
    if several := duties(draft):
        yield from _one_of(draft, several, blanks, result, taken)
    until, tail = ending(draft, blanks, result)
    for step in draft.choices(taken):
        # Before the first of three acts a number would count that one alone.
        counted = sizes(draft, step, blanks) if len(draft.opening.acts) < _SEVERAL else []
        parts = draft.told(step, draft.form, [*counted, *praise(draft)], until)
        if parts and draft.opening.shared:
            parts = (grammar("together with "), blanks.blank("together"), grammar(", "), *parts)
        if parts:
            yield Rewrite(RewriteKind.STRONG, (*parts, *tail))


def unfilled(draft: Draft, blanks: BlankMaker) -> Iterator[Rewrite]:
    """A bullet with blanks of a template: the writer's own words, with the blanks as ours."""
    marks = draft.facts.marked(MarkKind.BLANK)
    changes = [Change(mark.span, (blanks.blank("unfilled"),)) for mark in marks]
    parts = () if draft.must_ask else draft.told(draft.plain_choice, draft.form, changes)
    if parts:
        yield Rewrite(RewriteKind.STRONG, parts)


def _asking(draft: Draft, blanks: BlankMaker, result: Part) -> tuple[Part, ...]:
    """A bullet whose act only the writer knows: a blank for it, and one for the result."""
    until, tail = ending(draft, blanks, result)
    if not draft.opening.blank:
        end = draft.opening.body.end if until is None else until
        return (*draft.rest(Span(draft.opening.body.start, end)), *tail)
    return (*draft.asked(blanks.blank(draft.opening.blank), praise(draft), until), *tail)


def _is_about_people(draft: Draft) -> bool:
    """Whether the bullet names whom the writer was with or moved, and not what he worked on."""
    if draft.act is not None and draft.act.lemma in draft.lexicon.terms_of("moving-people"):
        return True
    if not draft.must_ask or not draft.opening.blank:
        return False
    people = draft.lexicon.terms_of("people")
    link = draft.opening.link[-1].text if draft.opening.link else ""
    return link in _TOGETHER or any(thing.lemma in people for thing in draft.facts.objects[:1])


def duties(draft: Draft) -> tuple[Verb, ...]:
    """The acts of a bullet that lists routine duties, each with its own object; none if it is no such list."""
    acts = draft.opening.acts
    if len(acts) < _SEVERAL or draft.bullet.judgement.verdict is not Verdict.DUTY:
        return ()
    return acts if all(_object_of(draft, verb) for verb in acts) else ()


def _object_of(draft: Draft, verb: Verb) -> Object | None:
    clause = next((each for each in draft.facts.clauses if each.verb and each.verb.span == verb.span), None)
    things = (each for each in draft.facts.objects if clause is not None and clause.span.covers(each.head))
    return next(things, None)


def _one_of(
    draft: Draft, several: tuple[Verb, ...], blanks: BlankMaker, result: Part, taken: Collection[str]
) -> Iterator[Rewrite]:
    """The first duty alone, with the others named for cutting or for bullets of their own."""
    text = draft.facts.text
    step = draft.choices(taken)[0]
    until = end_before(text, several[1].span.start, draft.lexicon)
    parts = draft.told(step, draft.form, sizes(draft, step, blanks), until)
    places = [verb.span for verb in several[1:]]
    rest = [each.span.of(text).rstrip(" .") for each in draft.facts.clauses if each.verb and each.verb.span in places]
    rest = [words[: end_before(words, len(words), draft.lexicon)] for words in rest]
    if parts:
        note = (
            f"Tell the duty with the best result; the others ({'; '.join(rest)}) can go, or get bullets of their own."
        )
        yield Rewrite(RewriteKind.STRONG, (*parts, grammar(", ", tied=True), result), note=note)
