"""BC6, entry and résumé: how the bullets of a post stand together.

These rules weigh bullets against each other, so they are silent about a paste of lines without a post, and about a
post with one or two bullets.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Annotated

from msgspec import Struct

from bulletcoach.model.finding import Finding, Severity
from bulletcoach.model.judgement import Verdict
from bulletcoach.rules.advice import sentence
from bulletcoach.rules.options import Number
from bulletcoach.rules.parts import act_span, quoted, whole
from bulletcoach.rules.policy import is_scope_line
from bulletcoach.rules.questions import question
from bulletcoach.rules.reference import Reference
from bulletcoach.rules.resume import JudgedEntry, Resume
from bulletcoach.rules.rule import Rule, checks
from bulletcoach.rules.similarity import SCORE, near_duplicates


class NearDuplicate(Struct, frozen=True):
    """How alike two bullets may be."""

    similarity: Annotated[int, Number("From so many percent on two bullets are alike.", least=70, most=100)] = SCORE


DUPLICATE = Rule(
    code="BC601",
    name="near-duplicate",
    severity=Severity.WARNING,
    summary="a bullet that says again what another one said",
    bad=("Trained 14 new hires on the phones\nCovered 3 returns desks\nTrained 14 new hires on phones",),
    good=("Trained 14 new hires on the phones\nCovered 3 returns desks\nTrained 3 shift leads in coaching",),
    unless="Bullets with different numbers are told apart, and so are those of fewer than four words.",
    source="Ours: room is scarce, and a repeated bullet is mostly one that was copied and forgotten.",
    options=NearDuplicate,
)


@checks(DUPLICATE)
def near_duplicate(resume: Resume, reference: Reference) -> Iterator[Finding]:
    """Two bullets are all but the same.

    Keep the stronger one. If the work really was the same in two posts, say what was different the second time.
    """
    bullets = [bullet for entry in resume.weighed for bullet in entry.bullets]
    similarity = reference.options(NearDuplicate).similarity
    texts = [[word.key for word in bullet.facts.words] for bullet in bullets]
    for first, second in near_duplicates(texts, similarity):
        message = f"says almost the same as {quoted(bullets[first].facts.text)}"
        advice = "Keep the stronger of the two, or say what was different."
        yield DUPLICATE.at(bullets[second], whole(bullets[second]), message, advice)


NO_ACHIEVEMENT = Rule(
    code="BC602",
    name="entry-without-achievement",
    severity=Severity.WARNING,
    summary="a post without a single result",
    bad=("Answered customer calls\nHandled escalations\nProcessed refunds",),
    good=(
        "Answered 60 calls a day\nCalmed 12 escalations a week\n"
        "Processed 40 refunds a day, cutting errors from 4% to 1%",
    ),
    unless="It is a warning only where every bullet is a bare duty; where some show an action it is advice. A result "
    "that was not the writer's alone (“helped cut churn by 12%”) is one, and nothing is said.",
    source="Guides agree that a post should show what came of it; that one bullet is enough is ours.",
)


@checks(NO_ACHIEVEMENT)
def entry_without_achievement(resume: Resume, reference: Reference) -> Iterator[Finding]:
    """Nothing in this post shows what came of the work.

    Not every bullet needs a result; one in a post makes the others believable. Begin with the one you would tell a
    friend about.
    """
    for entry in resume.weighed:
        if entry.having(Verdict.ACHIEVEMENT) or any(bullet.judgement.outcomes for bullet in entry.bullets):
            continue
        only_duties = len(entry.having(Verdict.DUTY)) == len(entry.bullets)
        what = "names duties only" if only_duties else "shows no result yet"
        candidates = entry.having(Verdict.ACTION) or entry.bullets
        begin = f"Begin with {quoted(candidates[0].facts.text)}:"
        advice = sentence(begin, question(candidates[0], reference.of(candidates[0])))
        severity = Severity.WARNING if only_duties else Severity.INFO
        yield NO_ACHIEVEMENT.on(entry.number, f"{entry.entry.name}: {what}", advice, severity)


WEAK_FIRST = Rule(
    code="BC603",
    name="weak-first-bullet",
    severity=Severity.INFO,
    summary="a post that opens with a bare duty and has an achievement further down",
    bad=("Answered customer calls\nTrained 14 new hires\nCut refund errors from 4% to 1% by adding a checklist",),
    good=("Cut refund errors from 4% to 1% by adding a checklist\nTrained 14 new hires\nAnswered 60 calls a day",),
    unless="An act may stand above a result, and a line that gives the size of the post may stay where it is.",
    source="Guides agree: the best bullet first.",
)


@checks(WEAK_FIRST)
def weak_first_bullet(resume: Resume, reference: Reference) -> Iterator[Finding]:
    """The best bullet of this post stands further down.

    Many readers see one bullet a post, the first. Let it be the one with the result.
    """
    for entry in resume.weighed:
        first, wins = entry.bullets[0], entry.having(Verdict.ACHIEVEMENT)
        if not wins or first.judgement.verdict is not Verdict.DUTY or is_scope_line(first):
            continue
        message = "the first bullet of this post is not its strongest"
        advice = f"Put {quoted(wins[0].facts.text)} first."
        yield WEAK_FIRST.at(first, act_span(first, reference.of(first)), message, advice)


class BulletCount(Struct, frozen=True):
    """How many bullets a post may have."""

    most: Annotated[int, Number("A post with more bullets is reported.")] = 8
    most_old: Annotated[int, Number("The same for an old post.")] = 5
    old_years: Annotated[int, Number("A post is old if it ended so many years before the latest date.", most=100)] = 10


COUNT = Rule(
    code="BC604",
    name="bullet-count",
    severity=Severity.INFO,
    summary="too many bullets for the age of a post, or far fewer than an older one has",
    bad=("\n".join(f"Rebuilt part {part} of the help centre" for part in "ABCDEFGHI"),),
    good=(
        "Rebuilt the search of the help centre\nWrote 25 articles\nDrew 14 diagrams\nMerged two glossaries\n"
        "Translated 9 guides into Spanish",
    ),
    unless="Posts with one or two bullets are left alone, whatever their age.",
    source="Guides: three to six bullets for a recent post, eight at most; one to three for an old one. Old means that "
    "it ended ten years before the latest date in the résumé.",
    options=BulletCount,
)


@checks(COUNT)
def bullet_count(resume: Resume, reference: Reference) -> Iterator[Finding]:
    """The room a post takes should follow its weight for the next one.

    Nine bullets are more than anyone reads of one post, six more than an old one deserves, and a reader wonders when
    the post of today has half the bullets of the one before.
    """
    limits = reference.options(BulletCount)
    ended = list(_ever_longer(entry for entry in resume.weighed if entry.entry.current is False))
    latest = max((year for entry in resume.entries for year in _years(entry)), default=0)
    for entry in resume.weighed:
        count = len(entry.bullets)
        last = _year(entry.entry.end) if entry.entry.current is False else None
        old = last is not None and latest - last >= limits.old_years
        most = limits.most_old if old else limits.most
        if count > most:
            message = f"{count} bullets are many for {'so old ' if old else ''}a post"
            advice = f"Keep the {most} strongest or fewer."
            yield COUNT.on(entry.number, f"{entry.entry.name}: {message}", advice)
        elif entry.entry.current and (longer := next((one for one in ended if len(one.bullets) >= 2 * count), None)):
            message = f"{count} bullets for the post of today, {len(longer.bullets)} for {longer.entry.name}"
            yield COUNT.on(entry.number, message, "Move the weight to the latest post.")


def _ever_longer(entries: Iterable[JudgedEntry]) -> Iterator[JudgedEntry]:
    """The entries that have more bullets than any before: the first with at least so many is always one of them."""
    most = 0
    for entry in entries:
        if len(entry.bullets) > most:
            most = len(entry.bullets)
            yield entry


def _years(entry: JudgedEntry) -> Iterator[int]:
    return (year for date in (entry.entry.start, entry.entry.end) if (year := _year(date)) is not None)


def _year(date: str | None) -> int | None:
    return int(date[:4]) if date and date[:4].isdigit() else None


RESUME_CHECKS = (near_duplicate, entry_without_achievement, weak_first_bullet, bullet_count)
