"""Which KPI of customer service a number measures, and which way is good."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from bullet_tables import cases, gap

from bulletcoach.model.judgement import Judgement

Reader = Callable[[str], Judgement]

# The bullet, the KPI of its first outcome, which way is good for it, and which way it went.
OUTCOMES = [
    # what customers say
    ("Raised CSAT from 81% to 89%", "csat", "up", "up"),
    ("Held a 4.8/5 CSAT across 900 chats", "csat", "up", None),
    ("Reached 94% guest satisfaction", "csat", "up", None),
    ("Cut DSAT from 12% to 5%", "dsat", "down", "down"),
    ("Lifted NPS from 32 to 58", "nps", "up", "up"),
    ("Raised the customer effort score to 6.1/7", "ces", None, None),
    ("Lifted the Google rating from 3.9 to 4.6", "rating", "up", "up"),
    ("Cut complaints by a third", "complaint", "down", "down"),
    ("Closed 410 cases with zero upheld complaints", "regulator", "down", None),
    # solved, and solved at once
    ("Reached first-contact resolution of 88%", "fcr", "up", None),
    ("Raised first call resolution to 90%", "fcr", "up", "up"),
    ("Raised FCR 9 points", "fcr", "up", "up"),
    ("Cut repeat calls by 25%", "repeat", "down", "down"),
    ("Cut reopened tickets from 9% to 4%", "reopen", "down", "down"),
    ("Reduced escalations by 22%", "escalation", "down", "down"),
    ("Cut transfers by 12%", "transfer", "down", "down"),
    ("Scored 96% on QA reviews", "qa", "up", None),
    ("Reached 100% compliance in HIPAA audits", "compliance", "up", None),
    # speed
    ("Cut average handle time by 40 seconds", "aht", "down", "down"),
    ("Cut AHT from 7:10 to 5:30", "aht", "down", "down"),
    ("Answered 85% of calls within 20 seconds", "service_level", "up", None),
    ("Cut call abandonment from 9% to 4%", "abandon", "down", "down"),
    ("Cut first response time from 9 h to 3 h", "frt", "down", "down"),
    ("Cut average response time to 2 hours", "reply", "down", "down"),
    ("Cut resolution time by 3 days", "ttr", "down", "down"),
    ("Met 98% of SLAs", "sla", "up", None),
    ("Cut the ticket backlog by 60%", "backlog", "down", "down"),
    ("Cut mean time to restore to 40 minutes", "mttr", "down", "down"),
    ("Cut MTTR from 4 h to 40 min", "mttr", "down", "down"),
    # retention and money
    ("Reduced churn by 3 points", "churn", "down", "down"),
    ("Raised customer retention to 94%", "retention", "up", "up"),
    ("Saved 38% of cancelling members", "save", "up", None),
    ("Won back 60 lapsed accounts", "winback", "up", None),
    ("Lifted NRR to 118%", "nrr", "up", "up"),
    ("Upsold $48,000 in add-on plans", "expansion", "up", None),
    ("Saved $45,000 a year in licences", "savings", "up", None),
    ("Saved 40 hours a week on reports", "hours_saved", "up", None),
    ("Cut cost per contact from $6.10 to $4.80", "cpc", "down", "down"),
    ("Cut refunds by 18%", "refund", "down", "down"),
    ("Cut the return rate to 7%", "returns", "down", "down"),
    ("Recovered $31,000 in unpaid fees", "recovered", "up", None),
    ("Deflected 3,200 tickets a month with a help centre", "deflection", "up", None),
    ("Raised bot containment to 41%", "containment", "up", "up"),
    # people and place
    ("Cut agent attrition from 40% to 22%", "attrition", "down", "down"),
    ("Improved agent retention by 6%", "agent_retention", "up", None),
    ("Raised employee engagement to 81%", "esat", "up", "up"),
    ("Cut ramp time from 8 weeks to 5", "ramp", "down", "down"),
    ("Raised schedule adherence to 95%", "adherence", "up", "up"),
    ("Improved forecast accuracy to 93%", "forecast", "up", None),
    ("Kept agent occupancy at 82%", "occupancy", "band", None),
    ("Ranked #2 of 60 agents", "quota", "up", None),
    ("Hit 112% of quota", "quota", "up", None),
    ("Raised survey response rate from 8% to 19%", "survey_rr", "up", "up"),
    ("Grew the community to 12,000 members", "community", "up", "up"),
    ("Cut no-shows by 30%", "no_show", "down", "down"),
    # ambiguous names with the word that decides
    ("Improved account retention by 6%", "retention", "up", None),
    ("Cut CPC to $4.10 per call", "cpc", "down", "down"),
    # ambiguous names without it, or with a word against it
    ("Improved retention by 6%", None, None, None),
    ("Raised ad engagement by 12%", None, None, "up"),
    ("Cut CPC on search ads to $0.80", None, None, "down"),
    ("Kept hotel occupancy at 88%", None, None, None),
    ("Cut abandonment of shopping carts by 9%", None, None, "down"),
    # figures of other trades
    ("Cut scrap by 18%", None, None, "down"),
    ("Raised wheat yield by 6%", None, None, "up"),
    # not yet
    ("Achieved 96% customer satisfation", "csat", "up", None),
    gap("the calls win over the close rate", "Raised the close rate on sales calls to 31%", "conversion", "up", "up"),
    gap("QA of software is taken for call reviews", "Automated 30% of the QA test suite", None, None, None),
    gap("stock loss is taken for planned absence", "Cut shrinkage in the shop by 2%", None, None, "down"),
]


@pytest.mark.parametrize(("bullet", "kpi", "good", "change"), cases(OUTCOMES))
def test_what_an_outcome_measures(
    bullet: str, kpi: str | None, good: str | None, change: str | None, judgement_of: Reader
) -> None:
    outcomes = judgement_of(bullet).outcomes
    assert outcomes, f"no outcome in “{bullet}”"

    assert (outcomes[0].kpi, outcomes[0].good, outcomes[0].change) == (kpi, good, change)


SIZES = [
    ("Answered 60 calls a day", "volume"),
    ("Handled 90 tickets a week", "volume"),
    ("Resolved 45 tickets a day", "solved"),
    ("Closed 30 cases a day", "solved"),
    # sizes of the team, the money and the book are no KPIs
    ("Led a team of 15 agents", None),
    ("Managed a $2M budget", None),
    ("Managed 60 accounts", None),
    # what another figure was measured over
    ("Scored 4.7 of 5 across 31,000 tickets", None),
    # things of other trades
    ("Poured 60 foundations a year", None),
]


@pytest.mark.parametrize(("bullet", "kpi"), cases(SIZES))
def test_what_a_size_counts(bullet: str, kpi: str | None, judgement_of: Reader) -> None:
    scopes = judgement_of(bullet).scopes
    assert scopes, f"no scope in “{bullet}”"

    assert scopes[-1].kpi == kpi


PAIRS = [
    ("Answered 60 chats a day at 96% CSAT", ["volume", "csat"]),
    ("Cut AHT by 40 seconds and raised CSAT to 91%", ["aht", "csat"]),
    ("Raised FCR to 88%, cutting repeat calls by a fifth", ["fcr", "repeat"]),
    ("Cut churn 3 points while holding NPS at 61", ["churn", "nps"]),
]


@pytest.mark.parametrize(("bullet", "kpis"), cases(PAIRS))
def test_each_number_keeps_its_own_name(bullet: str, kpis: list[str], judgement_of: Reader) -> None:
    assert [metric.kpi for metric in judgement_of(bullet).metrics] == kpis
