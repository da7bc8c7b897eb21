"""Departments, asides in parentheses, labels and shared employers in the lines above an entry's bullets."""

from __future__ import annotations

import pytest
from inline_resumes import Reader, entries_of, texts_of


@pytest.mark.parametrize(
    ("header", "title", "employer", "place"),
    [
        # a department belongs to the title
        ("Team Leader, Customer Support   Sept 2019 - Present\nParcelworth Ltd, Leeds",
         "Team Leader, Customer Support", "Parcelworth Ltd", "Leeds"),
        ("Supervisor, Guest Services\nParcelworth Ltd", "Supervisor, Guest Services", "Parcelworth Ltd", None),
        ("Supervisor, Guest Services, Parcelworth Ltd, 2019", "Supervisor, Guest Services", "Parcelworth Ltd", None),
        ("Vice President, Customer Operations (2019 – Present)", "Vice President, Customer Operations", None, None),
        ("KESTREL UTILITIES, Milwaukee, WI   2009 – 2016\nSenior Manager – Billing & Service",
         "Senior Manager, Billing & Service", "KESTREL UTILITIES", "Milwaukee, WI"),
        # behind the title stands no employer, if a name with its town follows
        ("2016 – 2019    Team Leader, Toys\nFernhill & Daughters, York", "Team Leader", "Fernhill & Daughters", "York"),
        ("Sales Agent, Zentro\nLeeds\n2016 – 2019", "Sales Agent", "Zentro", None),
        ("Registered Nurse – Medical/Surgical Unit\nSt. Brannock Hospital, Dayton, OH\n2010 – 2012",
         "Registered Nurse, Medical/Surgical Unit", "St. Brannock Hospital", "Dayton, OH"),
        ("Clerk, Harbor Police Department, 2010 – 2012", "Clerk", "Harbor Police Department", None),
        # what an employer does is not its name
        ("Chat Agent, Lumenvale – online lamp store\n2010 – 2012", "Chat Agent", "Lumenvale", None),
        ("Chat Agent – visual salt\n2010 – 2012", "Chat Agent", "visual salt", None),
        # asides
        ("Chat Support Specialist, Velvet Fern Beauty (e-commerce)\n2014 – 2015",
         "Chat Support Specialist", "Velvet Fern Beauty", None),
        ("Tallgrass Pay (fintech, Series B)      Portland, OR\nSupport Engineer (contract-to-hire)     2014 – 2015",
         "Support Engineer", "Tallgrass Pay", "Portland, OR"),
        ("Registered Nurse, Telemetry (36 beds) — St. Brannock Hospital\n2010 – 2012",
         "Registered Nurse, Telemetry", "St. Brannock Hospital", None),
        ("Registered Nurse, Emergency Department (level II trauma), Dunmore General Hospital, Leeds, 2010 – 2012",
         "Registered Nurse, Emergency Department", "Dunmore General Hospital", "Leeds"),
        ("Service Desk Analyst, Halberd Logistics, Memphis TN (contract)\n2008 – 2010",
         "Service Desk Analyst", "Halberd Logistics", "Memphis TN"),
        ("Cashier (Part-time)\nCorner Grocery\n2005 – 2006", "Cashier", "Corner Grocery", None),
        ("Cashier (Part-time), 2005 – 2006", "Cashier", None, None),
        ("Repair shop (family business) - Technician\n2003 – 2005", "Technician", "Repair shop", None),
        ("Logistics Supervisor (Staff Sergeant, E-6), 2017 – 2021", "Logistics Supervisor", None, None),
        ("Student Teacher, Palo Verde Elementary (Fall 2015)", "Student Teacher", "Palo Verde Elementary", None),
        ("Support Agent (Tulsa, OK)\nZentro (acquired by Oakline Inc.)", "Support Agent", "Zentro", "Tulsa, OK"),
        # a stroke between title and employer, a hyphen between employer and town, a university behind its department
        ("Art Teacher / Willow Lane Center, Burnaby, BC\n2016 – 2019",
         "Art Teacher", "Willow Lane Center", "Burnaby, BC"),
        ("Cook / Kitchen Porter, Parcelworth Ltd\n2016 – 2019", "Cook / Kitchen Porter", "Parcelworth Ltd", None),
        ("Home Health Aide\nCaring Hands of Dayton-Dayton, OH\nOctober 2020 to Present",
         "Home Health Aide", "Caring Hands of Dayton", "Dayton, OH"),
        ("Lab Assistant\nDepartment of Chemistry, Halden University\n2024", "Lab Assistant",
         "Department of Chemistry, Halden University", None),
        # labels
        ("Company:\tVayu Infotech Pvt Ltd, Chennai\nDesignation  :   Support Executive\n2019 to Present",
         "Support Executive", "Vayu Infotech Pvt Ltd", "Chennai"),
        ("Company: Vayu Infotech Pvt Ltd, Chennai\nDesignation: Support Executive\nDuration: June 2019 to Present",
         "Support Executive", "Vayu Infotech Pvt Ltd", "Chennai"),
        ("Project #2: Claims Portal\nClient: Harbor, USA\nRole: Senior Developer\nDuration: 2019 – Till Date",
         "Senior Developer", "Harbor", "USA"),
        ("Dates: May 2019 – present\nOccupation or position held: teacher of mathematics\n"
         "Name and address of employer: Učilna d.o.o., Trg 12, 8000 Novo mesto",
         "teacher of mathematics", "Učilna d.o.o.", None),
        # federal: a code is no employer, an address does not hide one
        ("Contact Representative, GS-0962-08\nSocial Benefits Administration, 100 Federal Plaza, Denver, CO 80202",
         "Contact Representative", "Social Benefits Administration", "Denver, CO 80202"),
        ("Success Manager\nOakline · Full-time\nMar 2021 - Present · 3 yrs 2 mos", "Success Manager", "Oakline", None),
        ("Student Technician (10 hrs/week)\nHelp Point, Larkspur University", "Student Technician",
         "Larkspur University", None),
    ],
)  # fmt: skip
def test_names(reading: Reader, header: str, title: str, employer: str | None, place: str | None) -> None:
    document = reading(f"Experience\n\n{header}\n- Answered phones\n")
    (entry,) = entries_of(document)
    assert (entry.title, entry.employer, entry.place) == (title, employer, place)
    assert texts_of(document) == ["Answered phones"]


