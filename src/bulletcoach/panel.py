"""The panel: judges a résumé's bullets and applies the rules to them, for one field and profile."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from bulletcoach.judging import Bench, RoleFinder, entries_of_field
from bulletcoach.lexicon.field import FieldPack
from bulletcoach.lexicon.lexicon import GENERAL, Lexicon
from bulletcoach.model.document import Bullet, Document, Entry, Section
from bulletcoach.model.facts import Facts
from bulletcoach.model.finding import Finding
from bulletcoach.model.judgement import Context, Judged, Profile
from bulletcoach.model.rewrite import Rewrite
from bulletcoach.rewriting import Rewriter, rewritten
from bulletcoach.rules import Reference, check, unparsed_finding
from bulletcoach.selection import Selection

# A longer bullet is no bullet, and the parser's time grows with its length. The rule too-long reports it.
PARSE_LIMIT = 2_000


class Panel:
    """What judging and the rules need, built once: both make indexes of the lexicon."""

    def __init__(self, lexicon: Lexicon, pack: FieldPack, profile: Profile) -> None:
        self._pack = pack
        self._profile = profile
        self._bench = Bench(pack, lexicon)
        self._elsewhere = Bench(lexicon.field(GENERAL.about.id), lexicon)
        self._roles = RoleFinder(pack)
        self._lexicon = lexicon
        self._reference = Reference(lexicon, pack, profile)
        self._rewriter = Rewriter(self._reference)
        self._rewriter_elsewhere = Rewriter(self._reference.general)

    def judge(self, document: Document, facts: Mapping[str, Facts], *, everywhere: bool) -> Iterator[Judged]:
        """Every bullet of the document whose text can be parsed; `facts` has them by text.

        An entry that holds nothing of the field is judged as general, unless the field was asked for `everywhere`.
        """
        ours = entries_of_field(document, self._pack)
        entry_numbers = {id(entry): number for number, (_, entry) in enumerate(document.judged_entries())}
        for number, (section, entry, index, bullet) in enumerate(bullets_of(document)):
            if not is_parsed(bullet):
                continue
            in_field = everywhere or entry_numbers[id(entry)] in ours
            field, bench = (self._pack.about.id, self._bench) if in_field else (GENERAL.about.id, self._elsewhere)
            role = self._roles.find(entry.title) if in_field else None
            context = Context(section, entry, index, field, role.level if role else None, self._profile)
            known = facts[bullet.text]
            yield Judged(bullet, known, bench.judge(known), context, number)

    def rewrites(self, bullets: tuple[Judged, ...]) -> dict[int, tuple[Rewrite, ...]]:
        """The rewrites of each bullet that has any, under its number.

        They follow the spelling of all bullets together, and avoid opening with a verb that a neighbour opens with, be
        it as written or as rewritten.
        """
        rewriters = {True: self._rewriter, False: self._rewriter_elsewhere}
        return rewritten(bullets, lambda bullet: rewriters[bullet.context.field == self._pack.about.id], self._lexicon)

    def findings(self, document: Document, bullets: tuple[Judged, ...], selection: Selection) -> list[Finding]:
        """What the selected rules have to say, in the order of the bullets; findings about entries last."""
        unparsed = [
            unparsed_finding(bullet.text, number)
            for number, (_, _, _, bullet) in enumerate(bullets_of(document))
            if not is_parsed(bullet)
        ]
        unparsed = [finding for finding in unparsed if selection.counts(finding)]
        return sorted([*unparsed, *check(bullets, self._reference, selection.counts)], key=_by_bullet)


def bullets_of(document: Document) -> Iterator[tuple[Section, Entry, int, Bullet]]:
    """The bullets to judge, each with its section, its entry and its place there. Their order numbers them."""
    for section, entry in document.judged_entries():
        for index, bullet in enumerate(entry.bullets):
            yield section, entry, index, bullet


def is_parsed(bullet: Bullet) -> bool:
    """Whether the bullet is short enough to be parsed and judged."""
    return len(bullet.text) <= PARSE_LIMIT


def _by_bullet(finding: Finding) -> float:
    return float("inf") if finding.bullet is None else finding.bullet
