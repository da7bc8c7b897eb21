"""Strong rewrites: the sharpest verb that is as true as the writer's, with blanks for the size and the result."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from bulletcoach.model.facts import Act, Clause, Facts, Form, MarkKind, Object, Role, Verb
from bulletcoach.model.judgement import Judged, Verdict
from bulletcoach.model.rewrite import Origin, Part, Rewrite, RewriteKind
from bulletcoach.model.text import Span
from bulletcoach.rewriting.blanks import BlankMaker, ends_in, recurs, wants_size
from bulletcoach.rewriting.composing import Change, end_before, grammar, kept, rendered
from bulletcoach.rewriting.draft import Draft, acts_of
from bulletcoach.rewriting.edges import Step
from bulletcoach.rewriting.inflection import inflected
from bulletcoach.rewriting.spelling import Spelling
from bulletcoach.rewriting.trimming import Trimmer

_SEVERAL = 3  # acts in a row that make a list of duties
_LESS = ("fewer", "less", "more")
_WITH = ("with", "alongside")
_LONGEST = 24  # words; a longer bullet takes no blank for the size
_IMPROVEMENT = ("improvement", "results")


def strong(
    draft: Draft, blanks: BlankMaker, trimmer: Trimmer, spelling: Spelling, taken: Collection[str]
) -> Iterator[Rewrite]:
    """The best single rewrite: of a list of duties the one worth telling, else of the whole bullet."""
    result = next(blanks.results(draft.bullet, of_thing=not _is_with_people(draft)))
    if draft.opening.verb is None and not draft.named:
        yield from _asking(draft, blanks, result)
        return
    duties = _duties(draft)
    if duties:
        yield from _one_of(draft, duties, blanks, result, taken)
    for step in _preferred(draft, taken):
        parts = _told(draft, step, blanks, result)
        if parts:
            yield Rewrite(RewriteKind.STRONG, parts)


def unfilled(draft: Draft, blanks: BlankMaker) -> Iterator[Rewrite]:
    """A bullet with blanks of a template: the writer's own words, with the blanks as ours."""
    marks = draft.facts.marked(MarkKind.BLANK)
    changes = [Change(mark.span, (blanks.blank("unfilled"),)) for mark in marks]
    step = next(iter(_preferred(draft, ())))
    parts = told(draft, step, draft.form, [*changes, *draft.vague])
    if parts:
        yield Rewrite(RewriteKind.STRONG, parts)


def boasts(draft: Draft, trimmer: Trimmer) -> bool:
    """Whether what the bullet is about is praise itself: “Demonstrated strong communication skills”."""
    claims = [mark for mark in trimmer.stuck(draft.facts) if mark.kind in (MarkKind.SOFT_SKILL, MarkKind.SELF_PRAISE)]
    return any(mark.span.overlaps(thing.head) for mark in claims for thing in draft.facts.objects[:1])


def _preferred(draft: Draft, taken: Collection[str]) -> list[Step | str | None]:
    """The verbs to try, best first: a sharper one before the writer's own, and none that a neighbour opens with."""
    own: list[Step | str | None] = [] if draft.is_large or draft.opening.verb is None else [None]
    pale = draft.opening.verb is not None and draft.opening.verb.lemma in draft.lexicon.terms_of("pale")
    others = [*draft.steps, *draft.named]
    found = ([*others, *own] if pale else [*own, *others]) or [None]
    return sorted(found, key=lambda step: _lemma(step, draft) in taken)


def _lemma(step: Step | str | None, draft: Draft) -> str:
    if step is None:
        return draft.opening.verb.lemma if draft.opening.verb else ""
    return step.to if isinstance(step, Step) else step


def told(draft: Draft, step: Step | str | None, form: Form, changes: Sequence[Change], until: int | None = None) -> tuple[Part, ...]:
    """The act with its verb, up to `until`."""
    head = draft.head(step, form)
    return (*head, *draft.body(step, form, changes, until)) if head else ()


def _told(draft: Draft, step: Step | str | None, blanks: BlankMaker, result: Part) -> tuple[Part, ...]:
    changes = [*_sizes(draft, step, blanks), *draft.trims]
    end, tail = ending(draft, blanks, result)
    changes = [*changes, *_dropped_praise(draft)]
    parts = told(draft, step, draft.form, changes, end)
    if not parts:
        return ()
    if draft.opening.shared:
        parts = (grammar("together with "), blanks.blank("together"), grammar(", "), *parts)
    return (*parts, *tail)


