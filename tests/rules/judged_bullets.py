"""Builders of judged bullets by hand, so that a rule can be tested without a language model.

Everything is named by its words: spans are where those words stand in the text.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from bulletcoach.lexicon.field import (
    FamilyEntry,
    FieldEntry,
    FieldPack,
    KpiEntry,
    LevelEntry,
    ObjectEntry,
    RangeEntry,
    RoleEntry,
    RoutineEntry,
    StrongerEntry,
    ToolEntry,
    VanityEntry,
)
from bulletcoach.lexicon.lexicon import Lexicon, load_lexicon
from bulletcoach.lexicon.records import VerbEntry
from bulletcoach.model.document import Bullet, Entry, Section, SectionKind
from bulletcoach.model.facts import (
    Act,
    Build,
    Clause,
    Facts,
    Form,
    Mark,
    MarkKind,
    Object,
    Opener,
    Quantity,
    Role,
    Shape,
    Strength,
    Token,
    Verb,
)
from bulletcoach.model.finding import Finding, Severity
from bulletcoach.model.judgement import Context, Judged, Judgement, Metric, MetricKind, Profile, Story, Verdict
from bulletcoach.model.text import SourceMap, Span
from bulletcoach.rules import Reference, check

LEXICON: Lexicon = load_lexicon()

PACK = FieldPack(
    about=FieldEntry("desk", "the desk", ()),
    kpis={
        entry.id: entry
        for entry in (
            KpiEntry(
                "csat",
                "customer satisfaction",
                "how content customers are",
                "up",
                "quality",
                abbr=("CSAT",),
                units=("percent",),
                plausible=(RangeEntry("percent", low=50, high=99, floor=0, ceiling=100),),
            ),
            KpiEntry("fcr", "first-contact resolution", "settled at once", "up", "quality"),
            KpiEntry("aht", "handle time", "length of a contact", "down", "speed"),
            KpiEntry("per_day", "contacts a day", "load", "up", "volume", scope=True, flow=True),
        )
    },
    vanity=(
        VanityEntry(("per_day",), "load is not outcome", ("csat", "fcr")),
        VanityEntry(("aht",), "rushing shortens it too", ("fcr", "csat")),
    ),
    roles=(),
    families={"frontline": FamilyEntry("frontline", "front line", ("csat", "fcr"))},
    objects=(
        ObjectEntry(("call", "phone call"), ("aht", "csat"), "How many minutes did a call take?"),
        *LEXICON.field("general").objects,
    ),
    levels=(
        LevelEntry(1, "do", "own work", ("answered",)),
        LevelEntry(5, "direction", "strategy", ("pioneered", "championed")),
    ),
    routines={
        "answer": RoutineEntry("answer", same=("took",), stronger=(StrongerEntry("resolved", "it ended with you"),))
    },
    tools=(ToolEntry("tool", ("QZR Desk",)),),
)

AGENT = RoleEntry("agent", "frontline", 2, ("support agent",), level=1)
DIRECTOR = RoleEntry("director", "head", 8, ("support director",), level=5, show="the whole function")

POST = Entry(title="Support Agent", employer="Example Ltd", start="2019-01", end="2021-06", current=False)
TODAY = Entry(title="Support Agent", employer="Sample plc", start="2021-07", current=True)
PASTE = Entry()


def reference(pack: FieldPack = PACK, profile: Profile = Profile.PRIVATE) -> Reference:
    return Reference(LEXICON, pack, profile)


def span(text: str, words: str) -> Span:
    """Where `words` stand in `text`. Raises ValueError where they do not."""
    start = text.index(words)
    return Span(start, start + len(words))


def verb(text: str, word: str, lemma: str, form: Form = Form.PAST) -> Verb:
    """A verb of the text with what the shipped lexicon says of its lemma."""
    entry = LEXICON.verbs.get(lemma) or VerbEntry("", Act.ROUTINE, Strength.PLAIN, "general")
    known = lemma in LEXICON.verbs
    return Verb(span(text, word), word, lemma, form, entry.strength, entry.family, entry.claim, entry.act, known)


def outcome(
    text: str,
    words: str,
    value: float,
    *,
    kpi: str | None = None,
    change: str | None = None,
    good: str | None = None,
    other: float | None = None,
    link: str | None = None,
    shape: Shape = Shape.PERCENT,
    period: bool = False,
    kind: MetricKind = MetricKind.OUTCOME,
    unit: str | None = None,
) -> Metric:
    """A metric that stands in the text as `words`."""
    unit = unit or ("percent" if shape is Shape.PERCENT else "item")
    quantity = Quantity(span(text, words), words, value, unit, shape, other=other, link=link, period=period)
    return Metric(quantity, kind, kpi, change, good)


def scope(text: str, words: str, value: float, kpi: str | None = None) -> Metric:
    """A size that stands in the text as `words`."""
    return outcome(text, words, value, kpi=kpi, shape=Shape.COUNT, kind=MetricKind.SCOPE)


def bullet(
    text: str,
    verdict: Verdict = Verdict.ACTION,
    *,
    opener: str | None = None,
    verbs: Sequence[tuple[str, str] | tuple[str, str, Form]] = (),
    nominal: tuple[str, str] | None = None,
    objects: Sequence[str] = (),
    metrics: Sequence[Metric] = (),
    periods: Sequence[str] = (),
    clauses: Sequence[tuple[Role, str]] = (),
    marks: Sequence[tuple[MarkKind, str]] = (),
    tokens: Sequence[Token] = (),
    build: Build = Build.CLAUSE,
    entry: Entry = PASTE,
    level: int | None = None,
) -> Judged:
    """A judged bullet. `opener` is a key of lexicons/openers.toml; verbs are (word, lemma) or (word, lemma, form)."""
    extra = tuple(Quantity(span(text, words), words, 1, "month", Shape.DURATION, period=True) for words in periods)
    facts = Facts(
        text=text,
        build=build,
        opener=Opener(Span(0, len(opener)), text[: len(opener)], opener) if opener else None,
        verbs=tuple(verb(text, *each) for each in verbs),
        nominal=verb(text, *nominal, Form.NOMINAL) if nominal else None,
        objects=tuple(Object(span(text, each), each.split()[-1], _head(text, each)) for each in objects),
        quantities=(*(metric.quantity for metric in metrics), *extra),
        clauses=tuple(Clause(role, span(text, words)) for role, words in clauses),
        marks=tuple(Mark(kind, span(text, words), words.lower()) for kind, words in marks),
        tokens=tuple(tokens),
    )
    story = Story(**{part.value: _spans(facts, part) for part in _STORY})
    judgement = Judgement(verdict, "made by hand", tuple(metrics), story)
    context = Context(Section(SectionKind.EXPERIENCE, "Experience", (entry,)), entry, 0, "desk", level)
    return Judged(Bullet(text, SourceMap(())), facts, judgement, context, 0)


_STORY = (Role.PROBLEM, Role.TASK, Role.ACTION, Role.METHOD, Role.RESULT)


def _spans(facts: Facts, role: Role) -> tuple[Span, ...]:
    return tuple(clause.span for clause in facts.clauses_of(role))


def _head(text: str, words: str) -> Span:
    found = span(text, words)
    return Span(found.end - len(words.split()[-1]), found.end)


def resume(*posts: tuple[Entry, Sequence[Judged]]) -> list[Judged]:
    """The bullets of these posts, numbered and placed."""
    placed: list[Judged] = []
    for entry, bullets in posts:
        whole = replace(entry, bullets=tuple(each.bullet for each in bullets))
        for index, each in enumerate(bullets):
            context = replace(each.context, entry=whole, index=index)
            placed.append(replace(each, context=context, number=len(placed)))
    return placed


def findings(*bullets: Judged, look: Reference | None = None) -> list[Finding]:
    """What all rules say of bullets that stand together in one paste, or alone in the entry they were built with."""
    entry = bullets[0].context.entry
    return check(resume((entry, bullets)), look or reference())


def codes(found: Sequence[Finding], least: Severity = Severity.INFO) -> list[str]:
    """The codes of findings at or above a severity, as they stand."""
    return [finding.code for finding in found if finding.severity.rank >= least.rank]


def only(code: str, found: Sequence[Finding]) -> Finding:
    """The one finding with that code. Fails where there is none, or more."""
    mine = [finding for finding in found if finding.code == code]
    assert len(mine) == 1, f"{code}: {len(mine)} findings; found {codes(found)}"
    return mine[0]
