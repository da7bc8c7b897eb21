"""Résumé: its page, from the verdicts at a glance to the glossary."""

from __future__ import annotations

from pathlib import PurePath

from bulletcoach.report.html.elements import Child, Html, element
from bulletcoach.report.html.entries import sections, unjudged
from bulletcoach.report.html.glossary import glossary
from bulletcoach.report.html.marks import legend
from bulletcoach.report.html.overview import overview
from bulletcoach.report.html.page import page
from bulletcoach.report.html.subject import Subject
from bulletcoach.report.summary import counted


def resume_page(subject: Subject, *top: Child) -> str:
    """The page of one résumé; `top` goes above everything, such as a link to the index."""
    result = subject.placement.result
    name = PurePath(result.path).name or result.path
    header = element("header", *top, element("h1", name), element("p", _about(subject, name), class_="about"))
    if result.errors:
        return page(name, header, element("main", _unread(result.errors)))
    main = element(
        "main",
        overview(subject),
        _key() if result.bullets else None,
        *sections(subject),
        unjudged(subject),
        _not_shown(subject),
        glossary(finding.code for finding in subject.findings) if result.bullets or subject.findings else None,
    )
    return page(name, header, main)


def _about(subject: Subject, name: str) -> str:
    """Where the file lies, if its name does not say all, and what it was read as."""
    result = subject.placement.result
    field = subject.lexicon.field(result.field).about.name
    read_as = f"read as {result.document.format}, field of work: {field}" if result.document else ""
    return " · ".join(filter(None, (result.path if result.path != name else None, read_as)))


def _unread(errors: tuple[str, ...]) -> Html:
    return element(
        "section",
        element("h2", "This file could not be read"),
        *(element("p", error, class_="failure") for error in errors),
    )


def _key() -> Html:
    return element(
        "section", element("h2", "How to read this page"),
        element("p", "A bullet tells a small story. Its parts are marked by a letter and a line:"), legend(),
        class_="key",
    )  # fmt: skip


def _not_shown(subject: Subject) -> Html | None:
    """What was found and is not on the page, and why."""
    result, hidden = subject.placement.result, subject.summary.hidden.total()
    reasons = [
        (hidden, "of a lower level"),
        (len(result.suppressed), "silenced in the file or the configuration"),
        (len(result.known), "known from the baseline"),
    ]
    told = [f"{counted(count, 'finding')} {why}" for count, why in reasons if count]
    return element("p", f"Not shown: {', '.join(told)}.", class_="note") if told else None
