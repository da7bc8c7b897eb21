"""Which line is a heading, and of what kind of section.

A heading is a short line of its own that the lexicon knows once its decoration is taken off. A line in capitals that
the lexicon does not know is a heading only where nothing else fits: “ACME CORP” is an employer.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from bulletcoach.model.document import SectionKind
from bulletcoach.readers.headers import entry_dates, is_header
from bulletcoach.readers.lines import Line
from bulletcoach.readers.posts import parse
from bulletcoach.readers.shapes import (
    has_employer,
    has_title,
    is_contact,
    is_department,
    is_place,
    is_title_case,
    mentions_title,
)
from bulletcoach.readers.titles import LONGEST_TITLE, bare, is_sub_heading, kind_of
from bulletcoach.readers.words import ResumeWords, folded, unhyphened

_POSTS = frozenset(kind for kind in SectionKind if kind.holds_bullets) - {SectionKind.UNKNOWN}
_MOST_LEADING = 3  # words before “Experience”
_MOST_WRAPPED = 8  # lines of one bullet
_MARKDOWN = r"(#{1,6})\s+\S"  # compiled, as is _BOLD, where it may stand
_BOLD = r"(\*\*|__)[^*_]+\1:?$"


class Heading(Struct, frozen=True):
    """A heading line: its index among the lines, the kind of its section, and its title without decoration."""

    line: int
    kind: SectionKind
    title: str


def find_headings(lines: Sequence[Line], words: ResumeWords) -> list[Heading]:
    """All headings, in order."""
    known = {index: heading for index in range(len(lines)) if (heading := _known(lines, index, words))}
    times = Counter(folded(heading.title) for heading in known.values())
    work = min((index for index, heading in known.items() if heading.kind in _POSTS), default=len(lines))
    known = {
        index: heading
        for index, heading in known.items()
        if index < work or not _is_entry_label(lines, heading, known, times[folded(heading.title)] > 1, words)
    }
    levels = {_level(lines[index].text) for index in known} - {0}
    found: list[Heading] = []
    kind: SectionKind | None = None
    here = levels
    for index, line in enumerate(lines):
        heading = (
            known.get(index) or _by_tail(lines, index, kind, words) or _unknown(lines, index, here, bool(known), words)
        )
        if heading is not None and line.text:
            found.append(_in_its_section(heading, found, lines, words))
            kind = found[-1].kind
            above = _level(line.text) if kind in _POSTS else 0
            here = {level for level in levels if level <= above} if above else levels  # below it stand its posts
    return found


def _in_its_section(heading: Heading, above: Sequence[Heading], lines: Sequence[Line], words: ResumeWords) -> Heading:
    """“Miscellaneous” below “Experience”, a level deeper: more of the same."""
    level = _level(lines[heading.line].text)
    if not level or folded(heading.title) not in words.vague_headings:
        return heading
    upper = next((other for other in reversed(above) if 0 < _level(lines[other.line].text) < level), None)
    return replace(heading, kind=upper.kind) if upper is not None and upper.kind in _POSTS else heading


def _known(lines: Sequence[Line], index: int, words: ResumeWords) -> Heading | None:
    line = lines[index]
    if len(line.text) > LONGEST_TITLE or not line.may_head:
        return None
    if line.marker is not None and not _marked_heading(lines, index):
        return None
    text = line.text if line.marker is None else line.body_text
    kind = kind_of(text, words)
    if kind is None:
        return None
    if line.marker is None and not _stands_alone(lines, index, words):
        return None
    return Heading(index, kind, bare(text))


def _marked_heading(lines: Sequence[Line], index: int) -> bool:
    """“* PROFILE”: in capitals, or set apart from bullets with the same glyph. A bullet “- Leadership” is not."""
    line, marker = lines[index], lines[index].marker
    assert marker is not None
    after = lines[index + 1] if index + 1 < len(lines) else None
    before = lines[index - 1] if index else None
    has_twin = any(
        other is not None
        and other.marker is not None
        and other.marker.text == marker.text
        and other.indent == line.indent
        for other in (after if after and not after.gap else None, before if before and not line.gap else None)
    )
    if has_twin or after is None:
        return False
    return line.body_text.isupper() or (bool(line.gap) and marker.text in ("*", "**", "§") and not line.indent)


def _stands_alone(lines: Sequence[Line], index: int, words: ResumeWords) -> bool:
    """Not the last words of a wrapped bullet, and not a label inside an entry."""
    line = lines[index]
    text = line.text
    decorated = line.underlined or _level(text) > 0 or bare(text).isupper() or _is_bold(text)
    if is_sub_heading(text, words) and index and not _level(text) and not line.underlined:
        is_plain_label = not bare(text).isupper() or (
            kind_of(text, words) is SectionKind.UNKNOWN and not _below_bullet(lines, index)
        )
        in_entry = (line.gap == 0 and is_plain_label) or (text.rstrip("*_ ").endswith(":") and not bare(text).isupper())
        if in_entry:
            return False
    if decorated or line.gap or index == 0:
        return not (bare(text)[:1].islower() and not line.gap)
    before = lines[index - 1]
    if before.marker is not None and line.indent > before.indent:
        return False
    is_list_label = folded(bare(text)) in words.list_labels and text.endswith(":")
    return bare(text)[:1].isupper() and not is_list_label


def _below_bullet(lines: Sequence[Line], index: int) -> bool:
    """Whether the block of lines that a line ends holds a bullet not far above it."""
    for above in range(index - 1, max(-1, index - 1 - _MOST_WRAPPED), -1):
        if lines[above].marker is not None:
            return True
        if lines[above].gap:
            return False
    return False


def _is_entry_label(
    lines: Sequence[Line], heading: Heading, known: Mapping[int, Heading], comes_again: bool, words: ResumeWords
) -> bool:
    """Whether “Key Achievements” on a line of its own belongs to an entry: it comes again, or the next entry follows.

    A section of that name stands above or below all entries, and once.
    """
    line = lines[heading.line]
    if heading.kind is not SectionKind.UNKNOWN or line.underlined or _level(line.text):
        return False
    if not is_sub_heading(line.text, words):
        return False
    if comes_again:
        return True
    for below in range(heading.line + 1, len(lines)):
        if below in known:
            return False
        text = lines[below].text
        if lines[below].marker is None and entry_dates(text, words) and is_header(text, words):
            return True
    return False


def _by_tail(lines: Sequence[Line], index: int, section: SectionKind | None, words: ResumeWords) -> Heading | None:
    """“Civilian Experience”, “Databases Skills”: up to three words before one that heads a section.

    A plain line of such words must be set off, and cannot stand among courses (“Art History”).
    """
    line = lines[index]
    if line.marker is not None or not line.may_head or len(line.text) > LONGEST_TITLE:
        return None
    title = bare(line.text)
    found = unhyphened(title).split()
    tail = _tail(found, words)
    if tail is None or not is_title_case(title, words) or any(sign in title for sign in ",0123456789|@"):
        return None
    if any(word in words.minor and word != "and" for word in found) or mentions_title(title, words):
        return None
    if is_sub_heading(line.text, words) or is_department(title, words):
        return None
    is_decorated = line.underlined or _level(line.text) > 0 or title.isupper() or _is_bold(line.text)
    is_set_off = line.gap > 0 and section not in (SectionKind.EDUCATION, SectionKind.COURSEWORK)
    return Heading(index, words.headings[tail], title) if is_decorated or is_set_off else None


def _tail(found: Sequence[str], words: ResumeWords) -> str | None:
    """The last words of a title of up to five that head a section whatever stands before them."""
    for length in (2, 1):
        tail = " ".join(found[-length:])
        if 1 <= len(found) - length <= _MOST_LEADING and tail in words.heading_tails and tail in words.headings:
            return tail
    return None


def _unknown(
    lines: Sequence[Line], index: int, levels: set[int], others_known: bool, words: ResumeWords
) -> Heading | None:
    """A heading that the lexicon lacks: of the Markdown level of known ones, or capitals that cannot be an entry's."""
    line = lines[index]
    if line.marker is not None or not line.may_head or not others_known or len(line.text) > LONGEST_TITLE:
        return None
    title, level = bare(line.text), _level(line.text)
    if not (level or title.isupper()) or not title or folded(title) in words.document_titles:
        return None
    heading = Heading(index, SectionKind.UNKNOWN, title)
    if level:
        is_entry = has_title(title, words) or has_employer(title, words) or bool(words.dates.find(title))
        return heading if level in levels and level > 1 and not is_entry else None
    return heading if index > 2 and _capitals_of_a_heading(lines, index, title, words) else None


def _capitals_of_a_heading(lines: Sequence[Line], index: int, title: str, words: ResumeWords) -> bool:
    line = lines[index]
    if not (title.isupper() and line.gap and 1 <= len(title.split()) <= 5) or any(
        sign in title for sign in ",0123456789|@"
    ):
        return False
    if is_sub_heading(title, words) or index + 1 >= len(lines):
        return False
    if any(check(title, words) for check in (has_title, has_employer, is_contact, is_place)):
        return False
    after = lines[index + 1]
    if line.underlined:
        return not words.dates.find(after.text)
    if not after.gap or after.marker is not None:
        return False  # an entry's name in capitals, and its title, place, dates or bullets
    below = parse([after.text], SectionKind.UNKNOWN, words)
    return not below.title or (below.employer is not None and below.current is not None)


def _is_bold(text: str) -> bool:
    """“**Work History**”"""
    return text.startswith(("**", "__")) and re.match(_BOLD, text) is not None


def _level(text: str) -> int:
    match = re.match(_MARKDOWN, text) if text.startswith("#") else None
    return len(match[1]) if match else 0
