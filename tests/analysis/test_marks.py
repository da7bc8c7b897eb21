"""Wording: every kind of mark, the plain senses that are none, blanks left to fill, acronyms nobody explained."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from bullet_tables import cases

from bulletcoach.model.facts import Facts, MarkKind

Reader = Callable[[str], Facts]

MARKED = [
    ("Successfully moved the archive", MarkKind.FILLER, "Successfully"),
    ("Mopped floors in order to keep them safe", MarkKind.FILLER, "in order to"),
    ("Found synergies between two labs", MarkKind.BUZZWORD, "synergies"),
    ("Wrote copy to move the needle", MarkKind.BUZZWORD, "move the needle"),
    ("Results-driven cook at a school canteen", MarkKind.SELF_PRAISE, "Results-driven"),
    ("Hard-working porter on nights", MarkKind.SELF_PRAISE, "Hard-working"),
    ("Showed strong communication skills at fairs", MarkKind.SOFT_SKILL, "strong communication skills"),
    ("Spearheaded the parish newsletter", MarkKind.INFLATED, "Spearheaded"),
    ("Leveraged a van to deliver soup", MarkKind.INFLATED, "Leveraged"),
    ("Repaired various pumps", MarkKind.VAGUE, "various"),
    ("Repaired a number of pumps", MarkKind.VAGUE, "a number of"),
    ("Repaired pumps for our farm", MarkKind.PRONOUN, "our"),
    ("I repaired pumps", MarkKind.PRONOUN, "I"),
    ("Was promoted to head gardener", MarkKind.RECOGNITION, "Was promoted"),
    ("Named Employee of the Month", MarkKind.RECOGNITION, "Named Employee"),
    ("Won the county bake-off", MarkKind.WIN, "Won"),
    ("Counted the float daily", MarkKind.RECURRENCE, "daily"),
    ("Led the library migration", MarkKind.UNDERTAKING, "migration"),
    ("Wrote reports for the vestry", MarkKind.ONGOING, "reports"),
    ("Cut costs by [X%]", MarkKind.BLANK, "[X%]"),
    ("Ran OSCE exams for nurses", MarkKind.ACRONYM, "OSCE"),
]


@pytest.mark.parametrize(("bullet", "kind", "words"), cases(MARKED))
def test_each_kind(bullet: str, kind: MarkKind, words: str, facts_of: Reader) -> None:
    assert words in [mark.span.of(bullet) for mark in facts_of(bullet).marked(kind)]


def test_every_kind_is_in_the_table() -> None:
    assert {kind for _, kind, _ in MARKED} == set(MarkKind)


PLAIN = [
    ("Gave patient care on two wards", MarkKind.SELF_PRAISE),
    ("Modelled financial leverage for a bank", MarkKind.BUZZWORD),
    ("Modelled financial leverage for a bank", MarkKind.INFLATED),
    ("Opened the US office", MarkKind.PRONOUN),
    ("Taught World War I poems", MarkKind.PRONOUN),
    ("Reached Level I, then II", MarkKind.PRONOUN),
    ("Ran the I/O tests", MarkKind.PRONOUN),
    ("Taught creative writing", MarkKind.SELF_PRAISE),
    ("Ran the volunteer programme of the hospice", MarkKind.SOFT_SKILL),
    ("Restored a marine ecosystem", MarkKind.BUZZWORD),
    ("Drew plans with a landscape architect", MarkKind.BUZZWORD),
]


@pytest.mark.parametrize(("bullet", "kind"), [pytest.param(*row, id=f"{row[1].value}: {row[0]}") for row in PLAIN])
def test_a_plain_sense_is_not_marked(bullet: str, kind: MarkKind, facts_of: Reader) -> None:
    assert [mark.span.of(bullet) for mark in facts_of(bullet).marked(kind)] == []


BLANKS = [
    ("Cut costs by [X%]", ["[X%]"]),
    ("Cut costs by [ X ]%", ["[ X ]"]),
    ("Cut costs by [number]%", ["[number]"]),
    ("Trained [insert number] nurses", ["[insert number]"]),
    ("Sold tickets for [Company Name]", ["[Company Name]"]),
    ("Cut costs by XX%", ["XX%"]),
    ("Cut costs by X%", ["X%"]),
    ("Saved $XX on freight", ["$XX"]),
    ("Saved $XXk on freight", ["$XXk"]),
    ("Cut costs by ___%", ["___%"]),
    ("Cut costs by <number>", ["<number>"]),
    ("Cut costs by <X>%", ["<X>"]),
    ("Ran TODO", ["TODO"]),
    ("Led a team of TBD", ["TBD"]),
    ("Sorted lorem ipsum parcels", ["lorem ipsum"]),
    ("Lorem ipsum dolor sit amet", ["Lorem ipsum"]),
    # the writer's own
    ("Wrote [redacted by client] manuals", []),
    ("Wrote queries in X++ and C", []),
    ("Counted <5 mm screws", []),
    ("Repaired X-ray machines", []),
    ("Ran Gen X panels", []),
    ("Renamed snake_case fields", []),
]


@pytest.mark.parametrize(("bullet", "blanks"), cases(BLANKS))
def test_blanks_that_somebody_meant_to_fill(bullet: str, blanks: list[str], facts_of: Reader) -> None:
    assert [mark.span.of(bullet) for mark in facts_of(bullet).marked(MarkKind.BLANK)] == blanks


ACRONYMS = [
    ("Ran OSCE exams at the LSHTM", ["OSCE", "LSHTM"]),
    ("Checked QZRs with suppliers", ["QZR"]),
    # known to everybody
    ("Wrote SQL for HR and tracked KPIs", []),
    ("Moved to the UK office as CEO", []),
    # no acronyms
    ("REBUILT THE ENTIRE PRESS LINE", []),
    ("Sorted A4 paper", []),
    ("Sold B2B plans in Q3", []),
    ("Cut costs by XX%", []),
]


@pytest.mark.parametrize(("bullet", "acronyms"), cases(ACRONYMS))
def test_acronyms_that_a_reader_may_not_know(bullet: str, acronyms: list[str], facts_of: Reader) -> None:
    assert [mark.span.of(bullet) for mark in facts_of(bullet).marked(MarkKind.ACRONYM)] == acronyms
