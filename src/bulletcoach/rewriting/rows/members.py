"""Members: whether a word beside a verb is a verb of its row, and no thing, purpose or result."""

from __future__ import annotations

from collections.abc import Set
from itertools import pairwise

from bulletcoach.lexicon.phrases import singular
from bulletcoach.model.facts import Facts, Form, Role, Token, Verb
from bulletcoach.model.text import Span
from bulletcoach.rules.parts import token_of

_OBJECT = ("TO", "DT", "PRP", "PRP$", "NN", "NNS", "NNP", "JJ", "CD", "IN", "CC", ",")
_DESCRIBING = ("compound", "amod", "nmod", "npadvmod")
_OF_SUBJECT = ("nsubj", "aux", "mark")
JOINTS = ("CC", ",")


def is_member(verb: Verb, facts: Facts, things: Set[str]) -> bool:
    """Whether a joined word is a verb of the row.

    None is a noun (“phones + chat”, “chat transcripts”), or has a subject or a purpose of its own (“to raise sales and
    grow the share”).
    """
    index = token_of(verb, facts)
    if index is None:
        return True
    if is_in_compound(index, facts, things):
        return False
    token = facts.tokens[index]
    behind = facts.tokens[index + 1] if index + 1 < len(facts.tokens) else None
    hoped = token.dep == "conj" and any(each.head == token.head and each.tag == "TO" for each in facts.tokens)
    opens = _opens_clause(verb, index, facts)
    stands_alone = opens or _opens_member(index, facts) or follows_verb(index, facts)
    describes = token.dep in _DESCRIBING and not stands_alone
    describes = describes or [each.tag for each in facts.tokens[max(index - 2, 0) : index]] == ["JJ", "CC"]
    if describes or has_subject(index, facts) or (hoped and facts.tokens[token.head].tag == "VB"):
        return False
    if opens and verb.form is Form.BASE:
        return True
    if verb.form is Form.BASE and verb.lemma in things and behind is not None and not follows_verb(index, facts):
        acts = token.tag.startswith("VB") and behind.tag.startswith(
            "VB"
        )  # “review pull requests”: no compound is meant
        return acts or (behind.tag in _OBJECT and not behind.tag.startswith("NN"))
    return token.tag.startswith("VB") or (behind is not None and behind.tag in _OBJECT)


def is_in_compound(index: int, facts: Facts, things: Set[str]) -> bool:
    """Whether a word is half of a noun: the “plan” of “project plan”, the “reach” of “reach truck”."""
    words = [singular(token.text.lower()) for token in facts.tokens[max(index - 1, 0) : index + 2]]
    return any(" ".join(pair) in things for pair in pairwise(words))


def _opens_clause(verb: Verb, index: int, facts: Facts) -> bool:
    """Whether a word behind “, ” or “and” tells an act to the analysis, whatever its place in the parse.

    A third person does (“answers phones and books visits”), and a base form between commas if an act follows that is
    one beyond doubt (“answer phones, file documents and manage calendars”).
    """
    before = facts.tokens[index - 1] if index else None
    if (
        before is None
        or before.tag not in JOINTS
        or not any(each.span.start == verb.span.start for each in facts.clauses)
    ):
        return False
    last = facts.verbs[-1]
    place = token_of(last, facts)
    sure = last != verb and place is not None and facts.tokens[place].tag.startswith("VB")
    return verb.form is Form.THIRD or (verb.form is Form.BASE and before.tag == "," and sure)


def _opens_member(index: int, facts: Facts) -> bool:
    """Whether a participle behind “, ” or “and” begins a new member, though the parse ties it to the noun behind it:
    “visitors and sorting mail”, but not “new and existing customers”."""
    tokens = facts.tokens
    joined = index > 1 and tokens[index - 1].tag in JOINTS and tokens[index - 2].tag.startswith("NN")
    return joined and tokens[index].tag.startswith("VB")


def follows_verb(index: int, facts: Facts) -> bool:
    """Whether nothing but a conjunction stands between a word and the verb before: “install and repair systems”."""
    before = index - 1
    while before > 0 and facts.tokens[before].tag in JOINTS:
        before -= 1
    return before < index - 1 and facts.tokens[before].tag.startswith("VB")


def trails(verb: Verb, facts: Facts) -> bool:
    """Whether a gerund tells what came of the row, and is none of it: “…, reducing dropped calls”."""
    return verb.form is Form.GERUND and not is_told(verb.span.start, facts)


def is_told(start: int, facts: Facts) -> bool:
    """Whether an offset lies in what was done, not in how, why or to what end."""
    clause = next((each for each in facts.clauses if each.span.start <= start < each.span.end), None)
    return clause is None or clause.role in (Role.ACTION, Role.TASK)


def has_subject(index: int | None, facts: Facts) -> bool:
    """Whether a verb says what somebody or something else did: “…; scoring now takes 20 minutes”, “if it fails”."""
    if index is None or facts.deps.isdisjoint(_OF_SUBJECT):
        return False
    return any(token.head == index and token.dep in _OF_SUBJECT for token in facts.tokens)


def whole_word(token: Token, text: str) -> Span:
    """A token with what a hyphen ties before it: the “up-” of “up-selling”."""
    start = token.start
    while start > 1 and text[start - 1] == "-" and text[start - 2].isalpha():
        start = text.rfind(" ", 0, start) + 1
    return Span(start, token.end)
