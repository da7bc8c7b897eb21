"""Headings: which lines are one, of what kind, and which only look like one."""

from __future__ import annotations

import pytest
from inline_resumes import Reader, entries_of, texts_of

HEADINGS = [
    ("EXPERIENCE", "experience"),
    ("Experience", "experience"),
    ("experience", "experience"),
    ("Experience:", "experience"),
    ("WORK HISTORY:", "experience"),
    ("Professional Experience", "experience"),
    ("Relevant Work Experience", "experience"),
    ("Additional Professional Experience (continued)", "experience"),
    ("Customer Service Experience", "experience"),
    ("EMPLOYMENT HISTORY", "experience"),
    ("E X P E R I E N C E", "experience"),
    ("W O R K   E X P E R I E N C E", "experience"),
    ("W O R K E X P E R I E N C E", "experience"),
    ("EXPERIENCE\n==========", "experience"),
    ("Experience\n----------", "experience"),
    ("Experience\n__________", "experience"),
    ("Experience\n~~~~~~~~~~", "experience"),
    ("----------\nExperience\n----------", "experience"),
    ("=== EXPERIENCE ===", "experience"),
    ("EXPERIENCE ____________________", "experience"),
    ("+------------+\n| EXPERIENCE |\n+------------+", "experience"),
    ("┌────────────┐\n│ EXPERIENCE │\n└────────────┘", "experience"),
    ("## Experience", "experience"),
    ("## Experience ##", "experience"),
    ("**Experience**", "experience"),
    ("**EXPERIENCE:**", "experience"),
    ("* EXPERIENCE", "experience"),
    ("[ Experience ]", "experience"),
    ("<< Experience >>", "experience"),
    ("► EXPERIENCE", "experience"),
    ("                         EXPERIENCE", "experience"),
    ("\ufeffEXPERIENCE", "experience"),
    ("Experience & Projects", "experience"),
    ("Education / Experience", "experience"),
    ("Berufserfahrung", "experience"),
    ("EXPÉRIENCE PROFESSIONNELLE", "experience"),
    ("工作经历", "experience"),
    ("PROFESSIONAL NURSING EXPERIENCE", "experience"),
    ("Civilian Experience", "experience"),
    ("Banking Employment History", "experience"),
    ("CLINICAL ROTATIONS", "experience"),
    ("Community Projects", "projects"),
    ("Database Skills", "skills"),
    ("Regional Sales Awards", "awards"),
    ("Awards & Decorations", "awards"),
    ("Executive Profile", "summary"),
    ("Board Service", "volunteering"),
    ("Volunteering", "volunteering"),
    ("VOLUNTEER WORK", "volunteering"),
    ("Community Service & Volunteering", "volunteering"),
    ("Selected Projects", "projects"),
    ("Open-Source Projects", "projects"),
    ("MILITARY SERVICE", "military"),
    ("Leadership & Activities", "leadership"),
    ("Extracurricular Activities", "leadership"),
    ("Career Highlights", "unknown"),
    ("PROFESSIONAL SUMMARY", "summary"),
    ("Objective", "summary"),
    ("* PROFILE", "summary"),
    ("Skills & Interests", "skills"),
    ("TECHNICAL SKILLS", "skills"),
    ("Core Competencies", "skills"),
    ("EDUCATION", "education"),
    ("Education and Training", "education"),
    ("Relevant Coursework", "coursework"),
    ("Honors & Awards", "awards"),
    ("Licenses and Certifications", "certifications"),
    ("Publications", "publications"),
    ("Languages", "languages"),
    ("Hobbies & Interests", "interests"),
    ("REFERENCES", "references"),
    ("Contact Information", "contact"),
]


@pytest.mark.parametrize(("heading", "kind"), HEADINGS, ids=[repr(heading) for heading, _ in HEADINGS])
def test_heading(reading: Reader, heading: str, kind: str) -> None:
    document = reading(f"Jordan Vale\n\n{heading}\n\nAgent, Acme Corp, 2019-2021\n- Answered phones\n")
    assert [section.kind for section in document.sections] == [kind]
    assert [bullet.text for entry in document.sections[0].entries for bullet in entry.bullets] == ["Answered phones"]


