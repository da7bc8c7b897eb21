"""What becomes of each word of a bullet: it stays, goes, or is written anew, and new words come in between."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

from msgspec import Struct

from bulletcoach.editing.alignment import WORD, Step, align
from bulletcoach.editing.pieces import Word


class Lines(Enum):
    """KEPT: a line break stays where it stands between words that stay. ONE: the whole bullet comes on one line."""

    KEPT = "kept"
    ONE = "one"


class Plan(Struct, frozen=True):
    """What to write for each word, None where it is not touched, and before each word (and behind the last) what comes
    in there, empty for nothing."""

    written: Sequence[str | None]
    arrivals: Sequence[str]

    def is_kept(self, word: int) -> bool:
        return self.written[word] is None

    def touches(self, word: int) -> bool:
        """Whether something is changed right before, at or right behind a word."""
        return not self.is_kept(word) or bool(self.arrivals[word] or self.arrivals[word + 1])


def plan(words: Sequence[Word], dear: frozenset[int], encoded: Sequence[str], new: str, *, late: bool) -> Plan:
    """The plan that turns `words` into `new`, the characters of which are written as `encoded`.

    `dear` and `late` are those of `align`.
    """
    new_words = list(WORD.finditer(new))
    steps = align([word.text for word in words], [word[0] for word in new_words], dear, late=late)
    sources = ["".join(encoded[word.start() : word.end()]) for word in new_words]
    written: list[str | None] = ["" for _ in words]
    arrivals = ["" for _ in range(len(words) + 1)]
    place = 0
    for step in steps:
        if step.old is None:
            arrivals[place] += _source(step, sources)
            continue
        place = step.old + 1
        if step.new is not None:
            is_same = words[step.old].text == new_words[step.new][0]
            written[step.old] = None if is_same else sources[step.new]
    return Plan(written, arrivals)


def without_stubs(made: Plan, words: Sequence[Word], breaks: frozenset[int]) -> Plan:
    """The plan without line breaks that make no sense any more: the words on both sides are other ones, and the line
    is not half as long as it was.
    """
    written = list(made.written)
    length = old_length = 0
    for number, word in enumerate(words):
        length += len(made.arrivals[number])
        now = written[number]
        if number in breaks and word.text == " " and now is None:
            is_between = 0 < number < len(words) - 1 and made.touches(number - 1) and made.touches(number + 1)
            if is_between and length < old_length / 2:
                written[number] = " "
            else:
                length = 0
            old_length = 0
        else:
            length += len(word.text if now is None else now)
            old_length += len(word.text)
    return Plan(written, made.arrivals)


def on_one_line(made: Plan, words: Sequence[Word], breaks: frozenset[int]) -> Plan:
    """The plan without line breaks."""
    written = list(made.written)
    for number in breaks:
        if made.is_kept(number):
            written[number] = words[number].text
    return Plan(written, made.arrivals)


def _source(step: Step, sources: Sequence[str]) -> str:
    return "" if step.new is None else sources[step.new]
