"""Which lines of a text are bullets, and what they say."""

from __future__ import annotations

import pytest
from inline_resumes import Reader, bullets_of, entries_of, texts_of

GLYPHS = [
    "-", "*", "•", "◦", "●", "·", "▪", "■", "□", "‣", "⁃", "➢", "➤", "►", "▶", "→", "»", "–", "—", "+", "o", "§",
    "✓", "✔", "★", "◆", "◇", "❖", "⁌", "⦿", "○", "\uf0b7", "\uf0a7", "\uf0d8", "\ue000", "✅", "(cid:127)", "--",
]  # fmt: skip
NUMBERS = ["1.", "2)", "(3)", "a)", "(b)", "ii.", "iv)", "12."]


@pytest.mark.parametrize("marker", GLYPHS + NUMBERS)
def test_any_usual_marker(reading: Reader, marker: str) -> None:
    document = reading(f"Experience\n\nAgent, Acme\n{marker} Answered 40 calls a day\n{marker} Wrote the phone guide\n")
    assert [(bullet.marker, bullet.text) for bullet in bullets_of(document)] == [
        (marker, "Answered 40 calls a day"),
        (marker, "Wrote the phone guide"),
    ]


@pytest.mark.parametrize("space", ["\u00a0", "\t", "   ", "\u2003", " \t "])
@pytest.mark.parametrize("marker", ["•", "-", "o", "1."])
def test_any_space_behind_the_marker(reading: Reader, marker: str, space: str) -> None:
    assert texts_of(reading(f"{marker}{space}Answered phones\n")) == ["Answered phones"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("•Answered phones\n•Filed claims\n", ["Answered phones", "Filed claims"]),
        ("-Answered phones\n-Filed claims\n", ["Answered phones", "Filed claims"]),
        ("*Answered phones\n*Filed claims\n", ["Answered phones", "Filed claims"]),
        ("1.Answered phones\n2.Filed claims\n", ["Answered phones", "Filed claims"]),
        ("\uf0b7Answered phones\n", ["Answered phones"]),
        ("➡️ Answered phones\n", ["Answered phones"]),
        ("- 98% CSAT over two years\n", ["98% CSAT over two years"]),
        ("•\nAnswered phones all day\n•\nFiled claims\n", ["Answered phones all day", "Filed claims"]),
        ("•\n\nAnswered phones all day\n\n•\n\nFiled claims\n", ["Answered phones all day", "Filed claims"]),
        ("• Did the till • Did the stock\n", ["Did the till", "Did the stock"]),
        ("• Ran the till in the evenings • Counted stock\n• Trained two clerks\n",
         ["Ran the till in the evenings", "Counted stock", "Trained two clerks"]),
        ("Answered forty calls a day ▪ Wrote the guide\n", ["Answered forty calls a day", "Wrote the guide"]),
        ("- first\r\n- second thing\r\n", ["first", "second thing"]),
        ("- first thing\r- second thing\r", ["first thing", "second thing"]),
        ("- no newline at the end", ["no newline at the end"]),
        ("-\n-\n-\n", []),
        ("", []),
        ("\n\n   \n", []),
    ],
)  # fmt: skip
def test_marker_traps(reading: Reader, text: str, expected: list[str]) -> None:
    assert texts_of(reading(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # hanging indentation
        ("""
         - Answered calls from customers of three regions and
           escalated what could not be solved
         - Filed claims
         """, ["Answered calls from customers of three regions and escalated what could not be solved",
               "Filed claims"]),
        # column 0, small letter
        ("""
         - Answered calls from customers of three regions
         while training two new agents
         - Filed claims
         """, ["Answered calls from customers of three regions while training two new agents", "Filed claims"]),
        # column 0, capital, but the line above was full
        ("""
         - Answered questions about invoices, refunds and late parcels by phone, in
         Spanish and English, for three regions of the country
         - Filed claims
         """, ["Answered questions about invoices, refunds and late parcels by phone, in "
               "Spanish and English, for three regions of the country", "Filed claims"]),
        ("""
         • Answered questions about invoices, refunds and late parcels through
         Zendesk macros written for the team, and raised satisfaction from
         88% to 94%
         • Filed claims
         """, ["Answered questions about invoices, refunds and late parcels through Zendesk macros written for the "
               "team, and raised satisfaction from 88% to 94%", "Filed claims"]),
        # a number first in the wrapped line
        ("""
         - Answered phones in two languages and closed
           98% of tickets within the day
         """, ["Answered phones in two languages and closed 98% of tickets within the day"]),
        # double spacing
        ("""
         - Answered phones in two languages

           and closed tickets within the day

         - Filed claims
         """, ["Answered phones in two languages and closed tickets within the day", "Filed claims"]),
        # an entry line at column 0 straight below a bullet is no continuation
        ("""
         Experience
         Support Agent, Acme Corp, 2019-2021
         - Answered phones in two languages
         Cashier, Corner Grocery, 2017-2019
         - Ran the till
         """, ["Answered phones in two languages", "Ran the till"]),
        ("""
         Experience
         Support Agent
         Acme Corp
         2019-2021
         - Answered phones in two languages.
         Head of Cheese
         Corner Grocery
         Tulsa, OK
         June 2017 to May 2019
         - Ran the till
         """, ["Answered phones in two languages.", "Ran the till"]),
        # a section heading straight below a bullet
        ("Experience\n- Answered phones\nSkills\n- Zendesk\n", ["Answered phones"]),
        # a wrapped line that is a heading's word by accident
        ("Experience\n- Answered phones with years of\nexperience\n- Filed claims\n",
         ["Answered phones with years of experience", "Filed claims"]),
    ],
)  # fmt: skip
def test_wrapped_lines(reading: Reader, text: str, expected: list[str]) -> None:
    assert texts_of(reading(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("- Answered custo-\n  mer calls", "Answered customer calls"),
        ("- Answered questions on self-\n  service pages", "Answered questions on self-service pages"),
        ("- Worked in a customer-\n  facing role", "Worked in a customer-facing role"),
        ("- Kept a state-of-\n  the-art desk", "Kept a state-of-the-art desk"),
        ("- Sent e-\n  mails", "Sent e-mails"),
        ("- Ran hard-\n  wired phones; the hard-wired ones only", "Ran hard-wired phones; the hard-wired ones only"),
        ("- Gave B2B-\n  SaaS demos", "Gave B2B-SaaS demos"),
        ("- Worked Monday -\n  Friday at the desk", "Worked Monday - Friday at the desk"),
        ("- Answered custo\u00ad\n  mer calls", "Answered customer calls"),
        ("- Sold phones and/\n  or tablets", "Sold phones and/or tablets"),
    ],
)
def test_hyphen_at_the_end_of_a_line(reading: Reader, text: str, expected: str) -> None:
    assert texts_of(reading(text)) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("- Answered  calls\u00a0and\tmails ", "Answered calls and mails"),
        ("- e\ufb03cient o\ufb03ce, \ufb01rst \ufb02oor", "efficient office, first floor"),
        ("- “Agent of the year”, the team’s first", '"Agent of the year", the team\'s first'),
        ("- Follow\u2011up within 9\u201010 hours", "Follow-up within 9-10 hours"),
        ("- Cut hold time – by half — again", "Cut hold time – by half — again"),
        ("- cus\u00adto\u200bmer\ufeff calls", "customer calls"),
        ("- **Raised** CSAT to __94 %__ in *one* _year_", "Raised CSAT to 94 % in one year"),
        ("- Built [the help centre](https://help.example.com) with `rsync`", "Built the help centre with rsync"),
        ("- Tracked ticket_queue_size and 2*3*4 grids", "Tracked ticket_queue_size and 2*3*4 grids"),
        ("- Kept [X%] of 5* hotels and 4* hotels", "Kept [X%] of 5* hotels and 4* hotels"),
        ("- **Zendesk:** moved 40 macros", "Zendesk: moved 40 macros"),
    ],
)
def test_clean_text(reading: Reader, text: str, expected: str) -> None:
    assert texts_of(reading(text)) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("- One thing\n  - Two thing\n    - Three thing\n- Four thing", [0, 1, 2, 0]),
        ("• One thing\no Two thing\no Three thing\n• Four thing", [0, 1, 1, 0]),
        ("• One thing\n\t◦ Two thing\n• Three thing", [0, 1, 0]),
        ("1. One thing\n2. Two thing\n   a) Three thing\n3. Four thing", [0, 0, 1, 0]),
        ("    - One thing\n    - Two thing", [0, 0]),
    ],
)
def test_depth(reading: Reader, text: str, expected: list[int]) -> None:
    assert [bullet.depth for bullet in bullets_of(reading(text))] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Answered phones\nFiled claims\n", ["Answered phones", "Filed claims"]),
        ("Responsible for the returns desk\nProcessing of refunds\nHelped customers.\n",
         ["Responsible for the returns desk", "Processing of refunds", "Helped customers."]),
        ("I answered phones\nI filed claims\n", ["I answered phones", "I filed claims"]),
        ("Managed inbound calls", ["Managed inbound calls"]),
        ("Managed Inbound Calls\n\nProcessed Refunds Daily\n", ["Managed Inbound Calls", "Processed Refunds Daily"]),
        ("highlights\n    kept the queue short\n\n    Wrote the guide\n\nskills\n    typing\n",
         ["kept the queue short", "Wrote the guide"]),
        ("answered phones\nfiled claims\n", ["answered phones filed claims"]),
        ("""
         EXPERIENCE

         Support Agent
         Acme Corp
         2019 - 2021

         Answered 40 calls a day from shops in the north.
         Wrote the phone guide that all agents use,
         and kept it current.
         Trained two agents.

         EDUCATION
         BA English
         """,
         ["Answered 40 calls a day from shops in the north.",
          "Wrote the phone guide that all agents use, and kept it current.", "Trained two agents."]),
        ("""
         Experience

         Acme — Support Agent, 2019–2021

         Answered 40 calls a day and sorted out late parcels, lost invoices and
         broken phones for shops in the north, the best of twelve agents by all
         marks.

         Cut the queue by half.
         """,
         ["Answered 40 calls a day and sorted out late parcels, lost invoices and broken phones for shops in the "
          "north, the best of twelve agents by all marks.", "Cut the queue by half."]),
    ],
)  # fmt: skip
def test_bare_sentences(reading: Reader, text: str, expected: list[str]) -> None:
    bullets = bullets_of(reading(text))
    assert [bullet.text for bullet in bullets] == expected
    assert {bullet.marker for bullet in bullets} == {""}


