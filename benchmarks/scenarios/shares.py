"""Shares: what judging, rules and rewriting take beside the analysis, in processor seconds inside one process."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from benchmarks import commands
from benchmarks.figures import Budget, Row, middle
from benchmarks.resumes import resumes
from benchmarks.workshop import Workshop

_BUDGET = Budget(at_most=0.15)
_BULLETS_EACH = 20
_TOGETHER = ("judging", "rules", "rewriting")
_APART = ("reading", *_TOGETHER, "fixes")
_ANALYSIS = "analysis"


def shares(workshop: Workshop) -> Iterator[Row]:
    """Each stage against the analysis, then the three that have a budget together."""
    sizes = workshop.sizes
    written = resumes([_BULLETS_EACH] * (sizes.stage_files + 1), workshop.seed)
    command = commands.stages(workshop.resumes("stages", written, [".txt"]))
    runs: list[dict[str, float]] = []
    for _ in range(sizes.stage_rounds):
        workshop.stopwatch.run(command)
        runs.append(msgspec.json.decode(workshop.stopwatch.printed(), type=dict[str, float]))
    yield Row(_ANALYSIS, cpu=middle([run[_ANALYSIS] for run in runs]), runs=len(runs))
    for stage in _APART:
        yield _share(runs, stage, [stage])
    yield _share(runs, "judging, rules and rewriting", _TOGETHER, _BUDGET)


def _share(runs: Sequence[Mapping[str, float]], name: str, stages: Sequence[str], budget: Budget | None = None) -> Row:
    seconds = [sum(run[stage] for stage in stages) for run in runs]
    ratios = tuple(mine / run[_ANALYSIS] for mine, run in zip(seconds, runs, strict=True))
    return Row(
        name,
        cpu=middle(seconds),
        ratio=middle(ratios),
        ratios=ratios,
        against=_ANALYSIS,
        budget=budget,
        runs=len(runs),
    )
