"""Noun phrases as they stand in a bullet: the whole of what was worked on, fit to be put into a question."""

from __future__ import annotations

from bulletcoach.lexicon.phrases import singular
from bulletcoach.model.facts import Facts, Form, Object, Token
from bulletcoach.model.text import Span
from bulletcoach.rules.reference import Reference

_NOUN = ("NN", "NNS", "NNP", "NNPS")
_PLURAL = ("NNS", "NNPS")


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
    noun = head_noun(item, facts, reference).of(facts.text)
    return singular(noun.lower()) != noun.lower()


def slot(facts: Facts, reference: Reference, *, person: bool) -> str:
    """What stands behind the stock opener, as it goes into the `{object}` of a question; “it” where that is not sure.

    “Committee” becomes “the committee”, and a whole row of things “it”. Somebody's boss is no piece of work, so a
    person is named only where the question is about one (“what did the manager get from you?”).
    """
    nothing = "them" if person else "it"
    item = next(iter(facts.objects), None)
    last = _head_index(item, facts, reference) if item else None
    if item is None or last is None:
        return item.span.of(facts.text) if item and not facts.tokens else nothing
    start = max(item.span.start, facts.opener.span.end) if facts.opener else item.span.start
    noun = facts.tokens[last]
    if facts.opener and facts.opener.span.end <= item.span.start:
        start = facts.opener.span.end
    inside = [token for token in facts.tokens if start <= token.start < noun.end]
    if inside[0].tag == "VBG" and inside[0].start < item.span.start:  # “experience in writing scripts”: the scripts
        start = item.span.start
        inside = [token for token in inside if token.start >= start]
    if any(token.tag not in _INSIDE and not _is_hyphened(token, facts.text) for token in inside):
        return nothing
    row = any(token.head == last and token.dep == "conj" for token in facts.tokens)
    if not person and (row or singular(noun.text.lower()) in reference.lexicon.terms_of("title")):
        return nothing
    text = facts.text[start : _end_of_phrase(facts.tokens, last)].strip(" :")
    proper = noun.tag == "NNP" and noun.text[0].isupper()
    named = proper or noun.tag in _PLURAL or any(token.tag in ("DT", "PRP$", "CD", "POS") for token in inside)
    if inside[0].tag not in ("NNP", "NNPS") and text[1:2].islower():
        text = text[:1].lower() + text[1:]
    if named or noun.text.lower().endswith("ing"):
        return text
    return nothing if person else f"the {text}"  # nobody works with “the support”


def _end_of_phrase(tokens: tuple[Token, ...], index: int) -> int:
    """Where the phrase of a noun ends, what “of” adds included: “the voice of the customer”."""
    of = index + 1
    if of < len(tokens) and tokens[of].text == "of":
        for place, token in enumerate(tokens[of + 1 : of + 1 + _REACH], of + 1):
            if token.head == of and token.tag in _NOUN:
                numbered = place + 1 < len(tokens) and tokens[place + 1].tag == "CD"  # Windows 10
                return tokens[place + numbered].end
    return tokens[index].end


def _is_hyphened(token: Token, text: str) -> bool:
    """Whether the token is a part of a word with a hyphen: the “on” of “on-call”."""
    return text[token.end : token.end + 1] == "-" or text[token.start - 1 : token.start] == "-"


def _head_index(item: Object, facts: Facts, reference: Reference) -> int | None:
    """The index of the last noun of the object's compound, None where there is no parse.

    The parser takes the last noun for something else now and then (“annual benefits fair”, “month end close”,
    “employee handbook”), so one adjective, known base form or unknown verb behind a noun counts as the end of it.
    """
    tokens = facts.tokens
    index = next((number for number, token in enumerate(tokens) if token.end == item.head.end), None)
    if index is None:
        return None
    while (further := _modified(tokens, index)) is not None:
        index = further
    while (behind := _joined(tokens, index)) is not None and tokens[behind].tag in _NOUN:
        index = behind
    last = _joined(tokens, index)
    return last if last is not None and tokens[index].tag in _NOUN and _is_noun(tokens, last, reference) else index


def _modified(tokens: tuple[Token, ...], index: int) -> int | None:
    """The noun further right that the token only describes: the laptops of “Windows 10/11 laptops”.

    A number in between is skipped, and so is a participle: “standards based lessons” are lessons.
    """
    head = tokens[index].head if tokens[index].dep in _DESCRIBING else index
    behind = _joined(tokens, index)
    if head <= index and behind is not None and tokens[behind].tag == "VBN" and tokens[behind].dep == "amod":
        head = tokens[behind].head
    if tokens[head].tag == "CD":
        head = tokens[head].head
    if not index < head <= index + _REACH or tokens[head].tag not in _NOUN:
        return None
    return head if all(each.tag not in (*_BREAK, "IN", "-LRB-") for each in tokens[index + 1 : head]) else None


def _joined(tokens: tuple[Token, ...], index: int) -> int | None:
    """The index of the token that follows with nothing but a space between, or behind a hyphen."""
    behind = index + 1
    if behind + 1 < len(tokens) and tokens[behind].text == "-" and tokens[behind].start == tokens[index].end:
        behind += 1
    return behind if behind < len(tokens) else None


def _is_noun(tokens: tuple[Token, ...], index: int, reference: Reference) -> bool:
    """Whether a token behind a noun is one as well, whatever the parser says, since the phrase ends there."""
    token, behind = tokens[index], tokens[index + 1].tag if index + 1 < len(tokens) else "."
    if token.tag == "JJ":
        return behind in _BREAK
    if token.tag not in ("RB", "VB", "VBP"):
        return False
    forms = [form for _, form in reference.lexicon.forms_of(token.text.lower())]
    if token.tag != "RB" and not forms:
        return True
    return Form.BASE in forms and behind in (*_BREAK, "IN")


_REACH = 3  # tokens
_BREAK = (",", ".", ":", "CC")
_DESCRIBING = ("compound", "nmod", "amod", "npadvmod")
_INSIDE = (*_NOUN, "DT", "PDT", "PRP$", "CD", "JJ", "JJR", "JJS", "POS", "HYPH", "VBN", "VBG", "FW", "RB")
