"""Tense: a post that has ended is told in the past, one that is held as it stands; without dates the writer decides."""

from __future__ import annotations

import pytest
from bullet_tables import cases

from bulletcoach.model.facts import Form
from bulletcoach.rewriting.tense import form_for, form_of
from rewriting.writer import CURRENT, ENDED, UNDATED, Writer

PAST, BASE = Form.PAST, Form.BASE

# A bullet, and the form of its act in a post that is over, in one that is held, and in one without dates.
FORMS = [
    ("Answered calls", PAST, PAST, PAST),
    ("Answer calls from tenants", PAST, BASE, BASE),
    ("Answers calls from tenants", PAST, BASE, BASE),
    ("Answering calls from tenants", PAST, BASE, PAST),
    # behind a stock opener, which tells the time itself if it is in the past
    ("Responsible for answering calls", PAST, BASE, PAST),
    ("Was responsible for answering calls", PAST, PAST, PAST),
    ("Duties include answering calls", PAST, BASE, PAST),
    ("My role involves answering calls", PAST, BASE, BASE),
    ("Was tasked with answering calls", PAST, PAST, PAST),
    ("Duties included answering calls", PAST, PAST, PAST),
    ("Tasked with answering calls", PAST, BASE, PAST),
    # what came of it is over, wherever it is told
    ("Cutting waste by 12% through a new rota", PAST, PAST, PAST),
    # passives: as their “be”
    ("Refunds were processed by me", PAST, PAST, PAST),
    ("Refunds are processed by me", PAST, BASE, BASE),
]


@pytest.mark.parametrize(("bullet", "ended", "current", "undated"), cases(FORMS))
def test_the_form_of_an_act(bullet: str, ended: Form, current: Form, undated: Form, writer: Writer) -> None:
    found = []
    for entry in (ENDED, CURRENT, UNDATED):
        (judged,) = writer.judged([bullet], entry)
        found.append(form_for(judged, judged.facts.verbs[0].form, writer.lexicon))

    assert found == [ended, current, undated]


NOUNS = [
    ("Processing of refunds", PAST, BASE, PAST),
    ("Front desk", PAST, BASE, PAST),
    ("Was in charge of the front desk", PAST, PAST, PAST),
]


@pytest.mark.parametrize(("bullet", "ended", "current", "undated"), cases(NOUNS))
def test_a_noun_is_told_as_if_it_were_a_gerund(
    bullet: str, ended: Form, current: Form, undated: Form, writer: Writer
) -> None:
    judged = [writer.judged([bullet], entry)[0] for entry in (ENDED, CURRENT, UNDATED)]
    found = [form_for(each, Form.GERUND, writer.lexicon) for each in judged]

    assert found == [ended, current, undated]


# Verbs whose form another one shares.
SHARED = [
    ("Run the till", BASE),
    ("Ran the till", PAST),
    ("Cut waste", PAST),
    ("Set up stalls", PAST),
    ("Answering calls from tenants", Form.GERUND),
    ("Greets guests", Form.THIRD),
]


@pytest.mark.parametrize(("bullet", "form"), cases(SHARED))
def test_the_form_in_which_a_verb_stands(bullet: str, form: Form, writer: Writer) -> None:
    head = writer.facts(bullet).head

    assert head is not None
    assert form_of(head, writer.lexicon) is form
