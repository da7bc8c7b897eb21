"""The blanks for results of customer service: filled with their own numbers they are achievements, KPI and all."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

import pytest

from bulletcoach.analysis import Analyser
from bulletcoach.judging import Bench
from bulletcoach.lexicon.field import FieldPack, KpiEntry, ObjectEntry
from bulletcoach.lexicon.files import read_lexicon_file
from bulletcoach.lexicon.lexicon import Lexicon
from bulletcoach.lexicon.records import UnitEntry
from bulletcoach.lexicon.shipped import shipped_lexicons
from bulletcoach.model.document import Bullet, Entry, Section, SectionKind
from bulletcoach.model.facts import Form, Shape
from bulletcoach.model.finding import Finding, Severity
from bulletcoach.model.judgement import Context, Judged, Verdict
from bulletcoach.model.text import SourceMap
from bulletcoach.rules import Reference, check

FIELD = "customer-service"
# Before and after, a level, a count; and which of them a blank may hold, in this order.
LETTERS = re.compile(r"\b[XYN]\b")
HOLDINGS = (["X", "Y"], ["X"], ["N"])
NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
SHORTEST, LONGEST = 3, 10
STORY_AND_WORDING = ("BC2", "BC3", "BC4", "BC5")
# An act that fits any result well enough to be judged.
ACT = "Answered calls and chats, "


@dataclass(frozen=True)
class Blank:
    """A blank and its example, with the KPI that it asks for and the entry that it stands in."""

    where: str
    kpi: KpiEntry
    result: str
    example: str

    @property
    def answers(self) -> list[str]:
        """What stands in the example in the place of the letters; empty where the words differ."""
        pattern = "(.+)".join(re.escape(words) for words in LETTERS.split(self.result))
        found = re.fullmatch(pattern, self.example)
        return list(found.groups()) if found else []

    @property
    def numbers(self) -> list[float]:
        """The first number of each answer."""
        return [float(found[0].replace(",", "")) for each in self.answers if (found := NUMBER.search(each))]

    @property
    def reported(self) -> set[str | None]:
        """The KPIs under which the filled blank may be reported: a mere size under none."""
        named = {self.kpi.id, self.kpi.counted_as, self.kpi.done_as} - {None}
        return {None} if self.kpi.scope and not self.kpi.flow else named


@pytest.fixture(scope="module")
def pack(lexicon: Lexicon) -> FieldPack:
    return lexicon.field(FIELD)


@pytest.fixture(scope="module")
def things() -> tuple[ObjectEntry, ...]:
    """The objects of the field's own file, without the general ones."""
    return read_lexicon_file(shipped_lexicons() / "fields" / f"{FIELD}.toml").object


@pytest.fixture(scope="module")
def blanks(pack: FieldPack, things: tuple[ObjectEntry, ...]) -> list[Blank]:
    """The blanks of the KPIs, and those that objects have of their own: these ask for their first KPI."""
    of_kpis = [Blank(kpi.id, kpi, kpi.result, kpi.example) for kpi in pack.kpis.values() if kpi.result]
    own = [thing for thing in things if thing.result]
    return [*of_kpis, *(Blank(thing.words[0], pack.kpis[thing.kpis[0]], thing.result, thing.example) for thing in own)]


@pytest.fixture(scope="module")
def filled(blanks: list[Blank], analyser: Analyser, bench: Bench) -> list[tuple[Blank, Judged]]:
    """Each blank with the bullet that its example completes, judged in a post that has ended."""
    post = Entry(title="Support Agent", employer="Example Ltd", start="2019-01", end="2021-06", current=False)
    context = Context(Section(SectionKind.EXPERIENCE, "Experience", (post,)), post, 0, FIELD)
    read = analyser.analyse([ACT + blank.example for blank in blanks])
    return [
        (blank, Judged(Bullet(facts.text, SourceMap(())), facts, bench.judge(facts), context, 0))
        for blank, facts in zip(blanks, read, strict=True)
    ]


def test_a_blank_and_its_example_come_together(pack: FieldPack, things: tuple[ObjectEntry, ...]) -> None:
    entries: list[KpiEntry | ObjectEntry] = [*pack.kpis.values(), *things]

    assert [entry for entry in entries if bool(entry.result) != bool(entry.example)] == []


def test_every_kpi_but_mere_sizes_has_a_blank(pack: FieldPack) -> None:
    assert [kpi.id for kpi in pack.kpis.values() if not kpi.result and not kpi.scope] == []


def test_every_object_has_a_blank(pack: FieldPack, things: tuple[ObjectEntry, ...]) -> None:
    without = [thing.words[0] for thing in things if not thing.result and not pack.kpis[thing.kpis[0]].result]

    assert without == []


