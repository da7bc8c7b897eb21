"""What a reader makes of a file: a document of sections, entries and bullets."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum, StrEnum
from pathlib import Path

from msgspec import Struct

from bulletcoach.model.text import MarkPair, SourceMap, Span


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


class Source(Struct, frozen=True):
    """A file (or standard input) as it was found.

    `path` is the name to show. `data` are its bytes, untouched; `text` is what they decode to with `encoding`,
    without the byte order mark, line breaks as they stand. All source offsets count code points of `text`.
    `newline` is the file's usual line break. `file` is where it lies, None for standard input and texts.

    A file that is no text (DOCX, PDF, RTF) has an empty `encoding`; its reader puts what it found into `text`.
    """

    path: str
    data: bytes
    text: str
    encoding: str = "utf-8"
    has_bom: bool = False
    newline: str = "\n"
    file: Path | None = None


_NOWHERE = Span(0, 0)


class Bullet(Struct, frozen=True):
    """One claim: clean text on one line, each character mapped back to the source.

    `marker` is the glyph or number in front of it, empty where it is a bare sentence; `depth` counts the bullets it
    is nested in. `span` is the source range behind the marker: the text with the markup round it. `marks` are the
    pairs of marks in and round it, in order. `file` numbers the document's sources: 0 is the file itself, the others
    are those that it includes. `quoting` says how the source writes the text, where its format has several ways.
    """

    text: str
    source_map: SourceMap
    marker: str = ""
    depth: int = 0
    span: Span = _NOWHERE
    marks: tuple[MarkPair, ...] = ()
    file: int = 0
    quoting: str = ""


class Comment(Struct, frozen=True):
    """A comment of the source: its text without the comment signs, and the source range with them.

    `scope` is the source range that it is about, where the format says so: the object of JSON that holds it.
    """

    text: str
    span: Span
    file: int = 0
    scope: Span | None = None


class Positions(Enum):
    """How places in a file of this format are named.

    COLUMNS: by line and column. LINES: by the line of the text. PAGES: by page and line on it. PARAGRAPHS: by the
    number of the paragraph; each stands on one line of the source text.
    """

    COLUMNS = "columns"
    LINES = "lines"
    PAGES = "pages"
    PARAGRAPHS = "paragraphs"


class Entry(Struct, frozen=True):
    """One job, project or post, with its bullets in order.

    `start` and `end` are ISO years or months (`2021`, `2021-03`); `end` is None where it is open or unknown.
    `current` is True for a post still held, False for one that has ended, None where the text does not say.
    `scope` is an unmarked paragraph above the bullets that says how big the role was; it is not judged.
    `span` is the source range of the entry's own lines, in the source numbered `file`.
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
    file: int = 0

    @property
    def is_named(self) -> bool:
        """Whether the résumé says what this entry is; a paste of bare bullets does not."""
        return any((self.title, self.employer, self.start))

    @property
    def name(self) -> str:
        """What to call the entry in a message."""
        return ", ".join(part for part in (self.title, self.employer) if part) or "this entry"


class Section(Struct, frozen=True):
    """A heading and the entries under it. `title` is empty for text above the first heading."""

    kind: SectionKind
    title: str
    entries: tuple[Entry, ...] = ()


class Document(Struct, frozen=True):
    """A résumé, read. `format` names the reader; `notes` are remarks for the user about the reading itself.

    `included` are the sources of the files that it includes. `prose` is the text as one reads it, without markup: what
    tells the language. `comments` are those of all sources, in order. `pages` are the offsets in the source text at
    which its pages begin, where it has any.
    """

    source: Source
    format: str
    sections: tuple[Section, ...] = ()
    notes: tuple[str, ...] = ()
    included: tuple[Source, ...] = ()
    prose: str = ""
    comments: tuple[Comment, ...] = ()
    positions: Positions = Positions.COLUMNS
    pages: tuple[int, ...] = ()

    @property
    def sources(self) -> tuple[Source, ...]:
        """The file itself and those that it includes, by their numbers."""
        return (self.source, *self.included)

    def judged_entries(self) -> Iterator[tuple[Section, Entry]]:
        """The entries whose bullets are to be judged, in order."""
        for section in self.sections:
            if section.kind.holds_bullets:
                for entry in section.entries:
                    yield section, entry

    def judged_bullets(self) -> Iterator[Bullet]:
        """The bullets that are to be judged. Their order numbers them."""
        for _, entry in self.judged_entries():
            yield from entry.bullets
