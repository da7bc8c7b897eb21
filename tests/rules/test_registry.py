"""Every rule says all that a rule must say."""

from __future__ import annotations

import re

import pytest
from judged_bullets import bullet, reference

from bulletcoach.model.finding import Severity
from bulletcoach.model.judgement import Judged
from bulletcoach.rules import RULES, Rule, suppressions
from bulletcoach.rules.registry import BULLET_CHECKS, RESUME_CHECKS
from bulletcoach.rules.rule import Check

_EXPECTED = {
    "BC1": 5,
    "BC2": 5,
    "BC3": 7,
    "BC4": 4,
    "BC5": 9,
    "BC6": 4,
    "BC9": 2,
}


def test_codes_are_unique_and_sorted() -> None:
    codes = [rule.code for rule in RULES]
    assert codes == sorted(set(codes))


def test_names_are_unique() -> None:
    assert len({rule.name for rule in RULES}) == len(RULES)


def test_every_check_is_in_the_list() -> None:
    assert len(RULES) == len(BULLET_CHECKS) + len(RESUME_CHECKS) + len(suppressions.RULES)


NEEDY = [check for check in BULLET_CHECKS if check.needs is not None]


@pytest.mark.parametrize("check", NEEDY, ids=lambda check: check.rule.code)
def test_without_what_a_rule_needs_it_finds_nothing(check: Check[Judged]) -> None:
    plain = bullet("Answered calls to improve service", verbs=[("Answered", "answer")])

    assert check.needs is not None
    assert not check.needs(plain)
    assert list(check.run(plain, reference())) == []


@pytest.mark.parametrize(("family", "count"), _EXPECTED.items())
def test_families_are_complete(family: str, count: int) -> None:
    numbers = [int(rule.code[3:]) for rule in RULES if rule.code.startswith(family)]
    assert numbers == list(range(1, count + 1))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_says_everything(rule: Rule) -> None:
    assert re.fullmatch(r"BC\d{3}", rule.code)
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", rule.name)
    assert isinstance(rule.severity, Severity)
    assert rule.bad, "no bad example"
    assert rule.good, "no good example"
    assert not set(rule.bad) & set(rule.good)
    headline, _, why = rule.explanation.partition("\n\n")
    assert headline.endswith((".", "?"))
    assert why, "the docstring has a headline only"
    for text in (rule.summary, rule.unless, rule.source):
        assert len(text.split()) > 2
    assert not rule.summary.endswith("."), "the summary completes “Flags …”"
