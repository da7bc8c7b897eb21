"""What each rule finds in a single bullet, where, how urgently, and what it advises; and what it leaves alone."""

from __future__ import annotations

import pytest
from judged_bullets import (
    AGENT,
    DIRECTOR,
    LEXICON,
    POST,
    TODAY,
    bullet,
    codes,
    findings,
    only,
    outcome,
    reference,
    scope,
)
from msgspec.structs import replace

from bulletcoach.model.document import Entry
from bulletcoach.model.facts import Build, Form, MarkKind, Role, Shape, Token
from bulletcoach.model.finding import Finding, Severity
from bulletcoach.model.judgement import Judged, Verdict
from bulletcoach.rules import unparsed_finding
from bulletcoach.rules.reference import Reference

ERROR, WARNING, INFO = Severity.ERROR, Severity.WARNING, Severity.INFO
GENERAL = LEXICON.field("general")
DUTY, ACTION, WIN = Verdict.DUTY, Verdict.ACTION, Verdict.ACHIEVEMENT


def _marked(text: str, kind: MarkKind, words: str, verdict: Verdict = ACTION, **more: object) -> Judged:
    return bullet(text, verdict, marks=[(kind, words)], **more)  # type: ignore[arg-type]


_CSAT_140 = "Reached a satisfaction of 140%"
_AHT_UP = "Increased handle time by 20%"
_CALLS = "Answered 60 calls a day"
_TEAM = "Managed a team of 12"
_CUT = "Cut churn by 40%"
_RAISED = "Raised satisfaction from 82% to 91%"

