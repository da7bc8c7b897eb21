"""Attaching: which finding gets which fix. No fix is attached that says more than the writer, or loses what matters."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from msgspec.structs import replace

from bulletcoach.fixes.fillers import without_filler
from bulletcoach.fixes.first_person import without_i
from bulletcoach.fixes.keeping import Keeping
from bulletcoach.fixes.proposing import Proposal, new_wording
from bulletcoach.fixes.scruples import Scruples
from bulletcoach.fixes.whole import ready_wording, resolved
from bulletcoach.lexicon.lexicon import Lexicon
from bulletcoach.model.facts import Facts
from bulletcoach.model.finding import Finding, Fix
from bulletcoach.model.judgement import Judged
from bulletcoach.model.rewrite import Rewrite
from bulletcoach.rewriting.honesty import Honesty
from bulletcoach.rewriting.trimming import Trimmer
from bulletcoach.rules.wording import FILLER, PRONOUN

_FEWEST = 2  # words


class FixMaker:
    """Makes the fixes of one lexicon. Make one and keep it: it has indexes.

    A rule that knows its own remedy, such as a full stop, has attached it already.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._trimmer = Trimmer(lexicon)
        self._honesty = Honesty(lexicon)
        self._keeping = Keeping(lexicon)
        self._scruples = Scruples(lexicon)
        self._states = lexicon.terms_of("state")
        self._negations = lexicon.terms_of("negation")

    def attached(
        self, findings: Iterable[Finding], bullets: Iterable[Judged], rewrites: Mapping[int, Sequence[Rewrite]]
    ) -> tuple[Finding, ...]:
        """The findings in their order, those that a program can mend with their fix.

        `bullets` are those that the findings are about, `rewrites` theirs by number.
        """
        known = {bullet.number: bullet for bullet in bullets}
        found = list(findings)
        by_bullet: dict[int, list[int]] = {}
        for place, finding in enumerate(found):
            if finding.bullet in known:
                by_bullet.setdefault(finding.bullet, []).append(place)
        for number, places in by_bullet.items():
            facts = known[number].facts
            for place in places:
                found[place] = self._mended(found[place], facts)
            whole = ready_wording(known[number], rewrites.get(number, ()))
            if whole is None or self._scruples.forbid(whole.rewrite, facts):
                continue
            about = resolved(facts.text, whole, [found[place] for place in places])
            if about and (fix := self._checked(whole, facts)):
                place = next(place for place in places if found[place] is about)
                found[place] = replace(about, fix=fix)
        return tuple(found)

    def _mended(self, finding: Finding, facts: Facts) -> Finding:
        """The finding with the fix of its own stretch, if it has one."""
        proposal = None
        if finding.code == PRONOUN.code and finding.span is not None and finding.span.start == 0:
            proposal = without_i(facts, self._states)
        elif finding.code == FILLER.code and finding.span is not None:
            proposal = without_filler(finding.span, facts, self._trimmer, self._negations)
        fix = self._checked(proposal, facts) if proposal else None
        return replace(finding, fix=fix) if fix else finding

    def _checked(self, proposal: Proposal, facts: Facts) -> Fix | None:
        """The fix, if it is honest. A word alone is no bullet: “Worked”."""
        new = new_wording(facts.text, proposal.rewrite)
        if new == facts.text or len(new.split()) < _FEWEST or self._keeping.loses(facts, new):
            return None
        return None if self._honesty.faults(proposal.rewrite, facts) else proposal.as_fix(facts.text)
