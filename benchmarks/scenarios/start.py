"""The start: what answers without reading anything, against the help of a typer program that does nothing."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks import commands
from benchmarks.figures import Budget, Row, row
from benchmarks.workshop import Workshop

_BUDGET = Budget(at_most=1.5)
_ANSWERS = (("--help",), ("--version",), ("rule", "BC101"), ("config", "show"))


def start(workshop: Workshop) -> Iterator[Row]:
    """The floors, then help, version, a rule's explanation and the configuration."""
    nothing, floor, line = commands.python_pass(), commands.bare_help(), commands.rich_line()
    cache = workshop.cache("answers")
    answers = [commands.answer(*words, cache=cache) for words in _ANSWERS]
    measured = workshop.stopwatch.in_turns([nothing, floor, line, *answers], workshop.sizes.start_rounds)
    yield row(measured, nothing.name)
    yield row(measured, floor.name, nothing.name)
    yield row(measured, line.name, nothing.name)
    for answer in answers:
        yield row(measured, answer.name, floor.name, _BUDGET)
