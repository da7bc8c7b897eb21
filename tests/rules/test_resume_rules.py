"""Rules that look at bullets together: repetition, punctuation, acronyms, and the shape of a post."""

from __future__ import annotations

import pytest
from judged_bullets import PASTE, POST, TODAY, bullet, codes, only, outcome, reference, resume, scope
from msgspec.structs import replace

from bulletcoach.model.document import Entry
from bulletcoach.model.facts import MarkKind, Role
from bulletcoach.model.finding import Finding, Severity
from bulletcoach.model.judgement import Judged, Verdict
from bulletcoach.rules import check

DUTY, ACTION, WIN = Verdict.DUTY, Verdict.ACTION, Verdict.ACHIEVEMENT


def _check(*posts: tuple[Entry, list[Judged]]) -> list[Finding]:
    return check(resume(*posts), reference())


def _rebuilt(count: int) -> list[Judged]:
    return [bullet(f"Rebuilt part {part} of the macros") for part in "ABCDEFGHIJKLMNOP"[:count]]


_DUTIES = [
    bullet("Answered customer calls", DUTY, verbs=[("Answered", "answer")], objects=["customer calls"]),
    bullet("Handled escalations", DUTY, verbs=[("Handled", "handle")], objects=["escalations"]),
    bullet("Processed refunds", DUTY, verbs=[("Processed", "process")], objects=["refunds"]),
]
_CUT = "Cut refund errors from 4% to 1% by adding a checklist"
_WIN = bullet(_CUT, WIN, verbs=[("Cut", "cut")], metrics=[outcome(_CUT, "4% to 1%", 1, other=4, change="down")])


def _managed(*things: str) -> list[Judged]:
    return [bullet(f"Managed {thing}", verbs=[("Managed", "manage")]) for thing in things]


def test_the_third_same_verb_in_a_post_is_named() -> None:
    found = _check((POST, _managed("the desk", "the rota", "accounts")))
    finding = only("BC202", found)
    assert finding.bullet == 2
    assert "“Managed” opens 3 bullets of this post" in finding.message


def test_two_same_verbs_are_nobodys_concern() -> None:
    assert "BC202" not in codes(_check((POST, _managed("the desk", "the rota"))))


def test_the_fifth_same_verb_in_a_resume_is_named() -> None:
    posts = [(replace(POST, employer=name), _managed(f"{name} one", f"{name} two")) for name in ("A", "B", "C")]
    finding = only("BC202", _check(*posts))
    assert finding.bullet == 4
    assert "5 bullets of this résumé" in finding.message


def test_the_strongest_bullet_is_asked_for_its_problem() -> None:
    assert only("BC404", _check((POST, [*_DUTIES[:2], _WIN]))).bullet == 2


def test_a_problem_told_anywhere_in_the_post_is_enough() -> None:
    text = "After a backlog of 900, rebuilt the queue"
    told = bullet(text, clauses=[(Role.PROBLEM, "After a backlog of 900")])
    assert "BC404" not in codes(_check((POST, [told, _DUTIES[0], _WIN])))


@pytest.mark.parametrize(
    ("texts", "odd"),
    [
        (["Ran the desk.", "Kept the rota", "Kept the keys."], [1]),
        (["Ran the desk", "Kept the rota."], [1]),
        (["Ran the desk", "Kept the rota", "Open until 9 p.m."], []),
        (["Ran the desk.", "Kept the rota."], []),
        (["Ran the desk;", "Kept the rota;", "Kept the keys."], [2]),
    ],
)
def test_the_bullets_that_end_differently_are_named(texts: list[str], odd: list[int]) -> None:
    found = _check((POST, [bullet(text) for text in texts]))
    assert [finding.bullet for finding in found if finding.code == "BC506"] == odd


def _with_acronym(text: str, acronym: str) -> Judged:
    return bullet(text, marks=[(MarkKind.ACRONYM, acronym)])


@pytest.mark.parametrize(
    ("texts", "asked"),
    [
        (["Moved 40 accounts into the QZRT"], [0]),
        (["Moved 40 accounts into the QZRT", "Trained 12 agents on the QZRT"], [0]),
        (["Moved 40 accounts into the Quarterly Zone Review Tool (QZRT)"], []),
        (["Moved 40 accounts into the QZRT", "Led the quarterly zone review team"], []),
        (["Raised CSAT by 4 points"], []),
        (["Set up QZR Desk for 40 agents"], []),
    ],
)
def test_an_acronym_is_asked_about_once_unless_known_or_spelled_out(texts: list[str], asked: list[int]) -> None:
    known = ("QZRT", "CSAT", "QZR")
    bullets = [
        _with_acronym(text, found) if (found := next((each for each in known if each in text), "")) else bullet(text)
        for text in texts
    ]
    assert [finding.bullet for finding in _check((POST, bullets)) if finding.code == "BC507"] == asked


