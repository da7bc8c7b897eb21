"""Whole bullets: rewrites that leave nothing to be filled in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bulletcoach.fixes.proposing import Proposal, new_wording
from bulletcoach.model.document import SectionKind
from bulletcoach.model.facts import Facts, Form
from bulletcoach.model.finding import Applicability, Finding
from bulletcoach.model.judgement import Judged
from bulletcoach.model.rewrite import Origin, Rewrite, RewriteKind
from bulletcoach.model.text import Span
from bulletcoach.rules.parts import quoted

_TO = "to "
_RESOLVED = ("BC1", "BC2")  # duty language and verbs: what another wording alone can mend


def ready_wording(bullet: Judged, rewrites: Iterable[Rewrite]) -> Proposal | None:
    """The rewrite of a bullet that can stand as it is: the grammar alone is changed, and nothing is left out.

    Rewrites are offered to the writer, who knows what was so; this one is made without asking. So nothing is guessed:

    - a verb is lent only to a stock opener with one thing (one keeps files, and does not keep an enrolment);
    - the words keep their order: “cakes reviewed in the Gazette” were reviewed by others, and “demand forecasting”
      does not come apart;
    - what a project does (“Runs a year on two cells”) is not made its maker's act;
    - nor is an aim (“To run a lab”) told as reached, or a duty's (“Responsible for keeping waste below 4%”).
    """
    facts = bullet.facts
    is_of_thing = (
        bullet.context.section.kind is SectionKind.PROJECTS and facts.head is not None and facts.head.form is Form.THIRD
    )
    is_aim = facts.text.lower().startswith(_TO)
    if is_of_thing or is_aim or (facts.opener is not None and bullet.judgement.outcomes):
        return None
    for rewrite in rewrites:
        is_ready = rewrite.kind is RewriteKind.MINIMAL and not (rewrite.slots or rewrite.second or rewrite.note)
        if is_ready and _keeps_order(rewrite) and not (_lends_verb(rewrite) and not _takes_verb(facts)):
            return Proposal(Applicability.UNSAFE, f"Say {quoted(new_wording(facts.text, rewrite))}", rewrite)
    return None


def _keeps_order(rewrite: Rewrite) -> bool:
    starts = [part.source.start for part in rewrite.parts if part.source is not None]
    return starts == sorted(starts)


def _lends_verb(rewrite: Rewrite) -> bool:
    """Whether a verb stands there that the writer has not used."""
    return any(part.origin is Origin.LEXICON for part in rewrite.parts)


def _takes_verb(facts: Facts) -> bool:
    """Whether the bullet has a verb that another can stand for, or a stock opener before one thing."""
    if facts.head is not None and (facts.opener is None or not facts.opener.span.covers(facts.head.span)):
        return True
    head = facts.objects[0].head if facts.objects else None
    row = (token for token in facts.tokens if token.dep == "conj")
    is_row = head is not None and any(head.start <= facts.tokens[token.head].start < head.end for token in row)
    return facts.opener is not None and not is_row


def resolved(text: str, proposal: Proposal, findings: Sequence[Finding]) -> Finding | None:
    """The finding that a new wording is about: the most telling one whose first word it does not keep."""
    telling = [
        finding
        for finding in findings
        if finding.code.startswith(_RESOLVED)
        and finding.span is not None
        and finding.span.of(text).strip()
        and not _keeps(proposal.rewrite, finding.span, text)
    ]
    return min(telling, key=lambda finding: (-finding.severity.rank, finding.code), default=None)


def _keeps(rewrite: Rewrite, span: Span, text: str) -> bool:
    """Whether the first word of a stretch of the text is in the rewrite as it stands there."""
    first = Span(span.start, span.start + len(span.of(text).split()[0]))
    return any(
        part.source is not None
        and part.source.covers(first)
        and part.text.casefold() == part.source.of(text).casefold()
        for part in rewrite.parts
    )
