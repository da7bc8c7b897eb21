"""What the parser is given: the subject put back, the cuts between sentences, and offsets that lead home."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from bullet_tables import Gap, cases, gap

from bulletcoach.analysis.segments import label_end, segments_of
from bulletcoach.lexicon.lexicon import Lexicon
from bulletcoach.model.facts import Facts

SENTENCES = [
    # past
    ("Handled customer escalations", "I handled customer escalations"),
    ("Led a crew of six", "I led a crew of six"),
    ("Cut and fitted worktops", "I cut and fitted worktops"),
    ("Found two leaks in the cellar", "I found two leaks in the cellar"),
    ("Labelled 300 soil samples", "I labelled 300 soil samples"),
    ("De-escalated angry callers", "I de-escalated angry callers"),
    ("Rekeyed 400 locks", "I rekeyed 400 locks"),
    # base
    ("Handle customer escalations", "I handle customer escalations"),
    ("Care for residents with dementia", "I care for residents with dementia"),
    ("Work with suppliers on returns", "I work with suppliers on returns"),
    ("Plan, cook and serve lunches", "I plan, cook and serve lunches"),
    # third person
    ("Answers the switchboard", "She answers the switchboard"),
    ("Sorts and ships parcels", "She sorts and ships parcels"),
    # gerund
    ("Handling returns at the desk", "I was handling returns at the desk"),
    ("Zesting lemons for the pastry section", "I was zesting lemons for the pastry section"),
    # adverbs first
    ("Successfully migrated 40 shops", "I successfully migrated 40 shops"),
    ("Quickly and safely led all out", "I quickly and safely led all out"),
    ("Routinely inspects fire doors", "She routinely inspects fire doors"),
    # a subject of its own
    ("I managed the night shift", "I managed the night shift"),
    ("We rebuilt the stage in a day", "We rebuilt the stage in a day"),
    ("My team answered the phones", "My team answered the phones"),
    ("The new rota saved overtime", "The new rota saved overtime"),
    # nouns, whatever verb they look like
    ("Account manager for 30 dental clinics", "Account manager for 30 dental clinics"),
    ("Lead cashier duties on Saturdays", "Lead cashier duties on Saturdays"),
    ("Design of posters and leaflets", "Design of posters and leaflets"),
    ("Sales of garden furniture", "Sales of garden furniture"),
    ("Food preparation and cleaning", "Food preparation and cleaning"),
    # signs and capitals
    ("HANDLED ALL CALLS", "I HANDLED ALL CALLS"),
    ("(Part time) Covered the till", "(Part time) Covered the till"),
    ("3 awards for punctuality", "3 awards for punctuality"),
]


@pytest.mark.parametrize(("bullet", "sentence"), cases(SENTENCES))
def test_a_bullet_gets_the_subject_it_left_out(bullet: str, sentence: str, lexicon: Lexicon) -> None:
    (segment,) = segments_of(bullet, 0, lexicon)

    assert segment.sentence == sentence


LABELS = [
    ("Leadership: Managed four volunteers", "Managed four volunteers"),
    ("Automation – Wrote a script for invoices", "Wrote a script for invoices"),
    ("Front of house: Seated guests", "Seated guests"),
    ("Languages: French, Urdu", "Languages: French, Urdu"),
    ("Tools: Excel, SAP", "Tools: Excel, SAP"),
    ("Managed three accounts: Ford, Shell and Nestlé", "Managed three accounts: Ford, Shell and Nestlé"),
    ("Met the target of 3:1 on every shift", "Met the target of 3:1 on every shift"),
]


@pytest.mark.parametrize(("bullet", "claim"), cases(LABELS))
def test_a_label_is_stepped_over_where_a_verb_follows(bullet: str, claim: str, lexicon: Lexicon) -> None:
    assert bullet[label_end(bullet, lexicon) :] == claim


LONG = "an abbreviation of four letters or more is taken for the end of a sentence"
CUTS = [
    ("Stocked shelves; trained two juniors", ["Stocked shelves", "trained two juniors"]),
    ("Rebuilt the rota. Overtime fell by 12%.", ["Rebuilt the rota", "Overtime fell by 12%."]),
    ("Hit 104%. Won a bonus!", ["Hit 104%", "Won a bonus!"]),
    ("Ran bays 1, 2; kept 98.5% on time", ["Ran bays 1, 2", "kept 98.5% on time"]),
    ("Scored 4.8 of 5 on Node.js exercises", ["Scored 4.8 of 5 on Node.js exercises"]),
    ("Checked invoices (e.g. Acme, Bolt) weekly", ["Checked invoices (e.g. Acme, Bolt) weekly"]),
    ("Assisted Dr. Osei with dosage charts", ["Assisted Dr. Osei with dosage charts"]),
    ("Ran the kiosk at St. Anne's", ["Ran the kiosk at St. Anne's"]),
    ("Kept books for Brightwell Inc. Boston", ["Kept books for Brightwell Inc. Boston"]),
    ("Drove for the U.S. Army Reserve", ["Drove for the U.S. Army Reserve"]),
    ("Dug wells with Sgt. Adeyemi", ["Dug wells with Sgt. Adeyemi"]),
    ("Fed approx. 300 guests a night", ["Fed approx. 300 guests a night"]),
    ("Graded papers for Prof. Lindqvist", ["Graded papers for Prof. Lindqvist"]),
    ("Sold vans to Castor Corp. Lyon", ["Sold vans to Castor Corp. Lyon"]),
    gap(LONG, "Opened the Leeds branch (Sept. 2021)", ["Opened the Leeds branch (Sept. 2021)"]),
]


@pytest.mark.parametrize(("bullet", "parts"), cases(CUTS))
def test_semicolons_and_full_stops_cut_and_abbreviations_do_not(
    bullet: str, parts: list[str], lexicon: Lexicon
) -> None:
    assert [segment.span.of(bullet) for segment in segments_of(bullet, 0, lexicon)] == parts


SPELLED = [
    "Handled customer escalations",
    "Successfully migrated 40 shops",
    "Leadership: Managed four volunteers; wrote the rota",
    "Responsible for keeping the FAQ current",
    "I was mainly responsible for the tills",
    "Répondait aux appels, i.e. answered calls — “politely”",
    "Cut queue time from 6:40 to 4:12 (−37 %)…",
    "Moved a 120‑agent floor; 0 outages",
    "DROVE A 7.5 TONNE TRUCK",
    "🚀 Launched 3 shops 🎉",
    "After the outage, rebuilt the cluster in 2 days",
]


@pytest.mark.parametrize("bullet", SPELLED)
def test_every_token_stands_where_it_says(bullet: str, facts_of: Callable[[str], Facts]) -> None:
    facts = facts_of(bullet)

    assert [bullet[token.start : token.end] for token in facts.tokens] == [token.text for token in facts.tokens]
    assert [token.start for token in facts.tokens] == sorted(token.start for token in facts.tokens)
    assert all(0 <= token.head < len(facts.tokens) for token in facts.tokens)


@pytest.mark.parametrize("bullet", [row[0] for row in SENTENCES if not isinstance(row, Gap)])
def test_the_restored_subject_leaves_no_token(bullet: str, facts_of: Callable[[str], Facts]) -> None:
    facts = facts_of(bullet)

    assert "".join(token.text for token in facts.tokens) == bullet.replace(" ", "")
