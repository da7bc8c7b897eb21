"""What rules look things up in: the lexicon, the field pack and the profile, with the indexes they need."""

from __future__ import annotations

from collections.abc import Sequence, Set
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

from msgspec import Struct

from bulletcoach.lexicon.phrases import PhraseIndex, keys_of, vocabulary
from bulletcoach.lexicon.recent import Recent
from bulletcoach.lexicon.wordings import Wordings
from bulletcoach.model.facts import Facts, Mark, MarkKind, Shape
from bulletcoach.model.judgement import Context, Judged, Metric, Profile
from bulletcoach.rules.yardsticks import Yardsticks

if TYPE_CHECKING:
    from bulletcoach.judging import RoleFinder
    from bulletcoach.lexicon.field import FieldPack, KpiEntry, LevelEntry, ObjectEntry, RoleEntry, VanityEntry
    from bulletcoach.lexicon.lexicon import Lexicon
    from bulletcoach.lexicon.records import OpenerEntry, UnitEntry, WordingEntry
    from bulletcoach.model.text import Span

Chosen = TypeVar("Chosen")


class Reference(Struct, frozen=True, dict=True):
    """The words and the field that a résumé is checked against. Build one for a field and keep it: it has indexes.

    `set_options` are the options that were set, each a value of the class that its rule declares.
    """

    lexicon: Lexicon
    pack: FieldPack
    profile: Profile = Profile.PRIVATE
    set_options: tuple[Any, ...] = ()

    def options(self, of_rule: type[Chosen]) -> Chosen:
        """The options of the rule that declares this class: as they were set, or the usual ones."""
        own = next((one for one in self.set_options if isinstance(one, of_rule)), None) if self.set_options else None
        return own or of_rule()

    def of(self, bullet: Judged) -> Reference:
        """The reference for one bullet: this one, or the general one for a bullet of an entry outside the field."""
        return self if bullet.context.field == self.pack.about.id else self.general

    @cached_property
    def general(self) -> Reference:
        """The same for work of no known field: no KPIs, no job titles, only the questions of all work."""
        pack = self.lexicon.field("general")
        return self if self.pack is pack else Reference(self.lexicon, pack, self.profile, self.set_options)

    @cached_property
    def _openers(self) -> dict[str, OpenerEntry]:
        return {entry.phrase.lower(): entry for entry in self.lexicon.openers}

    @cached_property
    def _wordings(self) -> Wordings:
        return Wordings(self.lexicon.wordings)

    @cached_property
    def objects(self) -> PhraseIndex[ObjectEntry]:
        """The things that people work on. A pack has the field's own before those of all work: the first one counts."""
        common = None if self.general is self else self.general.objects
        known = {id(entry) for entry in self.general.pack.objects} if common is not None else ()
        own = (entry for entry in self.pack.objects if id(entry) not in known)
        return PhraseIndex(((words, entry) for entry in own for words in entry.words), plural=True, behind=common)

    @cached_property
    def known_objects(self) -> Recent[Facts, dict[Span, ObjectEntry | None]]:
        """What is known of the objects of bullets, by the places of these: several rules and rewrites ask for it."""
        return Recent()

    @cached_property
    def things(self) -> Recent[Judged, ObjectEntry | None]:
        """What is known of the things that bullets are about: several rules ask for it."""
        return Recent()

    @cached_property
    def act_spans(self) -> Recent[Judged, Span]:
        """Where the acts of bullets stand, which several rules point at."""
        return Recent()

    @cached_property
    def yardsticks(self) -> Yardsticks:
        """What shows how well acts were done, where the act says more than its object."""
        return Yardsticks(self.pack.yardsticks, self.lexicon, self.objects)

    @cached_property
    def verb_levels(self) -> dict[str, LevelEntry]:
        """The level of what a verb claims, by its lemma; the last entry that has it counts."""
        forms = self.lexicon.verb_forms
        return {
            lemma: entry
            for entry in self.pack.levels
            for verb in entry.verbs
            for lemma, _ in forms.get(verb.lower(), ((verb.lower(), None),))
        }

    @cached_property
    def known_acronyms(self) -> Set[str]:
        """Acronyms that need no explanation: common ones, and KPIs, tools and titles of this or any other field."""
        packs = (self.pack, *self.lexicon.fields.values())
        texts = (
            *(phrase for entry in self.lexicon.wordings if entry.kind is MarkKind.ACRONYM for phrase in entry.phrases),
            *(abbr for pack in packs for kpi in pack.kpis.values() for abbr in kpi.abbr),
            *(name for pack in packs for tool in pack.tools for name in tool.names),
            *(title for pack in packs for role in pack.roles for title in role.titles),
        )
        return vocabulary(texts)

    @cached_property
    def baseline(self) -> tuple[PhraseIndex[str], tuple[str, ...]]:
        """The words of a comparison, and its signs, which are no words."""
        phrases = self.lexicon.terms_of("baseline")
        signs = tuple(phrase for phrase in phrases if not keys_of(phrase))
        return PhraseIndex((phrase, phrase) for phrase in phrases), signs

    @cached_property
    def roles(self) -> RoleFinder:
        """Finds the rungs of the field's job ladders."""
        # Here and not above: explaining a rule needs no judging, and should start at once.
        from bulletcoach.judging import RoleFinder

        return RoleFinder(self.pack)

    def opener(self, facts: Facts) -> OpenerEntry | None:
        """The lexicon's entry for the stock phrase at the head of a bullet, if it has one."""
        return self._openers.get(facts.opener.phrase.lower()) if facts.opener else None

    def wording(self, mark: Mark) -> WordingEntry | None:
        """The lexicon's entry for a marked word."""
        return self._wordings.of(mark)

    @cached_property
    def units(self) -> dict[str, UnitEntry]:
        """The lexicon's units by id."""
        return {unit.id: unit for unit in self.lexicon.units}

    @cached_property
    def unit_shapes(self) -> dict[str, Shape]:
        """How the lexicon's units are written, by id."""
        return {unit.id: unit.shape for unit in self.lexicon.units}

    def kpi(self, metric: Metric) -> KpiEntry | None:
        """The KPI that a metric measures, if its unit bears that out.

        Days do not measure a rate. A change in percent goes with any KPI, and so does a count of things.
        """
        kpi = self.pack.kpis.get(metric.kpi) if metric.kpi else None
        if kpi is None or not kpi.units or (metric.change and metric.quantity.shape is not Shape.CHANGE):
            return kpi
        shape = self.unit_shapes.get(metric.quantity.unit)
        return kpi if shape is None or shape in {self.unit_shapes.get(unit) for unit in kpi.units} else None

    def kpi_names(self, ids: Sequence[str]) -> tuple[str, ...]:
        """What to call these KPIs in a message; unknown ids are left out."""
        return tuple(self.pack.kpis[name].name for name in ids if name in self.pack.kpis)

    def vanity(self, metric: Metric) -> VanityEntry | None:
        """What makes a metric say little alone, if it does."""
        kpi = self.kpi(metric)
        return self._vanities.get(kpi.id) if kpi else None

    @cached_property
    def _vanities(self) -> dict[str, VanityEntry]:
        """What makes a KPI say little alone, by its id; the first entry that has it counts."""
        return {kpi: entry for entry in reversed(self.pack.vanity) for kpi in entry.kpis}

    def role(self, context: Context) -> RoleEntry | None:
        """The rung that the title of a bullet's entry stands for, None where the field does not know it."""
        return self.roles.find(context.entry.title)
