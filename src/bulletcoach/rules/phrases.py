"""Noun phrases as they stand in a bullet: the whole of what was worked on, fit to be put into a question."""

from __future__ import annotations

from bulletcoach.lexicon.phrases import singular
from bulletcoach.model.facts import Facts, Form, Object, Token
from bulletcoach.model.text import Span
from bulletcoach.rules.reference import Reference

_NOUN = ("NN", "NNS", "NNP", "NNPS")
_PLURAL = ("NNS", "NNPS")
_PERSONAL = ("PRP", "WP")


def whole_phrase(item: Object, facts: Facts, reference: Reference) -> Span:
    """The object's phrase to the end of its compound: “month end close” where the parse stops at “month end”."""
    last = _head_index(item, facts, reference)
    return Span(item.span.start, max(item.span.end, facts.tokens[last].end)) if last is not None else item.span


def head_noun(item: Object, facts: Facts, reference: Reference) -> Span:
    """The noun that the object's whole phrase is about: the last one of its compound."""
    last = _head_index(item, facts, reference)
    return Span(facts.tokens[last].start, facts.tokens[last].end) if last is not None else item.head


def is_plural(item: Object, facts: Facts, reference: Reference) -> bool:
    """Whether the object is of several things, so that one can ask how many."""
    last = _head_index(item, facts, reference)
    return last is not None and facts.tokens[last].tag in _PLURAL


def slot(item: Object | None, facts: Facts, reference: Reference, *, person: bool) -> str:
    """The object as it goes into the `{object}` of a question; “the work” where it has no name.

    “committee” becomes “the committee”. Somebody's boss is no piece of work, so unless the question is about a
    `person` (“what did the manager get from you?”) the work is asked about.
    """
    if item is None:
        return "them" if person else "the work"
    last = _head_index(item, facts, reference)
    text = whole_phrase(item, facts, reference).of(facts.text).rstrip(" ,;:.-")
    if last is None:
        return text
    noun = facts.tokens[last]
    if not person and _is_person(noun, reference):
        return "the work"
    inside = [token for token in facts.tokens if item.span.start <= token.start < noun.end]
    named = noun.tag in (*_PLURAL, "NNP") or any(token.tag in ("DT", "PRP$", "CD", "POS") for token in inside)
    opening = text[:1].lower() + text[1:] if text[1:2].islower() and inside[0].tag not in ("NNP", "NNPS") else text
    return opening if named or noun.text.lower().endswith("ing") else f"the {opening}"


def _is_person(noun: Token, reference: Reference) -> bool:
    word = singular(noun.text.lower())
    return noun.tag in _PERSONAL or word in reference.lexicon.terms_of("title")


def _head_index(item: Object, facts: Facts, reference: Reference) -> int | None:
    """The index of the last noun of the object's compound, None where there is no parse.

    The parser takes a noun at the end for an adjective or a verb now and then (“annual benefits fair”, “month end
    close”), so one such word behind a noun counts as the last of the compound where nothing but a break, a
    preposition or a conjunction follows.
    """
    tokens = facts.tokens
    index = next((number for number, token in enumerate(tokens) if token.end == item.head.end), None)
    if index is None:
        return None
    while (behind := _joined(tokens, index)) is not None and tokens[behind].tag in _NOUN:
        index = behind
    last = _joined(tokens, index)
    if last is not None and _ends_phrase(tokens, last) and tokens[index].tag in _NOUN:
        forms = [form for _, form in reference.lexicon.forms_of(tokens[last].text.lower())]
        if tokens[last].tag == "JJ" or (Form.BASE in forms and tokens[last].tag in ("RB", "VB", "VBP")):
            return last
    return index


def _joined(tokens: tuple[Token, ...], index: int) -> int | None:
    """The index of the token that follows with nothing but a space between, or behind a hyphen."""
    behind = index + 1
    if behind + 1 < len(tokens) and tokens[behind].text == "-" and tokens[behind].start == tokens[index].end:
        behind += 1
    return behind if behind < len(tokens) and tokens[behind].tag != "-" else None


def _ends_phrase(tokens: tuple[Token, ...], index: int) -> bool:
    return index + 1 >= len(tokens) or tokens[index + 1].tag in ("IN", "CC", ",", ".", ":", "TO", "-LRB-")
