"""Where and when it was measured."""

from __future__ import annotations

import os
import platform
import subprocess
import sys
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from msgspec import Struct

_PACKAGES = ("bulletcoach", "spacy", "typer", "rich", "msgspec", "rapidfuzz", "numpy")


class Machine(Struct, frozen=True):
    """The machine and what is installed. `load` is the load average of the last minute, None on Windows."""

    date: str
    cpu: str
    cores: int
    system: str
    python: str
    packages: dict[str, str]
    load: float | None


def this_machine() -> Machine:
    """The machine that this runs on, as it is now."""
    return Machine(
        date=datetime.now(UTC).date().isoformat(),
        cpu=_cpu(),
        cores=_cores(),
        system=platform.platform(terse=True),
        python=f"{platform.python_implementation()} {platform.python_version()}",
        packages={name: _version(name) for name in _PACKAGES},
        load=round(os.getloadavg()[0], 2) if hasattr(os, "getloadavg") else None,
    )


def described(machine: Machine) -> list[str]:
    """The machine in lines for the head of the table."""
    load = "" if machine.load is None else f", load {machine.load:g} before the start"
    return [
        f"{machine.date}: {machine.cpu}, {machine.cores} cores, {machine.system}{load}",
        ", ".join([machine.python, *(f"{name} {number}" for name, number in machine.packages.items())]),
    ]


def _cpu() -> str:
    """The processor's name, as far as the system tells it without being asked for rights."""
    if sys.platform == "darwin":
        command = ["sysctl", "-n", "machdep.cpu.brand_string"]
        return subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip() or platform.machine()
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        lines = []
    named = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(named, platform.processor() or platform.machine())


def _cores() -> int:
    """The cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "not installed"