@pytest.mark.parametrize(
    ("line", "start", "end", "current"),
    [
        ("Start Date: 03/2018   End Date: Present", "2018-03", None, True),
        ("Start Date: 03/2018   End Date: 04/2019", "2018-03", "2019-04", False),
        ("From: May 2019 To: Aug 2022", "2019-05", "2022-08", False),
        ("Duration: Jan 2020 – Till Date", "2020-01", None, True),
        ("Mar 2019 - May 2021 · 2 yrs 2 mos", "2019-03", "2021-05", False),
        ("2019 – 2021 (seasonal)", "2019", "2021", False),
    ],
)
def test_dates_with_something_beside_them(
    reading: Reader, line: str, start: str, end: str | None, current: bool
) -> None:
    (entry,) = entries_of(reading(f"Experience\n\nAgent, Acme Corp\n{line}\n- Answered phones\n"))
    assert (entry.name, entry.start, entry.end, entry.current) == ("Agent, Acme Corp", start, end, current)


def test_a_town_below_the_dates_begins_no_entry(reading: Reader) -> None:
    document = reading("Experience\n\nTeam Leader, Zentro   2019 - 2021\nLeeds\n- Led nine agents\n")
    (entry,) = entries_of(document)
    assert (entry.title, entry.start) == ("Team Leader", "2019")


def test_posts_without_dates_and_bullets(reading: Reader) -> None:
    document = reading("Earlier Career\n\nSupervisor, Guest Services, Parcelworth Ltd\nAnalyst, Oakline Corp\n")
    assert [entry.name for entry in entries_of(document)] == [
        "Supervisor, Guest Services, Parcelworth Ltd",
        "Analyst, Oakline Corp",
    ]


def test_an_employer_above_its_titles_is_shared(reading: Reader) -> None:
    document = reading(
        """
        Experience

        Tallgrass Pay Inc        Portland, OR
        Team Lead, Platform      2021 – Present
        - Led four engineers
        Support Engineer         2018 – 2021
        - Wrote the runbooks
        Freelance Writer         2016 – 2018
        - Wrote for magazines
        """
    )
    assert [entry.employer for entry in entries_of(document)] == ["Tallgrass Pay Inc", "Tallgrass Pay Inc", None]


