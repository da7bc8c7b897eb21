"""Two jobs: what they gain beside what two bare processes gain that pipe half of the bullets each."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from benchmarks import commands
from benchmarks.figures import Budget, Row, compared, paired, row
from benchmarks.resumes import Resume, resumes
from benchmarks.workshop import Workshop, emptied

_BUDGET = Budget(at_least=0.9)
_BULLETS_EACH = 20


def two_jobs(workshop: Workshop) -> Iterator[Row]:
    """One long résumé, then many files."""
    sizes = workshop.sizes
    long = resumes([sizes.one_resume], workshop.seed)
    yield from _gains(workshop, "one résumé", long, workshop.resume("long.txt", long[0]))
    many = resumes([_BULLETS_EACH] * (sizes.many_resumes // _BULLETS_EACH), workshop.seed)
    yield from _gains(workshop, f"{len(many):,} files", many, workshop.resumes("many", many)[0].parent)


def _gains(workshop: Workshop, where: str, written: list[Resume], path: Path) -> Iterator[Row]:
    bullets = list(dict.fromkeys(bullet for resume in written for bullet in resume.bullets))
    about = f"{len(bullets):,} bullets in {where}"
    parts = {"whole": bullets, "half": bullets[::2], "other half": bullets[1::2]}
    whole, half, other = (workshop.sentences(f"{where}, {name}", part) for name, part in parts.items())
    cache = workshop.cache(where)
    one, two = (
        commands.check(f"--jobs {jobs}, {about}", path, "--jobs", str(jobs), cache=cache, prepare=emptied(cache))
        for jobs in (1, 2)
    )
    alone = commands.bare_pipe(f"1 bare process, {about}", whole)
    pair = commands.bare_pipe(f"2 bare processes, {about}", half, other)
    measured = workshop.stopwatch.in_turns([alone, pair, one, two], workshop.sizes.job_rounds, warm_up=False)
    for command in (alone, pair, one, two):
        yield row(measured, command.name, one.name if command is two else "", bullets=len(bullets))
    yield compared(
        measured,
        f"gain of two jobs, {about}",
        [one.name, two.name, alone.name, pair.name],
        lambda ours, ours_two, bare, bare_two: paired(paired(ours, ours_two), paired(bare, bare_two)),
        "gain of two bare processes",
        _BUDGET,
        parallel=True,
    )
