"""Composing: stretches of the source with changes in them, joined to a text that a careful writer would have typed.

A rewrite is put together from pieces that were not made for each other. What their joints leave behind (two spaces, a
space before a comma, a comma at the head, a capital in the middle) is mended here, character by character, so that
every part still says truly which stretch of the source it renders.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from msgspec import Struct
from msgspec.structs import replace

from bulletcoach.lexicon.lexicon import Lexicon
from bulletcoach.model.rewrite import Origin, Part
from bulletcoach.model.text import Span

CLOSING = " ,;:/–—-"  # what leads on, and is nothing where nothing follows
_SHORT = re.compile(r"\b\w(?:\.\w)+\.(?=\s*$)")  # “p.m.”
# A slot counts as one letter while joints are mended: nothing inside it may change.
_SLOT = "\ue000"
_MENDED = (
    re.compile(rf"^[\s{CLOSING}]+"),
    re.compile(r"(?<=\s)\s+"),
    re.compile(r"\s+(?=[,;:!?)]|\.(?:\s|$))"),
    re.compile(r"(?<=\()\s+"),
    re.compile(r"\(\)"),
    re.compile(r"[,;](?=\s*[,;.])"),
    re.compile(rf"[\s&{CLOSING}]+$"),
)


class Change(Struct, frozen=True):
    """What stands in the place of a stretch of the source; no parts where it is left out."""

    span: Span
    parts: tuple[Part, ...] = ()


class _Cell(Struct, frozen=True):
    """One character with the number of its part, and its offset in the source where it is taken from there as it is."""

    character: str
    part: int
    offset: int | None


def rendered(text: str, span: Span, changes: Iterable[Change]) -> tuple[Part, ...]:
    """A stretch of the source with the changes that lie in it. Of overlapping changes the first one counts."""
    parts: list[Part] = []
    at = span.start
    changes = merged(changes)
    for change in sorted(changes, key=lambda each: (each.span.start, -each.span.end)):
        if not span.covers(change.span) or change.span.start < at:
            continue
        parts.append(kept(text, Span(at, change.span.start)))
        parts.extend(change.parts)
        at = change.span.end
    parts.append(kept(text, Span(at, span.end)))
    return tuple(part for part in parts if part.text)


def merged(changes: Iterable[Change]) -> list[Change]:
    """The changes with those that overlap and only leave out made one."""
    found: list[Change] = []
    for change in sorted(changes, key=lambda each: (each.span.start, each.span.end)):
        last = found[-1] if found else None
        if last is not None and not last.parts and not change.parts and change.span.start <= last.span.end:
            found[-1] = Change(Span(last.span.start, max(last.span.end, change.span.end)))
        else:
            found.append(change)
    return found


def kept(text: str, span: Span) -> Part:
    """A stretch of the source as it is."""
    return Part(span.of(text), Origin.SOURCE, span)


def grammar(words: str, *, tied: bool = False) -> Part:
    """Function words or punctuation."""
    return Part(words, Origin.GRAMMAR, tied=tied)


def joined(parts: Sequence[Part], source: str, *, lower: Sequence[int] = ()) -> tuple[Part, ...]:
    """The parts as one text: mended, and with the full stop that `source` has."""
    return _ended(mended(parts, source, lower=lower), source)


def mended(parts: Sequence[Part], source: str, *, lower: Sequence[int] = ()) -> tuple[Part, ...]:
    """The parts with their joints mended, and the first letter a capital as in `source`.

    `lower` are the offsets in the source of words that lose their capital where they no longer stand first.
    """
    cells = [cell for number, part in enumerate(parts) for cell in _cells(part, number, source)]
    for pattern in _MENDED:
        cells = _without(cells, pattern)
    cells = [
        replace(cell, character=cell.character.lower()) if place and cell.offset in lower else cell
        for place, cell in enumerate(cells)
    ]
    return tuple(_regrouped(_capitalised(cells, source), parts, small=_begins_small(source)))


def _cells(part: Part, number: int, source: str) -> Iterator[_Cell]:
    if part.slot is not None:
        yield _Cell(_SLOT, number, None)
        return
    literal = part.source is not None and part.origin is Origin.SOURCE and part.source.of(source) == part.text
    start = part.source.start if literal and part.source else 0
    for place, character in enumerate(part.text):
        yield _Cell(character, number, start + place if literal else None)


def _without(cells: list[_Cell], pattern: re.Pattern[str]) -> list[_Cell]:
    text = "".join(cell.character for cell in cells)
    gone = {place for match in pattern.finditer(text) for place in range(match.start(), match.end())}
    return [cell for place, cell in enumerate(cells) if place not in gone] if gone else cells


def _capitalised(cells: list[_Cell], source: str) -> list[_Cell]:
    """The first letter as the source has it: a capital, unless the source itself begins in lower case."""
    first = next(
        (place for place, cell in enumerate(cells) if cell.character.isalnum() or cell.character == _SLOT), None
    )
    if first is None or _begins_small(source) or cells[first].character == _SLOT:
        return cells  # a slot is capitalised as a whole, by capital()
    return [*cells[:first], replace(cells[first], character=cells[first].character.upper()), *cells[first + 1 :]]


def _begins_small(source: str) -> bool:
    return next((character for character in source if character.isalnum()), "A").islower()


def capital(part: Part) -> Part:
    """A blank that begins a bullet: its words and those of its example begin with a capital."""
    slot = part.slot
    if slot is None:
        return part
    slot = replace(
        slot, text=slot.text[:1].upper() + slot.text[1:], example=slot.example[:1].upper() + slot.example[1:]
    )
    return replace(part, text=f"[{slot.text}]", slot=slot)


def _regrouped(cells: Sequence[_Cell], parts: Sequence[Part], *, small: bool) -> Iterator[Part]:
    """The cells as parts again: one for each unbroken stretch of the same part.

    A blank that comes first takes a capital, unless the source begins `small`.
    """
    for (number, _), run in groupby(cells, key=_Runs()):
        group = list(run)
        part = parts[number]
        offsets = [cell.offset for cell in group if cell.offset is not None]
        if part.slot is not None:
            yield capital(part) if group[0] is cells[0] and not small else part
        else:
            span = Span(offsets[0], offsets[-1] + 1) if offsets else part.source
            yield replace(part, text="".join(cell.character for cell in group), source=span)


class _Runs:
    """Numbers the unbroken stretches of cells: a new one begins with another part, or where source was left out."""

    def __init__(self) -> None:
        self._last: _Cell | None = None
        self._run = 0

    def __call__(self, cell: _Cell) -> tuple[int, int]:
        last = self._last
        follows = last is not None and last.part == cell.part
        if follows and last is not None and last.offset is not None:
            follows = cell.offset == last.offset + 1
        self._run += not follows
        self._last = cell
        return cell.part, self._run


def end_of_words(text: str) -> int:
    """Where a bullet's words end: before its full stop, if it has one."""
    short = _SHORT.search(text)
    return short.end() if short else len(text.rstrip(" .;,!"))


def end_before(text: str, at: int, lexicon: Lexicon) -> int:
    """Where the words before offset `at` end, without the comma or conjunction that leads on from there."""
    words = text[:at]
    while (shorter := _less_a_link(words, lexicon)) != words:
        words = shorter
    return len(words)


def _less_a_link(words: str, lexicon: Lexicon) -> str:
    words = words.rstrip(f"&{CLOSING}")
    before, _, last = words.rpartition(" ")
    return before if last.lower() in lexicon.terms_of("leading-on") else words


def _ended(parts: tuple[Part, ...], source: str) -> tuple[Part, ...]:
    """The parts, and the source's full stop."""
    stripped = source.rstrip()
    if end_of_words(source) == len(stripped):
        return parts
    if not stripped.endswith((".", "!")) or stripped.endswith(".."):
        return parts
    return (*parts, Part(stripped[-1], Origin.SOURCE, Span(len(stripped) - 1, len(stripped))))
