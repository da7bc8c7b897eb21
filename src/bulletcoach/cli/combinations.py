"""Combinations: options of `check` that make no sense together."""

from __future__ import annotations

import typer
from msgspec import Struct

_REPORT = ("--format", "--output", "--statistics")
_FIXES = ("--fix", "--unsafe-fixes", "--diff")


class Clash(Struct, frozen=True):
    """An option, those that it does not go with, and why, to be read behind its name."""

    option: str
    others: tuple[str, ...]
    why: str = ""


_CLASHES = (
    Clash("--config", ("--isolated",)),
    Clash("--no-baseline", ("--baseline", "--prune-baseline")),
    Clash(
        "--watch",
        ("--output", *_FIXES, "--write-baseline", "--prune-baseline"),
        "shows findings as text, again and again",
    ),
    Clash(
        "--write-baseline", ("--baseline", "--prune-baseline", *_FIXES, *_REPORT), "writes findings down, all of them"
    ),
    Clash("--diff", ("--prune-baseline", *_REPORT), "prints the changes and no report"),
)


def refuse_wrong_combinations(context: typer.Context) -> None:
    """End where options were given of which one is against the other, or without the one that they belong to."""
    given = _given(context)
    for clash in _CLASHES:
        for other in clash.others:
            if {clash.option, other} <= given:
                context.fail(
                    f"{clash.option} {clash.why}; leave out {other}"
                    if clash.why
                    else f"{clash.option} and {other} exclude each other"
                )
    if "--unsafe-fixes" in given and given.isdisjoint({"--fix", "--diff"}):
        context.fail("--unsafe-fixes goes with --fix, or with --diff to see what it would change")


def _given(context: typer.Context) -> set[str]:
    """The long names of the options that stand on the command line."""
    given: set[str] = set()
    for parameter in context.command.params:
        source = context.get_parameter_source(parameter.name or "")
        if source is not None and source.name == "COMMANDLINE":
            given.update(name for name in parameter.opts if name.startswith("--"))
    return given
