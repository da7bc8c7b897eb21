"""Severity in company: one warning a bullet, none for a scope line, silence where a profile asks for it."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from judged_bullets import PASTE, POST, bullet, codes, findings, only, reference, resume, scope

from bulletcoach.model.document import Entry
from bulletcoach.model.facts import Build, Form, MarkKind, Role
from bulletcoach.model.finding import Finding, Severity
from bulletcoach.model.judgement import Judged, Profile, Verdict
from bulletcoach.model.text import Span
from bulletcoach.rules import check
from bulletcoach.rules.policy import settle

_STORY = ("BC1", "BC2", "BC3", "BC4")

_DUTIES = [
    bullet("Responsible for phone calls", Verdict.DUTY, opener="responsible for", objects=["phone calls"]),
    bullet("Answered calls", Verdict.DUTY, verbs=[("Answered", "answer")], objects=["calls"]),
    bullet("Helped customers", Verdict.DUTY, verbs=[("Helped", "help")], objects=["customers"]),
    bullet("Involved in migrations", Verdict.DUTY, opener="involved in", objects=["migrations"]),
    bullet("Answering calls", Verdict.DUTY, verbs=[("Answering", "answer", Form.GERUND)], objects=["calls"]),
    bullet(
        "Processing of various refunds",
        Verdict.DUTY,
        nominal=("Processing", "process"),
        marks=[(MarkKind.VAGUE, "various")],
        build=Build.NOUN_PHRASE,
    ),
    bullet("Calls were answered", Verdict.DUTY, verbs=[("answered", "answer", Form.PASSIVE)]),
    bullet(
        "Answered calls to improve retention",
        Verdict.DUTY,
        verbs=[("Answered", "answer")],
        clauses=[(Role.INTENTION, "to improve retention")],
    ),
    bullet("Spoke", Verdict.DUTY, verbs=[("Spoke", "no such verb")]),
    bullet("Something", Verdict.DUTY, build=Build.FRAGMENT),
]


@pytest.mark.parametrize("duty", _DUTIES, ids=lambda each: each.facts.text)
def test_a_duty_carries_exactly_one_warning_of_the_story_families(duty: Judged) -> None:
    urgent = [code for code in codes(findings(duty), Severity.WARNING) if code.startswith(_STORY)]
    assert len(urgent) == 1


@given(
    picked=st.lists(
        st.tuples(st.sampled_from(["BC101", "BC102", "BC201", "BC304", "BC402"]), st.sampled_from(list(Severity))),
        max_size=6,
    ),
    verdict=st.sampled_from(list(Verdict)),
)
@settings(max_examples=60, deadline=None)
def test_at_most_one_stays_urgent_and_none_is_lost(picked: list[tuple[str, Severity]], verdict: Verdict) -> None:
    found = [Finding(code, "some-rule", severity, "m", "a", Span(0, 1), 0) for code, severity in picked]
    settled = settle(found, bullet("Answered calls", verdict))
    urgent = [finding for finding in settled if finding.severity is not Severity.INFO]
    assert len(urgent) == min(1, sum(severity is not Severity.INFO for _, severity in picked))
    assert [finding.code for finding in settled] == sorted(code for code, _ in picked)
    if urgent:
        assert urgent[0].code[:3] == min(code[:3] for code, severity in picked if severity is not Severity.INFO)


def test_wording_is_not_silenced_by_the_story() -> None:
    both = bullet("I answered calls", Verdict.DUTY, verbs=[("answered", "answer")], marks=[(MarkKind.PRONOUN, "I")])
    assert codes(findings(both), Severity.WARNING) == ["BC102", "BC501"]


def _sized(entry: Entry) -> list[Finding]:
    text = "Responsible for a team of 12"
    first = bullet(text, Verdict.DUTY, opener="responsible for", metrics=[scope(text, "12", 12)])
    rest = [bullet(f"Rebuilt part {part} of the macros", verbs=[("Rebuilt", "rebuild")]) for part in "AB"]
    return check(resume((entry, [first, *rest])), reference())


def test_the_scope_line_of_a_post_is_advice_only() -> None:
    assert only("BC101", _sized(POST)).severity is Severity.INFO


def test_a_paste_has_no_scope_line() -> None:
    assert only("BC101", _sized(PASTE)).severity is Severity.ERROR


_EVERYTHING = [
    bullet("Responsible for calls", Verdict.DUTY, opener="responsible for", entry=POST),
    bullet("Answered calls", Verdict.DUTY, verbs=[("Answered", "answer")], entry=POST),
    bullet("Helped customers " + "again " * 45, Verdict.DUTY, verbs=[("Helped", "help")], entry=POST),
]

_EVERYTHING.append(
    bullet(
        "Rebuilt macros to win time",
        verbs=[("Rebuilt", "rebuild")],
        clauses=[(Role.INTENTION, "to win time")],
        entry=POST,
    )
)

_SILENT = {
    Profile.PRIVATE: (),
    Profile.FEDERAL: ("BC1", "BC504"),
    Profile.ACADEMIC: ("BC1", "BC3", "BC4", "BC6"),
}


@pytest.mark.parametrize("profile", Profile)
def test_profiles_switch_rules_off(profile: Profile) -> None:
    usual = check(resume((POST, _EVERYTHING)), reference())
    found = check(resume((POST, _EVERYTHING)), reference(profile=profile))
    assert {"BC1", "BC2", "BC3", "BC4", "BC5", "BC6"} == {code[:3] for code in codes(usual)}
    silent = _SILENT[profile]
    # With the duty words left alone, "no result" (BC401) speaks where they had hushed it.
    expected = {code for code in codes(usual) if not silent or not code.startswith(silent)}
    assert set(codes(found)) - {"BC401"} == expected - {"BC401"}


def test_findings_are_sorted_by_bullet_then_code_and_entries_come_last() -> None:
    found = check(resume((POST, _EVERYTHING)), reference())
    places = [(finding.bullet is None, finding.bullet or 0, finding.code) for finding in found]
    assert places == sorted(places)


def test_findings_do_not_depend_on_how_often_one_asks() -> None:
    look = reference()
    for some in combinations(_DUTIES, 2):
        assert check(resume((PASTE, some)), look) == check(resume((PASTE, some)), look)
