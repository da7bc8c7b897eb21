"""What is measured. A scenario takes a Workshop and gives the rows of its part of the table; here they are, by name."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from benchmarks.figures import Row
from benchmarks.scenarios.growth import growth
from benchmarks.scenarios.many_files import many_files
from benchmarks.scenarios.memory import memory
from benchmarks.scenarios.one_resume import one_resume
from benchmarks.scenarios.peers import peers
from benchmarks.scenarios.shares import shares
from benchmarks.scenarios.start import start
from benchmarks.scenarios.two_jobs import two_jobs
from benchmarks.workshop import Workshop

Scenario = Callable[[Workshop], Iterator[Row]]

SCENARIOS: Mapping[str, Scenario] = {
    "start": start,
    "resume": one_resume,
    "files": many_files,
    "jobs": two_jobs,
    "memory": memory,
    "growth": growth,
    "shares": shares,
    "peers": peers,
}
