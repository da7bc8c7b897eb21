"""Bullets of real shape that rules once took wrongly, read by the whole pipeline: what is silent, what still speaks."""

from __future__ import annotations

import pytest
from judged_bullets import LEXICON, POST, bullet, codes, findings, only, outcome, reference, resume, scope
from msgspec.structs import replace
from readings import read

from bulletcoach.model.document import Entry
from bulletcoach.model.facts import Form, MarkKind
from bulletcoach.model.finding import Finding, Severity
from bulletcoach.model.judgement import Verdict
from bulletcoach.rules import Reference, check

_FIELD = "customer-service"
_ENDED = Entry(title="Customer Success Manager", employer="Example Ltd", current=False)


def _found(text: str, entry: Entry = _ENDED) -> list[Finding]:
    told = read(text, entry, _FIELD)
    return check([told], Reference(LEXICON, LEXICON.field(_FIELD)))


_SILENT = [
    ("BC103", "Inventory, ordering and liquor cost, kept pour cost under 19%"),
    ("BC103", "Maintenance of Excel reports"),
    ("BC103", "Average time to fill is 34 days"),
    ("BC104", "Document in Epic"),
    ("BC201", "Ensured 99.9% uptime of hosted services"),
    ("BC203", "Killed two features and freed a squad for the payments rebuild"),
    ("BC203", "Created dashboards and reports for management"),
    ("BC203", "Reset passwords and add users in Active Directory"),
    ("BC203", "Handled escalated calls from business customers"),
    ("BC203", "My students pass rate improved from 60% to 75%"),
    ("BC203", "Machine learning project with Python"),
    ("BC203", "Volunteer, repaired donated laptops for an orphanage"),
    ("BC205", "Trained 12 new hires"),
    ("BC205", "Set up a ticket system for 40 clients"),
    ("BC205", "Built dashboards for the shift leads"),
    ("BC305", "Cut cloud cost by 28% ($61K to $44K a month)"),
    ("BC305", "Cut rebalancing cost by 17% vs. the baseline"),
    ("BC305", "Raised satisfaction by 9 points, above the target"),
    ("BC306", "Met quota in 9 out of 12 months"),
    ("BC306", "Saved 31 of 40 at-risk accounts"),
    ("BC403", "Raised satisfaction from 82% to 91% after rewriting the script"),
    ("BC403", "Improved CSAT from 81% to 93% w/ weekly call reviews"),
    ("BC403", "Merged two queues and cut waiting time from 9 to 6 minutes"),
    ("BC403", "Reached 98% satisfaction"),
    ("BC304", "Scheduled some 40 depositions"),
]


@pytest.mark.parametrize(("code", "text"), _SILENT, ids=[" ".join(row)[:60] for row in _SILENT])
def test_silent(code: str, text: str) -> None:
    mine = [f"{finding.message} → {finding.advice}" for finding in _found(text) if finding.code == code]
    assert not mine


_SPEAKS = [
    ("BC203", "Wrote the handbook and train new hires", "different tenses"),
    ("BC203", "Was producing weekly reports", "compound tense"),
    ("BC305", "Rewrote the macros, cutting reply time by 40%", "neither the starting point"),
    ("BC403", "Raised satisfaction from 82% to 91%", "not how you got there"),
    ("BC304", "Wrote numerous help articles", "“numerous” stands"),
]


@pytest.mark.parametrize(("code", "text", "message"), _SPEAKS, ids=[row[1][:60] for row in _SPEAKS])
def test_speaks(code: str, text: str, message: str) -> None:
    assert message in only(code, _found(text)).message


def test_the_advice_on_a_change_names_a_measure_or_none() -> None:
    text = "Cut rule churn by 40%"
    told = bullet(text, Verdict.ACHIEVEMENT, metrics=[outcome(text, "40%", 40, change="down", link="by")])
    assert only("BC305", findings(told)).advice == "From what to what, or over how long?"
    known = bullet(text, Verdict.ACHIEVEMENT, metrics=[outcome(text, "40%", 40, kpi="csat", change="down", link="by")])
    assert only("BC305", findings(known)).advice == "Customer satisfaction: from what to what, or over how long?"


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("I trained 14 new hires", Severity.WARNING),
        ("My students passed the state exam", Severity.WARNING),
        ("Average time to fill is 34 days, down from 52 when I joined", Severity.INFO),
        ("Coach the robotics club; interns I coached placed second", Severity.INFO),
        ("Reduced response time from 4 h to 55 min by reworking our routing rules", Severity.INFO),
    ],
)
def test_a_pronoun_is_a_warning_only_at_the_head(text: str, severity: Severity) -> None:
    assert only("BC501", _found(text)).severity is severity


