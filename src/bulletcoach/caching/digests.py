"""The digest of files that seldom change: worked out once, and again whenever one of them looks different."""

from __future__ import annotations

import os
import time
from collections.abc import Mapping
from pathlib import Path

from bulletcoach.caching.beginning import may_have_changed
from bulletcoach.caching.store import Store

KIND = "digests"
_LENGTH = 32
_BLOCK = 1 << 20
# A file that is saved again within the tick of its file system's clock (2 s on FAT) looks as before: what is so young
# is not relied on.
_YOUNG_NS = 3_000_000_000


def digest_of(files: Mapping[str, str], store: Store, owner: Path) -> bytes | None:
    """The SHA-256 of the names and contents of files, given as paths by name.

    None where one cannot be read, or may have changed after this process began: what it knows of them, or has imported
    from them, is not what they are now.

    The paths are strings, which take a third of the time, for a hundred files on every run. What the store remembers
    under `owner` holds as long as size and times of all files are as they were. The times are that of the content, and
    on POSIX that of the last change to anything about the file, which nobody can set back; on Windows, that of its
    making, so there a change hides that sets the content's time back.
    """
    shelf = store.shelf(KIND)
    key = os.fsencode(owner)
    looks = _looks(files)
    if looks is None:
        return None
    look, is_young = looks
    known = shelf.get(key)
    if known is not None and known[_LENGTH:] == look:
        return known[:_LENGTH]
    digest = _digest(files)
    if digest is not None and not is_young:
        shelf.put(key, digest + look)
    return digest


def _looks(files: Mapping[str, str]) -> tuple[bytes, bool] | None:
    """What all files look like, and whether one of them is young; None where one is missing, or not what it was."""
    now = time.time_ns()
    is_young = False
    looks: list[str] = []
    for name, path in files.items():
        try:
            found = os.stat(path)  # noqa: PTH116
        except OSError:
            return None
        if may_have_changed(found):
            return None
        is_young |= min(abs(now - found.st_mtime_ns), abs(now - found.st_ctime_ns)) < _YOUNG_NS
        looks.append(f"{name}\0{path}\0{found.st_size}\0{found.st_mtime_ns}\0{found.st_ctime_ns}\0")
    return os.fsencode("".join(looks)), is_young


def _digest(files: Mapping[str, str]) -> bytes | None:
    from hashlib import sha256  # 3 ms, for which OpenSSL is loaded

    whole = sha256()
    try:
        for name, path in sorted(files.items()):
            digest = sha256()
            with open(path, "rb") as stream:  # noqa: PTH123
                while block := stream.read(_BLOCK):
                    digest.update(block)
            whole.update(sha256(os.fsencode(name)).digest() + digest.digest())
    except OSError:
        return None
    return whole.digest()
