"""Rows of verbs: which words beside the first verb take its form, and which only look like it."""

from __future__ import annotations

import pytest
from bullet_tables import cases, gap

from bulletcoach.lexicon.lexicon import Lexicon
from bulletcoach.model.facts import Facts, Verb
from bulletcoach.rewriting.rows import is_whole, joined_verbs
from rewriting.writer import ENDED, Writer

_NOUN = "the parser reads a base form as a noun"
_DESCRIBES = "a participle that describes, behind “and”, is taken for an act of the row"
_THING = "a noun that a verb is spelled like, behind “and”, is taken for an act of the row"

# A bullet, and the words in a row with its first verb.
ROWS = [
    ("Answered calls", ""),
    # in one form
    ("Answered calls, logged tickets and escalated outages", "logged escalated"),
    ("Answering calls, logging tickets and escalating outages", "logging escalating"),
    ("Greet guests and carry luggage", "carry"),
    ("Writes, edits and publishes the newsletter", "edits publishes"),
    ("Responsible for answering calls and for filing claims", "filing"),
    ("Greeting visitors and sorting mail", "sorting"),
    ("Plan events and host guests", "host"),
    # with one object
    ("Loading and unloading trucks", "unloading"),
    ("Install and repair boilers", "repair"),
    ("Plan and host events", "host"),
    # things that look like verbs
    ("Archive tickets and chat transcripts", ""),
    ("Answered phones + chat", ""),
    ("Handled new and existing customers", ""),
    ("Baked bread, cakes and pies", ""),
    ("Handled training and billing questions", ""),
    # what came of it, what for, how, when, and what others did
    ("Wrote a guide, reducing repeat calls", ""),
    ("Rebuilt the menu, cutting dropped calls and raising CSAT", ""),
    ("Called members to raise sales and grow the share", ""),
    ("Trained agents to sell upgrades", ""),
    ("Sold tickets while managing the queue", ""),
    ("Answered calls if the desk was closed", ""),
    ("Managing agents who answer calls and log tickets", ""),
    gap("the second verb of those who are managed", "Managed agents who answered calls and logged tickets", ""),
    gap("the subject of another clause", "Made a shared tracker for parcels; couriers and agents both update it", ""),
    ("Track KPIs and report to stakeholders", "report"),
    gap(_NOUN, "Clean rooms, change linen, restock minibars and answer guest requests", "change restock answer"),
    gap("between commas a past tense is taken for an adjective",
        "Cleaned rooms, changed linen, restocked minibars and answered guest requests", "changed restocked answered"),
    gap("a form that differs from the first one's", "Wrote the handbook and train new hires", "train"),
    gap("a form that differs from the first one's",
        "Answering phones, booking appointments and greet visitors", "booking greet"),
]  # fmt: skip


@pytest.mark.parametrize(("bullet", "words"), cases(ROWS))
def test_the_verbs_in_a_row(bullet: str, words: str, writer: Writer) -> None:
    facts = writer.facts(bullet)

    assert [verb.text for verb in _row(facts, writer.lexicon)[1:]] == words.split()


@pytest.mark.parametrize("bullet", [bullet for bullet, _ in ROWS], ids=str)
def test_a_row_stands_in_the_text_in_its_order(bullet: str, writer: Writer) -> None:
    row = _row(writer.facts(bullet), writer.lexicon)

    assert [verb.span for verb in row] == sorted({verb.span for verb in row})
    assert all(verb.span.of(bullet) == verb.text for verb in row)


def test_nouns_are_told_from_verbs_by_what_people_work_on(writer: Writer) -> None:
    facts = writer.facts("Sort letters and stamp envelopes")

    assert [verb.text for verb in joined_verbs(facts, facts.verbs[0], writer.lexicon, frozenset())] == ["stamp"]
    assert joined_verbs(facts, facts.verbs[0], writer.lexicon, {"stamp"}) == ()


# A bullet, and whether all of its row can change form.
WHOLE = [
    ("Answered calls and rotas", True),
    ("Answering calls and logging tickets", True),
    ("Loading and unloading trucks", True),
    ("Replying to comments and reviews", True),
    ("Opening the store and bank deposits", True),
    ("Washing up, cleaning floors, and food prep", False),
    ("Training and rotas", False),
]


