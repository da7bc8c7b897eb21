"""Keeping: what no fix may lose of a bullet, whatever its honesty check says of the words that it adds."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from bulletcoach.lexicon.lexicon import Lexicon
from bulletcoach.lexicon.phrases import PhraseIndex, words_of
from bulletcoach.model.facts import Facts, MarkKind

# Compiled when they are needed: few bullets have a fix.
_FIGURE = r"[~≈<>≤≥±£$€]?\d[\d,.]*%?\+?"
_MARK = r"[\"“”„«»()\[\]]"


class Keeping:
    """Compares texts. Make one and keep it: it has an index."""

    def __init__(self, lexicon: Lexicon) -> None:
        uses = ("negation", "hedge-behind", "shared-agent", "we", "telling")
        words = {word for use in uses for word in lexicon.terms_of(use)}
        numbers = {word for role in ("hedge", "value", "magnitude", "fraction") for word in lexicon.numbers_of(role)}
        self._mine = lexicon.terms_of("own-person")
        self._weighty = PhraseIndex((phrase, phrase) for phrase in words | numbers)

    def loses(self, facts: Facts, new: str) -> bool:
        """Whether `new` lacks a number, a name, a hedge, a negation, one of those who did it with the writer, or half
        of a pair of quotation marks."""
        old = facts.text
        lost = self._weight(old) - self._weight(new)
        return bool(lost) or bool(self._names(facts) - Counter(_keys(new)))

    def _weight(self, text: str) -> Counter[str]:
        figures = (match[0].rstrip(".,").replace(",", "") for match in re.finditer(_FIGURE, text))
        return Counter(
            [*figures, *re.findall(_MARK, text), *(match.value for match in self._weighty.find(words_of(text)))]
        )

    def _names(self, facts: Facts) -> Counter[str]:
        """Words with a capital, but for the first, and the pronouns of several: “our”."""
        text = facts.text
        capitals = (word.key for word in words_of(text)[1:] if word.span.of(text) != word.key)
        shared = (mark for mark in facts.marked(MarkKind.PRONOUN) if not self._is_mine(mark.phrase))
        names = (key for key in capitals if key not in self._mine)
        return Counter([*names, *(key for mark in shared for key in _keys(mark.span.of(text)))])

    def _is_mine(self, phrase: str) -> bool:
        """Whether a pronoun, with what is drawn together with it (“I’ve”), is the writer alone."""
        return re.split(r"['’]", phrase, maxsplit=1)[0] in self._mine


def _keys(text: str) -> Iterable[str]:
    return (word.key for word in words_of(text))
