"""Yardsticks: which act a bullet is measured by, and when its object decides instead."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from bullet_tables import cases

from bulletcoach.lexicon.field import ObjectEntry, YardstickEntry
from bulletcoach.lexicon.lexicon import Lexicon
from bulletcoach.lexicon.phrases import PhraseIndex
from bulletcoach.model.facts import Facts
from bulletcoach.rules.yardsticks import Yardsticks, told_act


def _entry(verbs: str, objects: tuple[str, ...] = (), kpi: str | None = None) -> YardstickEntry:
    name = f"{verbs.split(', ')[0]} {objects[0] if objects else 'anything'}"
    return YardstickEntry(tuple(verbs.split(", ")), f"{name}?", name, name, objects, kpi)


CLASS = ObjectEntry(("class", "lesson"), (), "")
JAVA = ObjectEntry(("java class",), (), "")
OBJECTS = PhraseIndex([(word, entry) for entry in (CLASS, JAVA) for word in entry.words], plural=True)
ENTRIES = (
    _entry("log, record", ("call",), "qa"),
    _entry("log, record"),
    _entry("process", ("refund", "order")),
    _entry("plan, write", ("class",)),
    _entry("follow up"),
    _entry("coach"),
    _entry("unload", ("truck",)),
    _entry("manage", ("case",)),
)

# A bullet, and the yardstick that it is measured by.
MEASURED = [
    # by the verb; one that names the object comes first, and a field's own before all
    ("Logged faults in the register", "log anything"),
    ("Logged calls in the register", "log call"),
    ("Processed refunds", "process refund"),
    ("Processed complaints", None),
    # with a preposition or a particle
    ("Followed up with guests", "follow up anything"),
    # by the noun that hides it, whatever stands where
    ("Processing of refunds", "process refund"),
    ("Order processing", None),
    # by the act behind words that name none
    ("Helped unload trucks", "unload truck"),
    ("Assisted the manager with coaching new starters", "coach anything"),
    ("Used Zendesk to manage cases", "manage case"),
    # a longer phrase that names another thing decides
    ("Wrote classes for adults", "plan class"),
    ("Wrote Java classes", None),
    # nothing is known of the act
    ("Zorbed refunds", None),
    ("Refunds", None),
]


@pytest.mark.parametrize(("bullet", "name"), cases(MEASURED))
def test_what_an_act_is_measured_by(
    bullet: str, name: str | None, lexicon: Lexicon, facts_of: Callable[[str], Facts]
) -> None:
    yardsticks = Yardsticks(ENTRIES, lexicon, OBJECTS)
    found = yardsticks.of(facts_of(bullet))

    assert (found.result if found else None) == name


def test_an_act_that_is_given_counts(lexicon: Lexicon, facts_of: Callable[[str], Facts]) -> None:
    yardsticks = Yardsticks(ENTRIES, lexicon, OBJECTS)
    facts = facts_of("Logged calls and followed up with guests")

    assert [yardsticks.of(facts, verb) for verb in facts.verbs] == [ENTRIES[0], ENTRIES[4]]


ACTS = [
    ("Answered calls", "answer"),
    ("Responsible for filing claims", "file"),
    ("Helped prepare payroll", "prepare"),
    ("Involved in testing pumps", "test"),
    ("Payment processing", "process"),
    ("Weekend shifts", None),
]


@pytest.mark.parametrize(("bullet", "lemma"), cases(ACTS))
def test_the_act_that_is_told(
    bullet: str, lemma: str | None, lexicon: Lexicon, facts_of: Callable[[str], Facts]
) -> None:
    act = told_act(facts_of(bullet), lexicon)

    assert (act.lemma if act else None) == lemma
