"""The table, as Markdown that reads well in a terminal too, and the same as JSON."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from benchmarks.figures import Row
from benchmarks.machine import Machine, described

_HEAD = ("what", "s", "CPU s", "MiB", "bullets/s", "×", "CPU ×", "of", "budget")
_NUMBERS = {1, 2, 3, 4, 5, 6}

Parts = Mapping[str, Sequence[Row]]


def as_markdown(parts: Parts, machine: Machine) -> str:
    """Machine and table; the parts one below the other, what failed or needs a word in a list below."""
    lines: list[tuple[str, ...]] = [_HEAD]
    notes: dict[str, list[str]] = {}
    for name, rows in parts.items():
        lines.append((f"**{name}**", *[""] * (len(_HEAD) - 1)))
        lines.extend(_cells(row) for row in rows)
        for row in rows:
            if said := row.failure or row.note:
                notes.setdefault(said, []).append(row.name)
    widths = [max(len(line[column]) for line in lines) for column in range(len(_HEAD))]
    rule = "|".join("-" * (width + 1) + (":" if number in _NUMBERS else "-") for number, width in enumerate(widths))
    drawn = [f"| {' | '.join(_aligned(line, widths))} |" for line in lines]
    below = [f"- {'; '.join(dict.fromkeys(names))}: {said}" for said, names in notes.items()]
    return "\n".join([*described(machine), "", drawn[0], f"|{rule}|", *drawn[1:], "", *below]).rstrip() + "\n"


def as_json(parts: Parts, machine: Machine, *, mode: str, seed: int) -> bytes:
    """Everything in full figures: seconds, MiB, and the ratios of all rounds."""
    found = {name: [{**msgspec.to_builtins(row), "within": row.within} for row in rows] for name, rows in parts.items()}
    document = {"version": 1, "mode": mode, "seed": seed, "machine": msgspec.to_builtins(machine), "parts": found}
    return msgspec.json.format(msgspec.json.encode(document), indent=2) + b"\n"


def _cells(row: Row) -> tuple[str, ...]:
    return (
        row.name,
        _number(row.seconds),
        _number(row.cpu),
        "" if row.mib is None else f"{row.mib:.0f}",
        "" if row.rate is None else f"{row.rate:,.0f}",
        _number(row.ratio),
        _number(row.cpu_ratio),
        row.against,
        _verdict(row),
    )


def _verdict(row: Row) -> str:
    budget = "" if row.budget is None else str(row.budget)
    if row.failure is not None:
        return f"{budget} failed".strip()
    return f"{budget} {'kept' if row.within else 'missed'}" if budget else ""


def _number(value: float | None) -> str:
    """Three digits that count."""
    if value is None:
        return ""
    decimals = 3 if value < 1 else 2 if value < 10 else 1 if value < 100 else 0
    return f"{value:,.{decimals}f}"


def _aligned(line: Sequence[str], widths: Sequence[int]) -> list[str]:
    return [
        cell.rjust(width) if number in _NUMBERS else cell.ljust(width)
        for number, (cell, width) in enumerate(zip(line, widths, strict=True))
    ]
