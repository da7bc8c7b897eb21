"""Judgement: what a bullet's facts mean in their place, and the context that the place gives."""

from __future__ import annotations

from enum import StrEnum
from functools import cached_property

from msgspec import Struct

from bulletcoach.model.document import Bullet, Entry, Section
from bulletcoach.model.facts import Facts, Quantity
from bulletcoach.model.text import Span


class Verdict(StrEnum):
    """What a bullet amounts to.

    DUTY         names a responsibility or routine task; nothing shows what came of it
    ACTION       a specific act or finished thing of the writer's own, or its scope; no result that can be checked
    ACHIEVEMENT  an act tied to a result that can be checked
    """

    DUTY = "duty"
    ACTION = "action"
    ACHIEVEMENT = "achievement"


class Profile(StrEnum):
    """The kind of résumé; it switches off rules that do not apply and never changes a verdict."""

    PRIVATE = "private"
    FEDERAL = "federal"
    ACADEMIC = "academic"


class MetricKind(StrEnum):
    """OUTCOME: a change, level, rate or rank that came of the act. SCOPE: only how big or how often."""

    OUTCOME = "outcome"
    SCOPE = "scope"


class Metric(Struct, frozen=True):
    """A quantity judged: its kind, the KPI it measures (an id of the field lexicon), and its direction.

    `change` is "up" or "down" where the text says so; `good` is the direction that the KPI wants ("up", "down",
    "band" for neither), None without a KPI.
    """

    quantity: Quantity
    kind: MetricKind
    kpi: str | None = None
    change: str | None = None
    good: str | None = None


class Story(Struct, frozen=True):
    """Problem, task, action, method and result as spans of clean text. STAR reads problem as situation."""

    problem: tuple[Span, ...] = ()
    task: tuple[Span, ...] = ()
    action: tuple[Span, ...] = ()
    method: tuple[Span, ...] = ()
    result: tuple[Span, ...] = ()


class Judgement(Struct, frozen=True, dict=True):
    """The verdict with its reason in words, the metrics and the story."""

    verdict: Verdict
    reason: str
    metrics: tuple[Metric, ...] = ()
    story: Story = Story()

    @cached_property
    def outcomes(self) -> tuple[Metric, ...]:
        return tuple(metric for metric in self.metrics if metric.kind is MetricKind.OUTCOME)

    @cached_property
    def scopes(self) -> tuple[Metric, ...]:
        return tuple(metric for metric in self.metrics if metric.kind is MetricKind.SCOPE)


class Context(Struct, frozen=True):
    """Where a bullet stands: its section and entry, its place among the entry's bullets, and the résumé's settings.

    `field` is the id of the field lexicon that fits the entry ("general" for none); `level` the level of the verbs that
    its role claims as a rule (see LevelEntry), None where the title does not say.
    """

    section: Section
    entry: Entry
    index: int
    field: str = "general"
    level: int | None = None
    profile: Profile = Profile.PRIVATE

    @property
    def has_ended(self) -> bool:
        return self.entry.current is False


class Judged(Struct, frozen=True):
    """A bullet with all that is known of it: what rules look at. `number` counts the bullets of a document from 0."""

    bullet: Bullet
    facts: Facts
    judgement: Judgement
    context: Context
    number: int
