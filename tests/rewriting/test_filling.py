"""Filling: blanks answered or left out, and a text that nobody can tell was put together."""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bulletcoach.model.rewrite import Origin, Part, Rewrite, RewriteKind, Slot, Wanted
from bulletcoach.rewriting import fill
from rewriting.generated import bullets
from rewriting.writer import Writer, filled


def source(text: str) -> Part:
    return Part(text, Origin.SOURCE)


def link(text: str) -> Part:
    """Grammar that is there for the blank beside it."""
    return Part(text, Origin.GRAMMAR, tied=True)


def grammar(text: str) -> Part:
    return Part(text, Origin.GRAMMAR)


def blank(wants: Wanted, text: str, *instead: Part) -> Part:
    return Part(f"[{text}]", Origin.SLOT, slot=Slot(wants, text, f"{text}?", "example", instead=instead))


def rewrite(*parts: Part) -> Rewrite:
    return Rewrite(RewriteKind.STRONG, parts)


SIZE, RESULT = blank(Wanted.SCOPE, "N daily"), blank(Wanted.RESULT, "cutting waits from X to Y")
PROBLEM, PART = blank(Wanted.PROBLEM, "what made it hard"), blank(Wanted.PART, "Your own part")
ACT = blank(Wanted.ACT, "What you did to")
HOPE = blank(Wanted.RESULT, "improving retention from X to Y", grammar(" "), source("to improve retention"))

STRONG = rewrite(source("Answered"), grammar(" "), SIZE, link(" "), source("calls about bills"), link(", "), RESULT)
STOPPED = rewrite(*STRONG.parts, source("."))
STORY = rewrite(link("Despite "), PROBLEM, link(", "), source("answered calls"), link(", "), RESULT)
FINITE = rewrite(blank(Wanted.RESULT, "Cut waits from X to Y"), link(" by "), source("answering calls"))
HOPED = rewrite(source("Called members"), link(", "), HOPE)
HELPED = rewrite(PART, grammar(" to "), source("help customers"), link(", "), RESULT)
OPENED = rewrite(ACT, grammar(" "), source("the north region"), link(", "), RESULT)
MIDDLE = rewrite(source("Led"), grammar(" "), SIZE, link(" "), source("agents, with care"))

# A rewrite, the answers, the text.
FILLED = [
    ("all", STRONG, {0: "60 daily", 1: "cutting waits from 9 to 6 min"},
     "Answered 60 daily calls about bills, cutting waits from 9 to 6 min"),
    ("the first only", STRONG, {0: "60 daily"}, "Answered 60 daily calls about bills"),
    ("the last only", STRONG, {1: "halving waits"}, "Answered calls about bills, halving waits"),
    ("none", STRONG, {}, "Answered calls about bills"),
    ("none, with a full stop", STOPPED, {}, "Answered calls about bills."),
    ("the last, with a full stop", STOPPED, {1: "halving waits"}, "Answered calls about bills, halving waits."),
    ("an answer of spaces is none", STRONG, {0: "  ", 1: "\t"}, "Answered calls about bills"),
    ("spaces round an answer go", STRONG, {0: " 60 daily "}, "Answered 60 daily calls about bills"),
    ("the problem left out", STORY, {1: "halving waits"}, "Answered calls, halving waits"),
    ("the problem alone", STORY, {0: "a broken line"}, "Despite a broken line, answered calls"),
    ("nothing of a story", STORY, {}, "Answered calls"),
    ("the result first, left out", FINITE, {}, "Answering calls"),
    ("the result first", FINITE, {0: "Cut waits by half"}, "Cut waits by half by answering calls"),
    ("the result first, in lower case", FINITE, {0: "cut waits by half"}, "Cut waits by half by answering calls"),
    ("a hope that came about", HOPED, {0: "raising retention from 60% to 72%"},
     "Called members, raising retention from 60% to 72%"),
    ("a hope stands again", HOPED, {}, "Called members to improve retention"),
    ("the writer's part", HELPED, {0: "Wrote the guide"}, "Wrote the guide to help customers"),
    ("the writer's part in lower case", HELPED, {0: "wrote the guide"}, "Wrote the guide to help customers"),
    ("the act", OPENED, {0: "Ran", 1: "lifting sales by 4%"}, "Ran the north region, lifting sales by 4%"),
    ("a blank inside", MIDDLE, {}, "Led agents, with care"),
    ("an answer with brackets", STRONG, {0: "[60] daily"}, "Answered [60] daily calls about bills"),
    ("an answer with a letter of a blank", STRONG, {1: "cutting X to Y"}, "Answered calls about bills, cutting X to Y"),
    ("a number that is no blank", STRONG, {7: "never asked"}, "Answered calls about bills"),
]  # fmt: skip


@pytest.mark.parametrize(("what", "whole", "answers", "text"), FILLED, ids=[what for what, *_ in FILLED])
def test_what_answers_make(what: str, whole: Rewrite, answers: dict[int, str], text: str) -> None:
    assert fill(whole, answers).text == text, what