def test_paragraph_above_bullets_is_scope(reading: Reader) -> None:
    document = reading(
        """
        Experience
        Support Agent, Acme Corp, 2019-2021
        A chain of 14 shops; the team of nine took
        calls from all of them.
        • Answered phones
        • Filed claims
        """
    )
    (entry,) = entries_of(document)
    assert entry.scope == "A chain of 14 shops; the team of nine took calls from all of them."
    assert [bullet.text for bullet in entry.bullets] == ["Answered phones", "Filed claims"]


@pytest.mark.parametrize(
    "line",
    [
        "Python, SQL, Excel",
        "- Python, SQL, Excel",
        "• Zendesk • Jira • Excel",
        "- Tools: Zendesk, Jira",
        "Technologies used: Python and SQL",
        "- **Technologies:** Python, SQL",
        "Languages: English, Spanish",
        "References available upon request.",
        "- References available on request",
        "- GPA: 3.8/4.0",
        "GPA 3.8",
        "Certifications: Phone Manners I, 2019",
        "Relevant coursework: Statistics, Writing",
        "• jo.vale@example.com",
        "- https://www.example.com/jo",
        "- Phone: (555) 010-2233",
        "Key Responsibilities:",
        "Achievements:",
        "<!-- a comment -->",
        "-------------",
        "```",
    ],
)
def test_lines_that_are_no_bullets(reading: Reader, line: str) -> None:
    document = reading(f"Experience\n\nSupport Agent, Acme Corp, 2019-2021\n{line}\n- Answered phones\n")
    assert texts_of(document) == ["Answered phones"]
    assert [entry.name for entry in entries_of(document)] == ["Support Agent, Acme Corp"]


