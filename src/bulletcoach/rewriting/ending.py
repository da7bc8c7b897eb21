"""The ending of a rewrite: a result, in the place of what the source only hopes for or praises."""

from __future__ import annotations

import re
from itertools import pairwise

from bulletcoach.model.facts import Clause, Form, Role
from bulletcoach.model.rewrite import Part
from bulletcoach.model.text import Span
from bulletcoach.rewriting.blanks import BlankMaker, or_else, wants_size
from bulletcoach.rewriting.composing import Change, end_before, grammar, kept
from bulletcoach.rewriting.draft import Draft
from bulletcoach.rewriting.inflection import inflected

_IMPROVEMENT = ("improvement", "results")
_LONGEST_HOPE = 6  # words that fit into a blank
_STOP = re.compile(r";\s+(?=\w)|\.\s+(?=[A-Z])")
_MORE = ("JJR", "RBR")


def ending(draft: Draft, blanks: BlankMaker, result: Part) -> tuple[int | None, tuple[Part, ...]]:
    """Where the source's words stop (None at their end), and what the bullet ends with.

    Praise gives way to a blank for the result, and so does a hope that can be measured. A change that the writer names
    without its size is kept, and the size asked for. Else the result is asked for behind the writer's words.
    """
    facts = draft.facts
    comma = grammar(", ", tied=True)
    last = facts.clauses[-1] if facts.clauses else None
    told = last is not None and any(last.span.covers(verb.span) for verb in draft.opening.others)
    if last is not None and not told and last.span.start > draft.opening.body.start:
        cut = end_before(facts.text, last.span.start, draft.lexicon)
        if last.role is Role.PRAISE:
            praise_words = kept(facts.text, Span(last.span.start, draft.opening.body.end))
            return cut, (comma, or_else(result, (grammar(", "), praise_words)))
        if last.role is Role.INTENTION and (blank := _hoped_for(draft, last, blanks)) is not None:
            return cut, (comma, blank)
        if last.role is Role.INTENTION and _is_hollow(draft, last) and not draft.must_ask:
            hope = kept(facts.text, Span(last.span.start, draft.opening.body.end))
            return cut, (comma, or_else(result, (grammar(" "), hope)))
        if is_unsized_change(draft, last):
            return None, size(draft, last, blanks)
    if (stop := _end_of_sentence(draft)) is not None:
        return stop, (comma, result, *draft.rest(Span(stop, draft.opening.body.end)))
    if _is_bare_change(draft) and last is not None:
        return None, size(draft, last, blanks)
    return None, (comma, result)


def _end_of_sentence(draft: Draft) -> int | None:
    """Where the sentence of the act ends, if another one follows: “… in plain English. Legal signed them off”."""
    text, body = draft.facts.text, draft.opening.body
    if ";" not in text and "." not in text:
        return None
    starts = [verb.span.start for verb in draft.opening.others]
    for stop in _STOP.finditer(text, body.start, body.end):
        word = text[: stop.start()].rsplit(None, 1)[-1].lower()
        if word in draft.lexicon.terms_of("abbreviation") or "." in word:
            continue
        if not any(start >= stop.end() for start in starts):
            return stop.start()
    return None


def size(draft: Draft, clause: Clause, blanks: BlankMaker) -> tuple[Part, ...]:
    """A blank for how far a level moved: behind a verb of change as it is, in brackets behind “fewer” and “faster”."""
    entry = draft.lexicon.verbs.get(clause.verb.lemma) if clause.verb else None
    moves = entry.moves if entry is not None else None
    inside = [token for token in draft.facts.tokens if clause.span.start <= token.start < draft.opening.body.end]
    times = inside and inside[-1].tag in _MORE and moves is None  # “faster”, “sooner”
    blank = blanks.blank("size" if times else "size-down" if _falls(clause, draft) else "size-up")
    if moves is not None:
        return (grammar(" ", tied=True), blank)
    return (grammar(" (", tied=True), blank, grammar(")", tied=True))


