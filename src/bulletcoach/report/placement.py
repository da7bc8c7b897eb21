"""Placement: where in the file the bullets and findings of a result stand."""

from __future__ import annotations

from functools import cached_property
from hashlib import sha256

from msgspec import Struct

from bulletcoach.model.document import Bullet, Document, Entry, Section, Source
from bulletcoach.model.finding import Finding
from bulletcoach.model.judgement import Judged
from bulletcoach.model.places import Place, Places
from bulletcoach.model.result import FileResult
from bulletcoach.model.text import Span


class PlacedBullet(Struct, frozen=True):
    """A bullet of the document with its number, its place and id, and its judgement if it was judged."""

    number: int
    id: str
    section: Section
    entry: Entry
    bullet: Bullet
    place: Place
    judged: Judged | None


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
                placed.append(
                    PlacedBullet(number, _id(bullet.text, ordinal), section, entry, bullet, place, judged.get(number))
                )
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


def _id(text: str, ordinal: int) -> str:
    """A name for a bullet that stays when lines above it come and go: its text, and which of equal texts it is."""
    return sha256(f"{ordinal}:{text}".encode("utf-8", "surrogatepass")).hexdigest()[:12]
