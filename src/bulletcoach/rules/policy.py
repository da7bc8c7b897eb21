"""How urgent findings are in company: one warning a bullet for what it lacks, nothing said twice, and silence where a
profile asks for it.

Rules give the severity that fits their own finding. Four of the six families look at the same bullet from four sides,
so that a bare duty would be told off for its verb, its missing number and its missing result at once. Here the most
telling one of these is kept and the others become advice; where two would say the same, one of them is dropped.
"""

from __future__ import annotations

from collections.abc import Collection

from msgspec.structs import replace

from bulletcoach.model.finding import Finding, Severity
from bulletcoach.model.judgement import Judged, Profile
from bulletcoach.rules.metrics import FIGURES
from bulletcoach.rules.rule import Rule

_STORY = ("BC1", "BC2", "BC3", "BC4")

# A federal application must state each required duty and may run long; an academic CV lists what was done and is
# judged by other measures than a post's figures, so only its verbs and its wording are looked at.
_SILENT = {
    Profile.PRIVATE: (),
    Profile.FEDERAL: ("BC1", "BC504"),
    Profile.ACADEMIC: ("BC1", "BC3", "BC4", "BC6"),
}


_NO_NUMBER, _NO_RESULT = "BC301", "BC401"
_ASKS_AS_MUCH = ("BC101", "BC102", "BC201")
_SAYS_AS_MUCH = ("BC101", "BC102", "BC103", "BC104", "BC105", "BC201")
_ESTIMATE = "A careful estimate will do: how many, how much, how often, or out of how many?"


def applies(rule: Rule, profile: Profile) -> bool:
    """Whether a rule has anything to say about this kind of résumé."""
    return not rule.code.startswith(_SILENT[profile])


def with_severity(finding: Finding, severity: Severity | None) -> Finding:
    """The finding with the severity that the user gave to its rule, if that was done."""
    return finding if severity is None else replace(finding, severity=severity)


def settle(findings: Collection[Finding], bullet: Judged) -> list[Finding]:
    """The findings of one bullet with their final severities, sorted by code and place, without those said already.

    Of the families BC1 to BC4 one finding at most stays above INFO: that of the lowest family, in it the most severe,
    and of equals the lowest code. A line that gives the size of the post it opens keeps none.
    """
    if not findings:
        return []
    ordered = _said_once(sorted(findings, key=_place))
    urgent = [finding for finding in ordered if _is_urgent(finding)]
    if not urgent:
        return ordered
    kept = None if is_scope_line(bullet) else min(urgent, key=_priority)
    return [
        replace(finding, severity=Severity.INFO) if finding is not kept and _is_urgent(finding) else finding
        for finding in ordered
    ]


def _said_once(findings: list[Finding]) -> list[Finding]:
    """The findings without the same remark in other words, and without the same question twice.

    “No result” adds nothing to a bullet that was told of its duty words or its actless verb, and “no number” only
    where it names figures; elsewhere “no result” says more than “no number”, which then is left out.
    """
    said = {finding.code for finding in findings}
    is_duty = not said.isdisjoint(_SAYS_AS_MUCH)
    hushed = _NO_RESULT if is_duty else _NO_NUMBER if _NO_RESULT in said else None
    answered = not said.isdisjoint(_ASKS_AS_MUCH)
    kept = [finding for finding in findings if finding.code != hushed and not (answered and _asks_only(finding))]
    asked = [finding.advice for finding in kept if _is_story(finding) and finding.code != _NO_NUMBER]
    return [
        replace(finding, advice=_ESTIMATE)
        if finding.code == _NO_NUMBER and any(finding.advice in each for each in asked)
        else finding
        for finding in kept
    ]


def _asks_only(finding: Finding) -> bool:
    """Whether a missing number is remarked on without a word on which figures would fit."""
    return finding.code == _NO_NUMBER and not finding.advice.startswith(FIGURES)


def is_scope_line(bullet: Judged) -> bool:
    """Whether this is the first bullet of a post and says how big the post was.

    Many guides let one such line stand, duty words and all, above the bullets that tell what came of it.
    """
    entry = bullet.context.entry
    opens = bullet.context.index == 0 and entry.is_named and len(entry.bullets) > 1
    return opens and bool(bullet.judgement.scopes)


def _is_urgent(finding: Finding) -> bool:
    return finding.severity is not Severity.INFO and _is_story(finding)


def _is_story(finding: Finding) -> bool:
    return finding.code.startswith(_STORY)


def _place(finding: Finding) -> tuple[str, int]:
    return finding.code, finding.span.start if finding.span else 0


def _priority(finding: Finding) -> tuple[str, int, str]:
    return finding.code[:3], -finding.severity.rank, finding.code
