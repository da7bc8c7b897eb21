"""Things: what a bullet is about, and so which result is asked for."""

from __future__ import annotations

import pytest
from bullet_tables import cases, gap

from bulletcoach.rewriting.things import thing_entry
from rewriting.writer import ENDED, GENERAL, SUPPORT, Writer

# A bullet, the field, and a word of the entry that it is about; None where nothing is known of it.
THINGS = [
    # the object, by its head noun or by the whole phrase
    ("Answered customer calls", SUPPORT, "call"),
    ("Answered customer calls", GENERAL, "phone call"),
    ("Managed enterprise accounts", SUPPORT, "account"),
    ("Wrote Python scripts", GENERAL, "python script"),
    ("Designed a decision tree for refunds", SUPPORT, "decision tree"),
    ("Processing of refunds", SUPPORT, "refund"),
    ("Responsible for the front desk", SUPPORT, "walk-in"),
    ("Front desk", SUPPORT, "walk-in"),
    ("Helped with refunds", SUPPORT, "refund"),
    # a word that only describes it, in the field that measures it
    ("Built a complaint matrix", SUPPORT, "complaint"),
    # what it is a measure of
    ("Managed a team of 12 agents", SUPPORT, "team"),
    ("Managed a team of 12 agents", GENERAL, "team"),
    # the activity, where the field measures it
    ("Onboarded new customers", SUPPORT, "onboarding"),
    ("Onboarded new customers", GENERAL, "customer"),
    ("Trained cashiers on the till", SUPPORT, "training"),
    ("Hired 12 cooks", SUPPORT, "hiring"),
    # … or where it says more than its object
    ("Sold houses", GENERAL, "sales work"),
    ("Built houses", GENERAL, "installation"),
    ("Translated menus", GENERAL, "translation"),
    # the activity where nothing is known of the object
    ("Taught judo", GENERAL, "teaching"),
    # nothing
    ("Zested lemons", SUPPORT, None),
    ("Zested lemons", GENERAL, None),
    ("–", SUPPORT, None),
    ("Wrote Python scripts", SUPPORT, "python script"),
    gap("“scripts” alone are a stage's", "Wrote scripts for calls", GENERAL, "phone call"),
    gap("who called comes before the calls, which the parser takes for a verb", "Answered calls from patients", SUPPORT,
        "call"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("bullet", "field", "word"), cases(THINGS), ids=[f"{bullet} ({field})" for bullet, field, _ in THINGS]
)
def test_what_a_bullet_is_about(bullet: str, field: str, word: str | None, writer: Writer) -> None:
    (judged,) = writer.judged([bullet], ENDED, field)
    entry = thing_entry(judged, writer.reference(judged))

    assert (entry is None) if word is None else (entry is not None and word in entry.words), entry


def test_an_entry_is_one_of_the_field_or_of_all_work(writer: Writer) -> None:
    lexicon = writer.lexicon
    known = [entry for pack in lexicon.fields.values() for entry in pack.objects]
    for judged in writer.judged([bullet for bullet, field, _ in THINGS if field == SUPPORT]):
        entry = thing_entry(judged, writer.reference(judged))
        assert entry is None or entry in known
