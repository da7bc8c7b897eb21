"""Bullets and rewrites made by hand, so that a conversation can be tested without reading or judging anything."""

from __future__ import annotations

from bulletcoach.coaching.plan import Case
from bulletcoach.model.document import Bullet, Entry, Section, SectionKind
from bulletcoach.model.facts import Build, Facts
from bulletcoach.model.judgement import Context, Judged, Judgement, Verdict
from bulletcoach.model.places import Place
from bulletcoach.model.rewrite import Origin, Part, Rewrite, RewriteKind, Slot, Wanted
from bulletcoach.model.text import Run, SourceMap, Span

CALLS = "Responsible for answering inbound calls and chats about billing"

DAILY = Slot(Wanted.SCOPE, "N daily", "How many a day?", "35 daily")
HANDLE_TIME = Slot(
    Wanted.RESULT, "cutting average handle time from X to Y", "Which figure shows it?",
    "cutting average handle time from 9 minutes to 7 minutes", "minutes", "aht", 1, 60,
)  # fmt: skip
SATISFACTION = Slot(
    Wanted.RESULT, "raising CSAT from X to Y", "Which figure shows it?", "raising CSAT from 82% to 91%",
    "percent", "csat", 60, 100,
)  # fmt: skip
REPEATS = Slot(
    Wanted.RESULT, "cutting repeat contacts by X%", "By how much?", "cutting repeat contacts by 12%", "percent"
)
CHANGE = Slot(
    Wanted.RESULT, "changing what, from X to Y", "What changed?", "cutting the waiting time from 9 days to 4 days"
)
METHOD = Slot(Wanted.METHOD, "doing what", "How did you do it?", "sorting them by urgency first")
PROBLEM = Slot(Wanted.PROBLEM, "what was going wrong", "What was going wrong?", "the backlog passed 400 cases")
ACT = Slot(Wanted.ACT, "What you did", "What did you do?", "Ran")


def source(text: str) -> Part:
    return Part(text, Origin.SOURCE, Span(0, 1))


def grammar(text: str, *, tied: bool = False) -> Part:
    return Part(text, Origin.GRAMMAR, tied=tied)


def blank(slot: Slot) -> Part:
    return Part(f"[{slot.text}]", Origin.SLOT, slot=slot)


MINIMAL = Rewrite(RewriteKind.MINIMAL, (source("Answered inbound calls and chats about billing"),))
STRONG = Rewrite(
    RewriteKind.STRONG,
    (
        source("Answered"), grammar(" "), blank(DAILY), grammar(" ", tied=True),
        source("inbound calls and chats about billing"), grammar(", ", tied=True), blank(HANDLE_TIME),
    ),
)  # fmt: skip
STORY = Rewrite(
    RewriteKind.STORY,
    (
        grammar("When ", tied=True), blank(PROBLEM), grammar(", ", tied=True),
        source("answered inbound calls and chats about billing"), grammar(", ", tied=True), blank(HANDLE_TIME),
    ),
)  # fmt: skip
NEEDY = Rewrite(RewriteKind.STRONG, (blank(ACT), source(" the returns desk")))


def judged(text: str = CALLS, verdict: Verdict = Verdict.DUTY, number: int = 0, **judgement: object) -> Judged:
    whole = Span(0, len(text))
    return Judged(
        Bullet(text, SourceMap((Run(whole, whole),))),
        Facts(text, Build.CLAUSE),
        Judgement(verdict, "made by hand", **judgement),  # type: ignore[arg-type]
        Context(Section(SectionKind.EXPERIENCE, "Experience"), Entry(), number, "customer-service"),
        number,
    )


def case(*rewrites: Rewrite, text: str = CALLS) -> Case:
    return Case(judged(text), Place("resume.txt", 1), "", rewrites or (STRONG, MINIMAL, STORY))
