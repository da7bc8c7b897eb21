"""Python's collector of cycles, at rest while modules and a model come that stay."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from threading import RLock

# The process has one collector, so that two threads with a model to load take turns.
_TURN = RLock()
# Python 3.12 freezes a few hundred objects of its own when it starts; a program that freezes what it has made has more.
_OWN_TO_PYTHON = 1000


@contextmanager
def resting_collector() -> Iterator[None]:
    """No look-out for cycles inside; it is as it was afterwards, and what came inside counts as old.

    While spaCy is imported, it would look through all that is new again and again, and find next to nothing.
    """
    with _TURN:
        thresholds, was_on = gc.get_threshold(), gc.isenabled()
        # Not gc.disable(): what reads the model's files switches the collector on behind each of them.
        gc.set_threshold(0)
        try:
            yield
        finally:
            # Frozen and thawed, objects stand in the oldest generation; else the next one made would have them all
            # looked through. A process that keeps objects frozen would have those thawed as well: it is left alone.
            if gc.get_freeze_count() < _OWN_TO_PYTHON:
                gc.freeze()
                gc.unfreeze()
            gc.set_threshold(*thresholds)
            if not was_on:
                gc.disable()