@pytest.mark.parametrize(
    "text",
    [
        "Moved 40 services to EKS, RDS and EC2 inside a VPC",
        "Raised AUC of an LSTM from 0.81 to 0.90",
        "Managed a budget of EUR 450k in FY23",
        "Passed SOC 2 Type II",
        "Wrote PRDs and tracked bugs in JIRA",
        "Led three SDRs and lowered CPL",
        "RAISED SALES IN THE ABXD REGION",
        "Won the SPIRIT award",
        "Installed CCTV and AV for a J2EE shop",
    ],
)
def test_an_acronym_of_the_trade_is_not_asked_about(text: str) -> None:
    assert "BC507" not in codes(_found(text))


def test_what_was_said_is_not_said_again() -> None:
    act = bullet("Rebuilt the macro library", verbs=[("Rebuilt", "rebuild")], objects=["the macro library"])
    assert "what came of it" in only("BC401", findings(act)).message
    assert "BC301" not in codes(findings(act))
    duty = bullet("Answered calls", Verdict.DUTY, verbs=[("Answered", "answer")])
    assert "BC102" in codes(findings(duty))
    assert "BC401" not in codes(findings(duty))


def test_a_duty_is_told_of_its_missing_number_only_where_figures_are_named() -> None:
    calls = bullet("Answered calls", Verdict.DUTY, verbs=[("Answered", "answer")], objects=["calls"])
    assert only("BC301", findings(calls)).advice.startswith("Figures that fit")
    told = bullet("Zorbed reports", Verdict.DUTY, verbs=[("Zorbed", "handle")], objects=["reports"])
    assert codes(findings(told, look=reference(LEXICON.field("general")))) == ["BC102"]


def test_the_missing_number_does_not_repeat_the_question() -> None:
    told = bullet("Managing reports", Verdict.ACTION, verbs=[("Managing", "manage", Form.GERUND)], objects=["reports"])
    found = findings(told, look=reference(LEXICON.field("general")))
    assert [each.advice for each in found if each.code == "BC301"] != [only("BC103", found).advice]


def test_only_a_duty_above_an_achievement_is_out_of_place() -> None:
    act = bullet("Rebuilt the macros for 12 agents", verbs=[("Rebuilt", "rebuild")])
    text = "Cut refund errors from 4% to 1%"
    win = bullet(text, Verdict.ACHIEVEMENT, metrics=[outcome(text, "4% to 1%", 1, other=4, change="down")])
    duty = bullet("Answered calls", Verdict.DUTY, verbs=[("Answered", "answer")])
    for first, flagged in ((duty, True), (act, False)):
        assert ("BC603" in codes(check(resume((POST, [first, win, act])), reference()))) is flagged
    assert "BC603" not in codes(check(resume((POST, [duty, act, act])), reference()))


def test_only_the_first_post_is_asked_for_its_problem() -> None:
    text = "Cut refund errors from 4% to 1% by adding a checklist"
    win = bullet(text, Verdict.ACHIEVEMENT, metrics=[outcome(text, "4% to 1%", 1, other=4, change="down")])
    other = [bullet(f"Rebuilt part {part}", verbs=[("Rebuilt", "rebuild")]) for part in "AB"]
    found = check(resume((POST, [*other, win]), (replace(POST, employer="Other"), [*other, win])), reference())
    assert only("BC404", found).bullet == 2


def test_whose_part_is_asked_by_what_the_verb_claims() -> None:
    shared = bullet("Helped customers", Verdict.DUTY, verbs=[("Helped", "help")])
    assert "Which part of it was yours?" in only("BC201", findings(shared)).advice
    vague = bullet("Ensured quality", Verdict.DUTY, verbs=[("Ensured", "ensure")])
    assert "What did you do, decide or make there?" in only("BC201", findings(vague)).advice


def test_a_vague_word_before_what_cannot_be_counted_is_asked_roughly() -> None:
    told = bullet(
        "Moved various equipment",
        verbs=[("Moved", "move")],
        objects=["various equipment"],
        marks=[(MarkKind.VAGUE, "various")],
    )
    assert only("BC304", findings(told)).advice.startswith("How many, roughly?")


def test_the_base_form_is_told_only_of_a_verb() -> None:
    told = bullet("Sized 12 boards", metrics=[scope("Sized 12 boards", "12", 12)], verbs=[("Sized", "size", Form.BASE)])
    assert "BC103" in codes(check(resume((POST, [told])), reference()))
