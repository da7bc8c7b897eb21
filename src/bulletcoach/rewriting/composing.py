"""Composing: stretches of the source with changes in them, joined to a text that a careful writer would have typed.

A rewrite is put together from pieces that were not made for each other. What their joints leave behind (two spaces, a
space before a comma, a comma at the head, a capital in the middle) is mended here, character by character, so that
every part still says truly which stretch of the source it renders.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from bulletcoach.lexicon.lexicon import Lexicon
from bulletcoach.model.rewrite import Origin, Part
from bulletcoach.model.text import Span

CLOSING = " ,;:/–—-"  # what leads on, and is nothing where nothing follows
_SOURCE, _GRAMMAR = Origin.SOURCE, Origin.GRAMMAR  # looked up once: that takes as long as three calls
_SHORT = re.compile(r"\b\w(?:\.\w)+\.(?=\s*$)")  # “p.m.”
# A slot counts as one letter while joints are mended: nothing inside it may change.
_SLOT = "\ue000"
_JOINTS = (
    re.compile(r"(?<=\s)\s+"),
    re.compile(r"\s+(?=[,;:!?)]|\.(?:\s|$))"),
    re.compile(r"(?<=\()\s+"),
    re.compile(r"\(\)"),
    re.compile(r"[,;](?=\s*[,;.])"),
)
_STOPS = ("", ".", "!")
_ODD = re.compile(r"\s[\s,;:!?).]|\([\s)]|[,;]\s*[,;.]")  # without which no joint needs mending


class Change(Struct, frozen=True):
    """What stands in the place of a stretch of the source; no parts where it is left out."""

    span: Span
    parts: tuple[Part, ...] = ()


def rendered(text: str, span: Span, changes: Collection[Change]) -> tuple[Part, ...]:
    """A stretch of the source with the changes that lie in it. Of overlapping changes the first one counts."""
    if not changes:
        return (kept(text, span),) if span.start < span.end else ()
    parts: list[Part] = []
    at = span.start
    for change in sorted(merged(changes), key=lambda each: (each.span.start, -each.span.end)):
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
    return Part(text[span.start : span.end], _SOURCE, span)


def grammar(words: str, *, tied: bool = False) -> Part:
    """Function words or punctuation."""
    return Part(words, _GRAMMAR, tied=tied)


def joined(parts: Sequence[Part], source: str, *, lower: Sequence[int] = ()) -> tuple[Part, ...]:
    """The parts as one text: mended, and with the full stop that `source` has."""
    return _ended(mended(parts, source, lower=lower), source)


def mended(parts: Sequence[Part], source: str, *, lower: Sequence[int] = ()) -> tuple[Part, ...]:
    """The parts with their joints mended, and the first letter a capital as in `source`.

    `lower` are the offsets in the source of words that lose their capital where they no longer stand first.
    """
    left = [part for part in parts if part.text]
    text = _shown(left)
    if not text[:1].isalnum() and (start := _lead(text)):
        left, text = _without(left, [(0, start)], source), text[start:]
    for pattern in _JOINTS if _ODD.search(text) else ():
        if gone := [match.span() for match in pattern.finditer(text)]:
            left = _without(left, gone, source)
            text = _shown(left)
    if (end := _end(text)) < len(text):
        left = _without(left, [(end, len(text))], source)
    for offset in lower:
        left = _lowered(left, source, offset)
    return tuple(left if _begins_small(source) else _capitalised(left))


def is_tidy(text: str) -> bool:
    """Whether a text that begins with a letter would stay as it is if it were mended: then it needs no composing."""
    first, end = text[:1], end_of_words(text)
    if not first.isalpha() or not (first.islower() or first.upper() == first):
        return False  # “ǅ” is neither small nor a capital
    return text[end:] in _STOPS and _end(text[:end]) == end and not _ODD.search(text, 0, end)


def _lead(text: str) -> int:
    """How many characters at the head lead on, where there is nothing to lead on from."""
    return next((at for at, sign in enumerate(text) if not _leads_on(sign)), len(text))


def _end(text: str) -> int:
    """Where a text ends, without what leads on to nothing."""
    end = len(text)
    while end and (_leads_on(text[end - 1]) or text[end - 1] == "&"):
        end -= 1
    return end


def _leads_on(sign: str) -> bool:
    return sign in CLOSING or sign.isspace()


def _shown(parts: Sequence[Part]) -> str:
    """The text that is mended."""
    return "".join([_SLOT if part.slot is not None else part.text for part in parts])


def _literal(part: Part, source: str) -> Span | None:
    """Where a part stands in the source, if it is taken from there as it is."""
    span = part.source
    return span if span is not None and part.origin is Origin.SOURCE and span.of(source) == part.text else None


def _without(parts: Sequence[Part], gone: Sequence[tuple[int, int]], source: str) -> list[Part]:
    """The parts without stretches of their text; of a literal one, each piece that is left is a part."""
    found: list[Part] = []
    end = 0
    for part in parts:
        start, end = end, end + (1 if part.slot is not None else len(part.text))
        pieces = list(_left(start, end, gone))
        if pieces == [(start, end)]:
            found.append(part)
        elif (span := _literal(part, source)) is not None:
            places = (Span(span.start + first - start, span.start + last - start) for first, last in pieces)
            found += (replace(part, text=place.of(source), source=place) for place in places)
        elif pieces:
            text = "".join(part.text[first - start : last - start] for first, last in pieces)
            found.append(replace(part, text=text))
    return found


def _left(start: int, end: int, gone: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """What is left of a stretch without others, which stand in order."""
    for first, last in gone:
        if start < last and first < end:
            if start < first:
                yield start, first
            start = last
    if start < end:
        yield start, end


def _lowered(parts: list[Part], source: str, offset: int) -> list[Part]:
    """The parts with the letter at this offset of the source small, unless it is the first of the text."""
    for place, part in enumerate(parts):
        span = part.source
        if span is None or not span.start <= offset < span.end or not (place or offset > span.start):
            continue
        if _literal(part, source) is not None:
            at = offset - span.start
            text = part.text[:at] + part.text[at].lower() + part.text[at + 1 :]
            parts = [*parts[:place], replace(part, text=text), *parts[place + 1 :]]
    return parts


def _capitalised(parts: Sequence[Part]) -> list[Part]:
    """The parts with a capital as their first letter; a blank has one only where it comes first."""
    for place, part in enumerate(parts):
        if part.slot is not None:
            return [capital(part), *parts[1:]] if place == 0 else list(parts)
        at = 0 if part.text[:1].isalnum() else next((at for at, sign in enumerate(part.text) if sign.isalnum()), None)
        if at is not None:
            text = part.text[:at] + part.text[at].upper() + part.text[at + 1 :]
            return [*parts[:place], replace(part, text=text), *parts[place + 1 :]] if text != part.text else list(parts)
    return list(parts)


def _begins_small(source: str) -> bool:
    first = source[:1]
    return (first if first.isalnum() else next((sign for sign in source if sign.isalnum()), "A")).islower()


def capital(part: Part) -> Part:
    """A blank that begins a bullet: its words and those of its example begin with a capital."""
    slot = part.slot
    if slot is None:
        return part
    slot = replace(
        slot, text=slot.text[:1].upper() + slot.text[1:], example=slot.example[:1].upper() + slot.example[1:]
    )
    return replace(part, text=f"[{slot.text}]", slot=slot)


def end_of_words(text: str) -> int:
    """Where a bullet's words end: before its full stop, if it has one."""
    short = _SHORT.search(text) if text.rstrip().endswith(".") else None
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
