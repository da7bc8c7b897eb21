"""Recording: all findings of a run, written down as known."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from bulletcoach.baseline.file import write_baseline
from bulletcoach.baseline.keys import Key, Spot, keyed
from bulletcoach.run import Checked


@dataclass(frozen=True, slots=True)
class Recorded:
    """How many findings were written down, and of how many files."""

    findings: int
    files: int


def record(checked: Iterable[Checked], path: Path) -> Recorded | None:
    """Write every finding of the results, of every severity, into the baseline at `path`.

    None, and nothing is written, where a file could not be checked: what is wrong in it would be new afterwards. Raises
    ConfigError where the baseline cannot be written.
    """
    keys: list[Key] = []
    seen: set[Spot] = set()
    has_errors = False
    for one in checked:
        has_errors |= bool(one.result.errors)
        for each in keyed(one.result, path.parent):
            if each.spot is None or each.spot not in seen:
                keys.append(each.key)
            if each.spot is not None:
                seen.add(each.spot)
    if has_errors:
        return None
    write_baseline(path, keys)
    return Recorded(len(keys), len({key.file for key in keys}))
