"""The JSON of a rewrite: its parts, each with its origin and, for a blank, the question that fills it."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import Any

from bulletcoach.model.rewrite import Part, Rewrite, Slot
from bulletcoach.model.text import Span


def rewrite_object(rewrite: Rewrite) -> dict[str, Any]:
    """The texts of its parts, in order, are its text."""
    return {
        "text": rewrite.text,
        "kind": rewrite.kind.value,
        "note": rewrite.note,
        "parts": _parts(rewrite.parts),
        "second": _parts(rewrite.second),
    }


def pair_of(span: Span) -> list[int]:
    """A span as JSON has it."""
    return [span.start, span.end]


def number_of(value: float) -> float | int | None:
    """98 rather than 98.0; None for what JSON has no number for."""
    if not math.isfinite(value):
        return None
    return int(value) if value.is_integer() else value


def _parts(parts: Iterable[Part]) -> list[dict[str, Any]]:
    return [
        {
            "text": part.text,
            "origin": part.origin.value,
            "source": pair_of(part.source) if part.source is not None else None,
            "slot": _slot(part.slot) if part.slot is not None else None,
            "tied": part.tied,
        }
        for part in parts
    ]


def _slot(slot: Slot) -> dict[str, Any]:
    return {
        "wants": slot.wants.value,
        "text": slot.text,
        "ask": slot.ask,
        "example": slot.example,
        "unit": slot.unit,
        "kpi": slot.kpi,
        "range": _range(slot),
        "instead": _parts(slot.instead),
    }


def _range(slot: Slot) -> list[float | int] | None:
    """Both ends, or nothing: a range that is open at one end is none."""
    ends = [number_of(float(end)) for end in (slot.low, slot.high) if end is not None]
    known = [end for end in ends if end is not None]
    return known if len(known) == 2 else None
