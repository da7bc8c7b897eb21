"""Medians and paired ratios, on made-up times."""

from __future__ import annotations

import pytest

from benchmarks.figures import Budget, Row, compared, memory, middle, net, paired, row
from benchmarks.measuring import Measured, Sample


def measured(failures: dict[str, str] | None = None, **seconds: list[float]) -> Measured:
    """Runs of these wall seconds, with half of it as processor time and ten times as many MiB."""
    samples = {name: tuple(Sample(each, each / 2, each * 10) for each in runs) for name, runs in seconds.items()}
    return Measured(samples, failures or {})


def test_a_row_has_medians() -> None:
    found = row(measured(ours=[1.0, 5.0, 2.0]), "ours", bullets=40)
    assert (found.seconds, found.cpu, found.mib, found.rate, found.runs) == (2.0, 1.0, 20.0, 20.0, 3)
    assert (found.ratio, found.within, found.failure) == (None, None, None)


def test_the_ratio_is_the_median_of_the_rounds_ratios_and_no_ratio_of_medians() -> None:
    # A noisy first round slows both alike; the medians would give 3 / 2.
    runs = measured(ours=[9.0, 3.0, 3.0], floor=[9.0, 2.5, 2.0])
    found = row(runs, "ours", "floor")
    assert found.ratios == (1.0, 1.2, 1.5)
    assert found.ratio == 1.2


def test_processor_seconds_have_a_ratio_of_their_own() -> None:
    runs = Measured({"ours": (Sample(9, 3, 1),), "floor": (Sample(3, 2, 1),)}, {})
    found = row(runs, "ours", "floor")
    assert (found.ratio, found.cpu_ratio) == (3, 1.5)


def test_a_ratio_of_memory() -> None:
    runs = Measured({"ours": (Sample(1, 1, 150),), "floor": (Sample(9, 9, 100),)}, {})
    found = row(runs, "ours", "floor", of=memory)
    assert (found.ratio, found.cpu_ratio) == (1.5, None)


def test_what_the_system_does_not_tell_is_left_out() -> None:
    runs = Measured({"ours": (Sample(2, None, None),), "floor": (Sample(1, None, None),)}, {})
    found = row(runs, "ours", "floor", Budget(at_most=1.5), of=memory)
    assert (found.seconds, found.cpu, found.mib, found.ratio) == (2, None, None, None)
    assert (row(runs, "ours", "floor").ratio, row(runs, "ours", "floor").cpu_ratio) == (2, None)


@pytest.mark.parametrize(
    ("budget", "ratio", "within"),
    [
        (Budget(at_most=1.5), 1.5, True),
        (Budget(at_most=1.5), 1.51, False),
        (Budget(at_least=0.9), 0.9, True),
        (Budget(at_least=0.9), 0.89, False),
        (None, 7.0, None),
    ],
)
def test_budgets(budget: Budget | None, ratio: float, within: bool | None) -> None:
    assert Row("ours", ratio=ratio, budget=budget).within is within


def test_a_row_that_failed_keeps_to_no_budget() -> None:
    found = row(measured({"ours": "no such option"}, floor=[1.0]), "ours", "floor", Budget(at_most=1.5))
    assert (found.failure, found.seconds, found.within) == ("no such option", None, False)


def test_a_row_whose_floor_failed_has_its_times_alone() -> None:
    found = row(measured({"floor": "no model"}, ours=[1.0]), "ours", "floor", Budget(at_most=1.5))
    assert (found.failure, found.seconds, found.ratio, found.within) == ("no model", 1.0, None, False)


def test_rates_without_the_start() -> None:
    runs = measured(bare=[9.0, 10.0], bare_start=[1.0, 1.0], ours=[12.0, 14.0], ours_start=[2.0, 2.0])
    found = compared(
        runs,
        "rate",
        ["bare", "bare_start", "ours", "ours_start"],
        lambda bare, bare_start, ours, ours_start: paired(net(bare, bare_start), net(ours, ours_start)),
        "spaCy’s",
        Budget(at_least=0.7),
    )
    assert found.ratios == (0.8, 0.75)
    assert found.ratio == pytest.approx(0.775)
    assert found.cpu_ratio == pytest.approx(0.775)
    assert found.within


def test_a_comparison_needs_all_its_commands() -> None:
    found = compared(measured({"two": "killed"}, one=[1.0]), "gain", ["one", "two"], paired, "1")
    assert (found.failure, found.ratio) == ("killed", None)


def test_parallel_runs_have_no_ratio_of_processor_seconds() -> None:
    found = compared(measured(one=[3.0], two=[2.0]), "gain", ["one", "two"], paired, "1", parallel=True)
    assert (found.ratio, found.cpu_ratio) == (1.5, None)


@pytest.mark.parametrize(
    ("values", "median"),
    [([3.0, 1.0, 2.0], 2.0), ([1.0, 2.0], 1.5), ([], None), ([1.0, None], None)],
)
def test_medians(values: list[float | None], median: float | None) -> None:
    assert middle(values) == median