def test_only_the_letters_differ(blanks: list[Blank]) -> None:
    assert [blank.where for blank in blanks if LETTERS.findall(blank.result) not in HOLDINGS] == []
    assert [blank.where for blank in blanks if len(blank.numbers) != len(LETTERS.findall(blank.result))] == []
    assert [blank.example for blank in blanks if LETTERS.search(blank.example)] == []


def test_a_blank_begins_with_a_known_gerund(blanks: list[Blank], lexicon: Lexicon) -> None:
    def is_gerund(word: str) -> bool:
        return any(form is Form.GERUND for _, form in lexicon.forms_of(word))

    assert [blank.result for blank in blanks if not is_gerund(blank.result.split()[0])] == []


def test_a_blank_fits_the_end_of_a_line(blanks: list[Blank]) -> None:
    assert [blank.result for blank in blanks if not SHORTEST <= len(blank.result.split()) <= LONGEST] == []
    assert [blank.result for blank in blanks if blank.result.strip(" ,.;") != blank.result] == []


def test_an_example_moves_in_the_good_direction(blanks: list[Blank]) -> None:
    moved = [blank for blank in blanks if len(blank.numbers) == 2 and blank.kpi.good in ("up", "down")]
    wrong = [blank.example for blank in moved if (blank.numbers[1] > blank.numbers[0]) != (blank.kpi.good == "up")]

    assert moved
    assert wrong == []
    assert [blank.example for blank in moved if blank.numbers[1] == blank.numbers[0]] == []


def test_the_gerund_moves_the_kpi_in_the_good_direction(blanks: list[Blank], lexicon: Lexicon) -> None:
    def moves(gerund: str) -> set[str | None]:
        return {lexicon.verbs[lemma].moves for lemma, _ in lexicon.forms_of(gerund)}

    moved = [blank for blank in blanks if "Y" in LETTERS.findall(blank.result) and blank.kpi.good in ("up", "down")]

    assert [blank.result for blank in moved if blank.kpi.good not in moves(blank.result.split()[0])] == []


def test_an_example_is_believable(blanks: list[Blank], lexicon: Lexicon) -> None:
    units = {word: unit for unit in lexicon.units for word in (*unit.words, *unit.signs)}
    windows = {(kpi.id, window.unit): window for kpi in (blank.kpi for blank in blanks) for window in kpi.plausible}
    seconds = {unit.id: unit.seconds for unit in lexicon.units if unit.seconds is not None}
    timed = {kpi: window for (kpi, unit), window in windows.items() if unit in seconds}
    checked, outside = 0, []
    for blank in blanks:
        for answer, number in zip(blank.answers, blank.numbers, strict=True):
            unit = _unit_of(answer, blank, units)
            window = windows.get((blank.kpi.id, unit))
            if unit in seconds and (window := timed.get(blank.kpi.id)) is not None:
                number *= seconds[unit] / seconds[window.unit]
            if window is not None:
                checked += 1
                high = math.inf if window.high is None else window.high
                if not (window.low or 0) <= number <= high:
                    outside.append(blank.example)

    assert checked > len(blanks)
    assert outside == []


def _unit_of(answer: str, blank: Blank, units: dict[str, UnitEntry]) -> str:
    """The unit that stands at the number; a bare number, or one of stars, is in the first unit of the KPI."""
    sign = next(iter(NUMBER.sub("", answer).split()), "")
    if sign in units and units[sign].shape is not Shape.RATING:
        return units[sign].id
    return "count" if "N" in LETTERS.findall(blank.result) else blank.kpi.units[0]


def test_a_filled_blank_is_an_achievement(filled: list[tuple[Blank, Judged]]) -> None:
    missed = [bullet.facts.text for _, bullet in filled if bullet.judgement.verdict is not Verdict.ACHIEVEMENT]

    assert missed == []


def test_a_filled_blank_is_an_outcome_of_its_kpi(filled: list[tuple[Blank, Judged]]) -> None:
    found = {blank.example: {outcome.kpi for outcome in bullet.judgement.outcomes} for blank, bullet in filled}
    wanted = {blank.example: blank.reported for blank, _ in filled}

    assert {example: kpis for example, kpis in found.items() if not kpis & wanted[example]} == {}


def test_the_rules_have_nothing_against_a_filled_blank(
    filled: list[tuple[Blank, Judged]], pack: FieldPack, lexicon: Lexicon
) -> None:
    reference = Reference(lexicon, pack)
    found = [finding for _, bullet in filled for finding in check([bullet], reference)]

    assert [(finding.code, finding.message) for finding in found if _counts(finding)] == []


def _counts(finding: Finding) -> bool:
    return finding.code.startswith(STORY_AND_WORDING) and finding.severity.rank >= Severity.WARNING.rank