@pytest.mark.parametrize(
    "bullet",
    [
        "Answered e-mails, chats and calls",
        "Phones, filing and other office work",
        "Launched www.example.com with a team of four, for 300 members",
        "Results: cut hold time by half",
        "Called 200 owners of 555-010 boxes a week",
        "Handled 1,200,000 calls",
        "Led the move to a new desk (2019–2021)",
        "Leadership",
        "Languages spoken with callers were English and Spanish",
    ],
)
def test_bullets_that_look_like_something_else(reading: Reader, bullet: str) -> None:
    document = reading(f"Experience\n\nAgent, Acme Corp, 2019-2021\n- Answered phones\n- {bullet}\n- Filed claims\n")
    assert texts_of(document) == ["Answered phones", bullet, "Filed claims"]


def test_name_and_contact_lines_above_the_bullets(reading: Reader) -> None:
    document = reading(
        """
        Jordan Q. Vale
        14 Quarry Lane, Tulsa, OK 74103
        jordan@example.com • (555) 010-2233 • linkedin.com/in/jordan

        - Answered phones
        - Filed claims
        """
    )
    assert texts_of(document) == ["Answered phones", "Filed claims"]
    assert not entries_of(document)[0].is_named


def test_sections_that_are_not_judged_keep_their_bullets_to_themselves(reading: Reader) -> None:
    document = reading(
        """
        Skills
        - Zendesk administration
        Awards
        - Agent of the month, May 2020
        Education
        - Studied English
        """
    )
    assert [section.kind for section in document.sections] == ["skills", "awards", "education"]
    assert texts_of(document) == []


