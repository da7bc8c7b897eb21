"""Words to rows: what stands on one line of a page, or of a column.

A bullet's glyph, a footnote sign or a small-print date may stand a little above or below the line; a row is found by
the words of usual size, and smaller ones join the row that they stand in.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import accumulate, pairwise
from statistics import median

from msgspec import Struct

from bulletcoach.readers.pdf.glyphs import Style
from bulletcoach.readers.pdf.words import Word

# All of these are in em.
_SAME_LINE = 0.3
_TOUCHES = 0.1
_TAB = 1.5
_FEWEST_LETTERS = 4  # of a word that is spaced out
_SMALL = 0.8  # of the usual size
_BAND = (-0.95, 0.4)  # how far small words may stand above and below the line that they belong to


class Row(Struct, frozen=True):
    """A line: its words from left to right and what they read, with a tab where a wide gap is. `y` is its baseline."""

    words: tuple[Word, ...]
    text: str
    page: int
    y: float
    style: Style

    @classmethod
    def of(cls, words: Iterable[Word], page: int) -> Row:
        """The row of `words`, at least one."""
        placed = tuple(sorted(words, key=lambda word: (word.x0, word.x1)))
        style = Counter({each.style: 0 for each in placed})
        for word in placed:
            style[word.style] += len(word.text)
        usual = style.most_common(1)[0][0]
        y = next(word.y for word in placed if word.style == usual)
        return cls(placed, _text(placed), page, y, usual)

    @property
    def x0(self) -> float:
        return self.words[0].x0

    @property
    def x1(self) -> float:
        return max(word.x1 for word in self.words)

    @property
    def size(self) -> float:
        return max(self.style.size, 1.0)

    @property
    def has_tab(self) -> bool:
        return "\t" in self.text


def separator(left: Word, right: Word) -> str:
    """What stands between two words of a row: nothing, a space, or a tab."""
    size = max(left.size, right.size)
    gap = (right.x0 - left.x1) / size
    if gap > _TAB or is_picture(left):
        return "\t"
    return " " if right.is_spaced or gap > _TOUCHES else ""


def is_picture(word: Word) -> bool:
    """An icon: one sign of a font of pictures, or of a private use area."""
    return len(word.text) == 1 and (word.style.is_picture or "\ue000" <= word.text <= "\uf8ff")


def rows_of(words: Sequence[Word], page: int) -> list[Row]:
    """The rows that `words` make up, from top to bottom."""
    if not words:
        return []
    usual = _usual_size(words)
    parted: dict[bool, list[Word]] = {True: [], False: []}
    for word in sorted(words, key=lambda word: (word.y, word.x0)):
        parted[_is_small(word, usual)].append(word)
    lines: list[list[Word]] = []
    for word in parted[False]:
        if lines and word.y - lines[-1][0].y <= _SAME_LINE * min(word.size, lines[-1][0].size):
            lines[-1].append(word)
        else:
            lines.append([word])
    levels = [line[0].y for line in lines]
    alone: list[list[Word]] = []
    for word in parted[True]:
        near = _line_round(word, lines, levels)
        if near is not None:
            lines[near].append(word)
        elif alone and word.y - alone[-1][0].y <= _SAME_LINE * word.size:
            alone[-1].append(word)
        else:
            alone.append([word])
    rows = [Row.of(line, page) for line in (*lines, *alone)]
    return sorted(rows, key=lambda row: (row.y, row.x0))


def _usual_size(words: Sequence[Word]) -> float:
    """The size of the middle one of all letters, the small ones first."""
    letters: Counter[float] = Counter()
    for word in words:
        letters[word.size] += len(word.text)
    sizes = sorted(letters)
    up_to = list(accumulate(letters[size] for size in sizes))
    return sizes[bisect_right(up_to, up_to[-1] // 2)]


def _is_small(word: Word, usual: float) -> bool:
    """Whether a word is set smaller than the text, or a sign that may stand off the line."""
    is_sign = word.style.is_symbol or (len(word.text) <= 2 and not any(map(str.isalnum, word.text)))
    return is_sign or word.size < _SMALL * usual


def _line_round(word: Word, lines: Sequence[Sequence[Word]], levels: Sequence[float]) -> int | None:
    """The line of larger words that a small one stands in."""
    at = bisect_left(levels, word.y)
    near = [index for index in (at - 1, at, at + 1) if 0 <= index < len(lines)]
    fitting = [
        index
        for index in near
        if _BAND[0] * lines[index][0].size <= word.y - levels[index] <= _BAND[1] * lines[index][0].size
        and abs(word.y - levels[index]) <= 0.6 * max(lines[index][0].size, word.size)
    ]
    return min(fitting, key=lambda index: abs(levels[index] - word.y), default=None)


def _text(words: Sequence[Word]) -> str:
    """What a row reads; pictures between words part them and are not read."""
    if len(words) >= _FEWEST_LETTERS and sum(len(word.text) == 1 and word.text.isalpha() for word in words) > 0.8 * len(
        words
    ):
        return _closed_up(words)
    parts = [words[0].text]
    right = words[0]
    for word in words[1:]:
        parts += ["\t"] if is_picture(word) else [separator(right, word), word.text]
        right = word if word.x1 >= right.x1 else right
    return "".join(parts)


def _closed_up(words: Sequence[Word]) -> str:
    """“E   X   P   E   R   I   E   N   C   E” as one would say it."""
    gaps = [right.x0 - left.x1 for left, right in pairwise(words)]
    usual = median(gaps)
    parts = [words[0].text]
    for word, gap in zip(words[1:], gaps, strict=True):
        parts += [" " if gap > 1.6 * usual else "", word.text]
    return "".join(parts)
