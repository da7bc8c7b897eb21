"""Filling: a rewrite with its blanks answered, or left out together with the words that are there for them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from bulletcoach.model.rewrite import Origin, Part, Rewrite, Wanted
from bulletcoach.rewriting.composing import mended

# A rewrite has no act without these.
NEEDED = (Wanted.ACT, Wanted.PART)


def fill(rewrite: Rewrite, answers: Mapping[int, str]) -> Rewrite:
    """The rewrite with `answers` in its blanks, which are numbered from 0 in the order of `rewrite.slots`.

    A blank without an answer is left out with the parts tied to it, and what it would have replaced stands again.
    Raises ValueError where a blank for the act itself has no answer.
    """
    given = {number: answer.strip() for number, answer in answers.items() if answer.strip()}
    parts: list[Part] = []
    for part, number in _numbered(rewrite.parts):
        if number is None or (part.slot is None and number in given):
            parts.append(part)
        elif part.slot is not None:
            parts.extend(_filled(part, part.slot.wants, given.get(number)))
    return replace(rewrite, parts=mended(parts, rewrite.text))


def _filled(part: Part, wants: Wanted, answer: str | None) -> tuple[Part, ...]:
    """What stands in the place of a blank."""
    slot = part.slot
    if slot is None:
        return (part,)
    if answer:
        return (Part(answer.rstrip(" ."), Origin.ANSWER),)
    if wants in NEEDED and not slot.instead:
        raise ValueError(f"“{slot.ask}” needs an answer: without it the bullet has no act")
    return slot.instead


def _numbered(parts: tuple[Part, ...]) -> Iterator[tuple[Part, int | None]]:
    """Each part with the number of the blank that it is or is tied to: the one after it, else the one before."""
    number = -1
    for place, part in enumerate(parts):
        if part.slot is not None:
            number += 1
            yield part, number
        elif part.tied:
            leads = place + 1 < len(parts) and parts[place + 1].slot is not None
            yield part, number + 1 if leads else number
        else:
            yield part, None