def test_near_duplicates_are_named_once() -> None:
    texts = ["Trained 14 new hires on the phones", "Ran the returns desk", "Trained 14 new hires on phones"]
    finding = only("BC601", _check((POST, [bullet(text) for text in texts])))
    assert finding.bullet == 2
    assert finding.severity is Severity.WARNING
    assert "“Trained 14 new hires on the phones”" in finding.message


def test_a_post_of_duties_only_is_a_warning() -> None:
    finding = only("BC602", _check((POST, _DUTIES)))
    assert (finding.entry, finding.bullet, finding.severity) == (0, None, Severity.WARNING)
    assert finding.message == "Support Agent, Example Ltd: names duties only"
    assert finding.advice.startswith("Begin with “Answered customer calls”: How many")


def test_a_post_with_an_action_but_no_result_is_advice() -> None:
    found = _check((POST, [*_DUTIES[:2], bullet("Rebuilt the macros")]))
    assert only("BC602", found).severity is Severity.INFO


def test_one_achievement_is_enough_for_a_post() -> None:
    assert "BC602" not in codes(_check((POST, [*_DUTIES, _WIN])))


def test_the_strongest_bullet_should_come_first() -> None:
    finding = only("BC603", _check((POST, [*_DUTIES, _WIN])))
    assert (finding.bullet, finding.severity) == (0, Severity.INFO)
    assert _CUT[:20] in finding.advice
    assert "BC603" not in codes(_check((POST, [_WIN, *_DUTIES])))


def test_a_scope_line_may_come_first() -> None:
    text = "Managed a team of 12"
    first = bullet(text, metrics=[scope(text, "12", 12)])
    assert "BC603" not in codes(_check((POST, [first, _DUTIES[0], _WIN])))


_OLD = replace(POST, employer="Long ago", start="2005", end="2008")


@pytest.mark.parametrize(
    ("post", "count", "flagged"),
    [(POST, 9, True), (POST, 8, False), (TODAY, 9, True), (_OLD, 6, True), (_OLD, 5, False)],
)
def test_too_many_bullets_for_the_age_of_a_post(post: Entry, count: int, flagged: bool) -> None:
    anchor = (TODAY, _rebuilt(4)) if post is not TODAY else (POST, _rebuilt(4))
    found = _check((post, _rebuilt(count)), anchor)
    assert any(finding.code == "BC604" and finding.entry == 0 for finding in found) is flagged


def test_the_post_of_today_should_not_be_the_thin_one() -> None:
    finding = only("BC604", _check((TODAY, _rebuilt(3)), (POST, _rebuilt(6))))
    assert "3 bullets for the post of today, 6 for Support Agent, Example Ltd" in finding.message


_TWINS = [bullet("Trained 14 new hires on the phones") for _ in range(3)]


@pytest.mark.parametrize("bullets", [_DUTIES, [*_DUTIES, _WIN], _TWINS, _rebuilt(12)])
def test_a_paste_has_no_shape_to_remark_on(bullets: list[Judged]) -> None:
    assert not [code for code in codes(_check((PASTE, bullets))) if code.startswith("BC6")]


@pytest.mark.parametrize("bullets", [_DUTIES[:1], _DUTIES[:2], _TWINS[:2], [_DUTIES[0], _WIN]])
def test_one_or_two_bullets_have_no_shape_either(bullets: list[Judged]) -> None:
    assert not [code for code in codes(_check((POST, bullets))) if code.startswith("BC6")]


def test_entries_are_counted_by_their_bullets() -> None:
    second = replace(POST, employer="Other Ltd")
    found = _check((POST, [_WIN, *_DUTIES]), (second, _DUTIES))
    assert only("BC602", found).entry == 1


def test_an_empty_resume_has_no_findings() -> None:
    assert check([], reference()) == []


def test_what_ends_otherwise_is_told_to_be_unlike_the_others() -> None:
    texts = ("Covered 3 returns desks.", "Balanced the weekend rota.", "Trained 14 new hires")
    finding = only("BC506", _check((POST, [bullet(text) for text in texts])))
    assert finding.message == "ends without a mark, unlike the others of this post"