def test_what_an_employer_does_is_no_bullet(reading: Reader) -> None:
    document = reading(
        """
        Experience

        KESTREL HOME SERVICES, Chicago, IL      2016 – Present
        $400M home-repair network with 2,300 contractors in 14 states.

        Vice President, Customer Operations (2019 – Present)
        Lead 6 directors and 420 agents.
        • Lifted NPS from 21 to 46

        Director, Contact Center (2016 – 2019)
        • Cut attrition by half
        """
    )
    assert [(entry.employer, entry.scope, len(entry.bullets)) for entry in entries_of(document)] == [
        ("KESTREL HOME SERVICES", "Lead 6 directors and 420 agents.", 1),
        ("KESTREL HOME SERVICES", None, 1),
    ]


def test_a_project_with_its_address(reading: Reader) -> None:
    document = reading("Projects\nLantern (command line) — github.com/example/lantern\n- Wrote the parser\n")
    assert [entry.title for entry in entries_of(document)] == ["Lantern"]


def test_labels_of_a_project_around_its_description(reading: Reader) -> None:
    document = reading(
        """
        Project Details:

        Project #1: Claims Portal
        Role: Senior Developer
        Description: Claims Portal lets agents file motor claims online.
        Client: Harbor Insurance
        Environment: Java, Oracle
        Responsibilities:
        • Designed the intake service

        Project #2: Stock Keeper
        Role: Developer
        Responsibilities:
        • Fixed defects
        """
    )
    assert [(entry.title, entry.employer, len(entry.bullets)) for entry in entries_of(document)] == [
        ("Senior Developer", "Harbor Insurance", 1),
        ("Developer", None, 1),
    ]


def test_an_award_with_its_quarter_is_a_bullet(reading: Reader) -> None:
    document = reading(
        """
        Experience
        Agent, Acme Corp, 2019 – 2021
        Responsibilities
        1) Handled calls
        Achievements
        1) Best Agent of the Quarter (Q2 2021)
        """
    )
    assert texts_of(document) == ["Handled calls", "Best Agent of the Quarter (Q2 2021)"]


def test_a_header_in_capitals_that_opens_with_a_verb(reading: Reader) -> None:
    document = reading(
        """
        WORK HISTORY

        CALL CENTER SUPERVISOR              MAR 2019 - PRESENT
        NORTHGALE INTERNET, LLC             SPOKANE, WA
        * SUPERVISED 18 AGENTS
        """
    )
    (entry,) = entries_of(document)
    assert (entry.title, entry.employer) == ("CALL CENTER SUPERVISOR", "NORTHGALE INTERNET, LLC")


def test_names_follow_the_order_of_the_others(reading: Reader) -> None:
    text = (
        "EXPERIENCE\n\nVienna Bakery Ltd | Head Chef | 2019 - 2021\n- Led a team of 7\n\n"
        "Miramar | Commis Pâtissier | 2015 - 2019\n- Plated desserts for 400\n\n"
        "Al Molo | Summer Help | 2013\n- Churned 18 flavours\n"
    )
    found = [(entry.title, entry.employer) for entry in entries_of(reading(text))]
    assert found == [("Head Chef", "Vienna Bakery Ltd"), ("Commis Pâtissier", "Miramar"), ("Summer Help", "Al Molo")]
    titles_first = text.replace("Vienna Bakery Ltd | Head Chef", "Head Chef | Vienna Bakery Ltd")
    assert [entry.title for entry in entries_of(reading(titles_first))] == ["Head Chef", "Miramar", "Al Molo"]


def test_a_year_in_a_name(reading: Reader) -> None:
    entry = entries_of(reading("EXPERIENCE\n\nCafé Vienna 1907 | Cook | 2019 - 2021\n- Led a team of 7\n"))[0]
    assert (entry.employer, entry.start, entry.end) == ("Café Vienna 1907", "2019", "2021")


def test_items_that_name_projects(reading: Reader) -> None:
    text = (
        "PROJECTS\n\n- kolam-gen (2022)\n  - Draws patterns from a seed\n"
        "- Train Delay Map\n  - Scraped 2 years of data\n- Improved the parser\n  - Cut its time by half\n"
    )
    found = [(entry.title, [bullet.text for bullet in entry.bullets]) for entry in entries_of(reading(text))]
    assert found == [
        ("kolam-gen", ["Draws patterns from a seed"]),
        ("Train Delay Map", ["Scraped 2 years of data", "Improved the parser", "Cut its time by half"]),
    ]


def test_tools_in_small_letters_are_a_list(reading: Reader) -> None:
    items = "- Built the reports\n- Python, dbt, Snowflake\n- Plan, cook, serve\n"
    assert texts_of(reading(f"EXPERIENCE\n\nAnalyst, Acme Corp, 2019 - 2021\n{items}")) == [
        "Built the reports",
        "Plan, cook, serve",
    ]
