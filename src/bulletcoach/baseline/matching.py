"""Matching: which findings of a file are those that its baseline holds.

A finding is known by its rule and its bullet. Where the bullet was edited a little (a typo mended, a word more, another
number) it is still the same old problem of the same bullet, so it stays known: a changed figure, or even a changed
“not”, does not make a rule's remark a new one, and nothing but this remark is kept quiet. Each known finding stands for
one, so a second copy of a bullet is new.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from bulletcoach.baseline.keys import Key

# Of 100: how alike two bullets must be to be one that was edited. Measured on the bullets of tests/gold: no two of them
# are so alike (two pairs reach 70), while every mended typo stays known, and 99 % of added words, 96 % of words left
# out, over 99 % of changed numbers. Half a bullet more is another bullet.
ALIKE = 80

# What a finding may be matched within: its rule, and whether it is about a bullet or an entry.
_Block = tuple[str, bool]


def match(found: Sequence[Key], known: Iterable[Key]) -> list[Key | None]:
    """For each finding of one file the known one that it is, None where it is new.

    Of equal ones the first are the known ones. Among similar ones the most similar are taken first, at a tie those that
    come first in the file, then in the alphabet.
    """
    left = Counter(known)
    matched: list[Key | None] = [_take(key, left) for key in found]
    new: dict[_Block, dict[str, list[int]]] = {}
    for position, (key, taken) in enumerate(zip(found, matched, strict=True)):
        if taken is None and _text(key):
            new.setdefault(_block(key), {}).setdefault(_text(key), []).append(position)
    if not new:
        return matched
    old: dict[_Block, dict[str, Key]] = {}
    for key in left:
        if left[key] and _block(key) in new:
            old.setdefault(_block(key), {})[_text(key)] = key
    for block, entries in old.items():
        for text, other in _by_likeness(new[block], sorted(entries)):
            positions = new[block][text]
            while positions and left[entries[other]]:
                matched[positions.pop(0)] = _take(entries[other], left)
    return matched


def _take(key: Key, left: Counter[Key]) -> Key | None:
    """The known finding with this key, if one is left; then there is one less."""
    if not left[key]:
        return None
    left[key] -= 1
    return key


def _by_likeness(texts: dict[str, list[int]], others: Sequence[str]) -> list[tuple[str, str]]:
    """The pairs that are alike, the most alike first."""
    from rapidfuzz import fuzz, process

    pairs = [
        (-score, positions[0], other, text)
        for text, positions in texts.items()
        for other, score, _ in process.extract(text, others, scorer=fuzz.ratio, score_cutoff=ALIKE, limit=None)
    ]
    return [(text, other) for *_, other, text in sorted(pairs)]


def _block(key: Key) -> _Block:
    return key.rule, bool(key.bullet)


def _text(key: Key) -> str:
    return key.bullet or key.entry
