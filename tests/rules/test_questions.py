"""Which question and which opening verb a bullet gets from its parse: the object's head decides, doubt is silent."""

from __future__ import annotations

import pytest
from judged_bullets import LEXICON
from msgspec.structs import replace
from readings import read

from bulletcoach.model.document import Entry
from bulletcoach.model.finding import Finding
from bulletcoach.rules import Reference, check
from bulletcoach.rules.advice import restart
from bulletcoach.rules.phrases import slot
from bulletcoach.rules.questions import object_entry, question

GENERAL = Reference(LEXICON, LEXICON.field("general"))
SUPPORT = Reference(LEXICON, LEXICON.field("customer-service"))

# bullet, a word of the question
_ASKED = [
    ("Installed firewalls at customer sites", "holes closed"),
    ("Visited customer sites in three states", "needed no second"),
    ("Maintained the data center", "uptime"),
    ("Led staff meetings", "done on time"),
    ("Conducted phone screens", "hired"),
    ("Built CI/CD pipelines in GitLab", "commit to production"),
    ("Built a sales pipeline", "won"),
    ("Maintained data pipelines", "long does a run take"),
    ("Wrote Java classes", "faster, safer or cheaper"),
    ("Ran user interviews", "because of what they said"),
    ("Held exit interviews", "did fewer people leave|changed because"),
    ("Reviewed pull requests", "How fast did a review come"),
    ("Migrated mailboxes to Office 365", "while it was moved"),
    ("Maintained Office 365", "takes less time"),
    ("Wrote user stories", "shipped"),
    ("Ran A/B tests", "variant"),
    ("Configured firewall rules", "holes closed"),
    ("Taught lab sessions", "results change"),
    ("Managed return to work", "people back"),
    ("Designed shift patterns", "works by it"),
    ("Read blueprints", "without a correction"),
    ("Revised employee handbook to comply with new state law", "fewer people had to ask"),
    ("Image and troubleshoot Windows 10/11 laptops", "downtime"),
    ("Deliver standards based lessons", "results change"),
    ("Ad hoc reporting for management", "decision"),
    ("Trained new servers", "on their own"),
]


@pytest.mark.parametrize(("text", "asked"), _ASKED, ids=[row[0] for row in _ASKED])
def test_the_head_of_the_object_decides(text: str, asked: str) -> None:
    found = question(read(text), GENERAL)
    assert any(words in found for words in asked.split("|")), found


# a bullet that gives a size, and what must not be asked
_SIZED = [
    "Managed budget of EUR 450k",
    "Filled 64 positions in 2022",
    "Mentor 3 juniors",
    "Led a team of 12 agents",
    "Maintained 20+ WordPress sites",
    "Processed 300 invoices a week",
    "Zorbed 40 thingamajigs",
]


@pytest.mark.parametrize("text", _SIZED)
@pytest.mark.parametrize("look", [GENERAL, SUPPORT], ids=["general", "support"])
def test_a_size_that_is_given_is_not_asked_for(text: str, look: Reference) -> None:
    asked = question(read(text), look)
    assert asked
    assert "how many people" not in asked.lower()
    assert not asked.startswith(("How many,", "How large", "How many a"))


def test_every_thing_has_a_question_for_a_bullet_with_its_size() -> None:
    entries = LEXICON.field("general").objects
    assert [entry.words[0] for entry in entries if not entry.ask_outcome] == []
    assert [entry.ask_outcome for entry in entries if entry.ask_outcome.startswith(("How many,", "How large"))] == []


_STARTS = [
    ("Responsible for training new hires", "Trained"),
    ("Responsible for hiring, training and developing associates", "Hired"),
    ("Coordinating the rota for 14 agents", "Coordinated"),
    ("Implementation of a new desk for 40 agents", "Implemented"),
    ("Greet customers and guests", "Greeted"),
    ("Average time to fill is 34 days", ""),
    ("Maintenance of Excel reports", ""),
    ("Responsible for budget vs actual variance", ""),
    ("Inventory and ordering of parts", ""),
    ("Clean driving record", ""),
    ("Responsible for health, welfare, training of 9 soldiers", ""),
    ("Responsible for marketing campaigns", ""),
    ("Machine learning project", ""),
    ("Patch management and backup", ""),
    ("Grading, lunch duty, bus duty", ""),
    ("Was responsible", ""),
    ("Assisting students with wifi", ""),
]


@pytest.mark.parametrize(("text", "verb"), _STARTS, ids=[row[0] for row in _STARTS])
def test_only_a_sure_act_is_a_verb_to_start_with(text: str, verb: str) -> None:
    assert restart(read(text), GENERAL) == (f"Start with “{verb} …”." if verb else "")


_SLOTS = [
    ("Part of committee that organized the fair", "the committee"),
    ("Assisted with month end close", "the month end close"),
    ("Participated in on-call rotation", "the on-call rotation"),
    ("Involved in the analysis, design and development of a portal", "it"),
    ("Assisted with hospital rollout of Windows 10", "the hospital rollout of Windows 10"),
    ("Responsible for after hours on call", "it"),
    ("Was responsible for social media", "social media"),
    ("Served as the voice of the customer", "the voice of the customer"),
    ("Experience in writing Angular directives", "Angular directives"),
    ("Helped with annual benefits fair", "the annual benefits fair"),
]


@pytest.mark.parametrize(("text", "phrase"), _SLOTS, ids=[row[0] for row in _SLOTS])
def test_the_phrase_behind_an_opener_is_whole_or_it(text: str, phrase: str) -> None:
    told = read(text)
    if told.facts.opener is None:
        pytest.skip("no opener")
    assert slot(told.facts, GENERAL, person=False) == phrase


def test_somebodys_boss_is_no_piece_of_work() -> None:
    told = read("Assisted manager with two audits")
    assert "manager" not in slot(told.facts, GENERAL, person=False)


def _codes(text: str, look: Reference, field: str) -> dict[str, Finding]:
    told = read(text, field="customer-service")
    entry = Entry(title="Customer Service Representative", employer="Example Ltd", current=False)
    told = replace(told, context=replace(told.context, field=field, entry=entry))
    return {finding.code: finding for finding in check([told], look)}


def test_an_entry_outside_the_field_is_asked_without_the_field() -> None:
    text = "Answered 60 calls a day"
    inside, outside = _codes(text, SUPPORT, "customer-service"), _codes(text, SUPPORT, "general")
    assert "BC303" in inside
    assert "BC303" not in outside
    assert "satisfaction" not in outside["BC302"].advice
    assert object_entry(read(text), SUPPORT.general) is object_entry(read(text), GENERAL)
