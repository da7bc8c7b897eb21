"""Typos in the names of KPIs: “customer satisfation”."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bulletcoach.lexicon.likeness import typos_at, unshared
from bulletcoach.lexicon.phrases import Word, vocabulary

# Below this score two words are different words. Shorter words are never mended: they have too many neighbours.
SIMILAR = 90
SHORTEST = 6
_MOST = 4_096  # words that are remembered: those of many résumés


class TypoMender:
    """Mends words that are nearly a long word of some name."""

    def __init__(self, names: Iterable[str]) -> None:
        self._known = {word for word in vocabulary(names) if len(word) >= SHORTEST}
        # By first letter and length, and each of those that were looked at with its letters.
        self._mended: dict[str, str | None] = {}
        self._shelves: dict[tuple[str, int], list[str]] = {}
        self._lettered: dict[tuple[str, int], list[tuple[str, frozenset[str]]]] = {}
        for known in self._known:
            self._shelves.setdefault((known[0], len(known)), []).append(known)

    def mended(self, word: Word) -> Word:
        """The known word that a word is nearly, in its place; the word itself where there is none."""
        key = word.key
        if len(key) < SHORTEST or key in self._known:
            return word
        if key not in self._mended:
            if len(self._mended) >= _MOST:
                self._mended.clear()
            self._mended[key] = self._nearest(key) if key.isalpha() else None
        known = self._mended[key]
        return Word(word.span, known) if known is not None else word

    def _nearest(self, key: str) -> str | None:
        """The known word that a word is nearly, None where there is none."""
        near = sorted(self._near(key))
        if not near:
            return None
        # Only here, and not above: most résumés have no such typo and are spared the import.
        from rapidfuzz import fuzz

        score, known = max(((fuzz.ratio(key, each), each) for each in near), key=lambda pair: pair[0])
        return known if score >= SIMILAR else None

    def _near(self, key: str) -> Iterator[str]:
        """The known words that may be alike enough: same first letter, about the same length, no mere ending."""
        letters = set(key)
        for length in (len(key) - 1, len(key), len(key) + 1):
            typos = typos_at(SIMILAR, len(key) + length)
            if length == len(key) and typos < 2:
                continue  # a letter in the place of another is one that is missing and one too many
            for known, others in self._shelf(key[0], length):
                if len(letters ^ others) > typos or key[:-1] == known or known[:-1] == key:
                    continue
                if unshared(key, known) <= typos:
                    yield known

    def _shelf(self, first: str, length: int) -> list[tuple[str, frozenset[str]]]:
        """The known words of a length that begin with a letter, each with its letters."""
        shelf = first, length
        if shelf not in self._lettered:
            self._lettered[shelf] = [(known, frozenset(known)) for known in self._shelves.get(shelf, ())]
        return self._lettered[shelf]
