"""Which findings count, by the selectors a user may write."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from bulletcoach.errors import ConfigError
from bulletcoach.selection import Selection, find_rule, parse_selectors


@dataclass(frozen=True)
class Named:
    """A rule as far as selection cares."""

    code: str
    name: str


RULES = (Named("BC101", "duty-opener"), Named("BC102", "routine-duty"), Named("BC201", "weak-verb"))
OPENER, ROUTINE, VERB = RULES


@pytest.mark.parametrize(
    ("select", "ignore", "expected"),
    [
        (["ALL"], [], {"BC101", "BC102", "BC201"}),
        (["BC1"], [], {"BC101", "BC102"}),
        (["BC101"], [], {"BC101"}),
        (["weak-verb"], [], {"BC201"}),
        (["ALL"], ["BC1"], {"BC201"}),
        (["ALL"], ["duty-opener"], {"BC102", "BC201"}),
        (["ALL", "BC101"], ["BC1"], {"BC101", "BC201"}),
        (["BC1"], ["ALL"], {"BC101", "BC102"}),
        (["BC101"], ["BC101"], set()),
        (["duty-opener"], ["BC101"], set()),
        ([], [], set()),
    ],
)
def test_the_more_exact_selector_wins_and_ignore_wins_ties(
    select: list[str], ignore: list[str], expected: set[str]
) -> None:
    selection = Selection(tuple(select), tuple(ignore))
    assert {rule.code for rule in RULES if selection.counts(rule)} == expected


@pytest.mark.parametrize(
    ("never", "expected"),
    [
        ([], {"BC101", "BC102", "BC201"}),
        (["BC1"], {"BC201"}),
        (["duty-opener"], {"BC102", "BC201"}),
        (["ALL"], set()),
    ],
)
def test_what_is_never_to_count_does_not_however_exactly_it_was_selected(never: list[str], expected: set[str]) -> None:
    selection = Selection(("BC101", "BC102", "weak-verb"), (), tuple(never))
    assert {rule.code for rule in RULES if selection.counts(rule)} == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (["BC101,weak-verb"], ("BC101", "weak-verb")),
        (["bc1", " all "], ("BC1", "ALL")),
        (["Duty-Opener,"], ("duty-opener",)),
        ([""], ()),
    ],
)
def test_selectors_come_as_comma_lists_in_any_case(written: list[str], expected: tuple[str, ...]) -> None:
    assert parse_selectors(written, RULES) == expected


@pytest.mark.parametrize(
    ("written", "nearest"), [("BC111", "BC101"), ("duty-openr", "duty-opener"), ("week-verb", "weak-verb")]
)
def test_an_unknown_rule_names_the_nearest_one(written: str, nearest: str) -> None:
    with pytest.raises(ConfigError, match=f"unknown rule “{written}”; did you mean “{nearest}”"):
        parse_selectors([written], RULES)


def test_a_rule_is_found_by_code_or_name_but_not_by_family() -> None:
    assert find_rule("bc201", RULES) is VERB
    assert find_rule("ROUTINE-duty", RULES) is ROUTINE
    with pytest.raises(ConfigError, match="unknown rule “BC1”"):
        find_rule("BC1", RULES)
