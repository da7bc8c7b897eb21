"""Familiar words: those that the tokenizer splits once, and not again for each batch of bullets.

spaCy's memory zones keep the vocabulary from growing with all that is read, but inside of one the tokenizer remembers
nothing, and splits “customers,” anew wherever it stands. What it has seen outside of a zone it knows in all of them.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language

# The first so many words, with the marks that touch them, are nearly all of the words of any number of bullets. They
# take about two megabytes.
MOST = 4_096


class FamiliarWords:
    """The words, between spaces, that a model's tokenizer was shown."""

    def __init__(self, model: Language) -> None:
        self._model = model
        self._words: set[str] = set()

    def learn(self, sentences: Iterable[str]) -> None:
        """Show the tokenizer the new words, as long as they are not too many. To be called outside of memory zones."""
        if len(self._words) >= MOST:
            return
        # In their order, so that the same texts make the same words familiar.
        words = dict.fromkeys(word for sentence in sentences for word in sentence.split(" "))
        new = [word for word in words if word not in self._words][: MOST - len(self._words)]
        self._words.update(new)
        for word in new:
            self._model.tokenizer(word)
