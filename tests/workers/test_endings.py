"""What becomes of workers when the process that has them is ended: real processes."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time

import pytest
from cli.commandline import environment

from workers.processes import gone, with_workers

pytestmark = pytest.mark.skipif(os.name == "nt", reason="needs POSIX signals and processes")
STARTERS = ["ForkServer", "Launcher"] if sys.platform == "linux" else ["Launcher"]
both = pytest.mark.parametrize("starter", STARTERS)

BUSY = "workers.submit([SLEEP] * 2 * 64).result()"


@both
def test_ctrl_c_reaches_us_alone_and_ends_them_all(starter: str) -> None:
    process, workers = with_workers(starter, BUSY)
    assert len(workers) == 2
    time.sleep(0.3)
    began = time.monotonic()
    os.killpg(process.pid, signal.SIGINT)  # as a terminal does
    out, err = process.communicate(timeout=10)
    assert time.monotonic() - began < 2
    assert (process.returncode, out) == (-signal.SIGINT, b"")
    assert err.count(b"Traceback") == 1  # Python's, of the program itself
    assert gone(workers, within=0.5)


@both
@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGTERM])
@pytest.mark.parametrize("then", [BUSY, "time.sleep(60)"], ids=["busy", "idle"])
def test_no_worker_outlives_us(starter: str, how: signal.Signals, then: str) -> None:
    process, workers = with_workers(starter, then)
    time.sleep(0.3)
    process.send_signal(how)
    process.communicate(timeout=10)
    assert gone(workers, within=2)


@both
def test_a_program_ends_though_nobody_has_ended_its_workers(starter: str) -> None:
    process, workers = with_workers(starter, "Workers.close = lambda self: None; workers.submit([SLEEP]); sys.exit(7)")
    _, err = process.communicate(timeout=10)
    assert (process.returncode, err) == (7, b"")
    assert gone(workers, within=2)


@both
def test_workers_keep_nothing_of_ours_open(starter: str) -> None:
    """Who reads our output sees its end when we close it, whatever workers there are."""
    process, workers = with_workers(starter, "os.close(1); os.close(2); time.sleep(60)")
    assert process.stdout is not None
    assert process.stderr is not None
    assert process.stdout.read() == process.stderr.read() == b""
    assert process.poll() is None
    assert not gone(workers, within=0)
    process.kill()
    process.communicate()


def test_nothing_is_imported_for_workers_that_are_not_needed() -> None:
    program = (
        "import sys\n"
        "from bulletcoach.workers import ahead, faults, jobs\n"
        "print(*{'concurrent', 'multiprocessing', 'socket', 'subprocess', 'threading'} & set(sys.modules))"
    )
    command = [sys.executable, "-c", program]
    done = subprocess.run(command, capture_output=True, text=True, env=environment(), check=True)
    assert done.stdout.split() == []
