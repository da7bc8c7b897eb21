"""Blanks for results: which KPI they name, and in which unit."""

from __future__ import annotations

import pytest

from bulletcoach.rewriting.blanks import BlankMaker
from bulletcoach.rewriting.spelling import Spelling
from rewriting.writer import ENDED, SUPPORT, Writer

# A bullet, and the unit and KPI of the blank for its result.
UNITS = [
    ("Answered customer calls", "minutes", "aht"),
    ("Coached agents on tone", "percent", "qa"),
    ("Trained new hires", "weeks", "ramp"),
    # the thing's own figure, in another unit than its KPI has, is none of the KPI's
    ("Operated the cash register", None, None),
    ("Zorbed wickets", None, None),
]


@pytest.mark.parametrize(("bullet", "unit", "kpi"), UNITS, ids=[bullet for bullet, _, _ in UNITS])
def test_the_unit_of_a_result(bullet: str, unit: str | None, kpi: str | None, writer: Writer) -> None:
    (judged,) = writer.judged([bullet], ENDED, SUPPORT)
    blank = next(BlankMaker(writer.reference(judged), Spelling()).results(judged))

    assert blank.slot is not None
    assert (blank.slot.unit, blank.slot.kpi) == (unit, kpi), blank.slot


def test_the_act_that_is_given_decides(writer: Writer) -> None:
    (judged,) = writer.judged(["Answered customer calls and coached agents"], ENDED, SUPPORT)
    maker = BlankMaker(writer.reference(judged), Spelling())
    slots = [next(maker.results(judged, verb)).slot for verb in judged.facts.verbs]

    assert [slot.kpi for slot in slots if slot] == ["aht", "qa"]
