"""Spelling: the words that a rewrite adds follow the source's own spelling, British or American."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cached_property

from msgspec import Struct, field

from bulletcoach.lexicon.lexicon import Lexicon

_WORD = re.compile(r"[A-Za-z]+(?:-[A-Za-z]+)*")


class Spelling(Struct, frozen=True):
    """Words to be spelled otherwise than in the lexicon; none for American spelling, which is the lexicon's."""

    british: Mapping[str, str] = field(default_factory=dict)

    def of(self, text: str) -> str:
        """`text` in this spelling, capitals kept."""
        return _WORD.sub(lambda match: self._word(match[0]), text) if self.british else text

    def _word(self, word: str) -> str:
        other = self.british.get(word.lower(), word)
        return other[:1].upper() + other[1:] if word[:1].isupper() else other


class Spellings:
    """The spellings of a lexicon, by which that of a résumé is told."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def of(self, texts: Iterable[str]) -> Spelling:
        """The spelling of a résumé: British where it has more British spellings than American ones."""
        words = _WORD.findall("\n".join(texts).lower())
        more = sum(map(self._british.__contains__, words)) - sum(map(self._pairs.__contains__, words))
        return Spelling(self._pairs) if more > 0 else Spelling()

    @cached_property
    def _pairs(self) -> dict[str, str]:
        return british_words(self._lexicon)

    @cached_property
    def _british(self) -> frozenset[str]:
        return frozenset(self._pairs.values())


def spelling_of(texts: Iterable[str], lexicon: Lexicon) -> Spelling:
    """The spelling of one résumé."""
    return Spellings(lexicon).of(texts)


def british_words(lexicon: Lexicon) -> dict[str, str]:
    """American spellings with their British ones: the pairs of the lexicon, and its verbs in -ize."""
    verbs = lexicon.verbs
    pairs = {american: british for british, american in lexicon.pairs_of("british").items()}
    for lemma in verbs:
        if not lemma.endswith(("ize", "yze")):
            continue
        other = lemma.replace("iz", "is") if lemma.endswith("ize") else lemma[:-2] + "se"
        if other in verbs:
            pairs[lemma] = other
            pairs.update(zip(verbs[lemma].forms.split(), verbs[other].forms.split(), strict=False))
    return pairs
