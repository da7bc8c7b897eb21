"""Completion: what the shell is offered as the values of options, and how it is asked for.

typer makes the scripts for the shells (`--install-completion`, `--show-completion`); these run the program again with a
variable of the environment, at every press of the Tab key, so nothing heavy is loaded.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable

# What comes next, and what is said of it. typer leaves out what does not begin as what is there does.
Offered = list[tuple[str, str]]

_VARIABLE = "_BULLETCOACH_COMPLETE"


def is_asked_for() -> bool:
    """Whether a shell asks what could come next."""
    return _VARIABLE in os.environ


def keep_help_plain() -> None:
    """Let typer take help texts as they are: rich would read markup in them, wrap them, and double the time."""
    sys.modules["rich"] = None  # type: ignore[assignment]  # what Python says of a package that must not be found


def among(choices: Iterable[str]) -> Callable[[], list[str]]:
    """Offers `choices`."""
    known = list(choices)
    return lambda: known


def rules(incomplete: str) -> Offered:
    """Offers ALL, families and codes, and names where one was begun, behind the last comma."""
    before, comma, begun = incomplete.rpartition(",")
    offered = [("ALL", "every rule"), *one_rule(begun)]
    return [(f"{before}{comma}{name}", about) for name, about in offered if name.startswith(begun)]


def one_rule(incomplete: str) -> Offered:
    """Offers families and codes, and names where one was begun."""
    from bulletcoach.rules import RULES

    families = sorted({rule.code[:3] for rule in RULES})
    offered = [*((family, f"all of {family}") for family in families), *((rule.code, rule.name) for rule in RULES)]
    return [*offered, *((rule.name, rule.code) for rule in RULES)] if incomplete else offered


def fields() -> list[str]:
    """Offers the fields of work that have a lexicon."""
    from bulletcoach.lexicon.shipped import shipped_lexicons

    return ["auto", "general", *sorted(file.stem for file in (shipped_lexicons() / "fields").glob("*.toml"))]


def languages() -> list[str]:
    """Offers the languages that are told apart."""
    from bulletcoach.lexicon.files import read_lexicon_file
    from bulletcoach.lexicon.shipped import shipped_lexicons

    known = read_lexicon_file(shipped_lexicons() / "languages.toml").language
    return ["auto", *sorted(entry.code for entry in known)]


def input_formats() -> list[str]:
    """Offers the formats that files are read in."""
    from bulletcoach.readers import FORMAT_NAMES

    return ["auto", *FORMAT_NAMES]
