"""Title, employer, place and dates, in whatever order and on however many lines they stand."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from inline_resumes import Reader, entries_of

from bulletcoach.model.text import Span

AGENT = ("Support Agent", "Acme Corp", "Tulsa, OK", "2019-03", "2021-05", False)
HEADERS = [
    "Support Agent, Acme Corp, Tulsa, OK, Mar 2019 - May 2021",
    "Acme Corp, Tulsa, OK — Support Agent — Mar 2019 – May 2021",
    "Support Agent | Acme Corp | Tulsa, OK | 03/2019 - 05/2021",
    "Support Agent at Acme Corp, Tulsa, OK (March 2019 to May 2021)",
    "Support Agent @ Acme Corp · Tulsa, OK · Mar 2019 – May 2021",
    "Support Agent • Acme Corp • Tulsa, OK • Mar 2019 – May 2021",
    "Mar 2019 – May 2021   Support Agent, Acme Corp (Tulsa, OK)",
    "2019/03-2021/05\tAcme Corp\tSupport Agent\tTulsa, OK",
    "Support Agent\t\t\tMar 2019 – May 2021\nAcme Corp\t\t\tTulsa, OK",
    "Acme Corp                    Tulsa, OK\nSupport Agent           Mar 2019 – May 2021",
    "Support Agent\nAcme Corp, Tulsa, OK\nMar 2019 – May 2021",
    "Acme Corp\nTulsa, OK\nSupport Agent\nMar 2019 – May 2021",
    "Support Agent\nAcme Corp\nTulsa, OK\nMar 2019 – May 2021",
    "Mar 2019 – May 2021\nSupport Agent\nAcme Corp\nTulsa, OK",
    "**Support Agent**, *Acme Corp*, Tulsa, OK\n_Mar 2019 – May 2021_",
    "### Support Agent | Acme Corp\nTulsa, OK | Mar 2019 – May 2021",
    "**Acme Corp** — Tulsa, OK\n*Support Agent* | `Mar 2019 – May 2021`",
    "1. Support Agent, Acme Corp, Tulsa, OK (Mar 2019 – May 2021)",
    "SUPPORT AGENT, ACME CORP, Tulsa, OK, MAR 2019 – MAY 2021",
    "Support Agent – Acme Corp – Tulsa, OK – Mar. 2019 -- May 2021",
    "Support Agent; Acme Corp; Tulsa, OK; Mar 2019 - May 2021",
    "Support Agent, Acme Corp\n\nTulsa, OK\n\nMar 2019 - May 2021\n",
]


def _without_case(values: Iterable[object]) -> list[object]:
    return [value.casefold() if isinstance(value, str) else value for value in values]


@pytest.mark.parametrize("header", HEADERS)
@pytest.mark.parametrize(
    "before", ["", "Clerk, Beta LLC, 2010-2012\n- Filed claims\n", "Clerk, Beta LLC, 2010\n- Filed.\n\n"]
)
def test_header(reading: Reader, header: str, before: str) -> None:
    document = reading(f"EXPERIENCE\n\n{before}{header}\n- Answered phones\n- Wrote the guide\n")
    entry = entries_of(document)[-1]
    found = (entry.title, entry.employer, entry.place, entry.start, entry.end, entry.current)
    assert _without_case(found) == _without_case(AGENT)
    assert [bullet.text for bullet in entry.bullets] == ["Answered phones", "Wrote the guide"]
    assert len(entries_of(document)) == (2 if before else 1)


@pytest.mark.parametrize(
    ("header", "title", "employer", "place"),
    [
        ("Assistant Store Manager, Lumen & Sons, Inc., Leeds, England, 2019-2021",
         "Assistant Store Manager", "Lumen & Sons, Inc.", "Leeds, England"),
        ("Director of Customer Services, Harbor Bank, 2019-2021", "Director of Customer Services", "Harbor Bank", None),
        ("Customer Service Representative II, Zentro (Remote), 2019-2021",
         "Customer Service Representative II", "Zentro", "Remote"),
        ("Zentro, 2019-2021", None, "Zentro", None),
        ("Zentro — Happiness Hero, 2019–2021", "Zentro", "Happiness Hero", None),
        ("University of Dunmore, Library Assistant, 2019", "Library Assistant", "University of Dunmore", None),
        ("Technical Support Specialist, Tier 2, Acme, 2019–2021", "Technical Support Specialist, Tier 2", "Acme", None),
        ("Sr. customer service rep, acme, 2019-2021", "Sr. customer service rep", "acme", None),
        ("Sales Associate\nAlder, Aurora, CO\nJune 2017 – February 2020", "Sales Associate", "Alder", "Aurora, CO"),
        ("Agent, Alder, Toronto, ON, Canada, 2019", "Agent", "Alder", "Toronto, ON, Canada"),
        ("2019: Team Lead, Orbit Bank (Remote)", "Team Lead", "Orbit Bank", "Remote"),
        ("2018-    Salvia -------------------- Boston, MA", None, "Salvia", "Boston, MA"),
        ("2004-2016    visual salt, LLC ---------- Boston, MA", None, "visual salt, LLC", "Boston, MA"),
        ("Lead Agent, 2019-2021", "Lead Agent", None, None),
        ("Barista / Shift Lead, Bean There Café, 2019-2021", "Barista / Shift Lead", "Bean There Café", None),
        ("Acme Corp, Tulsa, OK", None, "Acme Corp", "Tulsa, OK"),
        ("Support Agent at Acme", "Support Agent", "Acme", None),
    ],
)  # fmt: skip
def test_names(reading: Reader, header: str, title: str | None, employer: str | None, place: str | None) -> None:
    (entry,) = entries_of(reading(f"Experience\n\n{header}\n- Answered phones\n"))
    assert (entry.title, entry.employer, entry.place) == (title, employer, place)


def test_a_project_has_a_title_and_no_employer(reading: Reader) -> None:
    (entry,) = entries_of(reading("Projects\n\nTicket Radar, 2020\n- Built a map of late tickets\n"))
    assert (entry.title, entry.employer, entry.start) == ("Ticket Radar", None, "2020")


def test_a_project_with_links_and_tools_behind_its_name(reading: Reader) -> None:
    (entry,) = entries_of(reading("Projects\n\nAgent Radar | GitHub | Live | Python, Flask\n- Built a map\n"))
    assert (entry.title, entry.employer) == ("Agent Radar", None)


def test_a_post_without_employer_does_not_take_the_one_above(reading: Reader) -> None:
    text = "Experience\n\nAgent, Acme Corp, 2019-2021\n- Did one\n\nFreelance Writer, 2017-2019\n- Did two\n"
    assert [entry.employer for entry in entries_of(reading(text))] == ["Acme Corp", None]


def test_two_posts_under_one_employer(reading: Reader) -> None:
    document = reading(
        """
        Experience

        Acme Corp, Tulsa, OK, 2015-2020
        Team Lead, 2018-2020
        - Led nine agents
        Support Agent, 2015-2018
        - Answered phones

        Clerk, Beta LLC, 2012-2015
        - Filed claims
        """
    )
    assert [(entry.title, entry.employer, entry.start) for entry in entries_of(document)] == [
        ("Team Lead", "Acme Corp", "2018"),
        ("Support Agent", "Acme Corp", "2015"),
        ("Clerk", "Beta LLC", "2012"),
    ]


def test_dotted_entries_with_circled_bullets(reading: Reader) -> None:
    document = reading(
        """
        Experience
        • Support Agent, Acme Corp, 2019 – 2021
        ◦ Answered phones
        ◦ Wrote the guide
        • Clerk, Beta LLC, 2017 – 2019
        ◦ Filed claims
        """
    )
    assert [(entry.name, len(entry.bullets)) for entry in entries_of(document)] == [
        ("Support Agent, Acme Corp", 2),
        ("Clerk, Beta LLC", 1),
    ]


def test_an_entry_without_bullets_stays(reading: Reader) -> None:
    document = reading("Experience\n\nClerk, Beta LLC, 2010-2012\n\nAgent, Acme Corp, 2012-2014\n- Answered phones\n")
    assert [(entry.name, len(entry.bullets)) for entry in entries_of(document)] == [
        ("Clerk, Beta LLC", 0),
        ("Agent, Acme Corp", 1),
    ]


def test_bare_bullets_are_one_unnamed_entry_of_an_unknown_section(reading: Reader) -> None:
    document = reading("- Answered phones\n- Filed claims\n")
    (section,) = document.sections
    (entry,) = section.entries
    assert (section.kind, section.title, entry.is_named, entry.current) == ("unknown", "", False, None)
    assert len(entry.bullets) == 2


def test_span_covers_the_header_lines(reading: Reader) -> None:
    text = "Experience\n\nAgent, Acme Corp\n2019-2021\n- Answered phones\n"
    document = reading(text)
    assert entries_of(document)[0].span == Span(text.index("Agent"), text.index("\n- "))


def test_dates_inside_a_sentence_do_not_make_a_header(reading: Reader) -> None:
    document = reading(
        "Experience\n\nAgent, Acme Corp, 2019-2021\nHandled 300 tickets in 2021\nWrote the guide in 2020\n"
    )
    (entry,) = entries_of(document)
    assert [bullet.text for bullet in entry.bullets] == ["Handled 300 tickets in 2021", "Wrote the guide in 2020"]
