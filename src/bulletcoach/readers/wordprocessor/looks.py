"""Which paragraphs are headings: by their styles, and by looking as the headings do that the lexicon knows.

Many a writer has no use for styles and makes headings bold, larger or capital letters. Where two or more paragraphs
that look alike, and not as the text does, are known headings, the others that look so are headings too.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from msgspec import Struct

from bulletcoach.model.document import SectionKind
from bulletcoach.readers.headers import entry_dates, is_header
from bulletcoach.readers.shapes import is_sentence, word_count
from bulletcoach.readers.titles import is_sub_heading, kind_of
from bulletcoach.readers.wordprocessor.flow import BREAK, Look, Paragraph
from bulletcoach.readers.wordprocessor.strips import Strip
from bulletcoach.readers.words import ResumeWords

BY_LOOK = 2
"""The level of headings that have no style; 1 is the title."""
_TITLE = 1
_MOST_WORDS = 12
_MOST_WORDS_BY_LOOK = 6
_LONGEST_LINE = 120
_ENOUGH = 0.5  # of the paragraphs that look so
_NEARLY_ALL = 0.65
DEEPEST = 6
"""The deepest level of headings."""


class Headings(Struct, frozen=True):
    """What is known of the headings of a file: how they look, and the level of the uppermost style.

    `looks` maps a look to the share of known headings among the paragraphs that have it.

    `first` is the number of the first known heading: what stands above it may look like one and be a name. It is one if
    no list stands there (`has_list_above`). `usual` is how most of the text looks.
    """

    looks: Mapping[Look, float]
    top: int
    first: int
    has_list_above: bool
    usual: Look

    def level(self, strip: Strip, below: Strip | None, words: ResumeWords) -> int:
        """The level of a heading, from 1 to 6; 0 for what is none. `below` is the next strip."""
        own = strip.first
        if len(strip.paragraphs) > 1 or BREAK in own.text.strip():
            return 0
        kind = heading_kind(own.text, words)
        if own.heading:
            return 0 if _is_text(own, words) else self._styled(own, kind, words)
        if own.place is not None and kind is None:
            return 0
        if own.look not in self.looks or is_sub_heading(own.text, words):
            return 0
        return BY_LOOK if kind is not None or self._is_unknown_heading(own, below, words) else 0

    def _is_unknown_heading(self, own: Paragraph, below: Strip | None, words: ResumeWords) -> bool:
        """Whether a line looks as only headings do, and is neither above all of them nor above an entry's dates."""
        if own.number < self.first or self.looks[own.look] < _NEARLY_ALL or not _is_short(own):
            return False
        return below is None or not entry_dates(below.text, words)

    def is_bold_name(self, strip: Strip, below: Strip, words: ResumeWords) -> bool:
        """Whether a line in bold names an entry, though it does not read so: the dates stand in the line below."""
        own = strip.first
        if not self._may_name(strip, words) or below.first.place is not None or not own.look.is_bold:
            return False
        if word_count(own.text) > _MOST_WORDS or own.text.rstrip().endswith((".", ":")):
            return False
        return bool(entry_dates(below.text, words)) and is_header(below.text, words)

    def begins_with_name(self, strip: Strip, below: Strip, words: ResumeWords) -> bool:
        """Whether a line names an entry by a bold start, and bullets follow: “**Skylark** – a tiny bridge”."""
        own = strip.first
        if not self._may_name(strip, words) or below.first.place is None or len(own.text) > _LONGEST_LINE:
            return False
        name, rest = own.text[: own.lead].strip(), own.text[own.lead :].lstrip()
        if not rest or not name or name.endswith(":") or rest.startswith(":") or is_sub_heading(name, words):
            return False
        return word_count(name) <= _MOST_WORDS_BY_LOOK and not is_sentence(name, words)

    def _may_name(self, strip: Strip, words: ResumeWords) -> bool:
        """Whether bold letters mean something in a line, and it is nothing else."""
        own = strip.first
        if len(strip.paragraphs) > 1 or BREAK in own.text.strip() or own.place is not None or self.usual.is_bold:
            return False
        return kind_of(own.text, words) is None and not is_header(own.text, words)

    def _styled(self, own: Paragraph, kind: SectionKind | None, words: ResumeWords) -> int:
        if kind is None and own.number < self.first and not self.has_list_above:
            return _TITLE
        is_label = is_sub_heading(own.text, words) and kind in (None, SectionKind.UNKNOWN)
        if own.heading > self.top and is_label:
            return 0  # “Key achievements” within an entry
        return min(own.heading, DEEPEST)


def headings_of(strips: Sequence[Strip], words: ResumeWords) -> Headings:
    """What the paragraphs tell about the headings among them."""
    single = [strip.first for strip in strips if len(strip.paragraphs) == 1]
    known = [each for each in single if heading_kind(each.text, words) is not None]
    numbers = {each.number for each in known}
    body = Counter[Look]()
    for strip in strips:
        for each in strip.paragraphs:
            body[each.look] += len(each.text) if each.number not in numbers else 0
    usual = body.most_common(1)[0][0] if body else Look()
    times = Counter(each.look for each in single[1:])
    headed = Counter(each.look for each in known)
    looks = {
        look: min(1, count / max(1, times[look]))
        for look, count in headed.items()
        if count > 1 and count >= _ENOUGH * times[look] and _is_set_off(look, usual)
    }
    top = min((each.heading for each in known if each.heading), default=DEEPEST)
    first = min((each.number for each in known), default=0)
    has_list_above = any(each.place is not None and each.number < first for each in single)
    return Headings(looks, top, first, has_list_above, usual)


def heading_kind(text: str, words: ResumeWords) -> SectionKind | None:
    """The kind of section that a line heads, a number typed in front of it or not; None where it heads none."""
    text = text.strip()
    return kind_of(text[number_end(text, words) :], words)


def number_end(text: str, words: ResumeWords) -> int:
    """Where a heading begins behind a number that was typed in front of it: “2. Employment”."""
    marker = words.markers.match(text, 0, len(text))
    return marker.end if marker is not None and marker.is_number else 0


def _is_set_off(look: Look, usual: Look) -> bool:
    if look == usual:
        return False
    more = (
        look.is_bold and not usual.is_bold,
        look.is_caps and not usual.is_caps,
        look.has_rule and not usual.has_rule,
    )
    return any(more) or look.size > usual.size or (look.style != usual.style and look.style != "")


def _is_text(own: Paragraph, words: ResumeWords) -> bool:
    """A whole sentence or bullet that somebody gave the style of a heading."""
    return word_count(own.text) > _MOST_WORDS and is_sentence(own.text, words)


def _is_short(own: Paragraph) -> bool:
    return word_count(own.text) <= _MOST_WORDS_BY_LOOK and not own.text.rstrip().endswith((".", ":", ","))
