"""What each item of a section is to its entry: a header line, a bullet, a sentence, a label, or a note."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import Enum

from msgspec import Struct

from bulletcoach.model.document import SectionKind
from bulletcoach.model.text import MarkPair, Span
from bulletcoach.readers.asides import without_asides
from bulletcoach.readers.cleaning import KeepsHyphen
from bulletcoach.readers.headers import entry_dates, is_header, is_loose_list, is_strong_header, without_dates
from bulletcoach.readers.items import Item
from bulletcoach.readers.labels import labelled
from bulletcoach.readers.lines import Role
from bulletcoach.readers.shapes import (
    is_closing,
    is_contact,
    is_list,
    is_name_with_link,
    is_sentence,
    is_title_case,
    opens_like_bullet,
    word_count,
)
from bulletcoach.readers.titles import is_sub_heading
from bulletcoach.readers.words import ResumeWords

_LONGEST_LABEL = 6
_LONGEST_NAME = 4  # words of a project


class Part(Enum):
    """What an item is to its entry."""

    HEADER = "header"
    BULLET = "bullet"
    SENTENCE = "sentence"
    LABEL = "label"
    NOTE = "note"


class Setting(Struct, frozen=True):
    """What the reading of a section needs to know: its kind, whether bare sentences count as bullets, the file.

    `marks` gives the pairs of marks of markup in a stretch of `text`.
    """

    kind: SectionKind
    takes_sentences: bool
    text: str
    words: ResumeWords
    keeps_hyphen: KeepsHyphen
    marks: Callable[[Span], Sequence[MarkPair]]


def part_of(items: Sequence[Item], index: int, setting: Setting) -> Part:
    """What the item at `index` is to its entry."""
    item, words = items[index], setting.words
    head = item.head
    if item.role in (Role.ENTRY, Role.HEADER):
        return Part.HEADER
    if labelled(head, words) is not None and len(item.lines) == 1:
        return Part.HEADER if item.marker is None else Part.NOTE
    if item.marker is not None:
        if not head or is_contact(head, words) or is_closing(head, words):
            return Part.NOTE
        if _is_marked_header(items, index, setting):
            return Part.HEADER
        if _is_marked_label(items, index, words):
            return Part.LABEL
        return Part.NOTE if is_list(head, words) else Part.BULLET
    if setting.kind is SectionKind.PROJECTS and len(item.lines) == 1:
        below = items[index + 1] if index + 1 < len(items) else None
        if is_name_with_link(head, words) or (below is not None and _names_project(item, below, words)):
            return Part.HEADER
    if is_contact(head, words) or is_closing(head, words):
        return Part.NOTE
    if is_sub_heading(head, words) or (head.rstrip("*_ ").endswith(":") and word_count(head) <= _LONGEST_LABEL):
        return Part.LABEL
    if is_loose_list(head, words):
        return Part.NOTE
    if len(item.lines) == 1 and is_header(head, words):
        return Part.SENTENCE if _is_among_sentences(items, index, words) else Part.HEADER
    if item.role is Role.HEADING:
        return Part.NOTE  # a whole paragraph set as a heading
    return Part.SENTENCE if is_sentence(head, words) or len(item.lines) > 1 else Part.NOTE


def _names_project(item: Item, below: Item, words: ResumeWords) -> bool:
    """Whether “Neighborhood oven” names what is told right below it: a few words without a verb or full stop."""
    if below.gap or item.role is not None or word_count(item.head) > _LONGEST_NAME or item.head.endswith((".", ":")):
        return False
    return not opens_like_bullet(item.head, words) and opens_like_bullet(below.head, words)


def _is_among_sentences(items: Sequence[Item], index: int, words: ResumeWords) -> bool:
    """Whether a line with nothing of a header but its capitals stands right between bullets without markers."""
    item = items[index]
    if not index or index + 1 == len(items) or item.gap or is_strong_header(item.head, words):
        return False
    above, below = items[index - 1], items[index + 1]
    return not below.gap and all(
        each.marker is None and opens_like_bullet(each.head, words) and not is_header(each.head, words)
        for each in (above, below)
    )


def _is_marked_label(items: Sequence[Item], index: int, words: ResumeWords) -> bool:
    """“- Responsibilities:” with a list of its own below it."""
    item = items[index]
    below = items[index + 1] if index + 1 < len(items) else None
    if below is None or below.marker is None or below.indent <= item.indent:
        return False
    has_colon = item.head.rstrip("*_ ").endswith(":") and word_count(item.head) <= _LONGEST_LABEL
    return is_sub_heading(item.head, words) or (has_colon and not is_sentence(item.head, words))


def _is_marked_header(items: Sequence[Item], index: int, setting: Setting) -> bool:
    """Whether a numbered or dotted line names an entry, whose bullets with another marker follow."""
    item, words = items[index], setting.words
    marker, head = item.marker, item.head
    below = items[index + 1] if index + 1 < len(items) else None
    has_own_bullets = (
        marker is not None
        and below is not None
        and below.marker is not None
        and not below.marker.is_number
        and (below.indent > item.indent or below.marker.text != marker.text)
    )
    dates = [each for each in entry_dates(head, words) if each.is_firm and (each.is_open or each.start != each.end)]
    if len(item.lines) > 1 or not (dates or has_own_bullets):
        return False
    if setting.kind is SectionKind.PROJECTS and has_own_bullets and _is_project(item, words):
        return True
    if not is_strong_header(head, words) or is_sentence(head, words):
        return False
    return bool(dates) or is_title_case(head, words)


def _is_project(item: Item, words: ResumeWords) -> bool:
    """Whether “- kolam-gen (2022)” names a project, whose bullets stand below and further in."""
    if item.indent:
        return False
    name = without_asides(without_dates(item.head, entry_dates(item.head, words)))
    is_told = name.endswith((".", ":")) or (opens_like_bullet(name, words) and not is_title_case(name, words))
    return 0 < word_count(name) <= _LONGEST_NAME and not is_told