def _falls(clause: Clause, draft: Draft) -> bool:
    """Whether what moved went down: “reducing calls”, “fewer complaints”."""
    entry = draft.lexicon.verbs.get(clause.verb.lemma) if clause.verb else None
    down = draft.lexicon.numbers_of("down")
    words = clause.span.of(draft.facts.text).lower().split()
    return (entry is not None and entry.moves == "down") or any(word in down for word in words)


def praise(draft: Draft) -> list[Change]:
    """The praise inside a bullet, which goes as well."""
    return [
        Change(clause.span)
        for clause, _ in pairwise(draft.facts.clauses)
        if clause.role is Role.PRAISE and clause.span.start > draft.opening.body.start
    ]


def is_unsized_change(draft: Draft, clause: Clause) -> bool:
    """Whether a clause tells of a level that moved, but not how far: “reducing calls”, “making replies faster”."""
    facts = draft.facts
    if clause.role is not Role.RESULT or clause.verb in facts.verbs:
        return False
    if any(clause.span.covers(metric.quantity.span) for metric in draft.bullet.judgement.metrics):
        return False
    entry = draft.lexicon.verbs.get(clause.verb.lemma) if clause.verb else None
    if entry is not None and entry.moves is not None:
        return True
    if clause.cue is not None and clause.cue in draft.lexicon.terms_of("sized-cue"):
        return True
    inside = [token for token in facts.tokens if clause.span.start <= token.start < draft.opening.body.end]
    ends_in_more = bool(inside) and inside[-1].tag in _MORE
    return ends_in_more or any(token.tag == "JJR" and token.dep == "amod" for token in inside)


def _is_bare_change(draft: Draft) -> bool:
    """Whether the bullet is nothing but a change without its size: “increased satisfaction”, not “cut keys”."""
    verb = draft.opening.verb
    entry = draft.lexicon.verbs.get(verb.lemma) if verb is not None else None
    alone = not draft.opening.others and len(draft.facts.clauses) == 1
    measured = any(thing.lemma in draft.lexicon.terms_of("measurable") for thing in draft.facts.objects)
    return entry is not None and entry.moves is not None and alone and measured and wants_size(draft.bullet)


def _is_hollow(draft: Draft, clause: Clause) -> bool:
    """Whether a hope says no more than that the work was to be good: “to ensure a smooth start”."""
    entry = draft.lexicon.verbs.get(clause.verb.lemma) if clause.verb else None
    if clause.verb is None or entry is None:
        return False
    better = entry.moves is not None or entry.family in _IMPROVEMENT
    return better or clause.verb.lemma in draft.lexicon.terms_of("hollow-hope")


def _hoped_for(draft: Draft, clause: Clause, blanks: BlankMaker) -> Part | None:
    """A blank for what was hoped for, if it is a change that can be measured: “to improve retention”."""
    verb = clause.verb
    entry = draft.lexicon.verbs.get(verb.lemma) if verb else None
    if verb is None or entry is None or not (entry.moves or entry.family in _IMPROVEMENT):
        return None
    if any(token.tag == "VB" and token.dep == "conj" for token in draft.facts.tokens if token.start > verb.span.start):
        return None  # two hopes
    end = draft.opening.body.end
    words = "".join(part.text for part in draft.rest(Span(verb.span.end, end))).split()
    measurable = draft.lexicon.terms_of("measurable")
    if not any(word.lower().strip(".,") in measurable for word in words):
        return None  # nobody’s messaging improves from X to Y
    level = (
        "cut" if verb.lemma in draft.lexicon.terms_of("no-level") else verb.lemma
    )  # nothing is prevented from X to Y
    gerund = inflected(level, Form.GERUND, draft.lexicon)
    plain = not any(letter.isdigit() or letter == "," for word in words for letter in word)
    if not words or gerund is None or len(words) > _LONGEST_HOPE or not plain:
        return None
    instead = (grammar(" "), kept(draft.facts.text, Span(clause.span.start, end)))
    return blanks.improvement(gerund, " ".join(words), instead, down=entry.moves == "down")
