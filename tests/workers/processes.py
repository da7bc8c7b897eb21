"""Looking for processes, by their number. POSIX only."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterable
from pathlib import Path

from cli.commandline import environment

# Sends texts to two workers, says which processes they are, and goes on as it is told to.
_PROGRAM = """
import os, sys, time
from bulletcoach.lexicon.lexicon import load_lexicon
from bulletcoach.workers import starting
from bulletcoach.workers.pool import Workers
from workers.stand_ins import PROCESS, SLEEP, note_of, quick

with Workers(2, load_lexicon(), make=quick, starter=getattr(starting, sys.argv[1])) as workers:
    pending = [workers.submit([PROCESS] + ["quick"] * 63) for _ in range(8)]
    print(*sorted({note_of(each.result()[0]) for each in pending}), flush=True)
    {then}
"""


def with_workers(starter: str, then: str) -> tuple[subprocess.Popen[bytes], set[int]]:
    """A program in a session of its own that has two workers and does `then`, and the numbers of the workers."""
    here = str(Path(__file__).parents[1])
    process = subprocess.Popen(
        [sys.executable, "-c", _PROGRAM.replace("{then}", then), starter],
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True,
        env=environment(PYTHONPATH=os.pathsep.join([here, *sys.path])),
    )  # fmt: skip
    assert process.stdout is not None
    return process, set(map(int, process.stdout.readline().split()))


def gone(processes: Iterable[int], within: float) -> bool:
    """Whether none of the processes lives any more, after so many seconds at most."""
    limit = time.monotonic() + within
    while any(map(_lives, processes)):
        if time.monotonic() > limit:
            return False
        time.sleep(0.01)
    return True


def _lives(process: int) -> bool:
    """Whether a process is there, and is more than what is left for its parent to ask about."""
    try:
        os.kill(process, 0)
        state = Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0]
    except ProcessLookupError:
        return False
    except OSError:  # no Linux, or gone this moment
        return not Path("/proc/self/stat").exists()
    return state != "Z"
