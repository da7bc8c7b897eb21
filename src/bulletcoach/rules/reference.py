"""What rules look things up in: the lexicon, the field pack and the profile, with the indexes they need."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

from msgspec import Struct

from bulletcoach.lexicon.phrases import PhraseIndex, words_of
from bulletcoach.model.facts import Facts, Mark, MarkKind, Shape
from bulletcoach.model.judgement import Context, Judged, Metric, Profile
from bulletcoach.rules.yardsticks import Yardsticks

if TYPE_CHECKING:
    from bulletcoach.lexicon.field import FieldPack, KpiEntry, LevelEntry, ObjectEntry, RoleEntry, VanityEntry
    from bulletcoach.lexicon.lexicon import Lexicon
    from bulletcoach.lexicon.records import OpenerEntry, WordingEntry

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
        return next((one for one in self.set_options if isinstance(one, of_rule)), None) or of_rule()

    def of(self, bullet: Judged) -> Reference:
        """The reference for one bullet: this one, or the general one for a bullet of an entry outside the field."""
        return self if bullet.context.field == self.pack.about.id else self.general

    @cached_property
    def general(self) -> Reference:
        """The same for work of no known field: no KPIs, no job titles, only the questions of all work."""
        return Reference(self.lexicon, self.lexicon.field("general"), self.profile, self.set_options)

    @cached_property
    def _openers(self) -> dict[str, OpenerEntry]:
        return {entry.phrase.lower(): entry for entry in self.lexicon.openers}

    @cached_property
    def _wordings(self) -> dict[tuple[MarkKind, str], WordingEntry]:
        return {(entry.kind, phrase.lower()): entry for entry in self.lexicon.wordings for phrase in entry.phrases}

    @cached_property
    def objects(self) -> PhraseIndex[ObjectEntry]:
        """The things that people work on. A pack has the field's own before those of all work: the first one counts."""
        chosen: dict[str, ObjectEntry] = {}
        for entry in self.pack.objects:
            for words in entry.words:
                chosen.setdefault(words.lower(), entry)
        return PhraseIndex(chosen.items(), plural=True)

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
    def known_acronyms(self) -> frozenset[str]:
        """Acronyms that need no explanation: common ones, and KPIs, tools and titles of this or any other field."""
        packs = (self.pack, *self.lexicon.fields.values())
        words = [
            *(phrase for entry in self.lexicon.wordings if entry.kind is MarkKind.ACRONYM for phrase in entry.phrases),
            *(abbr for pack in packs for kpi in pack.kpis.values() for abbr in kpi.abbr),
            *(name for pack in packs for tool in pack.tools for name in tool.names),
            *(title for pack in packs for role in pack.roles for title in role.titles),
        ]
        return frozenset(word.key for text in words for word in words_of(text))

    @cached_property
    def _roles(self) -> dict[str | None, RoleEntry | None]:
        """The rungs found so far by title: many bullets stand under one title."""
        return {}

    def opener(self, facts: Facts) -> OpenerEntry | None:
        """The lexicon's entry for the stock phrase at the head of a bullet, if it has one."""
        return self._openers.get(facts.opener.phrase.lower()) if facts.opener else None

    def wording(self, mark: Mark) -> WordingEntry | None:
        """The lexicon's entry for a marked word."""
        return self._wordings.get((mark.kind, mark.phrase.lower()))

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
        return next((entry for entry in self.pack.vanity if kpi and kpi.id in entry.kpis), None)

    def role(self, context: Context) -> RoleEntry | None:
        """The rung that the title of a bullet's entry stands for, None where the field does not know it."""
        # Here and not above: explaining a rule needs no judging, and should start at once.
        from bulletcoach.judging import role_level

        title = context.entry.title
        if title not in self._roles:
            self._roles[title] = role_level(title, self.pack)
        return self._roles[title]
