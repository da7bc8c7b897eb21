"""Rules that are looked up hold for the same tokens as in spaCy's own ruler."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletcoach.analysis.model import load_model
from bulletcoach.analysis.pipeline.tag_rules import TableRuler

MODEL = load_model()
OWN_RULES: list[dict[str, Any]] = MODEL.get_pipe("attribute_ruler").patterns  # type: ignore[attr-defined]
WORDS = ["there", "is", "'s", "gets", "got", "n't", "'t", "nothin'", "Might", "data", "y'", "worked", "\n", "  ", "€"]
TAGS = [*MODEL.pipe_labels["tagger"], "_SP", ""]
DEPS = [*MODEL.pipe_labels["parser"], ""]
TOKENS = st.tuples(st.sampled_from(WORDS), st.sampled_from(TAGS), st.sampled_from(DEPS))


def _asked(name: str, values: list[str]) -> Any:
    one, some = st.sampled_from(values), st.lists(st.sampled_from(values), max_size=3)
    return st.fixed_dictionaries(
        {name: one | st.fixed_dictionaries({"IN": some}) | st.fixed_dictionaries({"NOT_IN": some})}
    )


# What a pattern asks of one token: what is looked up, and what only spaCy's engine knows.
ASKED = st.one_of(
    _asked("TAG", TAGS[:4]),
    _asked("LOWER", [word.lower() for word in WORDS]),
    _asked("DEP", [*DEPS[:4], ""]),
    st.builds(lambda word, tag: {**word, **tag}, _asked("LOWER", ["is", "got"]), _asked("TAG", TAGS[:4])),
    st.fixed_dictionaries({"IS_SPACE": st.booleans()}),
    st.sampled_from(
        [{}, {"LOWER": {"REGEX": "^n"}}, {"LENGTH": {">=": 3}}, {"TAG": TAGS[0], "OP": "?"}, {"ORTH": "Might"}]
    ),
)
RULES = st.lists(
    st.fixed_dictionaries(
        {
            "patterns": st.lists(st.lists(ASKED, min_size=1, max_size=3), min_size=1, max_size=2),
            "attrs": st.fixed_dictionaries({"POS": st.sampled_from(["NOUN", "VERB"])}),
        }
    ),
    min_size=1,
    max_size=6,
)


def doc_of(tokens: list[tuple[str, str, str]]) -> Any:
    from spacy.tokens import Doc

    return Doc(
        MODEL.vocab,
        words=[word for word, *_ in tokens],
        tags=[tag for _, tag, _ in tokens],
        deps=[dep for *_, dep in tokens],
        heads=[0] * len(tokens),
    )


def rulers_with(rules: list[dict[str, Any]]) -> tuple[Any, TableRuler]:
    from spacy.pipeline import AttributeRuler

    plain, looked_up = AttributeRuler(MODEL.vocab), TableRuler(MODEL.vocab)
    for ruler in (plain, looked_up):
        ruler.add_patterns(rules)
    return plain, looked_up


PLAIN, LOOKED_UP = rulers_with(OWN_RULES)


@given(st.lists(TOKENS, max_size=12))
def test_the_model_s_own_rules(tokens: list[tuple[str, str, str]]) -> None:
    doc = doc_of(tokens)
    assert LOOKED_UP.match(doc) == sorted(set(PLAIN.match(doc)))


@given(RULES, st.lists(TOKENS, max_size=6))
def test_any_rules(rules: list[dict[str, Any]], tokens: list[tuple[str, str, str]]) -> None:
    plain, looked_up = rulers_with(rules)
    doc = doc_of(tokens)
    assert sorted(set(looked_up.match(doc))) == sorted(set(plain.match(doc)))


def test_a_rule_may_be_about_a_token_before() -> None:
    doc = doc_of([("there", "EX", "expl"), ("is", "VBZ", "ROOT")])
    MODEL.get_pipe("attribute_ruler")(doc)
    assert [token.pos_ for token in doc] == ["PRON", "VERB"]


def test_the_model_has_it() -> None:
    assert isinstance(MODEL.get_pipe("attribute_ruler"), TableRuler)


def test_cleared_it_knows_no_rules() -> None:
    _, looked_up = rulers_with(OWN_RULES)
    doc = doc_of([("gets", "VBZ", "ROOT")])
    assert looked_up.match(doc)
    looked_up.clear()
    assert looked_up.match(doc) == []


@pytest.mark.parametrize("later", [{"LOWER": "worked"}, {"LOWER": {"REGEX": "^work"}}])
def test_a_rule_that_comes_later_counts(later: dict[str, Any]) -> None:
    _, looked_up = rulers_with(OWN_RULES)
    doc = doc_of([("worked", "VBD", "ROOT")])
    before = looked_up.match(doc)
    looked_up.add([[later]], {"LEMMA": "work"})
    assert [match[0] for match in looked_up.match(doc)] == [*[match[0] for match in before], len(OWN_RULES)]
