"""Sets of nouns: which of many hold the thing that was worked on."""

from __future__ import annotations

import pytest

from bulletcoach.model.facts import Build, Facts, Object
from bulletcoach.model.text import Span
from bulletcoach.rules.nouns import NounSets

SETS = NounSets(enumerate([("call",), ("call", "phone call"), ("call centre",), (), ("team", "agent")]))

# What was done, its object with the head noun last, and the sets that hold it with the words by which they do.
HELD = [
    ("Answered calls", "calls", {0: "calls", 1: "calls"}),
    ("Answered phone calls", "phone calls", {0: "calls", 1: "phone calls"}),
    ("Ran the call centre", "the call centre", {2: "call centre"}),
    ("Ran call centres", "call centres", {2: "call centres"}),
    ("Led a team of agents", "a team of agents", {4: "team"}),
    ("Answered mails", "mails", {}),
    ("Answered mails about calls", "mails", {}),
]


def _thing(text: str, words: str) -> Object:
    start = text.index(words)
    end = start + len(words)
    return Object(Span(start, end), words.split()[-1], Span(end - len(words.split()[-1]), end))


@pytest.mark.parametrize(("text", "words", "held"), HELD, ids=[text for text, _, _ in HELD])
def test_what_holds_a_thing(text: str, words: str, held: dict[int, str]) -> None:
    found = SETS.holding(_thing(text, words), Facts(text, Build.CLAUSE))

    assert {number: span.of(text) for number, span in found.items()} == held


def test_nothing_holds_nothing() -> None:
    assert SETS.holding(None, Facts("Answered calls", Build.CLAUSE)) == {}