def ending(draft: Draft, blanks: BlankMaker, result: Part) -> tuple[int | None, tuple[Part, ...]]:
    """Where the source's words stop, and what the bullet ends with: the result, in the place of hope and praise.

    A benefit that the writer names without its size is kept, and the size asked for.
    """
    facts = draft.facts
    last = facts.clauses[-1] if facts.clauses else None
    floor = draft.opening.body.start
    if last is not None and last.span.start > floor:
        if last.role is Role.PRAISE:
            return last.span.start, (grammar(", ", tied=True), result)
        if last.role is Role.INTENTION and (blank := _hoped_for(draft, blanks)) is not None:
            return last.span.start, (grammar(", ", tied=True), blank)
        if last.role is Role.RESULT and last.verb not in facts.verbs and not _has_number(draft.bullet, last.span):
            if _is_change(draft, last):
                return None, (grammar(" ", tied=True), blanks.blank("size"))
    verb = draft.opening.verb
    moves = verb is not None and (entry := draft.lexicon.verbs.get(verb.lemma)) is not None and entry.moves is not None
    if moves and not draft.opening.others and len(facts.clauses) == 1 and wants_size(draft.bullet):
        return None, (grammar(" ", tied=True), blanks.blank("size"))
    return None, (grammar(", ", tied=True), result)


def _is_change(draft: Draft, clause: Clause) -> bool:
    """Whether a benefit is a level that moved, so that “from X to Y” completes it: “reducing calls”, “… faster”."""
    entry = draft.lexicon.verbs.get(clause.verb.lemma) if clause.verb else None
    if entry is not None and entry.moves is not None:
        return True
    inside = [token for token in draft.facts.tokens if clause.span.start <= token.start < draft.opening.body.end]
    return bool(inside) and inside[-1].tag in ("JJR", "RBR") or any(token.text.lower() in _LESS for token in inside)


def _is_with_people(draft: Draft) -> bool:
    """Whether the bullet names whom the writer was with, and not what he worked on."""
    if draft.opening.verb is not None or not draft.opening.blank:
        return False
    people = draft.lexicon.terms_of("people")
    thing = next(iter(draft.facts.objects), None)
    link = draft.opening.link[-1].text if draft.opening.link else ""
    return link in _WITH or (thing is not None and thing.lemma in people)


def _hoped_for(draft: Draft, blanks: BlankMaker) -> Part | None:
    """A blank for what was hoped for, if it is a change that can be measured: “to improve retention”."""
    facts = draft.facts
    clause = facts.clauses[-1]
    verb = clause.verb
    entry = draft.lexicon.verbs.get(verb.lemma) if verb else None
    if verb is None or entry is None or not (entry.moves or entry.family in _IMPROVEMENT):
        return None
    rest = facts.text[verb.span.end : draft.opening.body.end].strip(" .")
    gerund = inflected(verb.lemma, Form.GERUND, draft.lexicon)
    if not rest or gerund is None or len(rest.split()) > 6 or any(letter.isdigit() for letter in rest) or "," in rest:
        return None
    trims = [part.text for part in rendered(facts.text, Span(verb.span.end, draft.opening.body.end), draft.vague)]
    words = " ".join("".join(trims).split())
    instead = (grammar(" "), kept(facts.text, Span(clause.span.start, draft.opening.body.end)))
    return blanks.improvement(gerund, words.strip(" ."), instead) if words else None


def _has_number(bullet: Judged, span: Span) -> bool:
    return any(span.covers(metric.quantity.span) for metric in bullet.judgement.metrics)


def _dropped_praise(draft: Draft) -> list[Change]:
    """Praise in the middle of a bullet goes as well."""
    clauses = draft.facts.clauses
    return [
        Change(clause.span)
        for clause, following in zip(clauses, clauses[1:], strict=False)
        if clause.role is Role.PRAISE and clause.span.start > draft.opening.body.start and following is not None
    ]


