"""A résumé as rules see it: its judged bullets, gathered by entry."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from msgspec import Struct

from bulletcoach.model.document import Document, Entry
from bulletcoach.model.judgement import Judged, Verdict

_FEWEST = 3  # with one or two bullets an entry has no shape that could be remarked on


class JudgedEntry(Struct, frozen=True):
    """An entry with its judged bullets. `number` counts the entries that have any, from 0."""

    number: int
    entry: Entry
    bullets: tuple[Judged, ...]

    @property
    def is_weighed(self) -> bool:
        """Whether its bullets can be weighed against each other: a named post with a handful, not a paste of lines."""
        return self.entry.is_named and len(self.bullets) >= _FEWEST

    def having(self, verdict: Verdict) -> tuple[Judged, ...]:
        return tuple(bullet for bullet in self.bullets if bullet.judgement.verdict is verdict)


class Resume(Struct, frozen=True):
    """All judged entries of one résumé, in order, and the document that they were read from, if there is one."""

    entries: tuple[JudgedEntry, ...]
    document: Document | None = None

    @property
    def bullets(self) -> Iterator[Judged]:
        for entry in self.entries:
            yield from entry.bullets

    @property
    def weighed(self) -> Iterator[JudgedEntry]:
        return (entry for entry in self.entries if entry.is_weighed)


def resume_of(bullets: Sequence[Judged], document: Document | None = None) -> Resume:
    """The bullets of one document, gathered by the entry they stand in."""
    groups = groupby(bullets, key=lambda bullet: id(bullet.context.entry))
    return Resume(
        tuple(
            JudgedEntry(number, group[0].context.entry, group)
            for number, group in enumerate(tuple(found) for _, found in groups)
        ),
        document,
    )
