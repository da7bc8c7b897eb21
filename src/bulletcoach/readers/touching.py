"""Signs that touch the text behind them: “-opened the store”.

A hyphen in front of a small letter may also be the second half of a compound that was broken before its hyphen, so
such a line is a bullet only if lines near it show the same sign, or if it is the first below an entry's header.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from bulletcoach.readers.headers import is_header
from bulletcoach.readers.lines import Line
from bulletcoach.readers.markers import Marker
from bulletcoach.readers.words import ResumeWords, folded

_NEAR = 8  # lines above and below; further off the next entry begins, which may be written in another way


class _Touching(Struct, frozen=True):
    """A sign and whether the word behind it may begin a bullet; “-facing” and “-3%” need better company."""

    sign: str
    is_telling: bool


def with_touching_markers(lines: Sequence[Line], words: ResumeWords) -> list[Line]:
    """`lines`, with the markers that could be known for such only by the lines around them."""
    touching = {index: found for index, line in enumerate(lines) if (found := _touching(line, words))}
    marked = list(lines)
    for index, found in touching.items():
        line = lines[index]
        near = range(max(0, index - _NEAR), min(len(lines), index + _NEAR + 1))
        has_company = any(_touches(lines[each], found.sign) or _tells(touching, each, index) for each in near)
        is_like_others = any(_has_sign(lines[each], found.sign) for each in near)
        above = lines[index - 1] if index else None
        is_first = above is not None and above.marker is None and is_header(above.text, words)
        if has_company or (found.is_telling and (is_like_others or is_first)):
            marked[index] = replace(line, marker=Marker(found.sign, line.start + len(found.sign)))
    return marked


def _touching(line: Line, words: ResumeWords) -> _Touching | None:
    found = words.markers.match_touching(line.text) if line.marker is None else None
    if found is None:
        return None
    sign, word = found
    return _Touching(sign, word.isalpha() and folded(word) not in words.compound_last)


def _tells(touching: dict[int, _Touching], index: int, own: int) -> bool:
    """Whether another line near has the same sign in front of a word that may begin a bullet."""
    other = touching.get(index)
    return index != own and other is not None and other.is_telling and other.sign == touching[own].sign


def _has_sign(line: Line, sign: str) -> bool:
    return line.marker is not None and line.marker.text == sign


def _touches(line: Line, sign: str) -> bool:
    """Whether a line has the sign in front of a capital letter, without a space."""
    return _has_sign(line, sign) and line.body == line.start + len(sign) and line.body < line.end
