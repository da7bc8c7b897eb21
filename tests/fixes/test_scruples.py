"""Rewrites that are shown and never made: what they would claim, lose or break."""

from __future__ import annotations

import pytest
from offered_fixes import Check, in_post, offered

NOT_MADE = {
    "what was asked, set or allowed is not said to be done": [
        "Was asked to train three graduates on the pumps",
        "Was invited to speak at the fair",
        "Was encouraged to apply for the lead role",
        "Was allowed to merge without review",
        "Had to restock shelves every night",
        "Got to train 3 interns",
        "Tasked with rewriting the handover sheet",
        "Was assigned to migrate the search index",
        "Was entrusted with opening the shop",
        "Was required to write weekly reports",
        "Was given responsibility for the maths budget",
        "Was put in charge of the yard after four months",
        "Responsible for never missing a deadline",
    ],
    "how far one was responsible is not lost": [
        "Solely responsible for VIP accounts",
        "Mainly responsible for answering tickets",
        "Ultimately responsible for payroll",
        "Had sole responsibility for the books",
    ],
    "what was done is not guessed": [
        "Responsible for payroll",
        "Responsible for security",
        "Responsible for the forklift",
        "Responsible for audit",
        "Responsible for a clean kitchen",
        "Responsible for 40 Linux servers",
        "Responsible for: payroll, rota, stock",
        "Responsible for getting permits",
    ],
    "a row changes as one": [
        "Responsible for counting stock, shipping and receiving",
        "Debugging legacy code and writing of tests",
        "Design, development and testing of a billing module",
        "Design and build of the checkout page",
        "Till operation and cashing up",
        "Opening of the store and banking",
        "Cleaning of wards, sterilising of tools and stock control",
        "Responsible for hiring 6 people and a budget of €90k",
        "Responsible for the training of 14 new nurses and for the rota",
    ],
    "it is English": [
        "Responsible for receiving",
        "Responsible for teaching assistantship in Statistics 101",
        "Teaching assistant for Biology 1",
        "Being responsible for feeding horses taught me patience",
        "Support to teachers in class",
        "Tasks: cleaning",
        "Utilizing Excel, tracked spend",
        'I "owned" the roadmap',
    ],
    "what one is or has keeps its tense": ["I know SQL", "I hold a forklift licence", "I hope to lead a team"],
}


@pytest.mark.parametrize("bullet", [each for row in NOT_MADE.values() for each in row])
def test_not_made(check: Check, bullet: str) -> None:
    assert [each.text for each in offered(check(in_post(bullet))) if each.code != "BC506"] == []


@pytest.mark.parametrize(
    ("bullet", "text"),
    [
        ("Was in charge of a team of 12 pickers", "Managed a team of 12 pickers"),
        ("Responsible for budgets", "Managed budgets"),
        ("Resposible for stock orders", "Handled stock orders"),
        ("Responsible for training staff and for keeping logs", "Trained staff and kept logs"),
        ("Responsible for the design and analysis of a survey", "Designed and analyzed a survey"),
        ("My job was to reconcile the ledgers", "Reconciled the ledgers"),
        ("Duties included taking vital signs and charting", "Took vital signs and charted"),
        ("Dealing with customers", "Dealt with customers"),
        ("Utilised Excel to track spend", "Used Excel to track spend"),
    ],
)
def test_made(check: Check, bullet: str, text: str) -> None:
    assert [each.text for each in offered(check(in_post(bullet)))] == [text]


def test_nothing_in_the_past_is_left_beside_the_present(check: Check) -> None:
    post = "EXPERIENCE\n\nPorter, Hotel Marisol\nJan 2019 – present\n\n- Responsible for %s\n"
    assert [each.text for each in offered(check(post % "ordering linen"))] == ["Order linen"]
    assert list(offered(check(post % "making sure drivers signed the log"))) == []
