"""Reach: which findings the claims of a document's directives silence.

A directive is about a bullet or an entry (`ignore`, `ignore-next`), about all that begins in a stretch of its file
(`disable` … `enable`), or about a file. In JSON it is about the object that it stands in, whichever it is.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator

from bulletcoach.model.finding import Finding
from bulletcoach.suppression.claims import Claim
from bulletcoach.suppression.ground import Ground, Spot

_Block = tuple[int, int, Claim]


class Reach:
    """Grows with every directive, in the order of the files."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground
        self._on_bullets: defaultdict[int, list[Claim]] = defaultdict(list)
        self._on_entries: defaultdict[int, list[Claim]] = defaultdict(list)
        self._in_files: dict[tuple[int, str], Claim] = {}
        self._blocks: defaultdict[tuple[int, str], list[_Block]] = defaultdict(list)
        self._open: dict[tuple[int, str], tuple[int, Claim]] = {}

    def on_bullet(self, number: int, claim: Claim) -> None:
        self._on_bullets[number].append(claim)

    def on_entry(self, number: int, claim: Claim) -> None:
        self._on_entries[number].append(claim)

    def in_file(self, file: int, claim: Claim) -> None:
        """Everywhere in a source; in the first one also on the résumé as a whole."""
        for code in claim.codes:
            self._in_files.setdefault((file, code), claim)

    def disable(self, at: Spot, claim: Claim) -> None:
        """From a place on. What is disabled there already stays with the claim that did it."""
        for code in claim.codes:
            self._open.setdefault((at.file, code), (at.offset, claim))

    def enable(self, at: Spot, codes: frozenset[str]) -> bool:
        """Ends the blocks of these codes; whether there were any."""
        ended = [key for code in codes if (key := (at.file, code)) in self._open]
        for key in ended:
            start, claim = self._open.pop(key)
            self._blocks[key].append((start, at.offset, claim))
        return bool(ended)

    def of(self, finding: Finding) -> Iterator[Claim]:
        """The claims that silence a finding."""
        if finding.bullet is not None:
            own, spot = self._on_bullets.get(finding.bullet, ()), self._ground.spot_of_bullet(finding.bullet)
        elif finding.entry is not None:
            own, spot = self._on_entries.get(finding.entry, ()), self._ground.spot_of_entry(finding.entry)
        else:
            own, spot = (), None
        yield from (claim for claim in own if finding.code in claim.codes)
        if spot is not None and (block := self._block_at(spot, finding.code)):
            yield block
        for file in self._files(finding, spot):
            if claim := self._in_files.get((file, finding.code)):
                yield claim

    @staticmethod
    def _files(finding: Finding, spot: Spot | None) -> tuple[int, ...]:
        """The sources whose `ignore-file` is about a finding: its own, and the main one if it is about no bullet."""
        if spot is None or spot.file == 0:
            return (0,)
        return (spot.file,) if finding.bullet is not None else (spot.file, 0)

    def _block_at(self, spot: Spot, code: str) -> Claim | None:
        key = spot.file, code
        start, claim = self._open.get(key, (None, None))
        if start is not None and start <= spot.offset:
            return claim
        blocks = self._blocks.get(key, [])
        at = bisect_right(blocks, spot.offset, key=lambda block: block[0]) - 1
        return blocks[at][2] if at >= 0 and spot.offset < blocks[at][1] else None
