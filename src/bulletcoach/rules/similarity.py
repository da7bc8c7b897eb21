"""Which texts of many are all but the same, in time that grows with their number and not with its square."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence, Set
from itertools import chain
from operator import countOf

SCORE = 90  # of 100, from which on two texts are the same to a reader
_SHARED = 0.5  # of the words of the richer text; spelling may differ in the others, and praise be added
_RAREST = 4  # words of a text by which it is looked up
_FELLOWS = 12  # texts compared with at most for each of these words, the nearest above
_LONG = 6  # words from which on a text may be part of another without being any short phrase
_FEWEST = 4  # words; "Answered calls" twice is said by other rules


def near_duplicates(texts: Sequence[Sequence[str]], score: int = SCORE) -> Iterator[tuple[int, int]]:
    """Pairs of an earlier and a later text that say the same in almost the same words and with the same numbers.

    A text is given as its words, as they are compared. `score` is how alike two must be, of 100.

    Each later text is paired once, with the nearest above that it resembles. Two texts whose words are nine tenths the
    same share at least one of their rarest words, so only texts with such a word in common are compared.
    """
    vocabularies = [frozenset(words) for words in texts]
    common = Counter(chain.from_iterable(vocabularies))
    holders: dict[str, list[int]] = {}
    for number, (words, vocabulary) in enumerate(zip(texts, vocabularies, strict=True)):
        if len(words) < _FEWEST:
            continue
        if countOf(map(common.__getitem__, vocabulary), 1) >= _RAREST:
            continue  # its rarest words are in no other text
        rarest = [key for _, key in sorted([(common[key], key) for key in vocabulary])[:_RAREST]]
        near = {other for key in rarest for other in holders.get(key, ())[-_FELLOWS:]}
        alike = (other for other in sorted(near, reverse=True) if _may_be_same(vocabularies[other], vocabulary))
        twin = next((other for other in alike if _same(texts[other], words, score)), None)
        if twin is not None:
            yield twin, number
        for key in rarest:
            holders.setdefault(key, []).append(number)


def _may_be_same(first: Set[str], second: Set[str]) -> bool:
    """Whether two texts share enough words, and all their numbers."""
    shared = first & second
    if len(shared) < _SHARED * max(len(first), len(second)):
        return False
    return not any(map(_has_figure, first ^ second))


def _same(first: Sequence[str], second: Sequence[str], score: int) -> bool:
    """Whether two texts have nearly the same words, in whatever order."""
    # Only here, and not above: most résumés repeat nothing and are spared the import.
    from rapidfuzz import fuzz

    texts = " ".join(first), " ".join(second)
    if fuzz.token_sort_ratio(*texts) >= score:
        return True
    # One with a tail of praise ("in a timely manner") is the other still.
    return min(len(first), len(second)) >= _LONG and fuzz.token_set_ratio(*texts) >= score


def _has_figure(word: str) -> bool:
    return any(map(str.isdigit, word))
