"""Memory: the largest process of a run, by the number of small files, beside one that has loaded the model."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks import commands
from benchmarks.figures import Budget, Row, row
from benchmarks.figures import memory as peak
from benchmarks.measuring import Command
from benchmarks.resumes import resumes
from benchmarks.workshop import Workshop, emptied

_BUDGET = Budget(at_most=1.5)
# “Flat in the number of files”: what allocators and a longer report's tables may add.
_FLAT = Budget(at_most=1.1)
_BULLETS_EACH = 3
# As many bullets as make the model work once: a page.
_FEW = 20
_PEAK = "ratio of MiB, of the largest process"


def memory(workshop: Workshop) -> Iterator[Row]:
    """With one job and with two; the most files also against the fewest."""
    written = resumes([_BULLETS_EACH] * max(workshop.sizes.memory_files), workshop.seed)
    bullets = list(dict.fromkeys(bullet for resume in written for bullet in resume.bullets))
    loaded = commands.bare_pipe("the loaded model", workshop.sentences("few", bullets[:_FEW]))
    batch = commands.bare_pipe("spaCy, model, one full batch", workshop.sentences("batch", bullets[: commands.BATCH]))
    checks: list[Command] = []
    for number in workshop.sizes.memory_files:
        folder = workshop.resumes(f"{number}", written[:number])[0].parent
        for jobs in (1, 2):
            cache = workshop.cache(f"{number} {jobs}")
            name = f"{number:,} small files, --jobs {jobs}"
            arguments = (folder, "--jobs", str(jobs))
            checks.append(commands.check(name, *arguments, cache=cache, prepare=emptied(cache)))
    measured = workshop.stopwatch.in_turns([loaded, batch, *checks], 1, warm_up=False)
    yield row(measured, loaded.name, of=peak)
    yield row(measured, batch.name, loaded.name, of=peak, note=_PEAK)
    for check in checks:
        yield row(measured, check.name, loaded.name, _BUDGET, of=peak, note=_PEAK)
    for fewest, most in zip(checks[:2], checks[-2:], strict=True):
        yield row(measured, most.name, fewest.name, _FLAT, of=peak, note=_PEAK)
