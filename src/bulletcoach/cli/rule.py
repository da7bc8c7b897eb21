"""`bulletcoach rule`: what a rule does, why, with examples, and how to silence it."""

from __future__ import annotations

import sys
from enum import StrEnum
from typing import Annotated

import typer

from bulletcoach.cli import completion
from bulletcoach.cli.ending import any_encoding, tidy_ending
from bulletcoach.cli.options import one_of


class RuleFormat(StrEnum):
    """The output formats of `rule`."""

    TEXT = "text"
    JSON = "json"


def rule(
    context: typer.Context,
    name: Annotated[
        str | None,
        typer.Argument(
            autocompletion=completion.one_rule,
            metavar="[RULE]",
            help="A code, a name or a family (BC1).",
            show_default=False,
        ),
    ] = None,
    all: Annotated[bool, typer.Option("--all", help="Explain every rule.")] = False,
    format: Annotated[
        str,
        typer.Option(
            parser=one_of(RuleFormat),
            autocompletion=completion.among(RuleFormat),
            metavar="text|json",
            help="How to show it.",
        ),
    ] = RuleFormat.TEXT,
) -> None:
    """Explain a rule: what it flags and why, examples, and how to silence it.

    \b
    Examples:
      bulletcoach rule BC101
      bulletcoach rule duty-opener --format json
      bulletcoach rule --all
    """
    if all == (name is not None):
        context.fail("name one rule, or ask for --all")
    with tidy_ending():
        from bulletcoach.report import rules
        from bulletcoach.rules import RULES
        from bulletcoach.selection import find_rules

        any_encoding()
        chosen = RULES if name is None else find_rules(name, RULES)
        if format == RuleFormat.JSON:
            rules.write_json(chosen, sys.stdout, single=name is not None and len(chosen) == 1)
        elif name is not None and len(chosen) > 1:
            rules.write_list(chosen, sys.stdout)
        else:
            rules.write_text(chosen, sys.stdout)
