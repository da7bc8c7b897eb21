"""The blanks for results of lexicons/objects.toml: filled with their own example, each makes an achievement."""

from __future__ import annotations

import re

import pytest

from bulletcoach.analysis import Analyser
from bulletcoach.judging import Bench
from bulletcoach.lexicon.field import ObjectEntry
from bulletcoach.lexicon.files import read_lexicon_file
from bulletcoach.lexicon.lexicon import GENERAL, Lexicon
from bulletcoach.lexicon.shipped import shipped_lexicons
from bulletcoach.model.document import Bullet, Entry, Section, SectionKind
from bulletcoach.model.facts import Form
from bulletcoach.model.finding import Finding, Severity
from bulletcoach.model.judgement import Context, Judged, MetricKind, Verdict
from bulletcoach.model.text import SourceMap
from bulletcoach.rules import Reference, check

LETTER = re.compile(r"\b[XYN]\b")
# What stands for a letter: a number with its unit, in two words at most.
FIGURE = r"\S*\d\S*(?: (?:seconds?|minutes?|hours?|days?|weeks?|years|ms))?"
COUNT = r"[\d,]+"
MEANINGFUL = ("BC2", "BC3", "BC4", "BC5")
OBJECTS = read_lexicon_file(shipped_lexicons() / "objects.toml").object
BLANKS = [entry for entry in OBJECTS if entry.result]
ENTRY = Entry()


@pytest.fixture(scope="module")
def judged(lexicon: Lexicon, analyser: Analyser) -> dict[str, Judged]:
    """By each of its words, a bullet about it that ends in its entry's example, as judged for no field."""
    bullets = {word: f"Handled {word}, {entry.example}" for entry in BLANKS for word in entry.words}
    bench = Bench(lexicon.field(GENERAL.about.id), lexicon)
    section = Section(SectionKind.EXPERIENCE, "Experience", (ENTRY,))
    context = Context(section, ENTRY, 0, GENERAL.about.id)
    facts = analyser.analyse(list(bullets.values()))
    return {
        word: Judged(Bullet(text, SourceMap(())), known, bench.judge(known), context, 0)
        for (word, text), known in zip(bullets.items(), facts, strict=True)
    }


def test_only_words_that_any_work_may_stand_behind_have_no_blank() -> None:
    bare = [entry for entry in OBJECTS if not entry.result]

    assert {entry.words[0] for entry in bare} == {"change", "managing", "performing"}
    assert [entry.example for entry in bare if entry.example] == []


@pytest.mark.parametrize("entry", BLANKS, ids=lambda entry: entry.words[0])
def test_every_blank_is_filled_by_its_example(entry: ObjectEntry) -> None:
    letters = LETTER.findall(entry.result)
    shape = re.escape(entry.result)
    for letter in letters:
        before, after = re.split(rf"\b{letter}\b", shape, maxsplit=1)
        shape = f"{before}{COUNT if letter == 'N' else FIGURE}{after}"

    assert letters
    assert re.fullmatch(shape, entry.example), f"{entry.result} / {entry.example}"
    assert letters.index("X") < letters.index("Y") if "Y" in letters else True


@pytest.mark.parametrize("entry", BLANKS, ids=lambda entry: entry.words[0])
def test_every_blank_is_a_short_phrase_that_begins_with_a_gerund(entry: ObjectEntry, lexicon: Lexicon) -> None:
    words = entry.result.split()

    assert Form.GERUND in {form for _, form in lexicon.forms_of(words[0])}
    assert 3 <= len(words) <= 10
    assert entry.result == entry.result.strip(" .,")


def test_every_example_makes_an_achievement(judged: dict[str, Judged]) -> None:
    short = {
        each.bullet.text: each.judgement.reason
        for each in judged.values()
        if each.judgement.verdict is not Verdict.ACHIEVEMENT
        or all(metric.kind is not MetricKind.OUTCOME for metric in each.judgement.metrics)
    }

    assert short == {}


def test_no_example_holds_what_rules_warn_of(judged: dict[str, Judged], lexicon: Lexicon) -> None:
    reference = Reference(lexicon, lexicon.field(GENERAL.about.id))
    found: list[Finding] = [
        finding
        for each in judged.values()
        for finding in check([each], reference)
        if finding.code.startswith(MEANINGFUL) and finding.severity is not Severity.INFO
    ]

    assert found == []
