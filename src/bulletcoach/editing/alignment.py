"""Which words of an old text live on in a new one: an edit distance over words, blanks and signs.

The costs say what a writer would call the smaller change: a word put in place of another is less than one lost and one
won, a word changed in its ending (“answering”, “Answered”) less than another word. Some blanks are dearer than others:
of two, the line break is the one that stays, and so does the one outside of markup.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate

from msgspec import Struct

WORD = re.compile(r"\s|\w+|[^\w\s]")
_STEM = 3  # letters that two forms of a verb share

_WORD_COST, _OTHER_WORD, _OTHER_FORM = 20, 28, 22
_SIGN_COST, _OTHER_SIGN = 12, 18
_BLANK_COST, _DEAR_BLANK = 4, 6


class Step(Struct, frozen=True):
    """The word at `old` becomes the word at `new`; None where it goes, or where the new one comes in before it."""

    old: int | None
    new: int | None


def align(old: Sequence[str], new: Sequence[str], dear: frozenset[int], *, late: bool) -> list[Step]:
    """The steps from the words of `old` to those of `new`, in order.

    `dear` are the blanks of `old` that had better stay. Where several ways cost the same, words go and come as early as
    can be, or as `late`: it makes a difference where markup begins and ends. Time grows with len(old) * len(new).
    """
    if late:
        return _latest(old, new, dear)
    end, new_end = len(old) - 1, len(new) - 1
    mirrored = _latest(old[::-1], new[::-1], frozenset(end - place for place in dear))
    return [
        Step(None if step.old is None else end - step.old, None if step.new is None else new_end - step.new)
        for step in reversed(mirrored)
    ]


def _latest(old: Sequence[str], new: Sequence[str], dear: frozenset[int]) -> list[Step]:
    """The steps, by a walk back through the table that takes a loss or a gain as soon as it costs no more."""
    losses = [_loss(word, place in dear) for place, word in enumerate(old)]
    gains = [_loss(word, False) for word in new]
    table = _costs(old, new, losses, gains)
    steps: list[Step] = []
    at, new_at = len(old), len(new)
    while at or new_at:
        cost = table[at][new_at]
        if at and cost == table[at - 1][new_at] + losses[at - 1]:
            at -= 1
            steps.append(Step(at, None))
        elif new_at and cost == table[at][new_at - 1] + gains[new_at - 1]:
            new_at -= 1
            steps.append(Step(None, new_at))
        else:
            at, new_at = at - 1, new_at - 1
            steps.append(Step(at, new_at))
    return steps[::-1]


def _costs(old: Sequence[str], new: Sequence[str], losses: Sequence[int], gains: Sequence[int]) -> list[list[int]]:
    """The least cost from each beginning of `old` to each beginning of `new`."""
    above = [0, *accumulate(gains)]
    table = [above]
    for word, loss in zip(old, losses, strict=True):
        row = [above[0] + loss]
        for place, (other, gain) in enumerate(zip(new, gains, strict=True)):
            exchanged = above[place] + (0 if word == other else _exchange(word, other))
            row.append(min(exchanged, above[place + 1] + loss, row[place] + gain))
        table.append(row)
        above = row
    return table


def _loss(word: str, is_dear: bool) -> int:
    if word == " ":
        return _DEAR_BLANK if is_dear else _BLANK_COST
    return _WORD_COST if word[0].isalnum() else _SIGN_COST


def _exchange(word: str, other: str) -> int:
    """The cost of one word for another; nothing but a blank stands for a blank, and no sign for a word."""
    if word[0].isalnum() and other[0].isalnum():
        return _OTHER_FORM if word[:_STEM].casefold() == other[:_STEM].casefold() else _OTHER_WORD
    if word == " " or other == " " or word[0].isalnum() or other[0].isalnum():
        return 1_000
    return _OTHER_SIGN