# code, bullet, the words meant, severity, a part of the message, a part of the advice
_FOUND = [
    (
        "BC101",
        bullet(
            "Responsible for training new hires",
            DUTY,
            opener="responsible for",
            verbs=[("training", "train", Form.GERUND)],
            objects=["new hires"],
        ),
        "Responsible for",
        ERROR,
        "“Responsible for” says what the job was",
        "Start with “Trained …”. How many, and how long until they worked on their own?",
    ),
    (
        "BC101",
        bullet("Duties included phones and refunds", DUTY, opener="duties included", objects=["phones"]),
        "Duties included",
        ERROR,
        "“Duties included” says",
        "one bullet",
    ),
    (
        "BC102",
        bullet("Answered calls efficiently", DUTY, verbs=[("Answered", "answer")], objects=["calls"]),
        "Answered calls",
        WARNING,
        "“Answered calls” names a routine task",
        "How many minutes did a call take? If it ended with you, say “Resolved”.",
    ),
    (
        "BC102",
        bullet(
            "Answered calls, ensuring delight",
            DUTY,
            verbs=[("Answered", "answer")],
            objects=["calls"],
            clauses=[(Role.PRAISE, "ensuring delight")],
        ),
        "Answered calls",
        WARNING,
        "“ensuring delight” is praise that nobody can check",
        "call",
    ),
    (
        "BC102",
        bullet("Processing of refunds", DUTY, nominal=("Processing", "process"), build=Build.NOUN_PHRASE),
        "Processing of refunds",
        WARNING,
        "routine task",
        "Start with “Processed …”.",
    ),
    (
        "BC103",
        bullet("Coordinating the rota for 14", verbs=[("Coordinating", "coordinate", Form.GERUND)]),
        "Coordinating",
        WARNING,
        "“Coordinating” reads like a job description",
        "Start with “Coordinated …”.",
    ),
    (
        "BC103",
        bullet("Coordinate the rota for 14", verbs=[("Coordinate", "coordinate", Form.BASE)], entry=POST),
        "Coordinate",
        WARNING,
        "this post has ended",
        "Start with “Coordinated …”.",
    ),
    (
        "BC103",
        bullet("Coordinates the rota for 14", verbs=[("Coordinates", "coordinate", Form.THIRD)]),
        "Coordinates",
        INFO,
        "job description",
        "Start with “Coordinated …”.",
    ),
    (
        "BC104",
        bullet(
            "Implementation of a new desk for 40",
            nominal=("Implementation", "implement"),
            build=Build.NOUN_PHRASE,
        ),
        "Implementation",
        WARNING,
        "has no verb",
        "Start with “Implemented …”.",
    ),
    (
        "BC105",
        bullet("Tickets were sorted for 12 agents", verbs=[("sorted", "sort", Form.PASSIVE)]),
        "sorted",
        WARNING,
        "hides who did it",
        "start with “Sorted …”",
    ),
    (
        "BC201",
        bullet("Assisted customers", DUTY, verbs=[("Assisted", "assist")], objects=["customers"]),
        "Assisted",
        WARNING,
        "“Assisted” leaves your own part open",
        "Which part of it was yours?",
    ),
    (
        "BC201",
        bullet("Worked on the help centre", DUTY, opener="worked on", objects=["the help centre"]),
        "Worked on",
        WARNING,
        "“Worked on” leaves",
        "the help centre",
    ),
    (
        "BC201",
        bullet(_CUT.replace("Cut", "Helped cut"), verbs=[("Helped", "help")]),
        "Helped",
        INFO,
        "leaves your own part open",
        "",
    ),
    (
        "BC203",
        bullet(
            "Wrote guides and train agents",
            verbs=[("Wrote", "write")],
            tokens=[
                Token(0, 5, "Wrote", "write", "VBD", "ROOT", 0),
                Token(13, 16, "and", "and", "CC", "cc", 0),
                Token(17, 22, "train", "train", "VB", "conj", 0),
                Token(23, 29, "agents", "agent", "NNS", "dobj", 2),
            ],
        ),
        "train",
        INFO,
        "different tenses",
        "one tense",
    ),
    (
        "BC203",
        bullet(
            "Had managed the team",
            verbs=[("managed", "manage", Form.PARTICIPLE)],
            tokens=[
                Token(0, 3, "Had", "have", "VBD", "aux", 1),
                Token(4, 11, "managed", "manage", "VBN", "ROOT", 1),
            ],
        ),
        "managed",
        INFO,
        "“Had … managed” is a compound tense",
        "“Managed …”",
    ),
    (
        "BC203",
        bullet(
            "Raise scores from 82% to 91%",
            WIN,
            verbs=[("Raise", "raise", Form.BASE)],
            metrics=[outcome("Raise scores from 82% to 91%", "82% to 91%", 91, other=82, change="up")],
            entry=TODAY,
        ),
        "Raise",
        INFO,
        "the change is done",
        "“Raised …”",
    ),
    (
        "BC204",
        _marked("Spearheaded a new policy", MarkKind.INFLATED, "Spearheaded", verbs=[("Spearheaded", "spearhead")]),
        "Spearheaded",
        INFO,
        "promises more",
        "",
    ),
    (
        "BC301",
        bullet(
            "Rewrote the call script, calming callers",
            verbs=[("Rewrote", "rewrite")],
            objects=["the call script"],
            clauses=[(Role.RESULT, "calming callers")],
        ),
        "Rewrote the call script",
        INFO,
        "no number",
        "",
    ),
    (
        "BC302",
        bullet(_TEAM, verbs=[("Managed", "manage")], objects=["a team"], metrics=[scope(_TEAM, "12", 12)]),
        "12",
        INFO,
        "“12” is the size of the work",
        "Which figure of theirs moved",
    ),
    (
        "BC303",
        bullet(_CALLS, verbs=[("Answered", "answer")], metrics=[scope(_CALLS, "60 calls a day", 60, "per_day")]),
        "60 calls a day",
        INFO,
        "“60 calls a day” says little alone: load is not outcome",
        "customer satisfaction or first-contact resolution",
    ),
    (
        "BC304",
        _marked("Wrote numerous articles", MarkKind.VAGUE, "numerous", objects=["numerous articles"]),
        "numerous",
        WARNING,
        "“numerous” stands where a number belongs",
        "How many articles?",
    ),
    (
        "BC305",
        bullet(_CUT, WIN, verbs=[("Cut", "cut")], metrics=[outcome(_CUT, "40%", 40, change="down", link="by")]),
        "40%",
        INFO,
        "neither the starting point nor the period",
        "From what to what",
    ),
    (
        "BC306",
        bullet(_CSAT_140, WIN, verbs=[("Reached", "reach")], metrics=[outcome(_CSAT_140, "140%", 140, kpi="csat")]),
        "140%",
        WARNING,
        "is not possible for customer satisfaction (0 to 100)",
        "Check the figure",
    ),
    (
        "BC306",
        bullet(
            "Cut churn by 130%",
            WIN,
            verbs=[("Cut", "cut")],
            metrics=[outcome("Cut churn by 130%", "130%", 130, change="down", link="by")],
        ),
        "130%",
        WARNING,
        "nothing falls by more than 100%",
        "from what to what",
    ),
    (
        "BC307",
        bullet(
            _AHT_UP,
            WIN,
            verbs=[("Increased", "increase")],
            metrics=[outcome(_AHT_UP, "20%", 20, kpi="aht", change="up", good="down")],
        ),
        "20%",
        WARNING,
        "handle time went up (“20%”), but lower is better",
        "Check the verb",
    ),
    (
        "BC402",
        bullet(
            "Rebuilt macros to improve speed",
            verbs=[("Rebuilt", "rebuild")],
            clauses=[(Role.INTENTION, "to improve speed")],
        ),
        "to improve speed",
        INFO,
        "“to improve speed” says what was hoped",
        "If you know how it went, say so.",
    ),
    (
        "BC403",
        bullet(_RAISED, WIN, verbs=[("Raised", "increase")], metrics=[outcome(_RAISED, "82% to 91%", 91, other=82)]),
        "82% to 91%",
        INFO,
        "not how you got there",
        "by …",
    ),
    ("BC501", _marked("Trained my team of 12", MarkKind.PRONOUN, "my"), "my", INFO, "“my”", ""),
    ("BC501", _marked("My team of 12 met its target", MarkKind.PRONOUN, "My"), "My", WARNING, "“My”", ""),
    ("BC502", _marked("Successfully built two tools", MarkKind.FILLER, "Successfully"), "Successfully", INFO, "", ""),
    ("BC503", _marked("Dedicated agent on two desks", MarkKind.SELF_PRAISE, "Dedicated"), "Dedicated", WARNING, "", ""),
    ("BC503", _marked("Delivered synergy for two teams", MarkKind.BUZZWORD, "synergy"), "synergy", INFO, "jargon", ""),
    ("BC504", bullet("word " * 31 + "end"), "word " * 31 + "end", INFO, "32 words", "second bullet"),
    ("BC504", bullet("word " * 41 + "end"), "word " * 41 + "end", WARNING, "42 words", "second bullet"),
    ("BC505", bullet("Built two dashboards"), "Built two dashboards", INFO, "3 words tell little", ""),
    ("BC508", _marked("Cut reply time by [X%]", MarkKind.BLANK, "[X%]"), "[X%]", ERROR, "“[X%]” is a blank", "fact"),
]


