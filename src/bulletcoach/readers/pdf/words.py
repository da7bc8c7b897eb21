"""Glyphs to words.

Some files have a space between words, others only a gap, and headings may be spaced out letter by letter; what a gap
means is judged by the others in the same stretch of text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from msgspec import Struct

from bulletcoach.readers.pdf.glyphs import Glyph, Style

# All of these are in em.
_SAME_LINE = 0.12
_NEXT_AT_MOST = 1.2
_BACK_AT_MOST = 1.1  # the letters of a ligature are given one box
_SPACED_OUT = 0.08  # the usual gap between letters that are set apart on purpose
_WORD_GAP = 0.16  # the narrowest space of justified text is about 0.2
_WORD_GAP_BESIDE_SPACES = 0.3  # where the file has spaces of its own, a gap is hardly ever another
_LEAST_GAP = 0.03  # where PDFium sees a space; the boxes of slanted letters reach over their advance
_FEWEST_LETTERS = 4


class Word(Struct, frozen=True):
    """Letters without space between them. `is_spaced` tells that the file has a space in front of it."""

    text: str
    x0: float
    x1: float
    y: float
    style: Style
    is_spaced: bool = False

    @property
    def size(self) -> float:
        return max(self.style.size, 1.0)


def words_of(glyphs: Sequence[Glyph]) -> list[Word]:
    """The words that `glyphs` spell, in the order in which the file draws them."""
    return [word for run in _runs(glyphs) for word in _words(run)]


def _runs(glyphs: Sequence[Glyph]) -> Iterator[list[Glyph]]:
    """Stretches of glyphs of one size on one line, without a wide gap in them."""
    run: list[Glyph] = []
    for glyph in glyphs:
        if run and not _follows(run[-1], glyph):
            yield run
            run = []
        run.append(glyph)
    if run:
        yield run


def _follows(before: Glyph, glyph: Glyph) -> bool:
    size = max(before.style.size, glyph.style.size, 1.0)
    gap = (glyph.x0 - before.x1) / size
    is_like = min(before.style.size, glyph.style.size) >= 0.75 * size
    return is_like and abs(glyph.y - before.y) <= _SAME_LINE * size and -_BACK_AT_MOST <= gap <= _NEXT_AT_MOST


def _words(run: Sequence[Glyph]) -> Iterator[Word]:
    tokens = _tokens(run)
    if _are_letters(tokens):
        tokens = _closed_up(tokens)
    for spaced, token in tokens:
        text = _in_capitals("".join(glyph.char for glyph in token))
        yield Word(text, token[0].x0, max(glyph.x1 for glyph in token), token[0].y, token[0].style, spaced)


def _tokens(run: Sequence[Glyph]) -> list[tuple[bool, list[Glyph]]]:
    """The run cut at its spaces and at wide gaps, each with whether a space stands in front."""
    visible = [glyph for glyph in run if not glyph.is_space]
    if not visible:
        return []
    size = max(visible[0].style.size, 1.0)
    tight = sorted((b.x0 - a.x1) / size for a, b in pairwise(run) if not a.is_space and not b.is_space)
    usual = max(0.0, tight[len(tight) // 4]) if len(tight) >= _FEWEST_LETTERS - 1 else 0.0
    has_spaces = len(visible) < len(run)
    widest = _widest(usual, has_spaces)
    tokens: list[tuple[bool, list[Glyph]]] = []
    spaced = False
    for glyph in run:
        if glyph.is_space:
            spaced = True
            continue
        last = tokens[-1][1][-1] if tokens else None
        gap = (glyph.x0 - last.x1) / size if last else 0.0
        is_parted = gap > widest or (glyph.is_parted and gap > _LEAST_GAP and usual <= _SPACED_OUT)
        is_next = last is not None and not is_parted and glyph.style.is_symbol == last.style.is_symbol
        if is_next and not spaced:
            tokens[-1][1].append(glyph)
        else:
            tokens.append((spaced, [glyph]))
        spaced = False
    return tokens


def _widest(usual: float, has_spaces: bool) -> float:
    """The widest gap inside a word, where letters usually stand `usual` apart."""
    if usual > _SPACED_OUT:
        return max(0.5, 3 * usual) if has_spaces else 1.4 * usual + 0.14
    return _WORD_GAP_BESIDE_SPACES if has_spaces else _WORD_GAP


def _are_letters(tokens: Sequence[tuple[bool, list[Glyph]]]) -> bool:
    """“E X P E R I E N C E”"""
    single = [token for _, token in tokens if len(token) == 1 and token[0].char.isalpha()]
    return len(tokens) >= _FEWEST_LETTERS and len(single) >= 0.8 * len(tokens)


def _closed_up(tokens: Sequence[tuple[bool, list[Glyph]]]) -> list[tuple[bool, list[Glyph]]]:
    """Letters to words again: the wider gaps are those between words."""
    usual = median(b[0].x0 - a[-1].x1 for (_, a), (_, b) in pairwise(tokens))
    closed: list[tuple[bool, list[Glyph]]] = []
    for spaced, token in tokens:
        if closed and token[0].x0 - closed[-1][1][-1].x1 <= 1.6 * usual:
            closed[-1][1].extend(token)
        else:
            closed.append((spaced, list(token)))
    return closed


def _in_capitals(text: str) -> str:
    """“SCiENCE”: small capitals of a font that has lost the name of its small-capital I."""
    capitals = sum(map(str.isupper, text))
    is_lost = capitals > _FEWEST_LETTERS - 2 and "i" in text[1:] and all(c == "i" or not c.islower() for c in text)
    return text.upper() if is_lost and len(text.upper()) == len(text) else text
