"""Words that the typesetter cut at the end of a row.

Whether “in-/cluding” has its hyphen from the writer is settled for all formats by lists of compounds. In a file of a
typesetter that cuts words, a first half of two letters is nearly always a cut; there the hyphen is written as a soft
one, which nobody reads.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bulletcoach.readers.words import ResumeWords

SOFT = "\u00ad"
_TAIL = re.compile(r"(?:^|[\s(])([a-z]{2})[-‐]$")
_HEAD = re.compile(r"[a-z]{3,}")
_COMPOUND = re.compile(r"[a-z]+[-‐][a-z]+")


def with_soft_hyphens(texts: Sequence[str], words: ResumeWords) -> list[str]:
    """The texts of rows, with a soft hyphen where a word was cut behind its second letter."""
    compounds = {found.replace("‐", "-") for text in texts for found in _COMPOUND.findall(text)}
    return [
        text[:-1] + SOFT if _is_cut(text, below, compounds, words) else text
        for text, below in zip(texts, [*texts[1:], ""], strict=True)
    ]


def _is_cut(text: str, below: str, compounds: set[str], words: ResumeWords) -> bool:
    tail, head = _TAIL.search(text), _HEAD.match(below)
    if tail is None or head is None:
        return False
    return head[0] not in words.compound_last and f"{tail[1]}-{head[0]}" not in compounds
