"""When this process began, to tell whether files are still those that it works with.

Code is imported once. A process that outlives an upgrade, as an editor's server may, goes on with the code that it
has, while the files of that code are another version's by now: what it finds is not what they would find.

The package imports this before anything else, and the commands import the package before what reads bullets.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterable

_BEGAN_NS = time.time_ns()
# Files are dated by a clock that moves on in ticks, so one that is saved after a moment may bear a time before it: by
# the tick of the system, or where only whole seconds are kept, by up to two of them (on FAT).
_TICK_NS = 20_000_000
_COARSE_TICK_NS = 2_000_000_000
_SECOND_NS = 1_000_000_000


def may_have_changed(found: os.stat_result) -> bool:
    """Whether a file may have been changed, or put in the place of another, after this process began."""
    # On POSIX the time of the last change to anything about the file, which nobody can set; the time of its content may
    # be any. On Windows the first is when the file was made, so the content's counts, too.
    changed = found.st_ctime_ns if os.name == "posix" else max(found.st_ctime_ns, found.st_mtime_ns)
    tick = _TICK_NS if changed % _SECOND_NS else _COARSE_TICK_NS
    return changed > _BEGAN_NS - tick


def any_may_have_changed(paths: Iterable[str]) -> bool:
    """Whether this is so for any of the files, or one is gone."""
    try:
        return any(may_have_changed(os.stat(path)) for path in paths)  # noqa: PTH116
    except OSError:
        return True
