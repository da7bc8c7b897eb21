"""Bare bullets: each on a stretch of its own, with no résumé round them. Only markers are looked for."""

from __future__ import annotations

from collections.abc import Iterable

from bulletcoach.model.document import Bullet, Document, Entry, Section, SectionKind, Source
from bulletcoach.model.text import Span
from bulletcoach.readers.cleaning import clean
from bulletcoach.readers.marks import mark_pairs
from bulletcoach.readers.words import ResumeWords


def read_bare(source: Source, spans: Iterable[Span], words: ResumeWords, *, current: bool | None) -> Document:
    """The bullets at `spans` of the source, as those of one entry without a name; `current` as in Entry.

    A span without any text behind its marker is no bullet.
    """
    bullets = tuple(bullet for span in spans if (bullet := _bullet(source.text, span, words)).text)
    entry = Entry(current=current, span=Span(0, len(source.text)), bullets=bullets)
    return Document(source, "bare", (Section(SectionKind.UNKNOWN, "", (entry,)),), prose=source.text)


def _bullet(text: str, span: Span, words: ResumeWords) -> Bullet:
    body = span.of(text)
    start = span.start + len(body) - len(body.lstrip())
    marker = words.markers.match(text, start, span.end)
    behind = Span(marker.end if marker else start, span.end)
    marks = tuple(mark_pairs(text, behind))
    cleaned, source_map = clean(text, behind, _keeps_hyphen, marks)
    return Bullet(cleaned, source_map, marker.text if marker else "", span=behind, marks=marks)


def _keeps_hyphen(_left: str, _right: str) -> bool:
    """A bullet of one line has no cut words; in one of several the hyphen was typed."""
    return True
