"""Spelling: the words that a rewrite adds follow the source's own spelling, British or American."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

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


def spelling_of(texts: Iterable[str], lexicon: Lexicon) -> Spelling:
    """The spelling of a résumé: British where it has more British spellings than American ones."""
    pairs = british_words(lexicon)
    american = set(pairs)
    british = set(pairs.values())
    words = [word for text in texts for word in _WORD.findall(text.lower())]
    more = sum(word in british for word in words) - sum(word in american for word in words)
    return Spelling(pairs) if more > 0 else Spelling()


def british_words(lexicon: Lexicon) -> dict[str, str]:
    """American spellings with their British ones: the pairs of the lexicon, and its verbs in -ize."""
    pairs = {american: british for british, american in lexicon.pairs_of("british").items()}
    for lemma, entry in lexicon.verbs.items():
        other = (
            lemma.replace("iz", "is") if lemma.endswith("ize") else lemma[:-2] + "se" if lemma.endswith("yze") else ""
        )
        if other in lexicon.verbs:
            pairs[lemma] = other
            pairs.update(zip(entry.forms.split(), lexicon.verbs[other].forms.split(), strict=False))
    return pairs
