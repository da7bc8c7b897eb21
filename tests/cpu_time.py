"""How long something takes: the processor's time, so that a busy machine makes no difference."""

from __future__ import annotations

import gc
from collections.abc import Callable
from time import process_time


def cpu_seconds(work: Callable[[], object]) -> float:
    """The seconds that `work` takes.

    The collector of garbage rests meanwhile: its rounds take longer the more a long test session holds, and come the
    more often the more is made, so that with them linear work looks quadratic.
    """
    gc.collect()
    gc.disable()
    try:
        start = process_time()
        work()
        return process_time() - start
    finally:
        gc.enable()
