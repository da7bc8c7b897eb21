"""Processes are started in an environment of their own, in turns, and their failures told; nothing is timed here."""

from __future__ import annotations

import importlib
import json
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks import commands
from benchmarks.measuring import Command, NotMeasuredError, Sample, Stopwatch
from bulletcoach.analysis.model import find_model, load_model

ENVIRONMENT = "import json, os; print(json.dumps(dict(os.environ)))"
# Leaves a sign and waits for the other's, ten seconds at the most.
MEETING = """
import sys, time
from pathlib import Path
mine, other = map(Path, sys.argv[1:])
mine.touch()
late = time.monotonic() + 10
while not other.exists():
    assert time.monotonic() < late
    time.sleep(0.01)
"""


def python(code: str, *, name: str = "ours", cache: Path | None = None, codes: tuple[int, ...] = (0,)) -> Command:
    return Command(name, ((sys.executable, "-c", code),), cache, codes=codes)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows tells nothing of single children")
def test_time_and_memory_are_those_of_the_process(tmp_path: Path) -> None:
    sample = Stopwatch(tmp_path).run(python("data = bytearray(64 * 2**20)"))
    assert sample.seconds > 0
    assert sample.cpu is not None
    assert sample.mib is not None
    assert 64 < sample.mib < 120  # and not the memory of the tests' own process


def test_a_process_has_a_cache_of_its_own_and_nothing_of_ours(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("PYTHONDONTWRITEBYTECODE", "PYTHONPATH", "NO_COLOR", "GITHUB_ACTIONS", "BULLETCOACH_CACHE_DIR"):
        monkeypatch.setenv(name, "1")
    stopwatch = Stopwatch(tmp_path)
    stopwatch.run(python(ENVIRONMENT, cache=tmp_path / "cache"))
    found = json.loads(stopwatch.printed())
    assert {name for name in found if name.startswith(("PYTHON", "NO_COLOR", "GITHUB", "BULLETCOACH"))} == {
        "BULLETCOACH_CACHE_DIR"
    }
    assert found["BULLETCOACH_CACHE_DIR"] == str(tmp_path / "cache")


def test_several_processes_run_at_the_same_time(tmp_path: Path) -> None:
    both = ((sys.executable, "-c", MEETING, "a", "b"), (sys.executable, "-c", MEETING, "b", "a"))
    assert Stopwatch(tmp_path).run(Command("both", both)).seconds < 10


def test_several_processes_are_all_waited_for(tmp_path: Path) -> None:
    late = (sys.executable, "-c", "import time; time.sleep(0.3); raise SystemExit('the other one')")
    with pytest.raises(NotMeasuredError, match="exit code 1: the other one"):
        Stopwatch(tmp_path).run(Command("both", ((sys.executable, "-c", "pass"), late)))


@pytest.mark.parametrize(
    ("code", "codes", "message"),
    [
        ("raise SystemExit('no such option')", (0,), "exit code 1: no such option"),
        ("1 / 0", (0, 1), "exit code 1: ZeroDivisionError: division by zero"),
    ],
)
def test_a_failure_says_why(code: str, codes: tuple[int, ...], message: str, tmp_path: Path) -> None:
    with pytest.raises(NotMeasuredError, match=message):
        Stopwatch(tmp_path).run(python(code, codes=codes))


def test_a_program_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(NotMeasuredError, match="cannot be started"):
        Stopwatch(tmp_path).run(Command("ours", ((str(tmp_path / "missing"),),)))


class Recording(Stopwatch):
    """Runs nothing, but notes in which order it should have; what is called “broken” fails at its second run."""

    def __init__(self) -> None:
        self.runs: list[str] = []
        self._seconds: Iterator[float] = iter(range(1, 100))

    def run(self, command: Command) -> Sample:
        self.runs.append(command.name)
        if command.name == "broken" and self.runs.count("broken") == 2:
            raise NotMeasuredError("broken by now")
        return Sample(next(self._seconds), None, None)


def test_commands_take_turns_after_a_warm_up() -> None:
    stopwatch = Recording()
    measured = stopwatch.in_turns([python("", name=name) for name in ("a", "b")], 3)
    warm_up, rounds = stopwatch.runs[:2], stopwatch.runs[2:]
    assert set(warm_up) == {"a", "b"}
    assert rounds == ["a", "b", "b", "a", "a", "b"]
    assert [sample.seconds for sample in measured.samples["a"]] == [3, 6, 7]
    assert [sample.seconds for sample in measured.samples["b"]] == [4, 5, 8]


def test_what_fails_is_left_out_and_the_others_go_on() -> None:
    stopwatch = Recording()
    measured = stopwatch.in_turns([python("", name=name) for name in ("broken", "a")], 2)
    assert measured.failures == {"broken": "broken by now"}
    assert set(measured.samples) == {"a"}
    assert len(measured.samples["a"]) == 2


def test_the_bare_pipe_has_the_components_that_bulletcoach_loads() -> None:
    package = find_model()
    assert package is not None
    (meta,) = Path(str(importlib.import_module(package).__file__)).parent.glob("*/meta.json")
    parts = json.loads(meta.read_text(encoding="utf-8"))
    assert set(load_model().component_names) == {*parts["pipeline"], *parts["disabled"]} - {*commands.UNUSED_COMPONENTS}
