"""Bullet: its verdict and why, its story marked in it, its numbers, and what to do about it."""

from __future__ import annotations

from bulletcoach.report.excerpt import shortened
from bulletcoach.report.html.advice import advice
from bulletcoach.report.html.elements import Html, element
from bulletcoach.report.html.marks import marked
from bulletcoach.report.html.numbers import numbers
from bulletcoach.report.html.rewriting import rewriting
from bulletcoach.report.html.subject import Subject
from bulletcoach.report.html.verdicts import badge, name_of
from bulletcoach.report.placement import PlacedBullet

_LONGEST = 600  # characters of a bullet that is too long to be judged


def bullet_card(placed: PlacedBullet, subject: Subject) -> Html:
    """All that is to be said of one bullet. One without findings needs no rewrites."""
    judged, findings = placed.judged, subject.about_bullet(placed.number)
    verdict = judged.judgement.verdict if judged else None
    text = marked(placed.bullet.text, judged.judgement.story) if judged else [shortened(placed.bullet.text, _LONGEST)]
    return element(
        "article",
        element(
            "p",
            element("span", badge(verdict), f" {judged.judgement.reason}." if judged else None),
            element("span", _where(placed), class_="where"),
            class_="head",
        ),
        element("blockquote", *text, lang=None if judged else subject.placement.result.language, dir="auto"),
        numbers(judged, subject.lexicon) if judged else None,
        advice(findings),
        rewriting(subject.rewrites_of(placed.number)) if findings else None,
        class_=f"bullet {name_of(verdict)}",
        id=anchor(placed),
    )


def anchor(placed: PlacedBullet) -> str:
    """The name of its place on the page."""
    return f"bullet-{placed.number + 1}"


def _where(placed: PlacedBullet) -> str:
    """The place in the file; with the name of another one that it includes."""
    return f"{placed.place.path}, {placed.place.name}" if placed.bullet.file else placed.place.name
