"""Numbers that measure something: every shape in which résumés write them, and the grammar around them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from bullet_tables import cases, gap

from bulletcoach.model.facts import Facts, Quantity, Shape

Reader = Callable[[str], Facts]

# The bullet, the quantity as it stands there, its value, the other value, its unit, its shape.
SHAPES = [
    # percent
    ("Held satisfaction at 95%", "95%", 95, None, "percent", Shape.PERCENT),
    ("Held satisfaction at 95 %", "95 %", 95, None, "percent", Shape.PERCENT),
    ("Held satisfaction at 96.5%+", "96.5%+", 96.5, None, "percent", Shape.PERCENT),
    ("Kept on-time delivery above 95 percent", "95 percent", 95, None, "percent", Shape.PERCENT),
    ("Kept on-time delivery above ninety-five per cent", "ninety-five per cent", 95, None, "percent", Shape.PERCENT),
    ("Kept picking accuracy >98%", ">98%", 98, None, "percent", Shape.PERCENT),
    ("Cut scrap by 18%", "18%", 18, None, "percent", Shape.PERCENT),
    ("Cut scrap by 15-20%", "15-20%", 15, 20, "percent", Shape.PERCENT),
    ("Cut scrap by 15% to 20%", "15% to 20%", 15, 20, "percent", Shape.PERCENT),
    ("Finished 20% above the team average", "20%", 20, None, "percent", Shape.PERCENT),
    ("Placed 11 of 13 graduates in jobs", "11 of 13", 84.6, 13, "percent", Shape.PERCENT),
    ("Passed 38 out of 120 applicants", "38 out of 120", 31.7, 120, "percent", Shape.PERCENT),
    # points
    ("Lifted the promoter score +14 points", "+14 points", 14, None, "points", Shape.POINTS),
    ("Delivered a 14-pt gain in satisfaction", "14-pt", 14, None, "points", Shape.POINTS),
    ("Cut cancellations by 4 pp", "4 pp", 4, None, "points", Shape.POINTS),
    # changes
    ("Raised pass rates from 78% to 86%", "78% to 86%", 86, 78, "percent", Shape.CHANGE),
    ("Raised pass rates 85% → 92%", "85% → 92%", 92, 85, "percent", Shape.CHANGE),
    ("Raised pass rates 85% -> 92%", "85% -> 92%", 92, 85, "percent", Shape.CHANGE),
    ("Lifted NPS from 32 to 58", "32 to 58", 58, 32, "nps", Shape.CHANGE),
    ("Cut the wait from 12 days to five", "12 days to five", 5, 12, "days", Shape.CHANGE),
    ("Cut the wait from 12 to just 5 days", "12 to just 5 days", 5, 12, "days", Shape.CHANGE),
    ("Cut handle time from 6:40 to 4:12", "6:40 to 4:12", 4.2, 400 / 60, "minutes", Shape.CHANGE),
    ("Cut the food bill from $9,500 to $7,200 a month", "$9,500 to $7,200", 7200, 9500, "usd", Shape.CHANGE),
    ("Cut the backlog 180 to 45 tickets", "180 to 45", 45, 180, "ticket", Shape.CHANGE),
    # ratings
    ("Scored 4.8/5 on guest surveys", "4.8/5", 4.8, 5, "rating-5", Shape.RATING),
    ("Scored 4.8/5.0 on guest surveys", "4.8/5.0", 4.8, 5, "rating-5", Shape.RATING),
    ("Scored 4.8 out of 5 on guest surveys", "4.8 out of 5", 4.8, 5, "rating-5", Shape.RATING),
    ("Scored 9.2/10 on mystery visits", "9.2/10", 9.2, 10, "rating-10", Shape.RATING),
    ("Scored 93/100 on the food hygiene visit", "93/100", 93, 100, "rating-100", Shape.RATING),
    ("Earned a 4.9-star average", "4.9-star", 4.9, None, "stars", Shape.RATING),
    ("Lifted the page from 3.9 to 4.6 stars", "3.9 to 4.6 stars", 4.6, 3.9, "stars", Shape.CHANGE),
    # money
    ("Recovered $45,000 in unpaid invoices", "$45,000", 45_000, None, "usd", Shape.MONEY),
    ("Won $620k of new business", "$620k", 620_000, None, "usd", Shape.MONEY),
    ("Won a $4.2M grant", "$4.2M", 4_200_000, None, "usd", Shape.MONEY),
    ("Sold $1.2 bn of bonds", "$1.2 bn", 1_200_000_000, None, "usd", Shape.MONEY),
    ("Saved USD 30,000 on freight", "USD 30,000", 30_000, None, "usd", Shape.MONEY),
    ("Raised £12k for the hospice", "£12k", 12_000, None, "gbp", Shape.MONEY),
    ("Saved €3.5 million on licences", "€3.5 million", 3_500_000, None, "eur", Shape.MONEY),
    ("Collected ₹2,40,000 in arrears", "₹2,40,000", 240_000, None, "inr", Shape.MONEY),
    ("Collected Rs. 3.5 lakh in arrears", "Rs. 3.5 lakh", 350_000, None, "inr", Shape.MONEY),
    ("Closed sales of ¥300,000", "¥300,000", 300_000, None, "money", Shape.MONEY),
    ("Closed sales of AED 12,000", "AED 12,000", 12_000, None, "money", Shape.MONEY),
    ("Saved 400 euros a month on packaging", "400 euros", 400, None, "eur", Shape.MONEY),
    ("Raised $2-3 million from angels", "$2-3 million", 2_000_000, 3_000_000, "usd", Shape.MONEY),
    # durations
    ("Answered chats in <5 min", "<5 min", 5, None, "minutes", Shape.DURATION),
    ("Answered chats in under 30 seconds", "30 seconds", 30, None, "seconds", Shape.DURATION),
    ("Replied to tenants within 24 hours", "24 hours", 24, None, "hours", Shape.DURATION),
    ("Cut onboarding by two months", "two months", 2, None, "months", Shape.DURATION),
    ("Cut onboarding to a 30-day course", "30-day", 30, None, "days", Shape.DURATION),
    ("Cut onboarding to a 4-week course", "4-week", 4, None, "weeks", Shape.DURATION),
    ("Brought average talk time down to 4:12", "4:12", 4.2, None, "minutes", Shape.DURATION),
    ("Trimmed page load by 300 ms", "300 ms", 300, None, "milliseconds", Shape.DURATION),
    ("Trimmed handling by 1.5–2 hours", "1.5–2 hours", 1.5, 2, "hours", Shape.DURATION),
    # counts
    ("Answered 60+ calls/day", "60+", 60, None, "call", Shape.COUNT),
    ("Closed 8–10 tickets per week", "8–10", 8, 10, "ticket", Shape.COUNT),
    ("Seated 60 to 80 diners a night", "60 to 80", 60, 80, "diner", Shape.COUNT),
    ("Onboarded up to 500 clients", "500", 500, None, "client", Shape.COUNT),
    ("Trained 1,000+ users on the portal", "1,000+", 1_000, None, "user", Shape.COUNT),
    ("Served 2.5M readers", "2.5M", 2_500_000, None, "reader", Shape.COUNT),
    ("Packed 12k boxes in the peak month", "12k", 12_000, None, "box", Shape.COUNT),
    ("Led a 15-agent team", "15", 15, None, "agent", Shape.COUNT),
    ("Closed the year with zero upheld complaints", "zero", 0, None, "complaint", Shape.COUNT),
    ("Trained twelve stewards", "twelve", 12, None, "steward", Shape.COUNT),
    ("Trained twenty-five stewards", "twenty-five", 25, None, "steward", Shape.COUNT),
    ("Fed three hundred evacuees", "three hundred", 300, None, "evacuee", Shape.COUNT),
    ("Grafted a dozen apple trees", "dozen", 12, None, "tree", Shape.COUNT),
    # multiples and fractions
    ("Halved the queue", "Halved", 0.5, None, "multiple", Shape.MULTIPLE),
    ("Doubled event income", "Doubled", 2, None, "multiple", Shape.MULTIPLE),
    ("Grew followers threefold", "threefold", 3, None, "multiple", Shape.MULTIPLE),
    ("Sold 2x the team average", "2x", 2, None, "multiple", Shape.MULTIPLE),
    ("Sold three times the team average", "three times", 3, None, "multiple", Shape.MULTIPLE),
    ("Sold twice the team average", "twice", 2, None, "multiple", Shape.MULTIPLE),
    ("Cut set-up time in half", "half", 0.5, None, "fraction", Shape.MULTIPLE),
    ("Cut set-up time by a third", "a third", 0.333, None, "fraction", Shape.MULTIPLE),
    ("Signed up one in four visitors", "one in four", 0.25, None, "fraction", Shape.MULTIPLE),
    # ranks
    ("Ranked in the top 5% of sellers", "top 5%", 5, None, "percent", Shape.RANK),
    ("Placed 3rd of 48 crews", "3rd of 48", 3, None, "rank", Shape.RANK),
    ("Took second place at the regional science fair", "second place", 2, None, "rank", Shape.RANK),
    ("Finished first in the district", "first", 1, None, "rank", Shape.RANK),
]


def _quantity(facts: Facts, words: str) -> Quantity:
    found = [quantity for quantity in facts.quantities if quantity.text == words]
    assert len(found) == 1, f"“{facts.text}”: expected “{words}” once, found {[q.text for q in facts.quantities]}"
    return found[0]


@pytest.mark.parametrize(("bullet", "words", "value", "other", "unit", "shape"), cases(SHAPES))
def test_the_shapes_of_numbers(
    bullet: str, words: str, value: float, other: float | None, unit: str, shape: Shape, facts_of: Reader
) -> None:
    quantity = _quantity(facts_of(bullet), words)

    assert quantity.value == pytest.approx(value)
    assert quantity.other == (None if other is None else pytest.approx(other))
    assert (quantity.unit, quantity.shape) == (unit, shape)
    assert quantity.span.of(bullet) == words


WHOLE = [
    ("Cut waste by about a half", [(0.5, Shape.MULTIPLE)]),
    ("Ranked #1 of 40 agents", [(1, Shape.RANK)]),
    ("Saved two thirds of leaving members", [(0.667, Shape.MULTIPLE)]),
    ("Moved a 120‑agent floor", [(120, Shape.COUNT)]),
    ("Cut handle time to 4m 12s", [(4.2, Shape.DURATION)]),
    gap(
        "a quarter of a year is read as a fourth part, and as an outcome",
        "Cut the backlog by 30% within one quarter",
        [(30, Shape.PERCENT), (1, Shape.DURATION)],
    ),
    ("Fed two hundred and forty evacuees", [(240, Shape.COUNT)]),
    ("Taught 9 classes of 30 pupils", [(9, Shape.COUNT), (30, Shape.COUNT)]),
    ("Cut waste 12% and rework 8%", [(12, Shape.PERCENT), (8, Shape.PERCENT)]),
    ("Answered 90% of calls within 20 seconds", [(90, Shape.PERCENT), (20, Shape.DURATION)]),
    ("Grew sales 14% year over year to $2.1M", [(14, Shape.PERCENT), (2_100_000, Shape.MONEY)]),
    ("Scored 4.7 of 5 across 31,000 ratings", [(4.7, Shape.RATING), (31_000, Shape.COUNT)]),
    ("Nine out of ten pupils passed", [(0.9, Shape.MULTIPLE)]),
    ("Helped hundreds of families", []),
    ("Moderated dozens of threads", []),
]


@pytest.mark.parametrize(("bullet", "found"), cases(WHOLE))
def test_all_the_numbers_of_a_bullet(bullet: str, found: list[tuple[float, Shape]], facts_of: Reader) -> None:
    quantities = facts_of(bullet).quantities

    words = [quantity.text for quantity in quantities]
    assert [quantity.value for quantity in quantities] == pytest.approx([value for value, _ in found]), words
    assert [quantity.shape for quantity in quantities] == [shape for _, shape in found], words


NOUNS = [
    ("Answered 70 calls a day", "call"),
    ("Trained 12 new hires", "hire"),
    ("Managed 3 sites in two counties", "site"),
    ("Held 97% accuracy on cash counts", "accuracy"),
    ("Reached a CSAT of 94", "csat"),
    gap("the possessor is taken for what is counted", "Audited 14 of the region's largest depots", "depot"),
    ("Supervised a 9-person crew", "person"),
    gap(
        "behind a U+2011 hyphen the next noun is taken for what is counted",
        "Moved a 120‑agent floor to new phones",
        "agent",
    ),
    ("Booked 25 bands for the summer festival", "band"),
    ("Logged 40% fewer repeat calls", "call"),
]


@pytest.mark.parametrize(("bullet", "noun"), cases(NOUNS))
def test_what_the_number_counts_or_measures(bullet: str, noun: str, facts_of: Reader) -> None:
    quantity = facts_of(bullet).quantities[0]

    assert quantity.noun == noun
    assert quantity.noun_span is not None
    assert quantity.noun_span.of(bullet).lower().startswith(noun)


LINKS = [
    ("Cut scrap by 18%", "by"),
    ("Raised attendance to 96%", "to"),
    ("Held accuracy at 99%", "at"),
    ("Replied within 2 hours", "within"),
    ("Ran the bar for 300 guests", "for"),
    ("Won a grant of $40,000", "of"),
    ("Kept response time under 2 hours", "under"),
    ("Kept response time below 2 hours", "under"),
    ("Held a 4.8/5 rating across 900 chats", "held"),
    ("Raised about £12k", "raised"),
    ("Cut scrap by nearly a third", "by"),
]


@pytest.mark.parametrize(("bullet", "link"), cases(LINKS))
def test_the_word_that_ties_a_number_to_what_stands_before(bullet: str, link: str, facts_of: Reader) -> None:
    assert facts_of(bullet).quantities[0].link == link


HEDGED = [
    ("Served about 40 guests a night", True),
    ("Served around 40 guests a night", True),
    ("Served approximately 40 guests a night", True),
    ("Served ~40 guests a night", True),
    ("Served nearly 40 guests a night", True),
    ("Served almost 40 guests a night", True),
    ("Served over 40 guests a night", True),
    ("Served more than 40 guests a night", True),
    ("Served up to 40 guests a night", True),
    ("Served at least 40 guests a night", True),
    ("Served an average of 40 guests a night", True),
    ("Served an estimated 40 guests a night", True),
    ("Served 40+ guests a night", True),
    ("Served >40 guests a night", True),
    ("Served 40 guests a night", False),
    ("Served all 40 guests", False),
]


@pytest.mark.parametrize(("bullet", "hedged"), cases(HEDGED))
def test_hedges_stay_with_their_number(bullet: str, hedged: bool, facts_of: Reader) -> None:
    (quantity,) = facts_of(bullet).quantities

    assert quantity.hedged is hedged


COMPARED = [
    ("Logged 40% fewer repeat calls", "down"),
    ("Brought a 12% increase in bookings", "up"),
    ("Saw a 9% drop in absences", "down"),
    ("Sold 30% more than last year", "up"),
    ("Closed the books 3 days faster", "up"),
    ("Delivered the bridge two weeks early", "early"),
    ("Opened the wing 10 days ahead of schedule", "early"),
    ("Cut scrap by 18%", None),
    ("Answered 70 calls a day", None),
]


@pytest.mark.parametrize(("bullet", "comparative"), cases(COMPARED))
def test_words_of_more_or_less(bullet: str, comparative: str | None, facts_of: Reader) -> None:
    assert facts_of(bullet).quantities[0].comparative == comparative


PERIODS = [
    ("Ran the youth club for 3 years", True),
    ("Wrote 40 articles in six months", True),
    ("Toured schools over two seasons", True),
    ("Translated manuals during a 10-week internship", True),
    ("Met quota for 5 consecutive quarters", True),
    ("Cut delivery time by 3 days", False),
    ("Replied to tenants within 24 hours", False),
    ("Saved 6 hours a week on invoices", False),
    ("Shortened the course to 4 weeks", False),
]


@pytest.mark.parametrize(("bullet", "is_period"), cases(PERIODS))
def test_lengths_of_time_that_only_say_how_long(bullet: str, is_period: bool, facts_of: Reader) -> None:
    assert facts_of(bullet).quantities[-1].period is is_period


GOVERNED = [
    ("Trained nine drivers and cut fuel use by 6%", ["train", "cut"]),
    ("Rewrote the script, saving 40 hours a month", ["save"]),
    ("Reduced churn by calling 60 members a week", ["call"]),
]


@pytest.mark.parametrize(("bullet", "verbs"), cases(GOVERNED))
def test_the_verb_whose_clause_holds_the_number(bullet: str, verbs: list[str], facts_of: Reader) -> None:
    facts = facts_of(bullet)

    assert [quantity.verb for quantity in facts.quantities] == verbs
    for quantity in facts.quantities:
        assert quantity.clause is not None
        assert facts.clauses[quantity.clause].span.covers(quantity.span)
