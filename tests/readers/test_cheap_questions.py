"""Questions that are asked first because they cost little: they never change an answer."""

from __future__ import annotations

import pytest

from bulletcoach.model.document import SectionKind
from bulletcoach.readers import ResumeWords
from bulletcoach.readers.headers import columns_of
from bulletcoach.readers.posts import is_dated, is_titled, parse
from bulletcoach.readers.shapes import is_contact, is_list, is_title_case, opens_like_bullet
from bulletcoach.readers.titles import kind_of

HEADERS = [
    "Team Leader, Toys", "Parcelworth Ltd, Leeds", "Jan 2019 – Present", "Cook (Part-time), Corner Grocery, 2005–2006",
    "Client: Harbor Ltd", "Support agent", "Lantern", "## Chat Agent | Lumenvale", "🏢 Acme Ltd, May 20 - June 21",
    "Hotel Marisol — Porter\t2019", "12 – 40", "",
]  # fmt: skip


@pytest.mark.parametrize("kind", [SectionKind.EXPERIENCE, SectionKind.PROJECTS, SectionKind.EDUCATION])
@pytest.mark.parametrize("header", HEADERS)
def test_a_line_tells_of_dates_and_title_what_its_header_tells(
    header: str, kind: SectionKind, words: ResumeWords
) -> None:
    whole = parse([header], kind, words)
    assert is_dated([header], words) == (whole.current is not None)
    assert is_titled(header, kind, words) == whole.is_titled


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("Cook, Corner Grocery", ["Cook, Corner Grocery"]),
        ("Self-service Cook", ["Self-service Cook"]),
        ("Cook | Corner Grocery", ["Cook", "Corner Grocery"]),
        ("Cook » Corner Grocery", ["Cook", "Corner Grocery"]),
        ("Cook - Corner Grocery", ["Cook", "Corner Grocery"]),
        ("Cook—Corner Grocery", ["Cook", "Corner Grocery"]),
        ("Cook\tLeeds", ["Cook", "Leeds"]),
        ("Cook\u2003\u2003Leeds", ["Cook", "Leeds"]),
        ("Café Vienna", ["Café Vienna"]),
    ],
)
def test_columns_of_a_header_line(text: str, columns: list[str]) -> None:
    assert columns_of(text) == columns


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("Python, SQL, Excel", True),
        ("Python • SQL • Excel", True),
        ("Python - SQL", True),
        ("GPA: 3.8", True),
        ("(CGPA 3.8)", True),
        ("Python", False),
        ("Answered calls, mails and chats", False),
        ("Mapped GPA rules", False),
    ],
)
def test_lists(text: str, is_one: bool, words: ResumeWords) -> None:
    assert is_list(text, words) is is_one


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("14 Quarry Lane, Austin, TX 78702", True),
        ("Austin, TX 78702", True),
        ("Phone: on request", True),
        ("Nov 2023 – Present", False),
        ("Cut the wait from 12 to 4 minutes", False),
    ],
)
def test_addresses(text: str, is_one: bool, words: ResumeWords) -> None:
    assert is_contact(text, words) is is_one


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("Quickly answered calls", True),
        ("I answered calls", True),
        ("Answered", True),
        ("Family Clinic", False),
        ("A" * 79 + " answered calls", False),
        ("…", False),
    ],
)
def test_openings(text: str, is_one: bool, words: ResumeWords) -> None:
    assert opens_like_bullet(text, words) is is_one


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("Head of the Kitchen", True),
        ("24 Hour Desk", True),
        ("The iOS Desk, Lumen plc", True),
        ("Head of the kitchen", False),
        ("of the", False),
        ("", False),
    ],
)
def test_capitals(text: str, is_one: bool, words: ResumeWords) -> None:
    assert is_title_case(text, words) is is_one


def test_a_department_heads_no_section(words: ResumeWords) -> None:
    assert kind_of("Customer Service", words) is None
    assert kind_of("W O R K  H I S T O R Y", words) is SectionKind.EXPERIENCE
