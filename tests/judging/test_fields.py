"""Which field a résumé belongs to, and which rung a job title stands on."""

from __future__ import annotations

import pytest
from bullet_tables import cases

from bulletcoach.judging import FieldDetector, role_level
from bulletcoach.lexicon.lexicon import GENERAL, Lexicon
from bulletcoach.model.document import Bullet, Document, Entry, Section, SectionKind, Source
from bulletcoach.model.text import SourceMap


def resume(*entries: Entry, kind: SectionKind = SectionKind.EXPERIENCE) -> Document:
    return Document(Source("resume.txt", b"", ""), "text", (Section(kind, "Experience", entries),))


def job(title: str | None, *bullets: str) -> Entry:
    return Entry(title=title, bullets=tuple(Bullet(text, SourceMap(())) for text in bullets))


SERVICE, OTHER = "customer-service", "general"

RESUMES = [
    ("a title of the field", resume(job("Customer Service Representative", "Answered the phones")), SERVICE),
    ("another title", resume(job("Call Center Team Lead")), SERVICE),
    ("bullets alone", resume(job(None, "Raised CSAT", "Cut average handle time", "Closed Zendesk tickets")), SERVICE),
    ("another trade", resume(job("Welder", "Welded pipe", "Read blueprints")), OTHER),
    ("one passing word", resume(job("Accountant", "Closed the books", "Answered a customer service audit")), OTHER),
    ("nothing at all", resume(), OTHER),
    ("a title outside work", resume(job("Customer Service Representative"), kind=SectionKind.EDUCATION), OTHER),
]


@pytest.mark.parametrize(("what", "document", "field"), cases(RESUMES))
def test_the_field_of_a_resume(what: str, document: Document, field: str, lexicon: Lexicon) -> None:
    assert FieldDetector(lexicon).detect(document) == field, what


def test_titles_climb(lexicon: Lexicon) -> None:
    pack = lexicon.field("customer-service")
    ladder = [
        "Junior Customer Service Representative",
        "Customer Service Representative",
        "Senior Customer Service Representative",
        "Customer Service Team Lead",
        "Customer Service Manager",
        "Director of Customer Service",
        "VP of Customer Service",
    ]
    rungs = [role_level(title, pack) for title in ladder]

    assert all(rungs), dict(zip(ladder, rungs, strict=True))
    numbers = [role.rung for role in rungs if role]
    assert numbers == sorted(set(numbers)), list(zip(ladder, numbers, strict=True))
    levels = [role.level for role in rungs if role]
    assert levels == sorted(levels)


@pytest.mark.parametrize("title", ["Welder", "", None])
def test_a_title_of_another_trade_has_no_rung(title: str | None, lexicon: Lexicon) -> None:
    assert role_level(title, lexicon.field("customer-service")) is None


def test_the_longest_title_wins(lexicon: Lexicon) -> None:
    pack = lexicon.field("customer-service")
    rep, lead = (
        role_level("Customer Service Representative", pack),
        role_level("Customer Service Representative Lead", pack),
    )

    assert rep is not None
    assert lead is None or lead.rung >= rep.rung


def test_the_general_field_has_no_ladder() -> None:
    assert role_level("Customer Service Manager", GENERAL) is None
