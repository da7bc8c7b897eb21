"""Acronyms that a résumé spells out: in brackets, before some, or in words in a row that begin with its letters."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from functools import cached_property

from bulletcoach.model.facts import Facts

LOUD = 5  # capitals from which on they are a word said loudly, and no acronym
_FEWEST = 3  # letters; words that begin with two stand beside each other by chance
_INSIDE = r"\(([^()]*)\)"
_BEFORE = r"([A-Z0-9&]+) \("


class Explained:
    """Tells what is spelled out in any bullet of a résumé, in time that does not grow with its length."""

    def __init__(self, bullets: Sequence[Facts]) -> None:
        self._bullets = bullets

    def has(self, acronym: str) -> bool:
        """Whether an acronym of fewer than LOUD letters is spelled out."""
        return acronym in self._beside_brackets or acronym.lower() in self._initials

    @cached_property
    def _beside_brackets(self) -> Set[str]:
        """What stands in brackets, and the capitals before brackets with all their endings."""
        texts = [facts.text for facts in self._bullets if "(" in facts.text]
        inside = (words for text in texts for words in re.findall(_INSIDE, text))
        before = (word for text in texts for word in re.findall(_BEFORE, text))
        return {*inside, *(word[start:] for word in before for start in range(len(word)))}

    @cached_property
    def _initials(self) -> Set[str]:
        """The first letters of words in a row, in every length that an acronym may have."""
        rows = ["".join([word.key[0] for word in facts.words]) for facts in self._bullets]
        sizes = range(_FEWEST, LOUD)
        return {row[start : start + size] for row in rows for size in sizes for start in range(len(row) - size + 1)}
