"""Growth: one résumé that gets longer, all bullets cached; what one more bullet costs should stay the same."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from benchmarks import commands
from benchmarks.figures import Row, compared, net, paired, row
from benchmarks.resumes import ResumeWriter
from benchmarks.workshop import Workshop, filled


def growth(workshop: Workshop) -> Iterator[Row]:
    """The whole runs, then the time for a bullet beyond the shortest résumé's, against that of the size before."""
    sizes = workshop.sizes.growth
    checks = {}
    for size in sizes:
        path = workshop.resume(f"{size}.txt", ResumeWriter(workshop.seed).write(size))
        cache = workshop.cache(f"{size}")
        name = f"{size:,} bullets, all cached"
        checks[size] = commands.check(name, path, cache=cache, prepare=filled(cache))
    measured = workshop.stopwatch.in_turns(list(checks.values()), workshop.sizes.growth_rounds)
    for size, check in checks.items():
        yield row(measured, check.name, bullets=size)
    shortest = sizes[0]
    for fewer, more in pairwise(sizes[1:]):
        yield compared(
            measured,
            f"one more bullet of {more:,}",
            [checks[shortest].name, checks[fewer].name, checks[more].name],
            lambda start, short, long, fewer=fewer, more=more: paired(
                [seconds / (more - shortest) for seconds in net(long, start)],
                [seconds / (fewer - shortest) for seconds in net(short, start)],
            ),
            f"one more of {fewer:,}",
        )