@pytest.mark.parametrize(("bullet", "whole"), cases(WHOLE))
def test_a_row_that_can_change_as_one(bullet: str, whole: bool, writer: Writer) -> None:
    facts = writer.facts(bullet)

    assert is_whole(facts, _row(facts, writer.lexicon), writer.lexicon) is whole


# Rows of one form in every form: a list of duties told in the past as a whole or not at all.
TOLD = [
    ("Greets guests and carries luggage", "Greeted guests and carried luggage"),
    ("Plan and host events", "Planned and hosted events"),
    ("Responsible for greeting guests and for sorting mail", "Greeted guests and sorted mail"),
    ("Responsible for answering calls and for filing claims",
        "Answered calls and filed claims"),
    ("Pick, pack and ship orders", "Picked, packed and shipped orders"),
    # whatever the parse makes of a list
    ("Duties included cleaning offices, emptying bins, mopping floors and restocking washrooms",
        "Cleaned offices, emptied bins, mopped floors and restocked washrooms"),
    ("Duties included resetting passwords, imaging laptops and closing tickets",
        "Reset passwords, imaged laptops and closed tickets"),
    ("Preparing snacks, changing diapers and sanitizing toys", "Prepared snacks, changed diapers and sanitized toys"),
    ("Answers phones, takes messages and books visits", "Answered phones, took messages and booked visits"),
    ("Supervises a team of 12 and reports to the owner", "Supervised a team of 12 and reported to the owner"),
    ("Duties: vacuuming, dusting, ironing", "Vacuumed, dusted and ironed"),
    ("My duties were to greet customers and process payments", "Greeted customers and processed payments"),
    # compounds
    ("Keeping the RAID log and project plan up to date", "Kept the RAID log and project plan up to date"),
    ("Track KPIs and report to stakeholders", "Tracked KPIs and reported to stakeholders"),
    gap(_NOUN, "Clean rooms, change linen, restock minibars and answer guest requests",
        "Cleaned rooms, changed linen, restocked minibars and answered guest requests"),
    ("Cleans rooms, changes linen and answers guest requests",
        "Cleaned rooms, changed linen and answered guest requests"),
    ("Answer phones, file documents and manage calendars",
        "Answered phones, filed documents and managed calendars"),
    ("Take vital signs and record them in Epic", "Took vital signs and recorded them in Epic"),
    gap(_NOUN, "Prep and plate brunch", "Prepped and plated brunch"),
    gap(_DESCRIBES, "Responsible for serving new and existing customers", "Served new and existing customers"),
    gap(_DESCRIBES, "Responsible for developing relationships with new and existing customers",
        "Developed relationships with new and existing customers"),
    ("Responsible for creating a safe and stimulating classroom",
        "Created a safe and stimulating classroom"),
    ("Responsible for coaching agents on tone and call handling",
        "Coached agents on tone and call handling"),
    ("Training new hires on Zendesk and call etiquette", "Trained new hires on Zendesk and call etiquette"),
    ("Responsible for driving forklift and reach truck", "Drove forklift and reach truck"),
    ("Responsible for reviewing tickets and chat transcripts", "Reviewed tickets and chat transcripts"),
    gap(_THING, "Answers 60+ calls a day on billing", "Answered 60+ calls a day on billing"),
    gap("what it led to is taken for an act of the row",
        "Responsible for introducing cross-docking, leading to less handling",
        "Introduced cross-docking, leading to less handling"),
]  # fmt: skip


@pytest.mark.parametrize(("bullet", "text"), cases(TOLD))
def test_a_row_changes_as_one(bullet: str, text: str, writer: Writer) -> None:
    (told,) = writer.told([bullet], ENDED)
    rewrite = told.of("minimal")

    assert rewrite is not None
    assert rewrite.text == text


def _row(facts: Facts, lexicon: Lexicon) -> tuple[Verb, ...]:
    assert facts.verbs, f"no verb in “{facts.text}”"
    things = {word for pack in lexicon.fields.values() for entry in pack.objects for word in entry.words}
    return (facts.verbs[0], *joined_verbs(facts, facts.verbs[0], lexicon, things))
