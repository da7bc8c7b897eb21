"""The piece that a check can do without: what is kept from one run to the next."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from bulletcoach.cli.checkup.piece import Piece, Status


def cache() -> Iterator[Piece]:
    """Where the cache is, and whether it can be used."""
    from bulletcoach.caching.state import state_of
    from bulletcoach.inputs.sizes import size_text

    state = state_of(None, os.environ)
    elsewhere = "Checks work without it, only slower. Mend that, or name another folder in BULLETCOACH_CACHE_DIR."
    if not state.is_wanted:
        yield Piece("cache", Status.OK, f"not used: {state.why_not}")
    elif state.why_not:
        yield Piece("cache", Status.WARN, f"not used: {state.why_not}", elsewhere)
    elif not state.is_writable:
        yield Piece("cache", Status.WARN, f"nothing new can be kept: {state.folder} cannot be written", elsewhere)
    elif unknown := _unknown_ingredients():
        said = f"no bullet can be kept: it cannot be told what reads it, for want of {', '.join(unknown)}"
        yield Piece("cache", Status.WARN, said, "Checks work without it, only slower. Installing those again may help.")
    else:
        yield Piece("cache", Status.OK, f"{state.folder}, {size_text(state.size)}")


def _unknown_ingredients() -> list[str]:
    """The files by which facts are known to be still right, as far as they are missing; a missing model is no news."""
    from bulletcoach.analysis.ingredients import ingredients

    return [path for path in (ingredients() or {}).values() if not Path(path).is_file()]
