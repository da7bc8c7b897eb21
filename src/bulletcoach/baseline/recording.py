"""Recording: all findings of a run, written down as known."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from msgspec import Struct

from bulletcoach.baseline.file import read_baseline, write_baseline
from bulletcoach.baseline.keys import Key, Spot, files_of, is_there, keyed
from bulletcoach.run import Checked


class Recorded(Struct, frozen=True):
    """How many findings were written down, and of how many files; `kept` were there before, of files not looked at."""

    findings: int
    files: int
    kept: int = 0


def record(checked: Iterable[Checked], path: Path) -> Recorded | None:
    """Write every finding of the results, of every severity, into the baseline at `path`.

    What it held of other files that are still there stays. None, and nothing is written, where a file could not be
    checked: what is wrong in it would be new afterwards. Raises ConfigError where the baseline cannot be written.
    """
    keys: list[Key] = []
    seen: set[Spot] = set()
    files: set[str] = set()
    has_errors = False
    for one in checked:
        has_errors |= bool(one.result.errors)
        if one.result.document is not None:
            files.update(files_of(one.result, path.parent))
        for each in keyed(one.result, path.parent):
            if each.spot is None or each.spot not in seen:
                keys.append(each.key)
            if each.spot is not None:
                seen.add(each.spot)
    if has_errors:
        return None
    before = read_baseline(path) if path.exists() else []
    kept = [key for key in before if key.file not in files and is_there(path.parent, key.file)]
    write_baseline(path, [*keys, *kept])
    return Recorded(len(keys), len({key.file for key in keys}), len(kept))