def _sizes(draft: Draft, step: Step | str | None, blanks: BlankMaker) -> list[Change]:
    """A blank for how many: in the place of “various”, or before a bare plural, if nothing else gives a size."""
    facts = draft.facts
    changes: list[Change] = []
    asked = draft.opening.verb is None and not draft.named
    for mark in facts.marked(MarkKind.VAGUE):
        change = next((each for each in draft.vague if each.span.covers(mark.span)), None)
        if change is None or not draft.opening.body.covers(change.span):
            continue
        plural = _plural_behind(facts, mark.span)
        first = not changes and not asked and plural and wants_size(draft.bullet)
        changes.append(Change(change.span, (blanks.blank("scope"),) if first else ()))
    if changes or asked or not wants_size(draft.bullet) or len(facts.text.split()) > _LONGEST:
        return [each for each in changes]
    thing = _bare_plural(draft, step)
    if thing is not None:
        ongoing = any(mark.span.overlaps(thing.head) for mark in facts.marked(MarkKind.ONGOING))
        blank = blanks.blank("scope-daily" if ongoing and not recurs(facts) else "scope")
        changes.append(Change(Span(thing.span.start, thing.span.start), (blank, grammar(" ", tied=True))))
    return changes


def _plural_behind(facts: Facts, span: Span) -> bool:
    nouns = (token for token in facts.tokens if token.start >= span.end and token.tag.startswith("NN"))
    following = list(nouns)[:3]
    return any(token.tag in ("NNS", "NNPS") for token in following)


def _bare_plural(draft: Draft, step: Step | str | None) -> Object | None:
    """The act's own object, if it is a plural without article, number or quantity: the thing that can be counted."""
    facts = draft.facts
    start = step.words.end if isinstance(step, Step) else draft.opening.body.start
    thing = next((each for each in facts.objects if each.span.start >= start), None)
    if thing is None or facts.text[start : thing.span.start].strip():
        return None
    inside = [token for token in facts.tokens if thing.span.start <= token.start < thing.span.end]
    plain = all(token.tag in ("NN", "NNS", "JJ", "HYPH", "VBN", "VBG") for token in inside)
    head = next((token for token in inside if token.start == thing.head.start), None)
    is_last = bool(inside) and head is inside[-1]
    counted = head is not None and head.tag == "NNS" and head.text.lower() not in draft.lexicon.terms_of("uncounted")
    return thing if plain and counted and is_last else None


def _asking(draft: Draft, blanks: BlankMaker, result: Part) -> Iterator[Rewrite]:
    """A bullet whose act only the writer knows: a blank for it, and one for the result."""
    end, tail = ending(draft, blanks, result)
    changes = [*draft.vague, *_dropped_praise(draft)]
    if end is not None:
        changes.append(Change(Span(end, draft.opening.body.end)))
    if draft.opening.blank:
        yield Rewrite(RewriteKind.STRONG, (*draft.asked(blanks.blank(draft.opening.blank), changes), *tail))
    else:
        body = rendered(draft.facts.text, draft.opening.body, changes)
        yield Rewrite(RewriteKind.STRONG, (*body, *tail))


def _duties(draft: Draft) -> tuple[Verb, ...]:
    """The acts of a bullet that lists routine duties, each with its own object; none if it is no such list."""
    acts = acts_of(draft.opening)
    if len(acts) < _SEVERAL or draft.bullet.judgement.verdict is not Verdict.DUTY:
        return ()
    return acts if all(_object_of(draft, verb) for verb in acts) else ()


def _object_of(draft: Draft, verb: Verb) -> Object | None:
    clause = next((each for each in draft.facts.clauses if each.verb == verb), None)
    if clause is None:
        return None
    return next((each for each in draft.facts.objects if clause.span.covers(each.head)), None)


def _one_of(
    draft: Draft, duties: tuple[Verb, ...], blanks: BlankMaker, result: Part, taken: Collection[str]
) -> Iterator[Rewrite]:
    """The first duty alone, with the others named for cutting or for bullets of their own."""
    facts = draft.facts
    cut = end_before(facts.text, duties[1].span.start, draft.lexicon)
    step = next(iter(_preferred(draft, taken)))
    parts = told(draft, step, draft.form, [*_sizes(draft, step, blanks), *draft.trims], cut)
    rest = [clause.span.of(facts.text).strip(" ,;.&") for clause in facts.clauses if clause.verb in duties[1:]]
    rest = [text[: end_before(text, len(text), draft.lexicon)] for text in rest]
    if parts:
        note = f"Tell the duty with the best result; the others ({'; '.join(rest)}) can go, or get bullets of their own."
        yield Rewrite(RewriteKind.STRONG, (*parts, grammar(", ", tied=True), result), note=note)


__all__ = ["ending", "ends_in", "strong", "told", "Origin"]