@pytest.mark.parametrize(
    ("code", "told", "words", "severity", "message", "advice"),
    _FOUND,
    ids=[f"{row[0]}-{row[1].facts.text[:30]}" for row in _FOUND],
)
def test_found(code: str, told: Judged, words: str, severity: Severity, message: str, advice: str) -> None:
    finding = only(code, findings(told))
    assert finding.span is not None
    assert finding.span.of(told.facts.text) == words
    assert finding.severity is severity
    assert message in finding.message
    assert advice in finding.advice
    assert finding.advice, "no advice"
    assert "\n" not in finding.message + finding.advice


_PROVEN = "Raised satisfaction to 96%"
_CALM = [
    ("BC101", bullet("Took charge of the desk", verbs=[("Took", "take")])),
    ("BC102", bullet("Answered 60 calls a day", ACTION, verbs=[("Answered", "answer")])),
    ("BC102", bullet("Helped customers", DUTY, verbs=[("Helped", "help")])),
    ("BC103", bullet("Coordinate the rota", verbs=[("Coordinate", "coordinate", Form.BASE)], entry=TODAY)),
    ("BC103", bullet("Coordinate the rota", verbs=[("Coordinate", "coordinate", Form.BASE)])),
    ("BC104", _marked("Employee of the Month", MarkKind.RECOGNITION, "Employee", WIN, build=Build.NOUN_PHRASE)),
    ("BC105", _marked("Was promoted to lead", MarkKind.RECOGNITION, "promoted", WIN)),
    ("BC203", bullet("Cut churn by 4 points", WIN, verbs=[("Cut", "cut")], entry=TODAY)),
    (
        "BC204",
        _marked(
            f"Pioneered a desk. {_PROVEN}",
            MarkKind.INFLATED,
            "Pioneered",
            WIN,
            verbs=[("Pioneered", "pioneer")],
            metrics=[outcome(f"Pioneered a desk. {_PROVEN}", "96%", 96)],
        ),
    ),
    ("BC301", bullet("Won the regional service award", WIN)),
    ("BC301", _marked("Trained XX new hires", MarkKind.BLANK, "XX")),
    ("BC302", bullet(_CALLS, metrics=[scope(_CALLS, "60 calls a day", 60, "per_day")])),
    (
        "BC303",
        bullet(
            "Took 60 calls at 95%",
            WIN,
            metrics=[
                scope("Took 60 calls at 95%", "60 calls", 60, "per_day"),
                outcome("Took 60 calls at 95%", "95%", 95, kpi="csat"),
            ],
        ),
    ),
    ("BC305", bullet(_RAISED, WIN, metrics=[outcome(_RAISED, "82% to 91%", 91, other=82, change="up")])),
    (
        "BC305",
        bullet(
            "Cut churn by 40% in a year",
            WIN,
            metrics=[outcome("Cut churn by 40% in a year", "40%", 40, change="down")],
            periods=["a year"],
        ),
    ),
    ("BC306", bullet(_RAISED, WIN, metrics=[outcome(_RAISED, "82% to 91%", 91, other=82, kpi="csat", change="up")])),
    (
        "BC306",
        bullet(
            "Raised satisfaction by 140%",
            WIN,
            metrics=[outcome("Raised satisfaction by 140%", "140%", 140, kpi="csat", change="up", link="by")],
        ),
    ),
    (
        "BC307",
        bullet(
            "After handle time rose by 20%, rebuilt the script",
            metrics=[
                outcome(
                    "After handle time rose by 20%, rebuilt the script",
                    "20%",
                    20,
                    kpi="aht",
                    change="up",
                    good="down",
                )
            ],
            clauses=[(Role.PROBLEM, "After handle time rose by 20%")],
        ),
    ),
    ("BC401", bullet("Rebuilt macros, making replies faster", clauses=[(Role.RESULT, "making replies faster")])),
    ("BC401", bullet("Rebuilt macros to win time", clauses=[(Role.INTENTION, "to win time")])),
    (
        "BC403",
        bullet(
            _RAISED,
            WIN,
            verbs=[("Raised", "raise")],
            metrics=[outcome(_RAISED, "82%", 82)],
            clauses=[(Role.METHOD, "from")],
        ),
    ),
    (
        "BC503",
        _marked(
            f"Dedicated agent. {_PROVEN}",
            MarkKind.SELF_PRAISE,
            "Dedicated",
            WIN,
            metrics=[outcome(f"Dedicated agent. {_PROVEN}", "96%", 96)],
        ),
    ),
    ("BC505", _marked("Promoted to shift lead", MarkKind.RECOGNITION, "Promoted", WIN)),
    ("BC505", bullet("Answered calls", DUTY, verbs=[("Answered", "answer")])),
]


