"""`python -m benchmarks`: measure, print the table, write the JSON."""

from __future__ import annotations

import argparse
import io
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from benchmarks import commands
from benchmarks.figures import Row
from benchmarks.machine import this_machine
from benchmarks.measuring import NotMeasuredError
from benchmarks.resumes import resumes
from benchmarks.scenarios import SCENARIOS
from benchmarks.sizes import FULL, QUICK, USUAL, Sizes
from benchmarks.table import as_json, as_markdown
from benchmarks.workshop import Workshop

_MODES = {"quick": QUICK, "usual": USUAL, "full": FULL}
_RESULTS = Path(__file__).with_name("results.json")


def main(arguments: Sequence[str] | None = None) -> int:
    """Returns the exit code: 0 where everything could be measured, whatever came out, else 1."""
    options = _parser().parse_args(arguments)
    mode = "quick" if options.quick else "full" if options.full else "usual"
    sizes, machine = _MODES[mode], this_machine()
    try:
        _warm_up(sizes, options.seed)
    except NotMeasuredError as failure:
        print(failure, file=sys.stderr)
        return 1
    parts = {name: _rows(name, sizes, options.seed) for name in options.only or SCENARIOS}
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")  # for “≤” and “×”, whatever the console thinks
    print(as_markdown(parts, machine))
    options.output.write_bytes(as_json(parts, machine, mode=mode, seed=options.seed))
    print(f"{options.output}: written", file=sys.stderr)
    return int(any(row.failure for rows in parts.values() for row in rows))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description="How fast bulletcoach is.")
    size = parser.add_mutually_exclusive_group()
    size.add_argument("--quick", action="store_true", help="few rounds, few files: under two minutes")
    size.add_argument("--full", action="store_true", help="many rounds, and 10,000 files: about an hour")
    parser.add_argument("--only", nargs="+", choices=list(SCENARIOS), metavar="NAME", help=", ".join(SCENARIOS))
    parser.add_argument("--output", type=Path, default=_RESULTS, metavar="FILE", help="default: %(default)s")
    parser.add_argument("--seed", type=int, default=1, help="of the invented résumés (default: %(default)s)")
    return parser


def _warm_up(sizes: Sizes, seed: int) -> None:
    """One check and one bare pipe, so that all modules are compiled. Raises NotMeasuredError where one cannot be."""
    with tempfile.TemporaryDirectory() as folder:
        workshop = Workshop(Path(folder), sizes, seed)
        (resume,) = resumes([5], seed)
        path = workshop.resume("warm-up.txt", resume)
        texts = workshop.sentences("warm-up", resume.bullets)
        workshop.stopwatch.run(commands.bare_pipe("warm-up of spaCy", texts))
        workshop.stopwatch.run(commands.check("warm-up of bulletcoach", path, cache=workshop.cache("warm-up")))


def _rows(name: str, sizes: Sizes, seed: int) -> list[Row]:
    """The rows of a scenario; where it breaks off, the last says why."""
    print(f"{name} …", end=" ", file=sys.stderr, flush=True)
    started = time.monotonic()
    rows: list[Row] = []
    try:
        with tempfile.TemporaryDirectory() as folder:
            rows.extend(SCENARIOS[name](Workshop(Path(folder), sizes, seed)))
    except NotMeasuredError as failure:
        rows.append(Row(name, failure=str(failure)))
    print(f"{time.monotonic() - started:.0f} s", file=sys.stderr)
    return rows


if __name__ == "__main__":
    raise SystemExit(main())
