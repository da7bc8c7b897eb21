"""Options of rules: what they change, and that every rule with options says them."""

from __future__ import annotations

from typing import Any

import pytest
from judged_bullets import PACK, POST, TODAY, bullet, codes, only, reference, resume
from msgspec.structs import fields, replace

from bulletcoach.model.document import Entry
from bulletcoach.model.finding import Finding, Severity
from bulletcoach.model.judgement import Judged
from bulletcoach.rules import RULES, check
from bulletcoach.rules.entry import BulletCount, NearDuplicate
from bulletcoach.rules.length import TooLong, TooShort
from bulletcoach.rules.options import options_of
from bulletcoach.rules.tense import RepeatedVerb


def found(entry: Entry, bullets: list[Judged], *options: Any) -> list[Finding]:
    return check(resume((entry, bullets)), replace(reference(), set_options=options))


def words(count: int) -> list[Judged]:
    return [bullet(" ".join(["Rebuilt", *(f"part-{n}" for n in range(count - 1))]))]


def managed(count: int) -> list[Judged]:
    things = ("the desk", "accounts of nine firms", "a rota", "two stores in town", "refunds by post", "our stock")
    return [bullet(f"Managed {thing}", verbs=[("Managed", "manage")]) for thing in things[:count]]


@pytest.mark.parametrize(
    ("count", "options", "severity"),
    [
        (30, TooLong(), None),
        (31, TooLong(), Severity.INFO),
        (41, TooLong(), Severity.WARNING),
        (31, TooLong(words=31), None),
        (13, TooLong(words=12), Severity.INFO),
        (13, TooLong(words=12, warning=12), Severity.WARNING),
        (41, TooLong(warning=41), Severity.INFO),
    ],
)
def test_how_long_a_bullet_may_be(count: int, options: TooLong, severity: Severity | None) -> None:
    severities = [one.severity for one in found(POST, words(count), options) if one.code == "BC504"]
    assert severities == ([] if severity is None else [severity])


def test_the_message_says_what_was_set() -> None:
    assert only("BC504", found(POST, words(31))).message == "31 words are more than two lines"
    assert (
        only("BC504", found(POST, words(13), TooLong(words=12))).message == "13 words are more than the 12 that are set"
    )


@pytest.mark.parametrize(("count", "least", "short"), [(4, 5, True), (5, 5, False), (5, 6, True), (4, 1, False)])
def test_how_short_a_bullet_may_be(count: int, least: int, short: bool) -> None:
    assert ("BC505" in codes(found(POST, words(count), TooShort(words=least)))) is short


@pytest.mark.parametrize(
    ("options", "numbers"),
    [
        (RepeatedVerb(), [2, 3, 4, 5]),
        (RepeatedVerb(in_post=2), [1, 2, 3, 4, 5]),
        (RepeatedVerb(in_post=9), [4]),
        (RepeatedVerb(in_post=9, in_resume=6), [5]),
        (RepeatedVerb(in_post=9, in_resume=9), []),
    ],
)
def test_how_often_a_verb_may_open_bullets(options: RepeatedVerb, numbers: list[int]) -> None:
    assert [one.bullet for one in found(POST, managed(6), options) if one.code == "BC202"] == numbers


@pytest.mark.parametrize(("similarity", "alike"), [(90, False), (75, True), (100, False)])
def test_how_alike_bullets_may_be(similarity: int, alike: bool) -> None:
    texts = ("Balanced the weekend rota of the store", "Balanced the evening rota of the store", "Ran three desks")
    bullets = [bullet(text) for text in texts]
    assert ("BC601" in codes(found(POST, bullets, NearDuplicate(similarity=similarity)))) is alike


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (BulletCount(), None),
        (BulletCount(most=5), "6 bullets are many for a post"),
        (BulletCount(most=5, most_old=3, old_years=2), "6 bullets are many for so old a post"),
        (BulletCount(old_years=2), "6 bullets are many for so old a post"),
    ],
)
def test_how_many_bullets_a_post_may_have(options: BulletCount, message: str | None) -> None:
    today = replace(TODAY, start="2024-01")
    bullets = resume((today, managed(2)), (POST, managed(6)))
    said = [one.message for one in check(bullets, replace(reference(), set_options=(options,))) if one.code == "BC604"]
    assert said == ([] if message is None else [f"Support Agent, Example Ltd: {message}"])


def test_options_hold_for_work_outside_the_field_as_well() -> None:
    chosen = replace(reference(PACK), set_options=(TooLong(words=12),))
    assert chosen.general.options(TooLong) == TooLong(words=12)
    assert chosen.general.options(TooShort) == TooShort()


def test_options_are_whole_numbers_with_a_range_under_names_of_toml() -> None:
    with_options = [rule for rule in RULES if rule.options is not None]
    assert {rule.name for rule in with_options} >= {"too-long", "too-short", "near-duplicate", "bullet-count"}
    for rule in with_options:
        assert rule.options is not None
        names = [option.name.replace("-", "_") for option in options_of(rule)]
        assert names == [one.name for one in fields(rule.options)]
        for option in options_of(rule):
            option.check(option.default)
            with pytest.raises(ValueError, match="must be"):
                option.check(option.most + 1)
