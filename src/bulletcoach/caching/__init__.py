"""What is kept from one run to the next, so that it need not be found out again. Nothing here is ever needed.

    store = open_cache()                        None where no cache is wanted
    shelf = store.shelf("lexicons")             keys and values of one kind, both bytes
    shelf.put(key, value)
    shelf.get(key)                              None where nothing is kept

`folder`    where the cache lies, whether that place can be trusted, and what marks it as a cache
`database`  the one SQLite file in it: whether it is ours, new, whole;  `patience`  with other processes that use it
`store`     what is kept there, by kind
`room`      what goes when the cache is full;  `clearing`  when its owner wants it to
`facts`     the facts of bullets, on a shelf
`digests`   the digest of files that seldom change, on a shelf: our own `code`, for one, unless it has changed since the
            `beginning` of the process

A cache that is missing, damaged, locked, full, read-only or somebody else's has nothing and keeps nothing; no error
comes out of it. What it gives back is what was put there, byte for byte.
"""

from __future__ import annotations

import os
from pathlib import Path

from bulletcoach.caching import beginning  # noqa: F401 - first of all: it notes the time
from bulletcoach.caching.facts import FactsCache
from bulletcoach.caching.folder import UnusableError, cache_place, is_switched_off
from bulletcoach.caching.store import Shelf, Store

__all__ = ["FactsCache", "Shelf", "Store", "open_cache"]


def open_cache(folder: Path | None = None, *, wanted: bool = True) -> Store | None:
    """The cache in `folder`, or where BULLETCOACH_CACHE_DIR or the system wants it.

    None where it is not `wanted`, BULLETCOACH_NO_CACHE is set, or there is no home to keep it in. Nothing is read or
    made before something is asked for or put there.
    """
    if not wanted or is_switched_off(os.environ):
        return None
    try:
        return Store(cache_place(folder, os.environ).folder)
    except UnusableError:
        return None
