"""Filling: a rewrite with its blanks answered, or left out together with the words that are there for them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from bulletcoach.model.rewrite import Origin, Part, Rewrite, Wanted

_SPACES = re.compile(r" {2,}| +(?=[,;.])|^ +")
# A rewrite has no act without these.
NEEDED = (Wanted.ACT, Wanted.PART)


def fill(rewrite: Rewrite, answers: Mapping[int, str]) -> Rewrite:
    """The rewrite with `answers` in its blanks, which are numbered from 0 in the order of `rewrite.slots`.

    A blank without an answer is left out with the parts tied to it, and what it would have replaced stands again. Raises
    ValueError where a blank for the act itself has no answer.
    """
    parts: list[Part] = []
    for part, number in _numbered(rewrite.parts):
        if number is None:
            parts.append(part)
            continue
        slot = rewrite.slots[number]
        answer = answers.get(number, "").strip()
        if part.slot is None:  # tied to the blank
            if answer:
                parts.append(part)
        elif answer:
            parts.append(Part(answer, Origin.ANSWER, slot=slot))
        elif slot.wants in NEEDED and not slot.instead:
            raise ValueError(f"“{slot.ask}” needs an answer: without it the bullet has no act")
        else:
            parts.extend(slot.instead)
    return replace(rewrite, parts=tuple(_joined(parts)))


def _numbered(parts: tuple[Part, ...]) -> Iterator[tuple[Part, int | None]]:
    """Each part with the number of the blank that it is or is tied to: the one after it, else the one before."""
    number = -1
    for place, part in enumerate(parts):
        if part.slot is not None:
            number += 1
            yield part, number
        elif part.tied:
            following = place + 1 < len(parts) and parts[place + 1].slot is not None
            yield part, number + 1 if following else number
        else:
            yield part, None


def _joined(parts: list[Part]) -> Iterator[Part]:
    """The parts without the doubled spaces that a missing one leaves, the first letter a capital as before."""
    text = ""
    for part in parts:
        words = part.text
        if text.endswith(" ") or not text:
            words = words.lstrip(" ")
        if text.endswith(" ") and words[:1] in (",", ";", "."):
            words = words  # the space before goes below
        words = _SPACES.sub(lambda match: " " if match[0].startswith("  ") else "", words) if text == "" else words
        if not text and words and part.origin is not Origin.SOURCE:
            words = words[0].upper() + words[1:]
        if words:
            text += words
            yield replace(part, text=words)
