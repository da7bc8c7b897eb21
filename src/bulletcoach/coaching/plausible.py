"""Whether the figures of an answer can be: limits that arithmetic sets, believable ranges, and the way a number moved.

What cannot be is refused; what is only hard to believe is asked once more, and the writer has the last word.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from bulletcoach.coaching.figures import Figure, FigureReader
from bulletcoach.coaching.slots import direction_of, is_change, is_pair
from bulletcoach.lexicon.field import FieldPack, KpiEntry, RangeEntry
from bulletcoach.lexicon.lexicon import Lexicon
from bulletcoach.model.rewrite import Slot

_PERCENT, _COUNT = "percent", "count"
_WHOLE = 100.0
_OPPOSITE = {"up": "down", "down": "up"}


class Objection(Struct, frozen=True):
    """What speaks against an answer; `is_final` where no insisting helps."""

    message: str
    is_final: bool = False


def objections(
    slot: Slot, figures: Sequence[Figure], pack: FieldPack, lexicon: Lexicon, reader: FigureReader
) -> Iterator[Objection]:
    """All that speaks against these figures in this slot, the final first."""
    kpi = pack.kpis.get(slot.kpi or "")
    direction = direction_of(slot, lexicon)
    if is_change(slot):
        yield from _of_change(figures, direction or (kpi.good if kpi else None), slot)
        return
    levels = [_in_slot_unit(figure, figures, slot) for figure in figures]
    ends = [*levels, *(replace(each, value=each.upper) for each in levels if each.upper != each.value)]
    if kpi is not None:
        yield from _beyond_limits(ends, kpi, reader)
    yield from _below_zero(ends, slot, kpi)
    yield from _no_count(figures, slot)
    if is_pair(slot) and len(levels) == 2:
        yield from _of_move(levels[0], levels[1], direction, kpi, reader)
    yield from _beyond_belief(ends, slot, kpi, reader)


def _in_slot_unit(figure: Figure, figures: Sequence[Figure], slot: Slot) -> Figure:
    """The figure in the unit typed with its neighbour where it has none itself, else in the slot's."""
    if figure.unit is not None:
        return figure
    return replace(figure, unit=next((other.unit for other in figures if other.unit is not None), slot.unit))


def _of_change(figures: Sequence[Figure], direction: str | None, slot: Slot) -> Iterator[Objection]:
    for figure in figures:
        unit = figure.unit or slot.unit
        if unit == _PERCENT and direction == "down" and abs(figure.value) > _WHOLE:
            yield Objection(f"Nothing falls by more than 100 %: {figure.text} cannot be.", is_final=True)
        elif figure.value < 0 and direction == "up":
            yield Objection(f"{figure.text} is a fall, and the blank tells of a rise: which is it?")
        elif figure.value == 0:
            yield Objection(f"{figure.text} is no change at all.")


def _beyond_limits(levels: Sequence[Figure], kpi: KpiEntry, reader: FigureReader) -> Iterator[Objection]:
    for figure, limits, value in _with_ranges(levels, kpi, reader):
        if limits.ceiling is not None and value > limits.ceiling:
            yield Objection(f"No {kpi.name} passes {limits.ceiling:g}{_sign(limits)}: {figure.text}?", is_final=True)
        elif limits.floor is not None and value < limits.floor:
            yield Objection(f"No {kpi.name} is below {limits.floor:g}{_sign(limits)}: {figure.text}?", is_final=True)


def _below_zero(levels: Sequence[Figure], slot: Slot, kpi: KpiEntry | None) -> Iterator[Objection]:
    """An objection to a level below zero, unless the KPI has such levels."""
    lows = [low for limits in (kpi.plausible if kpi else ()) for low in (limits.floor, limits.low) if low is not None]
    negative = next((figure for figure in levels if figure.value < 0), None)
    if negative is not None and not any(low < 0 for low in (*lows, slot.low or 0)):
        yield Objection(f"{negative.text} is less than nothing: leave the sign out.", is_final=True)


def _no_count(figures: Sequence[Figure], slot: Slot) -> Iterator[Objection]:
    """An objection to what is no number of things, where one is wanted."""
    for figure in figures if slot.unit == _COUNT else ():
        if figure.unit is not None:
            yield Objection(f"A number of things is wanted, and {figure.text} is none.")
        elif figure.value == 0:
            yield Objection(f"{figure.text} is none at all: /skip leaves it out.")


def _of_move(
    before: Figure, after: Figure, direction: str | None, kpi: KpiEntry | None, reader: FigureReader
) -> Iterator[Objection]:
    """Objections to a number that stayed, or moved against the verb or the KPI's good direction."""
    later = reader.in_unit(after, before.unit)
    if later is None:
        yield Objection(f"{before.text} and {after.text} are different things: give both in the same unit.")
    elif later == before.value:
        yield Objection(f"From {before.text} to {after.text} is no change.")
    else:
        moved = "up" if later > before.value else "down"
        wanted = direction or (kpi.good if kpi is not None else None)
        if wanted == _OPPOSITE[moved]:
            better = f", and {kpi.name} should go {wanted}" if kpi is not None and kpi.good == wanted else ""
            yield Objection(f"From {before.text} to {after.text} is {moved}{better}: did it really go {moved}?")


def _beyond_belief(
    levels: Sequence[Figure], slot: Slot, kpi: KpiEntry | None, reader: FigureReader
) -> Iterator[Objection]:
    """One objection to all levels outside the slot's own range, or where it has none for their unit, the KPI's."""
    found = [(figure, usual) for figure in levels if (usual := _unusual(figure, slot, kpi, reader))]
    if found:
        numbers = " and ".join(dict.fromkeys(figure.text for figure, _ in found))
        yield Objection(f"{numbers} would be unusual: {found[0][1]}.")


def _unusual(figure: Figure, slot: Slot, kpi: KpiEntry | None, reader: FigureReader) -> str:
    """What would be usual in place of this level; empty where it is."""
    value = reader.in_unit(figure, slot.unit)
    if value is not None and (slot.low is not None or slot.high is not None):
        low, high, unit = slot.low, slot.high, slot.unit
    else:
        found = list(_with_ranges([figure], kpi, reader)) if kpi is not None else []
        if not found:
            return ""
        low, high, unit, value = found[0][1].low, found[0][1].high, found[0][1].unit, found[0][2]
    is_beyond = (low is not None and value < low) or (high is not None and value > high)
    return _usual(low, high, unit) if is_beyond else ""


def _with_ranges(
    levels: Sequence[Figure], kpi: KpiEntry, reader: FigureReader
) -> Iterator[tuple[Figure, RangeEntry, float]]:
    """Each level for which the KPI has a range, with that range and the value in its unit."""
    for figure in levels:
        for limits in kpi.plausible:
            value = reader.in_unit(figure, limits.unit)
            if value is not None:
                yield figure, limits, value
                break


def _sign(limits: RangeEntry) -> str:
    return " %" if limits.unit == _PERCENT else ""


def _usual(low: float | None, high: float | None, unit: str | None) -> str:
    """ "most are between 60 and 100 percent"."""
    of_what = "" if unit in (None, "count") or "-" in str(unit) else f" {unit}"
    if low is not None and high is not None:
        return f"most are between {low:,g} and {high:,g}{of_what}"
    return f"few are below {low:,g}{of_what}" if low is not None else f"few are above {high:,g}{of_what}"
