"""Blocks of what was found in a tree: headings, entries, bullets."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from bulletcoach.model.document import Source
from bulletcoach.model.text import Span
from bulletcoach.readers.blocks import Block, Kind
from bulletcoach.readers.headers import is_header
from bulletcoach.readers.labels import labelled
from bulletcoach.readers.lines import MAX_LINES
from bulletcoach.readers.posts import Header
from bulletcoach.readers.rendering import Renderer
from bulletcoach.readers.schema.claims import Claims
from bulletcoach.readers.schema.keys import Section
from bulletcoach.readers.schema.nodes import Kind as ScalarKind
from bulletcoach.readers.schema.nodes import Mapping, Scalar
from bulletcoach.readers.schema.renderings import without_markdown
from bulletcoach.readers.schema.strings import PART, Claim
from bulletcoach.readers.shapes import is_closing, is_contact, is_list, is_name_with_link, is_sentence
from bulletcoach.readers.words import ResumeWords

_LEVEL = 2


class Place(Struct, frozen=True):
    """Where the walk is: in which section, where that is named, and whether what lies here is surely a résumé's."""

    section: Section
    span: Span
    is_sure: bool


class Writer:
    """Writes blocks, a heading before the first thing in each section."""

    def __init__(self, source: Source, words: ResumeWords) -> None:
        self.blocks: list[Block] = []
        self._source = source
        self._words = words
        self._heading: Section | None = None

    @property
    def is_full(self) -> bool:
        """Whether there are more blocks than are read."""
        return len(self.blocks) > MAX_LINES

    def entry(self, mapping: Mapping, header: Header, claims: Claims, place: Place | None) -> None:
        """An entry, its summary if it has bullets too, and these."""
        self._head(place)
        self._name(mapping, header)
        if any(_stays(claim.rendering.text, self._words) for claim in claims.bullets):
            for claim in claims.prose:
                if _is_scope(claim.rendering.text, self._words):
                    self.blocks.append(Block(Kind.BODY, claim.rendering, claim.span, quoting=claim.quoting))
        self._bullets(claims.bullets)

    def claims(self, claims: Iterable[Claim], place: Place) -> None:
        """Bullets right under a section."""
        found = list(claims)
        if found:
            self._head(place)
            self._bullets(found)

    def text(self, value: Scalar, place: Place) -> None:
        """A section that is one string: read as running text."""
        if value.kind is ScalarKind.TEXT and place.section.is_known and place.section.kind.holds_bullets:
            rendering = value.rendering
            if "\n" in rendering.text.strip():
                self._head(place)
                whole = without_markdown(rendering, Span(0, len(rendering.text)))
                self.blocks.append(Block(Kind.TEXT, whole, value.span, quoting=value.quoting + PART))

    def _name(self, mapping: Mapping, header: Header) -> None:
        first = mapping.pairs[0][0].span if mapping.pairs else mapping.span
        said = ", ".join(part for part in (header.title, header.employer) if part) or header.start or "…"
        renderer = Renderer(self._source.text)
        renderer.say(said, first.start, max(first.end, first.start + 1))
        self.blocks.append(Block(Kind.ENTRY, renderer.rendering(), mapping.span, post=header))

    def _head(self, place: Place | None) -> None:
        """The heading of the section, if it is not there yet."""
        if place is None or not place.section.title or place.section == self._heading:
            return
        self._heading = place.section
        renderer = Renderer(self._source.text)
        renderer.say(place.section.title, place.span.start, place.span.end)
        self.blocks.append(Block(Kind.HEADING, renderer.rendering(), place.span, level=_LEVEL))

    def _bullets(self, claims: Iterable[Claim]) -> None:
        self.blocks += (
            Block(Kind.BULLET, each.rendering, each.span, each.level, each.marker, quoting=each.quoting)
            for each in claims
            if each.rendering.text.strip()
        )


def _stays(text: str, words: ResumeWords) -> bool:
    """Whether a bullet is one that is kept: the shared code leaves out lists of tools and contact details."""
    text = text.strip()
    is_left_out = is_list(text, words) or is_contact(text, words) or is_closing(text, words)
    return bool(text) and not is_left_out and labelled(text, words) is None


def _is_scope(text: str, words: ResumeWords) -> bool:
    """Whether a summary is a sentence that nobody would take for the name of something."""
    text = text.strip()
    is_name = is_header(text, words) or is_name_with_link(text, words) or labelled(text, words) is not None
    return is_sentence(text, words) and not is_name and not text.endswith(":")
