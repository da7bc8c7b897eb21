"""Facts come back from the cache just as they went in."""

from __future__ import annotations

import math
import types
import typing
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from msgspec.structs import replace

from bulletcoach.analysis import Analyser
from bulletcoach.caching import FactsCache, Store
from bulletcoach.caching.facts import KIND
from bulletcoach.model.facts import Build, Clause, Facts, Form, Quantity, Role, Shape, Token, Verb
from bulletcoach.model.text import Span

EXAMPLES = Path(__file__).parents[2] / "examples"
GENERATION = b"generation"
PLAIN = Facts("Led a team", Build.CLAUSE, tokens=(Token(0, 3, "Led", "lead", "VBD", "ROOT", 0),))


def any_of(kind: Any) -> st.SearchStrategy[Any]:
    """Any value of a type that occurs in Facts."""
    if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
        return st.builds(kind, **{name: any_of(hint) for name, hint in typing.get_type_hints(kind).items()})
    if typing.get_origin(kind) is tuple:
        return st.lists(any_of(typing.get_args(kind)[0]), max_size=3).map(tuple)
    if isinstance(kind, types.UnionType):
        return st.one_of(*map(any_of, typing.get_args(kind)))
    return st.integers(-1, 1 << 40) if kind is int else st.from_type(kind)


@pytest.fixture
def cache(store: Store) -> FactsCache:
    return FactsCache(store, GENERATION)


@pytest.fixture(scope="module")
def one_store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """One store for all examples of a property: what an earlier one left there must not matter."""
    return Store(tmp_path_factory.mktemp("one"))


@given(facts=any_of(Facts))
@example(PLAIN)
@example(replace(PLAIN, text=""))
@example(replace(PLAIN, text="a\0b\n\u2028 é \U0001f600"))
@example(replace(PLAIN, quantities=(Quantity(Span(0, 1), "", math.nan, "", Shape.COUNT, other=math.inf),)))
@example(replace(PLAIN, quantities=(Quantity(Span(0, 1), "", -0.0, "", Shape.COUNT, other=1e-320),)))
@example(replace(PLAIN, clauses=(Clause(Role.RESULT, Span(0, 1), Verb(Span(0, 1), "", "", Form.BASE)),)))
def test_any_facts_come_back_as_they_were(one_store: Store, facts: Facts) -> None:
    cache = FactsCache(one_store, GENERATION)
    cache.put([facts])
    found = cache.get([facts.text])
    # By their representation, since nan is unlike itself, and 1 like 1.0 and True.
    assert repr(found) == repr({facts.text: facts})
    assert hash(found[facts.text]) == hash(facts) or "nan" in repr(facts)


def test_the_facts_of_all_examples_come_back_as_they_were(cache: FactsCache, analyser: Analyser) -> None:
    lines = [line for path in sorted(EXAMPLES.iterdir()) for line in path.read_text(encoding="utf-8").splitlines()]
    texts = [*dict.fromkeys(line.strip("-*• ") for line in lines if 20 < len(line) < 500)]
    facts = dict(zip(texts, analyser.analyse(texts), strict=True))
    cache.put(facts.values())
    found = cache.get(texts)
    assert len(facts) > 50
    assert [repr(found[text]) for text in texts] == [repr(facts[text]) for text in texts]
    assert found == facts


def test_what_is_not_known_is_left_out(cache: FactsCache) -> None:
    assert cache.get([]) == {}
    cache.put([])
    cache.put([PLAIN])
    assert cache.get(["Led a team", "Led another", "led a team", "Led a team "]) == {"Led a team": PLAIN}


def test_another_generation_knows_nothing_of_it(store: Store, cache: FactsCache) -> None:
    cache.put([PLAIN])
    assert FactsCache(store, b"another").get([PLAIN.text]) == {}


def test_what_utf8_cannot_hold_is_not_kept(cache: FactsCache) -> None:
    surrogate = replace(PLAIN, text="Led \ud800")
    within = replace(PLAIN, text="Led it", tokens=(replace(PLAIN.tokens[0], lemma="\udcff"),))
    cache.put([surrogate, PLAIN, within])
    assert cache.get([surrogate.text, PLAIN.text, within.text]) == {PLAIN.text: PLAIN}


BAD: dict[str, Callable[[Facts], bytes]] = {
    "nothing": lambda _: b"",
    "half of it": lambda facts: msgspec.msgpack.encode(facts)[:40],
    "more than it": lambda facts: msgspec.msgpack.encode(facts) + b"\0",
    "another text": lambda facts: msgspec.msgpack.encode(replace(facts, text="Led a tram")),
    "another build": lambda facts: msgspec.msgpack.encode(facts).replace(b"clause", b"clausa"),
    "a number for a text": lambda facts: msgspec.msgpack.encode([*msgspec.to_builtins(facts)[:8], [1]]),
    "text of no encoding": lambda facts: msgspec.msgpack.encode(facts).replace(b"lead", b"le\xff\xfe"),
    "JSON": msgspec.json.encode,
    "depths": lambda _: b"\x91" * 100_000,
}


@pytest.mark.parametrize("bad", BAD.values(), ids=BAD)
def test_what_does_not_decode_is_not_there(store: Store, cache: FactsCache, bad: Callable[[Facts], bytes]) -> None:
    value = bad(PLAIN)
    assert value != msgspec.msgpack.encode(PLAIN)
    other = replace(PLAIN, text="Led others")
    cache.put([other])
    store.shelf(KIND, GENERATION).put(PLAIN.text.encode(), value)
    assert store.shelf(KIND, GENERATION).get(PLAIN.text.encode()) == value
    assert cache.get([PLAIN.text, other.text]) == {other.text: other}
    cache.put([PLAIN])
    assert cache.get([PLAIN.text]) == {PLAIN.text: PLAIN}
