"""The walk through the tree: sections by their keys, in them entries, in them bullets."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import PurePath

from msgspec.structs import replace

from bulletcoach.model.document import Comment, Document, SectionKind, Source
from bulletcoach.model.text import Span
from bulletcoach.readers.cleaning import plain
from bulletcoach.readers.outline import read_outline
from bulletcoach.readers.posts import Header, parse
from bulletcoach.readers.schema import nodes
from bulletcoach.readers.schema.blocks import Place, Writer
from bulletcoach.readers.schema.claims import Claims, claims_of, list_claims, mapping_claims
from bulletcoach.readers.schema.fields import NO_HEADER, Fields
from bulletcoach.readers.schema.keys import SECTION, Section, role_of, section_of
from bulletcoach.readers.schema.nodes import Mapping, Node, Scalar
from bulletcoach.readers.shapes import has_title, opens_like_bullet, word_count
from bulletcoach.readers.words import ResumeWords

_LEAST_CLAIM = 3  # words of a bullet in a section that nobody knows
_NAMING = ("tags", "label", SECTION + SectionKind.CONTACT)  # “type: experience”, “header: Experience”
_NOT_WALKED = ("tags", SECTION + SectionKind.CONTACT)


def read_tree(
    trees: Iterable[Node], source: Source, format: str, words: ResumeWords, comments: Sequence[Comment] = ()
) -> Document:
    """The document in the trees of a file, of which YAML may have several. A file that is no résumé has no bullets."""
    writer = Writer(source, words)
    walk = _Walk(writer, source, words)
    for tree in trees:
        walk.root(tree)
    return read_outline(writer.blocks, source, format, words, comments=comments)


class _Walk:
    """Goes through a tree once, each list and mapping being read where it comes first, and writes blocks."""

    def __init__(self, writer: Writer, source: Source, words: ResumeWords) -> None:
        self._writer = writer
        self._source = source
        self._words = words
        self._walked: set[int] = set()  # what has been looked through
        self._seen: set[int] = set()  # what has been read for bullets: each is there once, however often it is named

    def root(self, tree: Node) -> None:
        """Read a tree. A list at its top is the section that the file is named after: _data/experience.yml."""
        if isinstance(tree, nodes.Sequence):
            section = section_of(PurePath(self._source.path).stem, self._words)
            place = Place(section, Span(tree.span.start, tree.span.start + 1), True) if section.is_known else None
            self._sequence(tree, place)
        elif isinstance(tree, Mapping):
            self._mapping(tree, None, is_item=False)

    def _node(self, node: Node, place: Place | None, above: Header = NO_HEADER, name: str = "") -> None:
        if isinstance(node, nodes.Sequence):
            self._sequence(node, place, above)
        elif isinstance(node, Mapping):
            self._mapping(node, place, is_item=False, above=above, name=name)

    def _sequence(self, sequence: nodes.Sequence, place: Place | None, above: Header = NO_HEADER) -> None:
        if id(sequence) in self._walked:
            return
        self._walked.add(id(sequence))
        if place is not None and self._takes_strings(sequence, place):
            self._writer.claims(list_claims(sequence.items, self._words, self._seen), place)
            return
        for item in sequence.items:
            if self._writer.is_full:
                return  # more is not read
            if isinstance(item, nodes.Sequence):
                self._sequence(item, place, above)
            elif isinstance(item, Mapping):
                self._mapping(item, place, is_item=True, above=above)

    def _mapping(
        self, mapping: Mapping, place: Place | None, *, is_item: bool, above: Header = NO_HEADER, name: str = ""
    ) -> None:
        if id(mapping) in self._walked:
            return
        self._walked.add(id(mapping))
        fields = Fields(mapping, self._words)
        own = self._named_section(fields, place, is_item)
        if own is not None:
            for node in self._lists_in(fields, True):
                self._node(node, own, above)
        elif self._is_entry(fields, place, is_item):
            self._entry(fields, place, above, name)
        elif place is not None and place.is_sure and is_item and fields.has("bullet"):
            self._writer.claims(mapping_claims(mapping, self._words, self._seen), place)
        else:
            for key, value in mapping.pairs:
                self._pair(key, value, place)

    def _pair(self, key: Scalar, value: Node, place: Place | None) -> None:
        """A key outside of entries: it names a section, or stands between a section and its entries."""
        role = role_of(key.text, self._words)
        is_grouping = place is not None and place.section.is_known  # “personal” and “tools” may be kinds of projects
        if role == "meta" or (role in _NOT_WALKED and not is_grouping):
            return
        is_between = role in ("items", "wrapper", "sections") or (role == "posts" and place is not None)
        inner = place
        if not is_between:
            section = section_of(key.text, self._words)
            if (section.is_known and role not in _NOT_WALKED) or place is None or place.section.title == "":
                inner = Place(section, key.span, section.is_known or (place is not None and place.is_sure))
        if isinstance(value, Scalar):
            if inner is not None and not is_between and inner.span == key.span:
                self._writer.text(value, inner)
        elif not role and inner is not None and inner.span != key.span and self._is_headed(key, value, inner):
            pair = Mapping(Span(key.span.start, max(key.span.end, value.span.end)), ((key, value),))
            header = parse([key.text], inner.section.kind, self._words)
            self._writer.entry(pair, header, Claims(list(mapping_claims(pair, self._words, self._seen))), inner)
        elif role == "sections":
            self._node(value, Place(Section("", SectionKind.UNKNOWN, False), key.span, True))
        else:
            self._node(value, inner, name=key.text)

    def _is_headed(self, key: Scalar, value: Node, place: Place) -> bool:
        """Whether a key is the whole head of an entry, “Agent, Acme (2019 – 2021):”, and its value the bullets."""
        if not isinstance(value, nodes.Sequence) or not self._takes_strings(value, place):
            return False
        header = parse([key.text], place.section.kind, self._words)
        return header.title is not None and (header.employer is not None or header.start is not None)

    def _named_section(self, fields: Fields, place: Place | None, is_item: bool) -> Place | None:
        """The section that a mapping is, if it is one: a title, and a list of what is in the section."""
        title = fields.text("title") or fields.text("name") or self._type_of(fields.mapping)
        if title is None or fields.is_dated or fields.has("employer", "bullets"):
            return None
        section = section_of(title, self._words)
        lists = self._lists_in(fields, section.is_known)
        is_known_place = place is not None and place.section.is_known
        if not lists or (is_known_place and is_item and (not section.is_known or _holds_strings(lists))):
            return None
        if place is not None and not section.is_known and not is_item:
            return place
        return Place(section, fields.mapping.span, section.is_known or (place is not None and place.is_sure))

    def _lists_in(self, fields: Fields, takes_all: bool) -> list[nodes.Sequence]:
        """The lists of entries in a section: under a key for that, or under any one that might be."""
        lists = [node for node in fields.nodes("items") if isinstance(node, nodes.Sequence)]
        if lists or not takes_all:
            return lists
        pairs = ((role_of(key.text, self._words), value) for key, value in fields.mapping.pairs)
        return [value for role, value in pairs if isinstance(value, nodes.Sequence) and role not in ("tags", "prose")]

    def _type_of(self, mapping: Mapping) -> str | None:
        """What a section without a title says that it is: “type: experience”, “header: Experience”."""
        for key, value in mapping.pairs:
            if not isinstance(value, Scalar) or role_of(key.text, self._words) not in _NAMING:
                continue
            if section_of(value.text, self._words).is_known:
                return value.text
        return None

    def _is_entry(self, fields: Fields, place: Place | None, is_item: bool) -> bool:
        """Whether a mapping is an entry: by its fields, of which fewer are asked for where a section says so."""
        if not is_item and self._has_sections(fields.mapping):
            return False
        is_named = fields.has("title", "employer", "name")
        if place is not None and place.is_sure and (is_item or place.section.title):
            return (is_named or fields.is_dated or fields.has("bullets")) and not (
                fields.has("bullet") and not is_named
            )
        if fields.has("title", "employer") and fields.is_dated:
            return True
        is_post = fields.has("employer") or has_title(fields.text("title") or "", self._words)
        if fields.has("bullets") and (is_post or fields.is_dated):
            return True
        return is_item and ((fields.has("title") and fields.has("employer")) or (is_named and fields.has("start")))

    def _has_sections(self, mapping: Mapping) -> bool:
        return any(
            not isinstance(value, Scalar)
            and (
                role_of(key.text, self._words) in ("wrapper", "sections") or section_of(key.text, self._words).is_known
            )
            and role_of(key.text, self._words) not in ("bullets", "bullet", "prose", "posts", "tags", "items")
            for key, value in mapping.pairs
        )

    def _entry(self, fields: Fields, place: Place | None, above: Header, name: str) -> None:
        words = self._words
        kind = place.section.kind if place is not None else SectionKind.UNKNOWN
        header = fields.header(kind, above)
        if name and header.title is None and kind is SectionKind.PROJECTS:
            header = replace(header, title=name, is_titled=True)
        elif name and header.employer is None and (name[0].isupper() or " " in name):
            header = replace(header, employer=plain(name))
        claims = claims_of(fields.mapping, words, self._seen)
        if claims.bullets or not claims.posts:
            self._writer.entry(fields.mapping, header, claims, place)
        for _, value in claims.posts:
            self._node(value, place or Place(Section("", kind, False), fields.mapping.span, True), _for_posts(header))

    def _takes_strings(self, sequence: nodes.Sequence, place: Place) -> bool:
        """Whether a list right under a section holds bullets: in sections of work, and where they look like it."""
        texts = [item.text for item in sequence.items if isinstance(item, Scalar) and item.kind is nodes.Kind.TEXT]
        if not texts or len(texts) < len(sequence.items) or not place.is_sure:
            return False
        if place.section.is_known:
            are_names = all(
                not _tells_of_work(text, self._words) and word_count(text) <= _LEAST_CLAIM for text in texts
            )
            return place.section.kind.holds_bullets and not are_names
        return 2 * sum(_tells_of_work(text, self._words) for text in texts) > len(texts)


def _tells_of_work(text: str, words: ResumeWords) -> bool:
    return opens_like_bullet(text, words) and word_count(text) >= _LEAST_CLAIM


def _for_posts(header: Header) -> Header:
    """What the posts of an employer, or the projects of a post, have in common with it."""
    return Header(None, header.employer or header.title, header.place, header.start, header.end, header.current)


def _holds_strings(lists: Iterable[nodes.Sequence]) -> bool:
    return all(isinstance(item, Scalar) for each in lists for item in each.items)
