"""The mark that a bullet ends with, and how it can be made to end like the others of its post."""

from __future__ import annotations

import re
from collections.abc import Set

from bulletcoach.model.finding import Applicability, Fix, TextEdit
from bulletcoach.model.text import Span

NAMES = {".": "with a full stop", ";": "with a semicolon", ",": "with a comma", "!": "with “!”", "": "without a mark"}
_TITLES = {".": "Leave out the full stop", ";": "Leave out the semicolon"}
_ABBREVIATION = re.compile(r"(\w\.){2,}$|\betc\.$")
_INITIAL = re.compile(r"\s[A-Z]\.$")
_DOTS = re.compile(r"\.\.+$")
# The others are compiled when they are needed: few bullets end otherwise than the others of their post.
_SENTENCES = r"[.!?][\"')\]]*\s+[\"'(\[]*[A-Z]"
# A full stop may stand behind a letter, a figure and these signs; not behind a colon, a dash or a quotation mark.
_MAY_STOP = r"[\w%+#°€$£)\]]$"
# A whole bullet in brackets has its full stop inside, and one behind an address would become part of it.
_MAY_NOT_STOP = r"(?i)^[(\[].*[)\]]$|[.!?:…][)\]]$|(?:://|www\.|@|\w\.\w{2,}/)\S*$"


def end_mark(text: str, abbreviations: Set[str]) -> str | None:
    """One of NAMES, None where the point may be that of an abbreviation, “Ltd.”, or a name, “Anna K.”.

    “Etc.”, “p.m.” and “…” end without a mark.
    """
    text = text.rstrip()
    if text[-1:] not in NAMES or _ABBREVIATION.search(text) or _DOTS.search(text):
        return ""
    words = text[:-1].split()
    if _INITIAL.search(text):
        return None
    if text[-1] == "." and words and words[-1].lstrip("(\"'").lower() in abbreviations:
        return None
    return text[-1]


def fixed_end(text: str, mine: str, usual: str) -> Fix | None:
    """The fix that makes a bullet which ends with `mine` end with `usual`: a full stop, or nothing.

    None where that could be wrong: a comma may lead on to the next line, “!” was meant, and a text of several sentences
    keeps its last full stop.
    """
    bare = text.removesuffix(mine)
    if usual not in (".", "") or mine not in (".", ";", "") or bare != bare.rstrip():
        return None
    if usual == "." and (not re.search(_MAY_STOP, bare) or re.search(_MAY_NOT_STOP, bare)):
        return None
    if usual == "" and re.search(_SENTENCES, text):
        return None
    title = "End it with a full stop" if usual else _TITLES[mine]
    return Fix(Applicability.SAFE, title, (TextEdit(Span(len(bare), len(text)), usual),))