@pytest.mark.parametrize(("code", "told"), _CALM, ids=[f"{code}-{told.facts.text[:30]}" for code, told in _CALM])
def test_left_alone(code: str, told: Judged) -> None:
    assert code not in codes(findings(told))


def test_a_trade_meant_is_advice() -> None:
    text = "Longer calls (up 20%) and 30% more solved"
    told = bullet(
        text,
        WIN,
        metrics=[
            outcome(text, "20%", 20, kpi="aht", change="up", good="down"),
            outcome(text, "30%", 30, kpi="fcr", change="up", good="up"),
        ],
    )
    assert only("BC307", findings(told)).severity is INFO


def test_a_vague_word_beside_a_number_is_advice() -> None:
    text = "Wrote various articles, 25 of them technical"
    told = _marked(text, MarkKind.VAGUE, "various", metrics=[scope(text, "25", 25)])
    assert only("BC304", findings(told)).severity is INFO


def test_a_unit_that_does_not_fit_the_measure_is_not_held_against_it() -> None:
    text = "Brought satisfaction down from 41 days to 24"
    told = bullet(
        text,
        WIN,
        metrics=[
            outcome(
                text,
                "41 days to 24",
                24,
                kpi="csat",
                change="down",
                good="up",
                other=41,
                shape=Shape.CHANGE,
                unit="days",
            )
        ],
    )
    assert not {"BC306", "BC307"} & set(codes(findings(told)))


