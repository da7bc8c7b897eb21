"""Wordings: the entries for the words that are marked in bullets, by their kind and phrase."""

from __future__ import annotations

from collections.abc import Sequence

from bulletcoach.lexicon.records import WordingEntry
from bulletcoach.model.facts import Mark, MarkKind


class Wordings:
    """Finds the entry of a mark. A kind is indexed once a mark of it is looked up: most are not in a résumé."""

    def __init__(self, entries: Sequence[WordingEntry]) -> None:
        self._entries = entries
        self._by_kind: dict[MarkKind, dict[str, WordingEntry]] = {}

    def of(self, mark: Mark) -> WordingEntry | None:
        """The lexicon's entry for a marked word; of several with the same phrase the last."""
        if mark.kind not in self._by_kind:
            self._by_kind[mark.kind] = {
                phrase.lower(): entry for entry in self._entries if entry.kind is mark.kind for phrase in entry.phrases
            }
        return self._by_kind[mark.kind].get(mark.phrase.lower())
