"""What a reader makes of a file: a document of sections, entries and bullets."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from bulletcoach.model.text import SourceMap, Span


class SectionKind(StrEnum):
    """What a section of a résumé is about. The ids of `[[heading]]` in lexicons/resume.toml."""

    EXPERIENCE = "experience"
    VOLUNTEERING = "volunteering"
    PROJECTS = "projects"
    MILITARY = "military"
    LEADERSHIP = "leadership"
    SUMMARY = "summary"
    SKILLS = "skills"
    EDUCATION = "education"
    COURSEWORK = "coursework"
    AWARDS = "awards"
    CERTIFICATIONS = "certifications"
    PUBLICATIONS = "publications"
    LANGUAGES = "languages"
    INTERESTS = "interests"
    REFERENCES = "references"
    CONTACT = "contact"
    UNKNOWN = "unknown"

    @property
    def holds_bullets(self) -> bool:
        """Whether the lines of such a section are claims about work, to be judged."""
        return self in _JUDGED


_JUDGED = frozenset(
    {
        SectionKind.EXPERIENCE,
        SectionKind.VOLUNTEERING,
        SectionKind.PROJECTS,
        SectionKind.MILITARY,
        SectionKind.LEADERSHIP,
        SectionKind.UNKNOWN,
    }
)


@dataclass(frozen=True, slots=True)
class Source:
    """A file (or standard input) as it was found.

    `path` is the name to show. `data` are its bytes, untouched; `text` is what they decode to with `encoding`,
    without the byte order mark, line breaks as they stand. All source offsets count code points of `text`.
    `newline` is the file's usual line break.
    """

    path: str
    data: bytes
    text: str
    encoding: str = "utf-8"
    has_bom: bool = False
    newline: str = "\n"


_NOWHERE = Span(0, 0)


@dataclass(frozen=True, slots=True)
class Bullet:
    """One claim: clean text on one line, each character mapped back to the source.

    `marker` is the glyph or number in front of it, empty where it is a bare sentence; `depth` counts the bullets it
    is nested in. `span` is the source range behind the marker: the text with the markup round it.
    """

    text: str
    source_map: SourceMap
    marker: str = ""
    depth: int = 0
    span: Span = _NOWHERE


@dataclass(frozen=True, slots=True)
class Entry:
    """One job, project or post, with its bullets in order.

    `start` and `end` are ISO years or months (`2021`, `2021-03`); `end` is None where it is open or unknown.
    `current` is True for a post still held, False for one that has ended, None where the text does not say.
    `scope` is an unmarked paragraph above the bullets that says how big the role was; it is not judged.
    `span` is the source range of the entry's own lines.
    """

    title: str | None = None
    employer: str | None = None
    place: str | None = None
    start: str | None = None
    end: str | None = None
    current: bool | None = None
    scope: str | None = None
    span: Span = _NOWHERE
    bullets: tuple[Bullet, ...] = ()

    @property
    def is_named(self) -> bool:
        """Whether the résumé says what this entry is; a paste of bare bullets does not."""
        return any((self.title, self.employer, self.start))

    @property
    def name(self) -> str:
        """What to call the entry in a message."""
        return ", ".join(part for part in (self.title, self.employer) if part) or "this entry"


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and the entries under it. `title` is empty for text above the first heading."""

    kind: SectionKind
    title: str
    entries: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """A résumé, read. `format` names the reader; `notes` are remarks for the user about the reading itself."""

    source: Source
    format: str
    sections: tuple[Section, ...] = ()
    notes: tuple[str, ...] = ()

    def judged_entries(self) -> Iterator[tuple[Section, Entry]]:
        """The entries whose bullets are to be judged, in order."""
        for section in self.sections:
            if section.kind.holds_bullets:
                for entry in section.entries:
                    yield section, entry
