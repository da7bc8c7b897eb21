"""Entries: a résumé's sections and posts, with what is said of each bullet in them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from bulletcoach.model.document import Entry, Section
from bulletcoach.report.html.advice import advice
from bulletcoach.report.html.bullet import bullet_card
from bulletcoach.report.html.elements import Html, element
from bulletcoach.report.html.headings import entry_anchor, heading
from bulletcoach.report.html.subject import Subject


def sections(subject: Subject) -> Iterator[Html]:
    """The sections that hold bullets to judge, in order."""
    for _, placed in groupby(subject.placement.bullets, key=lambda one: id(one.section)):
        bullets = list(placed)
        entries = list({id(one.entry): one.entry for one in bullets}.values())
        yield element(
            "section",
            element("h2", _title(bullets[0].section)),
            *(_entry(entry, subject) for entry in entries),
        )


def _entry(entry: Entry, subject: Subject) -> Html:
    number = subject.placement.index_of(entry)
    return element(
        "section",
        *heading(entry),
        advice(subject.about_entry(entry)),
        *(bullet_card(placed, subject) for placed in subject.placement.bullets if placed.entry is entry),
        class_="entry",
        id=None if number is None else entry_anchor(number),
    )


def _title(section: Section) -> str:
    return section.title or "Bullets"


def unjudged(subject: Subject) -> Html | None:
    """The sections that nothing is said of, since they make no claims about work."""
    document = subject.placement.result.document
    titles = [one.title for one in document.sections if not one.kind.holds_bullets and one.title] if document else []
    return element("p", f"Not judged, since they list no work: {', '.join(titles)}.", class_="note") if titles else None
