"""Which texts of many are all but the same, in time that grows with their number and not with its square."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from bulletcoach.lexicon.phrases import Word, words_of

SCORE = 90  # of 100, from which on two texts are the same to a reader
_SHARED = 0.5  # of the words of the richer text; spelling may differ in the others, and praise be added
_RAREST = 4  # words of a text by which it is looked up
_FELLOWS = 12  # texts compared with at most for each of these words, the nearest above
_LONG = 6  # words from which on a text may be part of another without being any short phrase
_FEWEST = 4  # words; "Answered calls" twice is said by other rules


def near_duplicates(texts: Sequence[str], score: int = SCORE) -> Iterator[tuple[int, int]]:
    """Pairs of an earlier and a later text that say the same in almost the same words and with the same numbers.

    `score` is how alike they must be, of 100.

    Each later text is paired once, with the nearest above that it resembles. Two texts whose words are nine tenths the
    same share at least one of their rarest words, so only texts with such a word in common are compared.
    """
    words = [words_of(text) for text in texts]
    common = Counter(key for each in words for key in {word.key for word in each})
    holders: dict[str, list[int]] = {}
    for number, mine in enumerate(words):
        if len(mine) < _FEWEST:
            continue
        rarest = sorted({word.key for word in mine}, key=lambda key: (common[key], key))[:_RAREST]
        fellows = sorted({other for key in rarest for other in holders.get(key, ())[-_FELLOWS:]}, reverse=True)
        twin = next((other for other in fellows if _same(words[other], mine, score)), None)
        if twin is not None:
            yield twin, number
        for key in rarest:
            holders.setdefault(key, []).append(number)


def _same(first: Sequence[Word], second: Sequence[Word], score: int) -> bool:
    """Whether two texts have the same numbers and nearly the same words, in whatever order."""
    mine, other = {word.key for word in first}, {word.key for word in second}
    if _figures(mine) != _figures(other) or len(mine & other) < _SHARED * max(len(mine), len(other)):
        return False
    # Only here, and not above: most résumés repeat nothing and are spared the import.
    from rapidfuzz import fuzz

    texts = [" ".join(word.key for word in words) for words in (first, second)]
    if fuzz.token_sort_ratio(texts[0], texts[1]) >= score:
        return True
    # One with a tail of praise ("in a timely manner") is the other still.
    return min(len(first), len(second)) >= _LONG and fuzz.token_set_ratio(texts[0], texts[1]) >= score


def _figures(words: Iterable[str]) -> set[str]:
    return {word for word in words if any(sign.isdigit() for sign in word)}
