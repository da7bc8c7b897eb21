"""The ground: where the bullets and entries of a checked document stand, for directives to be about."""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property

from msgspec import Struct

from bulletcoach.model.document import Bullet, Document, Entry
from bulletcoach.model.result import FileResult
from bulletcoach.model.text import Span
from bulletcoach.suppression.sourcelines import SourceLines
from bulletcoach.suppression.surroundings import INDENTED, Standing, Surroundings

NO_NUMBER = -1
"""Of an entry that no finding can be about: none of its bullets is judged."""


class Spot(Struct, frozen=True):
    """An offset in one of the document's sources."""

    file: int
    offset: int


class Ground(Struct, frozen=True, dict=True):
    """The ground of one result that has a document."""

    result: FileResult
    document: Document

    @cached_property
    def bullets(self) -> tuple[Bullet, ...]:
        """The bullets by their numbers."""
        return tuple(self.document.judged_bullets())

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """The entries by their numbers: those that have judged bullets."""
        return self.result.entries

    def spot_of_bullet(self, number: int) -> Spot:
        bullet = self.bullets[number]
        return Spot(bullet.file, self._standing(number, bullet).start)

    def spot_of_entry(self, number: int) -> Spot:
        """The end of the entry's own lines: what stands above them or among them is in front of it."""
        entry = self.entries[number]
        return Spot(entry.file, max(entry.span.start, self._standing_of_entry(number, entry).end - 1))

    def around(self, file: int) -> Surroundings:
        """What stands in the source numbered `file`."""
        if file not in self._known:
            comments = [comment.span for comment in self.document.comments if comment.file == file]
            numbers = {id(entry): number for number, entry in enumerate(self.entries)}
            entries = (entry for section in self.document.sections for entry in section.entries)
            self._known[file] = Surroundings(
                SourceLines(self.document.sources[file].text, comments),
                [self._standing(number, each) for number, each in enumerate(self.bullets) if each.file == file],
                [
                    self._standing_of_entry(numbers.get(id(entry), NO_NUMBER), entry)
                    for entry in entries
                    if entry.file == file and entry.is_named and len(entry.span)
                ],
                is_indented=self.document.format in INDENTED,
            )
        return self._known[file]

    def within(self, scope: Span) -> tuple[list[int], list[int]]:
        """The numbers of the bullets and entries that begin in a range of the first source."""
        return _begin_within(scope, self._bullet_starts), _begin_within(scope, self._entry_starts)

    def is_whole(self, scope: Span) -> bool:
        """Whether a range is all that the first source holds."""
        return scope.covers(self._extent)

    @cached_property
    def _extent(self) -> Span:
        text = self.document.source.text
        return Span(len(text) - len(text.lstrip()), len(text.rstrip()))

    @cached_property
    def _bullet_starts(self) -> list[tuple[int, int]]:
        return sorted((self._standing(number, bullet).start, number) for number, bullet in enumerate(self.bullets))

    @cached_property
    def _entry_starts(self) -> list[tuple[int, int]]:
        return sorted((entry.span.start, number) for number, entry in enumerate(self.entries))

    @cached_property
    def _known(self) -> dict[int, Surroundings]:
        return {}

    def _standing(self, number: int, bullet: Bullet) -> Standing:
        said = bullet.source_map.source_span(Span(0, len(bullet.text)))
        start = min(said.start, bullet.span.start) if len(bullet.span) else said.start
        return Standing(start, said.end, max(said.end, bullet.span.end), number)

    def _standing_of_entry(self, number: int, entry: Entry) -> Standing:
        own = entry.span
        inside = [bullet.span.start for bullet in entry.bullets if bullet.file == entry.file]
        first = min(inside, default=own.end)
        if own.start <= first < own.end:
            return Standing(own.start, first, own.end, number, is_entry=True, has_bullets=True)
        return Standing(own.start, own.end, own.end, number, is_entry=True)


def _begin_within(scope: Span, starts: list[tuple[int, int]]) -> list[int]:
    first, last = bisect_left(starts, (scope.start, -1)), bisect_left(starts, (scope.end, -1))
    return [number for _, number in starts[first:last]]
