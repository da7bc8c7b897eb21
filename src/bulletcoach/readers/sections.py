"""Lines to sections: by their headings, in them entries, in them bullets.

This is where all formats meet. A text gives bare lines, of which everything has to be found out; the others know of
many lines what they are (see `lines.Role`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import groupby, pairwise

from bulletcoach.model.document import Entry, Section, SectionKind
from bulletcoach.model.text import MarkPair, Span
from bulletcoach.readers.cleaning import KeepsHyphen
from bulletcoach.readers.entries import read_entries
from bulletcoach.readers.headers import entry_dates, is_header
from bulletcoach.readers.headings import find_headings
from bulletcoach.readers.items import read_items
from bulletcoach.readers.lines import Line
from bulletcoach.readers.parts import Setting
from bulletcoach.readers.shapes import is_contact, is_sentence, is_title_case, opens_like_bullet, word_count
from bulletcoach.readers.titles import kind_of
from bulletcoach.readers.words import ResumeWords, folded

_HEAD_LINES = 8  # a name and the contact details are over by then
_MOST_NAME_WORDS = 6
_CUT = re.compile(r"[-‐‑](?<=[^\W\d_].)[ \t]*[\r\n]")  # begins with what is rare


def read_sections(
    lines: Sequence[Line],
    text: str,
    width: int,
    words: ResumeWords,
    marks: Callable[[Span], Sequence[MarkPair]],
) -> tuple[Section, ...]:
    """The sections that `lines`, which are those of `text` and were wrapped at column `width`, make up.

    `marks` gives the pairs of marks of markup in a stretch of `text`. All spans in the result are those of `text`.
    """
    headings = find_headings(lines, words)
    keeps_hyphen = _hyphen_rule(text, words)
    has_work = any(heading.kind.holds_bullets for heading in headings)
    has_known_work = any(heading.kind.holds_bullets and kind_of(heading.title, words) for heading in headings)
    by_line = {heading.line: heading for heading in headings}
    sections = []
    for start, end in pairwise([-1, *by_line, len(lines)]):
        heading = by_line.get(start)
        kind = heading.kind if heading else SectionKind.UNKNOWN
        own = lines[start + 1 : end]
        if heading is None:
            own = _without_head(own, bool(headings), words)
        takes_sentences = heading is not None or not headings or _tells_of_work(own, has_work, words)
        setting = Setting(kind, kind.holds_bullets and takes_sentences, text, words, keeps_hyphen, marks)
        entries = read_entries(read_items(own, width, words), setting)
        if heading is not None and has_known_work and kind_of(heading.title, words) is None:
            entries = tuple(entry for entry in entries if _is_post(entry) or _tells_claims(entry, words))
        if heading is not None or entries:
            sections.append(Section(kind, heading.title if heading else "", entries))
    return tuple(sections)


def _is_post(entry: Entry) -> bool:
    return entry.current is not None or entry.title is not None or entry.employer is not None


def _tells_claims(entry: Entry, words: ResumeWords) -> bool:
    """Whether most bullets open with a verb: under a heading that nobody knows (“Exhibitions”), others name things."""
    told = sum(
        opens_like_bullet(bullet.text, words) and not is_title_case(bullet.text, words) for bullet in entry.bullets
    )
    return 2 * told >= len(entry.bullets)


def _without_head(lines: Sequence[Line], has_headings: bool, words: ResumeWords) -> list[Line]:
    """The lines above the first heading without name, title of the document and contact details."""
    kept = list(lines)
    if kept and folded(kept[0].text) in words.document_titles:
        kept.pop(0)
    if kept and _is_name(kept, has_headings, words):
        kept.pop(0)
    if has_headings:
        # the links of a page to its sections
        kept = [line for line in kept if line.marker is None or kind_of(line.body_text, words) is None]
        kept = _without_contact_lists(kept, words)
    rest = [line for line in kept[:_HEAD_LINES] if not is_contact(line.text, words)]
    return rest + kept[_HEAD_LINES:]


def _without_contact_lists(lines: Sequence[Line], words: ResumeWords) -> list[Line]:
    """`lines` without the lists that hold contact details, such as a town, and no claims."""
    kept: list[Line] = []
    for is_list, group in groupby(lines, key=lambda line: line.marker is not None):
        run = list(group)
        told = [is_contact(line.body_text, words) for line in run]
        claims = any(
            opens_like_bullet(line.body_text, words) and not is_title_case(line.body_text, words) for line in run
        )
        if not is_list or claims or not any(told):
            kept += run
    return kept


def _is_name(lines: Sequence[Line], has_headings: bool, words: ResumeWords) -> bool:
    """Whether the first line is the name of the writer: a name by its shape, set off from what follows."""
    first = lines[0]
    name = first.text.lstrip("# ").strip("*_ ")
    if first.marker is not None or not is_title_case(name, words) or word_count(name) > _MOST_NAME_WORDS:
        return False
    if any(character.isdigit() for character in name) or (name.endswith(".") and is_sentence(name, words)):
        return False
    if entry_dates(name, words):
        return False
    if len(lines) == 1 or first.text.startswith("# ") or first.underlined:
        return has_headings or len(lines) > 1
    after = lines[1]
    if is_contact(after.text, words):
        return True
    if is_sentence(name, words):
        return False
    followed_by_body = after.marker is not None or (is_header(after.text, words) and not after.gap)
    return bool(after.gap) if has_headings else bool(after.gap) and not followed_by_body


def _tells_of_work(lines: Sequence[Line], has_work: bool, words: ResumeWords) -> bool:
    """Whether what stands above the first heading is no summary: it has dates, or verbs in a file with nothing else.

    `has_work` says that some heading of the file announces work.
    """
    if not has_work and sum(opens_like_bullet(line.text, words) for line in lines) > 1:
        return True
    return any(line.marker is None and entry_dates(line.text, words) and is_header(line.text, words) for line in lines)


def _hyphen_rule(text: str, words: ResumeWords) -> KeepsHyphen:
    """Whether a word cut at the end of a line keeps its hyphen: by the rest of the document, then by the lexicon."""
    has_cuts = _CUT.search(text) is not None
    vocabulary = set(re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", text.casefold())) if has_cuts else set()

    def keeps_hyphen(left: str, right: str) -> bool:
        if f"{left}-{right}" in vocabulary:
            return True
        if left + right in vocabulary:
            return False
        if "-" in left or len(left) < 2:
            return True
        return left in words.compound_first or right in words.compound_last

    return keeps_hyphen
