"""Which texts of many are all but the same, in time that grows with their number and not with its square."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence, Set
from itertools import chain
from operator import countOf

from bulletcoach.lexicon.likeness import typos_at, unshared

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
    # One with a tail of praise ("in a timely manner") is the other still.
    may_be_part = min(len(first), len(second)) >= _LONG
    texts = " ".join(first), " ".join(second)
    may_score = _may_score(*texts, score) or (
        may_be_part and _part_may_score(frozenset(first), frozenset(second), score)
    )
    if not may_score:
        return False
    # Only here, and not above: most résumés repeat nothing and are spared the import.
    from rapidfuzz import fuzz

    if fuzz.token_sort_ratio(*texts) >= score:
        return True
    return may_be_part and fuzz.token_set_ratio(*texts) >= score


def _may_score(text: str, other: str, score: int) -> bool:
    """Whether two texts have the letters to reach a score, in whatever order."""
    return unshared(text, other) <= typos_at(score, len(text) + len(other))


def _part_may_score(first: Set[str], second: Set[str], score: int) -> bool:
    """Whether the words that two texts share may reach a score beside one of them, or both texts beside each other."""
    shared, mine, others = (" ".join(words) for words in (first & second, first - second, second - first))
    if not mine or not others:
        return True
    both = 2 * len(shared) + 1
    as_part = any(1 + len(rest) <= typos_at(score, both + len(rest)) for rest in (mine, others))
    return as_part or unshared(mine, others) <= typos_at(score, both + 1 + len(mine) + len(others))


def _has_figure(word: str) -> bool:
    return any(map(str.isdigit, word))
