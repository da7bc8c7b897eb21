"""Many files, the output in a file: bullets per second beside a bare pipe over the same bullets, on one core.

The pipe gets every distinct bullet once; rates count these.
"""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks import commands
from benchmarks.figures import Budget, Row, compared, net, paired, row
from benchmarks.resumes import resumes
from benchmarks.workshop import Workshop, emptied, filled

_BUDGET = Budget(at_least=0.7)
_BULLETS_EACH = 20
_ONE_JOB = ("--jobs", "1")


def many_files(workshop: Workshop) -> Iterator[Row]:
    """Cold and cached runs over the folder; the ratio of rates with and without what the start takes."""
    first, *others = resumes([1] + [_BULLETS_EACH] * workshop.sizes.files, workshop.seed)
    (one,) = workshop.resumes("one", [first])
    many = workshop.resumes("many", others)[0].parent
    bullets = list(dict.fromkeys(bullet for resume in others for bullet in resume.bullets))
    about = f"{len(others)} files"

    pipe = commands.bare_pipe(f"spaCy, model, {about}’ bullets", workshop.sentences("many", bullets))
    pipe_start = commands.bare_pipe("spaCy, model, 1 bullet", workshop.sentences("one", first.bullets))
    gone, gone_one, kept = (workshop.cache(use) for use in ("gone", "gone one", "kept"))
    cold = commands.check(f"{about}, none cached", many, *_ONE_JOB, cache=gone, prepare=emptied(gone))
    cold_start = commands.check("1 bullet, not cached", one, *_ONE_JOB, cache=gone_one, prepare=emptied(gone_one))
    cached = commands.check(f"{about}, all cached", many, *_ONE_JOB, cache=kept, prepare=filled(kept))

    measured = workshop.stopwatch.in_turns([pipe, pipe_start, cold, cold_start, cached], workshop.sizes.file_rounds)
    yield row(measured, pipe.name, bullets=len(bullets))
    yield row(measured, cold.name, pipe.name, bullets=len(bullets))
    yield compared(
        measured,
        f"{about}, none cached: bullets per second",
        [pipe.name, pipe_start.name, cold.name, cold_start.name],
        lambda whole, start, ours, our_start: paired(net(whole, start), net(ours, our_start)),
        "spaCy’s",
        _BUDGET,
        note="less the time of a run over 1 bullet, on both sides",
    )
    yield row(measured, cached.name, cold.name, bullets=len(bullets))
