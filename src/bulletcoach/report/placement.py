"""Placement: where in the file the bullets and findings of a result stand."""

from __future__ import annotations

from functools import cached_property

from msgspec import Struct

from bulletcoach.model.document import Bullet, Document, Entry, Section, Source
from bulletcoach.model.finding import Finding
from bulletcoach.model.judgement import Judged
from bulletcoach.model.places import Place, Places
from bulletcoach.model.result import FileResult
from bulletcoach.model.text import Span


class PlacedBullet(Struct, frozen=True):
    """A bullet of the document with its number, its place, and its judgement if it was judged.

    `ordinal` counts the bullets with the same text.
    """

    number: int
    ordinal: int
    section: Section
    entry: Entry
    bullet: Bullet
    place: Place
    judged: Judged | None

    @property
    def id(self) -> str:
        """A name that stays when lines above it come and go: the text, and which of equal texts it is."""
        from hashlib import sha256  # 3 ms, for which a report for people does not wait

        return sha256(f"{self.ordinal}:{self.bullet.text}".encode("utf-8", "surrogatepass")).hexdigest()[:12]


class Placement(Struct, frozen=True, dict=True):
    """The places of everything in one result."""

    result: FileResult

    @cached_property
    def bullets(self) -> tuple[PlacedBullet, ...]:
        """All bullets, judged or not, in the order of their numbers."""
        document = self.result.document
        judged = {bullet.number: bullet for bullet in self.result.bullets}
        seen: dict[str, int] = {}
        placed: list[PlacedBullet] = []
        for section, entry in document.judged_entries() if document else ():
            for bullet in entry.bullets:
                number, ordinal = len(placed), seen.get(bullet.text, 0)
                seen[bullet.text] = ordinal + 1
                place = self._places.of_bullet(bullet)
                placed.append(PlacedBullet(number, ordinal, section, entry, bullet, place, judged.get(number)))
        return tuple(placed)

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """The entries that have judged bullets: what Finding.entry counts."""
        return self.result.entries

    def of(self, finding: Finding) -> Place | None:
        """Where a finding stands; None for one about the whole résumé."""
        if finding.bullet is not None:
            bullet = self.bullets[finding.bullet].bullet
            return self._places.of_bullet(bullet, finding.span)
        if finding.entry is not None:
            return self.of_entry(self.entries[finding.entry])
        if finding.at is not None:
            return self._places.of(finding.at.span, finding.at.file)
        return None

    def of_entry(self, entry: Entry) -> Place:
        """Where an entry stands: its own lines."""
        return self._places.of(entry.span, entry.file)

    def of_source(self, span: Span, file: int) -> Place:
        """Where a range of the source numbered `file` stands."""
        return self._places.of(span, file)

    @property
    def beginning(self) -> Place:
        """The beginning of the file."""
        return self._places.of(Span(0, 0))

    def index_of(self, entry: Entry) -> int | None:
        """The number of an entry among `entries`."""
        return next((number for number, other in enumerate(self.entries) if other is entry), None)

    @cached_property
    def _places(self) -> Places:
        return Places(self.result.document or Document(Source(self.result.path, b"", ""), "text"))
