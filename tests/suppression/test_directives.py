"""What comments say: the directives in them, and what is wrong with those that are none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletcoach.model.document import Comment
from bulletcoach.model.text import Span
from bulletcoach.suppression.claims import claims_of, codes_of
from bulletcoach.suppression.directives import Directive, Fault, directives_of


def _said(text: str) -> list[Directive | Fault]:
    return list(directives_of(Comment(text, Span(0, len(text)))))


UNDERSTOOD = {
    "bulletcoach: ignore[BC301]": ["ignore[BC301]"],
    "bulletcoach:ignore[BC301]": ["ignore[BC301]"],
    "bulletcoach: ignore [BC301]": ["ignore[BC301]"],
    "Bulletcoach: Ignore[bc301]": ["ignore[bc301]"],
    "bulletcoach: ignore": ["ignore"],
    "bulletcoach: ignore the volumes are secret": ["ignore"],
    "bulletcoach: ignore: the volumes are secret": ["ignore"],
    "bulletcoach: ignore -- the volumes are secret": ["ignore"],
    "bulletcoach: ignore[BC301] the volumes are secret": ["ignore[BC301]"],
    "bulletcoach: ignore[BC301]: see [1] and BC401": ["ignore[BC301]"],
    "bulletcoach: ignore[ BC301 ,duty-opener,, BC5]": ["ignore[BC301, duty-opener, BC5]"],
    "bulletcoach: ignore[BC301,\n  BC401] a reason\n  of two lines": ["ignore[BC301, BC401]"],
    "bulletcoach: ignore-next[BC301]": ["ignore-next[BC301]"],
    "bulletcoach: disable[ALL] until the end": ["disable[ALL]"],
    "bulletcoach: enable": ["enable"],
    "bulletcoach: ignore-file[BC5] house style": ["ignore-file[BC5]"],
    "% bulletcoach: ignore[BC301]": ["ignore[BC301]"],
    "## bulletcoach: ignore[BC301] ##": ["ignore[BC301]"],
    "*\n * bulletcoach: ignore[BC301]\n *": ["ignore[BC301]"],
    "- bulletcoach: ignore[BC301]": ["ignore[BC301]"],
    "About the list.\nbulletcoach: disable[BC301]": ["disable[BC301]"],
    "bulletcoach: ignore[BC301]\nbulletcoach: ignore-next[BC401]": ["ignore[BC301]", "ignore-next[BC401]"],
}


@pytest.mark.parametrize(("text", "shown"), UNDERSTOOD.items())
def test_understood(text: str, shown: list[str]) -> None:
    said = _said(text)
    assert [each.shown if isinstance(each, Directive) else each.message for each in said] == shown


@pytest.mark.parametrize(
    "text",
    [
        "",
        "TODO: shorten",
        "checked with bulletcoach",
        "bulletcoach says: mend this",
        "bulletcoach 1.0 reads this file",
        "see https://example.org/bulletcoach: ignore",
        "to silence a finding write “bulletcoach: ignore[BC301]”",
        "eslint: disable",
        "spellcheck: ignore[BC301]",
        "noinspection ignore",
    ],
)
def test_not_meant_for_bulletcoach(text: str) -> None:
    assert _said(text) == []


MISUNDERSTOOD = {
    "bulletcoach: ignroe[BC101]": "“ignroe[BC101]” is no directive (did you mean “ignore[BC101]”?)",
    "bulletcoach: ignore-nxt[BC101]": "“ignore-nxt[BC101]” is no directive (did you mean “ignore-next[BC101]”?)",
    "bulletcoach: ignore_file[BC101]": "“ignore_file[BC101]” is no directive (did you mean “ignore-file[BC101]”?)",
    "bulletcoach: noqa": "“noqa” is no directive; known: ignore, ignore-next, disable, enable, ignore-file",
    "bulletcoach:": "“” is no directive; known: ignore, ignore-next, disable, enable, ignore-file",
    "bulletcoach: [BC101]": "“[BC101]” is no directive; known: ignore, ignore-next, disable, enable, ignore-file",
    "bulletcoach: ignore[BC101": "“ignore[BC101” has no closing bracket",
    "bulletcoach: ignore[BC101 [why]": "“ignore[BC101 [why]” has no closing bracket",
    "bulletcoach: ignore[]": "“ignore[]” names no rule",
    "bulletcoach: ignore[ , ]": "“ignore[]” names no rule",
    "bulletcoach: ignore BC101": "“ignore BC101”: rules stand in square brackets",
    "bulletcoach: ignore(bc101)": "“ignore BC101”: rules stand in square brackets",
    "bulletcoach: ignore: duty-opener, my title": "“ignore duty-opener”: rules stand in square brackets",
    "bulletcoach: enable=all": "“enable ALL”: rules stand in square brackets",
    "bulletcoach: disable": "“disable” does not say which rules",
    "bulletcoach: ignore-file the whole file is old": "“ignore-file” does not say which rules",
    "bulletcoach ignore[BC101] why": (
        "“bulletcoach ignore[BC101] why” is no directive (did you mean “bulletcoach: ignore[BC101]”?)"
    ),
    "bulletcoach-disable[BC101]": (
        "“bulletcoach-disable[BC101]” is no directive (did you mean “bulletcoach: disable[BC101]”?)"
    ),
    "buletcoach: ignore-file[BC5]": (
        "“buletcoach: ignore-file[BC5]” is no directive (did you mean “bulletcoach: ignore-file[BC5]”?)"
    ),
}


@pytest.mark.parametrize(("text", "message"), MISUNDERSTOOD.items())
def test_misunderstood(text: str, message: str) -> None:
    assert [each.message if isinstance(each, Fault) else each.shown for each in _said(text)] == [message]


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("BC1O1", "“ignore[BC1O1]”: unknown rule “BC1O1” (did you mean “BC101”?)"),
        ("duty-openers", "“ignore[duty-openers]”: unknown rule “duty-openers” (did you mean “duty-opener”?)"),
        ("BC901", "“ignore[BC901]”: BC901 is about the checks themselves"),
        ("BC9", "“ignore[BC9]”: BC9 is about the checks themselves"),
        ("unused-suppression", "“ignore[unused-suppression]”: unused-suppression is about the checks themselves"),
    ],
)
def test_unknown_rules(name: str, message: str) -> None:
    (directive,) = _said(f"bulletcoach: ignore[{name}]")
    assert isinstance(directive, Directive)
    assert [each.message if isinstance(each, Fault) else each.name for each in claims_of(directive)] == [message]


def test_the_rules_that_are_known_still_count() -> None:
    (directive,) = _said("bulletcoach: ignore[BC1O1, bc301, Duty-Opener, BC5]")
    assert isinstance(directive, Directive)
    claims = [each for each in claims_of(directive) if not isinstance(each, Fault)]
    assert [each.name for each in claims] == ["bc301", "Duty-Opener", "BC5"]
    assert [sorted(each.codes)[0] for each in claims] == ["BC301", "BC101", "BC501"]


def test_all_leaves_out_the_checks_themselves() -> None:
    assert "BC101" in codes_of("all")
    assert not any(code.startswith("BC9") for code in codes_of("ALL"))


_PIECES = (
    "bulletcoach", ":", " ", "\n", "[", "]", ",", "ignore", "-next", "-file", "disable", "enable", "BC101", "BC9",
    "duty-opener", "ALL", "why", "%", "--", "…", "\u202e", "\ud800", "{", "<!--",
)  # fmt: skip


@given(st.lists(st.one_of(st.sampled_from(_PIECES), st.text(max_size=5)), max_size=20).map("".join))
def test_no_text_is_too_strange(text: str) -> None:
    for prefix in ("", "bulletcoach: ", "bulletcoach: ignore["):
        for said in _said(prefix + text):
            claims = list(claims_of(said)) if isinstance(said, Directive) else [said]
            for fault in claims:
                if isinstance(fault, Fault):
                    assert "\n" not in fault.message
                    assert len(fault.message) < 300
