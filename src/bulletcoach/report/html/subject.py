"""Subject: the résumé that a page is about, with what the page shows of it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from msgspec import Struct

from bulletcoach.lexicon.lexicon import Lexicon
from bulletcoach.model.document import Entry
from bulletcoach.model.finding import Finding
from bulletcoach.model.judgement import Verdict
from bulletcoach.model.rewrite import Rewrite
from bulletcoach.report.placement import PlacedBullet, Placement
from bulletcoach.report.rewrites import Shown
from bulletcoach.report.summary import Summary


class Subject(Struct, frozen=True, dict=True):
    """A result with its places, those of its findings to show, how many rewrites, and the words of its field."""

    placement: Placement
    findings: Sequence[Finding]
    rewrites: Shown
    lexicon: Lexicon

    @cached_property
    def summary(self) -> Summary:
        """What it comes to."""
        total = Summary()
        total.add(self.placement, self.findings)
        return total

    @property
    def achievements(self) -> list[PlacedBullet]:
        """The bullets that are good as they are."""
        return [
            placed
            for placed in self.placement.bullets
            if placed.judged and placed.judged.judgement.verdict is Verdict.ACHIEVEMENT
        ]

    def about_bullet(self, number: int) -> list[Finding]:
        return [finding for finding in self.findings if finding.bullet == number]

    def rewrites_of(self, number: int) -> Sequence[Rewrite]:
        """The rewrites of a bullet that are to be shown."""
        return self.rewrites.of(self.placement.result.rewrites.get(number, ()))

    def about_entry(self, entry: Entry) -> list[Finding]:
        """The findings about an entry as such."""
        index = self.placement.index_of(entry)
        return [] if index is None else [finding for finding in self.findings if finding.entry == index]

    @property
    def about_all(self) -> list[Finding]:
        """The findings about the résumé as a whole."""
        return [finding for finding in self.findings if finding.bullet is None and finding.entry is None]
