"""How many workers there should be: what was asked for, what the machine has, what pays off."""

from __future__ import annotations

import os
from collections.abc import Iterator
from math import ceil
from pathlib import Path

AUTO = "auto"
# Texts below which one process is as quick as two: starting another takes about 0.1 s, and 0.3 s of the processor's
# time, in which 250 bullets are read. On two processors, 400 to 600 bullets took as long either way.
WORTHWHILE = 600
# What is done with the Facts of bullets is done in one process, and takes it more than half of the time that a worker
# takes to find them: more workers than this would wait for it.
_MOST = 2
_CONTROL_GROUPS = Path("/sys/fs/cgroup")
_OWN_GROUP = Path("/proc/self/cgroup")


def parse_jobs(value: str) -> int | None:
    """The number that the option names, None for “auto”. Raises ValueError, naming the value, for anything else."""
    plain = value.strip().lower()
    if plain == AUTO:
        return None
    if plain.isascii() and plain.isdecimal() and int(plain) > 0:
        return int(plain)
    raise ValueError(f"“{value}” is neither {AUTO} nor a number from 1 on")


def workers_for(texts: int, jobs: int | None = None, cpus: int | None = None) -> int:
    """How many workers are to read so many texts, or more; 0 where this process does it itself.

    `jobs` is what was asked for, None being as many as pay off on a machine with `cpus` processors, or on this one.
    """
    if texts < WORTHWHILE:
        return 0
    if jobs is None:
        jobs = min(usable_cpus() if cpus is None else cpus, _MOST)
    return jobs if jobs > 1 else 0


def usable_cpus() -> int:
    """The processors that this process may use: not all of the machine's, where a container or a user says so."""
    if hasattr(os, "process_cpu_count"):
        count: int | None = os.process_cpu_count()
    elif hasattr(os, "sched_getaffinity"):
        count = len(os.sched_getaffinity(0))
    else:
        count = os.cpu_count()
    shares = quotas(_CONTROL_GROUPS, _OWN_GROUP)
    return max(1, min([count or 1, *map(ceil, shares)]))


def quotas(groups: Path, own: Path) -> Iterator[float]:
    """The processors that Linux's control groups grant, as fractions: those of our group, and of all that hold it."""
    try:
        membership = own.read_text(encoding="ascii", errors="replace")
    except OSError:
        return
    for line in membership.splitlines():
        _, controllers, group = line.split(":", 2)
        if not controllers:
            yield from _granted(groups, group, "cpu.max")
        elif "cpu" in controllers.split(","):
            yield from _granted(groups / "cpu", group, "cpu.cfs_quota_us", "cpu.cfs_period_us")


def _granted(root: Path, group: str, *files: str) -> Iterator[float]:
    """What the files of a group and of those above it say: microseconds of the processors' time in a period."""
    home = root if ".." in group else root / group.lstrip("/")  # what lies outside of a container is not to be seen
    for folder in (home, *home.parents):
        if not folder.is_relative_to(root):
            return
        try:
            quota, period = " ".join((folder / file).read_text(encoding="ascii") for file in files).split()
            if quota != "max" and int(quota) > 0:
                yield int(quota) / int(period)
        except (OSError, ValueError):
            continue
