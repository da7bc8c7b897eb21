"""What a check gives back for one file: the document, every judged bullet, every finding, and what went wrong."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby

from msgspec import Struct

from bulletcoach.model.document import Document, Entry
from bulletcoach.model.finding import Finding
from bulletcoach.model.judgement import Judged
from bulletcoach.model.rewrite import Rewrite


class FileResult(Struct, frozen=True):
    """The outcome of checking one source.

    `document` is None where the source could not be read; `errors` then says why, one line each. `field` is the id of
    the field lexicon used, `language` the ISO code found. `findings` stand in the order of the text and refer to
    `bullets` by number; `suppressed` are those that a comment or the configuration silences, `known` those that the
    baseline holds. `rewrites` holds the rewrites of a bullet under its number, best first.
    """

    path: str
    document: Document | None = None
    language: str | None = None
    field: str = "general"
    bullets: tuple[Judged, ...] = ()
    findings: tuple[Finding, ...] = ()
    suppressed: tuple[Finding, ...] = ()
    known: tuple[Finding, ...] = ()
    rewrites: Mapping[int, tuple[Rewrite, ...]] = {}
    notes: tuple[str, ...] = ()
    errors: tuple[str, ...] = ()

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The entries that have judged bullets: what Finding.entry counts."""
        groups = groupby((bullet.context.entry for bullet in self.bullets), key=id)
        return tuple(next(entries) for _, entries in groups)
