"""Sizes of files, as one writes and says them."""

from __future__ import annotations

import re

DEFAULT_MAX_SIZE = 10_000_000
"""Bytes of a file that are read unless something else was asked for. The largest résumé seen had a tenth of it."""

_SIZE = r"(\d[\d_]*(?:\.\d+)?)\s*([kmg]?)(i?)(b|bytes?)?"
_MOST_DIGITS = 18
_POWERS = {"": 0, "k": 1, "m": 2, "g": 3}
_UNITS = ((1_000_000_000, "GB"), (1_000_000, "MB"), (1_000, "kB"))


def parse_size(text: str) -> int:
    """The bytes in a size such as “500k”, “10MB”, “1.5 MiB” or “20000”; 0 stands for no limit.

    k, M and G are thousands, as in the names of the units; Ki, Mi and Gi go by 1024. Raises ValueError, in words for
    the user, for anything else.
    """
    found = re.fullmatch(_SIZE, text.strip(), re.IGNORECASE | re.ASCII)
    if found is None or len(found[1]) > _MOST_DIGITS or (found[3] and not found[2]):
        raise ValueError(f"“{text}” is not a size; write 500k, 10MB, 10MiB or a number of bytes (0: no limit)")
    amount = float(found[1]) if "." in found[1] else int(found[1])
    unit: int = (1024 if found[3] else 1000) ** _POWERS[found[2].lower()]
    return round(amount * unit)


def size_text(amount: int, pattern: str = ".1f") -> str:
    """Bytes as one says them: “12.3 MB”."""
    for size, unit in _UNITS:
        if amount >= size:
            return f"{amount / size:{pattern}} {unit}"
    return f"{amount} bytes"