def test_titles_lose_their_decoration(reading: Reader) -> None:
    document = reading("## Work Experience\n- Did one thing\n\nS K I L L S\n- Did two\n\n[ Education ]\n- Did three\n")
    assert [section.title for section in document.sections] == ["Work Experience", "SKILLS", "Education"]


@pytest.mark.parametrize("gap", ["", "\n"])
def test_headings_right_below_bullets(reading: Reader, gap: str) -> None:
    document = reading(f"Experience\n- Answered phones\n{gap}Education\n- Read books\n{gap}PROJECTS\n- Built a rig\n")
    assert [section.kind for section in document.sections] == ["experience", "education", "projects"]


@pytest.mark.parametrize(
    "line",
    ["ACME CORP", "TULSA, OK", "BRIGHTLEAF", "SENIOR AGENT", "Key Achievements:", "Responsibilities", "Zendesk"],
)
def test_lines_inside_a_section_that_are_no_heading(reading: Reader, line: str) -> None:
    document = reading(f"EXPERIENCE\n\n{line}\nSupport Agent, 2019-2021\n- Answered phones\n\nEDUCATION\n\nA school\n")
    assert [section.title for section in document.sections] == ["EXPERIENCE", "EDUCATION"]
    assert texts_of(document) == ["Answered phones"]


@pytest.mark.parametrize(
    "line", ["- Leadership", "- Communication skills", "- Volunteering", "- Languages", "- education", "- Projects"]
)
def test_bullets_that_name_a_heading(reading: Reader, line: str) -> None:
    document = reading(f"Skills\n- Zendesk\n{line}\n- Typing\n\nExperience\n- Answered phones\n")
    assert [section.kind for section in document.sections] == ["skills", "experience"]


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("EXPERIENCE\n\nAgent, Acme, 2019\n- Did it\n\nBOARD SEATS\n\nChair, Food Bank, 2019\n- Ran it\n",
         ["EXPERIENCE", "BOARD SEATS"]),
        ("EXPERIENCE\n\nAgent, Acme, 2019\n- Did it\n\nBOARD SEATS\n===========\nChair, Food Bank\n- Ran it\n",
         ["EXPERIENCE", "BOARD SEATS"]),
        ("## Experience\n- Did it\n\n## Board seats\n- Ran it\n", ["Experience", "Board seats"]),
        ("## Experience\n\n### Acme\n- Did it\n", ["Experience"]),
    ],
)  # fmt: skip
def test_headings_that_the_lexicon_lacks(reading: Reader, text: str, titles: list[str]) -> None:
    assert [section.title for section in reading(text).sections] == titles


def test_achievements_in_capitals_below_bullets_are_a_section(reading: Reader) -> None:
    document = reading("PROJECTS\nRadar, 2020\n- Built a map of late tickets\n  for all\nACHIEVEMENTS\n- Won a prize\n")
    assert [section.title for section in document.sections] == ["PROJECTS", "ACHIEVEMENTS"]


def test_sub_headings_do_not_end_an_entry(reading: Reader) -> None:
    document = reading(
        """
        EXPERIENCE

        Support Agent, Acme Corp, 2019-2021
        Responsibilities:
        - Answered phones
        Key Achievements:
        - Cut the queue by half

        Accomplishments:
        - Won the yearly prize
        """
    )
    (entry,) = entries_of(document)
    assert [bullet.text for bullet in entry.bullets] == [
        "Answered phones",
        "Cut the queue by half",
        "Won the yearly prize",
    ]