ROUGH = [
    pytest.param("halving waits.", "Answered calls about bills, halving waits.", id="a full stop at the end of both"),
    pytest.param("halving  waits", "Answered calls about bills, halving waits.", id="two spaces inside"),
    pytest.param(", halving waits", "Answered calls about bills, halving waits.", id="a comma in front"),
    pytest.param("halving waits,", "Answered calls about bills, halving waits.", id="a comma behind"),
]  # fmt: skip


@pytest.mark.parametrize(("answer", "text"), ROUGH)
def test_what_people_type_too_much(answer: str, text: str) -> None:
    assert fill(STOPPED, {1: answer}).text == text


@pytest.mark.parametrize("whole", [HELPED, OPENED], ids=["part", "act"])
@pytest.mark.parametrize("answers", [{}, {0: " "}, {1: "halving waits"}])
def test_without_an_act_there_is_no_bullet(whole: Rewrite, answers: dict[int, str]) -> None:
    with pytest.raises(ValueError, match="needs an answer"):
        fill(whole, answers)


def test_an_act_with_other_words_in_its_place_may_be_skipped() -> None:
    shared = rewrite(blank(Wanted.PART, "Your own part", source("Helped")), grammar(" "), source("customers"))

    assert fill(shared, {}).text == "Helped customers"


def test_an_answer_says_that_it_is_one() -> None:
    parts = fill(STRONG, {0: "60 daily", 1: "halving waits"}).parts

    assert [part.text for part in parts if part.origin is Origin.ANSWER] == ["60 daily", "halving waits"]
    assert all(part.slot is None for part in parts)


def test_what_is_not_answered_leaves_its_neighbours_origin() -> None:
    parts = fill(STRONG, {}).parts

    assert {part.origin for part in parts} <= {Origin.SOURCE, Origin.GRAMMAR}
    assert [part.text for part in parts if part.origin is Origin.SOURCE] == ["Answered", "calls about bills"]


def test_nothing_else_of_the_rewrite_changes() -> None:
    whole = Rewrite(RewriteKind.STORY, STRONG.parts, note="The rest can go.", second=(source("Logged tickets"),))
    done = fill(whole, {0: "60 daily"})

    assert (done.kind, done.note, done.second) == (whole.kind, whole.note, whole.second)


def test_a_rewrite_without_blanks_stays() -> None:
    plain = rewrite(source("Answered calls"), source("."))

    assert fill(plain, {}).text == fill(plain, {0: "never asked"}).text == "Answered calls."


# --- any answers -----------------------------------------------------------------------------------------------------

ANSWERS = st.dictionaries(
    st.integers(0, 2), st.from_regex(r"[A-Za-z0-9£%]+( [A-Za-z0-9£%]+){0,5}", fullmatch=True), max_size=3
)
SOME = settings(max_examples=200, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)


@SOME
@given(whole=st.sampled_from([STRONG, STOPPED, STORY, FINITE, HOPED, MIDDLE]), answers=ANSWERS)
def test_any_answers(whole: Rewrite, answers: dict[int, str]) -> None:
    done = fill(whole, answers)

    assert done == fill(whole, answers)
    assert not done.slots
    assert "".join(part.text for part in done.parts) == done.text
    assert not re.search(r"\s\s|\s[,.;]|^[\s,.;]|[,;]\s*[,.;]|\s$", done.text), done.text
    assert done.text[0] == done.text[0].upper()
    assert done.text.endswith(".") == whole.text.endswith(".")
    for number, answer in answers.items():
        assert number >= len(whole.slots) or answer[1:] in done.text


@settings(SOME, max_examples=60)
@given(text=bullets, skipped=st.sets(st.integers(0, 3)))
def test_any_rewrite_filled_in_part(text: str, skipped: set[int], writer: Writer) -> None:
    (told,) = writer.told([text])
    for each in told.rewrites:
        needed = {number for number, slot in enumerate(each.slots) if slot.wants in (Wanted.ACT, Wanted.PART)}
        answers = {n: slot.example for n, slot in enumerate(each.slots) if n in needed or n not in skipped}
        done = fill(each, answers)
        assert not done.slots
        for pattern in (r"\s\s", r"\s[,;](?!\w)", r"^[\s,.;]", r",\s*[,.;]", r"\s$"):
            assert len(re.findall(pattern, done.text)) <= len(re.findall(pattern, text)), done.text
        assert done.text.endswith(".") == each.text.endswith(".")


def test_examples_fill_every_blank_of_real_rewrites(writer: Writer) -> None:
    texts = [
        "Responsible for answering calls",
        "Helped customers.",
        "Was in charge of the north region",
        "We cut churn",
    ]
    for told in writer.told(texts):
        for each in told.rewrites:
            done = filled(each)
            assert not done.slots
            assert "[" not in done.text
            assert done.text.endswith(".") == told.text.endswith(".")
