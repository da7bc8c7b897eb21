"""What a new text of a bullet makes of its source: the changed words change, and all round them stays."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

import pytest
from inline_resumes import bullets_of

from bulletcoach.editing import rewritten, verified
from bulletcoach.errors import EditError
from bulletcoach.model.document import Bullet
from bulletcoach.model.text import SourceMap
from bulletcoach.readers import ResumeWords, decode, read

Change = Callable[[str, Mapping[int, str]], str]

SOUND = [
    # words
    ("- Responsible for taking calls", "Took calls", "- Took calls"),
    ("- Took calls.  \n", "Took calls, cutting waits by 40%.", "- Took calls, cutting waits by 40%.  \n"),
    ("-\tTook calls\n", "Took  60\tcalls \n a day", "-\tTook 60 calls a day\n"),
    ("(1) Sold 1,200 pens", "Sold 1,500 pens", "(1) Sold 1,500 pens"),
    ("• Did the till daily • Did the stock", "Kept the till daily", "• Kept the till daily • Did the stock"),
    ("| - Took calls |", "Took mails", "| - Took mails |"),
    # characters that cleaning makes others: they stay with their word, and go with it
    (
        "- Took e\ufb03cient calls from the o\ufb03ce",
        "Took calls from the o\ufb03ce",
        "- Took calls from the o\ufb03ce",
    ),
    ("- Took\u00a0calls at the\u00a0desk", "Answered calls at the desk", "- Answered\u00a0calls at the\u00a0desk"),
    ("- Took in\u00adbound cal\u200bls", "Took inbound mails", "- Took in\u00adbound mails"),
    ("- Ran the “blue” desk", 'Ran the "blue" desk\'s shift', "- Ran the “blue” desk’s shift"),
    ("- Ran the “blue” desk", "Ran the desk", "- Ran the desk"),
    ('- Ran the "blue" desk', "Ran the “red” desk", '- Ran the "red" desk'),
    ("- Took calls – and mails", "Took calls – and chats", "- Took calls – and chats"),
    # markup
    ("- **Rebuilt** the macro library", "Rebuilt the reply library", "- **Rebuilt** the reply library"),
    ("- **Rebuilt** the macro library", "Redid a macro library", "- **Redid** a macro library"),
    ("- **Rebuilt the old** macro library", "Rebuilt the macro library", "- **Rebuilt the** macro library"),
    ("- **Rebuilt the** macro library", "Rebuilt macro library", "- **Rebuilt** macro library"),
    ("- The **very old** macro library", "The macro library", "- The macro library"),
    ("- **Re**built the macros", "Redid the macros", "- **Redid** the macros"),
    ("- **Took it all**", "Took it all, and more", "- **Took it all**, and more"),
    ("- Ran **Zendesk** macros", "Ran Zendesk and Jira macros", "- Ran **Zendesk** and Jira macros"),
    ("- Responsible for **taking calls** at night", "Took calls at night", "- **Took calls** at night"),
    ("- Responsible for **taking calls** at night", "Answered mails at night", "- Answered **mails** at night"),
    (
        "- Wrote [the guide](https://a.example) twice",
        "Wrote the map twice",
        "- Wrote [the map](https://a.example) twice",
    ),
    ("- Wrote [the guide](https://a.example) twice", "Wrote macros twice", "- Wrote [macros](https://a.example) twice"),
    ("- Wrote [the guide](https://a.example) twice", "Wrote twice", "- Wrote twice"),
    ("- Wrote **[the guide](https://a.example)**", "Wrote the map", "- Wrote **[the map](https://a.example)**"),
    ("- Ran ` make ` each day", "Ran make each night", "- Ran ` make ` each night"),
]


@pytest.mark.parametrize(("text", "new", "expected"), SOUND)
def test_the_rest_stays(change: Change, text: str, new: str, expected: str) -> None:
    assert change(text, {0: new}) == expected


WRAPPED = [
    (
        "- Responsible for taking calls from\n  customers about billing",
        "Took calls from customers about billing",
        "- Took calls from\n  customers about billing",
    ),
    (
        "- Took inbound calls from\r\n\tcustomers about billing",
        "Took inbound calls of\nresidents about billing",
        "- Took inbound calls of\r\n\tresidents about billing",
    ),
    (
        "- Took inbound calls from\n  customers about billing",
        "Took inbound calls about billing",
        "- Took inbound calls\n  about billing",
    ),
    (
        "- Took a great many inbound calls from\n  customers about billing",
        "Answered mails of residents about billing",
        "- Answered mails of residents about billing",
    ),
    (
        "- Took inbound calls from\n  customers about\n  billing",
        "Took inbound calls from customers",
        "- Took inbound calls from\n  customers",
    ),
    ("- Took custo-\n  mer calls each day", "Took customer mails each day", "- Took custo-\n  mer mails each day"),
    ("- Took custo-\n  mer calls each day", "Took calls each day", "- Took calls each day"),
    ("- Ran self-\n  service desks daily", "Ran self-service shops daily", "- Ran self-\n  service shops daily"),
    ("- Ran self-\n  service desks daily", "Ran desks daily", "- Ran desks daily"),
    ("- Took calls and/\n  or mails daily", "Took calls and/or chats daily", "- Took calls and/\n  or chats daily"),
    ("- Took calls and/\n  or mails daily", "Took calls and mails daily", "- Took calls and mails daily"),
    ("- **Took calls\n  from** people daily", "Took mails from people daily", "- **Took mails\n  from** people daily"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "new", "expected"), WRAPPED)
def test_line_breaks_stay_between_words_that_stay(change: Change, text: str, new: str, expected: str) -> None:
    assert change(text, {0: new}) == expected


REFUSED = [
    ("- Took calls", "Took *all* calls", "would be read as “Took all calls”"),
    ("- Took calls", "**Took** calls", "would be read as “Took calls”"),
    ("- Took calls", " \n", "there is no new text"),
    ("- Took calls", "Took\x1b[31m calls", "control character (U+001B)"),
    ("- Took calls", "Took \ud800 calls", "control character (U+D800)"),
    ("EXPERIENCE\n\nTook calls all day at the desk.", "Education", "read in another way"),
    ("EXPERIENCE\n\nTook calls all day at the desk.", "- Took calls", "would be read as “Took calls”"),
    ("- Took calls", "Tools: Zendesk, Jira, Excel", "read in another way"),
    ("- Wrote **the guide twice**", "Wrote the guide twice*", "would be read as"),
    ("- Took calls", "word " * 400_000, "too long"),
]


@pytest.mark.parametrize(("text", "new", "reason"), REFUSED)
def test_refused(change: Change, text: str, new: str, reason: str) -> None:
    with pytest.raises(EditError) as caught:
        change(text, {0: new})
    assert reason in str(caught.value)
    assert str(caught.value).startswith("resume.txt:")
    assert "\n" not in str(caught.value)


CUT = [
    (
        "- Sold pens **&** paper",
        "Sold pens-paper",
        "resume.txt:1:13: the new text would cut through the markup “**…**”",
    ),
    ("- Sold pens [/](https://a.example) paper", "Sold pens-paper", "the markup “[…](https://a.example)”"),
]


@pytest.mark.parametrize(("text", "new", "reason"), CUT)
def test_markup_is_not_cut_through(words: ResumeWords, text: str, new: str, reason: str) -> None:
    document = read(decode(text.encode(), "resume.txt"), words)
    with pytest.raises(EditError) as caught:
        rewritten(document, bullets_of(document)[0], new)
    assert reason in str(caught.value)


def test_several_bullets_at_once(change: Change) -> None:
    text = "EXPERIENCE\n\n- Took calls\n- Ran the desk\n- Did the\n  stock\n"
    changes = {2: "Counted the stock", 0: "Took 60 calls a day"}
    assert change(text, changes) == "EXPERIENCE\n\n- Took 60 calls a day\n- Ran the desk\n- Counted the\n  stock\n"


def test_the_same_text_is_no_change(words: ResumeWords) -> None:
    document = read(decode("- Took **e\ufb03cient** calls\n  “daily”".encode(), "resume.txt"), words)
    assert verified(document, {0: 'Took efficient calls "daily"'}, partial(read, words=words)) == ()
    assert verified(document, {}, partial(read, words=words)) == ()


def test_a_bullet_from_nowhere(words: ResumeWords) -> None:
    document = read(decode(b"- Took calls", "resume.txt"), words)
    with pytest.raises(EditError, match="without a place in the text"):
        rewritten(document, Bullet("Took calls", SourceMap(())), "Took mails")


def test_changes_that_only_together_go_wrong(change: Change) -> None:
    """A sign that touches a small letter is a marker only where another line near tells so."""
    text = "EXPERIENCE\n\nSupport Agent, Acme Corp\n2019 – 2021\n\n-opened the shop\n-wrote the manual\n-sold pens\n"
    new = "based on the shop"
    assert "\n-based on the shop\n-wrote the manual\n" in change(text, {0: new})
    assert "\n-opened the shop\n-based on the shop\n" in change(text, {1: new})
    with pytest.raises(EditError, match="lines round it would be read in another way"):
        change(text, {0: new, 1: new})