@pytest.mark.parametrize("label", ["Key Achievements", "KEY ACHIEVEMENTS:", "Key achievements:", "**Highlights:**"])
@pytest.mark.parametrize("gap", ["", "\n"])
def test_labels_under_several_entries_cut_none_off(reading: Reader, label: str, gap: str) -> None:
    first = f"Agent, Acme Corp\n2019-2021\n{gap}Responsibilities\n{gap}- Answered phones\n{gap}{label}\n{gap}- Won\n"
    document = reading(f"Experience\n\n{first}\nClerk, Beta LLC\n2017-2019\n- Filed claims\n\nEducation\nBA\n")
    assert [section.title for section in document.sections] == ["Experience", "Education"]
    assert [(entry.name, len(entry.bullets)) for entry in entries_of(document)] == [
        ("Agent, Acme Corp", 2),
        ("Clerk, Beta LLC", 1),
    ]


@pytest.mark.parametrize(
    "line", ["Art History", "Head of Customer Experience", "Customer Experience", "Customer Service"]
)
def test_lines_that_end_like_a_heading(reading: Reader, line: str) -> None:
    document = reading(f"Education\n\nState University\n\n{line}\n2017\n")
    assert [section.title for section in document.sections] == ["Education"]


def test_a_list_below_a_label_is_no_bullet(reading: Reader) -> None:
    document = reading(
        """
        Experience
        Support Agent, Acme Corp, 2019-2021
        - Answered phones
        Tools:
        - Zendesk for tickets
        - Slack for chat

        Cashier, Corner Grocery, 2017-2019
        - Ran the till
        """
    )
    assert texts_of(document) == ["Answered phones", "Ran the till"]


def test_jobs_above_the_first_heading(reading: Reader) -> None:
    document = reading(
        """
        Jordan Vale
        jordan@example.com

        Support Agent, Acme Corp, 2019-2021
        Answered 40 calls a day.
        Wrote the phone guide.

        EDUCATION
        BA, State University, 2018
        """
    )
    assert texts_of(document) == ["Answered 40 calls a day.", "Wrote the phone guide."]


def test_a_summary_above_the_first_heading_is_no_bullet(reading: Reader) -> None:
    document = reading(
        """
        Jordan Vale
        jordan@example.com

        Support agent with six years of experience in telecom and retail.

        EXPERIENCE
        Support Agent, Acme Corp, 2019-2021
        - Answered 40 calls a day.
        """
    )
    assert texts_of(document) == ["Answered 40 calls a day."]


@pytest.mark.parametrize(
    ("heading", "lines", "kept"),
    [
        ("EXHIBITIONS", ["Small Weather, solo show, Vancouver, 2022", "Ink & Tide, group show, 2019"], 0),
        ("REGISTRATION", ["Teacher Regulation Branch, certificate L000000", "Artists' Representation, member"], 0),
        ("FLIGHT HOURS", ["1,200 hours on the C172", "310 hours at night"], 0),
        ("TURNAROUNDS", ["Rebuilt the returns desk", "Cut the backlog of claims by half"], 2),
        ("ACHIEVEMENTS", ["Best numbers in the region for three years running"], 1),
    ],
)
def test_a_heading_that_nobody_knows_holds_claims_only_where_verbs_open_them(
    reading: Reader, heading: str, lines: list[str], kept: int
) -> None:
    listed = "\n".join(f"- {line}" for line in lines)
    document = reading(
        f"# Jo Park\n\n## EXPERIENCE\n\nClerk, Acme Ltd, 2019 – 2020\n- Filed claims\n\n## {heading}\n\n{listed}\n"
    )
    assert len(texts_of(document)) == 1 + kept


def test_the_employer_may_stand_below_the_bullets_of_a_form(reading: Reader) -> None:
    form = """
        WORK EXPERIENCE

        Dates: May 2019 – present
        Occupation or position held: Tutor
        Main activities and responsibilities:
        - Gave lessons in algebra
        Name and address of employer: Harbor School, Trg 12, Rudna
        Type of business or sector: Education
        Dates: May 2017 – April 2019
        Occupation or position held: Counsellor
        Main activities and responsibilities:
        - Led hikes for children
        Name and address of employer: Bistrica Club, Obala 5, Bistrica
    """
    found = [(entry.title, entry.employer, entry.start) for entry in entries_of(reading(form))]
    assert found == [("Tutor", "Harbor School", "2019-05"), ("Counsellor", "Bistrica Club", "2017-05")]
