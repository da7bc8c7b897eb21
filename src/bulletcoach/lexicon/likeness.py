"""Likeness: which words may be the same but for a typo, told without the comparison itself.

A score is rapidfuzz's `ratio`: 100 less the share of letters, of both words together, that would have to be taken out
of one or put into the other. rapidfuzz takes 20 ms to import, and few résumés have a word that is worth a comparison.
"""

from __future__ import annotations

from collections import Counter


def typos_at(score: int, letters: int) -> int:
    """How many letters may be missing or too many in two words of so many letters together, to reach a score."""
    return letters * (100 - score) // 100


def unshared(word: str, other: str) -> int:
    """How many letters of two words have none of their like in the other: at least so many are missing or too many."""
    mine, others = Counter(word), Counter(other)
    return ((mine - others) + (others - mine)).total()
