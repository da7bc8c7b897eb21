"""What the measured times come to: medians, and ratios of runs of the same round."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from statistics import median

from msgspec import Struct

from benchmarks.measuring import Measured, Sample


class Budget(Struct, frozen=True):
    """What a ratio may be: `at_most` or `at_least` this, whichever is given."""

    at_most: float | None = None
    at_least: float | None = None

    def allows(self, ratio: float) -> bool:
        """Whether the ratio keeps to the budget."""
        if self.at_most is not None and ratio > self.at_most:
            return False
        return self.at_least is None or ratio >= self.at_least

    def __str__(self) -> str:
        return f"≤ {self.at_most:g}" if self.at_most is not None else f"≥ {self.at_least:g}"


class Row(Struct, frozen=True):
    """A line of the table: medians in wall seconds, processor seconds and MiB, of `runs` runs.

    `ratio` is the median of the `ratios` of each round, to what `against` names; budgets are about it. `cpu_ratio` is
    the same of processor seconds, which a busy machine disturbs less. What was not measured is None; `failure` says
    why a row lacks figures.
    """

    name: str
    seconds: float | None = None
    cpu: float | None = None
    mib: float | None = None
    rate: float | None = None
    ratio: float | None = None
    ratios: tuple[float, ...] = ()
    cpu_ratio: float | None = None
    against: str = ""
    budget: Budget | None = None
    runs: int = 0
    note: str = ""
    failure: str | None = None

    @property
    def within(self) -> bool | None:
        """Whether the budget is kept; None where there is none. A row without its ratio keeps to no budget."""
        if self.budget is None:
            return None
        return self.ratio is not None and self.budget.allows(self.ratio)


Of = Callable[[Sample], float | None]


def wall(sample: Sample) -> float | None:
    """The wall seconds of a run."""
    return sample.seconds


def cpu(sample: Sample) -> float | None:
    """The processor seconds of a run."""
    return sample.cpu


def memory(sample: Sample) -> float | None:
    """The peak memory of a run, in MiB."""
    return sample.mib


def paired(mine: Sequence[float], floor: Sequence[float]) -> tuple[float, ...]:
    """The ratio in each round: the nth of `mine` over the nth of `floor`."""
    return tuple(one / other for one, other in zip(mine, floor, strict=True))


def net(whole: Sequence[float], start: Sequence[float]) -> list[float]:
    """What is left of each run without the start, which is what a run over little took in the same round."""
    return [max(long - short, 1e-9) for long, short in zip(whole, start, strict=True)]


def middle(values: Sequence[float | None]) -> float | None:
    """The median; None where there is no value, or one that is not known."""
    known = [value for value in values if value is not None]
    return median(known) if known and len(known) == len(values) else None


def row(
    measured: Measured,
    name: str,
    against: str = "",
    budget: Budget | None = None,
    *,
    of: Of = wall,
    bullets: int = 0,
    note: str = "",
) -> Row:
    """The row of a command: its medians, and its ratio to another command by what `of` takes of each run.

    `bullets` is how many it read in a run, for its rate.
    """
    failure = measured.failure(*filter(None, (name, against)))
    if name not in measured.samples:
        return Row(name, against=against, budget=budget, failure=failure)
    samples = measured.samples[name]
    seconds = middle([sample.seconds for sample in samples])
    both = (name, against) if against in measured.samples else ()
    ratios = _ratios(measured, both, paired, of)
    return Row(
        name=name,
        seconds=seconds,
        cpu=middle([sample.cpu for sample in samples]),
        mib=middle([sample.mib for sample in samples]),
        rate=bullets / seconds if bullets and seconds else None,
        ratio=middle(ratios),
        ratios=ratios,
        cpu_ratio=middle(_ratios(measured, both, paired, cpu)) if of is wall else None,
        against=against,
        budget=budget,
        runs=len(samples),
        note=note,
        failure=failure,
    )


Ratios = Callable[..., tuple[float, ...]]


def compared(
    measured: Measured,
    name: str,
    needs: Sequence[str],
    ratios: Ratios,
    against: str,
    budget: Budget | None = None,
    *,
    parallel: bool = False,
    note: str = "",
) -> Row:
    """A row for a ratio of more than two commands: `ratios` takes the seconds of each that it `needs`, round by round.

    Where they are `parallel`, processor seconds say nothing.
    """
    if failure := measured.failure(*needs):
        return Row(name, against=against, budget=budget, failure=failure)
    found = _ratios(measured, needs, ratios, wall)
    return Row(
        name,
        ratio=middle(found),
        ratios=found,
        cpu_ratio=None if parallel else middle(_ratios(measured, needs, ratios, cpu)),
        against=against,
        budget=budget,
        runs=len(found),
        note=note,
    )


def _ratios(measured: Measured, names: Sequence[str], ratios: Ratios, of: Of) -> tuple[float, ...]:
    """The ratios of each round; none where there are no names, or the system does not tell one of the values."""
    values = [[of(sample) for sample in measured.samples[name]] for name in names]
    if not names or any(value is None for series in values for value in series):
        return ()
    return ratios(*values)
