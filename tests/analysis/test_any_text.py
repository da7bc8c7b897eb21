"""What holds for every text: no crash, spans inside the text, clauses in order, and the same answer twice."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bulletcoach.analysis import LONGEST, Analyser
from bulletcoach.judging import Bench
from bulletcoach.model.facts import Facts, Opener, Quantity, Verb
from bulletcoach.model.text import Span

OPENINGS = [
    "", "Responsible for ", "Duties included ", "Helped ", "Was able to ", "I ", "Successfully ", "Safety: ",
    "After the fire, ",
]  # fmt: skip
VERBS = [
    "trained", "cut", "answering", "manages", "build", "led", "re-wrote", "upsold", "found", "set up",
    "was promoted to", "processing of", "halved", "zested", "RAN", "co-founded",
]  # fmt: skip
OBJECTS = [
    "12 nurses", "churn", "the night desk", "a $4.2M budget", "60+ calls/day", "Office 365", "tier 2 tickets",
    "[X%] of orders", "a 120‑agent floor", "queue time", "patients’ notes", "e-mails", "hundreds of guests",
    "KPIs", "24/7 cover",
]  # fmt: skip
TAILS = [
    "", " by 18%", " from 6:40 to 4:12", ", cutting waste by half", " to improve retention", " using barcodes",
    ", which saved €3k", "; overtime fell 4 pp", ". Ranked #1 of 40.", " and won a prize",
    " while keeping costs down", ", ensuring satisfaction", " (top 5%)", " within 24 hours",
    " – twice the average", " after 3 staff left",
]  # fmt: skip

bullets = st.builds("{}{} {}{}{}".format, *map(st.sampled_from, (OPENINGS, VERBS, OBJECTS, TAILS, TAILS)))
texts = st.text(
    alphabet=st.one_of(st.sampled_from("aeinrst ABC 0123456789 %$€£/.,:;–-+#()[]&'’\t"), st.characters(codec="utf-8")),
    max_size=120,
)


def _spans(facts: Facts) -> Iterator[tuple[str, Span]]:
    if facts.opener:
        yield "opener", facts.opener.span
    for verb in (*facts.verbs, *filter(None, [facts.nominal])):
        yield "verb", verb.span
    for item in facts.objects:
        yield "object", item.span
        yield "head of an object", item.head
    for quantity in facts.quantities:
        yield "quantity", quantity.span
        yield from (("noun", span) for span in (quantity.noun_span,) if span)
    for clause in facts.clauses:
        yield "clause", clause.span
    for mark in facts.marks:
        yield "mark", mark.span
    for token in facts.tokens:
        yield "token", Span(token.start, token.end)


def _holds(text: str, analyser: Analyser, bench: Bench) -> None:
    facts = next(analyser.analyse([text]))
    assert facts.text == text
    for what, span in _spans(facts):
        assert 0 <= span.start <= span.end <= len(text), f"{what} {span} leaves the text"
    named: list[Verb | Quantity | Opener] = [*facts.verbs, *facts.quantities, *filter(None, [facts.opener])]
    for part in named:
        assert part.span.of(text) == part.text
    for clause, following in zip(facts.clauses, facts.clauses[1:], strict=False):
        assert clause.span.end <= following.span.start, f"{clause.span} and {following.span} overlap"
    for token in facts.tokens:
        assert text[token.start : token.end] == token.text
        assert 0 <= token.head < len(facts.tokens)
    for quantity, other in zip(facts.quantities, facts.quantities[1:], strict=False):
        assert quantity.span.end <= other.span.start, f"“{quantity.text}” and “{other.text}” overlap"
    for quantity in facts.quantities:
        assert quantity.clause is None or 0 <= quantity.clause < len(facts.clauses)
    judgement = bench.judge(facts)
    assert judgement.reason
    story = judgement.story
    for spans in (story.problem, story.task, story.action, story.method, story.result):
        assert all(0 <= span.start < span.end <= len(text) for span in spans)
    again = next(analyser.analyse([text]))
    assert (again, bench.judge(again)) == (facts, judgement)


FEW = settings(max_examples=50, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
MANY = settings(max_examples=10_000, deadline=None, suppress_health_check=list(HealthCheck))


@FEW
@given(text=bullets)
def test_bullets(text: str, analyser: Analyser, bench: Bench) -> None:
    _holds(text, analyser, bench)


@FEW
@given(text=texts)
def test_arbitrary_text(text: str, analyser: Analyser, bench: Bench) -> None:
    _holds(text, analyser, bench)


@pytest.mark.slow
@pytest.mark.skipif(not os.environ.get("CI"), reason="some minutes; runs under CI=true")
@MANY
@given(text=st.one_of(bullets, texts))
def test_ten_thousand_texts(text: str, analyser: Analyser, bench: Bench) -> None:
    _holds(text, analyser, bench)


STRANGE = [
    "",
    " ",
    "\t",
    "...",
    "5",
    "%",
    "•",
    "–",
    "I",
    "a",
    ";;;",
    ". . .",
    "(",
    "“",
    "🎉",
    "ﬁ",
    "́",
    "ING",
    "by",
    "to",
    "Dr.",
    "24/7",
]


@pytest.mark.parametrize("text", STRANGE)
def test_scraps(text: str, analyser: Analyser, bench: Bench) -> None:
    _holds(text, analyser, bench)


def test_a_text_is_read_alike_alone_and_among_others(analyser: Analyser) -> None:
    texts = ["Led a crew of six", "Responsible for stock", "Cut scrap by 18%, saving $14,000", "Processing of refunds"]

    assert list(analyser.analyse(texts)) == [next(analyser.analyse([text])) for text in texts]


def test_the_longest_bullet_is_read_and_a_longer_one_refused(analyser: Analyser) -> None:
    longest = ("Counted stock " * LONGEST)[:LONGEST]

    assert next(analyser.analyse([longest])).text == longest
    with pytest.raises(ValueError, match="2000"):
        next(analyser.analyse([longest + "s"]))
