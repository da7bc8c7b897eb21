"""The text of a blank, bent to an answer that says the same in another form.

“cutting handle time from X to Y”   answered “by 30%”         cutting handle time by X
“cutting complaints by X”           answered “from 20 to 12”  cutting complaints from X to Y
“N daily”                           answered “40 a week”      N weekly
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from bulletcoach.lexicon.phrases import singular
from bulletcoach.model.rewrite import Slot, Wanted

_LEVELS = re.compile(r"\bfrom [XYN]([^\s\w]?) to [XYN]\1(?!\w)")
_CHANGE = re.compile(r"\bby [XYN]([^\s\w]?)(?!\w)")


def as_change(slot: Slot) -> Slot | None:
    """The blank of two levels as one of their difference; None for a blank of another form."""
    return _reshaped(slot, _LEVELS, "by X")


def as_levels(slot: Slot) -> Slot | None:
    """The blank of a difference as one of two levels, in whichever unit; None for a blank of another form."""
    levels = _reshaped(slot, _CHANGE, "from X to Y")
    return replace(levels, unit=None, example="") if levels is not None else None


def with_period(slot: Slot, rest: Sequence[str], adverbs: Mapping[str, str]) -> tuple[Slot, tuple[str, ...]]:
    """The blank with the period that an answer's words name, and the words left over then.

    `adverbs` are the adverbs of periods: daily for a day.
    """
    if slot.wants is not Wanted.SCOPE or len(slot.letters) != 1:
        return slot, tuple(rest)
    known = {**adverbs, **{adverb: adverb for adverb in adverbs.values()}}
    period = next((word for word in rest if singular(word) in known), None)
    if period is None:
        return slot, tuple(rest)
    words = slot.text.split(" ")
    kept = [word for word in words if word not in adverbs.values()]
    place = words.index(slot.letters[0]) + 1 if slot.letters[0] in words else len(kept)
    kept.insert(min(place, len(kept)), known[singular(period)])
    return replace(slot, text=" ".join(kept)), tuple(word for word in rest if word != period)


def _reshaped(slot: Slot, form: re.Pattern[str], other: str) -> Slot | None:
    text, count = form.subn(other, slot.text)
    return replace(slot, text=text, low=None, high=None) if count == 1 else None
