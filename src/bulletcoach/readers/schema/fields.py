"""The fields of an entry: what its keys say of title, employer, place and dates, and what holds its bullets."""

from __future__ import annotations

from collections import defaultdict

from msgspec.structs import replace

from bulletcoach.model.document import SectionKind
from bulletcoach.readers.cleaning import plain
from bulletcoach.readers.posts import Header, parse
from bulletcoach.readers.schema.dates import between, date_text, flagged, within
from bulletcoach.readers.schema.fragments import is_html, read_html
from bulletcoach.readers.schema.keys import role_of
from bulletcoach.readers.schema.nodes import Kind, Mapping, Node, Scalar
from bulletcoach.readers.shapes import has_employer, has_title, is_title_case, word_count
from bulletcoach.readers.words import ResumeWords

_LONGEST = 300
_LONGEST_SUBTITLE = 8  # words
_LONGEST_TITLE = 5  # words of one in a field for descriptions
_NAMES_EMPLOYER = frozenset(
    {SectionKind.EXPERIENCE, SectionKind.VOLUNTEERING, SectionKind.MILITARY, SectionKind.LEADERSHIP}
)
"""Sections where a bare “name” is that of the employer; in all others it is that of the thing itself."""
NO_HEADER = Header()


class Fields:
    """The values of a mapping by the roles of their keys."""

    def __init__(self, mapping: Mapping, words: ResumeWords) -> None:
        self._words = words
        self._by_role: dict[str, list[Node]] = defaultdict(list)
        self.mapping = mapping
        own = {key.text for key, _ in mapping.pairs}
        for index, (key, value) in enumerate(mapping.all_pairs()):
            if index < len(mapping.pairs) or key.text not in own:
                self._by_role[role_of(key.text, words)].append(value)

    def has(self, *roles: str) -> bool:
        """Whether there is a value, and not null, for any of the roles."""
        return any(_is_given(node) for role in roles for node in self._by_role.get(role, ()))

    def nodes(self, role: str) -> list[Node]:
        return self._by_role.get(role, [])

    def text(self, role: str) -> str | None:
        """The first text for a role, without markup; of a mapping its name, or town and region."""
        return next((text for node in self._by_role.get(role, ()) if (text := self._said(node))), None)

    @property
    def is_dated(self) -> bool:
        return self.has("start", "end", "dates")

    def header(self, kind: SectionKind, above: Header = NO_HEADER) -> Header:
        """What the fields say of an entry in a section of `kind`; what they do not say is that of the post `above`."""
        title, employer, name = self.text("title"), self.text("employer"), self.text("name")
        if title is None and kind in _NAMES_EMPLOYER:
            title = next((text for node in self.nodes("prose") if (text := self._title_in(node))), None)
        if name is not None:
            names_thing = kind not in _NAMES_EMPLOYER or above.employer is not None or self._is_title(name)
            if kind is SectionKind.PROJECTS or (title is None and (employer is not None or names_thing)):
                title = name
            elif employer is None:
                employer = name
        if kind is not SectionKind.PROJECTS and (below := self.text("subtitle")) is not None:
            title, employer = self._beside(below, title, employer)
        if title is not None and employer is None and kind in _NAMES_EMPLOYER:
            both = parse([title], kind, self._words)  # “Agent at Acme”
            if both.title is not None and both.employer is not None:
                title, employer = both.title, both.employer
        start, end, current = self._dates()
        found = Header(title, employer, self.text("place"), start, end, current, title is not None)
        if (start, end, current) == (None, None, None):
            found = replace(found, start=above.start, end=above.end, current=above.current)
        return replace(
            found,
            title=found.title or above.title,
            employer=found.employer or above.employer,
            place=found.place or above.place,
            is_titled=found.is_titled or above.is_titled,
        )

    def _dates(self) -> tuple[str | None, str | None, bool | None]:
        words = self._words
        current = flagged(self.nodes("current"))
        for node in self.nodes("dates"):
            if isinstance(node, Mapping) and (inner := Fields(node, words)).has("start", "end"):
                found = inner._dates()
            else:
                found = within(date_text(node, words), current, words)
            if found != (None, None, None):
                return found
        start = next((text for node in self.nodes("start") if (text := date_text(node, words))), "")
        end = next((text for node in self.nodes("end") if (text := date_text(node, words))), "")
        if not end:
            end = next((text for node in self.nodes("current") if (text := date_text(node, words))), "")
        return between(start, end, current, words)

    def _beside(self, below: str, title: str | None, employer: str | None) -> tuple[str | None, str | None]:
        """Title and employer where a subtitle `below` them may be either."""
        if word_count(below) > _LONGEST_SUBTITLE or (title is not None and employer is not None):
            return title, employer
        if title is None or (self._is_title(below) and not self._is_title(title)):
            return below, employer or title
        return title, below

    def _title_in(self, prose: Node) -> str | None:
        """“Co-founder”, which some keep in a field for descriptions."""
        text = _plain(prose) or ""
        is_title = word_count(text) <= _LONGEST_TITLE and is_title_case(text, self._words)
        return text if is_title and self._is_title(text) else None

    def _is_title(self, name: str) -> bool:
        """“Reviewer”, in a section where names are those of employers."""
        return has_title(name, self._words) and not has_employer(name, self._words)

    def _said(self, node: Node) -> str | None:
        if isinstance(node, Mapping):
            inner = Fields(node, self._words)
            parts = [part for each in inner.nodes("place") if (part := _plain(each))]
            return (
                _plain_of(inner.nodes("name") or inner.nodes("title") or inner.nodes("label"))
                or ", ".join(parts)
                or None
            )
        return _plain(node)


def _is_given(node: Node) -> bool:
    if isinstance(node, Scalar):
        return node.kind is not Kind.NULL and bool(node.text.strip())
    return bool(node.pairs if isinstance(node, Mapping) else node.items)


def _plain_of(nodes: list[Node]) -> str | None:
    return next((text for node in nodes if (text := _plain(node))), None)


def _plain(node: Node) -> str | None:
    if not isinstance(node, Scalar) or node.kind in (Kind.NULL, Kind.TRUE, Kind.FALSE):
        return None
    rendering = node.rendering
    text = (read_html(rendering) if is_html(rendering.text) else rendering).text.strip()
    return plain(text[:_LONGEST]) or None
