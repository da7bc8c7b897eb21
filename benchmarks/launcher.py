"""Starts processes together, waits for all, and tells their time and memory: JSON in, JSON out.

A program of its own, run with `python -I -S`, because Linux counts what the parent holds at the start of a process as
that process's memory: the launcher has 10 MiB, the benchmark itself several times as much.

In: `{"commands": [[program, argument, …], …], "cwd": folder, "environment": {…}}`; command number n prints to the files
`n.out` and `n.err` in that folder. Out: `seconds` from the first start to the last end, `cpu` seconds of all processes
and of those that they waited for, `mib` of the largest single one, and the exit `codes`. Where the system does not
account for single children (Windows), `cpu` and `mib` are null.
"""

from __future__ import annotations

import json
import os
import sys
import time
from typing import Any

# macOS counts memory in bytes, the others in KiB.
_UNITS_IN_MIB = 1024 * 1024 if sys.platform == "darwin" else 1024


def main() -> None:
    """Read the order, carry it out, report."""
    order = json.load(sys.stdin)
    os.chdir(order["cwd"])
    measured = _posix if hasattr(os, "wait4") else _anywhere
    json.dump(measured(order["commands"], order["environment"]), sys.stdout)


def _posix(commands: list[list[str]], environment: dict[str, str]) -> dict[str, Any]:
    no_input = (os.POSIX_SPAWN_OPEN, 0, os.devnull, os.O_RDONLY, 0)
    started = time.perf_counter()
    children = []
    for number, command in enumerate(commands):
        streams = [no_input, _opened(1, number), _opened(2, number)]
        children.append(os.posix_spawn(command[0], command, environment, file_actions=streams))
    ended = [os.wait4(child, 0) for child in children]
    return {
        "seconds": time.perf_counter() - started,
        "cpu": sum(usage.ru_utime + usage.ru_stime for _, _, usage in ended),
        "mib": max(usage.ru_maxrss for _, _, usage in ended) / _UNITS_IN_MIB,
        "codes": [os.waitstatus_to_exitcode(status) for _, status, _ in ended],
    }


def _opened(stream: int, number: int) -> tuple[int, int, str, int, int]:
    return os.POSIX_SPAWN_OPEN, stream, _file(stream, number), os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600


def _anywhere(commands: list[list[str]], environment: dict[str, str]) -> dict[str, Any]:
    import subprocess
    from contextlib import ExitStack

    with ExitStack() as files:
        streams = [
            [files.enter_context(open(_file(stream, number), "wb")) for stream in (1, 2)]  # noqa: PTH123 - lean
            for number in range(len(commands))
        ]
        started = time.perf_counter()
        children = [
            subprocess.Popen(command, env=environment, stdin=subprocess.DEVNULL, stdout=out, stderr=error)
            for command, (out, error) in zip(commands, streams, strict=True)
        ]
        codes = [child.wait() for child in children]
        return {"seconds": time.perf_counter() - started, "cpu": None, "mib": None, "codes": codes}


def _file(stream: int, number: int) -> str:
    return f"{number}.{'out' if stream == 1 else 'err'}"


if __name__ == "__main__":
    main()
