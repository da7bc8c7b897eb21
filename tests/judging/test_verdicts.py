"""Duty, action, achievement: every way to each verdict, with the words that give the reason."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from bullet_tables import cases

from bulletcoach.model.judgement import Judgement, Verdict

Reader = Callable[[str], Judgement]

DUTY, ACTION, ACHIEVEMENT = Verdict.DUTY, Verdict.ACTION, Verdict.ACHIEVEMENT

# The bullet, its verdict, and a part of the reason.
VERDICTS = [
    # a number for the outcome
    ("Cut scrap by 18%", ACHIEVEMENT, "“18%” says what came of it"),
    ("Raised pass rates from 78% to 86%", ACHIEVEMENT, "“78% to 86%” says what came of it"),
    ("Answered queries with 98% first-contact resolution", ACHIEVEMENT, "“98%” says what came of it"),
    ("Rewrote the macro set, cutting reply time from 9 h to 3 h", ACHIEVEMENT, "says what came of it"),
    ("Helped new starters and cut set-up time by a third", ACHIEVEMENT, "“a third” says what came of it"),
    # … behind words that give no act of one's own
    ("Responsible for keeping absence under 4%", ACTION, "does not say what your own part was"),
    ("Helped cut overtime by 12%", ACTION, "does not say what your own part was"),
    ("Assisted with a campaign that raised £40,000", ACTION, "does not say what your own part was"),
    ("Part of a team that cut scrap by 18%", ACTION, "does not say what your own part was"),
    # an outcome that anyone can check
    ("Was promoted to shift lead", ACHIEVEMENT, "anyone can check"),
    ("Named Employee of the Month", ACHIEVEMENT, "anyone can check"),
    ("Won the contract for the new clinic", ACHIEVEMENT, "anyone can check"),
    ("Passed the food hygiene inspection", ACHIEVEMENT, "anyone can check"),
    ("Elected chair of the tenants' council", ACHIEVEMENT, "anyone can check"),
    # openers and verbs that take part
    ("Responsible for the linen room", DUTY, "“Responsible for” gives no act of your own"),
    ("Responsible for 14 wards", DUTY, "gives no act of your own"),
    ("Duties included washing and folding linen", DUTY, "gives no act of your own"),
    ("Worked on the annual audit", DUTY, "gives no act of your own"),
    ("Assisted the chef", DUTY, "gives no act of your own"),
    ("Assisted with 30 events a year", DUTY, "gives no act of your own"),
    ("Participated in weekly stand-ups", DUTY, "gives no act of your own"),
    # no verb
    ("Processing of refunds", DUTY, "without a verb"),
    ("Front desk, mornings", DUTY, "without a verb"),
    ("Implementation of a new expense policy", ACTION, "names a finished thing"),
    ("Preparation of 40 salads a day", ACTION, "“40” says how big"),
    # a benefit without its size
    (
        "Rebuilt the macro library, making replies faster",
        ACTION,
        "“making replies faster” names a benefit without its size",
    ),
    ("Rewrote the menu, improving margins", ACTION, "names a benefit without its size"),
    ("Moved invoices online; late payments fell", ACTION, "names a benefit without its size"),
    # a size
    ("Answered 60 calls a day", ACTION, "“60” says how big or how often"),
    ("Led a crew of 12 roofers", ACTION, "“12” says how big or how often"),
    # a change without its size
    ("Improved the induction course", ACTION, "“Improved” claims a change"),
    ("Reduced overtime on the night line", ACTION, "“Reduced” claims a change"),
    # a finished thing
    ("Built a rain shelter for the bike rack", ACTION, "“Built” names a finished thing"),
    ("Launched a podcast about allotments", ACTION, "“Launched” names a finished thing"),
    ("Wrote a handbook for foster parents", ACTION, "“Wrote” names a finished thing"),
    ("Led the office move", ACTION, "definite piece of work"),
    ("Coordinated the migration to a new till system", ACTION, "definite piece of work"),
    # one occasion
    ("Evacuated the ward after the fire", ACTION, "tells of one occasion"),
    ("Repaired the pier in March 2020", ACTION, "tells of one occasion"),
    # making that is the daily round after all
    ("Created weekly reports", DUTY, "is what the job was"),
    ("Built relationships with suppliers", DUTY, "is what the job was"),
    ("Design internal tools", DUTY, "is what the job was"),
    # praise and hope
    ("Answered letters, ensuring satisfaction", DUTY, "nothing that a reader could check"),
    ("Updated prices to attract more guests", DUTY, "“to attract more guests” says what was hoped for"),
    # the bare routine
    ("Answered calls", DUTY, "“Answered” is what the job was"),
    ("Managed staff", DUTY, "“Managed” is what the job was"),
    ("Processed refunds and exchanges", DUTY, "“Processed” is what the job was"),
    ("Clean rooms and change linen", DUTY, "“Clean” is what the job was"),
    ("Answered calls efficiently", DUTY, "is what the job was"),
    # numbers that measure nothing change nothing
    ("Covered the help desk 24/7", DUTY, "is what the job was"),
    ("Gave tier 1 support to branches", DUTY, ""),
    ("Answered calls for 3 years", DUTY, "is what the job was"),
    # not yet
    ("Trained nine drivers", ACTION, "“nine” says how big"),
    ("Led the move of the archive to a barn", ACTION, "definite piece"),
    ("Retiled the deck – reducing falls", ACTION, "names a benefit"),
    ("Cut scrap by nearly a third", ACHIEVEMENT, "says what came of it"),
]


@pytest.mark.parametrize(("bullet", "verdict", "reason"), cases(VERDICTS))
def test_the_verdict_and_its_reason(bullet: str, verdict: Verdict, reason: str, judgement_of: Reader) -> None:
    judgement = judgement_of(bullet)

    assert judgement.verdict is verdict, f"“{bullet}”: {judgement.reason}"
    assert reason in judgement.reason


PAIRS = [
    ("Answered calls", "Answered 60 calls a day", "Answered calls with 97% accuracy"),
    ("Managed a café", "Managed a café with 6 staff", "Managed a café, doubling its takings"),
    ("Trained drivers", "Trained 9 drivers", "Trained drivers, cutting accidents by 40%"),
    ("Fixed bikes", "Fixed 30 bikes a week", "Fixed 30 bikes a week with 2% returns"),
]


@pytest.mark.parametrize(("bare", "sized", "proven"), cases(PAIRS))
def test_a_size_lifts_a_duty_and_an_outcome_lifts_it_further(
    bare: str, sized: str, proven: str, judgement_of: Reader
) -> None:
    assert [judgement_of(bullet).verdict for bullet in (bare, sized, proven)] == [DUTY, ACTION, ACHIEVEMENT]


RESTYLED = [
    ("Cut scrap by 18%", "Cut scrap by 18%."),
    ("Answered calls", "ANSWERED CALLS"),
    ("Responsible for the linen room", "responsible for the linen room"),
    ("Cut scrap by 18%", "I cut scrap by 18%"),
    ("Led a crew of 12 roofers", "Led a crew of twelve roofers"),
    ("Launched a podcast about allotments", "Successfully launched a podcast about allotments"),
]


@pytest.mark.parametrize(("one", "other"), [pytest.param(*pair, id=pair[1]) for pair in RESTYLED])
def test_style_does_not_change_a_verdict(one: str, other: str, judgement_of: Reader) -> None:
    assert judgement_of(one).verdict is judgement_of(other).verdict


STORIES = [
    (
        "After the flood, rebuilt the index, cutting search time by half through barcodes",
        {"problem": ["After the flood"], "result": ["cutting search time by half"], "method": ["through barcodes"]},
    ),
    ("Cut search time by using barcodes", {"method": ["by using barcodes"]}),
    ("Responsible for ordering linen", {"action": [], "result": []}),
    ("Answered calls with 97% accuracy", {"action": ["Answered calls with 97% accuracy"], "result": ["97% accuracy"]}),
    ("Cut churn by calling lapsed members", {"result": ["Cut churn"], "method": ["by calling lapsed members"]}),
    ("Updated the FAQ to reduce repeat calls", {"action": ["Updated the FAQ"], "result": []}),
    ("Answered letters, ensuring satisfaction", {"action": ["Answered letters"], "result": []}),
    ("Answered 60 calls a day", {"action": ["Answered 60 calls a day"], "result": []}),
]


@pytest.mark.parametrize(("bullet", "parts"), cases(STORIES))
def test_the_spans_of_the_story(bullet: str, parts: dict[str, list[str]], judgement_of: Reader) -> None:
    story = judgement_of(bullet).story

    assert {name: [span.of(bullet) for span in getattr(story, name)] for name in parts} == parts
