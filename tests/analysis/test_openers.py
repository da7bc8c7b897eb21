"""Stock openers: each kind, the spellings that are tolerated, and the real words that are no openers."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from bullet_tables import cases

from bulletcoach.lexicon.lexicon import Lexicon
from bulletcoach.model.facts import Facts

# The bullet, the opener as it stands there, its phrase in the lexicon, its kind, and the head verb behind or in it.
FOUND = [
    ("Responsible for answering the phones", "Responsible for", "responsible for", "fixed", "answer"),
    (
        "Duties include, but are not limited to, dusting",
        "Duties include, but are not limited to,",
        "duties included",
        "list",
        "dust",
    ),
    ("Tasked with keeping the FAQ current", "Tasked with", "tasked with", "fixed", "keep"),
    ("In charge of the returns desk", "In charge of", "in charge of", "fixed", None),
    ("Assigned to unload trucks", "Assigned to", "assigned to", "fixed", "unload"),
    ("Role was to greet visitors", "Role was to", "role was to", "fixed", "greet"),
    ("Duties included washing and folding linen", "Duties included", "duties included", "list", "wash"),
    (
        "Responsibilities included payroll and filing",
        "Responsibilities included",
        "responsibilities included",
        "list",
        None,
    ),
    ("Participated in weekly stand-ups", "Participated in", "participated in", "shared", "participate"),
    ("Assisted with patient transfers", "Assisted with", "assisted with", "shared", "assist"),
    (
        "Part of a team that rebuilt the ticketing portal",
        "Part of a team that",
        "part of a team that",
        "shared",
        "rebuild",
    ),
    ("Worked on the annual audit", "Worked on", "worked on", "vague", "work"),
    ("Acted as a lookout for the crew", "Acted as", "acted as", "vague", "act"),
    ("Dealt with angry passengers", "Dealt with", "dealt with", "vague", "deal"),
    ("Experience with forklifts and pallet jacks", "Experience with", "experience with", "no-act", None),
    ("Learned to weld aluminium", "Learned to", "learned to", "no-act", "learn"),
    ("Collaborated with nurses and porters", "Collaborated with", "collaborated with", "person", "collaborate"),
    ("Helped to unload donations", "Helped to", "helped to", "infinitive", "help"),
    ("Was able to repair older boilers", "Was able to", "was able to", "infinitive", "repair"),
    ("Other duties as assigned", "Other duties as assigned", "other duties as assigned", "noun", None),
]


@pytest.mark.parametrize(("bullet", "words", "phrase", "kind", "lemma"), cases(FOUND))
def test_each_kind_of_opener(
    bullet: str,
    words: str,
    phrase: str,
    kind: str,
    lemma: str | None,
    facts_of: Callable[[str], Facts],
    lexicon: Lexicon,
) -> None:
    facts = facts_of(bullet)
    assert facts.opener is not None, f"no opener in “{bullet}”"
    entry = next(entry for entry in lexicon.openers if entry.phrase == facts.opener.phrase)

    assert (facts.opener.text, facts.opener.phrase, entry.kind.value) == (words, phrase, kind)
    assert facts.opener.span.of(bullet) == words
    assert (facts.head.lemma if facts.head else None) == lemma


def test_every_kind_is_in_the_table(lexicon: Lexicon) -> None:
    assert {kind for *_, kind, _ in FOUND} == {entry.kind.value for entry in lexicon.openers}


SPELLINGS = [
    ("Resposible for the tills", "responsible for"),
    ("Responsable for stock counts", "responsible for"),
    ("Reponsible for opening the shop", "responsible for"),
    ("RESPONSIBLE FOR CLOSING", "responsible for"),
    ("Particpated in fire drills", "participated in"),
    ("Assissted with inventory", "assisted with"),
    ("Colaborated with two vendors", "collaborated with"),
    ("Was responsible for the linen room", "responsible for"),
    ("I was mainly responsible for ordering", "responsible for"),
    ("Also responsible for the petty cash", "responsible for"),
    ("Primarily responsible for dosing", "responsible for"),
    ("My duties included dusting", "duties included"),
    ("Rota: Responsible for 12 nurses", "responsible for"),
    ("Responsibilities include but are not limited to dusting", "responsibilities included"),
]


@pytest.mark.parametrize(("bullet", "phrase"), cases(SPELLINGS))
def test_typos_adverbs_pronouns_and_labels_do_not_hide_an_opener(
    bullet: str, phrase: str, facts_of: Callable[[str], Facts]
) -> None:
    opener = facts_of(bullet).opener

    assert opener is not None, f"no opener in “{bullet}”"
    assert opener.phrase == phrase
    assert opener.span.of(bullet) == opener.text


NO_OPENERS = [
    "Assisted an elderly couple off the train",
    "Took charge when the phone system failed",
    "Was in the charge office until midnight",
    "Ran the returns desk",
    "Responded for the team at the inquest",
    "Served 40 guests a night",
    "Worked 12 double shifts in May",
    "Taught a class on responsible lending",
    "Helped 30 families find housing",
    "Experienced a 40% rise in orders and hired for it",
    "Supported 200 users across three offices",
    "Partitioned 4 disks on the mail server",
    "Acted the part of Hamlet in the college play",
    "Trained nine drivers",
]


@pytest.mark.parametrize("bullet", NO_OPENERS)
def test_a_real_word_is_no_opener(bullet: str, facts_of: Callable[[str], Facts]) -> None:
    assert facts_of(bullet).opener is None


NUMBERS = ["Responsible 4 invoices", "Assisted 3 with lifts"]


@pytest.mark.parametrize("bullet", NUMBERS)
def test_no_opener_is_matched_across_a_number(bullet: str, facts_of: Callable[[str], Facts]) -> None:
    assert facts_of(bullet).opener is None
