"""Items grouped into entries: header lines, scope, bullets.

An entry has bullets with markers or bare sentences, not both: where there are markers, a paragraph above them is the
scope of the role, and what else stands about is left alone.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct, field

from bulletcoach.model.document import Bullet, Entry, SectionKind
from bulletcoach.model.text import MarkPair, SourceMap, Span
from bulletcoach.readers.cleaning import clean
from bulletcoach.readers.headers import entry_dates
from bulletcoach.readers.items import Item
from bulletcoach.readers.labels import labelled
from bulletcoach.readers.lines import Role
from bulletcoach.readers.parts import Part, Setting, part_of
from bulletcoach.readers.pictures import behind_pictures
from bulletcoach.readers.posts import Header, is_dated, is_titled, parse
from bulletcoach.readers.shapes import (
    is_prose,
    is_title_case,
    label_of,
    opens_like_bullet,
    word_count,
)
from bulletcoach.readers.shared import Listed, with_shared_employers
from bulletcoach.readers.usage import in_usual_order
from bulletcoach.readers.words import ResumeWords

_MOST_HEADER_LINES = 4
_LONGEST_PRODUCT = 5  # words


class _Draft(Struct):
    """An entry while it is being read."""

    headers: list[Item] = field(default_factory=list)
    marked: list[Item] = field(default_factory=list)
    sentences: list[Item] = field(default_factory=list)
    scope: list[Item] = field(default_factory=list)

    @property
    def is_told(self) -> bool:
        """Whether the format has said what the entry is."""
        return any(line.post is not None for item in self.headers for line in item.lines)

    @property
    def is_summary(self) -> bool:
        """Whether there are only sentences of running text, which nothing names: above the first entry, a summary."""
        return not self.headers and not self.marked and all(item.role is None for item in self.sentences)

    @property
    def has_body(self) -> bool:
        return bool(self.marked or self.sentences)


def read_entries(items: Sequence[Item], setting: Setting) -> tuple[Entry, ...]:
    """The entries of one section."""
    drafts = [_Draft()]
    muted: int | None = None  # below a label such as “Tools:” that heads a list: its indentation if it has a marker
    for index, item in enumerate(items):
        part = part_of(items, index, setting)
        draft = drafts[-1]
        if muted is not None and item.marker is not None and item.indent <= muted:
            muted = None
        if part is Part.HEADER and draft.is_told and _adds_nothing(item, setting.words):
            part = Part.SENTENCE  # “Small family firm with 30 staff”: the names have all been given
        if part is Part.HEADER:
            muted = None
            if _opens_draft(draft, item, setting):
                drafts.append(_Draft())
            drafts[-1].headers.append(item)
        elif part is Part.LABEL:
            muted = None
            if label_of(item.head) in setting.words.list_labels:
                muted = item.indent if item.marker is not None else -1
        elif part is Part.BULLET and muted is None:
            if not draft.marked:
                draft.scope, draft.sentences = draft.sentences, []
            draft.marked.append(item)
        elif part is Part.SENTENCE and not draft.marked:
            draft.sentences.append(item)
    own = [draft for draft in drafts if draft.headers or draft.has_body]
    if len(own) > 1 and own[0].is_summary:
        own.pop(0)
    headers = in_usual_order([_header(draft.headers, setting) for draft in own], setting.words)
    listed = [_listed(draft, header, setting) for draft, header in zip(own, headers, strict=True)]
    entries = with_shared_employers(listed, setting.words)
    return tuple(entry for entry in entries if entry.bullets or _is_post(entry, setting))


def _adds_nothing(item: Item, words: ResumeWords) -> bool:
    """Whether a line that might name something does so by no date and not by its capitals."""
    return item.role is None and not entry_dates(item.head, words) and not is_title_case(item.head, words)


def _opens_draft(draft: _Draft, item: Item, setting: Setting) -> bool:
    """Whether a header line begins a new entry."""
    if item.role is Role.ENTRY:
        return bool(draft.headers) or draft.has_body
    if item.role is Role.HEADER or _adds_field(draft, item, setting.words):
        return False
    return draft.has_body or (bool(draft.headers) and _begins_entry(draft, item, setting))


def _is_post(entry: Entry, setting: Setting) -> bool:
    """Whether an entry without bullets is one at all: it has dates, or stands where only entries stand."""
    lists_posts = setting.kind.holds_bullets and setting.kind is not SectionKind.UNKNOWN
    return entry.current is not None or (entry.is_named and lists_posts)


def _adds_field(draft: _Draft, item: Item, words: ResumeWords) -> bool:
    """Whether a labelled line (“Role: …”) tells more of an entry whose labels it does not repeat, above its bullets.

    The employer may also follow them, as in the forms of Europass, where dates and title have been told by labels.
    """
    now = labelled(item.head, words)
    told = [found for header in draft.headers if (found := labelled(header.head, words))]
    if now is None or not told or now.label in {found.label for found in told}:
        return False
    fields = {found.field for found in told}
    return not draft.marked or (now.field == "employer" and "employer" not in fields and {"title", "dates"} <= fields)


def _begins_entry(draft: _Draft, item: Item, setting: Setting) -> bool:
    """Whether a header line below other header lines, with no bullet between, starts an entry of its own."""
    if len(draft.headers) >= _MOST_HEADER_LINES:
        return True
    if _is_dated([item], setting) and _is_dated(draft.headers, setting):
        return True
    if not item.gap and not _is_titled(item, setting):
        return False
    now = _header([item], setting)
    before = _header(draft.headers, setting)
    if before.is_titled and now.is_titled:
        if before.employer is not None and now.employer is not None:
            return True
        if before.current is not None:
            return bool(item.gap) or before.employer is not None
    is_complete = before.current is not None and before.title is not None and before.employer is not None
    return bool(item.gap) and is_complete and now.place is None


def _header(items: Sequence[Item], setting: Setting) -> Header:
    return _told_post(items) or parse([item.head for item in items], setting.kind, setting.words)


def _is_dated(items: Sequence[Item], setting: Setting) -> bool:
    """Whether the header of `items` says whether the post is still held."""
    told = _told_post(items)
    return told.current is not None if told else is_dated([item.head for item in items], setting.words)


def _is_titled(item: Item, setting: Setting) -> bool:
    """Whether the header of one item has a title, and not by a guess."""
    told = _told_post([item])
    return told.is_titled if told else is_titled(item.head, setting.kind, setting.words)


def _told_post(items: Sequence[Item]) -> Header | None:
    """What the format itself says that they name."""
    return next((line.post for item in items for line in item.lines if line.post is not None), None)


def _listed(draft: _Draft, header: Header, setting: Setting) -> Listed:
    """The entry, and how its employer is given."""
    entry = _entry(draft, header, setting)
    is_above = _employer_is_above(draft.headers, header, setting)
    tells = bool(draft.marked) or any(opens_like_bullet(item.head, setting.words) for item in draft.sentences)
    return Listed(
        entry, is_above and header.is_titled, is_above and not header.is_titled and not tells, header.same_employer
    )


def _employer_is_above(headers: Sequence[Item], header: Header, setting: Setting) -> bool:
    """Whether the first of the header lines names an employer and no title."""
    if len(headers) == 1:
        return header.employer is not None and not header.is_titled
    if not headers or _is_titled(headers[0], setting):
        return False
    return _header(headers[:1], setting).employer is not None


def _entry(draft: _Draft, header: Header, setting: Setting) -> Entry:
    kept = draft.marked or (
        [item for item in draft.sentences if not is_prose(item.head)] if setting.takes_sentences else []
    )
    if setting.kind is SectionKind.PROJECTS and not draft.headers and _are_names(kept, setting.words):
        kept = []
    bullets = _bullets(kept, setting)
    scope = " ".join(_cleaned(item.span, setting.marks(item.span), setting)[0] for item in draft.scope)
    own = draft.headers or draft.marked[:1] or draft.sentences[:1]
    return Entry(
        title=header.title,
        employer=header.employer,
        place=header.place,
        start=header.start,
        end=header.end,
        current=header.current,
        scope=scope or None,
        span=Span(own[0].lines[0].start, own[-1].lines[-1].end),
        bullets=bullets,
    )


def _are_names(items: Sequence[Item], words: ResumeWords) -> bool:
    """Whether a list holds names of products and nothing that is said of them."""
    return all(
        len(item.lines) == 1
        and word_count(item.head) <= _LONGEST_PRODUCT
        and is_title_case(item.head, words)
        and not opens_like_bullet(item.head, words)
        for item in items
    )


def _bullets(items: Sequence[Item], setting: Setting) -> tuple[Bullet, ...]:
    """Bullets with their depth: deeper by indentation, or by a second-level glyph where indentation was lost."""
    levels: list[tuple[int, str]] = []
    bullets = []
    for item in items:
        glyph = "1" if item.marker and item.marker.is_number else item.marker.text if item.marker else ""
        while levels and levels[-1][0] > item.indent:
            levels.pop()
        if (item.indent, glyph) in levels:
            del levels[levels.index((item.indent, glyph)) + 1 :]
        elif not levels or levels[-1][0] < item.indent or glyph in setting.words.markers.nested:
            levels.append((item.indent, glyph))
        span = item.span
        marks = tuple(setting.marks(span))
        text, source_map = _cleaned(span, marks, setting)
        if text:
            marker = item.marker.text if item.marker else ""
            bullets.append(Bullet(text, source_map, marker, max(0, len(levels) - 1), span, marks))
    return tuple(bullets)


def _cleaned(span: Span, marks: Sequence[MarkPair], setting: Setting) -> tuple[str, SourceMap]:
    """What is said at a span, whose marks of markup are `marks`."""
    told = Span(behind_pictures(setting.text, span.start, span.end), span.end)
    return clean(setting.text, told, setting.keeps_hyphen, marks if told == span else setting.marks(told))