def test_markdown_like(reading: Reader) -> None:
    document = reading(
        """
        # Jordan Vale
        jordan@example.com

        ## Experience

        ### Support Agent | Acme Corp
        *Jan 2019 – Mar 2021*

        - Answered **40** calls a day
        - Wrote the [guide](https://example.com/guide)

        **Cashier**, Corner Grocery
        2017-2019

        * Ran the till

        ## Skills

        - Zendesk
        """
    )
    assert [(entry.title, entry.employer, entry.start, entry.end) for entry in entries_of(document)] == [
        ("Support Agent", "Acme Corp", "2019-01", "2021-03"),
        ("Cashier", "Corner Grocery", "2017", "2019"),
    ]
    assert texts_of(document) == ["Answered 40 calls a day", "Wrote the guide", "Ran the till"]


def test_too_many_lines_are_noted(reading: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bulletcoach.readers.lines.MAX_LINES", 10)
    monkeypatch.setattr("bulletcoach.readers.text.MAX_LINES", 10)
    document = reading("- Answered phones\n" * 20)
    assert len(texts_of(document)) == 10
    assert document.notes == ("only the first 10 lines were read",)


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("-Greeted guests\n-opened the store\n-98% of shifts balanced",
         ["Greeted guests", "opened the store", "98% of shifts balanced"]),
        ("-processed returns\n-opened the store", ["processed returns", "opened the store"]),
        ("-processed returns", ["processed returns"]),
        ("- Greeted guests\n-opened the store", ["Greeted guests", "opened the store"]),
        ("*greeted guests\n*opened the store", ["greeted guests", "opened the store"]),
        ("- Worked in a customer\n-facing role", ["Worked in a customer -facing role"]),
        ("- Cut errors to\n-3% of all", ["Cut errors to -3% of all"]),
    ],
)  # fmt: skip
def test_signs_that_touch_small_letters(reading: Reader, lines: str, expected: list[str]) -> None:
    assert texts_of(reading(f"Experience\n\nCashier, Acme Corp, 2019-2021\n{lines}\n")) == expected


@pytest.mark.parametrize(
    "line",
    ["Menu development with the head chef", "Rota planning with the store manager", "Ticket triage for the team lead",
     "Stock Control"],
)  # fmt: skip
def test_a_job_word_in_a_bare_bullet_begins_no_entry(reading: Reader, line: str) -> None:
    bullets = [
        "Took orders at the counter",
        "Brought the cost of food down from 34% to 29% by talks with two suppliers and by smaller portions",
        line,
        "Passed every inspection",
    ]
    body = "\n".join(bullets)
    document = reading(f"Work history\n\nCook, Bar Ondine\n2019 - 2021\n{body}\n\nCook, Zentro\n2017 - 2019\nRan it\n")
    assert [entry.employer for entry in entries_of(document)] == ["Bar Ondine", "Zentro"]
    assert texts_of(document) == [*bullets, "Ran it"]


def test_an_assistant_to_the_director_has_a_title(reading: Reader) -> None:
    document = reading("Experience\n\nAssistant to the director, Acme Corp\n2019 - 2021\n- Answered phones\n")
    assert [entry.employer for entry in entries_of(document)] == ["Acme Corp"]


def test_comments_of_a_text_are_kept(reading: Reader) -> None:
    text = "<!-- one -->\n- Built a shed\n<!--two\nlines-->\n<!-- open"
    found = reading(text)
    assert [(comment.text, comment.span.of(found.source.text)) for comment in found.comments] == [
        ("one", "<!-- one -->"),
        ("two\nlines", "<!--two\nlines-->"),
    ]
