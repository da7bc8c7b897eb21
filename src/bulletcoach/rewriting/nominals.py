"""Nouns that hide a verb, unfolded: “processing of refunds” into process and its object, “inventory management” too."""

from __future__ import annotations

from itertools import pairwise

from msgspec import Struct

from bulletcoach.lexicon.lexicon import Lexicon
from bulletcoach.model.facts import Facts, Token, Verb
from bulletcoach.model.rewrite import Origin, Part
from bulletcoach.model.text import Span
from bulletcoach.rewriting.composing import Change, end_of_words, grammar
from bulletcoach.rewriting.further import further_acts, leaves_none
from bulletcoach.rewriting.hidden import describes_next, hidden, object_before

_INSIDE = ("NN", "NNS", "NNP", "NNPS", "JJ", "HYPH", "VBG", "VBN", "CC")
_FAR = 6  # tokens
_FROM_START = ("DT", "RB", "JJ", ":", ",", "HYPH")
_JOINTS = ("CC", ",")
_OBJECT = ("NN", "NNS", "NNP", "DT", "PRP$")


class Unfolded(Struct, frozen=True):
    """A verb out of its noun: what it is done to stands in `moved` if it stood before the noun, the rest in `body`."""

    verb: Verb
    body: Span
    moved: tuple[Part, ...] = ()
    others: tuple[Verb, ...] = ()
    changes: tuple[Change, ...] = ()


def unfolded(facts: Facts, start: int, lexicon: Lexicon) -> Unfolded | None:
    """The acts in the noun phrases from `start` on, None where no noun hides one, or not all of a row do."""
    tokens = [token for token in facts.tokens if token.start >= start]
    tokens = tokens[_always(tokens, lexicon) :]
    for place, token in enumerate(tokens[:_FAR]):
        if hidden(token, facts, lexicon) is not None and not describes_next(tokens, place):
            row, behind = _row(tokens, place, facts, lexicon)
            following = tokens[behind].text.lower() if behind < len(tokens) else ""
            if following == "of":
                return _before_of(tokens, place, behind, row, facts, lexicon)
            return _behind_object(tokens, place, behind, row, facts, lexicon)
        if token.tag not in (*_INSIDE, *_FROM_START) and not (place == 0 and token.tag in ("VB", "VBP")):
            return None
    return None


def _always(tokens: list[Token], lexicon: Lexicon) -> int:
    """How many words at the head say only that it was done every day: “the day to day running of”."""
    words = [token.text.lower() for token in tokens[:_FAR]]
    for phrase in lexicon.terms_of("every-day"):
        parts = phrase.split()
        for skipped in (0, 1):
            if words[skipped : skipped + len(parts)] == parts and words[:skipped] in ([], ["the"]):
                return skipped + len(parts)
    return 0


def _before_of(
    tokens: list[Token], place: int, of: int, row: tuple[Verb, ...], facts: Facts, lexicon: Lexicon
) -> Unfolded | None:
    """“Processing of refunds”, and several such nouns in a row: “installation, testing and repair of …”."""
    idle = lexicon.terms_of("idle-adjective")
    before = (token for token in tokens[:place] if token.text.lower() not in idle)
    if any(token.tag not in ("DT", ":", ",") for token in before) or _is_done_by(tokens[place:], facts, lexicon):
        return None
    further = further_acts(tokens[of + 1 :], facts, lexicon)
    if not leaves_none(tokens[of:], further, lexicon):
        return None
    body = Span(tokens[of].end, end_of_words(facts.text))
    return Unfolded(row[0], body, _listed(row), (*row[1:], *further.verbs), further.changes)


def _behind_object(
    tokens: list[Token], place: int, behind: int, row: tuple[Verb, ...], facts: Facts, lexicon: Lexicon
) -> Unfolded | None:
    """“Order processing”, and several such nouns with one object: “data entry and validation”."""
    following = tokens[behind] if behind < len(tokens) else None
    if not place or (following is not None and following.tag in ("NN", "NNS", "NNP", "POS", "HYPH")):
        return None
    further = further_acts(tokens[behind:], facts, lexicon)
    if f"{tokens[place - 1].text} {tokens[place].text}".lower() in lexicon.terms_of("compound"):
        return None  # “market research” researches no markets
    if following is not None and following.tag in _JOINTS and not further.are_whole:
        return None  # “order processing and invoices”: no invoices were processed
    thing = object_before(tokens[:place], tokens[place], facts, lexicon)
    if not thing or not leaves_none(tokens[behind:], further, lexicon):
        return None
    body = Span(row[-1].span.end, end_of_words(facts.text))
    return Unfolded(row[0], body, (*_listed(row), *thing), (*row[1:], *further.verbs), further.changes)


def _row(tokens: list[Token], place: int, facts: Facts, lexicon: Lexicon) -> tuple[tuple[Verb, ...], int]:
    """The verbs in the nouns that stand in a row from `place` on, and the place behind them."""
    row: list[Verb] = []
    while place < len(tokens) and (verb := hidden(tokens[place], facts, lexicon)) is not None:
        row.append(verb)
        joint = place + 1
        while joint < len(tokens) and tokens[joint].tag in (",", "CC"):
            joint += 1
        shares = joint > place + 1 and joint < len(tokens) and hidden(tokens[joint], facts, lexicon) is not None
        behind = tokens[joint + 1] if shares and joint + 1 < len(tokens) else None
        if not shares or (behind is not None and behind.tag in _OBJECT):  # “planning, marking homework”
            return tuple(row), place + 1
        place = joint
    return tuple(row), place


def _listed(row: tuple[Verb, ...]) -> tuple[Part, ...]:
    """The further verbs of a row, to stand behind the first; the draft puts them in form."""
    joints = [", "] * (len(row) - 2) + [" and "]
    pairs = zip(joints, row[1:], strict=False)
    return tuple(part for joint, verb in pairs for part in (grammar(joint), Part(verb.text, Origin.SOURCE, verb.span)))


def _is_done_by(tokens: list[Token], facts: Facts, lexicon: Lexicon) -> bool:
    """Whether the act of a noun is somebody's: “processing of refunds by the billing team”, not “by phone”."""
    done = [tokens[0], *(token for token in tokens if facts.tokens[facts.tokens[token.head].head] is tokens[0])]
    means = lexicon.terms_of("means")
    return any(
        token.text.lower() == "by" and facts.tokens[token.head] in done and behind.lemma.lower() not in means
        for token, behind in pairwise(tokens)
    )
