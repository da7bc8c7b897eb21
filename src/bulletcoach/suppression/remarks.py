"""Remarks about suppressions: those that silence nothing, and those that nobody understands."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from msgspec.structs import replace

from bulletcoach.config import Settings
from bulletcoach.model.document import Comment
from bulletcoach.model.finding import Finding, SourceRange
from bulletcoach.rules import RULES
from bulletcoach.rules.policy import applies
from bulletcoach.rules.suppressions import UNKNOWN, UNUSED, about
from bulletcoach.selection import severity_of
from bulletcoach.suppression.claims import Claim
from bulletcoach.suppression.configured import names_one_file
from bulletcoach.suppression.directives import Directive, Fault, in_brief

_TAKE_OUT = "Take it out, or put it where the finding is."
_LEAVE_OPEN = "End its text in “…”, or write all of the bullet's."


def unused(
    claims: Iterable[Claim], settings: Settings, where: Callable[[Claim], str], begins_one: Callable[[Claim], bool]
) -> list[Finding]:
    """A finding for each claim whose rules are in force, all in one file, which the `settings` are for.

    `where` tells what a claim was about: “ on “Answered calls””. One of the configuration may be about another file,
    unless its path says that it is not; it is remarked on, too, where its text `begins_one` of the bullets here.
    """
    in_force = {rule.code for rule in RULES if settings.selection.counts(rule) and applies(rule, settings.profile)}
    found: list[Finding] = []
    for claim in claims:
        if not claim.codes & in_force:
            continue
        message = f"{_named(claim)} silences nothing{where(claim)}"
        if isinstance(claim.origin, Directive):
            found.append(about(UNUSED, _range(claim.origin.comment), message, _TAKE_OUT))
        elif begins_one(claim):
            found.append(about(UNUSED, None, f"{message}: a bullet only begins so", _LEAVE_OPEN))
        elif names_one_file(claim.origin):
            found.append(about(UNUSED, None, message, _TAKE_OUT))
    return found


def unknown(faults: Iterable[Fault]) -> list[Finding]:
    """A finding for each fault."""
    return [about(UNKNOWN, _range(fault.comment), fault.message, fault.advice) for fault in faults]


def in_order(remarks: Iterable[Finding], own: Sequence[Settings]) -> list[Finding]:
    """Those that are to be reported, with the severities that were set; in the order of the text, settings last.

    `own` are the settings for each source.
    """
    told = [
        replace(remark, severity=severity_of(remark, here.severities) or remark.severity)
        for remark in remarks
        if (here := own[remark.at.file if remark.at else 0]).selection.counts(remark)
    ]
    return sorted(told, key=lambda remark: (remark.at is None, _order(remark.at), remark.code))


def _order(at: SourceRange | None) -> tuple[int, int]:
    return (at.file, at.span.start) if at else (0, 0)


def _named(claim: Claim) -> str:
    """What to call a claim: the whole directive, or the one of its rules."""
    if isinstance(claim.origin, Directive):
        whole, several = f"“{in_brief(claim.origin.shown)}”", len(claim.origin.names) > 1
    else:
        table = claim.origin
        text = f"the suppression of “{in_brief(table.text)}”"
        whole, several = f"{text} ({table.place})" if table.place else text, len(table.rules) > 1
    return f"“{claim.name}” in {whole}" if several else whole


def _range(comment: Comment) -> SourceRange:
    return SourceRange(comment.span, comment.file)
