"""Which findings get which fix, and what the bullet reads with it."""

from __future__ import annotations

import pytest
from offered_fixes import Check, Offered, in_post, offered

NONE: tuple[str, str] = ("", "")


@pytest.mark.parametrize(
    ("bullet", "text"),
    [
        ("I trained 14 porters", "Trained 14 porters"),
        ("I set up the luggage room", "Set up the luggage room"),
        ("i wrote the manual for porters", "wrote the manual for porters"),
        ("I trained our porters on lifts", "Trained our porters on lifts"),
        ("I held weekly workshops", "Held weekly workshops"),
        ("I taught myself SQL in a month", "Taught myself SQL in a month"),
        # “I” stays where the sentence would break, or lean on it later
        ("I was a porter on nights", None),
        ("I've trained 14 porters", None),
        ("I have trained 14 porters", None),
        ("I will train 14 porters", None),
        ("I can carry 40 kilos", None),
        ("I and two others ran the desk", None),
        ("I, as head porter, ran the desk", None),
        ("I did not lose a single bag", None),
        ("I used to run the desk", None),
        ("I trained 14 porters and I wrote the manual", None),
        ("I got promoted twice in a year", None),
        ("In 2020 I trained 14 porters", None),
        ("I know SQL", None),
        ("I want to learn how hotels are run", None),
        ("I ran the till and myself cleaned the grill", None),
        ("I cooked", None),
    ],
)
def test_a_leading_i_goes(check: Check, bullet: str, text: str | None) -> None:
    found = [each for each in offered(check(in_post(bullet))) if each.code == "BC501"]
    assert found == ([Offered("BC501", True, f"Leave out “{bullet[0]}”", text)] if text else [])


@pytest.mark.parametrize(
    ("bullet", "title", "text"),
    [
        ("Successfully resolved 40 tickets a day", "Leave out “Successfully”", "Resolved 40 tickets a day"),
        ("Cleaned the lobby at all times", "Leave out “at all times”", "Cleaned the lobby"),
        ("Counted the till on a daily basis", "Say “daily”", "Counted the till daily"),
        ("Moved the desk in order to shorten queues", "Say “to”", "Moved the desk to shorten queues"),
        # what hangs on a negation, a comparison or a number stays, and so does what is as long in other words
        ("Served guests not just quickly", None, None),
        ("Carried luggage when needed", None, None),
        ("Never simply closed a ticket", None, None),
        ("Basically ran the floor", None, None),
        ("Kept quite detailed notes", None, None),
        ("Kept very few notes", None, None),
        ("Finished just under budget", None, None),
        ("Consistently hit targets", None, None),
        ("Independently priced jobs up to £5k", None, None),
        ("Exceeded targets on a regular basis", None, None),
        ("Signed leases on behalf of the company", None, None),
        ("Built highly available systems on AWS", None, None),
        ("Wrote thoroughly tested code", None, None),
        ("Effectively the manager for two months", None, None),
        ("Was effectively the manager", None, None),
        ("Enjoyed very much working with children", None, None),
        ("Worked independently", None, None),
        ("Lifted patients carefully and with a hoist", None, None),
        ("Sold cups, lids, etc. to cafés", None, None),
        ("Fitted various different types of doors", None, None),
        ("Improved the site in terms of speed", None, None),
        ("Ranked first with regard to upsells", None, None),
        ("Simply put, fixed the printers", None, None),
        ("Watched calls with the goal of bringing waits under 6 minutes", None, None),  # a hope with its number
    ],
)
def test_fillers_go_where_the_sentence_closes(check: Check, bullet: str, title: str | None, text: str | None) -> None:
    found = [each for each in offered(check(in_post(bullet))) if each.code == "BC502"]
    assert found == ([Offered("BC502", False, title, text)] if title and text else [])


@pytest.mark.parametrize(
    ("bullet", "code", "text"),
    [
        ("Responsible for answering calls and updating records", "BC101", "Answered calls and updated records"),
        ("Responsible for ordering linen.", "BC101", "Ordered linen."),
        ("Responsible for the diaries of 3 directors", "BC101", "Kept the diaries of 3 directors"),
        ("Handling of refunds and exchanges", "BC102", "Handled refunds and exchanges"),
        ("Handles refunds for residential accounts;", "BC102", "Handled refunds for residential accounts;"),
        ("Loading and unloading of trucks", "BC102", "Loaded and unloaded trucks"),
    ],
)
def test_duty_words_become_acts(check: Check, bullet: str, code: str, text: str) -> None:
    found = [each for each in offered(check(in_post(bullet))) if each.code.startswith(("BC1", "BC2"))]
    assert [(each.code, each.safe, each.text) for each in found] == [(code, False, text)]


@pytest.mark.parametrize(
    "bullet",
    [
        "We were responsible for the luggage room",
        "We cut lost bags by 30%",
        "Two cakes reviewed in the Gazette",  # by others
        "The app was downloaded 40,000 times",  # by others
        "Demand forecasting",
        "Responsible for employee files, and benefits enrollment",
        "Responsible for keeping waste below 4%",  # was it reached?
        "To run a hotel in which nobody waits",
        "Helped the head porter with the rota",
        "Assisted with planning the move",
    ],
)
def test_nothing_is_guessed(check: Check, bullet: str) -> None:
    assert [each for each in offered(check(in_post(bullet))) if each.code.startswith(("BC1", "BC2"))] == []


def test_what_a_project_does_is_not_its_makers_act(check: Check) -> None:
    project = "PROJECTS\n\nFeldpost, 2021\n\n- Runs a year on two AA cells\n"
    assert list(offered(check(project))) == []


@pytest.mark.parametrize(
    ("ends", "fixed"),
    [
        ((".", ".", ""), [("End it with a full stop", "Walked the dogs.")]),
        (("", "", "."), [("Leave out the full stop", "Walked the dogs")]),
        (("", "", ";"), [("Leave out the semicolon", "Walked the dogs")]),
        ((".", ""), []),  # a tie
        ((".", "", ";"), []),
        ((".", ".", ","), []),
        ((";", ";", "."), []),
    ],
)
def test_a_strict_majority_settles_the_end(check: Check, ends: tuple[str, ...], fixed: list[tuple[str, str]]) -> None:
    starts = ("Ran the desk", "Wrote the rota", "Walked the dogs")[-len(ends) :]
    result = check(in_post(*(start + end for start, end in zip(starts, ends, strict=True))))
    assert [(each.title, each.text) for each in offered(result) if each.code == "BC506"] == fixed


def test_a_rule_that_is_not_selected_fixes_nothing(check: Check) -> None:
    result = check(in_post("Responsible for the luggage room <!-- bulletcoach: ignore[BC101] -->"), "resume.md")
    assert [each.code for each in offered(result)] == []
