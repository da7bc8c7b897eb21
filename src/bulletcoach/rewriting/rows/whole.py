"""Whole rows: whether all members of a row were found, so that they can change their form together."""

from __future__ import annotations

from itertools import pairwise, takewhile

from bulletcoach.lexicon.lexicon import Lexicon
from bulletcoach.model.facts import Facts, Form, Role, Token, Verb
from bulletcoach.rewriting.rows.lists import token_at
from bulletcoach.rewriting.rows.members import JOINTS, is_told, whole_word
from bulletcoach.rules.parts import token_of


def is_whole(facts: Facts, row: tuple[Verb, ...], lexicon: Lexicon) -> bool:
    """Whether every member of a row of gerunds is among the verbs found, so that all can change their form together.

    “Opening the store and bank deposits” is half verb, half noun: its first word cannot be inflected alone.
    """
    if row[0].form is not Form.GERUND:
        return True
    places = {token_of(verb, facts) for verb in row}
    index = token_of(row[0], facts)
    if index is None:
        return False
    behind = facts.tokens[index + 1 : index + 3]
    if len(behind) > 1 and behind[0].tag in JOINTS and token_at(whole_word(behind[1], facts.text).start, row) is None:
        return False  # “training and rotas”: no object between
    if len(row) > 1 and _ends_in_a_thing(facts, row):
        return False
    if _holds_an_act(facts, row, lexicon):
        return False
    for number, token in enumerate(facts.tokens):
        # Behind a single verb such a noun is one of its objects: “replying to comments and reviews”.
        joined = len(row) > 1 and token.dep == "conj" and token.head in places and number not in places
        if joined and any(facts.tokens[place].head == number for place in places if place is not None):
            continue  # “picking and packing orders”: the thing that is packed
        if joined and token.start > row[0].span.start and token.tag.startswith(("NN", "VBG")):
            return False
    return not any(_is_missed(joint, token, facts, row, lexicon) for joint, token in pairwise(facts.tokens))


def _holds_an_act(facts: Facts, row: tuple[Verb, ...], lexicon: Lexicon) -> bool:
    """Whether one of the things behind commas is an act in a noun: “answering phones, mail sorting and filing”."""
    joints = [n for n, token in enumerate(facts.tokens) if token.tag in JOINTS and token.start > row[0].span.end]
    for joint in joints:
        phrase = list(takewhile(lambda token: token.tag in ("NN", "NNS", "JJ"), facts.tokens[joint + 1 :]))
        last = phrase[-1] if len(phrase) > 1 else None
        gerund = last is not None and any(form is Form.GERUND for _, form in lexicon.forms_of(last.text.lower()))
        if gerund and last is not None and is_told(last.start, facts):
            return True
    return False


def _ends_in_a_thing(facts: Facts, row: tuple[Verb, ...]) -> bool:
    """Whether the last member of a row, behind “, and”, is no verb: “washing up, cleaning floors, and food prep”."""
    ends = (clause.span.start for clause in facts.clauses if clause.role not in (Role.ACTION, Role.TASK))
    end = min((start for start in ends if start > row[0].span.start), default=len(facts.text))
    joints = zip(facts.tokens, facts.tokens[1:], facts.tokens[2:], strict=False)
    last = [third for first, second, third in joints if first.text == "," and second.tag == "CC" and third.start < end]
    return bool(last) and token_at(whole_word(last[-1], facts.text).start, row) is None


def _is_missed(joint: Token, token: Token, facts: Facts, row: tuple[Verb, ...], lexicon: Lexicon) -> bool:
    """Whether a gerund behind a joint was not found to be one of the row, though it tells what was done."""
    if joint.tag not in JOINTS or joint.start < row[0].span.end:
        return False
    span = whole_word(token, facts.text)
    lemma = next((lemma for lemma, form in lexicon.forms_of(token.text.lower()) if form is Form.GERUND), "")
    if joint.tag == "," and lexicon.tail_of(lemma) != "action" and not is_told(span.start, facts):
        return False  # “…, reducing dropped calls”
    looks = token.tag == "VBG" or (joint.tag == "CC" and len(row) > 1 and token.text.endswith("ing"))
    return looks and token_at(span.start, row) is None and is_told(span.start, facts)
