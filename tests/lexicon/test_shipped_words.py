"""The shipped words agree with each other: what one file refers to, another has; nothing stands twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

import pytest
from bullet_tables import cases
from msgspec import Struct
from msgspec.structs import fields, replace

from bulletcoach.lexicon.field import FieldPack
from bulletcoach.lexicon.files import read_lexicon_file
from bulletcoach.lexicon.lexicon import Lexicon
from bulletcoach.lexicon.shipped import shipped_lexicons
from bulletcoach.model.document import SectionKind
from bulletcoach.model.facts import MarkKind

# Units of KPIs that no unit word gives: the shape of the number does.
UNITS_BY_SHAPE = {"rating-5", "rating-7", "rating-10", "score-100", "ratio", "count", "rank"}
# Kinds of wording that no rule reports: judging reads them.
NOT_REPORTED = {
    MarkKind.RECOGNITION,
    MarkKind.WIN,
    MarkKind.RECURRENCE,
    MarkKind.UNDERTAKING,
    MarkKind.ONGOING,
    MarkKind.ACRONYM,
}
# Verbs of a level that are no verbs to open a bullet with, and so have no entry: "sat in on".
NO_OPENING_VERBS = {"sit"}
# Advice in words ("lead cross-functionally", "call back") begins with a verb; these begin with another part of speech.
NO_VERB_FIRST = {"expert"}


@pytest.fixture(scope="module")
def pack(lexicon: Lexicon) -> FieldPack:
    return lexicon.field("customer-service")


def _unknown(words: Iterable[str], known: Iterable[str]) -> list[str]:
    return sorted(set(words) - set(known))


def _repeated(words: Iterable[str]) -> list[str]:
    return sorted(word for word, number in Counter(words).items() if number > 1)


def test_every_verb_of_a_level_is_in_the_lexicon(pack: FieldPack, lexicon: Lexicon) -> None:
    verbs = [verb for level in pack.levels for verb in level.verbs]

    assert _unknown(verbs, lexicon.verbs) == sorted(NO_OPENING_VERBS)


def test_every_verb_of_a_routine_is_in_the_lexicon(pack: FieldPack, lexicon: Lexicon) -> None:
    advised = [
        word
        for entry in pack.routines.values()
        for phrase in (entry.verb, *entry.same, *(stronger.verb for stronger in entry.stronger), *entry.never)
        for word in phrase.split()[:1]
    ]

    assert _unknown(advised, lexicon.verbs) == sorted(NO_VERB_FIRST)


def test_every_kpi_referred_to_exists(pack: FieldPack) -> None:
    named = {
        "vanity": [id for entry in pack.vanity for id in (*entry.kpis, *entry.beside)],
        "family": [id for entry in pack.families.values() for id in (*entry.first, *entry.then)],
        "object": [id for entry in pack.objects for id in entry.kpis],
        "counted-as": [entry.counted_as for entry in pack.kpis.values() if entry.counted_as],
        "done-as": [entry.done_as for entry in pack.kpis.values() if entry.done_as],
    }

    assert {table: _unknown(ids, pack.kpis) for table, ids in named.items()} == {key: [] for key in named}


def test_every_family_of_a_role_exists(pack: FieldPack) -> None:
    assert _unknown((role.family for role in pack.roles), pack.families) == []


def test_levels_of_roles_are_levels_of_verbs(pack: FieldPack) -> None:
    assert {role.level for role in pack.roles} <= {level.level for level in pack.levels}


def test_every_unit_of_a_kpi_exists(pack: FieldPack, lexicon: Lexicon) -> None:
    units = {unit for kpi in pack.kpis.values() for unit in (*kpi.units, *(window.unit for window in kpi.plausible))}

    assert _unknown(units, {unit.id for unit in lexicon.units} | UNITS_BY_SHAPE) == []


def test_windows_are_windows(pack: FieldPack) -> None:
    for kpi in pack.kpis.values():
        for window in kpi.plausible:
            bounds = [bound for bound in (window.floor, window.low, window.high, window.ceiling) if bound is not None]
            assert bounds == sorted(bounds), f"{kpi.id} in {window.unit}"


def test_ambiguous_names_say_what_decides(pack: FieldPack) -> None:
    assert [kpi.id for kpi in pack.kpis.values() if kpi.maybe and not (kpi.needs or kpi.avoid)] == []


def test_the_verbs_of_kpis_are_in_the_lexicon(pack: FieldPack, lexicon: Lexicon) -> None:
    assert _unknown((verb.split()[0] for kpi in pack.kpis.values() for verb in kpi.verbs), lexicon.verbs) == []


def test_no_opener_twice(lexicon: Lexicon) -> None:
    assert _repeated(phrase.lower() for entry in lexicon.openers for phrase in (entry.phrase, *entry.also)) == []


def test_every_opener_asks_something(lexicon: Lexicon) -> None:
    assert [entry.phrase for entry in lexicon.openers if not entry.advice] == []


def test_no_title_is_two_roles_of_one_rung(pack: FieldPack) -> None:
    assert _repeated(title.lower() for role in pack.roles for title in role.titles) == []


def test_wording_that_leads_to_a_finding_has_advice(lexicon: Lexicon) -> None:
    silent = [entry.phrases[:1] for entry in lexicon.wordings if entry.kind not in NOT_REPORTED and not entry.advice]

    assert silent == []


def test_every_kind_of_wording_has_words(lexicon: Lexicon) -> None:
    by_shape = {MarkKind.BLANK}

    assert {entry.kind for entry in lexicon.wordings if entry.phrases} == set(MarkKind) - by_shape


def test_no_wording_is_empty(lexicon: Lexicon) -> None:
    assert [entry.note for entry in lexicon.wordings if not entry.phrases] == []


def test_no_wording_is_twice_in_one_kind(lexicon: Lexicon) -> None:
    for kind in MarkKind:
        assert _repeated(phrase for entry in lexicon.wordings if entry.kind is kind for phrase in entry.phrases) == []


def test_headings_are_kinds_of_sections(lexicon: Lexicon) -> None:
    assert _unknown((entry.kind for entry in lexicon.headings), set(SectionKind)) == []


def test_nominals_hide_known_verbs(lexicon: Lexicon) -> None:
    assert _unknown(lexicon.pairs_of("nominal").values(), lexicon.verbs) == []


LACKED = "verbs.toml lacks "
USES_OF_VERBS = [
    ("causal",),
    ("leading",),
    ("target-verb",),
    ("finishing",),
    ("generic-making",),
    ("completion",),
    ("earning",),
    ("winning",),
]


@pytest.mark.parametrize("use", cases(USES_OF_VERBS))
def test_lists_of_verbs_hold_known_lemmas(use: str, lexicon: Lexicon) -> None:
    copulas = {"be", "have"}

    assert _unknown(lexicon.terms_of(use), set(lexicon.verbs) | copulas) == []


def test_verbs_of_change_that_move_are_results(lexicon: Lexicon) -> None:
    assert {entry.moves for entry in lexicon.verbs.values()} == {None, "up", "down"}


def test_verbs_of_several_words_stand_beside_their_verb(lexicon: Lexicon) -> None:
    phrasal = [lemma for lemma in lexicon.verbs if " " in lemma]

    assert [lemma for lemma in phrasal if lemma.split()[0] not in lexicon.verbs] == []


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Struct):
        for field in fields(type(value)):
            if field.name not in ("note", "advice", "ask", "why", "measures", "show", "claims", "only_if", "path"):
                yield from _texts(getattr(value, field.name))
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from (key, *_texts(item))
    elif isinstance(value, (tuple, list)):
        for item in value:
            yield from _texts(item)


def _words_of(path: Any) -> Iterator[str]:
    """All texts of a lexicon but the commands of typesetting languages, whose names are signs and blanks as well."""
    return _texts(replace(read_lexicon_file(path), macro=()))


@pytest.mark.parametrize("path", sorted(shipped_lexicons().rglob("*.toml")), ids=lambda path: path.name)
def test_no_word_is_a_regular_expression(path: Any) -> None:
    signs = ("\\", ".*", ".+", "(?", "[a-", "^", "|", "+?")

    assert [text for text in _words_of(path) if any(sign in text for sign in signs)] == []


@pytest.mark.parametrize("path", sorted(shipped_lexicons().rglob("*.toml")), ids=lambda path: path.name)
def test_words_have_no_stray_spaces(path: Any) -> None:
    assert [text for text in _words_of(path) if text != text.strip() or "  " in text] == []
