"""The lexicons as one value, indexed for look-up."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from bulletcoach.errors import ConfigError
from bulletcoach.lexicon.field import FieldEntry, FieldPack
from bulletcoach.lexicon.files import LexiconFile
from bulletcoach.lexicon.inflections import Readings, VerbForms
from bulletcoach.lexicon.records import (
    BlankEntry,
    DecoyEntry,
    HeadingEntry,
    LanguageEntry,
    MacroEntry,
    NumberEntry,
    OpenerEntry,
    QuestionEntry,
    TermEntry,
    UnitEntry,
    UpgradeEntry,
    VerbEntry,
    WordingEntry,
)
from bulletcoach.lexicon.shipped import read_lexicons
from bulletcoach.model.facts import Act
from bulletcoach.tomlfile import did_you_mean

if TYPE_CHECKING:
    from bulletcoach.caching import Store

GENERAL = FieldPack(FieldEntry(id="general", name="general", detect=()))


class Lexicon(Struct, frozen=True, dict=True):
    """All words that bulletcoach knows: the general lexicons and the field packs, a user's own merged in.

    `digest` tells the general lexicons, on which the analysis rests, from others: it is made of those of their files.
    """

    verbs: Mapping[str, VerbEntry]
    openers: tuple[OpenerEntry, ...]
    upgrades: tuple[UpgradeEntry, ...]
    wordings: tuple[WordingEntry, ...]
    blanks: Mapping[str, BlankEntry]
    questions: Mapping[str, QuestionEntry]
    units: tuple[UnitEntry, ...]
    decoys: tuple[DecoyEntry, ...]
    numbers: tuple[NumberEntry, ...]
    headings: tuple[HeadingEntry, ...]
    terms: tuple[TermEntry, ...]
    languages: tuple[LanguageEntry, ...]
    macros: tuple[MacroEntry, ...]
    fields: Mapping[str, FieldPack]
    digest: str = ""

    @cached_property
    def verb_forms(self) -> VerbForms:
        """Every inflected form of a verb with what it can be."""
        return VerbForms(self.verbs, self.pairs_of("spelling"))

    def forms_of(self, word: str) -> Readings:
        """What a word can be as a verb, spelling variants allowed for: "re-wrote" is rewrote, "labelled" labeled."""
        forms = self.verb_forms
        if word in forms:
            return forms[word]
        if "-" in word and (whole := word.replace("-", "")) in forms:
            return forms[whole]
        if word.endswith(("lled", "lling")):
            stem, ending = word.rsplit("ll", 1)
            return forms.get(f"{stem}l{ending}", ())
        return ()

    def terms_of(self, use: str) -> frozenset[str]:
        """The words of one use; empty where no lexicon names it."""
        if use not in self._terms:
            self._terms[use] = frozenset(
                word.lower() for entry in self._term_entries.get(use, ()) for word in entry.words
            )
        return self._terms[use]

    @cached_property
    def _terms(self) -> dict[str, frozenset[str]]:
        """The words asked for so far, by their use: a résumé asks for a third of all."""
        return {}

    @cached_property
    def _term_entries(self) -> dict[str, list[TermEntry]]:
        """All [[term]] tables by their use."""
        uses: dict[str, list[TermEntry]] = {}
        for entry in self.terms:
            uses.setdefault(entry.use, []).append(entry)
        return uses

    def numbers_of(self, role: str) -> dict[str, float]:
        """The number words of one role (see NumberEntry) with their values."""
        return {word: value for entry in self.numbers if entry.role == role for word, value in entry.words.items()}

    def pairs_of(self, use: str) -> Mapping[str, str]:
        """The words of a use that are written as pairs, "noun verb": the first to the second."""
        if use not in self._pairs:
            self._pairs[use] = dict(pair.rsplit(" ", 1) for pair in self.terms_of(use))
        return self._pairs[use]

    @cached_property
    def _pairs(self) -> dict[str, dict[str, str]]:
        """The pairs asked for so far, by their use."""
        return {}

    def tail_of(self, lemma: str) -> str:
        """What a verb shows as a trailing participle: "result", "praise" or "action" (see VerbEntry)."""
        entry = self.verbs.get(lemma)
        if entry is None:
            return "action"
        return entry.tail or ("result" if entry.act is Act.RESULT else "action")

    def field(self, name: str) -> FieldPack:
        """The pack called `name`. Raises ConfigError, naming the nearest one, where there is none."""
        if name not in self.fields:
            raise ConfigError(
                f"unknown field “{name}”{did_you_mean(name, self.fields)}; known: {', '.join(sorted(self.fields))}"
            )
        return self.fields[name]


def load_lexicon(own: Iterable[Path] = (), store: Store | None = None) -> Lexicon:
    """The shipped lexicons with the user's `own` files merged over them.

    An entry of a user's file replaces the shipped one with the same key (a verb's lemma, an opener's phrase, a unit's,
    KPI's or family's id) and is added otherwise; what its [remove] names goes (see lexicon.removal). Raises
    LexiconError for a broken file. The `store` is where the compiled form of the shipped ones is kept.
    """
    shipped, mine = read_lexicons(own, store)
    files = [file for file in (*shipped, *mine) if file.about is None]
    return Lexicon(
        verbs={lemma: entry for file in files for lemma, entry in file.verbs.items()},
        openers=tuple({entry.phrase: entry for file in files for entry in file.opener}.values()),
        upgrades=tuple(entry for file in reversed(files) for entry in file.upgrade),
        wordings=tuple(entry for file in files for entry in file.wording),
        blanks={entry.id: entry for file in files for entry in file.blank},
        questions={entry.id: entry for file in files for entry in file.question},
        units=tuple({entry.id: entry for file in files for entry in file.unit}.values()),
        decoys=tuple(entry for file in files for entry in file.decoy),
        numbers=tuple(entry for file in files for entry in file.number),
        headings=tuple(entry for file in files for entry in file.heading),
        terms=tuple(entry for file in files for entry in file.term),
        languages=tuple({entry.code: entry for file in files for entry in file.language}.values()),
        macros=tuple(entry for file in files for entry in file.macro),
        fields=_fields(shipped, mine),
        digest=" ".join(file.digest for file in files),
    )


def _fields(shipped: Sequence[LexiconFile], mine: Sequence[LexiconFile]) -> dict[str, FieldPack]:
    """The field packs by id, the objects and yardsticks of the general files behind each pack's own.

    The levels of verbs are in front of a pack's own, which change them. A user's file without a [field] adds its KPIs
    and objects to every pack.
    """
    levels = tuple(entry for file in shipped if file.about is None for entry in file.level)
    everywhere = replace(GENERAL, levels=levels)
    fields = {"general": everywhere}
    for file in shipped:
        if file.about is not None:
            fields[file.about.id] = _extended(replace(everywhere, about=file.about), file)
    for file in mine:
        if file.about is not None:
            fields[file.about.id] = _extended(replace(fields.get(file.about.id, everywhere), about=file.about), file)
        else:
            own = replace(file, object=(), yardstick=())
            fields = {name: _extended(pack, own) for name, pack in fields.items()}
    general = [file for file in (*shipped, *mine) if file.about is None]
    objects = tuple(entry for file in general for entry in file.object)
    yardsticks = tuple(entry for file in general for entry in file.yardstick)
    return {
        name: replace(pack, objects=(*pack.objects, *objects), yardsticks=(*pack.yardsticks, *yardsticks))
        for name, pack in fields.items()
    }


def _extended(pack: FieldPack, file: LexiconFile) -> FieldPack:
    return replace(
        pack,
        kpis={**pack.kpis, **{entry.id: entry for entry in file.kpi}},
        vanity=(*pack.vanity, *file.vanity),
        roles=(*pack.roles, *file.role),
        families={**pack.families, **{entry.id: entry for entry in file.family}},
        objects=(*pack.objects, *file.object),
        yardsticks=(*pack.yardsticks, *file.yardstick),
        levels=(*pack.levels, *file.level),
        routines={**pack.routines, **{entry.verb: entry for entry in file.routine}},
        tools=(*pack.tools, *file.tool),
    )
