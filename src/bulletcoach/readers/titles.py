"""What a title says: which kind of section it heads, once its decoration is taken off."""

from __future__ import annotations

import re

from bulletcoach.model.document import SectionKind
from bulletcoach.readers.once import once
from bulletcoach.readers.shapes import is_department
from bulletcoach.readers.words import ResumeWords, folded, unhyphened

LONGEST_TITLE = 70
"""Characters; a longer line is no title."""
_MOST_WORDS = 7
_DECORATION = " \t\u00a0#*_=~-–—―:.|[](){}<>•●■□▪◆►▶»«+§★✦\u2500\u2501\u2550"
_SPACED_OUT = r"\w(?: \w){2,}(?:\s{2,}\w(?: \w)+)*"  # rare, as is _CONTINUED: compiled where it may stand
_JOINT = re.compile(r"\s*(?:/|,|\||\+|&| and )\s*", re.IGNORECASE)
_CONTINUED = r"(?i)\s*[(\[–-]?\s*(?:continued|cont'd|cont\.?)\s*[)\]]?\s*$"


@once
def kind_of(text: str, words: ResumeWords) -> SectionKind | None:
    """The kind of section that a line of this text heads, None where the lexicon knows none."""
    if len(text) > LONGEST_TITLE:
        return None
    title = unhyphened(bare(text))
    if not title or len(title.split()) > _MOST_WORDS:
        return None
    kind = _looked_up(title, words) or _combined(title, words) or _closed_up(text, title, words)
    if kind is not None and title not in words.headings and is_department(title, words):
        return None  # “Customer Service” is no service to the community
    return kind


def is_sub_heading(text: str, words: ResumeWords) -> bool:
    """“Key Responsibilities:” and such, inside an entry; “Responsibilities & Achievements” of two of them."""
    if len(text) > LONGEST_TITLE:
        return False
    title = folded(bare(text))
    parts = [part for part in _JOINT.split(title) if part]
    return title in words.sub_headings or (len(parts) > 1 and all(part in words.sub_headings for part in parts))


def bare(text: str) -> str:
    """A heading without its decoration; letters that were spaced out are closed up."""
    text = text.strip(_DECORATION)
    if "cont" in text.lower():
        text = re.sub(_CONTINUED, "", text).strip(_DECORATION)
    if _is_spaced_out(text):
        text = " ".join(word.replace(" ", "") for word in re.split(r"\s{2,}", text))
    return text


def _is_spaced_out(text: str) -> bool:
    return text[1:2] == " " and re.fullmatch(_SPACED_OUT, text) is not None


def _looked_up(title: str, words: ResumeWords) -> SectionKind | None:
    """The kind of a title, perhaps after leading qualifiers (“Relevant Work Experience”)."""
    rest = title
    while rest:
        if rest in words.headings:
            return words.headings[rest]
        first = rest.split(" ", 1)[0]
        for length in (2, 1):
            lead = " ".join(rest.split(" ")[:length])
            if lead in words.qualifiers and lead != rest:
                rest = rest[len(lead) + 1 :]
                break
        else:
            rest = rest[len(first) + 1 :] if first == "and" else ""
    return None


def _closed_up(text: str, title: str, words: ResumeWords) -> SectionKind | None:
    """“W O R K H I S T O R Y”, where nothing shows the space between the words."""
    if not _is_spaced_out(text.strip(_DECORATION)):
        return None
    matches = (kind for name, kind in words.headings.items() if name.replace(" ", "") == title.replace(" ", ""))
    return next(matches, None)


def _combined(title: str, words: ResumeWords) -> SectionKind | None:
    """“Skills and Interests”: every part is a heading; experience outranks, else the first part decides."""
    parts = [part for part in _JOINT.split(title) if part]
    if len(parts) < 2:
        return None
    kinds = [_looked_up(part, words) or (SectionKind.UNKNOWN if part in words.qualifiers else None) for part in parts]
    if any(kind is None for kind in kinds):
        return None
    named = [kind for kind in kinds if kind is not None and kind is not SectionKind.UNKNOWN]
    if SectionKind.EXPERIENCE in named:
        return SectionKind.EXPERIENCE
    return named[0] if named else SectionKind.UNKNOWN
