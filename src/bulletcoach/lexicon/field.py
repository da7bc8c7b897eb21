"""The records of a field pack, such as lexicons/fields/customer-service.toml."""

# Annotations are no texts here: whoever decodes what was kept would have to evaluate each of them at every start.
from msgspec import Struct, field

from bulletcoach.lexicon.record import Record


class FieldEntry(Record, frozen=True):
    """The field itself. `detect` are phrases whose presence in titles, headings and bullets speaks for it."""

    id: str
    name: str
    detect: tuple[str, ...]
    note: str = ""


class RangeEntry(Record, frozen=True):
    """A believable window for a KPI in one unit (an id of metrics.toml), and the hard limits that no value passes."""

    unit: str
    low: float | None = None
    high: float | None = None
    floor: float | None = None
    ceiling: float | None = None


class KpiEntry(Record, frozen=True):
    """A key performance indicator.

    `good` is "up", "down", "band" (neither more nor less is better) or "scale" (depends on the scale used).
    `kind` is quality, speed, volume, cost, people or revenue. `scope` marks sizes that are never a result by
    themselves; `flow` those of them that count contacts served, which is a KPI all the same (tickets a day), while a
    team's or a budget's size only names its object. `needs` are words one of which must stand in the bullet for the
    ambiguous aliases (`maybe`) to count; `avoid` are words that speak against the KPI. `verbs` are lemmas whose number,
    in one of the KPI's units, measures it where no name stands near ("deflects 3,200 a month"). `counted_as` is the KPI
    reported in this one's place, `done_as` the one reported where the counted work was finished (tickets resolved).
    `result` is a blank for a rewrite, a phrase that begins with a gerund, with the letters X, Y and N for numbers
    ("raising CSAT from X to Y"); `example` is the same phrase with believable numbers.
    """

    id: str
    name: str
    measures: str
    good: str
    kind: str
    abbr: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    maybe: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    avoid: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    plausible: tuple[RangeEntry, ...] = ()
    verbs: tuple[str, ...] = ()
    counted_as: str | None = None
    done_as: str | None = None
    scope: bool = False
    flow: bool = False
    result: str = ""
    example: str = ""
    note: str = ""

    def __post_init__(self) -> None:
        if self.good not in ("up", "down", "band", "scale"):
            raise ValueError(f"“good” must be “up”, “down”, “band” or “scale”, found “{self.good}”")
        if self.kind not in ("quality", "speed", "volume", "cost", "people", "revenue"):
            raise ValueError(f"“{self.kind}” is not a kind of KPI")


class VanityEntry(Record, frozen=True):
    """KPIs that mean little alone, why, and which to put beside them, best first."""

    kpis: tuple[str, ...]
    why: str
    beside: tuple[str, ...]
    note: str = ""


class RoleEntry(Record, frozen=True):
    """A rung of a job ladder. `level` is the highest verb level (see LevelEntry) that its holder claims as a rule."""

    id: str
    family: str
    rung: int
    titles: tuple[str, ...]
    level: int
    years: str = ""
    show: str = ""
    scope: tuple[str, ...] = ()
    note: str = ""


class FamilyEntry(Record, frozen=True):
    """A family of roles and the KPIs to ask its people for: `first`, `then`."""

    id: str
    name: str
    first: tuple[str, ...]
    then: tuple[str, ...] = ()
    note: str = ""


class ObjectEntry(Record, frozen=True):
    """Things that people of the field work on, the KPIs that show how well, and one question that asks for them.

    `ask_outcome` is the question for a bullet that says already how many or how large: it asks for nothing but what
    came of it. Without one, that of the verb's family is asked. `result` and `example` are a blank for the result and
    the same with numbers, as in KpiEntry; where they are empty, those of the first of `kpis` serve.
    """

    words: tuple[str, ...]
    kpis: tuple[str, ...]
    ask: str
    ask_outcome: str = ""
    result: str = ""
    example: str = ""
    note: str = ""


class YardstickEntry(Record, frozen=True):
    """What shows how well an act was done, where the act says more of that than its object does.

    Logged complaints are judged by the log, resolved ones by the complaints. `verbs` are lemmas, with the preposition
    or particle that belongs to them ("follow up"); `objects` are the head nouns or phrases, singular, for which it
    holds; none means any. `ask` asks for the result; `result` and `example` are a blank for it, as in KpiEntry. `kpi`
    is the KPI that the blank asks for, if the field has one.
    """

    verbs: tuple[str, ...]
    ask: str
    result: str
    example: str
    objects: tuple[str, ...] = ()
    kpi: str | None = None
    note: str = ""


class LevelEntry(Record, frozen=True):
    """What verbs of one level claim, from 0 (was near) to 5 (sets direction)."""

    level: int
    name: str
    claims: str
    verbs: tuple[str, ...]
    note: str = ""


class StrongerEntry(Record, frozen=True):
    """A stronger verb and the fact that would make it true, completing "if …"."""

    verb: str
    only_if: str


class RoutineEntry(Record, frozen=True):
    """A routine verb with its honest alternatives: those that claim the same, and those that need a fact."""

    verb: str
    objects: tuple[str, ...] = ()
    same: tuple[str, ...] = ()
    stronger: tuple[StrongerEntry, ...] = ()
    never: tuple[str, ...] = ()
    note: str = ""


class ToolEntry(Record, frozen=True):
    """Names of tools, channels, methods and certificates; digits inside them measure nothing."""

    kind: str
    names: tuple[str, ...]
    note: str = ""


class FieldPack(Struct, frozen=True):
    """Everything the lexicons know about one field of work."""

    about: FieldEntry
    kpis: dict[str, KpiEntry] = field(default_factory=dict)
    vanity: tuple[VanityEntry, ...] = ()
    roles: tuple[RoleEntry, ...] = ()
    families: dict[str, FamilyEntry] = field(default_factory=dict)
    objects: tuple[ObjectEntry, ...] = ()
    yardsticks: tuple[YardstickEntry, ...] = ()
    levels: tuple[LevelEntry, ...] = ()
    routines: dict[str, RoutineEntry] = field(default_factory=dict)
    tools: tuple[ToolEntry, ...] = ()
