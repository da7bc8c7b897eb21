"""Which numbers are outcomes, which only say how big, and which measure nothing that was done."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from bullet_tables import cases, gap

from bulletcoach.model.judgement import Judgement, MetricKind

Reader = Callable[[str], Judgement]

OUTCOME, SCOPE = MetricKind.OUTCOME, MetricKind.SCOPE

# The bullet and its metrics in order, each with its kind; a number that is no metric is not among them.
KINDS = [
    # changes, levels, rates, ranks, ratings
    ("Cut scrap by 18%", [("18%", OUTCOME)]),
    ("Raised pass rates from 78% to 86%", [("78% to 86%", OUTCOME)]),
    ("Held 99.2% picking accuracy", [("99.2%", OUTCOME)]),
    ("Lifted satisfaction by 14 points", [("14 points", OUTCOME)]),
    ("Scored 4.8/5 on guest surveys", [("4.8/5", OUTCOME)]),
    ("Ranked in the top 5% of sellers", [("top 5%", OUTCOME)]),
    ("Took 3rd place in the county", [("3rd place", OUTCOME)]),
    ("Halved the time to seat a party", [("Halved", OUTCOME)]),
    ("Sold twice the team average", [("twice", OUTCOME)]),
    ("Closed the season with zero accidents", [("zero", OUTCOME)]),
    ("Placed 11 of 13 graduates in jobs", [("11 of 13", OUTCOME)]),
    # money and time gained
    ("Saved $14,000 a year on freight", [("$14,000", OUTCOME)]),
    ("Raised £12k for the hospice", [("£12k", OUTCOME)]),
    ("Recovered $31,000 in unpaid fees", [("$31,000", OUTCOME)]),
    ("Sold $620k of new policies", [("$620k", OUTCOME)]),
    ("Saved 40 hours a month on reports", [("40 hours", OUTCOME)]),
    ("Replied to tenants within 2 hours", [("2 hours", OUTCOME)]),
    ("Opened the wing 10 days ahead of schedule", [("10 days", OUTCOME)]),
    ("Finished the roof $9,000 under budget", [("$9,000", OUTCOME)]),
    # things won or prevented
    ("Won 14 new clients", [("14", OUTCOME)]),
    ("Generated 300 leads from one mailing", [("300", OUTCOME)]),
    ("Logged 40% fewer repeat calls", [("40%", OUTCOME)]),
    # sizes and volumes
    ("Answered 60 calls a day", [("60", SCOPE)]),
    ("Led a crew of 12 roofers", [("12", SCOPE)]),
    ("Managed a $2M budget", [("$2M", SCOPE)]),
    ("Balanced $9,000 in cash each night", [("$9,000", SCOPE)]),
    ("Cleaned 3 sites", [("3", SCOPE)]),
    ("Taught 9 classes of 30 pupils", [("9", SCOPE), ("30", SCOPE)]),
    ("Wrote 40% of the code", [("40%", SCOPE)]),
    ("Taught a 6-hour first-aid course", [("6-hour", SCOPE)]),
    ("Ran a portfolio worth £3M", [("£3M", SCOPE)]),
    ("Scored 4.7 of 5 across 31,000 ratings", [("4.7 of 5", OUTCOME), ("31,000", SCOPE)]),
    # no metrics: how long, and what was only aimed at
    ("Ran the youth club for 3 years", []),
    ("Translated manuals during a 10-week internship", []),
    ("Coached callers to reach a 95% target", []),
    ("Trained staff with the goal of hitting 98% accuracy", []),
    ("Opened the shop in March 2020", []),
    gap("a compound in between hides that hours were saved", "Saved 30 nurse hours a week", [("30", OUTCOME)]),
    ("Cut waste 9% within one quarter", [("9%", OUTCOME)]),
]


@pytest.mark.parametrize(("bullet", "metrics"), cases(KINDS))
def test_outcome_or_scope(bullet: str, metrics: list[tuple[str, MetricKind]], judgement_of: Reader) -> None:
    assert [(metric.quantity.text, metric.kind) for metric in judgement_of(bullet).metrics] == metrics


CHANGES = [
    ("Raised pass rates from 78% to 86%", "up"),
    ("Cut the wait from 12 days to 5", "down"),
    ("Cut scrap by 18%", "down"),
    ("Increased attendance to 96%", "up"),
    ("Halved the queue", "down"),
    ("Logged 40% fewer repeat calls", "down"),
    ("Brought a 12% increase in bookings", "up"),
    ("Held 99.2% picking accuracy", None),
    ("Answered 60 calls a day", None),
    ("Cut restore time from 4 h to 40 min", "down"),
    ("Cut set-up from 2 days to 3 hours", "down"),
]


@pytest.mark.parametrize(("bullet", "change"), cases(CHANGES))
def test_up_or_down(bullet: str, change: str | None, judgement_of: Reader) -> None:
    assert judgement_of(bullet).metrics[0].change == change
