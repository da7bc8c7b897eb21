"""How the cache is: where, whether it is used and if not why, how large, and what is in it."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct, field

from bulletcoach.caching.folder import OFF_VARIABLE, UnusableError, cache_place, is_switched_off
from bulletcoach.caching.store import LIMIT, Kept, Store


class State(Struct, frozen=True):
    """The state of a cache.

    `is_wanted` is False where the environment wants none, `reason` says why it cannot be used, if so. `is_writable`
    is False where only what is there already can be used.
    """

    folder: Path | None
    named_by: str
    is_wanted: bool
    reason: str = ""
    is_writable: bool = True
    size: int = 0
    limit: int = LIMIT
    kinds: Mapping[str, Kept] = field(default_factory=dict)

    @property
    def why_not(self) -> str:
        """Why it is not used; empty where it is."""
        return self.reason if self.is_wanted else f"{OFF_VARIABLE} is set"


def state_of(named: Path | None, environment: Mapping[str, str]) -> State:
    """The state of the cache in the folder `named`, or where the environment or the system has it."""
    is_wanted = not is_switched_off(environment)
    try:
        place = cache_place(named, environment)
    except UnusableError as error:
        return State(None, "the system", is_wanted, str(error))
    store = Store(place.folder)
    kinds: dict[str, Kept] = {}
    reason = ""
    try:
        kinds = store.contents()
    except UnusableError as error:
        reason = str(error)
    writable = _is_writable(store.file)
    return State(place.folder, place.named_by, is_wanted, reason, writable, store.size(), store.limit, kinds)


def _is_writable(file: Path) -> bool:
    """Whether something can be put into the file, and a journal beside it, or both be made where they are missing."""
    folder = next((each for each in file.parents if os.path.lexists(each)), file.parent)
    return os.access(folder, os.W_OK | os.X_OK) and (not os.path.lexists(file) or os.access(file, os.W_OK))
