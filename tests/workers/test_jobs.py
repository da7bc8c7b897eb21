"""How many workers there are to be."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from bulletcoach.workers.jobs import WORTHWHILE, parse_jobs, quotas, usable_cpus, workers_for


@pytest.mark.parametrize(("value", "jobs"), [("auto", None), ("AUTO", None), ("1", 1), (" 4 ", 4), ("16", 16)])
def test_the_option_is_a_number_or_auto(value: str, jobs: int | None) -> None:
    assert parse_jobs(value) == jobs


@pytest.mark.parametrize("value", ["0", "-1", "two", "", "1.5", "+2", "٣", "1e3", "automatic"])
def test_anything_else_is_named(value: str) -> None:
    with pytest.raises(ValueError, match="neither auto nor a number from 1 on") as caught:
        parse_jobs(value)
    assert f"“{value}”" in str(caught.value)


MANY = 10 * WORTHWHILE


@pytest.mark.parametrize(
    ("texts", "jobs", "cpus", "workers"),
    [
        (0, None, 8, 0),
        (WORTHWHILE - 1, None, 8, 0),
        (WORTHWHILE - 1, 8, 8, 0),
        (WORTHWHILE, None, 2, 2),
        (MANY, None, 1, 0),
        (MANY, None, 2, 2),
        (MANY, None, 64, 2),
        (MANY, 1, 8, 0),
        (MANY, 2, 1, 2),
        (MANY, 12, 8, 12),
    ],
)
def test_workers_where_they_pay_off(texts: int, jobs: int | None, cpus: int, workers: int) -> None:
    assert workers_for(texts, jobs, cpus) == workers


def test_this_process_may_use_some_processors() -> None:
    assert 1 <= usable_cpus() <= (os.cpu_count() or 1)


@pytest.mark.skipif(not hasattr(os, "sched_setaffinity"), reason="nobody can be told which processors to use here")
def test_processors_that_are_not_for_us_do_not_count() -> None:
    usable = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {min(usable)})
    try:
        assert usable_cpus() == 1
    finally:
        os.sched_setaffinity(0, usable)


@pytest.mark.parametrize(
    ("membership", "files", "granted"),
    [
        ("0::/\n", {"cpu.max": "150000 100000\n"}, [1.5]),
        ("0::/\n", {"cpu.max": "max 100000\n"}, []),
        ("0::/\n", {}, []),
        ("0::/a/b\n", {"a/b/cpu.max": "max 100000", "a/cpu.max": "200000 100000", "cpu.max": "900 100"}, [2.0, 9.0]),
        ("0::/../outside\n", {"cpu.max": "50000 100000\n"}, [0.5]),
        ("0::/\n", {"cpu.max": "nonsense\n"}, []),
        (
            "5:cpuset:/x\n4:cpu,cpuacct:/x\n0::/\n",
            {"cpu/x/cpu.cfs_quota_us": "300000\n", "cpu/x/cpu.cfs_period_us": "100000\n"},
            [3.0],
        ),
        ("4:cpu:/\n", {"cpu/cpu.cfs_quota_us": "-1\n", "cpu/cpu.cfs_period_us": "100000\n"}, []),
        ("1:name=systemd:/\n", {}, []),
    ],
)
def test_control_groups_grant_processors(
    tmp_path: Path, membership: str, files: dict[str, str], granted: list[float]
) -> None:
    own = tmp_path / "cgroup"
    own.write_text(membership, encoding="ascii")
    for name, content in files.items():
        file = tmp_path / "groups" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content, encoding="ascii")
    assert list(quotas(tmp_path / "groups", own)) == granted


def test_without_control_groups_nothing_is_granted_or_denied(tmp_path: Path) -> None:
    assert list(quotas(tmp_path, tmp_path / "missing")) == []
