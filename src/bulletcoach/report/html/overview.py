"""Overview: what a résumé comes to, what is good in it, and where to begin."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bulletcoach.report.html.advice import advice
from bulletcoach.report.html.bullet import anchor
from bulletcoach.report.html.elements import Child, Html, element
from bulletcoach.report.html.headings import entry_anchor, heading_of
from bulletcoach.report.html.subject import Subject
from bulletcoach.report.html.verdicts import glance
from bulletcoach.report.placement import PlacedBullet
from bulletcoach.report.summary import counted
from bulletcoach.rules.parts import quoted

_LINKS = 4


def overview(subject: Subject) -> Html:
    """The verdicts at a glance, the achievements, the entry with most to do, and what is said of the whole résumé."""
    bullets = counted(subject.summary.bullets, "bullet")
    return element(
        "section",
        element("h2", f"{bullets} at a glance") if subject.summary.bullets else None,
        *(element("p", note, class_="note") for note in subject.placement.result.notes),
        glance(subject.summary),
        *_sentences(subject),
        advice(subject.about_all),
        class_="overview",
    )


def _sentences(subject: Subject) -> Iterator[Html]:
    total = subject.summary
    if judged := total.verdicts.total():
        share = f"{total.numbered} of {judged} bullets carry a number ({total.numbered / judged:.0%})."
        yield element("p", element("b", "Numbers: "), share)
    if good := subject.achievements:
        yield element("p", element("b", "Good as it is: "), *_links(good), ".")
    if (most := total.neediest) and total.findings:
        only = "is only a duty" if most.duties == 1 else "are only duties"
        duties = f"{most.duties} of its {counted(most.bullets, 'bullet')} {only}" if most.duties else ""
        work = ", ".join(filter(None, (duties, counted(most.findings, "finding"))))
        link = element("a", heading_of(subject.placement.entries[most.number]), href=f"#{entry_anchor(most.number)}")
        yield element("p", element("b", "Where to begin: "), link, f" ({work}).")
    elif judged and not total.findings:
        yield element("p", element("b", "Nothing to mend here."))


def _links(bullets: Sequence[PlacedBullet]) -> Iterator[Child]:
    """The first of some bullets, each leading to its place on the page."""
    for number, placed in enumerate(bullets[:_LINKS]):
        yield "; " if number else None
        yield element("a", quoted(placed.bullet.text), href=f"#{anchor(placed)}")
    if len(bullets) > _LINKS:
        yield f" and {len(bullets) - _LINKS} more"
