"""Advice that fits the bullet: its tense, its sense, and nothing presumed of its writer."""

from __future__ import annotations

import pytest
from judged_bullets import LEXICON, TODAY, codes, only, resume
from readings import read

from bulletcoach.model.document import Entry
from bulletcoach.model.finding import Finding
from bulletcoach.rules import Reference, check

ENDED = Entry(title="Clerk", employer="Example Ltd", start="2019", end="2021", current=False)


def _found(text: str, entry: Entry = ENDED, field: str = "customer-service") -> list[Finding]:
    return check([read(text, entry, field)], Reference(LEXICON, LEXICON.field(field)))


@pytest.mark.parametrize(
    ("text", "entry", "word"),
    [
        ("Greeted guests", ENDED, "“Checked in”"),
        ("Handle customer complaints", ENDED, "“Resolved”"),
        ("Handle customer complaints", TODAY, "“Resolve”"),
        ("Handled customer complaints", TODAY, "“Resolved”"),
    ],
)
def test_the_stronger_verb_agrees_in_tense(text: str, entry: Entry, word: str) -> None:
    assert word in only("BC102", _found(text, entry)).advice


def test_the_form_is_named_where_the_lexicon_knows_it() -> None:
    advice = only("BC103", _found("Handle customer complaints")).advice
    assert "as you would say it after “I”: “Handled …”" in advice


def test_a_verb_with_a_particle_is_not_cut_in_two() -> None:
    assert not [each.advice for each in _found("Carrying out inspections") if "Carried" in each.advice]


@pytest.mark.parametrize("text", ["Add-on sales for key customers", "Drive thru orders and cash"])
def test_a_compound_noun_is_no_verb_in_the_wrong_form(text: str) -> None:
    assert not {"BC103", "BC203"} & set(codes(_found(text)))


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Prepared 180 individual returns", "learned"),
        ("Created a positive learning environment", "uptime"),
        ("Built school displays", "mystery"),
        ("Updated calculation policy", "breach"),
        ("Received DAISY Award nomination", "dates or items"),
        ("Sold mobile plans", "as planned"),
        ("Integrated Stripe payments into a checkout", "days until paid"),
        ("Trained 60+ staff", "while you led"),
        ("Was part of the launch team", "while you led"),
    ],
)
def test_a_noun_of_many_senses_is_asked_about_in_none(text: str, wrong: str) -> None:
    assert not [each.advice for each in _found(text, field="general") if wrong in each.advice]


def test_calls_of_a_supervisor_presume_no_change() -> None:
    assert not [each for each in _found("Took supervisor calls") if "your change" in each.advice]


def test_who_was_only_near_is_not_asked_for_figures() -> None:
    assert "BC301" not in codes(_found("Attended staff meetings"))
    assert "BC301" not in codes(_found("Was part of the launch team"))


@pytest.mark.parametrize("text", ["Reduced ticket volume by 20%", "Contained 40% of chats with a bot"])
def test_less_work_is_a_result(text: str) -> None:
    assert "BC303" not in codes(_found(text))


def test_a_post_with_a_figure_that_moved_is_not_said_to_lack_a_result() -> None:
    texts = ("Answered customer calls", "Handled escalations", "Helped reduce churn by 12%")
    post = resume((ENDED, [read(text, ENDED, "customer-service") for text in texts]))
    found = check(post, Reference(LEXICON, LEXICON.field("customer-service")))
    assert "BC602" not in codes(found)
