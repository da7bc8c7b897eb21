"""The panel: judges a résumé's bullets and applies the rules to them, for one field and profile."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any

from bulletcoach.judging import Bench, FieldFinder
from bulletcoach.lexicon.field import FieldPack
from bulletcoach.lexicon.lexicon import GENERAL, Lexicon
from bulletcoach.model.document import Bullet, Document, Entry, Section
from bulletcoach.model.facts import Facts
from bulletcoach.model.finding import Finding, Severity
from bulletcoach.model.judgement import Context, Judged, Profile
from bulletcoach.model.rewrite import Rewrite
from bulletcoach.rewriting import Rewriter, rewritten
from bulletcoach.rules import Reference, check, unparsed_finding, with_severity
from bulletcoach.selection import Coded, severity_of

# A longer bullet is no bullet, and the parser's time grows with its length. The rule too-long reports it.
PARSE_LIMIT = 2_000


class Panel:
    """What judging and the rules need, built once and when it is needed: they make indexes of the lexicon.

    `rule_options` are the options that were set (see Reference). `role_level` is the level of the verbs that a post
    claims as a rule where its title does not tell, None where nothing is said of that.
    """

    def __init__(
        self,
        lexicon: Lexicon,
        pack: FieldPack,
        profile: Profile,
        rule_options: tuple[Any, ...] = (),
        role_level: int | None = None,
    ) -> None:
        self._lexicon = lexicon
        self._pack = pack
        self._role_level = role_level
        self._profile = profile
        self._field = FieldFinder(pack)
        self._reference = Reference(lexicon, pack, profile, rule_options)

    @cached_property
    def _bench(self) -> Bench:
        return Bench(self._pack, self._lexicon)

    @cached_property
    def _elsewhere(self) -> Bench:
        return Bench(self._lexicon.field(GENERAL.about.id), self._lexicon)

    @cached_property
    def _rewriter(self) -> Rewriter:
        return Rewriter(self._reference)

    def judge(self, document: Document, facts: Mapping[str, Facts], *, everywhere: bool) -> Iterator[Judged]:
        """Every bullet of the document whose text can be parsed; `facts` has them by text.

        An entry that holds nothing of the field is judged as general, unless the field was asked for `everywhere`.
        """
        ours = None if everywhere else self._field.entries(document, facts)
        entry_numbers = {id(entry): number for number, (_, entry) in enumerate(document.judged_entries())}
        for number, (section, entry, index, bullet) in enumerate(bullets_of(document)):
            if not is_parsed(bullet):
                continue
            in_field = ours is None or entry_numbers[id(entry)] in ours
            field, bench = (self._pack.about.id, self._bench) if in_field else (GENERAL.about.id, self._elsewhere)
            role = self._reference.roles.find(entry.title) if in_field else None
            level = role.level if role else self._role_level
            context = Context(section, entry, index, field, level, self._profile)
            known = facts[bullet.text]
            yield Judged(bullet, known, bench.judge(known), context, number)

    def rewrites(self, bullets: tuple[Judged, ...]) -> dict[int, tuple[Rewrite, ...]]:
        """The rewrites of each bullet that has any, under its number.

        They follow the spelling of all bullets together, and avoid opening with a verb that a neighbour opens with, be
        it as written or as rewritten.
        """
        return rewritten(bullets, self._rewriter, self._lexicon)

    def findings(
        self,
        document: Document,
        bullets: tuple[Judged, ...],
        counts: Callable[[Coded, int], bool],
        severities: Sequence[tuple[str, Severity]] = (),
    ) -> list[Finding]:
        """What the rules have to say, in the order of the bullets; findings about entries last.

        `counts` tells whether a rule is wanted in the source with this number. `severities` are those that the user
        gave to rules, under selectors.
        """
        unparsed = [
            with_severity(finding, severity_of(finding, severities))
            for number, (*_, bullet) in enumerate(bullets_of(document))
            if not is_parsed(bullet) and counts(finding := unparsed_finding(bullet.text, number), bullet.file)
        ]
        found = check(
            bullets,
            self._reference,
            counts,
            document,
            severity=lambda rule: severity_of(rule, severities) if severities else None,
        )
        return sorted([*unparsed, *found], key=_by_bullet)


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
