"""BC9, about the checks themselves: comments and settings that silence findings, and do not do it.

What finds these is no check of a bullet; it stands in the package `suppression`. The examples are bullets of a
Markdown file with a comment behind them.
"""

from __future__ import annotations

from bulletcoach.model.finding import Finding, Severity, SourceRange
from bulletcoach.rules.rule import Rule

FAMILY = "BC9"

UNUSED = Rule(
    code="BC901",
    name="unused-suppression",
    severity=Severity.WARNING,
    summary="a suppression that silences nothing",
    bad=(
        "Answered 60 calls a day, keeping CSAT at 98% <!-- bulletcoach: ignore[BC301] secret -->",
        "Answered customer calls <!-- bulletcoach: ignore[BC101, BC303] as the posting has it -->",
    ),
    good=("Responsible for the returns desk <!-- bulletcoach: ignore[BC101] my title, word for word -->",),
    unless="Nothing is said where the rule is switched off or has nothing to say about this kind of résumé, nor in a "
    "file that is not judged. An entry of [[suppress]] is reported in the file that its path names, and "
    "where a bullet begins with its text and goes on.",
    source="Ours, as most linters have it: a suppression that outlives its reason hides the next mistake.",
    explanation="""\
A comment or a setting that should silence a finding has none to silence.

The bullet was mended, the comment has lost its bullet, or it never stood where it should. It does no harm today; left
in place it will hide a finding that nobody has looked at. Each rule in the brackets is looked at by itself.""",
)

UNKNOWN = Rule(
    code="BC902",
    name="unknown-suppression",
    severity=Severity.WARNING,
    summary="a suppression that cannot be understood",
    bad=(
        "Responsible for the returns desk <!-- bulletcoach: ignroe[BC101] my title -->",
        "Responsible for the returns desk <!-- bulletcoach: ignore[duty-openers] my title -->",
        "Responsible for the returns desk <!-- bulletcoach: ignore BC101 -->",
    ),
    good=("Responsible for the returns desk <!-- bulletcoach: ignore[BC101] my title -->",),
    unless="A comment that only mentions bulletcoach is left alone; one that begins with “bulletcoach:” is meant for "
    "it.",
    source="Ours: a misspelt suppression must not look like one that works.",
    explanation="""\
A comment speaks to bulletcoach, and says nothing that it knows.

The directive or the rule is misspelt, a bracket is missing, an “enable” has no “disable” before it, or a whole file
would be silenced without naming the rules. Nothing is silenced by such a comment.""",
)

RULES = (UNUSED, UNKNOWN)


def about(rule: Rule, at: SourceRange | None, message: str, advice: str) -> Finding:
    """A finding about a suppression; `at` is its comment, None where it stands in the configuration."""
    return Finding(rule.code, rule.name, rule.severity, message, advice, at=at)
