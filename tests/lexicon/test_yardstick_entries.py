"""The yardsticks of lexicons/yardsticks.toml and of the field packs: form, verbs, and what their examples come to."""

from __future__ import annotations

import re

import pytest

from bulletcoach.analysis import Analyser
from bulletcoach.judging import Bench
from bulletcoach.lexicon.field import YardstickEntry
from bulletcoach.lexicon.files import read_lexicon_file
from bulletcoach.lexicon.lexicon import Lexicon
from bulletcoach.lexicon.shipped import shipped_lexicons
from bulletcoach.model.document import Bullet, Entry, Section, SectionKind
from bulletcoach.model.facts import Form
from bulletcoach.model.finding import Severity
from bulletcoach.model.judgement import Context, Judged, Verdict
from bulletcoach.model.text import SourceMap
from bulletcoach.rules import Reference, check

SUPPORT = "customer-service"
LETTER = re.compile(r"\b[XYN]\b")
# What stands for a letter: a number with its unit, in two words at most.
FIGURE = r"\S*\d\S*(?: (?:seconds?|minutes?|hours?|days?|weeks?|months?|years|ms|point|points|ml|kg|degrees?))?"
COUNT = r"[\d,.]+"
MEANINGFUL = ("BC2", "BC3", "BC4", "BC5")
FILES = {"general": "yardsticks.toml", SUPPORT: f"fields/{SUPPORT}.toml"}
# Each entry with the field that it belongs to.
ENTRIES = [
    (field, entry) for field, name in FILES.items() for entry in read_lexicon_file(shipped_lexicons() / name).yardstick
]
NAMES = [f"{field}: {entry.verbs[0]} {(*entry.objects, 'anything')[0]}" for field, entry in ENTRIES]
over_fields = pytest.mark.parametrize(("field", "entry"), ENTRIES, ids=NAMES)
over_entries = pytest.mark.parametrize("entry", [entry for _, entry in ENTRIES], ids=NAMES)


@over_entries
def test_every_verb_is_in_the_lexicon(entry: YardstickEntry, lexicon: Lexicon) -> None:
    assert [verb for verb in entry.verbs if verb.split()[0] not in lexicon.verbs] == []


@over_entries
def test_the_example_fills_the_blank(entry: YardstickEntry) -> None:
    letters = LETTER.findall(entry.result)
    shape = re.escape(entry.result)
    for letter in letters:
        before, after = re.split(rf"\b{letter}\b", shape, maxsplit=1)
        shape = f"{before}{COUNT if letter == 'N' else FIGURE}{after}"

    assert letters in (["X"], ["X", "Y"], ["N"])
    assert re.fullmatch(shape, entry.example), f"{entry.result} / {entry.example}"


@over_entries
def test_the_blank_is_a_short_phrase_that_begins_with_a_gerund(entry: YardstickEntry, lexicon: Lexicon) -> None:
    words = entry.result.split()

    assert Form.GERUND in {form for _, form in lexicon.forms_of(words[0])}
    assert 3 <= len(words) <= 11
    assert entry.result == entry.result.strip(" .,")
    assert entry.ask.endswith("?")


@over_fields
def test_its_kpi_is_one_of_the_field(field: str, entry: YardstickEntry, lexicon: Lexicon) -> None:
    assert entry.kpi is None or entry.kpi in lexicon.field(field).kpis
    assert entry.kpi is None or field != "general"


@pytest.fixture(scope="module")
def filled(lexicon: Lexicon, analyser: Analyser) -> list[Judged]:
    """A bullet for each entry that ends in its example, as judged in the entry's field."""
    told = [
        (field, f"Reworked the {entry.objects[0] if entry.objects else 'daily list'}, {entry.example}")
        for field, entry in ENTRIES
    ]
    section = Section(SectionKind.EXPERIENCE, "Experience", (Entry(),))
    benches = {field: Bench(lexicon.field(field), lexicon) for field in FILES}
    facts = analyser.analyse([text for _, text in told])
    return [
        Judged(Bullet(text, SourceMap(())), known, benches[field].judge(known), Context(section, Entry(), 0, field), 0)
        for (field, text), known in zip(told, facts, strict=True)
    ]


def test_a_filled_blank_is_an_achievement(filled: list[Judged]) -> None:
    short = {
        each.bullet.text: each.judgement.reason for each in filled if each.judgement.verdict is not Verdict.ACHIEVEMENT
    }

    assert short == {}


def test_the_rules_have_nothing_against_a_filled_blank(filled: list[Judged], lexicon: Lexicon) -> None:
    references = {field: Reference(lexicon, lexicon.field(field)) for field in FILES}
    found = [
        finding
        for each in filled
        for finding in check([each], references[each.context.field])
        if finding.code.startswith(MEANINGFUL) and finding.severity is not Severity.INFO
    ]

    assert found == []
