"""Silencing: the findings of one result, parted into those to report and those that were silenced."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import partial

from msgspec.structs import replace

from bulletcoach.config import Settings
from bulletcoach.model.document import Comment, Document
from bulletcoach.model.finding import Finding
from bulletcoach.model.result import FileResult
from bulletcoach.model.text import Span
from bulletcoach.rules.parts import quoted
from bulletcoach.suppression.claims import Claim, claims_of
from bulletcoach.suppression.configured import Configured
from bulletcoach.suppression.directives import Directive, Fault, Kind, directives_of
from bulletcoach.suppression.ground import NO_NUMBER, Ground, Spot
from bulletcoach.suppression.reach import Reach
from bulletcoach.suppression.remarks import in_order, unknown, unused


def silenced(result: FileResult, document: Document, own: Sequence[Settings]) -> FileResult:
    """The result of a document without the findings that are silenced; `own` are the settings of its sources."""
    told = _Told(Ground(result, document))
    told.hear(document)
    configured = [Configured(one.suppress) for one in own]
    kept: list[Finding] = []
    taken: list[Finding] = []
    used: set[Claim] = set()
    for finding in result.findings:
        claims = [*told.reach.of(finding), *_by_text(finding, told.ground, configured)]
        used.update(claims)
        (taken if claims else kept).append(finding)
    remarks = unknown(told.faults)
    for file, here in enumerate(own):
        idle = [claim for claim in (*told.claims[file], *configured[file].claims) if claim not in used]
        texts = [bullet.text for bullet in told.ground.bullets if bullet.file == file]
        remarks += unused(idle, here, told.where, partial(configured[file].begins_one, texts=texts))
    remarks = in_order(remarks, own)
    return replace(result, findings=(*kept, *remarks), suppressed=(*result.suppressed, *taken))


def _by_text(finding: Finding, ground: Ground, configured: Sequence[Configured]) -> Iterator[Claim]:
    if finding.bullet is not None:
        bullet = ground.bullets[finding.bullet]
        yield from configured[bullet.file].of(bullet.text, finding.code)


class _Told:
    """What the comments of a document say: their claims, by source, and their faults."""

    def __init__(self, ground: Ground) -> None:
        self.ground = ground
        self.reach = Reach(ground)
        self.claims: defaultdict[int, list[Claim]] = defaultdict(list)
        self.faults: list[Fault] = []
        self._where: dict[Claim, str] = {}

    def where(self, claim: Claim) -> str:
        """What a claim was about, in words that follow “silences nothing”."""
        return self._where.get(claim, "")

    def hear(self, document: Document) -> None:
        """Takes in every directive, in the order in which they stand in their files."""
        for comment in document.comments:
            for said in directives_of(comment):
                if isinstance(said, Fault):
                    self.faults.append(said)
                elif comment.scope is not None:
                    self._about_object(said, comment.scope)
                else:
                    self._follow(said)

    def _follow(self, directive: Directive) -> None:
        comment = directive.comment
        claims = self._claims(directive)
        spot = Spot(comment.file, comment.span.start)
        if directive.kind is Kind.ENABLE:
            self._enable(directive, claims, spot)
            return
        self.claims[comment.file] += claims
        for claim in claims:
            match directive.kind:
                case Kind.DISABLE:
                    self.reach.disable(spot, claim)
                    self._where[claim] = " from here on"
                case Kind.FILE:
                    self.reach.in_file(comment.file, claim)
                    self._where[claim] = " in this file"
                case _:
                    self._aim(claim, comment, is_next=directive.kind is Kind.NEXT)

    def _enable(self, directive: Directive, claims: list[Claim], spot: Spot) -> None:
        for claim in claims:
            if not self.reach.enable(spot, claim.codes):
                message = f"“{Kind.ENABLE}{f'[{claim.name}]' if claim.name else ''}” ends no “{Kind.DISABLE}” above it"
                self.faults.append(Fault(directive.comment, message, "Take it out, or put the other in."))

    def _aim(self, claim: Claim, comment: Comment, *, is_next: bool) -> None:
        """Makes a claim on the one bullet or entry that its comment is about."""
        around = self.ground.around(comment.file)
        target = around.next_bullet(comment.span.end) if is_next else around.target(comment)
        if target is None:
            self._where[claim] = ": no bullet follows it"
        elif not target.is_entry:
            self.reach.on_bullet(target.number, claim)
            self._where[claim] = f" on {quoted(self.ground.bullets[target.number].text)}"
        else:
            self._where[claim] = " about the entry that it stands at"
            if target.number != NO_NUMBER:
                self.reach.on_entry(target.number, claim)

    def _about_object(self, directive: Directive, scope: Span) -> None:
        """JSON: a directive holds for the object that it stands in, for all of the file in the outermost one."""
        if directive.kind in (Kind.NEXT, Kind.ENABLE):
            message = f"“{directive.kind}” has no meaning in JSON: a directive holds for the object that it stands in"
            self.faults.append(Fault(directive.comment, message, "Use “ignore”."))
            return
        is_whole = self.ground.is_whole(scope)
        if is_whole and not directive.names:
            message = f"“{directive.kind}” for the whole file does not say which rules"
            self.faults.append(Fault(directive.comment, message, "Name them; ALL, spelt out, stands for every one."))
            return
        bullets, entries = self.ground.within(scope)
        claims = self._claims(directive)
        self.claims[directive.comment.file] += claims
        for claim in claims:
            self._where[claim] = " in this file" if is_whole else " in this object"
            if is_whole:
                self.reach.in_file(0, claim)
                continue
            for number in bullets:
                self.reach.on_bullet(number, claim)
            for number in entries:
                self.reach.on_entry(number, claim)

    def _claims(self, directive: Directive) -> list[Claim]:
        """The claims of a directive; its faults are kept."""
        found = list(claims_of(directive))
        self.faults += [each for each in found if isinstance(each, Fault)]
        return [each for each in found if isinstance(each, Claim)]