def test_words_of_others_may_hold_a_pronoun() -> None:
    told = _marked('Halved "where is my refund" mails', MarkKind.PRONOUN, "my")
    assert "BC501" not in codes(findings(told))


def test_an_unusual_figure_is_advice() -> None:
    text = "Reached a satisfaction of 30%"
    told = bullet(text, WIN, metrics=[outcome(text, "30%", 30, kpi="csat")])
    finding = only("BC306", findings(told))
    assert finding.severity is INFO
    assert "unusual for customer satisfaction (50 to 99)" in finding.message


def _for_role(told: Judged, title: str, monkeypatch: pytest.MonkeyPatch) -> list[Finding]:
    role = AGENT if title == "Support Agent" else DIRECTOR
    monkeypatch.setattr(Reference, "role", lambda *_: role)
    return findings(replace(told, context=replace(told.context, entry=Entry(title=title))))


def test_a_verb_beyond_the_role(monkeypatch: pytest.MonkeyPatch) -> None:
    told = bullet("Championed the support strategy", verbs=[("Championed", "champion")])
    assert (
        "claims more than is usual for a post as Support Agent"
        in only("BC205", _for_role(told, "Support Agent", monkeypatch)).message
    )
    assert "BC205" not in codes(_for_role(told, "Support Director", monkeypatch))


def test_a_verb_beneath_the_role(monkeypatch: pytest.MonkeyPatch) -> None:
    told = bullet("Answered letters of 12 boards", verbs=[("Answered", "answer")])
    finding = only("BC205", _for_role(told, "Support Director", monkeypatch))
    assert "says less than is usual" in finding.message
    assert "the whole function" in finding.advice
    assert "BC205" not in codes(_for_role(told, "Support Agent", monkeypatch))


def test_a_current_post_keeps_the_base_form_in_advice() -> None:
    told = bullet(
        "Responsible for training agents",
        DUTY,
        opener="responsible for",
        verbs=[("training", "train", Form.GERUND)],
        entry=TODAY,
    )
    assert only("BC101", findings(told)).advice.startswith("Start with “Train …”.")


def test_a_bullet_too_long_to_parse() -> None:
    finding = unparsed_finding("x" * 2001, 7)
    assert (finding.code, finding.severity, finding.bullet) == ("BC504", WARNING, 7)
    assert "2,001 characters" in finding.message


_ASKED = [
    ("Wrote weekly reports", "weekly reports", "which decision did it change"),
    ("Managed the annual budget", "the annual budget", "How large was it"),
    ("Taught two maths classes", "two maths classes", "how did results change"),
    ("Cleaned hotel rooms", "hotel rooms", "inspection scores"),
    ("Tested the mobile app", "the mobile app", "How many users or downloads"),
    ("Ordered office supplies", "office supplies", "what got smoother"),
]


@pytest.mark.parametrize(("text", "thing", "asked"), _ASKED, ids=[row[0] for row in _ASKED])
def test_the_question_fits_the_object(text: str, thing: str, asked: str) -> None:
    told = bullet(text, DUTY, verbs=[(text.split()[0], "handle")], objects=[thing])
    assert asked in only("BC102", findings(told, look=reference(GENERAL))).advice


def test_without_an_object_the_activity_and_then_the_family_ask() -> None:
    look = reference(GENERAL)
    trained = bullet("Trained", DUTY, verbs=[("Trained", "train")])
    assert "How many took part" in only("BC102", findings(trained, look=look)).advice
    unknown = bullet("Zorbed", DUTY, verbs=[("Zorbed", "zorb")])
    assert "What got better because of it" in only("BC102", findings(unknown, look=look)).advice


def test_every_verb_family_has_a_question() -> None:
    families = {entry.family for entry in LEXICON.verbs.values()}
    asked = {words for entry in GENERAL.objects for words in entry.words}
    assert {f"{family} work" for family in families} <= asked
