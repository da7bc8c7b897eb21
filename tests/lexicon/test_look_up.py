"""Looking words up: forms of verbs, what a participle shows, words by their use, phrases in a text."""

from __future__ import annotations

from itertools import pairwise

import pytest
from bullet_tables import cases
from hypothesis import given
from hypothesis import strategies as st

from bulletcoach.lexicon.lexicon import Lexicon
from bulletcoach.lexicon.phrases import PhraseIndex, singular, words_of
from bulletcoach.model.facts import Form

FORMS = [
    ("led", [("lead", Form.PAST), ("lead", Form.PARTICIPLE)]),
    ("leads", [("lead", Form.THIRD)]),
    ("leading", [("lead", Form.GERUND)]),
    ("found", [("find", Form.PAST), ("find", Form.PARTICIPLE), ("found", Form.BASE)]),
    ("founded", [("found", Form.PAST), ("found", Form.PARTICIPLE)]),
    ("cut", [("cut", Form.BASE), ("cut", Form.PAST), ("cut", Form.PARTICIPLE)]),
    ("troubleshot", [("troubleshoot", Form.PAST), ("troubleshoot", Form.PARTICIPLE)]),
    ("wrote", [("write", Form.PAST)]),
    ("written", [("write", Form.PARTICIPLE)]),
    ("labelled", [("label", Form.PAST), ("label", Form.PARTICIPLE)]),
    ("labelling", [("label", Form.GERUND)]),
    ("re-wrote", [("rewrite", Form.PAST)]),
    ("teapot", []),
    ("", []),
]


@pytest.mark.parametrize(("word", "readings"), cases(FORMS))
def test_what_a_word_can_be_as_a_verb(word: str, readings: list[tuple[str, Form]], lexicon: Lexicon) -> None:
    assert sorted(lexicon.forms_of(word)) == sorted(readings)


def test_every_form_of_every_verb_is_found(lexicon: Lexicon) -> None:
    for lemma, entry in lexicon.verbs.items():
        for word, form in zip(entry.forms.split(), (Form.THIRD, Form.PAST, Form.PARTICIPLE, Form.GERUND), strict=False):
            assert any(reading == form for _, reading in lexicon.forms_of(word)), f"{word} of {lemma}"


TAILS = [
    ("cut", "result"), ("save", "result"), ("halve", "result"), ("boost", "result"),
    ("ensure", "praise"), ("serve", "action"), ("answer", "action"), ("zest", "action"),
]  # fmt: skip


@pytest.mark.parametrize(("lemma", "tail"), cases(TAILS))
def test_what_a_trailing_participle_shows(lemma: str, tail: str, lexicon: Lexicon) -> None:
    assert lexicon.tail_of(lemma) == tail


def test_words_by_their_use(lexicon: Lexicon) -> None:
    assert {"january", "december"} <= lexicon.terms_of("month")
    assert {"of", "for"} <= lexicon.terms_of("after-noun")
    assert lexicon.terms_of("no such use") == frozenset()
    assert all(word == word.lower() for use in {entry.use for entry in lexicon.terms} for word in lexicon.terms_of(use))


def test_pairs(lexicon: Lexicon) -> None:
    assert lexicon.pairs_of("nominal")["processing"] == "process"
    assert lexicon.pairs_of("spelling")["centre"] == "center"


FOUND = [
    # text, phrases, what is found
    ("First-Contact resolution", ["first contact resolution"], ["First-Contact resolution"]),
    ("the help desk and the help-desk", ["help desk"], ["help desk", "help-desk"]),
    ("new hires", ["new hire"], ["new hires"]),
    ("inquiries", ["inquiry"], ["inquiries"]),
    ("customers’ notes", ["customers' notes"], ["customers’ notes"]),
    ("handle time", ["handle", "handle time"], ["handle time"]),
    ("tier", ["tiers of cake"], []),
    ("unhelpful", ["help"], []),
    ("R&D budget", ["r&d"], ["R&D"]),
    ("call centre", ["call center"], ["call centre"]),
]


@pytest.mark.parametrize(("text", "phrases", "found"), cases(FOUND))
def test_phrases_whatever_their_case_hyphens_and_plural(text: str, phrases: list[str], found: list[str]) -> None:
    index = PhraseIndex([(phrase, phrase) for phrase in phrases], plural=True, spelling={"centre": "center"})

    assert [match.span.of(text) for match in index.find(words_of(text))] == found


SINGULARS = [
    ("cases", "case"), ("inquiries", "inquiry"), ("boxes", "box"), ("losses", "loss"), ("branches", "branch"),
    ("bus", "bus"), ("analysis", "analysis"), ("glass", "glass"), ("ties", "tie"), ("sms", "sms"),
]  # fmt: skip


@pytest.mark.parametrize(("plural", "word"), cases(SINGULARS))
def test_singular(plural: str, word: str) -> None:
    assert singular(plural) == word


@given(st.text(max_size=200))
def test_words_stand_where_they_say(text: str) -> None:
    words = words_of(text)

    assert [word.span.of(text).lower().replace("’", "'") for word in words] == [word.key for word in words]
    assert all(one.span.end <= other.span.start for one, other in pairwise(words))


@given(st.text(max_size=200), st.lists(st.text(max_size=12), max_size=5))
def test_found_phrases_do_not_overlap(text: str, phrases: list[str]) -> None:
    matches = list(PhraseIndex([(phrase, phrase) for phrase in phrases], plural=True).find(words_of(text)))

    assert all(one.span.end <= other.span.start for one, other in pairwise(matches))
