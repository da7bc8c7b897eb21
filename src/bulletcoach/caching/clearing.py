"""Clearing the cache: our own files go, and nothing else."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from bulletcoach.caching.database import FILE, delete, is_ours
from bulletcoach.caching.folder import IGNORE, IGNORE_TEXT, TAG, holds, is_marked


def clear(folder: Path) -> list[Path]:
    """Delete what is ours in the folder, and the folder itself if we made it and nothing else is in it.

    Gives what was deleted. Raises OSError where something of ours cannot be.
    """
    removed: list[Path] = []
    file = folder / FILE
    if is_ours(file):
        removed += delete(file)
    if is_marked(folder):
        # The tag last: as long as it is there, what is broken is known as ours.
        for each in (folder / IGNORE, folder / TAG):
            if each.name == TAG or holds(each, IGNORE_TEXT):
                each.unlink(missing_ok=True)
                removed.append(each)
        with suppress(OSError):
            folder.rmdir()
            removed.append(folder)
    return removed
