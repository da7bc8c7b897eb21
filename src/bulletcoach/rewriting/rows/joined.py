"""Joined verbs: those that the analysis has beside a verb, and those that it takes for nouns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from itertools import pairwise

from bulletcoach.lexicon.lexicon import Lexicon
from bulletcoach.model.facts import Facts, Form, Role, Token, Verb
from bulletcoach.model.text import Span
from bulletcoach.rewriting.rows.lists import token_at
from bulletcoach.rewriting.rows.members import (
    JOINTS,
    follows_verb,
    has_subject,
    is_in_compound,
    is_member,
    is_told,
    trails,
    whole_word,
)
from bulletcoach.rules.parts import token_of

_LEADS_ON = ("DT", "PRP$", "PRP")
_AFTER_ACT = ("NN", "NNS", "NNP", "JJ", *_LEADS_ON)


def joined_verbs(facts: Facts, head: Verb, lexicon: Lexicon, things: Set[str]) -> tuple[Verb, ...]:
    """The verbs in a row with `head`, in order, whatever their forms: “answering calls … and escalate to tier 2”.

    `things` are nouns that people work on, by which a base form is told from a noun; those of two words are compounds.
    """
    later = [verb for verb in facts.verbs if verb.span.start > head.span.start]
    found = [verb for verb in later if is_member(verb, facts, things) and not trails(verb, facts)]
    if head.form is Form.GERUND:
        found.extend(_told_by_clauses(facts, head, found))
        found.extend(_tied_results(facts, head, found))
        found.extend(_gerunds(facts, head, lexicon, found))
    if head.form is not Form.PAST or found:
        found.extend(_out_of_form(facts, (head, *found), lexicon, things))
    return tuple(sorted(found, key=lambda verb: verb.span))


def _told_by_clauses(facts: Facts, head: Verb, found: Sequence[Verb]) -> Iterator[Verb]:
    """Gerunds behind a comma or conjunction that begin a clause of what was done: the “emptying bins” of a list."""
    known = {verb.span for verb in (head, *found)}
    for clause in facts.clauses_of(Role.ACTION, Role.TASK):
        verb = clause.verb
        if verb is None or verb.form is not Form.GERUND or verb.span in known or verb.span.start < head.span.end:
            continue
        before = [token for token in facts.tokens if token.end <= verb.span.start][-1:]
        if before and before[0].tag in JOINTS and not any(each.span == verb.span for each in facts.verbs):
            yield verb


def _tied_results(facts: Facts, head: Verb, found: Sequence[Verb]) -> Iterator[Verb]:
    """Gerunds behind a bare “and” whose verb can tell of a change: the “cutting” of “reading plans and cutting pipe”.

    Beside a first gerund of the writer's own words they say no more and no less than it does.
    """
    known = {verb.span for verb in found}
    for clause in facts.clauses_of(Role.RESULT):
        verb = clause.verb
        if facts.opener is not None or verb is None or verb.form is not Form.GERUND or verb.span in known:
            continue
        before = [token for token in facts.tokens if token.end <= verb.span.start][-2:]
        commas = any(head.span.end <= token.start < verb.span.start and token.text == "," for token in facts.tokens)
        if not commas and before and before[-1].tag == "CC" and before[-1].start > head.span.end:
            yield verb


def _gerunds(facts: Facts, head: Verb, lexicon: Lexicon, found: Sequence[Verb]) -> Iterator[Verb]:
    """Gerunds that the analysis takes for nouns: “loading and unloading trucks”, “and up-selling wines”.

    Behind “and” they count; behind a comma in a row of which other members were found, unless it is a word that
    describes (“…, billing questions” are questions).
    """
    known = {verb.span for verb in (*facts.verbs, *found)}
    for number, token in enumerate(facts.tokens):
        if not token.text.lower().endswith("ing"):
            continue
        span = whole_word(token, facts.text)
        before = [each for each in facts.tokens[:number] if each.end <= span.start][-2:]
        if before and before[-1].tag == "IN":  # “and for filing claims”
            before.pop()
        sure = len(found) > 1 or (found and token.text.lower() not in lexicon.terms_of("describing-gerund"))
        joints = JOINTS if sure else ("CC",)
        if len(before) > 1 and before[-2].tag in ("JJ", "VBN"):  # “new and existing customers”
            continue
        if not before or before[-1].tag not in joints or before[-1].start < head.span.end or span in known:
            continue
        word = span.of(facts.text).lower()
        lemma = next((lemma for lemma, form in lexicon.forms_of(word) if form is Form.GERUND), None)
        acts = token.tag == "VBG" or _is_done(token, facts)
        if lemma is not None and acts and is_told(span.start, facts):
            yield Verb(span, span.of(facts.text), lemma, Form.GERUND)


def _is_done(token: Token, facts: Facts) -> bool:
    """Whether a word that may be a gerund has something behind it that it could be done to."""
    behind = next((each for each in facts.tokens if each.start >= token.end), None)
    return behind is not None and behind.tag in ("DT", "NNS", "NNP", "PRP$", "NN", "JJ")


def _out_of_form(facts: Facts, row: tuple[Verb, ...], lexicon: Lexicon, things: Set[str]) -> Iterator[Verb]:
    """Base forms in a row, which the analysis does not count as joined.

    In a row of base forms that goes for words which the parse has for nouns, too, unless they are things that people
    work on: “track KPIs and report to stakeholders”, but “tickets and chat transcripts”.
    """
    plain = row[0].form in (Form.BASE, Form.THIRD)
    if row[0].form is Form.THIRD:
        yield from _third_persons(facts, lexicon)
    places = {token_of(verb, facts) for verb in row}
    listed = plain and _ends_in_act(facts, row)
    for before, (number, token) in pairwise(enumerate(facts.tokens)):
        act = token.dep == "conj" and token.head in places and token.tag in ("VB", "VBP")
        if not act and not (plain and before[1].tag in JOINTS):
            continue
        span = Span(token.start, token.end)
        behind = facts.tokens[number + 1 : number + 2]
        if plain and before[1].tag == "CC" and token.tag == "NN" and behind and token.start > row[0].span.end:
            leads_on = behind[0].tag in _LEADS_ON or (
                behind[0].text.lower() == "to" and token.text.lower() not in lexicon.terms_of("noun-before-to")
            )
            noun = token.text in things and token.text not in lexicon.terms_of("verb-rather")
            act = leads_on or (not noun and behind[0].tag in ("NN", "NNS"))
        if listed and before[1].tag == "," and behind and behind[0].tag in _AFTER_ACT:
            act = token.tag in ("VB", "VBP", "NN") and token.start > row[0].span.end
        rather = token.text in lexicon.terms_of("verb-rather")
        if act and token.text in things and not rather and behind and behind[0].tag in ("NN", "NNS"):
            act = follows_verb(number, facts)  # “tone and call handling”, but “install and repair systems”
        act = act and not is_in_compound(number, facts, things)
        if not act or any(verb.span == span for verb in facts.verbs) or has_subject(number, facts):
            continue
        forms = lexicon.forms_of(token.text.lower())
        lemma = next((lemma for lemma, form in forms if form is Form.BASE), None)
        if lemma is not None:
            yield Verb(span, token.text, lemma, Form.BASE)


def _third_persons(facts: Facts, lexicon: Lexicon) -> Iterator[Verb]:
    """Third persons behind “and” that the parse has for plurals: “supervises a team and reports to the owner”."""
    for joint, token, behind in zip(facts.tokens, facts.tokens[1:], facts.tokens[2:], strict=False):
        span = Span(token.start, token.end)
        if joint.tag != "CC" or token.tag != "NNS" or any(verb.span == span for verb in facts.verbs):
            continue
        lemma = next((each for each, form in lexicon.forms_of(token.text.lower()) if form is Form.THIRD), None)
        if (
            lemma is not None
            and lemma not in lexicon.terms_of("noun-before-to")
            and behind.text.lower() in ("to", "on")
        ):
            yield Verb(span, token.text, lemma, Form.THIRD)


def _ends_in_act(facts: Facts, row: Sequence[Verb]) -> bool:
    """Whether the word behind the last “and” is a verb of the row: then those between the commas are verbs as well."""
    joints = [second for first, second in pairwise(facts.tokens) if first.tag == "CC"]
    return bool(joints) and len(row) > 1 and token_at(joints[-1].start, tuple(row)) is not None
